"""What `literals.read` says of each pattern, kept in a file: reading five hundred patterns anew would take a third of a start.

Rules kept here: what is kept is found by the digest of the pattern's own text, so a pattern that has changed since is simply read. The file
(`benchmarks.patterns` writes it) says nothing that the patterns do not say themselves; a test reads them all and compares.
"""

import gzip
import hashlib
import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Final

from vetting.redaction.literals import Way, read

FILE: Final = Path(__file__).with_name("known.json.gz")


def ways(regex: re.Pattern[str] | str) -> tuple[Way, ...]:
    """The ways to match of a pattern, as `literals.read` gives them."""
    kept = load().get(key(regex)) if isinstance(regex, str) else None
    return read(regex).ways if kept is None else kept


def key(source: str) -> str:
    """What the ways of a pattern are kept under."""
    return hashlib.sha256(source.encode()).hexdigest()[:20]


@lru_cache(maxsize=1)
def load() -> dict[str, tuple[Way, ...]]:
    """All that is kept, by `key`; nothing without the file."""
    if not FILE.is_file():
        return {}
    held = json.loads(gzip.decompress(FILE.read_bytes()))
    sets = [frozenset(need) for need in held["sets"]]
    return {
        name: tuple([Way(tuple([sets[n] for n in literals]), tuple([sets[n] for n in odd])) for literals, odd in told])
        for name, told in held["ways"].items()
    }
