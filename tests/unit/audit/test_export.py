"""What an export looks like, and what verifying it gives."""

import io
import json
from pathlib import Path

import pytest

from tests.simulators.auditlog import event, export, lines_of, log, rewrite, signed
from vetting.audit.canonical import canonical
from vetting.audit.export import MAX_LINE, ExportHeader, write_export
from vetting.audit.merkle import EMPTY_ROOT
from vetting.audit.verify import verify_export
from vetting.errors import InputError, IntegrityError
from vetting.keys.agency import AgencyKeys

KEYS = AgencyKeys.create("Synthetic Police Department")


def test_export_has_header_events_and_checkpoints_in_this_order(tmp_path: Path) -> None:
    events = log(3)
    texts = [signed(events, KEYS, 2), signed(events, KEYS)]
    lines = lines_of(export(tmp_path / "log", events, KEYS, texts))
    assert json.loads(lines[0]) == {
        "format": "vetting-log-export",
        "version": 1,
        "origin": KEYS.public.origin,
        "agency_fingerprint": KEYS.public.fingerprint,
        "events": 3,
    }
    assert lines[1:4] == [canonical(e) + b"\n" for e in events]
    assert [json.loads(line) for line in lines[4:]] == [{"checkpoint": text} for text in texts]


def test_verified_log_tells_its_size_times_and_newest_checkpoint(tmp_path: Path) -> None:
    events = log(40)
    verified = verify_export(export(tmp_path / "log", events, KEYS), KEYS.public)
    assert (verified.first, verified.last) == (events[0].time, events[-1].time)
    assert verified.latest == signed(events, KEYS)
    assert verified.continues is None
    assert list(verified.events()) == list(verified.events()) == events


def test_later_log_continues_an_earlier_checkpoint(tmp_path: Path) -> None:
    events = log(40)
    for size in (0, 1, 31, 32, 40):
        earlier = signed(events, KEYS, size)
        verified = verify_export(export(tmp_path / f"log{size}", events, KEYS), KEYS.public, earlier=earlier)
        assert verified.continues is not None
        assert verified.continues.size == size


def test_empty_log_verifies(tmp_path: Path) -> None:
    verified = verify_export(export(tmp_path / "log", [], KEYS), KEYS.public)
    assert (verified.size, verified.root, verified.first, verified.last) == (0, EMPTY_ROOT, None, None)
    assert list(verified.events()) == []


def test_two_events_of_the_same_time_are_allowed(tmp_path: Path) -> None:
    events = [event(0), event(1, time=event(0).time)]
    assert verify_export(export(tmp_path / "log", events, KEYS), KEYS.public).size == 2


def test_checkpoint_signed_twice_over_one_size_is_allowed(tmp_path: Path) -> None:
    events = log(5)
    text = signed(events, KEYS)
    assert len(verify_export(export(tmp_path / "log", events, KEYS, [text, text]), KEYS.public).checkpoints) == 2


def test_export_without_a_checkpoint_is_not_proof(tmp_path: Path) -> None:
    with pytest.raises(IntegrityError) as refusal:
        verify_export(export(tmp_path / "log", log(5), KEYS, []), KEYS.public)
    assert refusal.value.code == "log_not_covered"


@pytest.mark.parametrize("count", [4, 6])
def test_writing_another_number_of_events_than_announced_is_refused(count: int) -> None:
    with pytest.raises(IntegrityError) as refusal:
        write_export(io.BytesIO(), ExportHeader.of(KEYS.public, 5), log(count), [])
    assert refusal.value.code == "log_truncated"


@pytest.mark.parametrize("content", [b"", b"\n", b"{}\n", b"not json\n", b"\xff\n", b'{"format":"other"}\n'])
def test_other_file_is_not_an_export(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(InputError) as refusal:
        verify_export(tmp_path / "file", KEYS.public)
    assert refusal.value.code == "not_a_log_export"


def test_header_written_another_way_is_not_an_export(tmp_path: Path) -> None:
    path = export(tmp_path / "log", log(2), KEYS)
    lines = lines_of(path)
    with pytest.raises(InputError):
        verify_export(rewrite(path, [lines[0].replace(b'"events":2', b'"events": 2'), *lines[1:]]), KEYS.public)


def test_absent_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        verify_export(tmp_path / "absent.jsonl", KEYS.public)
    assert refusal.value.code == "file_not_readable"
    assert "absent.jsonl" in refusal.value.message


def test_endless_line_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    path = export(tmp_path / "log", log(1), KEYS)
    with path.open("ab") as file:
        file.write(b"x" * (MAX_LINE * 3))
    with pytest.raises(IntegrityError):
        verify_export(path, KEYS.public)


def test_message_of_a_bad_line_does_not_repeat_it(tmp_path: Path) -> None:
    path = export(tmp_path / "log", log(2), KEYS)
    lines = lines_of(path)
    lines[1] = b'{"canary":"canary-4711"}\n'
    with pytest.raises(IntegrityError) as refusal:
        verify_export(rewrite(path, lines), KEYS.public)
    assert "canary" not in refusal.value.diagnostics()
