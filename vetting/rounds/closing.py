"""Closes a round: every candidate finished, nothing left undecided. From here retention runs (29 CFR 1602.31)."""

from schemas.case import Case, CaseState
from schemas.round import Round, RoundState
from schemas.withdrawal import Withdrawal
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import StateError
from vetting.office import Office
from vetting.rounds.opening import open_only
from vetting.store import Tx


def close_round(office: Office, actor: Actor, round_id: str) -> None:
    """Close a round.

    Raises:
        StateError: `candidates_unfinished`, naming them: every candidate of a round is vetted (Bridgeport IV. D. 5);
            `withdrawal_undecided`.

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
        asked = [w.id for c in tx.all(Case, order=("number",), round=round_id) for w in _undecided(tx, c.id)]
        if asked:
            raise StateError(
                "withdrawal_undecided",
                f"{round_id} cannot be closed: {', '.join(asked)} is not decided.",
                law=8,
                remedy="A reviewer decides it: `vetting withdrawal approve` or `refuse`.",
            )
        tx.change(Round, round_id, expect={"state": RoundState.OPEN}, state=RoundState.CLOSED, closed_at=now())


def _undecided(tx: Tx, case_id: str) -> list[Withdrawal]:
    return [row for row in tx.all(Withdrawal, case=case_id) if row.decided_by is None]
