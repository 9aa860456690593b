"""Public archives of newsgroups and mailing lists (mbox): only the declared address's own messages are kept (law 3).

- Private mail is never imported: in an archive every message names its newsgroup or list; a file in which one does not,
  or that a mail account wrote, is a mailbox and is refused as a whole: nothing of it is kept.
- Only messages whose one `From` is the declared address. All others are counted, by reason; nothing of them is kept.
- The plan's window and limits apply. An author's own `X-No-Archive` is honoured.
- Quoted lines are somebody else's words and are left out with a mark. Attachments are counted, not kept.
- What is kept is a new file, as of an export: digests of the original, and a line for each message taken.

A `From` line proves nothing by itself, for anybody can write it: that the person is the right one needs other support.
The file is cut here and not by `mailbox`, which works on files on disk (law 11).
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.utils import parsedate_to_datetime

from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits
from schemas.platform import Method
from schemas.statement import CaptureStatement, MethodStatement
from schemas.window import Window
from vetting.collection.imports.exports.items import Audience, Item, words
from vetting.collection.imports.exports.selection import MEDIA_TYPE, as_json, counted, line, post_of, taken
from vetting.collection.imports.mail_text import Read, Unreadable, read_message
from vetting.collection.imports.whose import Owner, check_owner
from vetting.collection.warc import content_digest
from vetting.errors import InputError, PolicyError
from vetting.policy.controls import Control, enforces

ARCHIVED = frozenset({"usenet", "mailing-list"})
"""Platforms, by their id in `config/platforms.yaml`, whose accounts are answered by an archive."""
MAX_MESSAGES = 500_000
MAX_MESSAGE = 1024 * 1024
MAX_HEAD = 64 * 1024
_SEPARATOR = re.compile(rb"From [^\r\n]{0,500}\r?\n(?=>?[!-9;-~]{1,100}:)")
"""Begins with plain letters, so that looking for it is fast; what must stand before it is looked at afterwards."""
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]+")
_PUBLIC = frozenset({b"newsgroups", b"list-id", b"archived-at"})
_PRIVATE = frozenset({b"x-gmail-labels", b"x-gm-thrid", b"x-gm-msgid"})
"""What the export of a mail account writes into its messages."""
_FROM = re.compile(rb"(?:[^<>]*<([^<>\s]{3,320})>|([^\s<>()\"]{3,320})(?:\s*\([^()]*\))?)\s*")
_QUOTED_START = re.compile(rb"^>(>*From )", re.MULTILINE)

Fields = dict[bytes, list[bytes]]


@dataclass(slots=True)
class _Found:
    items: list[Item] = field(default_factory=list)
    left_out: dict[str, int] = field(default_factory=dict)
    messages: int = 0
    attachments: int = 0
    seen: set[str] = field(default_factory=set)

    def leave_out(self, reason: str) -> None:
        self.left_out[reason] = self.left_out.get(reason, 0) + 1


@enforces(Control.PLAN_ONLY, Control.LAWFUL_METHODS)
def import_archive(data: bytes, statement: CaptureStatement, owner: Owner, window: Window, limits: Limits) -> Capture:
    """The declared address's own messages in a public archive, as a capture whose bytes are the new file.

    Steps: (1) the archive was read while signed out, and is the declared one where one is declared; (2) every message is
    of a public group or list; (3) messages of the declared address are read, all others counted; (4) window and limits;
    (5) the new file is made of these alone.

    Raises:
        InputError: `capture_damaged`, `capture_bomb`, `archive_needs_address`, `archive_nothing_own`.
        PolicyError: `archive_not_public`, `mail_not_public`, `capture_other_account`.

    """
    if statement.method is not MethodStatement.SIGNED_OUT_PUBLIC_PAGE:  # (1)
        raise PolicyError(
            "archive_not_public",
            "An archive of mail is taken only from where anybody can read it without signing in.",
            law=4,
            remedy="Download the public archive while signed out, and state its address.",
        )
    check_owner(owner, statement.address)
    own = _own_address(owner)
    found = _Found()
    for start, end in _messages(data):
        fields = _fields(data, start, end)
        if not _PUBLIC & fields.keys() or _PRIVATE & fields.keys():  # (2)
            raise _not_public()
        found.messages += 1
        if _author(fields) == own:  # (3)
            _sort(found, data[start:end], fields)
        else:
            found.leave_out("other_author")
    items, beyond = taken(found.items, window, limits)  # (4)
    left_out = dict(sorted({**found.left_out, **beyond}.items()))
    if not items:
        raise InputError(
            "archive_nothing_own",
            f"Nothing in the archive may be kept: {counted(left_out)}.",
            law=3,
            remedy="Nothing was kept. Record the step as no_content if this is the whole archive.",
        )
    lines = [line(item) for item in items]
    head = {  # (5)
        "kind": "the declared address's own messages in a public archive of mail",
        "platform": owner.platform.id,
        "original_sha256": hashlib.sha256(data).hexdigest(),
        "original_bytes": len(data),
        "messages": found.messages,
        "taken": len(items),
        "left_out": left_out,
        "attachments_not_kept": found.attachments,
    }
    return Capture(
        outcome=StepOutcome.CAPTURED,
        reason="item_limit" if left_out.get("over_limit") else "",
        method=Method.MANUAL_CAPTURE,
        media_type=MEDIA_TYPE,
        data=b"".join(each + b"\n" for each in (as_json(head), *lines)),
        posts=tuple(post_of(item, number, owner.account) for number, item in enumerate(items, start=1)),
        content_sha256=content_digest(lines),
        captured_at=statement.captured_at,
        left_out=sum(left_out.values()),
    )


def _messages(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each message begins and ends (RFC 4155), without its separator line."""
    start: int | None = None
    count = 0
    for found in _SEPARATOR.finditer(data):
        at = found.start()
        behind_empty_line = at > 3 and data[at - 3 : at].replace(b"\r", b"").endswith(b"\n\n")
        if not behind_empty_line and (at > 3 or data[:at] not in (b"", b"\xef\xbb\xbf")):
            continue
        count += 1
        if count > MAX_MESSAGES:
            raise InputError("capture_bomb", "The archive has too many messages.", remedy="Import it in parts.")
        if start is not None:
            yield start, at
        start = found.end()
    if start is None:
        raise _damaged()
    yield start, len(data)


