"""What people see of a case that came back: returned drafts, withdrawn summaries, tables on a narrow screen."""

import re

import pytest

from schemas.draft import ReturnReason, ReviewDecision
from schemas.person import Role
from tests.unit.cli.terminal import Terminal
from vetting.review.decide import decide

CASE = "R1.001"
NOTE = "The narrative tells more than the order asks for."


@pytest.fixture
def returned(terminal: Terminal) -> Terminal:
    """Candidate 1 has a finding, and a draft that the reviewer returned."""
    world = terminal.world
    world.collect(world.declare(1))
    world.find(CASE)
    draft = world.submit(CASE)
    reasons = (ReturnReason.NOT_NEUTRAL, ReturnReason.CONTEXT_MISSING)
    decide(world.office, world.actors["rev-1"], draft, ReviewDecision.RETURNED, reasons=reasons, note=NOTE)
    return terminal


def test_returned_draft_is_told_with_who_when_and_codes_and_without_content(returned: Terminal) -> None:
    shown = returned.done("inv-1", "case", "show", CASE)
    line = next(line for line in shown.splitlines() if line.startswith("Returned:"))
    assert re.fullmatch(
        r"Returned: R1\.001\.D2 by rev-1, \d{4}-\d\d-\d\d \d\d:\d\d: not neutral, context missing\.", line
    )
    assert "`vetting review note R1.001.D2.review-1`" in shown
    assert NOTE not in shown
    assert "twice the limit" not in shown
    assert NOTE in returned.done("inv-1", "review", "note", "R1.001.D2.review-1")


def test_approval_that_follows_a_return_ends_the_notice_and_keeps_both_in_the_table(returned: Terminal) -> None:
    returned.done("inv-1", "draft", "submit", f"{CASE}.D2")
    returned.done("rev-1", "review", "approve", f"{CASE}.D2", "--certify")
    shown = returned.done("inv-1", "case", "show", CASE)
    assert "Returned:" not in shown
    assert "returned by rev-1 (review-1), then approved by rev-1 (review-2)" in " ".join(shown.split())


def test_return_without_a_reason_by_code_is_refused_before_a_text_is_asked_for(returned: Terminal) -> None:
    code, _, err = returned.run("rev-1", "review", "return", f"{CASE}.D2", stdin="never read")
    assert (code, "--reason" in err) == (2, True)


@pytest.mark.parametrize("command", [("case", "show"), ("evidence", "list")])
def test_tables_are_whole_at_eighty_columns(
    returned: Terminal, monkeypatch: pytest.MonkeyPatch, command: tuple[str, str]
) -> None:
    wide = set(re.findall(r"[A-Za-z0-9][A-Za-z0-9.:-]+", returned.done("inv-1", *command, CASE)))
    monkeypatch.setenv("COLUMNS", "80")
    shown = returned.done("inv-1", *command, CASE)
    tables = [line for line in shown.splitlines() if line[:1] in "┏┃┡│└"]
    assert tables
    assert max(map(len, tables)) <= 80
    # Cells are broken between words only: every word, id and digest of the wide table is there, uncut.
    assert wide - set(re.findall(r"[A-Za-z0-9][A-Za-z0-9.:-]+", shown)) == set()


