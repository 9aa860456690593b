"""Opening and freezing a round."""

import hashlib
import json

import pytest
import rfc8785
from pydantic import ValidationError

from schemas.case import Case, CaseState
from schemas.person import Assignment, Role
from schemas.round import CandidateKind, Round, RoundCandidate, RoundFile, RoundPerson, RoundState
from tests.security.doors import drop_rules, log, refused, sql
from tests.world import PEOPLE, ROUND, World, rules
from vetting.rounds.opening import add_candidate, frozen, open_only, open_round, ruleset


def file(**changes: object) -> RoundFile:
    fields: dict[str, object] = {
        "round": "R7",
        "agency": "bridgeport",
        "position": "Police officer",
        "sworn": True,
        "plan": "declared-accounts",
        "candidates": ({"number": 1}, {"number": 12, "kind": "lateral"}),
        "people": ({"person": "inv-1", "role": "investigator"},),
        **changes,
    }
    return RoundFile.model_validate(fields)


def test_round_opens_with_frozen_documents_cases_and_people(opened: World) -> None:
    with opened.office.store.reading() as tx:
        assert tx.get(Round, ROUND).state is RoundState.OPEN
        assert frozen(tx, ROUND).version == frozen(tx, ROUND, 1).version == 1
        assert ruleset(tx, ROUND).documents() == rules().documents()
        assert ruleset(tx, ROUND).digests() == rules().digests() == frozen(tx, ROUND).digests
        assert {a.person: a.role for a in tx.all(Assignment, round=ROUND)} == PEOPLE
        assert [(c.id, c.state) for c in tx.all(Case, order=("number",))] == [
            ("R1.001", CaseState.OPEN),
            ("R1.002", CaseState.OPEN),
        ]
    assert [e.subject for e in log(opened, "candidate.added")] == ["R1.001", "R1.002"]
    assert len(log(opened, "assignment.made")) == len(PEOPLE) + 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"round": ROUND}, "round_exists"),
        ({"round": "R" * 33}, "round_id_too_long"),
        ({"agency": "colchester"}, "wrong_pack"),
        ({"plan": "declared-and-name-search"}, "wrong_pack"),
        ({"candidates": ({"number": 1}, {"number": 1})}, "duplicate_candidate"),
        ({"people": ({"person": "nobody", "role": "reviewer"},)}, "unknown_id"),
        ({"people": ({"person": "inv-1", "role": "administrator"},)}, "not_a_round_role"),
        ({"people": ({"person": "inv-1", "role": "reviewer"},) * 2}, "role_held"),
    ],
)
def test_round_that_does_not_hang_together_is_not_opened(opened: World, changes: dict[str, object], code: str) -> None:
    with refused(code):
        open_round(opened.office, opened.actors["admin-1"], file(**changes), rules())
    with opened.office.store.reading() as tx:
        assert tx.count(Round) == 1
    assert log(opened)[-1].code == code


def test_longest_ids_fit_everywhere(world: World) -> None:
    person = "p" * 48
    world.add_person(person)
    longest = file(round="r" * 32, people=({"person": person, "role": "decision_maker"},))
    open_round(world.office, world.actors["admin-1"], longest, rules())
    with world.office.store.reading() as tx:
        assert len(tx.all(Assignment, person=person)[0].id) <= 96


@pytest.mark.parametrize(
    "changes",
    [{"round": "R 7"}, {"round": "R7/x"}, {"candidates": ()}, {"candidates": ({"number": 0},)}, {"name": "x"}],
)
def test_round_file_takes_ids_and_numbers_only(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        file(**changes)


@pytest.mark.parametrize("person", ["inv-1", "rev-1", "board-1", "aud-1"])
def test_only_an_administrator_opens_a_round(opened: World, person: str) -> None:
    with refused("not_permitted"):
        open_round(opened.office, opened.actors[person], file(), rules())


def test_late_candidate_is_added_once(opened: World) -> None:
    late = RoundCandidate(number=3, kind=CandidateKind.LATERAL)
    add_candidate(opened.office, opened.actors["admin-1"], ROUND, late)
    assert opened.case("R1.003").kind is CandidateKind.LATERAL
    with refused("duplicate_candidate"):
        add_candidate(opened.office, opened.actors["admin-1"], ROUND, late)
    with refused("unknown_id"), opened.office.store.reading() as tx:
        open_only(tx, "R9")
    assert RoundPerson(person="x", role=Role.REVIEWER).role is Role.REVIEWER


def test_a_version_that_knows_more_fields_still_reads_what_was_frozen(opened: World) -> None:
    """A round that was opened before an upgrade goes on: documents are checked as they were stored."""
    with opened.office.store.reading() as tx:
        documents = json.loads(json.dumps(frozen(tx, ROUND).documents))
    del documents["platforms"]["platforms"][0]["note"]
    digest = hashlib.sha256(rfc8785.dumps(documents["platforms"])).hexdigest()
    digests = {**rules().digests(), "platforms": digest}
    drop_rules(opened)
    sql(opened, "UPDATE frozen SET documents = ?, digests = ?", json.dumps(documents), json.dumps(digests))
    with opened.office.store.reading() as tx:
        found = ruleset(tx, ROUND)
    assert found.platforms.platforms[0].note == ""
    assert found.digests()["platforms"] == digest
