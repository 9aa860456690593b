"""Generated set of hidden spellings: each technique times 200 terms of the lexicon, in a plain sentence.

Terms are taken from the lexicon itself by the order of their SHA-256, so nobody picks the easy ones: single words of at least four letters
that the engine finds in the same sentence when they are written plainly. Techniques that make a short word into another word (a letter
dropped, swapped, doubled or wrong, one space inside) are asked of words of at least seven letters, as the engine promises no more.
"""

import hashlib
import unicodedata
from collections.abc import Callable
from typing import Final

from vetting.redaction import Redactor

TERMS: Final = 200
FLOOR: Final = 0.90
_SHORTEST: Final = 4
_LONG: Final = 7
_SENTENCE: Final = (
    "Somebody told me that I am {} and I said yes",
    "as a {} I know this",
    "why are {} like this",
    "my {} was here",
)
_VOWELS: Final = "aeiou"
_CYRILLIC: Final = str.maketrans("aceopxyisABCEHKMOPTX", "асеорхуіѕАВСЕНКМОРТХ")
_GREEK: Final = str.maketrans("aoivuknpAEIOTXKMN", "αοινυκηρΑΕΙΟΤΧΚΜΝ")


def _at_vowel(term: str) -> int:
    """Where the first vowel after the first letter stands, or the middle."""
    return next((i for i in range(1, len(term) - 1) if term[i] in _VOWELS), len(term) // 2)


def _swapped(term: str) -> str:
    at = next((i for i in range(len(term) // 2, len(term) - 1) if term[i] != term[i + 1]), 1)
    return term[:at] + term[at + 1] + term[at] + term[at + 2 :]


def _wrong_vowel(term: str) -> str:
    at = _at_vowel(term)
    return term[:at] + ("e" if term[at] == "a" else "a") + term[at + 1 :]


def _shifted(first: int) -> Callable[[str], str]:
    return lambda term: "".join(chr(first + ord(c) - 97) if "a" <= c <= "z" else c for c in term)


TECHNIQUES: Final[dict[str, tuple[int, Callable[[str], str]]]] = {
    "leet digits": (_SHORTEST, lambda t: t.translate(str.maketrans("aeiost", "431057"))),
    "leet signs": (_SHORTEST, lambda t: t.translate(str.maketrans("aio$s", "@!0$$"))),
    "one leet vowel": (_SHORTEST, lambda t: t[: _at_vowel(t)] + t[_at_vowel(t) :].translate(str.maketrans("aeio", "4310"))),
    "spaces between letters": (_SHORTEST, " ".join),
    "one space inside": (_LONG, lambda t: t[: len(t) // 2] + " " + t[len(t) // 2 :]),
    "dots between letters": (_SHORTEST, ".".join),
    "one dot inside": (_SHORTEST, lambda t: t[:2] + "." + t[2:]),
    "hyphens between letters": (_SHORTEST, "-".join),
    "underscores between letters": (_SHORTEST, "_".join),
    "letter repeated": (_SHORTEST, lambda t: t[: _at_vowel(t)] + t[_at_vowel(t)] * 4 + t[_at_vowel(t) + 1 :]),
    "last letter repeated": (_SHORTEST, lambda t: t + t[-1] * 3),
    "letter dropped": (_LONG, lambda t: t[: _at_vowel(t)] + t[_at_vowel(t) + 1 :]),
    "letters swapped": (_LONG, _swapped),
    "letter doubled": (_LONG, lambda t: t[: len(t) // 2] + t[len(t) // 2 - 1] + t[len(t) // 2 :]),
    "wrong vowel": (_LONG, _wrong_vowel),
    "star for a vowel": (_SHORTEST, lambda t: t[: _at_vowel(t)] + "*" + t[_at_vowel(t) + 1 :]),
    "stars in the middle": (_SHORTEST, lambda t: t[:2] + "*" * (len(t) - 3) + t[-1]),
    "Cyrillic letters": (_SHORTEST, lambda t: t.translate(_CYRILLIC)),
    "Greek letters": (_SHORTEST, lambda t: t.translate(_GREEK)),
    "full width": (_SHORTEST, _shifted(0xFF41)),
    "mathematical bold": (_SHORTEST, _shifted(0x1D41A)),
    "mathematical script": (_SHORTEST, _shifted(0x1D4EA)),
    "mathematical sans": (_SHORTEST, _shifted(0x1D5BA)),
    "circled": (_SHORTEST, _shifted(0x24D0)),
    "zero width spaces": (_SHORTEST, "\u200b".join),
    "zero width joiners": (_SHORTEST, "\u200d".join),
    "soft hyphens": (_SHORTEST, "\u00ad".join),
    "diacritics": (_SHORTEST, lambda t: unicodedata.normalize("NFC", "".join(c + "\u0301" if c in _VOWELS else c for c in t))),
    "struck through": (_SHORTEST, lambda t: "".join(c + "\u0336" for c in t)),
    "reversed case": (_SHORTEST, lambda t: t[0] + t[1:].upper()),
    "alternating case": (_SHORTEST, lambda t: "".join(c.upper() if i % 2 else c for i, c in enumerate(t))),
    "hashtag in capitals": (_SHORTEST, lambda t: f"#Proud{t.capitalize()}Life"),
    "hashtag in small letters": (_SHORTEST, lambda t: f"#proud{t}"),
}  # fmt: skip
"""What is done to a term, with the least letters that it needs."""


def pool(engine: Redactor, least: int) -> list[tuple[str, str]]:
    """200 terms with the first of the sentences in which each is found when written plainly."""
    out: list[tuple[str, str]] = []
    for term in sorted(engine.single_terms, key=lambda t: hashlib.sha256(t.encode()).digest()):
        if len(term) >= least and term.isascii() and term.isalpha():
            fitting = next((s for s in _SENTENCE if _found(engine, s, term)), None)
            if fitting:
                out.append((term, fitting))
            if len(out) == TERMS:
                break
    return out


def _found(engine: Redactor, sentence: str, shown: str) -> bool:
    """Whether at least half of what is shown of a term is covered."""
    start = sentence.index("{}")
    end = start + len(shown)
    covered = sum(
        max(0, min(end, s.end) - max(start, s.start))
        for s in engine.spans(sentence.format(shown))
        if s.entity.startswith("PC_")
    )
    return 2 * covered >= end - start


def measure(engine: Redactor) -> dict[str, tuple[float, list[str]]]:
    """For each technique the share found, and what was missed."""
    pools = {least: pool(engine, least) for least in {least for least, _ in TECHNIQUES.values()}}
    out: dict[str, tuple[float, list[str]]] = {}
    for name, (least, change) in TECHNIQUES.items():
        missed = [change(term) for term, sentence in pools[least] if not _found(engine, sentence, change(term))]
        out[name] = (1 - len(missed) / len(pools[least]), missed)
    return out
