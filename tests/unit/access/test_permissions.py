"""The table of roles."""

from itertools import product

import pytest

from schemas.person import Role
from tests.security.doors import refused
from tests.world import PEOPLE, ROUND, World
from vetting.access import require, roles_of
from vetting.access.permissions import GRANTS, Permission, conflict


def test_every_permission_is_named_scope_resource_action_and_granted_to_somebody() -> None:
    granted = set().union(*GRANTS.values())
    assert granted == set(Permission)
    for permission in Permission:
        assert len(permission.value.split(":")) == 3
    assert [p.name for p in Permission] == sorted(p.name for p in Permission)


@pytest.mark.parametrize("person", [*PEOPLE, "admin-1"])
def test_every_role_holds_exactly_what_the_table_grants(opened: World, person: str) -> None:
    role = PEOPLE.get(person, Role.ADMINISTRATOR)
    with opened.office.store.reading() as tx:
        assert roles_of(tx, person, ROUND) == {role}
        for permission in Permission:
            if permission in GRANTS[role]:
                assert require(tx, person, permission, round_=ROUND) is role
            else:
                with refused("not_permitted", "decision_maker_looks"):
                    require(tx, person, permission, round_=ROUND)


def test_round_roles_end_at_the_round(opened: World) -> None:
    with opened.office.store.reading() as tx:
        assert roles_of(tx, "inv-1", None) == frozenset()
        assert roles_of(tx, "inv-1", "R2") == frozenset()
        with refused("not_permitted"):
            require(tx, "inv-1", Permission.CASE_EVIDENCE_OPEN, round_="R2")
        with refused("person_inactive"):
            require(tx, "nobody", Permission.CASE_EVIDENCE_OPEN, round_=ROUND)


def test_conflicts_are_the_same_in_both_directions() -> None:
    for one, other in product(Role, Role):
        assert (conflict(one, frozenset({other})) is None) == (conflict(other, frozenset({one})) is None)


def test_the_only_pairs_that_go_together() -> None:
    allowed = {frozenset({a, b}) for a, b in product(Role, Role) if a < b and conflict(a, frozenset({b})) is None}
    records, admin = Role.RECORDS_OFFICER, Role.ADMINISTRATOR
    looking = (Role.INVESTIGATOR, Role.REVIEWER)
    assert allowed == {
        frozenset(looking),
        *({frozenset({admin, role}) for role in looking}),
        *({frozenset({records, role}) for role in set(Role) - {records}}),
    }
