"""What may stand in no summary, whoever it is about: addresses, handles, numbers, symbols, files, scripts."""

import re
import unicodedata
from collections.abc import Iterator

from schemas.leak import LeakKind
from vetting.validation.leaklexicon import Lexicon
from vetting.validation.leaktext import View

_TOP = (
    "com|org|net|edu|gov|mil|info|biz|name|pro|io|co|tv|gg|ly|app|dev|blog|online|site|xyz|social|club|"
    "shop|store|live|life|media|news|page|space|tech|world|chat|fm|uk|ca|de|fr|es|mx|br|eu|ru|ch|nl|se|pl|au|"
    "nz|jp|cn|kr|lol|art|zone|network|example|test|invalid|localhost|onion|local|internal|ai"
)
_FILE_TYPES = (
    "jpe?g|png|gif|webp|bmp|tiff?|heic|heif|svg|avif|mp4|mov|avi|mkv|webm|m4v|mp3|wav|m4a|ogg|pdf|"
    "docx?|xlsx?|pptx?|odt|rtf|txt|html?|warc|wacz|zip|csv|json|psd|raw"
)
_DOT = r"\s?(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\))\s?"
# Bounded repetition everywhere: the checked text comes from the internet, and no pattern may take long on it.
_PATTERNS: tuple[tuple[LeakKind, re.Pattern[str]], ...] = (
    (
        LeakKind.URL,
        re.compile(
            r"\b(?:h(?:tt|xx)ps?|ftp|wss?|ipfs|magnet|mailto|data|at)\s?:\s?/?/?\S{2,}|\bwww\d?\.\S{2,}",
            re.IGNORECASE,
        ),
    ),
    (
        LeakKind.URL,
        re.compile(
            rf"(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,5}}(?:{_TOP})(?![\w-])"
            r"(?:[/?:]\S{0,2000})?",
            re.IGNORECASE,
        ),
    ),
    (
        LeakKind.URL,
        re.compile(
            rf"(?<![\w@.-])[a-z0-9][a-z0-9-]{{1,62}}"
            rf"(?:\s?(?:\[\.\]|\(\.\)|\[dot\]|\(dot\))\s?|\sdot\s)(?:{_TOP})(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        LeakKind.URL,
        re.compile(r"(?<![\w@.])[a-z0-9][a-z0-9-]{0,62}\.[a-z]{2,10}/[\w@%~+-]\S{0,2000}", re.IGNORECASE),
    ),
    (
        LeakKind.EMAIL,
        re.compile(
            rf"[\w.+-]{{1,64}}\s?(?:@|\(at\)|\[at\])\s?[a-z0-9-]{{1,63}}(?:{_DOT}[a-z0-9-]{{1,63}}){{1,4}}",
            re.IGNORECASE,
        ),
    ),
    (LeakKind.EMAIL, re.compile(r"\b[\w.+-]{1,64} at [a-z0-9-]{1,63} dot [a-z]{2,10}\b", re.IGNORECASE)),
    (LeakKind.HANDLE, re.compile(r"(?<!\w)@\s?[\w](?:[\w.-]{0,62}\w)?(?:@[a-z0-9.-]{1,80})?", re.IGNORECASE)),
    (
        LeakKind.HANDLE,
        re.compile(r"(?<![\w/])/?(?:u|user|r)/[\w-]{2,40}\b|\bdid:[a-z]{2,8}:[\w.:-]{4,80}", re.IGNORECASE),
    ),
    (LeakKind.HASHTAG, re.compile(r"#[^\W\d]\w{0,99}|#\d{1,4}[^\W\d]\w{0,99}")),
    (
        LeakKind.PHONE,
        re.compile(
            r"(?<![\w.-])(?:\+?1[ .-]?)?(?:\(\d{3}\)[ .-]?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])"
            r"|(?<!\w)\+\d{1,3}(?:[ .()-]{0,2}\d){6,13}(?!\d)|(?<![\w.-])[2-9]\d{9}(?![\w.])"
        ),
    ),
    (
        LeakKind.NUMBER,
        re.compile(r"(?<![\w-])\d{3}[- ]\d{2}[- ]\d{4}(?![\w-])|(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)"),
    ),
    (
        LeakKind.IP_ADDRESS,
        re.compile(r"(?<![\w.])(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?:\.(?:25[0-5]|2[0-4]\d|1?\d{1,2})){3}(?![\w.]*\d)"),
    ),
    (
        LeakKind.IP_ADDRESS,
        re.compile(
            r"(?<![\w:])(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}(?![\w:])"
            r"|(?<![\w:])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}(?![\w:])",
            re.IGNORECASE,
        ),
    ),
    (
        LeakKind.FILE_NAME,
        re.compile(
            rf"(?<![\w.])[\w()-][\w()-]{{0,120}}\.(?:{_FILE_TYPES})(?!\w)"
            r"|\b(?:img|dsc|pxl|dcim|screenshot)[_-]\w{2,40}",
            re.IGNORECASE,
        ),
    ),
)


def find_patterns(view: View) -> Iterator[tuple[LeakKind, int, int]]:
    """Kinds and places (in the view) of addresses, handles, numbers and file names."""
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(view.text):
            yield kind, match.start(), match.end()


def find_symbols(text: str, lexicon: Lexicon) -> Iterator[tuple[LeakKind, int, int]]:
    """Places (in the original) of flags, skin tones and symbols of faith, pride, family and health."""
    for match in re.finditer(
        r"[\U0001F1E6-\U0001F1FF]{1,2}|[\U0001F3FB-\U0001F3FF]|\U0001F3F4[\U000E0020-\U000E007F]+", text
    ):
        yield LeakKind.EMOJI, match.start(), match.end()
    for match in lexicon.emoji.finditer(text):
        yield LeakKind.EMOJI, match.start(), match.end()


def find_scripts(text: str) -> Iterator[tuple[LeakKind, int, int]]:
    """Runs (in the original) of letters that are not Latin, look-alikes too."""
    start = None
    for offset, character in enumerate(text):
        foreign = character.isalpha() and not character.isascii() and not _is_latin(character)
        if foreign and start is None:
            start = offset
        elif not foreign and start is not None:
            yield LeakKind.SCRIPT, start, offset
            start = None
    if start is not None:
        yield LeakKind.SCRIPT, start, len(text)


def find_language(view: View, lexicon: Lexicon) -> Iterator[tuple[LeakKind, int, int]]:
    """Places (in the view) where three different small words of other languages stand within eight words."""
    found = [(i, m) for i, m in enumerate(re.finditer(r"[^\W\d_]+", view.lower)) if m[0] in lexicon.foreign_words]
    for first, second, third in zip(found, found[1:], found[2:], strict=False):
        if third[0] - first[0] < 8 and len({first[1][0], second[1][0], third[1][0]}) == 3:
            yield LeakKind.LANGUAGE, first[1].start(), third[1].end()


def _is_latin(character: str) -> bool:
    if unicodedata.category(character) == "Lm":
        return True
    name = unicodedata.name(unicodedata.normalize("NFKC", character)[0], "")
    return name.startswith(("LATIN ", "FEMININE ORDINAL", "MASCULINE ORDINAL", "MICRO SIGN"))
