"""One form for every spelling of a text, with an exact way back to the code points of the original.

Rules kept here:

- A position in a view always maps to a range of the original; no rule ever works on guessed offsets.
- The original is never altered. A view is thrown away after the scan.
- Folding is a table over single code points, so the time is linear in the length of the text.

What is folded: compatibility forms (NFKD), combining marks, case, letters of other scripts that look Latin, zero-width and other
invisible characters, every kind of white space (runs become one space; none inside a contraction such as "I 'm"). Undoing disguises that need a guess
(leet, spaced letters, repeats) is left to `disguise`.
"""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

# Letters of other scripts drawn like a Latin letter. Written from the letter shapes; lower case on both sides.
_LOOKALIKES: Final = {
    "а": "a", "в": "b", "г": "r", "е": "e", "з": "3", "к": "k", "м": "m", "н": "h", "о": "o", "р": "p", "с": "c",
    "т": "t", "у": "y", "х": "x", "ѕ": "s", "і": "i", "ј": "j", "ԁ": "d", "һ": "h", "ԛ": "q", "ԝ": "w", "ӏ": "l",
    "ь": "b", "п": "n", "и": "u", "я": "r", "ʏ": "y",
    "α": "a", "β": "b", "γ": "y", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "m", "ν": "v", "ο": "o", "ρ": "p",
    "σ": "o", "τ": "t", "υ": "u", "χ": "x", "ω": "w", "ζ": "z", "ϲ": "c", "ϳ": "j",
    "օ": "o", "ս": "u", "հ": "h", "ո": "n", "ց": "g", "ք": "p", "ա": "w", "զ": "q",
    "ı": "i", "ȷ": "j", "ɑ": "a", "ɡ": "g", "ɩ": "i", "ʃ": "s", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d",
    "ð": "d", "ħ": "h", "ł": "l", "ŧ": "t", "þ": "th", "ŋ": "n", "ǝ": "e", "ə": "e", "ɐ": "a", "ɹ": "r", "ʇ": "t",
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-",
    "−": "-", "⁃": "-", "·": ".", "•": ".", "․": ".", "∙": ".",
}  # fmt: skip
# Cyrillic capitals whose lower case looks different from Latin, but whose capital form does not.
_LOOKALIKE_CAPITALS: Final = {"В": "B", "Н": "H", "Р": "P", "У": "Y", "Г": "r", "П": "n", "И": "N", "Я": "R",
                              "Η": "H", "Ρ": "P", "Ν": "N", "Υ": "Y", "Β": "B", "Ζ": "Z", "Μ": "M", "Τ": "T", "Χ": "X"}  # fmt: skip
_BLANKS: Final = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0")
_SMALL_CAPITAL: Final = re.compile(r"LATIN LETTER SMALL CAPITAL ([A-Z])$")
_ENCLOSED: Final = ((0x1F130, 26), (0x1F150, 26), (0x1F170, 26))
_PRINTABLE: Final = bytes(range(0x20, 0x7F))
_SCAN_BYTES: Final = bytes(b if b > 127 else ord(chr(b).lower()) if chr(b).isalnum() else 0x20 for b in range(256))
"""Made for UTF-8: bytes of code points beyond ASCII stay as they are."""
_PLAIN: Final = bytes(b for b in range(128) if chr(b).isalpha() or b == 0x20)
_ODD: Final = re.compile(r"[^ -~]+")
_BEYOND: Final = re.compile("[^\x00-\x7f]+")
_SPACES: Final = re.compile(" {2,}")
_APART: Final = re.compile(
    r"(?<=[a-z]) (?='(?:m|s|re|ve|ll|d)(?![\w']))|(?<=[a-z]) (?=n't(?!\w))|(?<=\bgon|\bwan) (?=na(?!\w))|(?<=\bgot) (?=ta(?!\w))"
)
"""The space inside a contraction."""
_MAYBE_APART: Final = (" '", " n't", "n na", "t ta")
_RUN: Final = re.compile(r"[!-~]+(?: [!-~]+)*")
"""Printable words with single spaces between them: taken over as they stand."""


