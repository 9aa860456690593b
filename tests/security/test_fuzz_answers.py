"""Every collector against answers that hold anything anywhere: a step ends in an outcome, with posts that can be written down.

What a simulator really answered is held, by address; then one of the answers is altered, as JSON or as bytes, and the
step is carried out again without a network. A collector without an entry here fails a test.
"""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as fuzz
from hypothesis import strategies as st

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits, StepAction
from schemas.platform import Method
from tests.growth import stays_linear
from tests.simulators.atproto import AtAccount, AtprotoSim
from tests.simulators.blog import BlogSim, entries
from tests.simulators.server import Reply, Request, Simulator
from tests.simulators.services import KEY
from tests.unit.collection.helpers import OPEN, PROFILE, account, collect
from tests.unit.collection.methods.rigs import NAMES, RIGS, Rig
from vetting import clock
from vetting.collection.methods import COLLECTORS
from vetting.collection.web import Answer, Fault, Web, WebRules

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.attacks("plan_only"),
    pytest.mark.filterwarnings("error"),
]
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Synthetic",
    "next_url": "/more",
    "authors": [{"name": "synthetic"}],
    "items": [
        {
            "id": "1",
            "url": "https://declared.example/1",
            "content_html": "<p>words</p>",
            "date_published": "2025-06-01T12:00:00Z",
            "attachments": [{"mime_type": "image/png", "url": "https://declared.example/p.png"}],
        }
    ],
}


class _Static(Simulator):
    """Answers every address alike."""

    def __init__(self, body: bytes, kind: str) -> None:
        super().__init__()
        self._fixed = Reply(200, body, kind)

    def reply(self, request: Request) -> Reply:
        return self._fixed


@contextmanager
def _static(body: bytes, kind: str) -> Iterator[Rig]:
    with _Static(body, kind) as sim:
        declared = account(sim.host, f"{sim.base_url}/x", user="synthetic")
        yield Rig((declared, declared), (sim,), sim, ("/x", "/x"))


@contextmanager
def _blog(path: str) -> Iterator[Rig]:
    with BlogSim(entries(3)) as sim:
        declared = account(sim.host, f"{sim.base_url}{path}", user="synthetic")
        yield Rig((declared, declared), (sim,), sim, (path, path))


@contextmanager
def _repository() -> Iterator[Rig]:
    profile = {"displayName": "Synthia", "labels": {"values": [{"val": "x"}]}}
    with AtprotoSim(*(AtAccount(name, count=4, profile=profile) for name in NAMES)) as sim:
        one, two = (sim.declared(name, Method.ATPROTO_REPO) for name in NAMES)
        yield Rig((one, two), sim.parts, sim.server, (sim.repo_path, sim.repo_path))


def _rig(name: str) -> AbstractContextManager[Rig]:
    method = METHODS[name]
    if name in ("rss", "atom"):
        return _blog("/feed/" if name == "rss" else "/feed/atom/")
    if name == "json feed":
        return _static(json.dumps(JSON_FEED).encode(), "application/feed+json")
    if method is Method.WEB_PAGE:
        return _static(
            b"<!doctype html><html><head><title>T</title></head><body><p>Words.</p></body></html>", "text/html"
        )
    if method is Method.ATPROTO_REPO:
        return _repository()
    made: AbstractContextManager[Rig] = RIGS[method](3)
    return made


METHODS: dict[str, Method] = {
    **{method.value: method for method in RIGS},
    "atproto_repo": Method.ATPROTO_REPO,
    "web_page": Method.WEB_PAGE,
    "rss": Method.FEED,
    "atom": Method.FEED,
    "json feed": Method.FEED,
}


@dataclass(frozen=True)
class Recorded:
    """What one account's two steps were answered, by address."""

    declared: DeclaredAccount
    answers: dict[str, Reply]


@lru_cache(maxsize=32)
def recorded(name: str) -> Recorded:
    """The genuine answers of a simulator."""
    answers: dict[str, Reply] = {}
    with _rig(name) as rig:
        for server in rig.servers:
            _listen(server, answers)
        declared = rig.declared[0].model_copy(update={"method": METHODS[name]})
        for step in (PROFILE, None):
            collect(declared, *([step] if step else []), **rig.values)
    assert answers
    return Recorded(declared, answers)


def _listen(server: Simulator, answers: dict[str, Reply]) -> None:
    original = server.reply

    def listening(request: Request) -> Reply:
        path, mark, query = request.target.partition("?")
        # the agency's key is added behind the collector's back, so it stands in no address that a collector asks for
        asked = "&".join(pair for pair in query.split("&") if not pair.endswith(f"={KEY}"))
        got = answers[f"{server.base_url}{path}{mark if asked else ''}{asked}"] = original(request)
        return got

    server.reply = listening  # type: ignore[method-assign]


class Replayed(Web):
    """The web of one step, from held answers."""

    def __init__(self, held: Recorded, answers: dict[str, Reply]) -> None:
        services = [service.url for service in held.declared.services]
        rules = WebRules(user_agent="t", max_bytes=1 << 20, allow_private_hosts=True)
        super().__init__(held.declared.host, rules, {}, services=services, sleep=lambda _: None)
        self._held = answers

    def get(self, url: str, *, accept: str) -> Answer | Fault:
        self.requests += 1
        got = self._held.get(url)
        if got is None or got.status != 200:
            return Fault(f"http_{got.status}", got.status, body=got.body) if got else Fault("http_404", 404)
        kind = {"content-type": got.content_type}
        line = b"HTTP/1.1 200 OK\r\n\r\n"
        return Answer(url, 200, kind, got.body, got.body, line, clock.now(), None, "<urn:uuid:0>")


