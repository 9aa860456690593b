"""Credentials: what is said before they lapse, and how they are listed once revoked."""

from datetime import timedelta

import pytest

from schemas.person import CredentialKind, RevocationReason, Role
from schemas.round import RoundCandidate, RoundFile, RoundPerson
from tests.security.doors import refused
from tests.world import ROUND, World, rules
from vetting.clock import now
from vetting.rounds.credentials import LAPSES_WITHIN, Readiness, readiness, record_credential, revoke_credential
from vetting.rounds.opening import open_round
from vetting.rounds.people import assign, overview

TODAY = now().date()
SOON, LATER = TODAY + timedelta(days=3), TODAY + LAPSES_WITHIN + timedelta(days=1)


def said(world: World, person: str, role: Role = Role.INVESTIGATOR) -> list[Readiness]:
    with world.office.store.reading() as tx:
        return readiness(tx, ((person, role),))


def test_person_without_credentials_is_spoken_of_as_investigator_only(opened: World) -> None:
    missing = tuple(kind.value for kind in CredentialKind)
    assert said(opened, "rev-1") == [Readiness("rev-1", missing, ())]
    assert said(opened, "rev-1", Role.REVIEWER) == []
    assert said(opened, "inv-1") == []


@pytest.mark.parametrize(("end", "spoken"), [(SOON, True), (TODAY, True), (LATER, False), (None, False)])
def test_credential_that_lapses_soon_is_spoken_of_with_its_last_day(opened: World, end: object, spoken: bool) -> None:
    admin, store = opened.actors["admin-1"], opened.office.store
    opened.add_person("inv-2")
    for kind in CredentialKind:
        record_credential(store, admin, "inv-2", kind, TODAY, end if kind is CredentialKind.TRAINING else None)  # type: ignore[arg-type]
    expected = [Readiness("inv-2", (), (("training", end),))] if spoken else []  # type: ignore[list-item]
    assert assign(store, admin, ROUND, "inv-2", Role.INVESTIGATOR) == expected


def test_credential_followed_by_another_does_not_lapse(opened: World) -> None:
    admin, store = opened.actors["admin-1"], opened.office.store
    opened.add_person("inv-2")
    opened.give_credentials("inv-2", SOON)
    assert [kind for kind, _ in said(opened, "inv-2")[0].lapsing] == [kind.value for kind in CredentialKind]
    for kind in CredentialKind:
        record_credential(store, admin, "inv-2", kind, SOON + timedelta(days=1), LATER)
    assert said(opened, "inv-2") == []


def test_list_of_people_says_what_was_revoked_and_why(opened: World) -> None:
    admin, store = opened.actors["admin-1"], opened.office.store
    assert revoke_credential(store, admin, "inv-1", CredentialKind.TRAINING, RevocationReason.LEFT_SERVICE)
    with refused("no_such_credential"):
        revoke_credential(store, admin, "inv-1", CredentialKind.TRAINING, RevocationReason.LEFT_SERVICE)
    held = {row[0]: row[3] for row in overview(store, admin)}["inv-1"]
    assert f"training until no end, revoked {TODAY} (left service)" in held
    assert held.count("revoked") == 1
    assert said(opened, "inv-1") == [Readiness("inv-1", ("training",), ())]


def test_opening_a_round_tells_who_of_its_people_cannot_act_yet(world: World) -> None:
    world.add_person("inv-2")
    people = (("inv-1", Role.INVESTIGATOR), ("inv-2", Role.INVESTIGATOR), ("rev-1", Role.REVIEWER))
    file = RoundFile(
        round=ROUND,
        agency="bridgeport",
        position="Police officer",
        sworn=True,
        plan="declared-accounts",
        candidates=(RoundCandidate(number=1),),
        people=tuple(RoundPerson(person=person, role=role) for person, role in people),
    )
    unready = open_round(world.office, world.actors["admin-1"], file, rules())
    assert unready == [Readiness("inv-2", tuple(kind.value for kind in CredentialKind), ())]
