"""HTML to text, for posts (`plain`) and whole pages (`page`); never fetches anything.

The markup itself stays in the WARC. What is made here is what the investigator reads and findings quote.
"""

import re
from dataclasses import dataclass
from urllib.parse import urljoin

import trafilatura
from lxml import etree

from vetting.collection.bodies import well_formed

_SKIPPED = frozenset({"script", "style", "template", "head", "noscript", "iframe", "object", "svg"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_PARAGRAPHS = frozenset(
    ["article", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "section", "table", "ul"]
)
_NOT_CONTENT = frozenset({"mention", "hashtag"})
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t]*")
_GAPS = re.compile(r"\n{3,}")
_MAX_TEXT = 2_000_000
"""Characters of one text that are kept; longer ones are cut (a post or page of that length is not prose)."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Text with its links and its images as (address, alternative text)."""

    text: str
    links: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page's main text, and other people's comments under it."""

    title: str
    main: Plain
    comments: str = ""


def plain(html: str, base: str = "") -> Plain:
    """Reduce an HTML fragment to text with line breaks where blocks and `<br>` are; `base` makes links absolute."""
    if "<" not in html and "&" not in html:
        return Plain(_tidy(html))
    root = parse_html(html)
    return Plain("") if root is None else walk_html(root, base)


def page(html: str, base: str = "") -> Page:
    """The main text of a page by trafilatura, or all its visible text where trafilatura finds none."""
    html = well_formed(html)
    root = parse_html(html)
    if root is None:
        return Page("", Plain(""))
    everything = walk_html(root, base)
    found = root.find(".//title")
    title = _tidy(_SPACES.sub(" ", "".join(found.itertext()))) if found is not None else ""
    # its own heuristics are bounded by its `max_file_size`; it is given text, so it detects and fetches nothing
    document = trafilatura.bare_extraction(
        html, favor_recall=True, include_comments=True, include_tables=True, with_metadata=False
    )
    text = str(getattr(document, "text", "") or "")
    if not text.strip():
        return Page(title, everything)
    comments = str(getattr(document, "comments", "") or "")
    return Page(title, Plain(_tidy(text), everything.links, everything.images), _tidy(comments))


def parse_html(html: str) -> "etree._Element | None":
    """The tree of a page or fragment, read without the network; `None` where there is nothing to read."""
    # bytes with a stated encoding: lxml refuses text that carries its own declaration; NUL would end the document
    data = well_formed(html).replace("\x00", "\ufffd").encode()
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
        recover=True,
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def walk_html(root: "etree._Element", base: str) -> Plain:
    """An element's visible text, links and images."""
    parts: list[str] = []
    links: dict[str, None] = {}
    images: dict[tuple[str, str], None] = {}
    walker = etree.iterwalk(root, events=("start", "end"))
    skipping = 0
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _SKIPPED:
                skipping += 1
            if skipping:
                continue
            if tag == "br":
                parts.append("\n")
            elif tag in _BLOCKS:
                parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
            elif tag == "a":
                _link(element, base, links)
            elif tag == "img":
                images[(_absolute(element.get("src", ""), base), _tidy(element.get("alt", "")))] = None
            if element.text:
                parts.append(element.text if tag == "pre" else _SPACES.sub(" ", element.text))
            continue
        if tag in _SKIPPED:
            skipping -= 1
        elif not skipping and tag in _BLOCKS:
            parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
        if not skipping and element.tail and element is not root:
            parts.append(_SPACES.sub(" ", element.tail))
    return Plain(_tidy("".join(parts)), tuple(links), tuple(images))


def _link(element: "etree._Element", base: str, links: dict[str, None]) -> None:
    # mentions and hashtags are the platform's own navigation, not something the author linked to
    if _NOT_CONTENT & set((element.get("class") or "").split()):
        return
    target = _absolute(element.get("href", ""), base)
    if target:
        links[target] = None


def _absolute(target: str, base: str) -> str:
    try:
        joined = urljoin(base, well_formed(target).strip())
    except ValueError:
        return ""
    return joined[:2000] if joined.startswith(("http://", "https://")) else ""


def _tidy(text: str) -> str:
    lines = _LINE_ENDS.sub("\n", well_formed(text).replace("\r\n", "\n").replace("\r", "\n"))
    return _GAPS.sub("\n\n", lines).strip()[:_MAX_TEXT]
