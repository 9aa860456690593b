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
_TEXT = r"[^<&\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff]++"
_FIELDS = r'(?: href="[^"<>&\x00-\x20\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff0-\uffff]*+")?+(?: (?:target|rel|translate)="[a-z _-]*+")*+'
_SPAN = r'<span(?: class="[a-z _-]*+")?+>(?:' + _TEXT + r")?+</span>"
_LINK = "<a" + _FIELDS + r">(?:" + _TEXT + "|" + _SPAN + r")*+</a>"
_USUAL = re.compile(r"(?:<p>(?:" + _TEXT + r"|<br ?/?>|" + _LINK + r")*+</p>)++")
"""What most posts are: paragraphs of text, line breaks and links to pages, with no other markup, no reference to a character and
none that parsers mend."""
_USUAL_LINK = re.compile(r'<a(?: href="([^"]*)")?')
_INLINE = re.compile(r"</?(?:a|span)[^>]*>")
_BREAK = re.compile(r"<br ?/?>")
_MAX_USUAL = 100_000
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_GAPS = re.compile(r"\n{3,}")
MAX_COMPARED = 4000
MAX_ELEMENTS = 20_000
"""Elements of a page up to which its main text is looked for with, and at all by, trafilatura."""
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
    if len(html) <= _MAX_USUAL and _USUAL.fullmatch(html):
        # the parser would make the same of it (a test compares the two), in ten times the time
        return _usual(html, base)
    root = parse_html(html)
    return Plain("") if root is None else walk_html(root, base)


def _usual(html: str, base: str) -> Plain:
    text = _spaced(html)
    links: tuple[str, ...] = ()
    if "<a" in html:
        targets = (_absolute(target, base) for target in _USUAL_LINK.findall(html))
        links = tuple(dict.fromkeys([target for target in targets if target]))
        text = _INLINE.sub("", text)
    if "<br" in html:
        text = _BREAK.sub("\n", text)
    return Plain(_tidy(text[3:-4].replace("</p><p>", "\n\n")), links)


def page(html: str, base: str = "") -> Page:
    """The main text of a page by trafilatura, or all its visible text where trafilatura finds none or the page is too large for it.

    Trafilatura compares its result with another extractor, whose time grows with the square of the number of blocks; large
    pages go without that comparison, and very large ones without trafilatura, so that no page keeps a round from ending.
    """
    html = well_formed(html)
    root = parse_html(html)
    if root is None:
        return Page("", Plain(""))
    everything = walk_html(root, base)
    found = root.find(".//title")
    title = _tidy(_spaced("".join(found.itertext()))) if found is not None else ""
    elements = sum(1 for _ in root.iter())
    if elements > MAX_ELEMENTS:
        return Page(title, everything)
    # it is given text, so it detects and fetches nothing
    document = trafilatura.bare_extraction(
        html,
        favor_recall=True,
        include_comments=True,
        include_tables=True,
        with_metadata=False,
        fast=elements > MAX_COMPARED,
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


def nested_too_deep(html: str) -> bool:
    """Whether the parser stops in a page for its depth, so that what follows would be missing from the text."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
    try:
        etree.fromstring(well_formed(html).replace("\x00", "\ufffd").encode(), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return False
    return any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


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
                parts.append(element.text if tag == "pre" else _spaced(element.text))
            continue
        if tag in _SKIPPED:
            skipping -= 1
        elif not skipping and tag in _BLOCKS:
            parts.append("\n\n" if tag in _PARAGRAPHS else "\n")
        if not skipping and element.tail and element is not root:
            parts.append(_spaced(element.tail))
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


def _spaced(text: str) -> str:
    # most texts have single spaces only; looking is much faster than replacing each of them by itself
    return text if "  " not in text and text.isprintable() else _SPACES.sub(" ", text)


def _tidy(text: str) -> str:
    text = well_formed(text)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" in text:
        text = "\n".join([line.strip(" \t") for line in text.split("\n")])
        text = _GAPS.sub("\n\n", text) if "\n\n\n" in text else text
    return text.strip()[:_MAX_TEXT]