def _fields(data: bytes, start: int, end: int) -> Fields:
    """The head's fields by lower-case name, unfolded; values as they stand."""
    found = _HEAD_END.search(data, start, min(end, start + MAX_HEAD))
    stop = found.start() if found else end
    if stop - start > MAX_HEAD:
        raise _damaged()
    fields: Fields = {}
    for each in _FOLD.sub(b" ", data[start:stop]).splitlines():
        name, colon, value = each.partition(b":")
        if colon:
            fields.setdefault(name.strip().lower(), []).append(value.strip())
    return fields


def _own_address(owner: Owner) -> bytes:
    own = (owner.account.user or owner.account.handle or "").strip().casefold()
    if "@" not in own:
        raise InputError(
            "archive_needs_address",
            f"The account {owner.account.id} was declared without the address that its messages were sent from.",
            law=3,
            remedy="Have the declaration amended with that address as the handle.",
        )
    return own.encode()


def _sort(found: _Found, message: bytes, fields: Fields) -> None:
    name = _one(fields, b"message-id").strip("<> ")[:500] or f"message#{found.messages}"
    if name in found.seen:
        found.leave_out("duplicate")
    elif b"control" in fields:
        found.leave_out("not_a_post")
    elif _one(fields, b"x-no-archive").casefold().startswith("yes"):
        found.leave_out("archiving_refused")
    elif len(message) > MAX_MESSAGE:
        found.leave_out("too_large")
    else:
        try:
            read = read_message(_QUOTED_START.sub(rb"\1", message))
        except (Unreadable, MessageError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
            # what the reader of whole messages has been seen to raise on malformed ones
            found.leave_out("unreadable")
            return
        found.seen.add(name)
        found.attachments += read.attachments
        found.items.append(_item(read, message, fields, name))


def _item(read: Read, message: bytes, fields: Fields, name: str) -> Item:
    subject = _words_of(fields, b"subject")
    references = _one(fields, b"in-reply-to") or _one(fields, b"references")
    named = re.findall(r"<([^<>\s]{1,500})>", references)
    return Item(
        id=name,
        time=_time(_one(fields, b"date")),
        text=words("\n\n".join(text for text in (subject, read.text) if text)),
        audience=Audience.PUBLIC,
        links=read.links,
        reply_to=named[-1] if named else "",
        facts=(
            ("groups", [words(g)[:200] for g in re.split(r"[,\s]+", _one(fields, b"newsgroups"))[:50] if g]),
            ("list", _one(fields, b"list-id")[:300]),
            ("attachments_not_kept", read.attachments),
            ("message_sha256", hashlib.sha256(message).hexdigest()),
        ),
    )


def _author(fields: Fields) -> bytes:
    """The one address of the one `From` field, lower case; nothing where there are several or none."""
    values = fields.get(b"from", [])
    found = _FROM.fullmatch(values[0]) if len(values) == 1 and len(values[0]) < 2000 else None
    return (found.group(1) or found.group(2)).lower() if found else b""


def _one(fields: Fields, name: bytes) -> str:
    return words(fields.get(name, [b""])[0].decode("utf-8", "replace"))


def _words_of(fields: Fields, name: bytes) -> str:
    raw = _one(fields, name)[:2000]
    try:
        return words(str(make_header(decode_header(raw))))
    except (MessageError, ValueError, LookupError):
        return raw


def _time(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text[:200])
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _not_public() -> PolicyError:
    return PolicyError(
        "mail_not_public",
        "The file holds mail that names no public newsgroup or list, so it is a mailbox and not an archive.",
        law=4,
        clause="C.G.S. 31-40x",
        remedy="Delete that file. Only an archive that a newsgroup or list itself publishes is imported.",
    )


def _damaged() -> InputError:
    return InputError(
        "capture_damaged", "The archive of mail is cut short or damaged.", remedy="Download the archive again."
    )
