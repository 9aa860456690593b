"""Where a text looks as if a spelling were hidden in it: tags, letters set apart or joined by signs, digits and signs among letters.

Cheap on purpose: an ordinary text costs a few looks at its signs and its shape. What the suspicious pieces may stand for is left to
`disguise`. A text in ASCII is told by its shape; any other one by the same signs, less exactly, and then by a pattern.
"""

import re
from string import ascii_lowercase, digits
from typing import Final, NamedTuple

from vetting.redaction.normalise import View, chunks

_TRIPLED_MET, _APART_MET, _MIXED_MET = "tripled", "apart", "mixed"
NEEDS: Final[dict[str, tuple[frozenset[str], ...]]] = {
    _TRIPLED_MET: (frozenset(letter * 3 for letter in ascii_lowercase),),
    _APART_MET: (
        frozenset(f" {a} {b} " for a in ascii_lowercase + digits for b in ascii_lowercase + digits)
        | frozenset(f"  {a}  " for a in ascii_lowercase + digits),
    ),
    _MIXED_MET: (
        frozenset(letter + digit for letter in ascii_lowercase for digit in digits)
        | frozenset(digit + letter for letter in ascii_lowercase for digit in digits),
    ),
}
"""Signs of a text (as `signs` has them) without which it has no letter three times in a row, no letters set apart, no digits among letters."""
_SUSPECT: Final = re.compile(r"[a-z][0-9@$!|+€£¢(*#%®©💲⭕❌]|[0-9@$!|+€£¢*%®©💲⭕❌][a-z]|([a-z])\1\1")


def _shapes(letter: str, **groups: str) -> bytes:
    """A table that turns ASCII text into its shape: letters and digits as told, groups of signs as one sign, all else a space."""
    table = bytearray(b" " * 256)
    for code in range(128):
        char = chr(code)
        if char.isalpha():
            table[code] = ord(letter)
        elif char.isdigit():
            table[code] = ord(groups["digit"])
    for shown, chars in (("0", groups.get("sign", "")), ("@", groups.get("tail", "")), ("!", groups.get("bang", ""))):
        for char in chars:
            table[ord(char)] = ord(shown)
    for char in groups.get("letters", ""):
        table[ord(char)] = ord(letter)
    for char in groups.get("joints", ""):
        table[ord(char)] = ord(".")
    for char in groups.get("kept", ""):
        table[ord(char)] = ord(char)
    return bytes(table)


_MIXED: Final = _shapes("a", digit="0", sign="$|+*%", tail="@#(", bang="!")
_SINGLE: Final = _shapes("a", digit="a", letters="@$!", kept="'")
_JOINED: Final = _shapes("a", digit="0", joints=".-_*~")
_WHOLE: Final = _shapes("a", digit="0", sign="$|+*%@#(!_")
_USUAL: Final = b",'\"?;:&/)\n.-_~0123456789"
_NO_JOINT: Final = bytes(b for b in range(256) if chr(b) not in ".-_*~")
_AS_LETTERS: Final = b"@$!"
"""Signs that may stand for single letters."""
_MIXTURE: Final = ("a0", "0a")
_JOINTS: Final = tuple(".-_*~")
_SUSPICIOUS: Final = frozenset({_TRIPLED_MET, _MIXED_MET})
_UNSUSPECTED: Final = bytes(b for b in range(256) if chr(b) not in "@$!|+(*#%")
_STRANGE: Final = re.compile("[€£¢®©💲⭕❌]")
_NONE: Final[list[tuple[int, int]]] = []


def _is_mixed(shape: bytes) -> bool:
    """Whether letters stand beside digits or signs that may stand for letters."""
    return b"a0" in shape or b"0a" in shape or b"!a" in shape or b"!0" in shape or b"!@" in shape or b"a@" in shape


def _set_apart(raw: bytes) -> bool:
    """Whether three single letters may stand in a row, with a sign or more between them; `raw` in ASCII."""
    single = b" " + raw.translate(_SINGLE) + b" "
    return (b" a a " in single and b"a a a" in single) or b"  a  " in single


def _may_be_apart(folded: str) -> bool:
    """The same for any text."""
    single = folded.encode("utf-8").translate(_SINGLE)
    return b"a a a" in single or b"  a  " in single or "®" in folded or "💲" in folded


class Suspects(NamedTuple):
    """What of a view is to be read again."""

    tags: bool
    """Whether there are hashtags or handles."""
    apart: bool
    """Whether letters may be set apart."""
    dotted: list[tuple[int, int]]
    """Ranges with signs inside words."""
    mixed: list[tuple[int, int]]
    """Ranges with words that hold digits, signs, or a letter three times."""


def of(view: View, told: frozenset[str]) -> Suspects:
    """The suspects of a view; `told`: which of `NEEDS` are met, perhaps with others."""
    folded, odd = view.folded, view.odd
    rare = odd.translate(None, _USUAL)
    tags = b"#" in rare or b"@" in rare
    if not folded.isascii():
        suspected = (
            bool(odd.translate(None, _UNSUSPECTED)) or not told.isdisjoint(_SUSPICIOUS) or bool(_STRANGE.search(folded))
        ) and bool(_SUSPECT.search(folded))
        return Suspects(tags, _may_be_apart(folded), chunks(folded, _JOINTS), [(0, len(folded))] if suspected else [])
    raw = folded.encode("ascii")
    apart = _set_apart(raw) if rare.translate(None, _AS_LETTERS) != rare else _APART_MET in told
    dotted, mixed = _NONE, _NONE
    if odd.translate(None, _NO_JOINT) and b"a.a" in (shape := raw.translate(_JOINED)):
        dotted = chunks(folded, ("a.a",), shape.decode("ascii"))
    if _TRIPLED_MET in told:
        mixed = [(0, len(folded))]
    elif _MIXED_MET in told or (rare and _is_mixed(raw.translate(_MIXED))):
        mixed = chunks(folded, _MIXTURE, raw.translate(_WHOLE).decode("ascii"))
    return Suspects(tags, apart, dotted, mixed)
