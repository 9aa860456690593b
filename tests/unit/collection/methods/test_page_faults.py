"""Feeds and web pages against every fault of the other side, by name: each ends in its own outcome."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from tests.simulators.blog import BlogSim, entries
from tests.simulators.server import Reply, Request
from tests.unit.collection.helpers import POSTS, PROFILE, account, collect
from vetting import clock
from vetting.collection.answers import MAX_RETRY_AFTER

pytestmark = [pytest.mark.enable_socket, pytest.mark.attacks("plan_only")]

CAPTURED, NONE, PRIVATE, GONE, FAILED = (
    StepOutcome.CAPTURED,
    StepOutcome.NO_CONTENT,
    StepOutcome.NOT_PUBLIC,
    StepOutcome.NOT_FOUND,
    StepOutcome.FAILED,
)
BOTH = (Method.FEED, Method.WEB_PAGE)
PATHS = {Method.FEED: "/feed/", Method.WEB_PAGE: "/about"}
RSS, HTML = "application/rss+xml", "text/html"
NO_XML, NO_FEED, NO_PAGE = (FAILED, "malformed_xml"), (FAILED, "not_a_feed"), (FAILED, "unexpected_content_type")
READ = (CAPTURED, "")
ITEM = b"<item><title>t</title><guid>g</guid><pubDate>Sun, 01 Jun 2025 12:00:00 GMT</pubDate></item>"


@dataclass(frozen=True)
class Case:
    """A fault, and what a step of either method must come to."""

    kind: str
    details: dict[str, Any]
    feed: tuple[StepOutcome, str]
    page: tuple[StepOutcome, str]
    asked: int | None = None
    """How often the address is asked; `None`: three times, as the settings say for a fault that may pass."""


def same(kind: str, outcome: StepOutcome, reason: str, asked: int | None = 1, **details: Any) -> Case:
    return Case(kind, details, (outcome, reason), (outcome, reason), asked)


def body(data: bytes, content_type: str, feed: tuple[StepOutcome, str], page: tuple[StepOutcome, str]) -> Case:
    return Case("replace", {"body": data, "content_type": content_type}, feed, page, 1)


FAULTS: dict[str, Case] = {
    "too many requests": same("status", FAILED, "http_429", None, status=429),
    "too many requests, seconds": same("status", FAILED, "http_429", None, status=429, headers={"Retry-After": "3"}),
    "too many requests, nonsense": same("status", FAILED, "http_429", None, status=429, headers={"Retry-After": "-1"}),
    "server error": same("status", FAILED, "http_500", None, status=500),
    "bad gateway": same("status", FAILED, "http_502", None, status=502),
    "unavailable": same("status", FAILED, "http_503", None, status=503, headers={"Retry-After": "9" * 30}),
    "gateway timeout": same("status", FAILED, "http_504", None, status=504),
    "not implemented": same("status", FAILED, "http_501", status=501),
    "status beyond all": same("status", FAILED, "http_999", None, status=999),
    "bad request": same("status", FAILED, "http_400", status=400),
    "sign in": same("status", PRIVATE, "http_401", status=401),
    "forbidden": same("status", PRIVATE, "http_403", status=403),
    "not found": same("status", GONE, "http_404", status=404),
    "gone": same("status", GONE, "http_410", status=410),
    "not modified": same("status", FAILED, "http_304", status=304),
    "timeout": same("slow", FAILED, "timeout", None, seconds=1.5),
    "half an answer": same("half", FAILED, "cut_short", None),
    "no answer": same("drop", FAILED, "connection_broken", None),
    "answer without end": same("drip", FAILED, "too_slow", None, seconds=0.05),
    "huge answer": same("huge", FAILED, "too_large", size=3_000_000),
    "decompression bomb": same("gzip_bomb", FAILED, "too_large", size=50_000_000),
    "redirect in a circle": same("redirect", FAILED, "too_many_redirects", 6, to="?round"),
    "redirect to another host": same("redirect", FAILED, "redirect_refused", to="http://elsewhere.test/"),
    "redirect to the metadata service": same("redirect", FAILED, "redirect_refused", to="http://169.254.169.254/"),
    "redirect to nowhere": same("redirect", FAILED, "redirect_refused", to=""),
    "redirect to a file": same("redirect", FAILED, "redirect_refused", to="file:///etc/hostname"),
    "unknown encoding": Case(
        "replace",
        {"body": b"x", "content_type": HTML, "headers": {"Content-Encoding": "br"}},
        (FAILED, "bad_content_encoding"),
        (FAILED, "bad_content_encoding"),
        1,
    ),
    "damaged encoding": Case(
        "replace",
        {"body": b"\x1f\x8b not gzip", "content_type": HTML, "headers": {"Content-Encoding": "gzip"}},
        (FAILED, "bad_content_encoding"),
        (FAILED, "bad_content_encoding"),
        1,
    ),
    "empty answer": body(b"", HTML, NO_XML, (NONE, "empty_page")),
    "picture": body(b"\x89PNG\r\n\x1a\n" + bytes(99), "image/png", NO_XML, NO_PAGE),
    "JSON of another kind": body(b'{"a": 1}', "application/json", NO_FEED, NO_PAGE),
    "malformed JSON": body(b'{"version": "https://jsonfeed.org/", ', "application/feed+json", (FAILED, "malformed_json"), NO_PAGE),
    "XML cut in the middle": body(b"<rss><channel>" + ITEM + b"<item><title>hal", RSS, NO_XML, NO_PAGE),
    "XML of another kind": body(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml", NO_FEED, NO_PAGE),
    "XML entities": body(b"<!DOCTYPE a [<!ENTITY b 'c'>]><rss>&b;</rss>", RSS, (FAILED, "xml_entities_refused"), NO_PAGE),
    "XML nested without end": body(b"<rss>" + b"<a>" * 100_000, RSS, NO_XML, NO_PAGE),
    "HTML for a feed": body(b"<!doctype html><html><body><p>Not a feed, a synthetic page.</p></body></html>", HTML, NO_XML, READ),
    "HTML malformed": body(b"<html><body><p>Words <b>in <i>tags</b> not </i closed <table><tr><p>" * 50, HTML, NO_XML, READ),
    "HTML nested without end": body(b"<div>" * 50_000 + b"words", HTML, NO_XML, (FAILED, "nested_too_deep")),
    "bytes of no encoding": body(b"\xff\xfe\xfd" * 500, "text/html; charset=zip", NO_XML, READ),
}  # fmt: skip


def step(sim: BlogSim, method: Method, **values: Any) -> Capture:
    declared = account(sim.host, f"{sim.base_url}{PATHS[method]}", method=method)
    action = POSTS if method is Method.FEED else PROFILE
    limits = {"max_bytes": 1_000_000} | values.pop("limits", {})
    return collect(declared, action, limits=limits, **values)


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("method", BOTH)
def test_fault_ends_in_its_named_outcome(method: Method, fault: str) -> None:
    case = FAULTS[fault]
    with BlogSim(entries(3)) as sim:
        sim.plant(PATHS[method], case.kind, **case.details)
        capture = step(sim, method, **({"http_timeout": 0.5} if case.kind in ("slow", "drip") else {}))
        asked = len(sim.requests)
    wanted = case.feed if method is Method.FEED else case.page
    assert (capture.outcome, capture.reason) == wanted
    assert asked == (case.asked or 3)
    if capture.outcome is FAILED:
        assert (capture.data, capture.posts, capture.content_sha256) == (b"", (), None)
    assert capture.attempts == (3 if case.asked is None else 1)


@pytest.mark.parametrize("method", BOTH)
@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (lambda: "7", 7),
        (lambda: "0", 0),
        (lambda: "86400", MAX_RETRY_AFTER),
        (lambda: "9" * 400, MAX_RETRY_AFTER),
        (lambda: format_datetime(clock.now() + timedelta(days=400), usegmt=True), MAX_RETRY_AFTER),
        (lambda: format_datetime(clock.now() - timedelta(days=400), usegmt=True), 0),
        (lambda: "Mon, 99 Foo 2025 99:99:99 GMT", 0.5),
        (lambda: "1.5", 0.5),
        (lambda: "", 0.5),
    ],
)
def test_wait_that_a_host_asks_for_is_kept_within_bounds(
    method: Method, value: Callable[[], str], seconds: float
) -> None:
    with BlogSim(entries(3)) as sim:
        pauses: list[float] = []
        sim.plant(PATHS[method], "status", times=1, status=429, headers={"Retry-After": value()})
        capture = step(sim, method, pauses=pauses, http_backoff=0.5)
    assert (capture.outcome, capture.attempts) == (CAPTURED, 2)
    assert sum(pauses) == seconds


@dataclass
class Endless(BlogSim):
    """A feed whose every page names a next one."""

    same_page: bool = False
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__(entries(3), page_size=1)

    def reply(self, request: Request) -> Reply:
        number = int(request.query.get("paged", "1"))
        ident = b"g" if self.same_page else b"g%d" % number
        link = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="{self.base_url}/feed/?paged={number + 1}"/>'
        page = b"<rss version='2.0'><channel>" + link.encode() + ITEM.replace(b">g<", b">" + ident + b"<")
        return Reply(200, page + b"</channel></rss>", RSS)


@pytest.mark.parametrize(("limits", "reason"), [({"max_pages": 7}, "page_limit"), ({"max_items": 5}, "item_limit")])
def test_pages_without_end_end_at_the_plans_limits(limits: dict[str, int], reason: str) -> None:
    with Endless() as sim:
        capture = step(sim, Method.FEED, limits=limits)
        assert (capture.outcome, capture.reason) == (CAPTURED, reason)
        assert len(sim.requests) == next(iter(limits.values()))


def test_same_page_under_ever_new_addresses_gives_its_items_once() -> None:
    with Endless(same_page=True) as sim:
        capture = step(sim, Method.FEED, limits={"max_pages": 9})
        assert (capture.outcome, len(capture.posts)) == (CAPTURED, 1)
        assert len(sim.requests) <= 9


def test_page_of_a_feed_that_fails_later_makes_no_half_list() -> None:
    with BlogSim(entries(9), page_size=3) as sim:
        real = sim.reply
        sim.reply = lambda request: Reply(404) if request.query.get("paged") == "3" else real(request)  # type: ignore[method-assign]
        capture = step(sim, Method.FEED)
    assert (capture.outcome, capture.reason, capture.data) == (FAILED, "http_404", b"")


def test_many_small_pages_are_one_sum() -> None:
    with BlogSim(entries(400), page_size=10) as sim:
        capture = step(sim, Method.FEED, limits={"max_bytes": 20_000, "max_pages": 1000})
    assert (capture.outcome, capture.reason) == (FAILED, "too_large")
