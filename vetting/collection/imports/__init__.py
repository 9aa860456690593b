"""Imports what an investigator captured by hand, with a statement of method (law 4).

- The file's bytes are kept unaltered: they are the evidence. Its type is told from the bytes alone; a file that could
  be read as two types, or is another type than stated, is refused.
- Files that unfold without measure, reach out of their archive, or carry a sign-in (law 4) are refused.
- A step done by hand can also end without a file, in an outcome with a statement.

It leaves storing the statement, and who may import, to its callers. Refusals name what is wrong, never a file name.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method
from schemas.post import Post
from schemas.statement import CaptureStatement
from vetting import clock
from vetting.collection.imports import images, pages, pdf, wacz, warcs
from vetting.collection.imports.sniff import FileType, stated_type, true_type
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
        FileType.HTML: pages.read,
        FileType.PNG: images.read_png,
        FileType.JPEG: images.read_jpeg,
        FileType.PDF: pdf.read,
    }
)
_WITHOUT_FILE = frozenset({StepOutcome.NOT_FOUND, StepOutcome.NO_CONTENT, StepOutcome.NOT_PUBLIC})


def import_capture(data: bytes, declared_type: str | None, statement: CaptureStatement) -> Capture:
    """Check an investigator's file and make a capture of it; `declared_type` is a media type or a file suffix, or `None`.

    Raises:
        InputError: empty, too large, unknown or ambiguous type, not the stated type, damaged, a zip or image bomb, a path
            trick, or a statement from the future.
        IntegrityError: a WACZ whose own digests do not match its content.
        PolicyError: the file carries a sign-in (law 4).

    """
    _check_time(statement)
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
    posts = _READERS[kind](data, statement)
    return Capture(
        outcome=StepOutcome.CAPTURED,
        method=Method.MANUAL_CAPTURE,
        media_type=kind.media_type,
        data=data,
        posts=posts,
        content_sha256=content_digest([data]),
        captured_at=statement.captured_at,
    )


def import_outcome(outcome: StepOutcome, statement: CaptureStatement) -> Capture:
    """The capture of a manual step that ends without a file.

    Raises:
        InputError: an outcome that needs a file or that a person cannot state, or a statement from the future.

    """
    _check_time(statement)
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


def _check_time(statement: CaptureStatement) -> None:
    if statement.captured_at > clock.now() + CLOCK_TOLERANCE:
        raise InputError(
            "capture_in_future",
            "The statement says that the capture was made in the future.",
            remedy="Correct the time of the statement; times need their offset from UTC.",
        )
