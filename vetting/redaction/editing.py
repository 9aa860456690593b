"""What a person does with a draft's spans: look at them with their reasons, add, restore, confirm, submit.

Each is an event and a new draft version; who restored what and when stays on record (DESIGN: never by machine alone).
"""

from schemas.case import CaseState
from schemas.draft import Draft, DraftContent, DraftField
from schemas.redaction import Span
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.cases import move
from vetting.errors import InputError, PolicyError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.redaction.drafting import case_context, draft_content, require_latest, store_changed
from vetting.redaction.marks import CaseContext, apply


def read_draft(office: Office, actor: Actor, draft_id: str) -> tuple[Draft, DraftContent]:
    """A draft with original texts, spans and reasons: for its author and for a reviewer."""
    case_id = draft_id.rpartition(".")[0]
    with act(
        office.store, actor, Action.DRAFT_OPENED, Permission.CASE_DRAFT_READ, case=case_id, subject=draft_id
    ) as deed:
        draft = deed.tx.get(Draft, draft_id)
        return draft, draft_content(office, deed.tx, draft)


def change_spans(
    office: Office,
    actor: Actor,
    draft_id: str,
    *,
    finding: str,
    field: str,
    add: Span | None = None,
    restore: tuple[int, int] | None = None,
) -> str:
    """Redact one more place, or give one back; returns the new draft's id.

    Raises:
        InputError: `no_such_field`, `no_such_span`, `span_outside`.
        PolicyError: `identifier_stays`: a name, handle or address of the case is never given back.

    """
    case_id = draft_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.DRAFT_SPANS_CHANGED,
        Permission.CASE_DRAFT_WRITE,
        case=case_id,
        subject=draft_id,
    ) as deed:
        draft = require_latest(deed.tx, draft_id)
        fields = draft_content(office, deed.tx, draft).fields
        target = next((x for x in fields if x.finding == finding and x.field == field), None)
        if target is None:
            raise InputError(
                "no_such_field",
                f"{draft_id} has no such field of that finding.",
                remedy="See `vetting draft show`.",
            )
        spans = list(target.spans)
        if restore is not None:
            spans = _without(draft_id, spans, restore)
        if add is not None:
            spans = _with(draft_id, spans, add, len(target.original))
        context = case_context(office, deed.tx, case_id)
        _replay(fields, context)
        text = apply(target.original, tuple(spans), context)
        changed = target.model_copy(update={"spans": tuple(spans), "text": text})
        new = store_changed(office, deed, draft, tuple(changed if x is target else x for x in fields), confirmed=False)
        move(deed.tx, case_id, CaseState.DRAFTED)
        deed.note(
            finding=finding,
            field=field,
            added=add.entity if add else None,
            restored=len(target.spans) - len(spans) if restore else 0,
            before=draft_id,
        )
        return new.id


def confirm_spans(office: Office, actor: Actor, draft_id: str) -> str:
    """State that one has gone through every span; returns the new draft's id."""
    case_id = draft_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.DRAFT_CONFIRMED,
        Permission.CASE_DRAFT_WRITE,
        case=case_id,
        subject=draft_id,
    ) as deed:
        draft = require_latest(deed.tx, draft_id)
        if draft.confirmed:
            raise StateError("confirmed_already", f"{draft_id} is confirmed.", remedy="Go on with `vetting validate`.")
        new = store_changed(office, deed, draft, draft_content(office, deed.tx, draft).fields, confirmed=True)
        move(deed.tx, case_id, CaseState.DRAFTED)
        return new.id


@enforces(Control.VALIDATE_BEFORE_USE)
def submit_draft(office: Office, actor: Actor, draft_id: str) -> None:
    """Hand a confirmed and validated draft to a second person."""
    case_id = draft_id.rpartition(".")[0]
    with act(
        office.store,
        actor,
        Action.DRAFT_SUBMITTED,
        Permission.CASE_DRAFT_WRITE,
        case=case_id,
        subject=draft_id,
    ) as deed:
        draft = require_latest(deed.tx, draft_id)
        move(deed.tx, case_id, CaseState.IN_REVIEW)
        deed.note(text_sha256=draft.text_sha256)


def _without(draft_id: str, spans: list[Span], place: tuple[int, int]) -> list[Span]:
    found = [s for s in spans if (s.start, s.end) == place]
    if not found:
        raise InputError(
            "no_such_span",
            f"{draft_id} has no redaction at that place.",
            remedy="See `vetting draft show` for start and end.",
        )
    if any(not s.entity.startswith("PC_") for s in found):
        raise PolicyError(
            "identifier_stays",
            f"{draft_id}: names, handles and addresses are never given back.",
            law=7,
            clause="Bridgeport General Order 5.14, IV. D. 2",
        )
    return [s for s in spans if s not in found]


def _with(draft_id: str, spans: list[Span], new: Span, length: int) -> list[Span]:
    if new.end > length:
        raise InputError(
            "span_outside",
            f"{draft_id}: the place is outside the text of {length} characters.",
            remedy="See `vetting draft show`.",
        )
    kept = [s for s in spans if s.end <= new.start or s.start >= new.end]
    covered = [s for s in spans if s not in kept]
    # A new span that touches old ones swallows them whole: nothing that was redacted comes back by adding.
    # If one of them is an identifier, the whole counts as one, and can never be given back.
    identifier = next((s.entity for s in covered if not s.entity.startswith("PC_")), new.entity)
    start, end = min([new.start, *(s.start for s in covered)]), max([new.end, *(s.end for s in covered)])
    whole = new.model_copy(update={"start": start, "end": end, "entity": identifier})
    return sorted([*kept, whole], key=lambda s: s.start)


def _replay(fields: tuple[DraftField, ...], context: CaseContext) -> None:
    """Give persons their letters again in the order of the draft, so that person A stays person A."""
    for field in fields:
        apply(field.original, field.spans, context)
