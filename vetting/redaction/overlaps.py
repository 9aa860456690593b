"""What was found, as it is found: many rules may speak of the same letters. Here it becomes spans that do not overlap."""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from schemas.redaction import Mark

_JOINERS: Final = frozenset("\u200d\ufe0f\u20e3")
_LONGEST_SYMBOL: Final = 32
_STRONG: Final = frozenset({"URL", "EMAIL_ADDRESS"})


@dataclass(slots=True)
class Found:
    """A range of the original that some rule takes for telling."""

    start: int
    end: int
    entity: str
    score: float
    rule: str
    mark: Mark


def whole_symbol(text: str, found: Found) -> Found:
    """Widen a span over the rest of an emoji sequence, so that no half of it stays."""
    start, end = found.start, found.end
    if start and "\U0001f3fb" <= text[start] <= "\U0001f3ff" and ord(text[start - 1]) > 0x2000:
        start -= 1
    limit = min(len(text), end + _LONGEST_SYMBOL)
    while end < limit and (
        text[end] in _JOINERS
        or text[end - 1] == "\u200d"
        or "\U0001f3fb" <= text[end] <= "\U0001f3ff"
        or "\U000e0020" <= text[end] <= "\U000e007f"
    ):
        if text[end - 1] == "\u200d" and text[end].isspace():
            break
        end += 1
    if (start, end) != (found.start, found.end):
        return Found(start, end, found.entity, found.score, found.rule, found.mark)
    return found


def resolve(text: str, found: Iterable[Found]) -> list[Found]:
    """Spans that do not overlap: what is known of the case and addresses first, then longer, then surer.

    What a lesser span holds beyond a greater one is kept as a span of its own, so that nothing found is left in the text.
    """
    items = list(found)
    if len(items) < 2:
        return items
    items.sort(key=_place)
    out: list[Found] = []
    row: list[Found] = []
    reach = -1
    for item in items:
        if row and item.start >= reach:
            out += _settle(text, row)
            row = []
        row.append(item)
        reach = max(reach, item.end) if len(row) > 1 else item.end
    return out + _settle(text, row)


def _place(found: Found) -> int:
    return found.start


def _priority(found: Found) -> tuple[int, int, float, int, str]:
    return (
        0 if found.rule.startswith("case.") or found.entity in _STRONG else 1,
        -(found.end - found.start),
        -found.score,
        found.start,
        found.rule,
    )


def _settle(text: str, found: list[Found]) -> list[Found]:
    """`resolve` for spans that hang together."""
    if len(found) < 2:
        return found
    found.sort(key=_priority)
    edges: list[tuple[int, int]] = []
    taken: list[Found] = []
    for item in found:
        at = max(0, bisect_left(edges, (item.start, item.start)) - 1)
        start = item.start
        gaps: list[tuple[int, int]] = []
        while at < len(edges) and edges[at][0] < item.end:
            low, high = edges[at]
            if high > start:
                if low > start:
                    gaps.append((start, low))
                start = high
            at += 1
        if start < item.end:
            gaps.append((start, item.end))
        for low, high in gaps:
            whole = (low, high) == (item.start, item.end)
            piece = text[low:high]
            start_at = low + len(piece) - len(piece.lstrip())
            end_at = high - (len(piece) - len(piece.rstrip()))
            if not whole and not any(c.isalnum() or ord(c) > 0x2000 for c in text[start_at:end_at]):
                continue
            insort(edges, (low, high) if whole else (start_at, end_at))
            taken.append(item if whole else Found(start_at, end_at, item.entity, item.score, item.rule, item.mark))
    return sorted(taken, key=_place)
