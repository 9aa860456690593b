"""Enrols people and gives them roles. Conflicting roles are refused here and by the database.

A person who has ever held another role in a round can never decide in it or audit it, nor the other way round, because
what somebody has seen cannot be unseen (law 1; Bridgeport IV. D. 2). A role that ended is never revived; the same role may
be given again, as a new appointment with a row of its own. What people must hold is in `vetting.rounds.credentials`.
"""

from pydantic import ValidationError

from schemas.keys import PersonPublic
from schemas.person import (
    AGENCY_ROLES,
    ROUND_ROLES,
    AgencyRole,
    Assignment,
    Person,
    Role,
)
from schemas.round import Round, RoundState
from vetting.access import Actor, Permission, act
from vetting.access.permissions import conflict
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import InputError, PolicyError, StateError
from vetting.policy.controls import Control, enforces
from vetting.rounds.credentials import Readiness, described, readiness
from vetting.store import Store, Tx

MAX_PERSON_ID = 48
"""Characters: an assignment's id names round, role and person, in at most 96."""


def enrol(store: Store, actor: Actor, person_id: str, public: PersonPublic) -> None:
    """Enrol a person by public key.

    Raises:
        PolicyError: not an administrator.
        InputError: `person_exists` or `key_in_use` (one key is one person).

    """
    with act(store, actor, Action.PERSON_ENROLLED, Permission.AGENCY_PERSON_ENROL, subject=person_id) as deed:
        add_person(deed.tx, person_id, public, by=actor.person)
        deed.note(thumbprint=public.thumbprint)


def add_person(tx: Tx, person_id: str, public: PersonPublic, *, by: str) -> None:
    """Write a person's row; `vetting init` uses it for the first administrator, everybody else goes through `enrol`."""
    if len(person_id) > MAX_PERSON_ID:
        raise InputError(
            "bad_person_id",
            f"A person's id has at most {MAX_PERSON_ID} characters.",
            remedy="For example: inv-1.",
        )
    if tx.find(Person, id=person_id) is not None:
        raise InputError(
            "person_exists",
            f"{person_id} is enrolled already.",
            remedy="Choose another id; ids are never used twice.",
        )
    if any(_shares_key(PersonPublic.model_validate(other.public), public) for other in tx.all(Person)):
        raise InputError(
            "key_in_use",
            "This key is enrolled for somebody else.",
            remedy="Each person makes a key of their own with `vetting key new`.",
        )
    try:
        tx.add(
            Person(
                id=person_id,
                public=public.model_dump(mode="json"),
                thumbprint=public.thumbprint,
                active=True,
                enrolled_at=now(),
                enrolled_by=by,
            )
        )
    except ValidationError:
        raise InputError(
            "bad_person_id",
            "A person's id is letters, digits, dot, dash or underscore.",
            remedy="For example: inv-1.",
        ) from None


def _shares_key(first: PersonPublic, second: PersonPublic) -> bool:
    """One key is one person, each half by itself: a thumbprint over both would let somebody change just one."""
    return first.sign == second.sign or first.seal == second.seal


def disable(store: Store, actor: Actor, person_id: str) -> None:
    """Take a person out of service at once; the rows stay."""
    with act(store, actor, Action.PERSON_DISABLED, Permission.AGENCY_PERSON_ENROL, subject=person_id) as deed:
        deed.tx.get(Person, person_id)
        deed.tx.change(Person, person_id, expect={"active": True}, active=False)


def give_agency_role(store: Store, actor: Actor, person_id: str, role: Role) -> None:
    """Make a person administrator or records officer.

    Raises:
        PolicyError: `role_conflict`, when the person decides or audits in any round.

    """
    with act(store, actor, Action.ASSIGNMENT_MADE, Permission.AGENCY_PERSON_ENROL, subject=person_id) as deed:
        add_agency_role(deed.tx, person_id, role, by=actor.person)
        deed.note(given=role.value)


def add_agency_role(tx: Tx, person_id: str, role: Role, *, by: str) -> None:
    """Write an agency role after checking it against every round role ever held."""
    if role not in AGENCY_ROLES:
        raise InputError(
            "not_an_agency_role", f"{role.value} is a role in a round.", remedy="Use `vetting round assign`."
        )
    tx.get(Person, person_id)
    _refuse_conflict(person_id, role, frozenset(a.role for a in tx.all(Assignment, person=person_id)), "a round")
    number = tx.count(AgencyRole) + 1
    tx.add(AgencyRole(id=f"agency-role-{number}", person=person_id, role=role, given_at=now(), given_by=by))


