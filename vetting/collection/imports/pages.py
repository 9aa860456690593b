"""Saved HTML pages: as a browser saves them, or with all that they show inside one file (SingleFile).

A page that says which address it was saved from must say the stated one. The remark is the saving tool's; a page without
one is taken by its statement alone.
"""

import re

from schemas.post import Post
from schemas.statement import CaptureStatement
from vetting.collection.bodies import text_of
from vetting.collection.imports.saved import MAX_FILE, readable
from vetting.collection.imports.whose import check_page, read_address
from vetting.collection.posts import page_posts
from vetting.errors import InputError

_REMARKS = 8192
_SINGLE_FILE = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S{1,4000})")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{4}\)(\S{1,4000})")


def read(data: bytes, statement: CaptureStatement) -> tuple[Post, ...]:
    """The posts of a saved page.

    Raises:
        InputError: `capture_too_large`, `capture_nested_too_deep`, `capture_address_mismatch`, or `capture_no_text` for a page
            without text or images.

    """
    if len(data) > MAX_FILE:
        raise InputError("capture_too_large", f"The saved page exceeds {MAX_FILE} bytes.", remedy="Save it in parts.")
    html = text_of(data, "")
    for remark in (_SINGLE_FILE, _SAVED_FROM):
        found = remark.search(html[:_REMARKS])
        if found and read_address(found.group(1)):
            check_page(statement.address, [found.group(1)])
    posts = page_posts(readable(html), statement.address)
    if not posts:
        raise InputError(
            "capture_no_text",
            "The saved page holds neither text nor images.",
            remedy="Save the page after it has loaded, or state the outcome no_content.",
        )
    return posts
