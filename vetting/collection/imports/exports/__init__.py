"""Takes what was public from an export that the candidate volunteered (laws 3 and 4).

- Only the parts of the export that may hold public items are opened, in memory; nothing of it is written anywhere.
- An item is taken when the export says that it was public, or the platform has no other audience. Where the export does
  not say, it is taken only if the candidate confirmed that such items were public. All others are counted, by reason.
- The plan's window and limits apply as to everybody: nothing from before the look-back or the eighteenth birthday.
- What is kept is a new file: a first line with the digests of the original and of the parts that were read, and a line
  for each item taken.

It leaves to its caller whose account it is, the plan's window, and storing. An export is the candidate's own copy: that
it is whole and unaltered is the candidate's word, so a finding that rests on it needs corroboration like any other.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits
from schemas.platform import Method
from schemas.statement import CaptureStatement, MethodStatement
from schemas.window import Window
from vetting.collection.imports.exports import bluesky, mastodon, meta, tables, tiktok, x
from vetting.collection.imports.exports.items import Found, plain_name
from vetting.collection.imports.exports.parts import Form, Parts, form_of
from vetting.collection.imports.exports.selection import MEDIA_TYPE, as_json, line, nothing_public, post_of, taken
from vetting.collection.warc import content_digest
from vetting.errors import InputError, PolicyError
from vetting.policy.controls import Control, enforces


@dataclass(frozen=True, slots=True)
class Reader:
    """How one platform's export is read: the names of its parts, the forms it comes in, and the reader of the parts."""

    parts: tuple[str, ...]
    read: Callable[[Parts], Found]
    forms: frozenset[Form] = frozenset({Form.ZIP})


_MASTODON = Reader(mastodon.PARTS, mastodon.read, frozenset({Form.ZIP, Form.TAR_GZ, Form.SINGLE}))
READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "facebook": Reader(meta.FACEBOOK_PARTS, meta.facebook),
        "instagram": Reader(meta.INSTAGRAM_PARTS, meta.instagram),
        "x": Reader(x.PARTS, x.read),
        "youtube": Reader(tables.YOUTUBE_PARTS, tables.youtube, frozenset({Form.ZIP, Form.TAR_GZ})),
        "reddit": Reader(tables.REDDIT_PARTS, tables.reddit),
        "linkedin": Reader(tables.LINKEDIN_PARTS, tables.linkedin),
        "mastodon": _MASTODON,
        "pixelfed": _MASTODON,
        "bluesky": Reader(bluesky.PARTS, bluesky.read, frozenset({Form.CAR})),
        "tiktok": Reader(tiktok.PARTS, tiktok.read, frozenset({Form.ZIP, Form.SINGLE})),
    }
)
"""By the platform's id in `config/platforms.yaml`."""
_SUFFIXES: Mapping[str, Form] = MappingProxyType(
    {
        "zip": Form.ZIP,
        "gz": Form.TAR_GZ,
        "tgz": Form.TAR_GZ,
        "tar.gz": Form.TAR_GZ,
        "car": Form.CAR,
        "json": Form.SINGLE,
    }
)
_NUMBER = re.compile(r"did:[a-z]+:.+|uc[\w-]{22}")
"""What Bluesky and YouTube name an account by."""


@enforces(Control.PLAN_ONLY, Control.LAWFUL_METHODS)
def import_export(
    data: bytes,
    declared_type: str | None,
    statement: CaptureStatement,
    account: DeclaredAccount,
    window: Window,
    limits: Limits,
) -> Capture:
    """What was public in an export, as a capture whose bytes are the new file.

    Steps: (1) the platform has a reader and the file is of one of its forms; (2) only the parts it names are opened;
    (3) the export is of the declared account; (4) items are taken by audience, window and limits, newest first; (5) the
    new file is made of these alone.

    Raises:
        InputError: `export_not_readable` (no reader, no such part, or another form), `export_nothing_public`, and those of
            `Parts`.
        IntegrityError: `export_digest_mismatch`.
        PolicyError: `export_other_account`.

    """
    # (1) by the account's own platform, never by guessing
    reader = READERS.get(account.platform)
    if reader is None or statement.method is not MethodStatement.CANDIDATE_OWN_EXPORT:
        raise _not_readable()
    form = form_of(data)
    stated = (declared_type or "").split(";")[0].strip().lower().removeprefix(".")
    if form not in reader.forms or (stated and _SUFFIXES.get(stated) is not form):
        raise _not_readable()
    # (2) messages and the like are never unfolded
    wanted = re.compile("|".join(rf"(?:.*/)?{part}" for part in reader.parts), re.IGNORECASE | re.DOTALL)
    parts = Parts(data, lambda name: wanted.fullmatch(name) is not None)
    found = reader.read(parts)
    if not parts.digests:
        raise _not_readable()
    # (3) the right person
    own = _own_names(account)
    if _is_other(found.names, own):
        raise PolicyError(
            "export_other_account",
            f"The export names another account than the one declared as {account.id}.",
            law=3,
            remedy="Import it for the account it belongs to, or have the declaration corrected first.",
        )
    # (4) the same limits as for everybody
    items, left_out = taken(found.items, window, limits, confirmed=statement.audience_confirmed_public)
    if not items:
        raise nothing_public(left_out)
    # (5) not the original with things cut out, but a new file
    lines = [line(item) for item in items]
    head = {
        "kind": "public items of an export that the candidate volunteered",
        "platform": account.platform,
        "original_sha256": hashlib.sha256(data).hexdigest(),
        "original_bytes": len(data),
        "parts_read": dict(sorted(parts.digests.items())),
        "account_in_export": "same" if found.names & own else "not stated",
        "audience_confirmed_public": statement.audience_confirmed_public,
        "taken": len(items),
        "left_out": left_out,
    }
    return Capture(
        outcome=StepOutcome.CAPTURED,
        reason="item_limit" if left_out.get("over_limit") else "",
        method=Method.OWN_EXPORT,
        media_type=MEDIA_TYPE,
        data=b"".join(each + b"\n" for each in (as_json(head), *lines)),
        posts=tuple(post_of(item, number, account) for number, item in enumerate(items, start=1)),
        content_sha256=content_digest(lines),
        captured_at=statement.captured_at,
        left_out=sum(left_out.values()),
    )


def _own_names(account: DeclaredAccount) -> set[str]:
    """What the declared account is called: handle and its user part, or else the end of a declared address."""
    handle = plain_name(account.handle or "")
    given = {plain_name(account.user), handle, handle.split("@", maxsplit=1)[0]} - {""}
    if given:
        return given
    path = [p for p in urlsplit(account.url or "").path.split("/") if p]
    return {plain_name(p) for p in path[-1:] if not p.endswith(".php")} - {""}


def _is_other(stated: set[str], own: set[str]) -> bool:
    """Whether the export names another account; a platform's number for an account says nothing about its handle."""
    if all(_NUMBER.fullmatch(name) for name in stated):
        own = {name for name in own if _NUMBER.fullmatch(name)}
    return bool(stated and own and not stated & own)


def _not_readable() -> InputError:
    return InputError(
        "export_not_readable",
        "The file is not an export of this account's platform in a form that is read.",
        remedy="Import the file as the platform gave it: its zip archive, or for Bluesky the .car file.",
    )
