"""Residual class terms: what still tells a protected class after redaction, plain or in disguise."""

import re
from collections.abc import Iterator

from schemas.leak import LeakKind
from vetting.validation.leaklexicon import Lexicon
from vetting.validation.leaktext import WORD, View, readings

_APART = re.compile(r"(?<!\w)\w(?:[ ._*-]{1,2}\w){2,}(?!\w)")


def find_terms(view: View, lexicon: Lexicon) -> Iterator[tuple[LeakKind, int, int]]:
    """Kinds and places (in the view) of class terms and of gendered words."""
    lower = view.lower.replace("’", "'")
    for match in lexicon.terms.finditer(lower):
        yield LeakKind.CLASS_TERM, match.start(), match.end()
    for match in lexicon.acronyms.finditer(view.text):
        yield LeakKind.CLASS_TERM, match.start(), match.end()
    for match in lexicon.gendered.finditer(lower):
        yield LeakKind.GENDERED, match.start(), match.end()
    for match in WORD.finditer(view.text):
        if _is_disguised(match[0], lexicon):
            yield LeakKind.CLASS_TERM, match.start(), match.end()
    for match in _APART.finditer(lower):
        if re.sub(r"[ ._*-]", "", match[0]) in lexicon.single_words:
            yield LeakKind.CLASS_TERM, match.start(), match.end()


def _is_disguised(word: str, lexicon: Lexicon) -> bool:
    return not readings(word).isdisjoint(lexicon.single_words)
