"""The door asks a host in its turn only: between requests, between steps, and after a host has asked for quiet."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.plan import HostLimits
from schemas.platform import Method
from tests.simulators.blog import BlogSim, entries
from tests.simulators.server import Reply, Request
from tests.unit.collection.helpers import OPEN, POSTS, PROFILE, account, plan, settings
from vetting.collection import collect_step, run
from vetting.collection.hosts import Hosts
from vetting.collection.pace import LocalPace
from vetting.collection.web import MAX_TURN_WAIT

pytestmark = [pytest.mark.enable_socket, pytest.mark.attacks("lawful_methods")]


class Time:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


class TimedBlog(BlogSim):
    """A blog that notes when it was asked."""

    def __init__(self, time: Time, **values: Any) -> None:
        super().__init__(entries(9), page_size=3, **values)
        self.time = time
        self.asked: list[float] = []

    def reply(self, request: Request) -> Reply:
        self.asked.append(self.time.now)
        return super().reply(request)

    def take_fault(self, path: str) -> Any:
        fault = super().take_fault(path)
        if fault is not None:
            self.asked.append(self.time.now)
        return fault


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def blog(time: Time) -> Iterator[TimedBlog]:
    with TimedBlog(time) as running:
        yield running


def step(
    blog: TimedBlog, hosts: Hosts, path: str = "/feed/", *, limits: HostLimits | None = None, **values: Any
) -> Capture:
    method, action = (Method.FEED, POSTS) if path == "/feed/" else (Method.WEB_PAGE, PROFILE)
    declared = account(blog.host, f"{blog.base_url}{path}", method=method)
    fixed = plan().model_copy(update={"hosts": limits or HostLimits(requests_per_minute=30)})
    return collect_step(action, declared, fixed, OPEN, settings(**values), sleep=blog.time.sleep, hosts=hosts)


def test_requests_to_one_host_are_as_far_apart_as_the_plan_says(blog: TimedBlog, time: Time) -> None:
    assert step(blog, Hosts(LocalPace(time))).outcome is StepOutcome.CAPTURED
    assert blog.asked == [2.0, 4.0, 6.0]  # robots.txt at 0


def test_steps_share_the_pace(blog: TimedBlog, time: Time) -> None:
    hosts = Hosts(LocalPace(time))
    step(blog, hosts, "/about")
    step(blog, hosts, "/about")
    assert blog.asked == [2.0, 4.0]
    assert len(blog.robots_requests) == 1


def test_other_host_has_a_pace_of_its_own(blog: TimedBlog, time: Time) -> None:
    hosts = Hosts(LocalPace(time))
    with TimedBlog(time) as other:
        step(blog, hosts, "/about")
        time.sleep(1.0)
        step(other, hosts, "/about")
    assert (blog.asked, other.asked) == ([2.0], [5.0])


@pytest.mark.parametrize(("stated", "kept"), [("7", 7.0), ("1", 2.0), ("9999999", 10.0), ("nonsense", 2.0)])
def test_crawl_delay_of_the_host_is_kept_up_to_the_bound(blog: TimedBlog, time: Time, stated: str, kept: float) -> None:
    blog.robots = Reply(200, f"User-agent: *\nCrawl-delay: {stated}\n".encode(), "text/plain")
    step(blog, Hosts(LocalPace(time)))
    first, second, third = blog.asked
    assert (second - first, third - second) == (kept, kept)


@pytest.mark.parametrize(
    ("status", "value", "waited"),
    [(429, "60", 60.0), (503, "60", 60.0), (429, "99999999999", 120.0), (429, "soon", 0.5), (429, "", 0.5)],
)
def test_quiet_that_a_host_asks_for_is_kept_by_all_steps(
    blog: TimedBlog, time: Time, status: int, value: str, waited: float
) -> None:
    hosts = Hosts(LocalPace(time))
    blog.plant("/about", "status", times=1, status=status, headers={"Retry-After": value})
    capture = step(blog, hosts, "/about", http_attempts=1, http_backoff=0.5)
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, f"http_{status}")
    assert step(blog, hosts, "/about").outcome is StepOutcome.CAPTURED
    refused, answered = blog.asked
    assert answered - refused == max(waited, 2.0)


def test_retry_waits_once_and_not_twice(blog: TimedBlog, time: Time) -> None:
    blog.plant("/about", "status", times=1, status=429, headers={"Retry-After": "60"})
    assert step(blog, Hosts(LocalPace(time)), "/about").attempts == 2
    assert blog.asked == [2.0, 62.0]


def test_date_form_of_retry_after_is_kept(blog: TimedBlog, time: Time) -> None:
    from email.utils import format_datetime

    from vetting import clock

    # the real clock says when the answer came; a minute and a half later is asked for
    header = format_datetime(clock.now() + timedelta(seconds=91), usegmt=True)
    blog.plant("/about", "status", times=1, status=503, headers={"Retry-After": header})
    assert step(blog, Hosts(LocalPace(time)), "/about").outcome is StepOutcome.CAPTURED
    refused, answered = blog.asked
    assert 80 < answered - refused < 92


def test_host_whose_turn_never_comes_is_busy(blog: TimedBlog, time: Time) -> None:
    class Never(LocalPace):
        def turn(self, host: str, pause: float) -> float:
            return 60.0

    capture = step(blog, Hosts(Never(time)), "/about")
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "host_busy")
    assert blog.asked == blog.robots_requests == []
    assert time.now == MAX_TURN_WAIT


def test_heartbeats_go_on_while_a_turn_is_waited_for(blog: TimedBlog, time: Time) -> None:
    beats: list[float] = []
    pace = LocalPace(time)
    pace.hold(blog.host, 60)
    declared = account(blog.host, f"{blog.base_url}/about", method=Method.WEB_PAGE)
    collect_step(
        PROFILE, declared, plan(), OPEN, settings(), lambda: beats.append(time.now), time.sleep, hosts=Hosts(pace)
    )
    assert max(later - earlier for earlier, later in pairwise(beats)) <= 2.0
    assert beats[-1] >= 60


def test_step_that_shares_nothing_still_keeps_the_pace(
    blog: TimedBlog, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "_OWN_PACE", LocalPace(time))
    declared = account(blog.host, f"{blog.base_url}/about", method=Method.WEB_PAGE)
    collect_step(PROFILE, declared, plan(), OPEN, settings(unpaced_test_hosts=False), sleep=time.sleep)
    assert blog.asked == [1.0]


def test_setting_for_test_servers_lifts_the_pace_on_test_networks_only() -> None:
    assert settings(unpaced_test_hosts=True, allow_private_hosts=False).paced
    assert settings(unpaced_test_hosts=False, allow_private_hosts=True).paced
    assert not settings(unpaced_test_hosts=True, allow_private_hosts=True).paced
