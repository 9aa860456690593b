"""robots.txt at the door: asked first, through the door itself, once for all, on the record; and its answer decides alike for everybody."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method, Service, ServiceRole
from tests.simulators.blog import BlogSim, entries
from tests.simulators.fediverse import FediverseSim, SimAccount
from tests.simulators.press import PressSim, articles
from tests.simulators.server import Reply, Request
from tests.simulators.wiki import WikiSim, edits
from tests.unit.collection.helpers import OPEN, POSTS, PROFILE, account, plan, settings
from tests.unit.collection.warc_reading import Seen, records
from vetting.collection import collect_step
from vetting.collection.hosts import KEPT_FOR, KEPT_UNREAD_FOR, Hosts
from vetting.collection.robots import MAX_PARSED
from vetting.vault.warcfile import content_sha256

pytestmark = [pytest.mark.enable_socket, pytest.mark.attacks("lawful_methods", "uniform_plan")]


def robots(text: str, status: int = 200) -> Reply:
    return Reply(status, text.encode(), "text/plain; charset=utf-8")


FORBIDDEN = robots("User-agent: *\nDisallow: /\n")


@pytest.fixture
def blog() -> Iterator[BlogSim]:
    with BlogSim(entries(9), page_size=3) as running:
        yield running


def about(sim: BlogSim, hosts: Hosts | None = None, path: str = "/about", **values: Any) -> Capture:
    declared = account(sim.host, f"{sim.base_url}{path}", method=Method.WEB_PAGE)
    return collect_step(PROFILE, declared, plan(), OPEN, settings(**values), sleep=lambda _: None, hosts=hosts)


def feed(sim: BlogSim, **values: Any) -> Capture:
    declared = account(sim.host, f"{sim.base_url}/feed/", method=Method.FEED)
    return collect_step(POSTS, declared, plan(), OPEN, settings(**values), sleep=lambda _: None)


def of_robots(capture: Capture) -> list[Seen]:
    return [r for r in records(capture.data, robots=True) if r.uri.endswith("/robots.txt")]


def test_host_that_forbids_is_not_asked_and_its_answer_is_the_evidence(blog: BlogSim) -> None:
    blog.robots = FORBIDDEN
    capture = about(blog)
    assert (capture.outcome, capture.reason) == (StepOutcome.NOT_PUBLIC, "not_permitted_by_robots")
    assert (blog.requests, capture.requests, capture.posts) == ([], 0, ())
    request, response = of_robots(capture)
    assert (request.kind, response.kind, response.status) == ("request", "response", "200 OK")
    assert response.payload.endswith(b"User-agent: *\nDisallow: /\n")
    assert response.fields["WARC-Concurrent-To"] == request.fields["WARC-Record-ID"]
    assert response.fields["X-Vetting-Role"] == "robots"


def test_robots_is_asked_as_everything_else_is(blog: BlogSim) -> None:
    about(blog)
    (request,) = blog.robots_requests
    assert set(request.headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
    assert request.headers["User-Agent"] == "vetting-tests/1"


@pytest.mark.parametrize(
    ("text", "permitted"),
    [
        ("User-agent: vetting-tests\nDisallow: /about\n", False),
        ("User-agent: vetting-tests\nDisallow:\n\nUser-agent: *\nDisallow: /\n", True),
        ("User-agent: other\nDisallow: /\n", True),
        ("User-agent: *\nDisallow: /ab\nAllow: /about\n", True),
        ("<!doctype html><p>Not a robots file at all</p>", True),
    ],
)
def test_rules_for_our_own_name_decide(blog: BlogSim, text: str, *, permitted: bool) -> None:
    blog.robots = robots(text)
    assert (about(blog).outcome is StepOutcome.CAPTURED) is permitted


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_host_without_robots_permits_everything(blog: BlogSim, status: int) -> None:
    blog.robots = robots("User-agent: *\nDisallow: /\n", status)
    assert about(blog).outcome is StepOutcome.CAPTURED


@pytest.mark.parametrize(
    ("kind", "details"),
    [
        ("status", {"status": 500}),
        ("status", {"status": 503}),
        ("status", {"status": 429}),
        ("status", {"status": 304}),
        ("drop", {}),
        ("slow", {"seconds": 0.8}),
        ("redirect", {"to": "http://elsewhere.test/robots.txt"}),
        ("redirect", {"to": "http://169.254.169.254/"}),
        ("redirect", {"to": "/robots.txt"}),
        ("gzip_bomb", {"size": 50_000_000}),
    ],
)
def test_robots_that_cannot_be_read_permits_nothing(blog: BlogSim, kind: str, details: dict[str, Any]) -> None:
    blog.plant("/robots.txt", kind, **details)
    capture = about(blog, http_timeout=0.4)
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "robots_unreachable")
    assert (blog.requests, capture.data) == ([], b"")


def test_half_a_robots_is_no_robots(blog: BlogSim) -> None:
    blog.robots = FORBIDDEN
    blog.plant("/robots.txt", "half", times=1)
    capture = about(blog)
    assert (capture.reason, capture.attempts, len(blog.robots_requests)) == ("not_permitted_by_robots", 2, 2)


def test_passing_fault_of_robots_is_overcome_and_on_record(blog: BlogSim) -> None:
    blog.plant("/robots.txt", "status", times=2, status=503)
    capture = about(blog)
    assert (capture.outcome, capture.attempts, capture.requests) == (StepOutcome.CAPTURED, 3, 1)
    assert [r.status[:3] for r in of_robots(capture) if r.kind == "response"] == ["503", "503", "404"]


@pytest.mark.parametrize(("hops", "permitted"), [(5, False), (6, None)])
def test_five_redirects_are_followed(blog: BlogSim, hops: int, *, permitted: bool | None) -> None:
    for hop in range(hops):
        blog.plant("/robots.txt" if hop == 0 else f"/r{hop}", "redirect", to=f"/r{hop + 1}")
    blog.plant(f"/r{hops}", "replace", body=b"User-agent: *\nDisallow: /about\n", content_type="text/plain")
    capture = about(blog)
    reason = "robots_unreachable" if permitted is None else "not_permitted_by_robots"
    assert capture.reason == reason
    assert not any(request.path == "/about" for request in blog.requests)


def test_only_the_parsing_limit_is_read_and_the_record_says_so(blog: BlogSim) -> None:
    head = "User-agent: *\nDisallow: /secret\n"
    blog.robots = robots(head + "#" * (MAX_PARSED - len(head) - 1) + "\nDisallow: /about\n" + "#" * 3_000_000)
    capture = about(blog)
    assert capture.outcome is StepOutcome.CAPTURED
    (response,) = [r for r in of_robots(capture) if r.kind == "response"]
    assert response.fields["WARC-Truncated"] == "length"
    assert about(blog, path="/secret").reason == "not_permitted_by_robots"


def test_robots_uses_up_nothing_of_the_plans_limit_and_is_no_content(blog: BlogSim) -> None:
    blog.robots = robots("User-agent: *\nDisallow: /x\n" + "# filler\n" * 20_000)
    with_robots = about(blog)
    blog.robots = robots("", 404)
    without = about(blog)
    assert with_robots.content_sha256 == without.content_sha256 == content_sha256(with_robots.data)
    declared = account(blog.host, f"{blog.base_url}/about", method=Method.WEB_PAGE)
    blog.robots = robots("# filler\n" * 20_000)
    small = collect_step(PROFILE, declared, plan(max_bytes=5000), OPEN, settings())
    assert small.outcome is StepOutcome.CAPTURED


def test_next_page_that_is_forbidden_is_not_asked_and_the_step_says_so(blog: BlogSim) -> None:
    blog.robots = robots("User-agent: *\nDisallow: /feed/?paged=3\n")
    capture = feed(blog)
    assert (capture.outcome, capture.reason, len(capture.posts)) == (StepOutcome.CAPTURED, "next_page_refused", 6)
    assert len(blog.requests) == 2


def test_redirect_to_a_forbidden_page_is_not_followed(blog: BlogSim) -> None:
    blog.robots = robots("User-agent: *\nDisallow: /about\n")
    blog.plant("/old", "redirect", to="/about")
    capture = about(blog, path="/old")
    assert capture.reason == "not_permitted_by_robots"
    assert [request.path for request in blog.requests] == ["/old"]


def test_run_asks_each_host_once_and_every_step_records_the_answer(blog: BlogSim) -> None:
    hosts = Hosts()
    blog.robots = robots("User-agent: *\nDisallow: /x\n")
    with ThreadPoolExecutor(4) as workers:
        captures = list(workers.map(lambda _: about(blog, hosts), range(8)))
    assert len(blog.robots_requests) == 1
    shown = [[(r.kind, r.payload, r.fields["WARC-Date"]) for r in of_robots(capture)] for capture in captures]
    assert all(each == shown[0] for each in shown)
    assert {(c.requests, c.attempts, c.outcome) for c in captures} == {(1, 1, StepOutcome.CAPTURED)}
    ids = [r.fields["WARC-Record-ID"] for capture in captures for r in of_robots(capture)]
    assert len(set(ids)) == len(ids)


def test_forbidden_for_one_is_forbidden_for_all(blog: BlogSim) -> None:
    hosts = Hosts()
    blog.robots = FORBIDDEN
    first = about(blog, hosts)
    blog.robots = robots("")
    second = about(blog, hosts)
    assert [(c.outcome, c.reason, c.requests, c.attempts) for c in (first, second)] == [
        (StepOutcome.NOT_PUBLIC, "not_permitted_by_robots", 0, 1)
    ] * 2


def test_robots_is_asked_again_when_its_time_is_over(blog: BlogSim) -> None:
    now = [0.0]
    hosts = Hosts(clock=lambda: now[0])
    blog.plant("/robots.txt", "status", times=3, status=500)
    reasons = []
    for later in (0.0, KEPT_UNREAD_FOR - 1, KEPT_UNREAD_FOR, KEPT_FOR, KEPT_FOR + KEPT_UNREAD_FOR):
        now[0] = later
        reasons.append((about(blog, hosts).reason, len(blog.robots_requests)))
    assert reasons == [("robots_unreachable", 3), ("robots_unreachable", 3), ("", 4), ("", 4), ("", 5)]


def test_hosts_of_the_fediverse_wikis_and_weblogs_are_asked_for_theirs() -> None:
    name = "synthetic-one"
    with (
        FediverseSim([SimAccount(name, count=3)]) as fediverse,
        PressSim({name: articles(3)}) as press,
        WikiSim({"Synthetic one": edits(3)}) as wiki,
    ):
        for sim, declared in (
            (fediverse, account(fediverse.host, f"{fediverse.base_url}/@{name}", user=name)),
            (press, press.declared(name)),
            (wiki, wiki.declared("Synthetic one")),
        ):
            sim.robots = FORBIDDEN
            capture = collect_step(POSTS, declared, plan(), OPEN, settings(), sleep=lambda _: None)
            assert (capture.outcome, capture.reason) == (StepOutcome.NOT_PUBLIC, "not_permitted_by_robots")
            assert sim.requests == []


def test_interface_that_the_configuration_lists_is_asked_under_its_own_terms() -> None:
    with WikiSim({"Synthetic one": edits(3)}) as wiki:
        wiki.robots = FORBIDDEN
        declared = wiki.declared("Synthetic one")
        api = next(request.path for request in _asked(wiki, declared))
        listed = declared.model_copy(update={"services": (Service(role=ServiceRole.API, url=f"{wiki.base_url}{api}"),)})
        capture = collect_step(POSTS, listed, plan(), OPEN, settings(), sleep=lambda _: None)
        assert (capture.outcome, len(capture.posts)) == (StepOutcome.CAPTURED, 3)
        # what lies on the same host beside the interface is not covered by it
        beside = listed.model_copy(update={"method": Method.WEB_PAGE, "target": f"{wiki.base_url}{api}x"})
        refused = collect_step(PROFILE, beside, plan(), OPEN, settings(), sleep=lambda _: None)
        assert refused.reason == "not_permitted_by_robots"


def _asked(wiki: WikiSim, declared: Any) -> list[Request]:
    kept, wiki.robots = wiki.robots, Reply(404)
    collect_step(POSTS, declared, plan(), OPEN, settings(), sleep=lambda _: None)
    wiki.robots = kept
    return wiki.requests


def test_robots_is_asked_without_the_agencys_key_and_the_same_way_whoever_comes_first(blog: BlogSim) -> None:
    from vetting.collection.keys import ApiKey
    from vetting.collection.web import Fault, Web, WebRules

    key = ApiKey(blog.host, "header", "Authorization", "synthetic-key-value", "Bearer ")
    with BlogSim() as beside:
        blog.plant("/robots.txt", "redirect", to=f"{beside.base_url}/robots.txt")
        rules = WebRules("vetting-tests/1", 100_000, timeout=2.0, attempts=1, allow_private_hosts=True)
        # the other host is one of this step's own, but no other step's: the question must not depend on it
        with Web(blog.host, rules, {}, services=[f"{beside.base_url}/api"], key=key) as web:
            got = web.get(f"{blog.base_url}/about", accept="*/*")
        assert isinstance(got, Fault)
        assert got.reason == "robots_unreachable"
        assert beside.robots_requests == beside.requests == []
    (request,) = blog.robots_requests
    assert "Authorization" not in request.headers
