"""Read the redactor's patterns and keep what was read (`vetting.redaction.known`), so that a start need not read them again.

    python -m benchmarks.patterns           # how many are kept, and how many have changed since
    python -m benchmarks.patterns --write   # make the file again

Without it, or with an old one, the redactor finds the same and starts later.
"""

import gzip
import json
import sys
from collections.abc import Iterable

from vetting.redaction import known
from vetting.redaction.frames import patterns, spanish
from vetting.redaction.literals import read


def sources() -> list[str]:
    """The text of every pattern."""
    return sorted({p.source for p in (*patterns.every(), *spanish.PATTERNS)})


def write() -> int:
    """Keep what the patterns say. Returns how many there are."""
    sets: dict[tuple[str, ...], int] = {}

    def numbers(needs: Iterable[frozenset[str]]) -> list[int]:
        return [sets.setdefault(tuple(sorted(need)), len(sets)) for need in needs]

    told = {
        known.key(source): [[numbers(way.literals), numbers(way.characters)] for way in read(source).ways]
        for source in sources()
    }
    text = json.dumps({"sets": list(sets), "ways": told}, ensure_ascii=False, separators=(",", ":"))
    known.FILE.write_bytes(gzip.compress(text.encode(), mtime=0))
    known.load.cache_clear()
    return len(told)


def main() -> None:
    if "--write" in sys.argv[1:]:
        print(f"{write()} patterns kept in {known.FILE.name}, {known.FILE.stat().st_size // 1024} KiB")
        return
    kept, every = known.load(), sources()
    changed = sum(known.key(source) not in kept for source in every)
    print(f"{len(every)} patterns, {changed} of them not kept" + (": run with --write" if changed else ""))


if __name__ == "__main__":
    main()
