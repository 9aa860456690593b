"""Texts that nobody read while writing rules: what is found there may grow, and may not fall.

`tests/assets/redaction/unseen.jsonl` was written and labelled without sight of the rules, and is not read when rules are written or the
learned rule is trained; `seen.jsonl` was written in the same way and then read, `taught.jsonl` only trained on. Some of all are written
to be hard.
"""

from benchmarks.redaction import OWN, UNSEEN, covered, read
from vetting.redaction import Redactor

LEAST_FOUND = 0.895
MOST_HURT = 0.1


def test_unseen_texts_are_read_no_worse_than_before(engine: Redactor) -> None:
    must = found = clean = hurt = 0
    for row in read(UNSEEN):
        spans = engine.spans(row["text"])
        must += len(row["must"])
        ranges = [(s.start, s.end) for s in spans]
        found += sum(covered(row["text"], start, end, ranges) >= 0.5 for start, end, _ in row["must"])
        if not row["must"] and not row["may"]:
            clean += 1
            hurt += any(s.entity.startswith("PC_") for s in spans)
    assert must > 1000
    assert clean > 500
    assert found / must >= LEAST_FOUND
    assert hurt / clean <= MOST_HURT


def test_no_text_is_both_read_and_unread() -> None:
    unseen = {row["text"] for row in read(UNSEEN)}
    for known in ("own.jsonl", "seen.jsonl", "taught.jsonl"):
        assert not unseen & {row["text"] for row in read(OWN.with_name(known))}
