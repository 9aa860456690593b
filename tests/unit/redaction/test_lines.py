"""The contract of `vetting redact`: JSON lines, order, bad lines by number only."""

import io
import json

import pytest

from vetting.errors import InputError
from vetting.redaction import Redactor
from vetting.redaction.lines import parse, run


def feed(engine: Redactor, *lines: bytes) -> tuple[int, list[dict], str]:
    target, complaints = io.BytesIO(), io.StringIO()
    code = run(io.BytesIO(b"\n".join(lines)), target, complaints, engine)
    return code, [json.loads(line) for line in target.getvalue().splitlines()], complaints.getvalue()


def test_lines_come_back_in_order_with_spans_of_the_original(engine: Redactor) -> None:
    code, rows, complaints = feed(engine, b'{"id": "a", "text": "I\'m gay"}', b'{"id": 2, "text": "plain", "more": 1}')
    assert code == 0
    assert complaints == ""
    assert rows == [
        {
            "id": "a",
            "text": "I'm [removed]",
            "spans": [
                {
                    "start": 4,
                    "end": 7,
                    "entity": "PC_SEXUAL_ORIENTATION",
                    "score": 0.96,
                    "rule": "sexual_orientation.labels",
                }
            ],
        },
        {"id": 2, "text": "plain", "spans": []},
    ]


@pytest.mark.parametrize(
    "bad",
    [
        b"not json secretword",
        b'{"id": 1}',
        b'{"text": "secretword"}',
        b'["secretword"]',
        b'{"id": true, "text": "secretword"}',
        b'{"id": 1, "text": 5}',
        b"\xff secretword",
        b"[" * 100_000,
    ],
)
def test_bad_line_is_named_by_number_and_nothing_else_is_lost(engine: Redactor, bad: bytes) -> None:
    code, rows, complaints = feed(engine, b'{"id": 1, "text": "one"}', bad, b"", b'{"id": 2, "text": "two"}', bad)
    assert code == 2
    assert [r["id"] for r in rows] == [1, 2]
    assert "line 2:" in complaints
    assert "line 5:" in complaints
    assert "secretword" not in complaints


def test_offsets_count_code_points_and_half_surrogates_survive(engine: Redactor) -> None:
    text = "𝒳👍 \ud83d I'm gay"
    code, rows, _ = feed(engine, json.dumps({"id": 1, "text": text}).encode())
    assert code == 0
    span = rows[0]["spans"][0]
    assert text[span["start"] : span["end"]] == "gay"
    assert rows[0]["text"] == "𝒳👍 \ud83d I'm [removed]"


def test_first_line_is_answered_before_the_second_is_read(engine: Redactor) -> None:
    target = io.BytesIO()

    class Source(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                assert target.getvalue()
            return super().readline(size)

    assert run(Source(b'{"id": 1, "text": "one"}\n{"id": 2, "text": "two"}\n'), target, io.StringIO(), engine) == 0


def test_parse_refusal_holds_nothing_of_the_line() -> None:
    with pytest.raises(InputError) as refusal:
        parse(b'{"id": {"secretword": 1}, "text": "x"}')
    assert "secretword" not in refusal.value.diagnostics()
