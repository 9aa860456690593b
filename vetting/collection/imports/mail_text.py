"""The author's own words in one message: without quoted lines, forwarded messages and attachments."""

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from vetting.collection.bodies import text_of
from vetting.collection.text import parse_html, walk_html

MAX_PARTS = 20
"""Boundaries in one message. Its reader takes time by their depth times the lines."""
MARK = "[…]"
"""Where somebody else's words were."""
_BOUNDARY = re.compile(rb"boundary[*0-9]{0,8}=", re.IGNORECASE)
_QUOTE = re.compile(r"^\s{0,3}(?:>|\|\s?>)")
_ORIGINAL = re.compile(r"^\s*-{2,}\s?(?:Original Message|Forwarded [Mm]essage|Mensaje original)\s?-{2,}\s*$")
_FILE_START = re.compile(r"^(?:begin [0-7]{3,4} \S|=ybegin )")
_FILE_END = re.compile(r"^(?:end\s*$|=yend )")


class Unreadable(ValueError):  # noqa: N818 - a signal inside this package, never an error that leaves it
    """A message that is not read."""


@dataclass(slots=True)
class Read:
    """What one message says, and how many files it carried."""

    text: str = ""
    links: tuple[str, ...] = ()
    attachments: int = 0


def read_message(message: bytes) -> Read:
    """The own words of a message.

    Raises:
        Unreadable: too many parts, or parts that say one thing and are another.
        MessageError, ValueError, LookupError, TypeError, AttributeError, RecursionError: what the reader of messages has
            been seen to raise on malformed ones.

    """
    if len(_BOUNDARY.findall(message)) > MAX_PARTS:
        raise Unreadable
    read = Read()
    parts: list[str] = []
    _collect(BytesParser(policy=compat32).parsebytes(message), read, parts)
    read.text, files = own_words("\n\n".join(parts))
    read.attachments += files
    return read


def _collect(part: "Message[str, str]", read: Read, texts: list[str]) -> None:
    inner = part.get_payload()
    if part.is_multipart() and isinstance(inner, list) and part.get_content_maintype() == "multipart":
        pieces = [piece for piece in inner if isinstance(piece, Message)]
        if part.get_content_subtype() == "alternative":
            readable = [p for kind in ("text/plain", "text/html") for p in pieces if p.get_content_type() == kind]
            pieces = readable[:1] or pieces
        for piece in pieces:
            _collect(piece, read, texts)
        return
    kind = part.get_content_type()
    if kind not in ("text/plain", "text/html") or part.get_filename() or part.get_content_disposition() == "attachment":
        read.attachments += 1
        return
    body = part.get_payload(decode=True)
    if not isinstance(body, bytes):
        raise Unreadable
    text = text_of(body, str(part.get("content-type", "")))
    if kind == "text/plain":
        texts.append(text)
        return
    root = parse_html(text)
    if root is not None:
        for quoted in list(root.iter("blockquote")):
            quoted.clear(keep_tail=True)
            quoted.text = MARK
        seen = walk_html(root, "")
        texts.append(seen.text)
        read.links = tuple(dict.fromkeys((*read.links, *seen.links)))


def own_words(text: str) -> tuple[str, int]:
    """A text without quoted lines and without files written into it, and how many files there were."""
    kept: list[str] = []
    held: list[str] = []
    files = 0
    lines = text.replace("\r\n", "\n").split("\n")
    for number, each in enumerate(lines):
        if held and _FILE_END.match(each):
            files += 1
            held = []
        elif held and (held[0].startswith("=ybegin") or _uuencoded(each)):
            held.append(each)
        elif _FILE_START.match(each) and not held:
            held = [each]
        else:
            kept += held  # it only looked like a file
            held = []
            if _ORIGINAL.match(each):
                kept.append(MARK)
                return _tidy(kept), files
            if not _QUOTE.match(each):
                kept.append(each.rstrip())
            elif not kept or kept[-1] != MARK:
                kept.append(MARK)
        if number == len(lines) - 1:
            kept += held
    return _tidy(kept), files


def _uuencoded(line: str) -> bool:
    """Whether a line has the length that its first character says (POSIX uuencode), give or take what was stripped."""
    if not line or not " " <= line[0] <= "`":
        return False
    count = (ord(line[0]) - 32) & 63
    return abs(len(line) - 1 - -(-count // 3) * 4) <= 2


def _tidy(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
