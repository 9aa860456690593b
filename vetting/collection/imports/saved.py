"""What saved pages of both kinds (HTML and MHTML) have in common: their limits, and what is made readable before text is taken.

Nothing of a page is run: scripts, styles and templates are left aside by `text`. Pictures and fonts that a single file
carries in itself are cut out before the page is read; they stay in the evidence.
"""

import re

from vetting.collection.text import nested_too_deep
from vetting.errors import InputError

MAX_FILE = 64 * 1024 * 1024
"""Bytes of a saved page with all that it carries."""
MAX_PAGE = 16 * 1024 * 1024
"""Characters of one document without the pictures and fonts inside it."""
_INSIDE = re.compile(r"data:[^\s\"'<>,()]{0,200};base64,[A-Za-z0-9+/=%_-]*", re.IGNORECASE)
_SHADOW = re.compile(r"<template\b(?=[^<>]{0,300}\bshadow(?:root)?mode\s*=)", re.IGNORECASE)


def readable(html: str) -> str:
    """The page without its inner files, and with the parts that scripts had built (shadow trees) as plain parts of it.

    Raises:
        InputError: `capture_too_large`, or `capture_nested_too_deep` where text would be missing from what is read.

    """
    html = _INSIDE.sub("data:,", html)
    if len(html) > MAX_PAGE:
        raise InputError(
            "capture_too_large",
            f"The saved page has more than {MAX_PAGE} characters without its pictures.",
            remedy="Save it in parts, or capture it as a picture.",
        )
    # an end without a beginning, such as the `</template>` that is left, is nothing to a reader of HTML
    html = _SHADOW.sub("<div ", html)
    if nested_too_deep(html):
        raise InputError(
            "capture_nested_too_deep",
            "The saved page is nested so deep that a part of its text cannot be read.",
            remedy="Capture the page as a PDF or a picture.",
        )
    return html