def assign(store: Store, actor: Actor, round_id: str, person_id: str, role: Role) -> list[Readiness]:
    """Give a person a role in a round; says what an investigator still lacks, or will soon.

    Raises:
        PolicyError: `role_conflict`.
        StateError: `round_closed`.

    """
    with act(
        store,
        actor,
        Action.ASSIGNMENT_MADE,
        Permission.ROUND_ASSIGNMENT_MAKE,
        round_=round_id,
        subject=person_id,
    ) as deed:
        if deed.tx.get(Round, round_id).state is not RoundState.OPEN:
            raise StateError("round_closed", f"{round_id} is closed.", remedy="Roles are given in open rounds only.")
        deed.note(assignment=add_assignment(deed.tx, round_id, person_id, role, by=actor.person), given=role.value)
        return readiness(deed.tx, ((person_id, role),))


@enforces(Control.SEARCH_BY_NON_DECISION_MAKER)
def add_assignment(tx: Tx, round_id: str, person_id: str, role: Role, *, by: str) -> str:
    """Write a round role after checking it against all roles the person holds or ever held here.

    The same role, once it has ended, is a new appointment beside the ended one.
    """
    if role not in ROUND_ROLES:
        raise InputError(
            "not_a_round_role", f"{role.value} is a role of the agency.", remedy="Use `vetting person role`."
        )
    if not tx.get(Person, person_id).active:
        raise PolicyError("person_inactive", f"{person_id} is not active.", remedy="Choose somebody else.")
    earlier = tx.all(Assignment, round=round_id, person=person_id)
    held = frozenset(a.role for a in earlier)
    agency = frozenset(r.role for r in tx.all(AgencyRole, person=person_id))
    _refuse_conflict(person_id, role, held | agency, round_id)
    same = [a for a in earlier if a.role is role]
    if any(a.ended_at is None for a in same):
        raise InputError(
            "role_held",
            f"{person_id} holds this role in {round_id} already.",
            remedy="Nothing needs to be done, or choose somebody else.",
        )
    again = f"-{len(same) + 1}" if same else ""  # no role's name has a dash, so no other assignment has this id
    assignment = f"{round_id}.{role.value}{again}.{person_id}"
    tx.add(Assignment(id=assignment, round=round_id, person=person_id, role=role, assigned_at=now(), assigned_by=by))
    return assignment


def end_assignment(store: Store, actor: Actor, round_id: str, person_id: str, role: Role) -> None:
    """End a role now. What hung off it ends with it; that it was held stays on record."""
    with act(
        store,
        actor,
        Action.ASSIGNMENT_ENDED,
        Permission.ROUND_ASSIGNMENT_MAKE,
        round_=round_id,
        subject=person_id,
    ) as deed:
        rows = deed.tx.all(Assignment, round=round_id, person=person_id, role=role)
        row = next((row for row in rows if row.ended_at is None), None)
        if row is None:
            raise InputError(
                "no_such_role",
                f"{person_id} does not hold this role in {round_id}{' any more' if rows else ''}.",
                remedy="See `vetting round show`.",
            )
        deed.tx.change(Assignment, row.id, expect={"ended_at": None}, ended_at=now())
        deed.note(assignment=row.id, ended=role.value)


def _refuse_conflict(person_id: str, role: Role, held: frozenset[Role], where: str) -> None:
    other = conflict(role, held)
    if other is not None:
        raise PolicyError(
            "role_conflict",
            f"{person_id} cannot be {role.value.replace('_', ' ')}: the same person is or was {other.value.replace('_', ' ')} in {where}.",
            law=1,
            clause="Bridgeport General Order 5.14, IV. D. 2",
            remedy="Choose somebody who has held no other role here.",
        )


def overview(store: Store, actor: Actor) -> list[tuple[str, str, str, str]]:
    """(id, active, roles, credentials) of everybody enrolled, for the administrator's screen."""
    with act(store, actor, Action.STATUS_READ, Permission.AGENCY_PERSON_ENROL) as deed:
        tx = deed.tx
        rows = []
        for person in tx.all(Person, order=("id",)):
            held = [r.role.value for r in tx.all(AgencyRole, person=person.id, ended_at=None)]
            held += [f"{a.role.value} in {a.round}" for a in tx.all(Assignment, person=person.id, ended_at=None)]
            kinds = described(tx, person.id)
            rows.append((person.id, "yes" if person.active else "no", ", ".join(held), ", ".join(kinds)))
        return rows
