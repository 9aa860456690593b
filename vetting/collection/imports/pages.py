"""Saved HTML pages (also of the single-file kind)."""

from schemas.post import Post
from schemas.statement import CaptureStatement
from vetting.collection.bodies import text_of
from vetting.collection.posts import page_posts
from vetting.errors import InputError

MAX_PAGE = 64 * 1024 * 1024
"""Bytes of one page; single-file captures carry their images inside."""


def read(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """The posts of a saved page.

    Raises:
        InputError: `capture_too_large`, or `capture_no_text` for a page without text or images.

    """
    if len(data) > MAX_PAGE:
        raise InputError("capture_too_large", f"The saved page exceeds {MAX_PAGE} bytes.", remedy="Save it in parts.")
    posts = page_posts(text_of(data, ""), statement.address)
    if not posts:
        raise InputError(
            "capture_no_text",
            "The saved page holds neither text nor images.",
            remedy="Save the page after it has loaded, or state the outcome no_content.",
        )
    return posts
