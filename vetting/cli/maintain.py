"""`vetting maintain`: the nightly work on one round, by a person's key or a timer that holds one."""

from typing import TYPE_CHECKING

from vetting.cli.arguments import RoundId
from vetting.cli.session import Key, acting, say

if TYPE_CHECKING:
    from vetting.access import Actor
    from vetting.office import Office


def maintain(round_id: RoundId, key: Key = None) -> None:
    """Check all evidence of a round again, remove leftovers of interruptions, and sign the log. Meant to be run every night.

    Ends with exit code 5 when an item fails. It disposes of nothing.
    """
    from vetting.errors import IntegrityError

    with acting(key) as (office, actor):
        _ready(office, actor, round_id)
        from flows.maintain import maintain as maintain_round
        from vetting.cli.progress import flow_desk

        with flow_desk(office, actor, "Checking"):
            bad = maintain_round(round_id)
    if bad:
        raise IntegrityError(
            "evidence_altered",
            f"These items of {round_id} are not what was kept: {', '.join(bad)}.",
            law=6,
            remedy="`vetting evidence verify CASE` says what is wrong with each. Do not use them, and tell the auditor.",
        )
    say(f"All evidence of {round_id} is sound, and the log is signed.")


def _ready(office: "Office", actor: "Actor", round_id: str) -> None:
    """Refuse before the server is started, which takes some seconds; the flow asks the same again."""
    from schemas.round import Round
    from vetting.access import Permission, refusals_recorded, require
    from vetting.audit.tags import Action

    with (
        refusals_recorded(office.store, actor, Action.EVIDENCE_VERIFIED, round_=round_id),
        office.store.reading() as tx,
    ):
        tx.get(Round, round_id)
        require(tx, actor.person, Permission.CASE_EVIDENCE_LIST, round_=round_id)
