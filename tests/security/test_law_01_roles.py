"""Law 1: whoever decides does not look. Two roles in one person: at the opening, later, by SQL, under another name."""

import pytest

from schemas.event import Result
from schemas.keys import PersonPublic
from schemas.person import ROUND_ROLES, Role
from schemas.round import RoundCandidate, RoundFile, RoundPerson
from tests.security.doors import (
    at_once,
    codes_of,
    collected,
    drop_rules,
    log,
    refused,
    sql,
    sql_refused,
)
from tests.world import PEOPLE, ROUND, World, person_key, rules
from vetting.access import Actor
from vetting.rounds.opening import open_round
from vetting.rounds.people import assign, disable, end_assignment, enrol, give_agency_role
from vetting.sealing.release import fetch, release


@pytest.mark.attacks("search_by_non_decision_maker")
@pytest.mark.parametrize("role", sorted(ROUND_ROLES - {Role.DECISION_MAKER}))
def test_decision_maker_is_given_no_other_role_later(opened: World, role: Role) -> None:
    with refused("role_conflict"):
        assign(opened.office.store, opened.actors["admin-1"], ROUND, "board-1", role)


@pytest.mark.attacks("search_by_non_decision_maker")
@pytest.mark.parametrize("person", ["inv-1", "rev-1", "aud-1", "admin-1"])
def test_nobody_with_another_role_becomes_decision_maker(opened: World, person: str) -> None:
    with refused("role_conflict"):
        assign(opened.office.store, opened.actors["admin-1"], ROUND, person, Role.DECISION_MAKER)


@pytest.mark.attacks("search_by_non_decision_maker")
@pytest.mark.parametrize("person", ["inv-1", "rev-1", "aud-1"])
def test_ending_a_role_does_not_wash_it_off(opened: World, person: str) -> None:
    admin = opened.actors["admin-1"]
    end_assignment(opened.office.store, admin, ROUND, person, PEOPLE[person])
    with refused("role_conflict"):
        assign(opened.office.store, admin, ROUND, person, Role.DECISION_MAKER)


@pytest.mark.attacks("search_by_non_decision_maker")
def test_ended_decision_maker_cannot_come_back_to_look(opened: World) -> None:
    admin = opened.actors["admin-1"]
    end_assignment(opened.office.store, admin, ROUND, "board-1", Role.DECISION_MAKER)
    for role in (Role.INVESTIGATOR, Role.REVIEWER, Role.AUDITOR):
        with refused("role_conflict"):
            assign(opened.office.store, admin, ROUND, "board-1", role)
    assign(opened.office.store, admin, ROUND, "board-1", Role.DECISION_MAKER)
    for role in (Role.INVESTIGATOR, Role.REVIEWER, Role.AUDITOR):
        with refused("role_conflict"):
            assign(opened.office.store, admin, ROUND, "board-1", role)


@pytest.mark.attacks("search_by_non_decision_maker")
@pytest.mark.parametrize("person", sorted(PEOPLE))
def test_ended_role_is_given_again_by_a_new_appointment_and_no_other_role_is(opened: World, person: str) -> None:
    admin, store = opened.actors["admin-1"], opened.office.store
    before = sql(opened, "SELECT * FROM assignment WHERE person = ?", person)
    with refused("role_held"):
        assign(store, admin, ROUND, person, PEOPLE[person])
    for number in (2, 3):
        end_assignment(store, admin, ROUND, person, PEOPLE[person])
        with refused("no_such_role"):
            end_assignment(store, admin, ROUND, person, PEOPLE[person])
        assign(store, admin, ROUND, person, PEOPLE[person])
        rows = sql(opened, "SELECT id, ended_at IS NULL FROM assignment WHERE person = ? ORDER BY id", person)
        assert sorted(rows) == sorted(
            [
                (before[0][0], 0),
                *((f"{ROUND}.{PEOPLE[person]}-{n}.{person}", int(n == number)) for n in range(2, number + 1)),
            ]
        )
    for role in sorted(ROUND_ROLES - {PEOPLE[person]}):
        if Role.DECISION_MAKER in {role, PEOPLE[person]} or Role.AUDITOR in {role, PEOPLE[person]}:
            with refused("role_conflict"):
                assign(store, admin, ROUND, person, role)
    made = log(opened, "assignment.made", Result.DONE)
    assert [e.details["assignment"] for e in made[-2:]] == [f"{ROUND}.{PEOPLE[person]}-{n}.{person}" for n in (2, 3)]


