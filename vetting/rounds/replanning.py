"""A new version of a round's plan and policy: asked for by one person, approved by another, run again for everybody.

- The request is an event with the digests of what is asked for; who asked is read from the log, never taken from the
  approver. A request counts for the version it was made on, once.
- The approver's documents must be those of the request, byte for byte.
- Once a summary is released there is no new version: it would not be the same for all (law 2).
"""

from schemas.case import Case, CaseState
from schemas.event import Event, Result
from schemas.round import Round
from vetting.access import Actor, Permission, act
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.cases import back_to
from vetting.errors import InputError, PolicyError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import Ruleset, freeze, frozen, frozen_facts, open_only
from vetting.store import Tx


@enforces(Control.UNIFORM_PLAN)
def request_replan(office: Office, actor: Actor, round_id: str, rules: Ruleset) -> dict[str, str]:
    """Ask for a new version with these documents; returns the names and digests of what would change.

    Raises:
        InputError: `wrong_pack`, `nothing_changes`.
        StateError: `round_closed`, `already_released`.

    """
    with act(
        office.store, actor, Action.ROUND_REPLAN_REQUESTED, Permission.ROUND_REPLAN_REQUEST, round_=round_id
    ) as deed:
        current = open_only(deed.tx, round_id)
        _same_agency(current, rules)
        _refuse_released(deed.tx, current)
        before, wanted = frozen(deed.tx, round_id).digests, rules.digests()
        changed = {name: value for name, value in wanted.items() if before.get(name) != value}
        if not changed:
            raise InputError(
                "nothing_changes",
                f"These documents are the ones {round_id} runs by already.",
                remedy="Change the configuration first, or name another plan.",
            )
        deed.note(supersedes=current.version, plan=rules.plan.id, digests=wanted)
        return changed


@enforces(Control.UNIFORM_PLAN, Control.FOUR_EYES)
def approve_replan(office: Office, actor: Actor, round_id: str, rules: Ruleset) -> int:
    """Freeze the version that was asked for; every candidate is then collected again under it. Returns the version.

    Raises:
        PolicyError: `four_eyes`, when requester and approver are one person.
        StateError: `not_requested`, `other_documents`, `round_closed`, `already_released`.

    """
    # (1) A request on the version in force is in the log. (2) It is somebody else's. (3) The documents are the ones asked
    # for. (4) Nothing is released yet. (5) Freeze, and take every candidate back to be collected again.
    with act(office.store, actor, Action.ROUND_REPLANNED, Permission.ROUND_REPLAN_APPROVE, round_=round_id) as deed:
        tx = deed.tx
        current = open_only(tx, round_id)
        request = pending_request(tx, round_id)
        if request is None:  # (1)
            raise StateError(
                "not_requested",
                f"Nobody asked for a new version of {round_id}.",
                law=2,
                remedy="An administrator asks for it with `vetting round replan-request`.",
            )
        if request.actor == actor.person:  # (2)
            raise PolicyError(
                "four_eyes",
                "A new plan version is approved by somebody other than who asked for it.",
                law=8,
                remedy="A reviewer of the round approves it.",
            )
        if request.details.get("digests") != rules.digests():  # (3)
            raise StateError(
                "other_documents",
                f"The documents given are not the ones that {request.actor} asked for.",
                law=2,
                remedy="Use the configuration that the request was made with; compare its digests: `vetting round show`.",
            )
        _same_agency(current, rules)
        _refuse_released(tx, current)  # (4)
        version = current.version + 1
        freeze(tx, round_id, version, rules, created_by=request.actor, approved_by=actor.person)  # (5)
        tx.change(Round, round_id, expect={"version": current.version}, version=version)
        for case in tx.all(Case, round=round_id):
            back_to(tx, case.id, CaseState.DECLARED)
        deed.note(**frozen_facts(rules, version), requested_by=request.actor, request=request.seq)
        return version


def pending_request(tx: Tx, round_id: str) -> Event | None:
    """The newest request on the version in force; whoever calls is inside an `act` of their own."""
    version = tx.get(Round, round_id).version
    asked = [
        event
        for event in events(tx, round_=round_id)
        if event.action == Action.ROUND_REPLAN_REQUESTED.value
        and event.result is Result.DONE
        and event.details.get("supersedes") == version
    ]
    return asked[-1] if asked else None


def _same_agency(current: Round, rules: Ruleset) -> None:
    if rules.pack.id != current.agency:
        raise InputError(
            "wrong_pack", f"{current.id} is a round of another agency than this pack.", remedy="Check the pack."
        )


def _refuse_released(tx: Tx, current: Round) -> None:
    for case in tx.all(Case, order=("number",), round=current.id):
        if case.state in {CaseState.RELEASED, CaseState.DISPOSED}:
            raise StateError(
                "already_released",
                f"{case.id} was released under version {current.version}; a new version for all is no longer possible.",
                law=2,
                remedy="Finish this round and open a new one.",
            )
