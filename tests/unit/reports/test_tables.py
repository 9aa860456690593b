"""What the tables say, and that they come from the log and from nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.simulators.auditlog import signed
from tests.simulators.roundlog import ONE, ROUND, TWO, RoundStory, whole_round
from tests.unit.reports.conftest import KEYS
from vetting.audit.canonical import leaf
from vetting.audit.merkle import root_of
from vetting.audit.tags import Action
from vetting.errors import InputError, IntegrityError
from vetting.keys.agency import AgencyKeys
from vetting.reports.files import write_report
from vetting.reports.uniformity import UniformityReport, uniformity

Judged = Callable[[RoundStory], UniformityReport]


def test_steps_table_has_a_row_for_each_account_and_for_the_candidate(judged: Judged) -> None:
    none = "not applicable (none declared)"
    assert judged(whole_round()).table("steps").to_numpy().tolist() == [
        [ONE, "A1", "captured", "no content", ""],
        [ONE, "A2", "captured", "no content", ""],
        [ONE, "whole candidate", "", "", "not found"],
        [TWO, "none declared", none, none, "not found"],
    ]


def test_steps_table_shows_what_is_missing_and_who_has_not_declared(judged: Judged) -> None:
    story = RoundStory().open()
    story.declare(ONE, 1)
    story.step(ONE, "posts", "A1", "failed", reason="http_503")
    assert judged(story).table("steps").to_numpy().tolist() == [
        [ONE, "A1", "missing", "failed (http 503)", ""],
        [ONE, "whole candidate", "", "", "missing"],
        [TWO, "not declared yet", "missing", "missing", "missing"],
    ]


def test_accounts_stand_in_the_order_of_their_numbers(judged: Judged) -> None:
    story = RoundStory().open(candidates=1)
    story.declare(ONE, 12)
    accounts = judged(story).table("steps")["account"].tolist()
    assert accounts == [*(f"A{n}" for n in range(1, 13)), "whole candidate"]


def test_effort_counts_items_that_count_and_all_work(judged: Judged) -> None:
    story = RoundStory().open(candidates=1)
    story.declare(ONE, 1)
    story.collect(ONE, 1)
    story.deviate(ONE, "repeat_step", "posts", "A1")
    story.step(ONE, "posts", "A1", attempt=2, items=70)
    row = judged(story).table("effort").to_dict("records")[0]
    assert (row["items"], row["left out"], row["steps done"], row["steps missing"]) == (5 + 70 + 5, 3, 3, 0)
    assert (row["requests"], row["retries"], row["seconds"], row["evidence items"], row["evidence bytes"]) == (
        8, 8, 6.0, 2, 4096,
    )  # fmt: skip


def test_people_table_counts_what_each_did_in_which_role(judged: Judged) -> None:
    story = whole_round()
    for _ in range(2):
        story.say(Action.EVIDENCE_OPENED, "rev-1", case=ONE, done=False, code="evidence_altered")
    rows = judged(story).table("people").to_dict("records")
    mine = [
        (r["role"], r["action"], r["done"], r["refused"], r["codes of refusals"])
        for r in rows
        if r["person"] == "rev-1"
    ]
    assert mine == [
        ("reviewer", "evidence.opened", 0, 2, "evidence_altered"),
        ("reviewer", "review.approved", 2, 0, ""),
        ("reviewer", "summary.released", 2, 0, ""),
    ]


def test_versions_table_has_a_column_for_each_version(judged: Judged) -> None:
    story = RoundStory().open()
    story.replan(software="0.2.0")
    frame = judged(story).table("versions").set_index("fact")
    assert list(frame.columns) == ["version 1", "version 2"]
    assert frame.loc["software"].tolist() == ["0.1.0", "0.2.0"]
    assert frame.loc["SHA-256 of lexicon"].tolist() == ["e" * 64] * 2
    assert frame.loc["limit look_back_days"].tolist() == ["no limit"] * 2


def test_report_says_the_logs_own_proof(tmp_path: Path) -> None:
    story = whole_round()
    earlier = signed(story.events, KEYS, 9)
    report = uniformity(story.export(tmp_path / "log", KEYS), KEYS.public, ROUND, earlier=earlier)
    proof = dict(report.proof)
    assert proof["events"] == str(len(story.events))
    assert proof["root"] == root_of([leaf(e) for e in story.events]).hex()
    assert proof["verified with the key of fingerprint"] == KEYS.public.fingerprint
    assert proof["last event"] == f"{story.events[-1].time:%Y-%m-%d %H:%M:%S} UTC"
    assert proof["continues"] == "the log of 9 events of an earlier checkpoint"
    assert report.checkpoint == signed(story.events, KEYS)
    assert dict(report.table("verdict").to_numpy().tolist())["verdict"] == "uniform"


def test_nothing_is_said_about_a_log_that_does_not_verify(tmp_path: Path) -> None:
    path = whole_round().export(tmp_path / "log", KEYS)
    path.write_bytes(path.read_bytes().replace(b"no_content", b"not_public", 1))
    with pytest.raises(IntegrityError, match="root"):
        uniformity(path, KEYS.public, ROUND)
    whole_round().export(path, KEYS)
    with pytest.raises(IntegrityError) as refusal:
        uniformity(path, AgencyKeys.create("Another Synthetic Department").public, ROUND)
    assert refusal.value.code == "wrong_agency"


def test_unknown_round_is_refused_with_the_rounds_there_are(tmp_path: Path) -> None:
    path = whole_round().export(tmp_path / "log", KEYS)
    with pytest.raises(InputError) as refusal:
        uniformity(path, KEYS.public, "R-1999-1")
    assert refusal.value.code == "unknown_round"
    assert ROUND in refusal.value.diagnostics()


def test_events_of_another_round_change_nothing(judged: Judged, tmp_path: Path) -> None:
    story = whole_round()
    before = judged(story)
    other = whole_round()
    # Its id begins like ours; neither its cases nor its people are ours.
    for event in other.events[2:]:
        changed = event.model_dump_json().replace(f'"{ROUND}"', f'"{ROUND}.b"').replace(f"{ROUND}.00", f"{ROUND}.b.00")
        moved = (
            type(event)
            .model_validate_json(changed)
            .model_copy(update={"seq": len(story.events), "time": story.events[-1].time})
        )
        story.events.append(moved)
    after = judged(story)
    assert (after.verdict, after.reasons) == (before.verdict, before.reasons)
    for table in before.tables:
        if table.key != "verdict":
            assert table.frame.equals(after.table(table.key)), table.key


def test_same_log_gives_the_same_files_byte_for_byte(tmp_path: Path) -> None:
    path = whole_round().export(tmp_path / "log", KEYS)
    written = [
        {file.name: file.read_bytes() for file in write_report(uniformity(path, KEYS.public, ROUND), tmp_path / name)}
        for name in ("one", "two")
    ]
    assert written[0] == written[1]
    assert sorted(written[0]) == [
        "uniformity-conflicts.csv", "uniformity-deviations.csv", "uniformity-effort.csv", "uniformity-outcomes.csv",
        "uniformity-people.csv", "uniformity-reasons.csv", "uniformity-refusals.csv", "uniformity-releases.csv",
        "uniformity-roles.csv", "uniformity-steps.csv", "uniformity-verdict.csv", "uniformity-versions.csv",
        "uniformity-withdrawals.csv", "uniformity.html",
    ]  # fmt: skip


def test_folder_that_is_a_file_is_refused(judged: Judged, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(InputError) as refusal:
        write_report(judged(whole_round()), tmp_path / "taken")
    assert refusal.value.code == "file_not_writable"
