"""The leak check: a second look at the final text, by other means than the redaction (law 7).

- It uses none of the redaction's code and none of its word lists, and starts from the case's declaration.
- It says what kind of thing is where, never what it is: its report may be shown and counted.
- It prefers a false alarm to a miss: what it finds blocks the release until a person has changed the text.

It leaves to its caller the choice of fields, the recording and the blocking.
"""

from collections.abc import Iterable

from schemas.leak import FieldLeak, Identifiers, Leak, LeakKind
from vetting.policy.controls import Control, enforces
from vetting.validation.leakidentifiers import find_identifiers
from vetting.validation.leaklexicon import Lexicon, lexicon, phrases
from vetting.validation.leakmarks import find_marks
from vetting.validation.leakpatterns import find_language, find_patterns, find_scripts, find_symbols
from vetting.validation.leakterms import find_terms
from vetting.validation.leaktext import View, undisguised

__all__ = [
    "MARK",
    "FieldLeak",
    "Identifiers",
    "Leak",
    "LeakKind",
    "leak_check",
    "leak_check_summary",
    "leak_lexicon_sha256",
]

MARK = "[removed]"
"""The one mark a summary may hold; stated here again because the leak check takes nothing from the redaction."""


@enforces(Control.LEAK_CHECK, Control.FILTER_PROTECTED_CLASSES)
def leak_check(text: str, *, identifiers: Identifiers, mark: str = MARK, fixed: tuple[str, ...] = ()) -> list[Leak]:
    """Everything in one text that should not be there, in the order of the text.

    `mark` is the one mark that is allowed. `fixed` are phrases of the form itself (the agency's name, a
    clause) that are no leak where they stand whole, even where the candidate has lived in that town.
    """
    # (1) Undo disguises, keeping the way back to the original's offsets.
    # (2) Blank the mark, so that neither its words nor its brackets are taken for content.
    # (3) Look for identifiers of the case, general patterns, class terms and another language in the
    #     undisguised text.
    # (4) Look for symbols, scripts and other marks in the text as it is.
    # (5) Drop what lies inside an allowed or a fixed phrase, and report kinds and places only.
    lists = lexicon()
    view = undisguised(_blanked(text, mark, lists))  # (1) (2)
    found: set[tuple[LeakKind, int, int]] = set()
    for kind, start, end in (  # (3)
        *find_identifiers(view, identifiers, lists),
        *find_patterns(view),
        *find_terms(view, lists),
        *find_language(view, lists),
    ):
        found.add((kind, *view.span(start, end)))
    found.update(find_symbols(text, lists))  # (4)
    found.update(find_scripts(text))
    found.update(find_marks(text, mark, lists.lists.brackets))
    allowed = _allowed(view, fixed, lists)  # (5)
    kept = [leak for leak in found if not any(a <= leak[1] and leak[2] <= b for a, b in allowed.get(leak[0], []))]
    return [
        Leak(kind=kind, start=start, end=end) for kind, start, end in sorted(kept, key=lambda k: (k[1], k[2], k[0]))
    ]


def leak_check_summary(
    fields: Iterable[tuple[str, str]],
    *,
    identifiers: Identifiers,
    mark: str = MARK,
    fixed: tuple[str, ...] = (),
) -> list[FieldLeak]:
    """Leaks of all fields of a summary, each a name and a text."""
    return [
        FieldLeak(field=name, kind=leak.kind, start=leak.start, end=leak.end)
        for name, text in fields
        for leak in leak_check(text, identifiers=identifiers, mark=mark, fixed=fixed)
    ]


def leak_lexicon_sha256() -> str:
    """Digest of the leak check's word lists, for the validation report."""
    return lexicon().sha256


def _blanked(text: str, mark: str, lists: Lexicon) -> str:
    for token in (mark, *lists.lists.brackets):
        if token:
            text = text.replace(token, "¦" * len(token))
    return text


def _allowed(view: View, fixed: tuple[str, ...], lists: Lexicon) -> dict[LeakKind, list[tuple[int, int]]]:
    lower = view.lower.replace("’", "'")
    harmless = [view.span(m.start(), m.end()) for m in lists.allowed.finditer(lower)]
    printed = [view.span(m.start(), m.end()) for m in phrases(fixed).finditer(lower)] if fixed else []
    every = dict.fromkeys(LeakKind, printed)
    return every | {LeakKind.CLASS_TERM: [*printed, *harmless]}
