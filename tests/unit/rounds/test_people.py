"""People: enrolled, given roles, taken out of service."""

import pytest

from schemas.person import CredentialKind, Person, Role
from tests.security.doors import log, refused, sql
from tests.world import ROUND, World, person_key
from vetting.clock import now
from vetting.rounds.closing import close_round
from vetting.rounds.credentials import record_credential
from vetting.rounds.people import (
    add_agency_role,
    add_assignment,
    assign,
    disable,
    end_assignment,
    enrol,
    give_agency_role,
    overview,
)


def test_person_is_enrolled_by_an_administrator_with_a_key_of_their_own(world: World) -> None:
    public = person_key("new-1").public
    for person in ("inv-1", "rev-1", "board-1"):
        with refused("not_permitted"):
            enrol(world.office.store, world.actors[person], "new-1", public)
    enrol(world.office.store, world.actors["admin-1"], "new-1", public)
    with world.office.store.reading() as tx:
        row = tx.get(Person, "new-1")
    assert (row.thumbprint, row.active, row.enrolled_by) == (public.thumbprint, True, "admin-1")
    assert "private" not in row.model_dump_json()
    assert log(world)[-1].details == {"role": "administrator", "thumbprint": public.thumbprint}


@pytest.mark.parametrize("person", ["", "Jordan Synthetic", "a@b.example", "x" * 49, "../x", "-x"])
def test_id_that_could_be_a_name_or_address_is_refused(world: World, person: str) -> None:
    with refused("bad_person_id"):
        enrol(world.office.store, world.actors["admin-1"], person, person_key("new-1").public)
    assert log(world)[-1].subject is None


def test_roles_go_where_they_belong(opened: World) -> None:
    store, admin = opened.office.store, opened.actors["admin-1"]
    with refused("not_a_round_role"):
        assign(store, admin, ROUND, "inv-1", Role.ADMINISTRATOR)
    with refused("not_an_agency_role"):
        give_agency_role(store, admin, "inv-1", Role.REVIEWER)
    with refused("role_held"):
        assign(store, admin, ROUND, "inv-1", Role.INVESTIGATOR)
    with refused("unknown_id"):
        assign(store, admin, "R9", "inv-1", Role.INVESTIGATOR)
    with refused("no_such_role"):
        end_assignment(store, admin, ROUND, "inv-1", Role.REVIEWER)
    end_assignment(store, admin, ROUND, "inv-1", Role.INVESTIGATOR)
    with refused("no_such_role"):
        end_assignment(store, admin, ROUND, "inv-1", Role.INVESTIGATOR)
    assert sql(opened, "SELECT count(*) FROM assignment WHERE person = 'inv-1'") == [(1,)]


def test_doors_below_the_commands_check_too(opened: World) -> None:
    with opened.office.store.transaction() as tx:
        with refused("role_conflict"):
            add_assignment(tx, ROUND, "board-1", Role.REVIEWER, by="x")
        with refused("role_conflict"):
            add_agency_role(tx, "board-1", Role.ADMINISTRATOR, by="x")
        add_agency_role(tx, "board-1", Role.RECORDS_OFFICER, by="x")


def test_person_out_of_service_gets_no_role_and_stays_out(opened: World) -> None:
    store, admin = opened.office.store, opened.actors["admin-1"]
    opened.add_person("new-1")
    disable(store, admin, "new-1")
    with refused("person_inactive"):
        assign(store, admin, ROUND, "new-1", Role.REVIEWER)
    with refused("changed_meanwhile"):
        disable(store, admin, "new-1")
    with refused("unknown_id"):
        disable(store, admin, "nobody")


def test_closed_round_gives_no_roles(world: World) -> None:
    world.open_round(1)
    case = world.declare(1, 0)
    world.collect(case)
    world.release(case)
    close_round(world.office, world.actors["admin-1"], ROUND)
    world.add_person("new-1")
    with refused("round_closed"):
        assign(world.office.store, world.actors["admin-1"], ROUND, "new-1", Role.REVIEWER)
    with refused("round_closed"):
        close_round(world.office, world.actors["admin-1"], ROUND)


def test_overview_tells_roles_and_credentials(opened: World) -> None:
    record_credential(
        opened.office.store, opened.actors["admin-1"], "rev-1", CredentialKind.TRAINING, now().date(), now().date()
    )
    rows = {row[0]: row for row in overview(opened.office.store, opened.actors["admin-1"])}
    assert rows["admin-1"][2] == "administrator"
    assert rows["board-1"][1:3] == ("yes", f"decision_maker in {ROUND}")
    assert rows["rev-1"][3] == f"training until {now().date()}"
    with refused("not_permitted"):
        overview(opened.office.store, opened.actors["inv-1"])
