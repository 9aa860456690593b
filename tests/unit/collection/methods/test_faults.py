"""Every collector of a JSON interface against every fault of the other side, by name; and the same requests for everybody."""

import json
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import quote, quote_plus

import pytest

from schemas.account import DeclaredAccount
from schemas.capture import StepOutcome
from schemas.platform import Method
from tests.simulators.atproto import AtAccount
from tests.simulators.fediverse import FediverseSim
from tests.simulators.server import Reply, Request
from tests.simulators.services import SERVICES
from tests.unit.collection.helpers import POSTS, PROFILE, collect
from tests.unit.collection.methods.rigs import RIGS, Rig
from tests.unit.collection.warc_reading import records
from vetting.collection.methods import COLLECTORS

pytestmark = pytest.mark.enable_socket

FAULTS: dict[str, tuple[str, dict[str, Any], str]] = {
    "too many requests, always": ("status", {"status": 429}, "http_429"),
    "server error": ("status", {"status": 500}, "http_500"),
    "unavailable": ("status", {"status": 503}, "http_503"),
    "bad request": ("status", {"status": 400, "body": b"{}"}, "http_400"),
    "timeout": ("slow", {"seconds": 1.5}, "timeout"),
    "half an answer": ("half", {}, "cut_short"),
    "no answer": ("drop", {}, "connection_broken"),
    "wrong content type": ("replace", {"body": b"<html>not json</html>"}, "malformed_json"),
    "empty answer": ("replace", {"body": b"", "content_type": "application/json"}, "malformed_json"),
    "malformed JSON": ("replace", {"body": b'{"a": [1, 2', "content_type": "application/json"}, "malformed_json"),
    "deeply nested JSON": ("replace", {"body": b"[" * 100_000, "content_type": "application/json"}, "malformed_json"),
    "JSON of another form": ("replace", {"body": b"[1, 2]", "content_type": "application/json"}, "unexpected_json"),
    "huge page": ("huge", {"size": 3_000_000}, "too_large"),
    "decompression bomb": ("gzip_bomb", {"size": 50_000_000}, "too_large"),
    "redirect to another host": ("redirect", {"to": "http://elsewhere.test/"}, "redirect_refused"),
    "redirect to the metadata service": ("redirect", {"to": "http://169.254.169.254/"}, "redirect_refused"),
}


def patience(kind: str) -> dict[str, float]:
    """A short time limit for the answer that is late on purpose; the others may take what a busy machine takes."""
    return {"http_timeout": 0.5} if kind == "slow" else {}


KEY_HEADERS = {"Authorization", "X-Goog-Api-Key"}
SERVICE_METHODS = {service.method for service in SERVICES}
Make = Callable[[int], AbstractContextManager[Rig]]


def test_every_collector_of_a_json_interface_has_a_rig() -> None:
    assert set(RIGS) == set(COLLECTORS) - {Method.FEED, Method.WEB_PAGE, Method.ATPROTO_REPO}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("method", RIGS)
def test_fault_of_the_list_is_a_failed_step_without_data(method: Method, fault: str) -> None:
    kind, details, reason = FAULTS[fault]
    make: Make = RIGS[method]
    with make(5) as rig:
        rig.lister.plant(rig.list_paths[0], kind, **details)
        capture = collect(rig.declared[0], **rig.values, limits={"max_bytes": 1_000_000}, **patience(kind))
    assert (capture.outcome, capture.reason, capture.data, capture.posts) == (StepOutcome.FAILED, reason, b"", ())


@pytest.mark.parametrize("method", RIGS)
def test_passing_fault_is_waited_for_as_the_server_asks(method: Method) -> None:
    make: Make = RIGS[method]
    with make(5) as rig:
        rig.lister.plant(rig.list_paths[0], "status", times=1, status=429, headers={"Retry-After": "7"})
        pauses: list[float] = []
        capture = collect(rig.declared[0], **rig.values, pauses=pauses)
    assert (capture.outcome, len(capture.posts), capture.attempts) == (StepOutcome.CAPTURED, 5, 2)
    assert sum(pauses) == 7


@pytest.mark.parametrize(("status", "outcome"), [(401, StepOutcome.NOT_PUBLIC), (403, StepOutcome.NOT_PUBLIC)])
@pytest.mark.parametrize("method", RIGS)
def test_list_that_asks_for_a_sign_in_is_not_public(method: Method, status: int, outcome: StepOutcome) -> None:
    make: Make = RIGS[method]
    with make(5) as rig:
        rig.lister.plant(rig.list_paths[0], "status", status=status, body=b"{}")
        capture = collect(rig.declared[0], **rig.values)
        # asked once: a refusal is taken as it is
        assert sum(rig.lister.key_of(request) == rig.list_paths[0] for request in rig.lister.requests) == 1
    if status == 401 and not rig.sign_in:
        assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "api_key_refused")
    else:
        assert (capture.outcome, capture.reason) == (outcome, f"http_{status}")


