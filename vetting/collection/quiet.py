"""Silences the loggers of libraries that write addresses or content into log lines (law 11).

`urllib3` logs host and path of every request at DEBUG, and the whole address when a header is malformed; the
extraction libraries log the input they could not read.
"""

import logging

NOISY = (
    "chardet",
    "charset_normalizer",
    "courlan",
    "htmldate",
    "justext",
    "feedparser",
    "readability",
    "requests",
    "trafilatura",
    "urllib3",
    "warcio",
)


def silence() -> None:
    """Turn those loggers off; called when the package is imported."""
    for name in NOISY:
        logger = logging.getLogger(name)
        logger.setLevel(logging.CRITICAL + 1)
        logger.propagate = False
        logger.addHandler(logging.NullHandler())