def _fold_one(char: str) -> str:
    """The folded form of one code point, case kept: "" for what is invisible."""
    code = ord(char)
    if char.isspace() or char == "\u2800":
        folded = " "
    elif letter := next(
        (chr(ord("A") + code - first) for first, count in _ENCLOSED if first <= code < first + count), ""
    ):
        folded = letter
    elif 0xD800 <= code < 0xE000:  # half of a surrogate pair: no scanner takes it
        folded = "\ufffd"
    elif (
        0xE0020 < code < 0xE007F
    ):  # letters of a sub-national flag: kept, so that the flag can be told from a plain one
        folded = chr(code - 0xE0000)
    elif char in _BLANKS or unicodedata.category(char) in {"Cf", "Cc", "Mn", "Me"}:
        folded = ""
    elif len(low := char.lower()) == 1 and (like := _LOOKALIKE_CAPITALS.get(char) or _LOOKALIKES.get(low)):
        folded = like if low == char or char in _LOOKALIKE_CAPITALS else like.upper()
    elif found := _SMALL_CAPITAL.match(unicodedata.name(char, "")):
        folded = found[1].lower()
    else:
        flat = unicodedata.normalize("NFKD", char)
        folded = char if flat == char else "".join(_fold_one(c) for c in flat if c != char)
    return folded


class _Fold(dict[str, str]):
    def __missing__(self, char: str) -> str:
        self[char] = folded = _fold_one(char)
        return folded


def _scan_one(char: str) -> str:
    """Letters, digits and symbols stay for the term scanner; all else separates words.

    Emoji newer than the interpreter's character data count as symbols too.
    """
    if char.isalnum() or 0x1F000 <= ord(char) < 0x20000:
        return char
    return char if not char.isascii() and unicodedata.category(char) in {"So", "Sk"} else " "


class _Scan(dict[int, str]):
    def __missing__(self, code: int) -> str:
        self[code] = kept = _scan_one(chr(code))
        return kept


