"""The words that an edit added, from the difference table that a MediaWiki shows for it."""

from lxml import etree

from vetting.collection.text import parse_html


def added_text(table: str) -> str:
    """The added words, a line for each added line.

    A line that stood there before and was changed, or moved, is somebody's work already: of it only the inserted
    parts are taken, with an ellipsis between them.
    """
    root = parse_html(f"<table>{table}</table>")
    if root is None:
        return ""
    lines = [_line(row, cell) for row in root.iter("tr") for cell in row.iter("td") if _has(cell, "diff-addedline")]
    return "\n".join(lines).strip()


def _line(row: "etree._Element", cell: "etree._Element") -> str:
    changed = any(_has(other, "diff-deletedline") for other in row.iter("td"))
    moved = any(_has(mark, "mw-diff-movedpara-right") for mark in row.iter("a"))
    if not changed and not moved:
        return "".join(str(part) for part in cell.itertext())
    inserted = ["".join(str(part) for part in mark.itertext()) for mark in cell.iter("ins")]
    return " … ".join(part.strip() for part in inserted if part.strip())


def _has(element: "etree._Element", name: str) -> bool:
    return name in (element.get("class") or "").split()