def test_summary_is_withdrawn_by_two_and_the_reader_is_refused(terminal: Terminal) -> None:
    terminal.world.collect(terminal.world.declare(1))
    terminal.world.find(CASE)
    terminal.world.release(CASE)
    public = terminal.world.office.settings.home / "keys" / "agency.pub.json"
    sealed = terminal.folder / "one.sealed.json"
    terminal.done("board-1", "fetch", CASE, "--out", str(sealed))
    opened = ("open", str(sealed), "--agency", str(public), "--plain")
    assert "Summary of candidate 1" in terminal.done("board-1", *opened)

    said = terminal.done(
        "inv-1", "withdrawal", "request", CASE, "--reason", "error_of_fact", "--note-file", "-", stdin=NOTE
    )
    asked = f"{CASE}.summary-1.withdrawal-1"
    assert asked in said
    assert f"Withdrawal asked for by inv-1, not decided: {asked}." in terminal.done("aud-1", "case", "show", CASE)
    assert "undecided" in terminal.done("aud-1", "withdrawal", "list", "R1")
    code, _, err = terminal.run("inv-1", "withdrawal", "approve", asked)
    assert (code, "not_permitted" in err) == (3, True)
    said = terminal.done("rev-1", "withdrawal", "approve", asked)
    assert "Tell board-1: fetched it on" in said
    assert "board-2" not in said

    shown = terminal.done("inv-1", "case", "show", CASE)
    assert re.search(
        r"Withdrawn: R1\.001\.summary-1, .*: error of fact, asked for by inv-1, approved by rev-1\.", shown
    )
    assert "draft_withdrawn" in shown
    assert NOTE in terminal.done("aud-1", "withdrawal", "show", asked)
    code, _, err = terminal.run("board-1", "fetch", CASE, "--out", str(terminal.folder / "again.json"))
    assert (code, "(state: withdrawn)" in err) == (4, True)
    assert not (terminal.folder / "again.json").exists()

    notice = terminal.folder / "one.withdrawn.json"
    terminal.done("board-1", "withdrawal", "notice", CASE, "--out", str(notice))
    code, out, err = terminal.run("board-1", *opened)
    assert (code, "was withdrawn on" in err, "Summary of" in out) == (4, True, False)
    elsewhere = terminal.folder / "elsewhere.json"
    notice.rename(elsewhere)
    assert "Summary of candidate 1" in terminal.done("board-1", *opened)
    assert terminal.run("board-1", *opened, "--notice", str(elsewhere))[0] == 4

    terminal.world.release(CASE)
    second = terminal.folder / "two.sealed.json"
    terminal.done("board-1", "fetch", CASE, "--out", str(second))
    elsewhere.rename(notice)
    text = terminal.done("board-1", "open", str(second), "--agency", str(public), "--plain")
    assert "version 2" in text
    assert "version 1, which was withdrawn" in text
    assert "replaces summary-1" in terminal.done("inv-1", "case", "show", CASE)


def test_refused_withdrawal_leaves_the_summary_as_it_is(terminal: Terminal) -> None:
    terminal.world.collect(terminal.world.declare(1, 0))
    terminal.world.release(CASE)
    asked = f"{CASE}.summary-1.withdrawal-1"
    terminal.done("inv-1", "withdrawal", "request", CASE, "--reason", "other", "--note-file", "-", stdin=NOTE)
    assert "The summary stands." in terminal.done("rev-1", "withdrawal", "refuse", asked)
    assert "refused by rev-1" in terminal.done("rev-1", "withdrawal", "list", "R1")
    terminal.done("board-1", "fetch", CASE, "--out", str(terminal.folder / "still.json"))


def test_notice_of_another_agency_beside_a_summary_is_left_out_and_said(terminal: Terminal) -> None:
    terminal.world.collect(terminal.world.declare(1, 0))
    terminal.world.release(CASE)
    public = terminal.world.office.settings.home / "keys" / "agency.pub.json"
    sealed = terminal.folder / "one.json"
    terminal.done("board-1", "fetch", CASE, "--out", str(sealed))
    (terminal.folder / "junk.withdrawn.json").write_text('{"vetting-withdrawal-notice": "a.b.c"}')
    code, out, err = terminal.run("board-1", "open", str(sealed), "--agency", str(public), "--plain")
    assert (code, "junk.withdrawn.json is no notice" in err, "Summary of candidate 1" in out) == (0, True, True)
    junk = str(terminal.folder / "junk.withdrawn.json")
    code, _, err = terminal.run("board-1", "open", str(sealed), "--agency", str(public), "--notice", junk)
    assert (code, "wrong_agency" in err) == (5, True)


def test_people_are_told_what_an_investigator_lacks_or_will_lack(terminal: Terminal) -> None:
    terminal.world.add_person("inv-2")
    role = ("R1", "--person", "inv-2", "--role", Role.INVESTIGATOR.value)
    said = terminal.done("admin-1", "round", "assign", *role)
    assert "inv-2 cannot act as investigator: not current: sensitive position, confidentiality, training." in said
    terminal.world.give_credentials("inv-2")
    terminal.done("admin-1", "round", "end-role", *role)
    assert "Note:" not in terminal.done("admin-1", "round", "assign", *role)
    revoked = ("person", "revoke", "inv-2", "--kind", "training", "--reason", "training_not_valid")
    assert "cannot act as investigator now" in terminal.done("admin-1", *revoked)
    assert "revoked" in terminal.done("admin-1", "person", "list")
    code, _, err = terminal.run("admin-1", *revoked)
    assert (code, "no_such_credential" in err) == (2, True)
