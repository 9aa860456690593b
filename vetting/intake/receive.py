"""Reads a file of declarations by the rules of its round; a file that is refused leaves an event (law 10).

Recording what was read, one candidate after the other, is `vetting.intake.record`'s.
"""

from schemas.declaration import Declaration
from schemas.platform import PlatformList
from vetting.access import Actor, refusals_recorded
from vetting.audit.tags import Action
from vetting.intake.parse import read_declarations
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.rounds.opening import open_only, ruleset


@enforces(Control.MANDATORY_DECLARATION)
def receive(
    office: Office, actor: Actor, round_id: str, data: bytes, filename: str
) -> tuple[list[Declaration], PlatformList]:
    """The declarations of a file, and the platforms that the round was frozen with. Stores nothing.

    Raises:
        InputError: everything that is wrong in the file, in one message; `unknown_id`.
        StateError: `round_closed`.

    """
    with refusals_recorded(office.store, actor, Action.DECLARATION_RECORDED, round_=round_id):
        with office.store.reading() as tx:
            open_only(tx, round_id)
            platforms = ruleset(tx, round_id).platforms
        declarations = read_declarations(
            data,
            filename,
            platforms=platforms,
            allow_private_hosts=office.settings.allow_private_hosts,
            round_id=round_id,
        )
        return declarations, platforms