@pytest.mark.attacks("search_by_non_decision_maker")
def test_same_appointment_twice_at_the_same_moment_is_one(opened: World) -> None:
    admin, store = opened.actors["admin-1"], opened.office.store
    end_assignment(store, admin, ROUND, "board-1", Role.DECISION_MAKER)
    results = at_once(*[lambda: assign(store, admin, ROUND, "board-1", Role.DECISION_MAKER)] * 2)
    assert codes_of(results) == ["role_held"]


@pytest.mark.attacks("search_by_non_decision_maker", "sealed_to_readers")
def test_reader_appointed_again_reads_what_was_sealed_to_them_and_nobody_else_does(opened: World) -> None:
    case = collected(opened)
    admin, store = opened.actors["admin-1"], opened.office.store
    end_assignment(store, admin, ROUND, "board-2", Role.DECISION_MAKER)
    opened.release(case)
    end_assignment(store, admin, ROUND, "board-1", Role.DECISION_MAKER)
    with refused("not_permitted"):
        fetch(opened.office, opened.actors["board-1"], case)
    for person in ("board-1", "board-2"):
        assign(store, admin, ROUND, person, Role.DECISION_MAKER)
    assert fetch(opened.office, opened.actors["board-1"], case)
    with refused("not_a_reader"):
        fetch(opened.office, opened.actors["board-2"], case)


@pytest.mark.attacks("search_by_non_decision_maker")
def test_release_counts_a_second_appointment_as_the_same_role(opened: World) -> None:
    case = collected(opened)
    end_assignment(opened.office.store, opened.actors["admin-1"], ROUND, "board-1", Role.DECISION_MAKER)
    assign(opened.office.store, opened.actors["admin-1"], ROUND, "board-1", Role.DECISION_MAKER)
    assert opened.release(case).readers == (f"{ROUND}.decision_maker-2.board-1", f"{ROUND}.decision_maker.board-2")


@pytest.mark.attacks("search_by_non_decision_maker")
@pytest.mark.parametrize("person", ["board-1", "aud-1"])
def test_decider_or_auditor_is_not_promoted_to_administrator(opened: World, person: str) -> None:
    with refused("role_conflict"):
        give_agency_role(opened.office.store, opened.actors["admin-1"], person, Role.ADMINISTRATOR)


@pytest.mark.attacks("search_by_non_decision_maker")
def test_round_file_with_one_person_in_two_roles_opens_no_round(world: World) -> None:
    for first, second in ((Role.DECISION_MAKER, Role.INVESTIGATOR), (Role.REVIEWER, Role.DECISION_MAKER)):
        people = tuple(RoundPerson(person="inv-1", role=role) for role in (first, second))
        file = RoundFile(
            round=ROUND,
            agency="bridgeport",
            position="Police officer",
            sworn=True,
            plan="declared-accounts",
            candidates=(RoundCandidate(number=1),),
            people=people,
        )
        with refused("role_conflict"):
            open_round(world.office, world.actors["admin-1"], file, rules())
    assert sql(world, "SELECT count(*) FROM round") == [(0,)]


@pytest.mark.attacks("search_by_non_decision_maker")
def test_two_conflicting_roles_given_at_the_same_moment(opened: World) -> None:
    opened.add_person("new-1")
    admin, store = opened.actors["admin-1"], opened.office.store
    results = at_once(
        lambda: assign(store, admin, ROUND, "new-1", Role.DECISION_MAKER),
        lambda: assign(store, admin, ROUND, "new-1", Role.INVESTIGATOR),
    )
    assert codes_of(results) == ["role_conflict"]
    assert sql(opened, "SELECT count(*) FROM assignment WHERE person = 'new-1'") == [(1,)]


INSERT = "INSERT INTO assignment (id, round, person, role, assigned_at, assigned_by) VALUES (?, 'R1', ?, ?, '2026-01-01', 'x')"


@pytest.mark.attacks("search_by_non_decision_maker")
@pytest.mark.parametrize(
    ("person", "role"),
    [
        ("board-1", "investigator"),
        ("board-1", "reviewer"),
        ("board-1", "auditor"),
        ("inv-1", "decision_maker"),
        ("aud-1", "reviewer"),
        ("admin-1", "decision_maker"),
        ("admin-1", "auditor"),
    ],
)
def test_database_refuses_conflicting_roles_by_itself(opened: World, person: str, role: str) -> None:
    assert "conflicting roles" in sql_refused(opened, INSERT, "x", person, role)


