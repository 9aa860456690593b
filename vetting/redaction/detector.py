"""A second opinion on the language of a passage, by letters instead of small words: CLD2, compiled, offline, the same answer every time.

It knows some eighty languages, and guesses when a passage is short, so it is asked only of passages that have hardly an English word (`language`). What it says of Scots and of the made-up languages is not taken: English lives there.
"""

from collections.abc import Sequence
from typing import Final

import pycld2

_SURE: Final = 90
"""Which part of the letters, in hundredths, have to be of the language."""
_TOO_NEAR: Final = frozenset({"en", "un", "sco", "ie", "ia", "vo", "bi", "tlh", "zzp", "la"})


def other_than_english(words: Sequence[str]) -> bool:
    """Whether these words, of a passage in order, are surely of another language."""
    try:
        reliable, _, found = pycld2.detect(" ".join(words))
    except pycld2.error:  # letters that it does not take
        return False
    _, code, share, _ = found[0]
    return bool(reliable) and code not in _TOO_NEAR and share >= _SURE
