"""Whose class: is a group under attack, or does somebody speak of a class.

A post that disparages a group is conduct the board must hear about; which group it was is not. So a group noun in a hostile
sentence becomes "a protected group" and the attack around it stays. First-person sentences ("I'm gay
and I hate mornings") are nobody's attack.
"""

import re
from typing import Final

from vetting.redaction.normalise import View
from vetting.redaction.site import Words

_SENTENCE: Final = re.compile(r"[.!?;\n]")
_TOKEN: Final = re.compile(r"[\w']+")
_SELF: Final = re.compile(
    r"(?<!\w)(?:i'm|i am|im|as an?|we're|we are|my|our)(?: (?:a|an|the|so|very|proud|proudly|openly))* $"
)
_REACH: Final = 220
_HOSTILE_EMOJI: Final = frozenset("🤮🤢💩🐖🐷🐵🐒🐍🪳🐀🐁🐕🐶🦍🐪🐫🔫💣🔪🗑🖕👎🤡☠💀🔥⚰👽")


def disparaged(view: View, start: int, end: int, words: Words) -> bool:
    """Whether the sentence around a range of the view is hostile to what the range names."""
    low = max(0, start - _REACH)
    before = view.folded[low:start]
    after = view.folded[end : end + _REACH]
    cut = [m.end() for m in _SENTENCE.finditer(before)]
    before = before[cut[-1] :] if cut else before
    stop = _SENTENCE.search(after)
    after = after[: stop.start()] if stop else after
    if _SELF.search(before):
        return False
    hostile = words.get("hostile")
    if any(t in hostile for t in _TOKEN.findall(before) + _TOKEN.findall(after)):
        return True
    return (not after.isascii() and any(c in _HOSTILE_EMOJI for c in after)) or (
        not before.isascii() and any(c in _HOSTILE_EMOJI for c in before)
    )
