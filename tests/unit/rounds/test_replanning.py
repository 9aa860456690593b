"""A new plan version: asked for by one person, approved by another, the same for everybody."""

import pytest

from schemas.case import CaseState
from schemas.draft import Draft
from schemas.person import Role
from schemas.round import Round
from tests.world import ROUND, World, rules
from vetting.errors import InputError, PolicyError, StateError, VettingError
from vetting.rounds.opening import Ruleset
from vetting.rounds.people import assign, give_agency_role
from vetting.rounds.replanning import approve_replan, request_replan
from vetting.rounds.status import round_status

SEARCH = "declared-and-name-search"


def wider() -> Ruleset:
    return rules(plan=SEARCH)


def refused(code: str, kind: type[VettingError]) -> "pytest.RaisesExc[VettingError]":
    return pytest.raises(kind, check=lambda error: error.code == code)


def test_the_new_version_is_frozen_and_everybody_goes_back(opened: World) -> None:
    for number in (1, 2):
        opened.collect(opened.declare(number))
    opened.draft("R1.001")
    changed = request_replan(opened.office, opened.actors["admin-1"], ROUND, wider())
    assert set(changed) == {"plan"}
    assert approve_replan(opened.office, opened.actors["rev-1"], ROUND, wider()) == 2
    assert {opened.case(f"R1.00{n}").state for n in (1, 2)} == {CaseState.DECLARED}
    status = round_status(opened.office.store, opened.actors["aud-1"], ROUND)
    assert [(v.version, v.created_by, v.approved_by) for v in status.versions] == [
        (1, "admin-1", None),
        (2, "admin-1", "rev-1"),
    ]
    assert status.replan is None
    assert set(status.outcomes) == {"profile", "posts", "name-search"}
    with opened.office.store.reading() as tx:
        assert tx.get(Round, ROUND).version == 2
        assert {d.plan_version for d in tx.all(Draft, case="R1.001")} == {1}


@pytest.mark.attacks("four_eyes")
def test_nobody_approves_what_nobody_asked_for(opened: World) -> None:
    with refused("not_requested", StateError):
        approve_replan(opened.office, opened.actors["rev-1"], ROUND, wider())


@pytest.mark.attacks("four_eyes")
def test_the_one_who_asked_cannot_approve(opened: World) -> None:
    admin = opened.actors["admin-1"]
    assign(opened.office.store, admin, ROUND, opened.add_person("rev-9").person, Role.REVIEWER)
    give_agency_role(opened.office.store, admin, "rev-9", Role.ADMINISTRATOR)
    both = opened.actors["rev-9"]
    request_replan(opened.office, both, ROUND, wider())
    with refused("four_eyes", PolicyError):
        approve_replan(opened.office, both, ROUND, wider())


@pytest.mark.attacks("uniform_plan")
def test_other_documents_than_asked_for_are_refused(opened: World) -> None:
    request_replan(opened.office, opened.actors["admin-1"], ROUND, wider())
    other = wider()
    swapped = Ruleset(
        plan=other.plan.model_copy(update={"look_back_days": 30}),
        pack=other.pack,
        conduct=other.conduct,
        platforms=other.platforms,
        lexicon_sha256=other.lexicon_sha256,
    )
    with refused("other_documents", StateError):
        approve_replan(opened.office, opened.actors["rev-1"], ROUND, swapped)


def test_a_request_counts_once(opened: World) -> None:
    request_replan(opened.office, opened.actors["admin-1"], ROUND, wider())
    approve_replan(opened.office, opened.actors["rev-1"], ROUND, wider())
    with refused("not_requested", StateError):
        approve_replan(opened.office, opened.actors["rev-1"], ROUND, wider())


def test_a_refused_request_is_no_request(opened: World) -> None:
    with refused("not_permitted", PolicyError):
        request_replan(opened.office, opened.actors["inv-1"], ROUND, wider())
    with refused("not_requested", StateError):
        approve_replan(opened.office, opened.actors["rev-1"], ROUND, wider())


def test_asking_for_what_is_in_force_is_refused(opened: World) -> None:
    with refused("nothing_changes", InputError):
        request_replan(opened.office, opened.actors["admin-1"], ROUND, rules())


def test_another_agencys_pack_is_refused(opened: World) -> None:
    with refused("wrong_pack", InputError):
        request_replan(opened.office, opened.actors["admin-1"], ROUND, rules("colchester"))


@pytest.mark.attacks("uniform_plan")
def test_once_a_summary_is_released_there_is_no_new_version(opened: World) -> None:
    request_replan(opened.office, opened.actors["admin-1"], ROUND, wider())
    opened.collect(opened.declare(1))
    opened.release("R1.001")
    for step in (
        lambda: request_replan(opened.office, opened.actors["admin-1"], ROUND, wider()),
        lambda: approve_replan(opened.office, opened.actors["rev-1"], ROUND, wider()),
    ):
        with refused("already_released", StateError):
            step()