@pytest.mark.parametrize("method", RIGS)
def test_page_that_goes_missing_does_not_make_the_account_missing(method: Method) -> None:
    make: Make = RIGS[method]
    with make(230) as rig:
        original = rig.lister.reply
        listed: list[str] = []

        def vanishing(request: Request) -> Reply:
            if rig.lister.key_of(request) == rig.list_paths[0]:
                listed.append(request.target)
            return Reply(404, b"{}") if len(listed) > 1 else original(request)

        rig.lister.reply = vanishing  # type: ignore[method-assign]
        capture = collect(rig.declared[0], **rig.values)
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "http_404")


@pytest.mark.parametrize("method", RIGS)
def test_list_that_always_gives_the_same_page_ends(method: Method) -> None:
    make: Make = RIGS[method]
    with make(230) as rig:
        original = rig.lister.reply
        kept: list[Reply] = []

        def circling(request: Request) -> Reply:
            if rig.lister.key_of(request) != rig.list_paths[0]:
                return original(request)
            if not kept:
                kept.append(original(request))
            return kept[0]

        rig.lister.reply = circling  # type: ignore[method-assign]
        capture = collect(rig.declared[0], **rig.values, limits={"max_pages": 9})
        asked = sum(rig.lister.key_of(request) == rig.list_paths[0] for request in rig.lister.requests)
    assert capture.outcome is StepOutcome.CAPTURED
    assert capture.reason in ("paging_loop", "page_limit")
    assert asked <= 9
    assert len({post.source_id for post in capture.posts}) == len(capture.posts) < 230


@pytest.mark.parametrize(("limits", "reason"), [({"max_pages": 1}, "page_limit"), ({"max_items": 20}, "item_limit")])
@pytest.mark.parametrize("method", RIGS)
def test_limits_of_the_plan_end_the_list(method: Method, limits: dict[str, int], reason: str) -> None:
    make: Make = RIGS[method]
    with make(230) as rig:
        capture = collect(rig.declared[0], **rig.values, limits=limits)
    assert (capture.outcome, capture.reason) == (StepOutcome.CAPTURED, reason)
    assert len(capture.posts) <= limits.get("max_items", 229)


def plain_target(target: str, declared: DeclaredAccount) -> str:
    """What was asked, byte for byte, with the account's own name and numbers replaced."""
    name = declared.user
    own = (name, quote(name, safe=""), quote_plus(name), AtAccount(name).identifier(), FediverseSim.id_of(name))
    for word in sorted((w for text in own for w in (text, quote(text, safe=""))), key=len, reverse=True):
        target = target.replace(word, "OWN")
    # the simulated wiki numbers its users' edits from 1 000 000 and 2 000 000, the simulated site its authors from 1
    return re.sub(r"author=\d+", "author=OWN", re.sub(r"(?<==)[12](\d{6})\b", r"OWN\1", target))


@pytest.mark.attacks("uniform_plan", "lawful_methods")
@pytest.mark.parametrize("method", RIGS)
def test_requests_are_the_same_for_everybody(method: Method) -> None:
    make: Make = RIGS[method]
    with make(130) as rig:
        seen: list[list[tuple[str, dict[str, str]]]] = []
        counts = []
        for declared in rig.declared:
            for server in rig.servers:
                server.requests.clear()
            captures = [collect(declared, step, **rig.values) for step in (PROFILE, POSTS)]
            seen.append([(plain_target(request.target, declared), dict(request.headers)) for request in rig.asked()])
            counts.append([(c.outcome, c.reason, c.requests, len(c.posts), c.left_out) for c in captures])
            for _, headers in seen[-1]:
                assert set(headers) - KEY_HEADERS == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
                assert method in SERVICE_METHODS or not set(headers) & KEY_HEADERS
    assert json.dumps(seen[0]).encode() == json.dumps(seen[1]).encode()
    assert counts[0] == counts[1]
    assert counts[0][1][3] == 130


@pytest.mark.parametrize("method", RIGS)
def test_capture_opens_with_another_tool_and_every_item_names_its_record(method: Method) -> None:
    make: Make = RIGS[method]
    with make(45) as rig:
        capture = collect(rig.declared[0], **rig.values)
    seen = {record.fields["WARC-Record-ID"]: record for record in records(capture.data)}
    assert len(capture.posts) == 45
    for post in capture.posts:
        assert seen[post.record_id].kind in ("response", "conversion")
