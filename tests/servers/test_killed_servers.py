"""A real WordPress and a real MediaWiki that die in the middle of a list: an outcome with a reason, and the whole list later.

A failed step is repeated by the lawful path alone: one person asks for it, another approves, and the new attempt stands
beside the old one in the log.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import flows.collect
from flows.desk import Desk, at_desk
from schemas.account import DeclaredAccount
from schemas.capture import StepOutcome
from schemas.case import Step
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.event import Event
from schemas.evidence import OpenReason
from schemas.plan import StepAction
from schemas.platform import Method
from schemas.round import CandidateKind, DeviationKind, DeviationReason
from schemas.window import Window
from tests.servers.mediawiki import MediaWikiServer
from tests.servers.wordpress import WordPressServer
from tests.unit.collection.helpers import POSTS as POSTS_STEP
from tests.unit.collection.helpers import account, plan, settings
from tests.world import ROUND, World
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.collection import collect_step
from vetting.intake.record import record_declaration
from vetting.rounds.deviations import decide_deviation, request_deviation
from vetting.rounds.opening import ruleset
from vetting.vault.custody import open_posts
from vetting.vault.verification import verify_case

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket, pytest.mark.timeout(900)]

NOW = Window(not_after=datetime.now(UTC) + timedelta(days=1))
FIRST = datetime(2024, 1, 15, 10, 0, tzinfo=UTC)
EDITS = 70
ENTRIES = 330
GONE = {"not_reachable", "connection_broken", "timeout", "cut_short"}
Server = WordPressServer | MediaWikiServer


class Site:
    """A server with an account on it, and the texts that a collection of it has to give, newest first."""

    def __init__(self, server: Server, declared: DeclaredAccount, handle: str, platform: str, texts: list[str]) -> None:
        self.server, self.declared, self.handle, self.platform, self.texts = server, declared, handle, platform, texts


def wordpress() -> Iterator[Site]:
    server = WordPressServer()
    try:
        site = server.start()
        site.create_posts(
            (f"Entry {n}", f"<p>Body {n} — 漢字 & more</p>", FIRST + timedelta(hours=n)) for n in range(ENTRIES)
        )
        declared = account(
            site.host, f"{site.base_url}/author/{site.user}/", user=site.user, method=Method.WORDPRESS_API
        )
        texts = [f"Entry {n}\n\nBody {n} — 漢字 & more" for n in reversed(range(ENTRIES))]
        yield Site(server, declared, f"{site.user}@{site.host}", "wordpress-author", texts)
    finally:
        server.stop()


def mediawiki() -> Iterator[Site]:
    server = MediaWikiServer()
    try:
        wiki = server.start()
        for n in range(EDITS):
            wiki.create_post(f"Item {n // 2}", f"Words {n} — 漢字 & more", summary=f"edit {n}")
        declared = account(wiki.host, wiki.api, user=wiki.user, method=Method.MEDIAWIKI_API)
        texts = [f"Item {n // 2}\nedit {n}\n\nWords {n} — 漢字 & more" for n in reversed(range(EDITS))]
        yield Site(server, declared, f"{wiki.user}@{wiki.host}", "mediawiki-account", texts)
    finally:
        server.stop()


@pytest.fixture(scope="module", params=[wordpress, mediawiki], ids=["wordpress", "mediawiki"])
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """A server of each kind that this module has to itself."""
    yield from request.param()


def before_request(number: int, what: Callable[[], None]) -> tuple[list[int], Callable[[], None]]:
    """What `collect_step` takes as a heartbeat: does something once, before that request of the step."""
    asked: list[int] = []

    def beat() -> None:
        asked.append(1)
        if len(asked) == number:
            what()

    return asked, beat


def test_server_that_comes_back_while_the_list_is_read(site: Site) -> None:
    asked, beat = before_request(4, site.server.kill)

    def pause(_: float) -> None:
        if len(asked) == 4:
            site.server.start_again()

    capture = collect_step(
        POSTS_STEP, site.declared, plan(), NOW, settings(http_timeout=30.0, http_backoff=0.01), beat, pause
    )
    assert (capture.outcome, capture.reason, capture.attempts) == (StepOutcome.CAPTURED, "", 2)
    assert [post.text for post in capture.posts] == site.texts


@pytest.mark.parametrize("site", [wordpress], indirect=True, ids=["wordpress"])
def test_database_that_dies_behind_the_web_server(site: Site) -> None:
    server = site.server
    assert isinstance(server, WordPressServer)
    _, beat = before_request(4, server.kill_database)
    capture = collect_step(
        POSTS_STEP, site.declared, plan(), NOW, settings(http_timeout=30.0, http_backoff=0.01), beat, lambda _: None
    )
    server.kill()
    server.start_again()
    assert (capture.outcome, capture.reason, capture.posts) == (StepOutcome.FAILED, "http_500", ())


def test_failed_step_is_repeated_by_two_persons_and_gives_everything(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = opened(tmp_path / "home", site)
    office = world.office
    real = collect_step

    def dying(step: Any, *rest: Any, **named: Any) -> Any:
        if step.action is not StepAction.POSTS:
            return real(step, *rest, **named)
        _, beat = before_request(4, site.server.kill)
        return real(step, *rest, heartbeat=beat, **named)

    with at_desk(Desk(office, world.actors["inv-1"])):
        (account_id,) = flows.collect.begin(ROUND)
        monkeypatch.setattr("flows.collect.collect_step", dying)
        assert flows.collect.collect_one(account_id) == 2
        monkeypatch.undo()
        failed = last_posts_step(world)
        # half a list is not kept as if it were whole, and the step is not pending: it has its outcome, and a reason
        assert (failed.outcome, failed.items, failed.attempt) == (StepOutcome.FAILED, 0, 1)
        assert failed.reason in GONE
        assert not [e for e in world.evidence(failed.case) if e.step == failed.id]
        assert flows.collect.begin(ROUND) == []

        site.server.start_again()
        asked = request_deviation(
            office,
            world.actors["inv-1"],
            ROUND,
            DeviationKind.REPEAT_STEP,
            DeviationReason.PLATFORM_UNAVAILABLE,
            "The server was down while the list was read.",
            case_id=failed.case,
            step_key="posts",
            account=account_id,
        )
        assert flows.collect.begin(ROUND) == []
        decide_deviation(office, world.actors["rev-1"], asked, approve=True)
        assert flows.collect.begin(ROUND) == [account_id]
        assert flows.collect.collect_one(account_id) == 1
        assert flows.collect.finish(ROUND) == []

    again = last_posts_step(world)
    assert (again.outcome, again.reason, again.attempt) == (StepOutcome.CAPTURED, "", 2)
    assert (again.items, again.left_out, again.deviation) == (len(site.texts), 0, asked)
    kept = next(e for e in world.evidence(again.case) if e.step == again.id)
    posts = open_posts(office, world.actors["inv-1"], kept.id, OpenReason.FIND)
    assert [post.text for post in posts] == site.texts
    told = [(e.subject, e.details["outcome"], e.details["attempt"]) for e in step_events(world, "posts")]
    assert told == [(failed.id, "failed", 1), (again.id, "captured", 2)]
    assert verify_case(office, world.actors["inv-1"], again.case) == []
    office.close()


def opened(home: Path, site: Site) -> World:
    """An installation with one candidate who declared the site's account, in a round opened after everything was written."""
    world = World.make(home)
    relaxed = partial(settings, home=home, http_timeout=30.0, http_backoff=0.01)
    world.office = type(world.office)(relaxed(), world.office.store, world.office.vault, world.office.keys)
    world.open_round(1)
    with world.office.store.reading() as tx:
        platforms = ruleset(tx, ROUND).platforms
    declaration = Declaration(
        round=ROUND,
        candidate=1,
        kind=CandidateKind.ENTRY,
        identity=CandidateIdentity(full_name="Synthia Testcase", birth_date=date(1990, 1, 2)),
        accounts=(AccountDeclaration(platform=site.platform, handle=site.handle),),
        notice_version="2026-1",
        notice_acknowledged_on=date(2026, 1, 15),
    )
    record_declaration(world.office, world.actors["inv-1"], declaration, platforms)
    return world


def last_posts_step(world: World) -> Step:
    return [step for step in world.steps(f"{ROUND}.001") if step.key == "posts"][-1]


def step_events(world: World, key: str) -> list[Event]:
    with world.office.store.reading() as tx:
        recorded = [e for e in events(tx, round_=ROUND) if e.action == Action.STEP_RECORDED.value]
    return [event for event in recorded if event.details.get("step") == key]
