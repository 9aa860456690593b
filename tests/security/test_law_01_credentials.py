"""Law 1, who may look at all: investigators with a current designation, confidentiality acknowledgement and training."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from flows.collect import collect, collect_one
from flows.prepare import prepare_case
from schemas.case import Case
from schemas.event import Result
from schemas.evidence import OpenReason
from schemas.person import CredentialKind, Revocation, RevocationReason, Role
from tests.security.doors import collected, desk_of, give, log, refused, sql_refused
from tests.world import ROUND, World, capture_of, the_redactor
from vetting.access import require
from vetting.access.permissions import GRANTS, Permission
from vetting.cases import expand
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.findings.record import record_finding
from vetting.redaction.drafting import prepare_draft
from vetting.rounds.credentials import record_credential, revoke_credential
from vetting.rounds.people import disable
from vetting.vault.custody import open_posts

TODAY = now().date()


def newcomer(world: World) -> None:
    """A second investigator with a role and no credential."""
    from vetting.rounds.people import assign

    world.add_person("inv-2")
    assign(world.office.store, world.actors["admin-1"], ROUND, "inv-2", Role.INVESTIGATOR)


def hold(world: World, kind: CredentialKind, start: date, end: date | None) -> None:
    record_credential(world.office.store, world.actors["admin-1"], "inv-2", kind, start, end)


def revoke(world: World, kind: CredentialKind) -> tuple[str, ...]:
    return revoke_credential(
        world.office.store, world.actors["admin-1"], "inv-2", kind, RevocationReason.RECORDED_IN_ERROR
    )


DOORS: dict[str, Callable[[World, str], Any]] = {
    "collect": lambda w, _: collect(ROUND),
    "collect one": lambda w, c: collect_one(f"{c}.A1"),
    "keep": lambda w, c: keep(w.office, w.actors["inv-2"], "R1.002.S1", capture_of(None), started_at=now()),
    "open": lambda w, c: open_posts(w.office, w.actors["inv-2"], f"{c}.E1", OpenReason.FIND),
    "find": lambda w, c: record_finding(w.office, w.actors["inv-2"], c, w.content(c)),
    "draft": lambda w, c: prepare_draft(w.office, w.actors["inv-2"], c, the_redactor()),
    "flow: prepare": lambda w, c: prepare_case.fn(c),
}


@pytest.mark.attacks("sensitive_position")
@pytest.mark.parametrize("lacking", [*CredentialKind, None])
@pytest.mark.parametrize("door", DOORS)
def test_investigator_without_every_credential_does_nothing(
    opened: World, door: str, lacking: CredentialKind | None
) -> None:
    newcomer(opened)
    case = collected(opened)
    second = opened.declare(2)
    with opened.office.store.transaction() as tx:
        expand(tx, tx.get(Case, second))
    for kind in CredentialKind:
        if lacking is not None and kind is not lacking:
            hold(opened, kind, TODAY, None)
    with desk_of(opened, "inv-2"), refused("credential_missing"):
        DOORS[door](opened, case)
    assert log(opened)[-1].result is Result.REFUSED


@pytest.mark.attacks("sensitive_position")
@pytest.mark.parametrize(
    ("start", "end", "holds"),
    [
        (TODAY, None, True),
        (TODAY, TODAY, True),
        (TODAY - timedelta(days=400), TODAY - timedelta(days=1), False),
        (TODAY + timedelta(days=1), None, False),
        (TODAY + timedelta(days=1), TODAY + timedelta(days=9), False),
    ],
)
def test_credential_counts_from_its_first_to_its_last_day(
    opened: World, start: date, end: date | None, holds: bool
) -> None:
    newcomer(opened)
    case = collected(opened)
    for kind in CredentialKind:
        hold(
            opened,
            kind,
            TODAY if kind is not CredentialKind.TRAINING else start,
            None if kind is not CredentialKind.TRAINING else end,
        )
    if holds:
        assert open_posts(opened.office, opened.actors["inv-2"], f"{case}.E1", OpenReason.FIND)
    else:
        with refused("credential_missing") as caught:
            open_posts(opened.office, opened.actors["inv-2"], f"{case}.E1", OpenReason.FIND)
        assert "training" in caught.value.message


@pytest.mark.attacks("sensitive_position")
def test_nobody_records_their_own_credential(opened: World) -> None:
    arguments = (CredentialKind.SENSITIVE_POSITION, TODAY, None)
    with refused("own_credential"):
        record_credential(opened.office.store, opened.actors["admin-1"], "admin-1", *arguments)
    for person in ("inv-1", "rev-1", "board-1", "aud-1"):
        with refused("not_permitted"):
            record_credential(opened.office.store, opened.actors[person], "inv-1", *arguments)
    with refused("dates_reversed"):
        record_credential(
            opened.office.store,
            opened.actors["admin-1"],
            "inv-1",
            CredentialKind.TRAINING,
            TODAY,
            TODAY - timedelta(days=1),
        )


@pytest.mark.attacks("sensitive_position")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE credential SET valid_until = '2099-01-01'",
        "UPDATE credential SET person = 'inv-2'",
        "DELETE FROM credential",
        "INSERT OR REPLACE INTO credential SELECT * FROM credential",
    ],
)
def test_database_keeps_credentials_as_recorded(opened: World, statement: str) -> None:
    sql_refused(opened, statement)


@pytest.mark.attacks("sensitive_position")
def test_reviewer_with_lapsed_credentials_does_not_act_as_investigator(opened: World) -> None:
    """Two roles in one person: what only an investigator may do stays shut, and the log names the role that counted."""
    case = collected(opened)
    newcomer(opened)
    give(opened, "inv-2", Role.REVIEWER)
    with refused("credential_missing"):
        record_finding(opened.office, opened.actors["inv-2"], case, opened.content(case))
    open_posts(opened.office, opened.actors["inv-2"], f"{case}.E1", OpenReason.REVIEW)
    assert log(opened)[-1].details["role"] == "reviewer"
    opened.give_credentials("inv-2")
    open_posts(opened.office, opened.actors["inv-2"], f"{case}.E1", OpenReason.FIND)
    assert log(opened)[-1].details["role"] == "investigator"


@pytest.mark.attacks("sensitive_position", "evidence_access")
def test_disabled_investigator_is_out_at_once(opened: World) -> None:
    case = collected(opened)
    disable(opened.office.store, opened.actors["admin-1"], "inv-1")
    with refused("person_inactive"):
        open_posts(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)
    sql_refused(opened, "UPDATE person SET active = 1 WHERE id = 'inv-1'")


@pytest.mark.attacks("sensitive_position")
def test_every_permission_of_an_investigator_asks_for_the_credentials(opened: World) -> None:
    newcomer(opened)
    for permission in sorted(GRANTS[Role.INVESTIGATOR]):
        with refused("credential_missing"), opened.office.store.reading() as tx:
            require(tx, "inv-2", permission, round_=ROUND)
    assert Permission.CASE_EVIDENCE_OPEN in GRANTS[Role.INVESTIGATOR]


@pytest.mark.attacks("sensitive_position")
@pytest.mark.parametrize("kind", CredentialKind)
@pytest.mark.parametrize("door", DOORS)
def test_revoked_credential_shuts_every_door_at_once(opened: World, door: str, kind: CredentialKind) -> None:
    newcomer(opened)
    case = collected(opened)
    second = opened.declare(2)
    with opened.office.store.transaction() as tx:
        expand(tx, tx.get(Case, second))
    for each in CredentialKind:
        hold(opened, each, TODAY, None)
    assert open_posts(opened.office, opened.actors["inv-2"], f"{case}.E1", OpenReason.FIND)
    revoke(opened, kind)
    with desk_of(opened, "inv-2"), refused("credential_missing"):
        DOORS[door](opened, case)
    assert log(opened)[-1].result is Result.REFUSED


@pytest.mark.attacks("sensitive_position")
def test_revocation_reaches_work_that_is_under_way(opened: World) -> None:
    """Credentials are asked for at each deed, not when a person signs in or a run begins."""
    newcomer(opened)
    for each in CredentialKind:
        hold(opened, each, TODAY, None)
    case = opened.declare(2)
    with opened.office.store.transaction() as tx:
        first, second = expand(tx, tx.get(Case, case))[:2]
    keep(opened.office, opened.actors["inv-2"], first.id, capture_of(None), started_at=now())
    revoke(opened, CredentialKind.SENSITIVE_POSITION)
    with refused("credential_missing"):
        keep(opened.office, opened.actors["inv-2"], second.id, capture_of(None), started_at=now())


@pytest.mark.attacks("sensitive_position")
def test_revocation_takes_what_stands_and_what_would_count_later(opened: World) -> None:
    newcomer(opened)
    spent = (TODAY - timedelta(days=90), TODAY - timedelta(days=1))
    for start, end in (spent, (TODAY, TODAY), (TODAY, None), (TODAY + timedelta(days=1), None)):
        hold(opened, CredentialKind.TRAINING, start, end)
    assert len(revoke(opened, CredentialKind.TRAINING)) == 3
    event = log(opened)[-1]
    assert (event.action, event.actor, event.subject) == ("credential.revoked", "admin-1", "inv-2")
    assert event.details["reason"] == "recorded_in_error"
    assert len(event.details["credentials"]) == 3
    with refused("no_such_credential"):
        revoke(opened, CredentialKind.TRAINING)


@pytest.mark.attacks("sensitive_position")
def test_revoked_credential_comes_back_only_as_a_new_one(opened: World) -> None:
    case = collected(opened)
    newcomer(opened)
    for kind in CredentialKind:
        hold(opened, kind, TODAY, None)
    ended = revoke(opened, CredentialKind.TRAINING)
    hold(opened, CredentialKind.TRAINING, TODAY, None)
    assert open_posts(opened.office, opened.actors["inv-2"], f"{case}.E1", OpenReason.FIND)
    with opened.office.store.reading() as tx:
        assert [row.credential for row in tx.all(Revocation)] == list(ended)


@pytest.mark.attacks("sensitive_position")
def test_nobody_revokes_their_own_credential_or_without_being_administrator(opened: World) -> None:
    arguments = (CredentialKind.TRAINING, RevocationReason.OTHER)
    for person in ("inv-1", "rev-1", "board-1", "aud-1"):
        with refused("not_permitted"):
            revoke_credential(opened.office.store, opened.actors[person], "inv-1", *arguments)
    with refused("own_credential"):
        revoke_credential(opened.office.store, opened.actors["admin-1"], "admin-1", *arguments)
    with refused("unknown_id"):
        revoke_credential(opened.office.store, opened.actors["admin-1"], "nobody-1", *arguments)


@pytest.mark.attacks("sensitive_position")
@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM revocation",
        "UPDATE revocation SET credential = 'credential-1'",
        "UPDATE revocation SET revoked_at = '2099-01-01'",
        "INSERT OR REPLACE INTO revocation SELECT id, 'credential-1', reason, revoked_by, revoked_at FROM revocation",
        "INSERT OR REPLACE INTO revocation SELECT 'x', credential, reason, revoked_by, revoked_at FROM revocation",
        "INSERT INTO revocation SELECT 'x', 'credential-99', reason, revoked_by, revoked_at FROM revocation",
        "INSERT INTO revocation SELECT 'x', 'credential-1', reason, 'inv-1', revoked_at FROM revocation",
        "UPDATE credential SET valid_until = NULL",
        "INSERT OR REPLACE INTO credential SELECT * FROM credential",
    ],
)
def test_database_keeps_a_revocation_and_what_it_ended(opened: World, statement: str) -> None:
    newcomer(opened)
    hold(opened, CredentialKind.TRAINING, TODAY, None)
    revoke(opened, CredentialKind.TRAINING)
    sql_refused(opened, statement)
