"""Texts whose telling parts stand in square brackets, and what the patterns of one subject find in them."""

import re
from functools import cache
from types import ModuleType

from tests.unit.redaction.conftest import CONFIG
from vetting.redaction.frames import patterns
from vetting.redaction.lexicon import load
from vetting.redaction.normalise import normalise
from vetting.redaction.site import Words


@cache
def _words() -> Words:
    return load(CONFIG / "protected-classes").words


def found(text: str, *subjects: ModuleType) -> list[str]:
    """The parts of a text that the patterns of these subjects take."""
    chosen = [pattern for subject in subjects for pattern in subject.PATTERNS]
    view = normalise(text)
    return [view.folded[start:end] for _, start, end in patterns.find(view, _words(), chosen)]


def missed(marked: str, *subjects: ModuleType) -> list[str]:
    """The bracketed parts of a text that no pattern of these subjects takes in whole."""
    text, parts = "", []
    for piece in re.split(r"(\[[^\]]*\])", marked):
        inner = piece[1:-1] if piece.startswith("[") else piece
        if piece.startswith("["):
            parts.append((len(text), len(text) + len(inner)))
        text += inner
    view = normalise(text)
    chosen = [pattern for subject in subjects for pattern in subject.PATTERNS]
    spans = [(start, end) for _, start, end in patterns.find(view, _words(), chosen)]
    return [text[a:b] for a, b in parts if not any(s <= a and b <= e for s, e in spans)]
