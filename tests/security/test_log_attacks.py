"""Attacks on the log: whoever rewrites the export, or the database behind it, is found out (law 10)."""

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from schemas.event import Event, Result
from schemas.keys import AgencyPublic
from tests.simulators.auditlog import event, export, lines_of, log, rewrite, signed
from vetting.audit.canonical import canonical, leaf
from vetting.audit.checkpoint import sign_checkpoint
from vetting.audit.merkle import leaf_hash, node_hash, root_of
from vetting.audit.verify import verify_export
from vetting.errors import IntegrityError, VettingError
from vetting.keys.agency import AgencyKeys
from vetting.keys.curves import ed25519_jwk

pytestmark = pytest.mark.attacks("tamper_evident_log")

KEYS = AgencyKeys.create("Synthetic Police Department")
EVENTS = log(23)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A true export with three checkpoints."""
    return export(tmp_path / "log.jsonl", EVENTS, KEYS, [signed(EVENTS, KEYS, size) for size in (5, 16, 23)])


def refused(path: Path, code: str, *, earlier: str | None = None, public: AgencyPublic = KEYS.public) -> VettingError:
    with pytest.raises(VettingError) as refusal:
        verify_export(path, public, earlier=earlier)
    assert refusal.value.code == code
    return refusal.value


def test_the_true_log_verifies(file: Path) -> None:
    verified = verify_export(file, KEYS.public, earlier=signed(EVENTS, KEYS, 7))
    assert (verified.size, verified.root) == (23, root_of([leaf(e) for e in EVENTS]))
    assert list(verified.events()) == EVENTS
    assert [c.size for c in verified.checkpoints] == [5, 16, 23]


@pytest.mark.parametrize(
    "change",
    [
        {"time": EVENTS[9].time + timedelta(microseconds=1)},
        {"actor": "somebody-else"},
        {"action": "step.removed"},
        {"result": Result.REFUSED},
        {"round": "round-2"},
        {"round": None},
        {"case": "round-1-c9"},
        {"subject": "step-0"},
        {"code": "some_code"},
        {"details": {}},
        {"details": {"outcome": "captured", "items": 10, "steps": ("a", "b")}},
        {"details": {"outcome": "captured", "items": 9, "steps": ("b", "a")}},
        {"details": {"outcome": "captured", "items": 9, "steps": ("a", "b"), "more": None}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_tampered_field_is_found(file: Path, change: dict[str, Any]) -> None:
    lines = lines_of(file)
    lines[1 + 9] = canonical(EVENTS[9].model_copy(update=change)) + b"\n"
    refusal = refused(rewrite(file, lines), "log_altered")
    assert "5 to 15" in refusal.message  # the checkpoints bound the place


def test_tampered_seq_is_found(file: Path) -> None:
    lines = lines_of(file)
    lines[10] = canonical(EVENTS[9].model_copy(update={"seq": 10})) + b"\n"
    assert "event 9" in refused(rewrite(file, lines), "log_reordered").message


def test_dropped_event_is_found(file: Path) -> None:
    lines = lines_of(file)
    del lines[10]
    assert "Where event 9" in refused(rewrite(file, lines), "log_reordered").message
    refused(rewrite(file, lines, events=22), "log_truncated")


def test_dropped_and_renumbered_event_is_found(tmp_path: Path) -> None:
    events = [e.model_copy(update={"seq": seq}) for seq, e in enumerate(e for e in EVENTS if e.seq != 9)]
    texts = [signed(EVENTS, KEYS, 5), signed(EVENTS, KEYS, 22)]
    assert "5 to 21" in refused(export(tmp_path / "log", events, KEYS, texts), "log_altered").message


def test_inserted_event_is_found(tmp_path: Path) -> None:
    events = [*EVENTS[:9], event(9, action="review.approved"), *EVENTS[9:22]]
    events = [e.model_copy(update={"seq": seq, "time": max(e.time, EVENTS[0].time)}) for seq, e in enumerate(events)]
    refused(export(tmp_path / "log", events, KEYS, [signed(EVENTS, KEYS)]), "log_altered")


def test_reordered_events_are_found(file: Path) -> None:
    lines = lines_of(file)
    lines[8], lines[9] = lines[9], lines[8]
    refused(rewrite(file, lines), "log_reordered")


def test_reordered_and_renumbered_events_are_found(tmp_path: Path) -> None:
    events = list(EVENTS)
    swap = {"action": events[8].action, "subject": events[8].subject, "details": events[8].details}
    events[7], events[8] = (
        events[7].model_copy(update=swap),
        events[8].model_copy(update={"subject": events[7].subject, "details": events[7].details}),
    )
    refused(export(tmp_path / "log", events, KEYS, [signed(EVENTS, KEYS)]), "log_altered")


def test_time_going_backwards_is_found_even_when_signed(tmp_path: Path) -> None:
    events = [*EVENTS[:9], event(9, time=EVENTS[3].time), *EVENTS[10:]]
    assert "Event 9" in refused(export(tmp_path / "log", events, KEYS), "log_time_reversed").message


@pytest.mark.parametrize("kept", [1, 3, 12, 24, 26])
def test_truncated_file_is_found(file: Path, kept: int) -> None:
    # 24 lines: all events, no checkpoint; 26: the last checkpoint is gone.
    refused(rewrite(file, lines_of(file)[:kept]), "log_truncated" if kept < 24 else "log_not_covered")


def test_file_cut_in_the_middle_of_a_line_is_found(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-5])
    refused(file, "log_truncated")


def test_truncated_log_with_fitting_header_is_found_by_the_later_checkpoint(file: Path) -> None:
    lines = lines_of(file)
    refused(rewrite(file, [*lines[:17], *lines[24:]], events=16), "log_truncated")


def test_truncated_log_with_its_checkpoints_is_found_by_the_auditors_own(file: Path) -> None:
    lines = lines_of(file)
    path = rewrite(file, [*lines[:17], *lines[24:26]], events=16)
    assert verify_export(path, KEYS.public).size == 16  # an old export is true; only the auditor's memory tells
    refused(path, "log_truncated", earlier=signed(EVENTS, KEYS, 23))


def test_replayed_old_checkpoint_does_not_cover_the_log(file: Path) -> None:
    lines = lines_of(file)
    refused(rewrite(file, [*lines[:24], lines[24], lines[24]]), "log_not_covered")
    refused(rewrite(file, [*lines[:24], lines[26], lines[24]]), "log_reordered")


def test_fork_signed_by_the_agency_itself_is_found(tmp_path: Path) -> None:
    other = [*EVENTS[:4], event(4, result=Result.REFUSED, code="four_eyes"), *EVENTS[5:]]
    path = export(tmp_path / "log", other, KEYS)
    assert verify_export(path, KEYS.public, earlier=signed(EVENTS, KEYS, 4)).continues is not None
    refused(path, "fork", earlier=signed(EVENTS, KEYS, 5))
    refused(path, "fork", earlier=signed(EVENTS, KEYS, 23))


def test_two_checkpoints_of_one_size_with_different_roots_are_found(tmp_path: Path) -> None:
    other = [*EVENTS[:22], event(22, actor="somebody-else")]
    texts = [signed(EVENTS, KEYS), signed(other, KEYS)]
    refused(export(tmp_path / "log", EVENTS, KEYS, texts), "log_altered")
    refused(export(tmp_path / "log", EVENTS, KEYS, texts[::-1]), "log_altered")


def test_log_rewritten_and_signed_with_another_key_is_found(tmp_path: Path) -> None:
    forger = AgencyKeys.create("Synthetic Police Department")
    assert forger.public.origin == KEYS.public.origin
    refused(export(tmp_path / "log", EVENTS, forger), "wrong_agency")
    header = lines_of(export(tmp_path / "true", EVENTS, KEYS))[0]
    refused(rewrite(tmp_path / "log", [header, *lines_of(tmp_path / "log")[1:]]), "wrong_agency")


def test_forged_signature_under_the_right_key_id_is_found(tmp_path: Path) -> None:
    forger = replace(KEYS, log_private=Ed25519PrivateKey.generate())
    true, false = signed(EVENTS, KEYS), signed(EVENTS, forger)
    raw = base64.b64decode(true.split()[-1])[:4] + base64.b64decode(false.split()[-1])[4:]
    forged = true.replace(true.split()[-1], base64.b64encode(raw).decode())
    refused(export(tmp_path / "log", EVENTS, KEYS, [forged]), "checkpoint_forged")
    refused(export(tmp_path / "log", EVENTS, KEYS), "checkpoint_forged", earlier=forged)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n23\n", "\n22\n"),
        lambda text: text.replace(text.split("\n")[2], base64.b64encode(b"\0" * 32).decode()),
        lambda text: text.replace("\n\n", "\nextension\n\n"),
    ],
    ids=["size", "root", "extension"],
)
def test_changed_checkpoint_is_found(tmp_path: Path, change: Callable[[str], str]) -> None:
    text = change(signed(EVENTS, KEYS))
    refused(export(tmp_path / "log", EVENTS, KEYS, [text]), "checkpoint_forged")


def test_swapped_public_key_is_found(file: Path) -> None:
    other = AgencyKeys.create("Synthetic Police Department").public
    refused(file, "wrong_agency", public=other)
    # The forger exchanges only the log key in the public file: its fingerprint is then another one too.
    mixed = AgencyPublic.of(KEYS.public.agency, KEYS.public.origin, other.log_key, KEYS.public.release_key)
    refused(file, "wrong_agency", public=mixed)
    with pytest.raises(ValueError, match="log_verifier"):
        AgencyPublic.model_validate({**KEYS.public.model_dump(), "log_key": other.log_key.model_dump()})


def test_release_key_cannot_sign_the_log_of_another_origin(tmp_path: Path) -> None:
    text = sign_checkpoint("vetting-log/elsewhere", 23, root_of([leaf(e) for e in EVENTS]), KEYS)
    refused(export(tmp_path / "log", EVENTS, KEYS, [text]), "wrong_agency")


def test_second_preimage_two_leaves_do_not_pass_for_one(tmp_path: Path) -> None:
    """A leaf whose content is the two hashes of a node must not have the node's hash.

       root            root'
      /    \\    vs.     |
    l0      l1      leaf(l0 || l1)
    """
    first, second = leaf(EVENTS[0]), leaf(EVENTS[1])
    assert root_of([leaf_hash(first + second)]) != root_of([first, second])
    assert leaf_hash(b"\x01" + first + second) != node_hash(first, second)
    lines = lines_of(export(tmp_path / "log", EVENTS[:2], KEYS))
    refused(rewrite(tmp_path / "log", [lines[0], first + second + b"\n", lines[3]], events=1), "log_truncated")


@pytest.mark.parametrize(
    "write",
    [
        lambda line: line.replace(b'":"', b'": "', 1),
        lambda line: line.replace(b'"items":9', b'"items":9.0'),
        lambda line: line.replace(b'"case":', b'"\\u0063ase":'),
        lambda line: line.replace(b".000000Z", b"Z"),
        lambda line: line.replace(b".000000Z", b".000000+00:00"),
        lambda line: line.replace(b'{"action"', b'{"actor":"x","action"'),
        lambda line: line.replace(b"\n", b"\r\n"),
        lambda line: b" " + line,
    ],
    ids=["space", "float", "escape", "time", "offset", "duplicate", "crlf", "indent"],
)
def test_event_written_another_way_is_found(file: Path, write: Callable[[bytes], bytes]) -> None:
    lines = lines_of(file)
    written = write(lines[10])
    assert written != lines[10]
    lines[10] = written
    assert "vent 9" in refused(rewrite(file, lines), "log_altered").message


def test_content_smuggled_behind_the_events_is_found(file: Path) -> None:
    refused(rewrite(file, [*lines_of(file), canonical(event(23)) + b"\n"]), "log_altered")
    refused(rewrite(file, [*lines_of(file)[:24], b'{"checkpoint":"x","more":1}\n']), "log_altered")


def test_file_that_changes_between_verifying_and_reading_is_found(file: Path) -> None:
    verified = verify_export(file, KEYS.public)
    lines = lines_of(file)
    lines[10] = canonical(EVENTS[9].model_copy(update={"actor": "somebody-else"})) + b"\n"
    rewrite(file, lines)
    with pytest.raises(IntegrityError) as refusal:
        list(verified.events())
    assert refusal.value.code == "log_altered"


def test_header_of_another_log_is_refused(file: Path) -> None:
    other = AgencyKeys.create("Another Synthetic Department")
    refused(file, "wrong_agency", public=other.public)
    mixed = AgencyPublic.of("Another", other.public.origin, ed25519_jwk(KEYS.log_private), KEYS.public.release_key)
    refused(file, "wrong_agency", public=mixed)


@hypothesis_settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_flipped_bit_of_the_export_is_found(file: Path, data: st.DataObject) -> None:
    true = export(file, EVENTS, KEYS).read_bytes()
    altered = bytearray(true)
    altered[data.draw(st.integers(0, len(true) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    file.write_bytes(bytes(altered))
    with pytest.raises(VettingError):
        verify_export(file, KEYS.public)


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cut=st.integers(1, 8000))
def test_any_truncation_of_the_export_is_found(file: Path, cut: int) -> None:
    true = export(file, EVENTS, KEYS).read_bytes()
    file.write_bytes(true[: -min(cut, len(true))])
    with pytest.raises(VettingError):
        verify_export(file, KEYS.public)


def test_events_of_the_log_hold_no_sentence() -> None:
    with pytest.raises(ValueError, match="validation error"):
        Event(**{**event(0).model_dump(), "details": {"text": "what a candidate wrote"}})
