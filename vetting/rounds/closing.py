"""Closes a round: every candidate finished, nothing left undecided. From here retention runs (29 CFR 1602.31)."""

from schemas.case import Case, CaseState
from schemas.round import Round, RoundState
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import StateError
from vetting.office import Office
from vetting.rounds.opening import open_only


def close_round(office: Office, actor: Actor, round_id: str) -> None:
    """Close a round.

    Raises:
        StateError: `candidates_unfinished`, naming them: every candidate of a round is vetted (Bridgeport IV. D. 5).

    """
    with act(office.store, actor, Action.ROUND_CLOSED, Permission.ROUND_CLOSE, round_=round_id) as deed:
        tx = deed.tx
        open_only(tx, round_id)
        unfinished = [
            c.id
            for c in tx.all(Case, order=("number",), round=round_id)
            if c.state not in {CaseState.RELEASED, CaseState.DISPOSED}
        ]
        if unfinished:
            raise StateError(
                "candidates_unfinished",
                f"{round_id} cannot be closed: no summary is released for {', '.join(unfinished)}.",
                law=2,
                remedy="Finish them; `vetting case show` says what is missing.",
            )
        tx.change(Round, round_id, expect={"state": RoundState.OPEN}, state=RoundState.CLOSED, closed_at=now())