class _Bare(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        digit = unicodedata.decimal(char, None)
        self[code] = kept = str(digit) if digit is not None else char if char.isalnum() else " "
        return kept


_FOLD: Final = _Fold()
_SCAN: Final = _Scan()
_BARE: Final = _Bare()


def scanned(folded: str) -> str:
    """A folded text with a space for every character that is not a letter, digit or symbol."""
    plain = folded.encode("utf-8").translate(_SCAN_BYTES).decode("utf-8")
    return plain if plain.isascii() else _BEYOND.sub(_scan_run, plain)


def _scan_run(run: re.Match[str]) -> str:
    return run[0].translate(_SCAN)


def bare(scan: str) -> str:
    """A `View.scan` with spaces for its symbols too, and plain digits for those of other scripts: what words begin and end at."""
    return scan if scan.isascii() else _BEYOND.sub(_bare_run, scan)


def _bare_run(run: re.Match[str]) -> str:
    return run[0].translate(_BARE)


def _lower(text: str) -> str:
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class View:
    """A text in one form; `cased`, `folded` and `scan` have the same length and the same positions.

    `scan` is `folded` with a space for every character that is not a letter, digit or symbol. Never changed once made. The map
    to the original is made when it is first asked for: most texts have nothing to be placed.
    """

    __slots__ = ("_ends", "_odd", "_original", "_starts", "base", "cased", "folded", "repairs", "scan")

    def __init__(
        self,
        cased: str,
        folded: str,
        scan: str,
        original: str | None = None,
        base: "View | None" = None,
        repairs: tuple[tuple[int, int, int, int], ...] = (),
    ) -> None:
        """`original`: the text, where positions in it differ from those here.

        `base`: the view that this one repairs, when it is a guess at a hidden spelling; `repairs`: the repaired pieces in order:
        position and length here, start and end in `base`.
        """
        self.cased, self.folded, self.scan = cased, folded, scan
        self._odd: bytes | None = None
        self._original, self.base, self.repairs = original, base, repairs
        self._starts: array[int] | None = None
        self._ends: array[int] | None = None

    @property
    def odd(self) -> bytes:
        """The bytes in UTF-8 of what is neither a Latin letter nor a space; every digit of another script as a plain one too."""
        if self._odd is None:
            told = self.folded if self.folded.isascii() else self.folded + bare(self.scan)
            self._odd = told.encode("utf-8").translate(None, _PLAIN)
        return self._odd

    def origins(self) -> "tuple[array[int], array[int]] | None":
        """For each position, start and end of its range in the original; None where positions are the same in both."""
        if self.base is not None and self._starts is None:
            ranges = [self.span(at, at + 1) for at in range(len(self.folded))]
            self._starts, self._ends = array("L", [low for low, _ in ranges]), array("L", [high for _, high in ranges])
        elif self.base is None and self._original is None:
            return None
        if self._starts is None or self._ends is None:
            self._starts, self._ends = _map(self._original or "")
        return self._starts, self._ends

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The range of the original, in code points, that the range `start:end` (not empty) of this view came from."""
        if self.base is not None:
            return self.base.span(*self.base_range(start, end))
        if self._original is None:
            return start, end
        starts, ends = self.origins() or ((), ())
        return starts[start], ends[end - 1]

    def base_range(self, start: int, end: int) -> tuple[int, int]:
        """The range of the view that this one repairs; a repaired piece counts as a whole."""
        return self._to_base(start, last=False), self._to_base(end - 1, last=True)

    def _to_base(self, position: int, *, last: bool) -> int:
        index = bisect_right(self.repairs, position, key=lambda r: r[0]) - 1
        if index < 0:
            return position + 1 if last else position
        at, length, low, high = self.repairs[index]
        if position < at + length:
            return high if last else low
        return high + position - (at + length) + (1 if last else 0)

    def touches(self, start: int, end: int) -> bool:
        """Whether a range of this view takes in a repaired piece."""
        index = bisect_right(self.repairs, end - 1, key=lambda r: r[0]) - 1
        return index >= 0 and self.repairs[index][0] + self.repairs[index][1] > start


def repaired(base: View, pieces: Sequence[tuple[int, int, str]]) -> View:
    """A view of `base` with pieces (start, end, replacement; in order, apart) put in place."""
    out: list[str] = []
    repairs: list[tuple[int, int, int, int]] = []
    at = length = 0
    for start, end, text in pieces:
        out += (base.cased[at:start], text)
        length += start - at
        repairs.append((length, len(text), start, end))
        length += len(text)
        at = end
    out.append(base.cased[at:])
    cased = "".join(out)
    folded = _lower(cased)
    return View(cased, folded, scanned(folded), base=base, repairs=tuple(repairs))


def normalise(text: str) -> View:
    """The view of an original text."""
    if text.isascii() and "  " not in text:
        raw = text.encode("ascii")
        if not raw.translate(None, _PRINTABLE):
            return _joined(View(text, text.lower(), raw.translate(_SCAN_BYTES).decode("ascii")))
    cased = _ODD.sub(_fold_run, text)
    if "  " in cased:
        cased = _SPACES.sub(" ", cased)
    folded = _lower(cased)
    return _joined(View(cased, folded, scanned(folded), original=text))


def _joined(view: View) -> View:
    """The view with contractions in one piece that stand apart, as programs that cut a text into words leave them: "I 'm", "do n't"."""
    if not any(sign in view.folded for sign in _MAYBE_APART):
        return view
    pieces = [(match.start(), match.end(), "") for match in _APART.finditer(view.folded)]
    return repaired(view, pieces) if pieces else view


def _fold_run(run: re.Match[str]) -> str:
    return "".join(map(_FOLD.__getitem__, run[0]))


def _map(text: str) -> "tuple[array[int], array[int]]":
    """For each position of a text's view, start and end of the range that it came from."""
    starts, ends = array("L"), array("L")
    last, at = "", 0
    for run in _RUN.finditer(text):
        if run.start() > at:
            _map_range(text, at, run.start(), last, starts, ends)
        at = run.end()
        starts.extend(range(run.start(), at))
        ends.extend(range(run.start() + 1, at + 1))
        last = text[at - 1]
    if at < len(text):
        _map_range(text, at, len(text), last, starts, ends)
    return starts, ends


def _map_range(text: str, start: int, end: int, last: str, starts: "array[int]", ends: "array[int]") -> None:
    """The same for a range, one code point at a time; `last` is what stands before it in the view."""
    for index in range(start, end):
        for folded in _FOLD[text[index]] or ("",):
            if not folded or (folded == " " and last == " "):
                if ends:
                    ends[-1] = index + 1
                continue
            starts.append(index)
            ends.append(index + 1)
            last = folded


def chunks(text: str, signs: Iterable[str], shape: str = "") -> list[tuple[int, int]]:
    """The pieces of a folded text between spaces that hold one of some signs, in order, as ranges.

    `shape`: where the signs are looked for, if not in the text itself; of the same length.
    """
    told = shape or text
    out: dict[int, int] = {}
    for sign in signs:
        at = told.find(sign)
        while at >= 0:
            end = text.find(" ", at)
            end = len(text) if end < 0 else end
            out[text.rfind(" ", 0, at) + 1] = end
            at = told.find(sign, end)
    return sorted(out.items())