@pytest.mark.attacks("search_by_non_decision_maker")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE assignment SET role = 'investigator' WHERE person = 'board-1'",
        "UPDATE assignment SET person = 'board-1' WHERE person = 'inv-1'",
        "UPDATE OR REPLACE assignment SET id = 'R1.decision_maker.board-1' WHERE person = 'inv-1'",
        "DELETE FROM assignment WHERE person = 'board-1'",
        "DELETE FROM agency_role",
        "UPDATE agency_role SET role = 'records_officer'",
        "INSERT INTO agency_role VALUES ('x', 'board-1', 'administrator', '2026-01-01', 'x', NULL)",
        (
            "INSERT OR REPLACE INTO assignment SELECT id, round, 'inv-1', role, assigned_at, assigned_by, ended_at"
            " FROM assignment WHERE person = 'board-1'"
        ),
        "INSERT INTO assignment SELECT id || 'x', round, person, role, assigned_at, assigned_by, NULL FROM assignment",
        "INSERT OR REPLACE INTO assignment SELECT id || 'x', round, person, role, assigned_at, assigned_by, NULL FROM assignment",
        "INSERT OR REPLACE INTO agency_role SELECT id, person, 'records_officer', given_at, given_by, ended_at FROM agency_role",
    ],
)
def test_database_keeps_roles_as_they_were_given(opened: World, statement: str) -> None:
    sql_refused(opened, statement)


@pytest.mark.attacks("search_by_non_decision_maker")
def test_ended_role_cannot_be_revived_in_the_database(opened: World) -> None:
    end_assignment(opened.office.store, opened.actors["admin-1"], ROUND, "board-1", Role.DECISION_MAKER)
    sql_refused(opened, "UPDATE assignment SET ended_at = NULL WHERE person = 'board-1'")
    assign(opened.office.store, opened.actors["admin-1"], ROUND, "board-1", Role.DECISION_MAKER)
    for statement in (
        "UPDATE assignment SET ended_at = NULL WHERE person = 'board-1' AND ended_at IS NOT NULL",
        "UPDATE assignment SET ended_at = '2099-01-01' WHERE person = 'board-1' AND ended_at IS NOT NULL",
        "DELETE FROM assignment WHERE person = 'board-1' AND ended_at IS NOT NULL",
    ):
        sql_refused(opened, statement)


@pytest.mark.attacks("search_by_non_decision_maker")
def test_release_is_refused_when_the_database_was_made_to_hold_a_conflict(opened: World) -> None:
    """The owner of the file takes the rules away and gives a decider a second role: the gate still sees it."""
    case = collected(opened)
    opened.approve(case)
    drop_rules(opened)
    sql(opened, INSERT, "R1.reviewer.board-1", "board-1", "reviewer")
    sql(opened, "INSERT INTO agency_role VALUES ('x', 'board-2', 'administrator', '2026-01-01', 'x', NULL)")
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "decider_holds_other_role" in caught.value.message
    assert "decider_administers" in caught.value.message


@pytest.mark.attacks("search_by_non_decision_maker")
def test_disabled_decision_maker_blocks_the_release_and_reads_nothing(opened: World) -> None:
    case = collected(opened)
    opened.release(case)
    disable(opened.office.store, opened.actors["admin-1"], "board-1")
    with refused("person_inactive"):
        fetch(opened.office, opened.actors["board-1"], case)


@pytest.mark.attacks("search_by_non_decision_maker")
def test_actor_is_a_name_and_every_right_is_looked_up_again(opened: World) -> None:
    """The boundary: code that runs inside our own process can write `Actor("x")`, as it could read the keys in memory.

    What it cannot do is claim a right: the actor carries a name only, and each deed looks roles up anew. Doors open
    to people (command line, portal) get an actor from `sign_in` alone, which needs the private key.
    """
    forged = Actor(person="nobody-1")
    with refused("person_inactive"):
        assign(opened.office.store, forged, ROUND, "board-1", Role.INVESTIGATOR)
    with pytest.raises(AttributeError):
        opened.actors["board-1"].person = "inv-1"  # type: ignore[misc]


@pytest.mark.attacks("search_by_non_decision_maker")
def test_sock_puppet_with_the_same_key_is_refused(opened: World) -> None:
    with refused("key_in_use"):
        enrol(opened.office.store, opened.actors["admin-1"], "inv-9", person_key("board-1").public)
    with refused("person_exists"):
        enrol(opened.office.store, opened.actors["admin-1"], "board-1", person_key("inv-9").public)


@pytest.mark.attacks("search_by_non_decision_maker")
def test_sock_puppet_that_shares_one_half_of_a_key_is_refused(opened: World) -> None:
    """A decider enrolled twice, with the same sealing key under a new signing key or the other way round."""
    old, new = person_key("board-1").public, person_key("spare-1").public
    for mixed in (PersonPublic.of(new.sign, old.seal), PersonPublic.of(old.sign, new.seal)):
        with refused("key_in_use"):
            enrol(opened.office.store, opened.actors["admin-1"], "inv-9", mixed)