def step(held: Recorded, answers: dict[str, Reply], action: StepAction, pages: int = 4) -> Capture:
    """One step, which must end in an outcome."""
    with Replayed(held, answers) as web:
        collector = COLLECTORS[held.declared.method]
        capture = collector.collect(action, held.declared, OPEN, Limits(max_pages=pages, max_items=50), web)
        assert web.requests < 80
    assert capture.outcome in StepOutcome
    assert len(capture.posts) <= 50
    assert all(post.model_dump_json() for post in capture.posts)
    assert (capture.outcome is StepOutcome.FAILED) <= (capture.data == b"")
    return capture


ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=12)
ANY_JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        ANY_TEXT,
        st.sampled_from(
            ["9999-12-31T23:59:59+14:00", "0001-01-01T00:00:00-14:00", "1e999", "https://[", "<p>", "//", "-1", "at://"]
        ),
        st.sampled_from([10**30, -(10**30), 1e308, 253402300800]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(ANY_TEXT, inner, max_size=3)),
    max_leaves=6,
)


def altered_json(data: st.DataObject, value: Any) -> Any:
    """The value with something else somewhere in it."""
    if not isinstance(value, dict | list) or not value or data.draw(st.integers(0, 5)) == 0:
        return data.draw(ANY_JSON)
    if isinstance(value, list):
        at = data.draw(st.integers(0, len(value) - 1))
        return [altered_json(data, each) if index == at else each for index, each in enumerate(value)]
    key = data.draw(st.sampled_from(sorted(value)))
    if data.draw(st.integers(0, 8)) == 0:
        return {name: each for name, each in value.items() if name != key}
    return {**value, key: altered_json(data, value[key])}


def altered_bytes(data: st.DataObject, original: bytes) -> bytes:
    """The bytes with something else somewhere in them."""
    body = bytearray(original)
    words = [
        b"<",
        b"]]>",
        b"&#0;",
        b"&#x110000;",
        b"<![CDATA[",
        b'"',
        b"\\ud800",
        b"\xff",
        b"[" * 50,
        b"<!DOCTYPE x>",
        b"<?xml?>",
    ]
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(body)))
        new = data.draw(st.one_of(st.binary(max_size=6), st.sampled_from(words)))
        body[at : at + data.draw(st.integers(0, 8))] = new
    return bytes(body)


def test_every_collector_is_fuzzed() -> None:
    assert set(METHODS.values()) == set(COLLECTORS)


@pytest.mark.parametrize("name", METHODS)
def test_held_answers_give_what_the_network_gave(name: str) -> None:
    held = recorded(name)
    captures = [step(held, held.answers, action, pages=20) for action in (StepAction.POSTS, StepAction.PROFILE)]
    assert StepOutcome.CAPTURED in {capture.outcome for capture in captures}


@pytest.mark.parametrize("name", METHODS)
@fuzz(max_examples=100, deadline=None)
@given(data=st.data(), action=st.sampled_from([StepAction.POSTS, StepAction.PROFILE]))
def test_altered_answer_ends_in_an_outcome(name: str, data: st.DataObject, action: StepAction) -> None:
    held = recorded(name)
    answers = dict(held.answers)
    for url in data.draw(st.lists(st.sampled_from(sorted(answers)), min_size=1, max_size=2)):
        reply = answers[url]
        try:
            value = json.loads(reply.body)
        except ValueError:
            value = None
        if value is None or data.draw(st.integers(0, 3)) == 0:
            body = altered_bytes(data, reply.body)
        else:
            body = json.dumps(altered_json(data, value)).encode()
        answers[url] = Reply(reply.status, body, data.draw(st.sampled_from([reply.content_type, "text/plain", ""])))
    step(held, answers, action)


@pytest.mark.parametrize("name", METHODS)
@fuzz(max_examples=40, deadline=None)
@given(data=st.data(), action=st.sampled_from([StepAction.POSTS, StepAction.PROFILE]))
def test_any_answer_at_all_ends_in_an_outcome(name: str, data: st.DataObject, action: StepAction) -> None:
    held = recorded(name)
    body = data.draw(st.one_of(st.binary(max_size=60), ANY_JSON.map(lambda v: json.dumps(v).encode())))
    status = data.draw(st.sampled_from([200, 400, 404, 410, 500]))
    url = data.draw(st.sampled_from(sorted(held.answers)))
    step(held, {**held.answers, url: Reply(status, body, "application/json")}, action)


@pytest.mark.parametrize("name", METHODS)
def test_time_grows_with_the_size_of_an_answer(name: str) -> None:
    """The longest text of the list's answer grows: markup, spaces, words."""
    held = recorded(name)
    url, reply = max(held.answers.items(), key=lambda item: len(item[1].body))
    for unit in (b"&amp;", b"a ", b"\\u0020", b"&lt;p&gt;"):

        def work(times: int, unit: bytes = unit) -> None:
            for inner in (b"Words", b"words", b"Synthetic", b"synthetic"):
                if inner in reply.body and b"\0" not in reply.body:
                    body = reply.body.replace(inner, inner + b" " + unit * times, 1)
                    step(held, {**held.answers, url: Reply(200, body, reply.content_type)}, StepAction.POSTS)

        assert stays_linear(work, small=400, times=8, slack=4.0), unit
