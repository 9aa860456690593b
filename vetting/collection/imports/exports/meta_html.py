"""The same downloads as HTML pages: one block for each post, told by the class names that the pages use.

Their times carry no offset, and only the English form is read: an item whose time cannot be read is left out and counted.
"""

import re
from datetime import UTC, datetime

from lxml import etree

from vetting.collection.imports.exports.items import Audience, Item, words
from vetting.collection.text import parse_html, walk_html

_BLOCK = frozenset({"_a6-g", "uiBoxWhite"})
_TEXT = frozenset({"_a6-p", "_2let"})
_TITLE = frozenset({"_a6-h"})
_TIME = frozenset({"_a72d", "_a6-o", "_2lem", "_3-94"})
_STAMP = re.compile(
    r"(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2}),? (?P<year>\d{4}),?(?: at)? "
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?\s?(?P<half>[AaPp])\.?[Mm]"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def blocks(html: str, name: str, audience: Audience) -> list[Item]:
    """The posts of a page, in its order."""
    root = parse_html(html)
    if root is None:
        return []
    found = []
    for number, block in enumerate(_with(root, _BLOCK), start=1):
        body = next(iter(_with(block, _TEXT)), None)
        text = walk_html(body, "") if body is not None else None
        if text is None or not text.text:
            title = next(iter(_with(block, _TITLE)), None)
            text = walk_html(title, "") if title is not None else text
        times = (_stamp(" ".join("".join(map(str, part.itertext())).split())) for part in _with(block, _TIME))
        found.append(
            Item(
                id=f"{name}#{number}",
                time=next((t for t in times if t is not None), None),
                text=words(text.text) if text else "",
                audience=audience,
                links=text.links if text else (),
                zoned=False,
            )
        )
    return found


def table(html: str) -> dict[str, str]:
    """Labels and values of a page of settings; a label's value is the text below it in its own cell, or in the next one."""
    root = parse_html(html)
    if root is None:
        return {}
    values: dict[str, str] = {}
    for cell in root.iter("td"):
        said = [" ".join(str(t).split()) for t in cell.itertext() if str(t).strip()]
        after = cell.getnext()
        if len(said) == 1 and after is not None:
            said += [" ".join("".join(map(str, after.itertext())).split())]
        if len(said) >= 2:
            values.setdefault(said[0].casefold(), said[1])
    return values


def _with(root: "etree._Element", wanted: frozenset[str]) -> list["etree._Element"]:
    """Elements of these classes, none inside another one."""
    found: list[etree._Element] = []
    inner: set[etree._Element] = set()
    for element in root.iter("div", "h2", "h3"):
        if element in inner or element is root or not wanted & set((element.get("class") or "").split()):
            continue
        found.append(element)
        inner.update(element.iterdescendants())
    return found


def _stamp(text: str) -> datetime | None:
    found = _STAMP.search(text[:200])
    if found is None:
        return None
    hour = int(found["hour"]) % 12 + (12 if found["half"] in "Pp" else 0)
    try:
        return datetime(
            int(found["year"]),
            _MONTHS.index(found["month"]) + 1,
            int(found["day"]),
            hour,
            int(found["minute"]),
            int(found["second"] or 0),
            tzinfo=UTC,
        )
    except ValueError:
        return None
