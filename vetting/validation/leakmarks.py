"""Marks: one form, one length, saying nothing and counting nothing (law 7)."""

import re
from collections.abc import Iterator

from schemas.leak import LeakKind
from vetting.policy.controls import Control, enforces

_BRACKETED = re.compile(
    r"\[[^\[\]\n]{0,80}\]|<[A-Z_]{2,40}>|\{[A-Z_ ]{2,40}\}"
    r"|\((?:redacted|removed|withheld|deleted)[^()\n]{0,60}\)",
    re.IGNORECASE,
)
_MARKLIKE = re.compile(
    r"redact|remov|withh|protect|delet|omit|hidden|mask|censor|person|name|url|mail|handle|phone|"
    r"address|location|religio|race|gender|age|disab|orient|class|nation|ethnic|pc_|\bx+\b|\d",
    re.IGNORECASE,
)
_BLOTS = re.compile(
    r"[█▇▆▅▄▃▂▓▒░■▮◼⬛]+|(?<![\w*])\*{3,}(?![\w*])|(?<!\w)[xX]{4,}(?!\w)|(?<!\w)_{3,}(?!\w)|(?<!\w)#{3,}(?!\w)"
)


@enforces(Control.SILENT_MARKS)
def find_marks(text: str, mark: str, brackets: tuple[str, ...]) -> Iterator[tuple[LeakKind, int, int]]:
    """Places of marks that are not exactly `mark`, and of marks in a row, which count what they hide."""
    plain = {mark, *brackets}
    for match in _BRACKETED.finditer(text):
        inner = match[0][1:-1]
        if match[0] not in plain and (
            _MARKLIKE.search(inner) or inner.isupper() or not inner.strip() or _is_like(match[0], mark)
        ):
            yield LeakKind.MARK, match.start(), match.end()
    for match in _BLOTS.finditer(text):
        if match[0] not in mark:
            yield LeakKind.MARK, match.start(), match.end()
    if mark:
        for match in re.finditer(rf"{re.escape(mark)}(?:[\s/-]{{0,3}}{re.escape(mark)})+", text):
            yield LeakKind.MARK, match.start(), match.end()
        for match in re.finditer(rf"(?<=[\w-]){re.escape(mark)}|{re.escape(mark)}(?=\w)", text):
            yield LeakKind.MARK, match.start(), match.end()


def _is_like(bracketed: str, mark: str) -> bool:
    # The mark with other case, spacing or filling: `[ Removed ]`, `[removed   ]`.
    def bare(text: str) -> str:
        return re.sub(r"\W+", "", text).casefold()

    return bool(bare(mark)) and bare(bracketed) == bare(mark)
