"""Imports what an investigator captured by hand, with a statement of method (law 4).

- The file's bytes are kept unaltered: they are the evidence. Its type is told from the bytes alone; a file that could
  be read as two types, or is another type than stated, is refused.
- Files that unfold without measure, reach out of their archive, or carry a sign-in (law 4) are refused.
- A capture for a declared account is of that account's page, and a file that says which page it holds says the same as
  its statement (law 3).
- A step done by hand can also end without a file, in an outcome with a statement.

It leaves storing the statement, and who may import, to its callers. Refusals name what is wrong, never a file name.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from schemas.post import Authorship, Post
from schemas.statement import CaptureStatement
from vetting import clock
from vetting.collection.imports import images, mhtml, pages, pdf, wacz, warcs
from vetting.collection.imports.sniff import FileType, stated_type, true_type
from vetting.collection.imports.whose import Owner, check_owner
from vetting.collection.warc import content_digest
from vetting.errors import InputError

MAX_FILE = 256 * 1024 * 1024
"""Bytes of one imported file."""
CLOCK_TOLERANCE = timedelta(minutes=5)

Reader = Callable[[bytes, CaptureStatement], tuple[Post, ...]]

_READERS: Mapping[FileType, Reader] = MappingProxyType(
    {
        FileType.WARC: warcs.read,
        FileType.WACZ: wacz.read,
        FileType.MHTML: mhtml.read,
        FileType.HTML: pages.read,
        FileType.PNG: images.read_png,
        FileType.JPEG: images.read_jpeg,
        FileType.PDF: pdf.read,
    }
)
_WITHOUT_FILE = frozenset({StepOutcome.NOT_FOUND, StepOutcome.NO_CONTENT, StepOutcome.NOT_PUBLIC})


def import_capture(
    data: bytes, declared_type: str | None, statement: CaptureStatement, owner: Owner | None = None
) -> Capture:
    """Check an investigator's file and make a capture of it; `declared_type` is a media type or a file suffix, or `None`.

    `owner` is the declared account that the step is about; `None` for a step that is about no account.

    Raises:
        InputError: empty, too large, unknown or ambiguous type, not the stated type, damaged, a zip or image bomb, a path
            trick, another page than the stated one, a mailbox, or a statement from the future.
        IntegrityError: a WACZ whose own digests do not match its content.
        PolicyError: the file carries a sign-in (law 4); the stated page is not the declared account's (law 3).

    """
    kind = checked_type(data, declared_type, statement)
    if kind not in _READERS:
        raise InputError(
            "capture_is_mailbox",
            "The file is an archive of mail, which holds many people's words.",
            law=3,
            remedy="Import it for an account of a newsgroup or public list, or capture the archive's own page.",
        )
    if owner is not None:
        check_owner(owner, statement.address)
    posts, left_out = _of_owner(_READERS[kind](data, statement), owner)
    return Capture(
        outcome=StepOutcome.CAPTURED,
        method=Method.MANUAL_CAPTURE,
        media_type=kind.media_type,
        data=data,
        posts=posts,
        content_sha256=content_digest([data]),
        captured_at=statement.captured_at,
        left_out=left_out,
    )


def checked_type(data: bytes, declared_type: str | None, statement: CaptureStatement) -> FileType:
    """The type of a file that is neither empty nor too large, and is of the type that the investigator states.

    Raises:
        InputError: see `import_capture`.

    """
    check_time(statement)
    if not data:
        raise InputError("capture_empty", "The file is empty.", remedy="Capture the page again.")
    if len(data) > MAX_FILE:
        raise InputError(
            "capture_too_large",
            f"The file has {len(data)} bytes; at most {MAX_FILE} are imported.",
            remedy="Capture the page in parts.",
        )
    kind = true_type(data)
    stated = stated_type(declared_type)
    if stated is not None and stated is not kind:
        raise InputError(
            "capture_type_mismatch",
            f"The file is stated to be {stated.value} but its content is {kind.value}.",
            remedy="State the file's true type, or import the file that was meant.",
        )
    return kind


def _of_owner(posts: tuple[Post, ...], owner: Owner | None) -> tuple[tuple[Post, ...], int]:
    """The posts of a capture of several pages, and how many pages of somebody else gave none.

    A page on another host (a frame, an advertisement) is not the account's own words. A page on the account's host that by
    the platform's pattern is another user's gives no post. The file itself stays as it is.
    """
    if owner is None:
        return posts, 0
    kept: list[Post] = []
    for post in posts:
        if post.authorship is Authorship.OWN and not owner.shares_host(post.source_id):
            kept.append(post.model_copy(update={"authorship": Authorship.HOSTED}))
        elif post.authorship is Authorship.HOSTED or owner.may_have(post.source_id):
            kept.append(post)
    numbered = tuple(post.model_copy(update={"number": n}) for n, post in enumerate(kept, start=1))
    return numbered, len(posts) - len(kept)


def import_outcome(outcome: StepOutcome, statement: CaptureStatement, owner: Owner | None = None) -> Capture:
    """The capture of a manual step that ends without a file; `owner` as for `import_capture`.

    Raises:
        InputError: an outcome that needs a file or that a person cannot state, or a statement from the future.
        PolicyError: `capture_other_account`.

    """
    check_time(statement)
    if owner is not None:
        check_owner(owner, statement.address)
    if outcome not in _WITHOUT_FILE:
        raise InputError(
            "outcome_needs_file",
            f"A manual step cannot end in {outcome.value} without a file.",
            remedy="Import the capture, or state not_found, no_content or not_public.",
        )
    return Capture(
        outcome=outcome,
        reason="stated_by_hand",
        method=Method.MANUAL_CAPTURE,
        captured_at=statement.captured_at,
    )


def check_time(statement: CaptureStatement) -> None:
    """Refuse a statement from the future."""
    if statement.captured_at > clock.now() + CLOCK_TOLERANCE:
        raise InputError(
            "capture_in_future",
            "The statement says that the capture was made in the future.",
            remedy="Correct the time of the statement; times need their offset from UTC.",
        )
