"""Whatever a server answers, a step ends in an outcome: no crash, and no content of the answer in an error."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits, StepAction
from schemas.platform import Method
from tests.simulators.blog import BlogSim, entries
from tests.simulators.fediverse import FediverseSim, SimAccount, SimPost
from tests.simulators.server import Request
from tests.unit.collection.helpers import OPEN, account
from vetting import clock
from vetting.collection.methods import COLLECTORS
from vetting.collection.web import Answer, Fault, Web, WebRules

pytestmark = [pytest.mark.attacks("plan_only"), pytest.mark.filterwarnings("error")]


class Canned(Web):
    """The web of one step, where every address gives the same body, or one given for the end of its path."""

    def __init__(self, body: bytes, content_type: str, by_path: dict[str, bytes] | None = None) -> None:
        super().__init__("declared.example", WebRules(user_agent="t", max_bytes=1 << 20), {})
        self._canned, self._type, self._by_path = body, content_type, by_path or {}

    def get(self, url: str, *, accept: str) -> Answer | Fault:
        body = next(
            (b for end, b in self._by_path.items() if url.split("?", maxsplit=1)[0].endswith(end)), self._canned
        )
        return Answer(
            url, 200, {"content-type": self._type}, body, body, b"HTTP/1.1 200 OK\r\n\r\n", clock.now(), None, "<urn:x>"
        )


def step(method: Method, web: Web, action: StepAction) -> Capture:
    declared = account("declared.example", "https://declared.example/x", user="synthetic", method=method)
    return COLLECTORS[method].collect(action, declared, OPEN, Limits(max_pages=3), web)


def altered(data: st.DataObject, original: bytes) -> bytes:
    body = bytearray(original)
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, max(len(body) - 1, 0)))
        new = data.draw(
            st.one_of(
                st.binary(max_size=6), st.sampled_from([b"<", b">", b"]]>", b"&#0;", b"&#x110000;", b"<![CDATA["])
            )
        )
        body[at : at + data.draw(st.integers(0, 8))] = new
    return bytes(body)


def sample_feed(path: str) -> bytes:
    blog = BlogSim(entries(3))
    blog.__class__ = type("Offline", (BlogSim,), {"base_url": "https://declared.example"})
    return blog.reply(Request(path, {}, {}, path)).body


@fuzz(max_examples=300, deadline=None)
@given(data=st.data(), path=st.sampled_from(["/feed/", "/feed/atom/"]))
def test_altered_feed_ends_in_an_outcome(data: st.DataObject, path: str) -> None:
    body = altered(data, sample_feed(path))
    capture = step(Method.FEED, Canned(body, "application/xml"), StepAction.POSTS)
    assert capture.outcome in (StepOutcome.CAPTURED, StepOutcome.NO_CONTENT, StepOutcome.FAILED)
    assert all(post.model_dump_json() for post in capture.posts)


@fuzz(max_examples=300, deadline=None)
@given(body=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes_as_a_page_end_in_an_outcome(body: bytes) -> None:
    capture = step(Method.WEB_PAGE, Canned(body, "text/html"), StepAction.PROFILE)
    assert capture.outcome in (StepOutcome.CAPTURED, StepOutcome.NO_CONTENT)


ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=20)  # lone surrogates too
ANY_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=8), inner, max_size=3)),
    max_leaves=8,
)
FIELDS = [
    "id",
    "created_at",
    "visibility",
    "content",
    "account",
    "reblog",
    "media_attachments",
    "poll",
    "uri",
    "spoiler_text",
]


@fuzz(max_examples=300, deadline=None)
@given(
    values=st.dictionaries(st.sampled_from(FIELDS), ANY_JSON, max_size=4),
    action=st.sampled_from([StepAction.POSTS, StepAction.PROFILE]),
)
def test_any_field_of_a_status_ends_in_an_outcome(values: dict[str, Any], action: StepAction) -> None:
    post = SimPost("words", OPEN.not_after, media_alt="alt", poll=("one",), boost_of="a@b.test")
    sim = FediverseSim([SimAccount("synthetic", [post])])
    sim.__class__ = type("Offline", (FediverseSim,), {"base_url": "https://declared.example"})
    account_json = json.loads(sim.reply(Request(sim.lookup_path, {"acct": "synthetic"}, {}, "a")).body)
    path = sim.statuses_path("synthetic")
    status = json.loads(sim.reply(Request(path, {}, {}, "b")).body)[0]
    bodies = {
        "/lookup": json.dumps({**account_json, **{k: v for k, v in values.items() if k != "id"}}).encode(),
        "/statuses": json.dumps([{**status, **values}]).encode(),
    }
    capture = step(Method.MASTODON_API, Canned(b"", "application/json", bodies), action)
    assert capture.outcome in (StepOutcome.CAPTURED, StepOutcome.NO_CONTENT, StepOutcome.FAILED)
    assert all(post.model_dump_json() for post in capture.posts)
