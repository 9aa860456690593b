"""Attacks on law 3 by way of captures by hand: another person's page, and a file that shows another page than stated."""

from datetime import date

import pytest

from schemas.capture import StepOutcome
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.evidence import ObjectKind
from schemas.post import Authorship, Post
from schemas.round import CandidateKind
from tests.security.doors import refused
from tests.unit.collection.imports import samples
from tests.unit.collection.imports.test_imports import GOOD, SIGNED_OUT
from tests.world import ROUND, World, rules
from vetting.audit.recorder import events
from vetting.collection.by_hand import import_step, record_step
from vetting.collection.worklist import worklist
from vetting.intake.record import record_declaration

pytestmark = pytest.mark.attacks("plan_only", "authentic_capture")
OWN_PAGE = "https://www.instagram.com/synthia_example/"
OTHERS = [
    "https://www.instagram.com/somebody_else/",
    "https://www.instagram.com/explore/tags/synthia_example/",
    "https://www.facebook.com/synthia_example",
    "https://www.instagram.com.evil.test/synthia_example/",
    "https://www.instagram.com@evil.test/synthia_example/",
    "https://www.instagram.com/synthia_example/../somebody_else/",
    "synthia_example",
]


def declare(world: World, *accounts: AccountDeclaration) -> None:
    world.open_round(plan="declared-and-name-search")
    record_declaration(
        world.office,
        world.actors["inv-1"],
        Declaration(
            round=ROUND,
            candidate=1,
            kind=CandidateKind.ENTRY,
            identity=CandidateIdentity(full_name="Synthia Example", birth_date=date(1990, 1, 2)),
            accounts=accounts,
            none_declared=False,
            notice_version="2026-1",
            notice_acknowledged_on=date(2026, 1, 4),
        ),
        rules().platforms,
    )


@pytest.fixture
def instagram(world: World) -> World:
    """Candidate 1 has declared one account that is captured by hand."""
    declare(world, AccountDeclaration(platform="instagram", handle="synthia_example"))
    return world


def steps(world: World) -> dict[str, str]:
    return {t.step.key: t.step.id for t in worklist(world.office, world.actors["inv-1"], ROUND)}


def add(world: World, step: str, data: bytes, address: str) -> str:
    statement = SIGNED_OUT.model_copy(update={"address": address})
    return import_step(world.office, world.actors["inv-1"], step, data, None, statement)


def posts(world: World, evidence: str) -> list[Post]:
    row = next(e for e in world.evidence("R1.001") if e.id == evidence)
    assert row.posts_object
    with world.office.store.reading() as tx:
        lines = world.office.vault.get(tx, row.posts_object, ObjectKind.POSTS, scope=row.case)
    return [Post.model_validate_json(line) for line in lines.splitlines()]


@pytest.mark.parametrize("address", OTHERS)
def test_statement_of_another_persons_page_is_refused(instagram: World, address: str) -> None:
    step = steps(instagram)["posts"]
    with refused("capture_other_account") as caught:
        add(instagram, step, samples.png(), address)
    assert (caught.value.law, "R1.001.A1" in caught.value.message) == (3, True)
    assert address not in caught.value.diagnostics()
    assert "somebody" not in caught.value.diagnostics()
    with instagram.office.store.reading() as tx:
        assert (events(tx)[-1].code, events(tx)[-1].subject) == ("capture_other_account", step)
    assert instagram.evidence("R1.001") == []


@pytest.mark.parametrize("name", ["html single", "html saved", "mhtml", "warc", "warc.gz", "wacz"])
def test_file_of_another_persons_page_under_the_accounts_own_address_is_refused(instagram: World, name: str) -> None:
    other = "https://www.instagram.com/somebody_else/"
    record = samples.response(uri=other)
    data = {
        "html single": samples.SINGLE_FILE.replace(b"https://page.test/", other.encode()),
        "html saved": b"<!-- saved from url=(0040)" + other.encode() + b" -->\n" + samples.HTML,
        "mhtml": samples.mhtml(samples.part(place=other), place=other),
        "warc": record,
        "warc.gz": samples.gzipped(record),
        "wacz": samples.wacz({"archive/data.warc.gz": samples.gzipped(record)}),
    }[name]
    with refused("capture_address_mismatch"):
        add(instagram, steps(instagram)["profile"], data, OWN_PAGE)
    assert instagram.evidence("R1.001") == []


@pytest.mark.parametrize("outcome", [StepOutcome.NOT_FOUND, StepOutcome.NO_CONTENT, StepOutcome.NOT_PUBLIC])
def test_outcome_without_a_file_is_about_the_accounts_own_page_too(instagram: World, outcome: StepOutcome) -> None:
    step, actor = steps(instagram)["posts"], instagram.actors["inv-1"]
    with refused("capture_other_account"):
        record_step(instagram.office, actor, step, outcome, SIGNED_OUT.model_copy(update={"address": OTHERS[0]}))
    record_step(instagram.office, actor, step, outcome, SIGNED_OUT.model_copy(update={"address": OWN_PAGE}))


def test_record_without_an_address_does_not_pass_for_the_stated_page(instagram: World) -> None:
    nameless = samples.response().replace(b"WARC-Target-URI: https://page.test/\r\n", b"")
    with refused("capture_address_mismatch"):
        add(instagram, steps(instagram)["posts"], nameless, OWN_PAGE)


def test_own_page_is_kept_and_pages_of_others_in_the_same_file_become_no_own_posts(instagram: World) -> None:
    data = samples.gzipped(
        samples.response(uri=OWN_PAGE),
        samples.response(
            uri="https://www.instagram.com/somebody_else/", body=samples.HTML.replace(b"Words", b"CANARY")
        ),
        samples.response(uri="https://ads.test/frame"),
        samples.response(uri="https://www.instagram.com/p/Cabc/"),
    )
    evidence = add(instagram, steps(instagram)["posts"], data, OWN_PAGE)
    kept = posts(instagram, evidence)
    assert [(p.number, p.source_id, p.authorship) for p in kept] == [
        (1, OWN_PAGE, Authorship.OWN),
        (2, "https://ads.test/frame", Authorship.HOSTED),
        (3, "https://www.instagram.com/p/Cabc/", Authorship.OWN),
    ]
    assert not any("CANARY" in p.text for p in kept)
    assert next(s for s in instagram.steps("R1.001") if s.key == "posts").left_out == 1


def test_search_by_name_is_about_no_account_but_its_file_must_fit_its_statement(instagram: World) -> None:
    step = steps(instagram)["name-search"]
    with refused("capture_address_mismatch"):
        add(instagram, step, GOOD["mhtml"][0], "https://search.test/?q=Synthia+Example")
    assert add(instagram, step, GOOD["mhtml"][0], "the search terms, word for word")


def test_second_accounts_page_does_not_answer_the_first_accounts_step(world: World) -> None:
    declare(
        world,
        AccountDeclaration(platform="instagram", handle="synthia_example"),
        AccountDeclaration(platform="instagram", handle="synthia_second"),
    )
    tasks = worklist(world.office, world.actors["inv-1"], ROUND)
    first, second = (t.step.id for t in tasks if t.step.key == "profile")
    with refused("capture_other_account"):
        add(world, second, samples.png(), OWN_PAGE)
    assert add(world, first, samples.png(), OWN_PAGE)


def test_declared_address_is_compared_where_the_platform_has_no_form(world: World) -> None:
    declare(world, AccountDeclaration(platform="other", url="https://forum.example/member/77"))
    step = steps(world)["posts"]
    for address in ("https://forum.example/member/78", "https://forum.example/", "https://other.example/member/77"):
        with refused("capture_other_account"):
            add(world, step, samples.png(), address)
    assert add(world, step, samples.png(), "https://forum.example/member/77/posts?page=2")
