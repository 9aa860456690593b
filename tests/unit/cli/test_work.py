"""The commands at work, one by one, on an installation made in a moment. The whole way is in tests/functional."""

from datetime import timedelta

import pytest

from schemas.case import Case, CaseState
from schemas.round import Round
from tests.unit.cli.terminal import Terminal
from tests.world import TEXTS
from vetting import clock
from vetting.cases import expand

CASE = "R1.001"


@pytest.fixture
def collected(terminal: Terminal) -> Terminal:
    """Candidate 1 is collected."""
    terminal.world.collect(terminal.world.declare(1))
    return terminal


@pytest.fixture
def found(collected: Terminal) -> Terminal:
    """Candidate 1 has a corroborated finding."""
    collected.world.find(CASE)
    return collected


def finding(terminal: Terminal, narrative: str) -> str:
    evidence = terminal.world.evidence(CASE)[0].id
    return (
        f"code: reckless\nbasis: [conduct]\ncitations: [{{evidence: {evidence}, item: 2, start: 0, end: {len(TEXTS[1])}}}]\n"
        f"narrative: {narrative}\nquotation: '{TEXTS[1]}'\n"
    )


def test_roles_and_candidates_are_added_and_roles_end(terminal: Terminal) -> None:
    terminal.world.add_person("rev-2")
    role = ("R1", "--person", "rev-2", "--role", "reviewer")
    assert "rev-2 is reviewer in R1." in terminal.done("admin-1", "round", "assign", *role)
    assert "no longer" in terminal.done("admin-1", "round", "end-role", *role)
    terminal.done("admin-1", "round", "add-candidate", "R1", "--number", "7", "--kind", "lateral")
    shown = terminal.done("admin-1", "round", "show", "R1")
    for part in ("rev-2", "R1.007", "lateral", "not yet", "lexicon", "profile"):
        assert part in shown


def test_round_show_tells_what_waits_for_a_second_person(terminal: Terminal) -> None:
    request = ("deviation", "request", "R1", "--kind", "other", "--reason", "safety", "--note-file", "-")
    terminal.done("inv-1", *request, stdin="A reason in a sentence.")
    asked = terminal.done("admin-1", "round", "replan-request", "R1", "--plan", "declared-and-name-search")
    assert "plan" in asked
    shown = terminal.done("aud-1", "round", "show", "R1")
    assert "1 deviation undecided" in shown
    assert "admin-1 asked for a new version" in shown


def test_a_replan_is_asked_for_and_approved(collected: Terminal) -> None:
    plan = ("R1", "--plan", "declared-and-name-search")
    collected.done("admin-1", "round", "replan-request", *plan)
    code, _, err = collected.run("rev-1", "round", "replan-approve", "R1")
    assert (code, "(state: other_documents)" in err) == (4, True)
    assert "under version 2" in collected.done("rev-1", "round", "replan-approve", *plan)
    assert collected.world.case(CASE).state is CaseState.DECLARED


def test_deviations_are_listed_shown_approved_and_refused(collected: Terminal) -> None:
    request = ("deviation", "request", "R1", "--kind", "repeat_step", "--reason", "technical_fault", "--note-file", "-")
    place = ("--case", CASE, "--step", "posts", "--account", f"{CASE}.A1")
    for _ in range(2):
        collected.done("inv-1", *request, *place, stdin="The page was cut off.")
    collected.done("rev-1", "deviation", "refuse", "R1.deviation-1")
    collected.done("rev-1", "deviation", "approve", "R1.deviation-2")
    listed = collected.done("aud-1", "deviation", "list", "R1")
    assert "refused" in listed
    assert "approved" in listed
    shown = collected.done("aud-1", "deviation", "show", "R1.deviation-2")
    assert "approved by rev-1" in shown
    assert "The page was cut off." in shown
    assert collected.world.case(CASE).state is CaseState.DECLARED


def test_custody_history_and_log_tell_who_did_what(collected: Terminal) -> None:
    evidence = collected.world.evidence(CASE)[0].id
    collected.done("rev-1", "evidence", "open", evidence, "--reason", "review", "--item", "2")
    custody = collected.done("inv-1", "evidence", "custody", evidence)
    assert "evidence.opened" in custody
    assert "reason review" in custody
    assert "evidence.kept" in collected.done("aud-1", "case", "history", CASE)
    assert "evidence.opened" in collected.done("aud-1", "log", "show", "--round", "R1", "--last", "5")
    assert "declaration.recorded" in collected.done("aud-1", "log", "show", "--case", CASE)
    assert "extends everything signed" in collected.done("admin-1", "log", "checkpoint")
    assert "matches its digests" in collected.done("inv-1", "evidence", "verify", CASE)
    assert collected.run("aud-1", "log", "show")[0] == 2


def test_one_item_is_shown_and_terminal_codes_in_it_are_not(terminal: Terminal) -> None:
    terminal.world.declare(1)
    evidence = terminal.world.collect(CASE, ("First.", "Second \x1b[31m[bold]text[/bold]\u202e."))[0]
    shown = terminal.done("inv-1", "evidence", "open", evidence, "--reason", "find", "--item", "2")
    assert "First." not in shown
    assert "[U+001B]" in shown
    assert "[bold]text[/bold][U+202E]" in shown
    assert "\x1b" not in shown


def test_every_place_of_a_phrase_is_found_in_code_points(terminal: Terminal) -> None:
    terminal.world.declare(1)
    evidence = terminal.world.collect(CASE, ("\U0001f331 grow, grow",))[0]
    places = terminal.done("inv-1", "evidence", "open", evidence, "--reason", "find", "--find", stdin="grow\n")
    rows = [[cell.strip() for cell in line.split("│")[1:5]] for line in places.splitlines() if evidence in line]
    assert rows == [[evidence, "1", "2", "6"], [evidence, "1", "8", "12"]]
    code, _, err = terminal.run("inv-1", "evidence", "open", evidence, "--reason", "find", "--find", stdin="")
    assert (code, "phrase_missing" in err) == (2, True)


def test_a_finding_is_corrected_listed_and_withdrawn(found: Terminal) -> None:
    finding_id = f"{CASE}.F1"
    text = finding(found, "The candidate wrote about having driven at twice the limit.")
    assert f"superseded by {finding_id}v2" in found.done("inv-1", "finding", "correct", finding_id, "-", stdin=text)
    listed = found.done("rev-1", "finding", "list", CASE)
    assert "not corroborated" in listed
    assert "superseded" in listed
    assert "none recorded" in found.done("inv-1", "finding", "show", f"{finding_id}v2")
    found.done("inv-1", "finding", "withdraw", f"{finding_id}v2")
    assert "withdrawn" in found.done("inv-1", "finding", "list", CASE)


def test_a_place_is_removed_and_given_back(found: Terminal) -> None:
    found.done("inv-1", "draft", "prepare", CASE)
    where = ("--finding", f"{CASE}.F1", "--field", "quotation", "--start", "0", "--end", "9")
    assert "D2 takes the place" in found.done(
        "inv-1", "draft", "redact", f"{CASE}.D1", *where, "--class", "PC_RELIGION"
    )
    shown = found.done("inv-1", "draft", "show", f"{CASE}.D2")
    assert "[1: Synthetic]" in shown
    assert "0 to 9: PC_RELIGION" in shown
    assert "The board reads: [removed] post two" in shown
    found.done("inv-1", "draft", "restore", f"{CASE}.D2", *where)
    assert "[removed]" not in found.done("inv-1", "draft", "show", f"{CASE}.D3")
    for wrong, expected in (
        (("redact", f"{CASE}.D3", *where, "--class", "PC_NOTHING"), "unknown_class"),
        (("redact", f"{CASE}.D3", *where[:-1], "0", "--class", "PC_RELIGION"), "not one of those"),
        (("redact", f"{CASE}.D3", *where[:-3], "9", "--end", "9", "--class", "PC_RELIGION"), "span_empty"),
        (("restore", f"{CASE}.D1", *where), "draft_superseded"),
    ):
        code, _, err = found.run("inv-1", "draft", *wrong)
        assert code in {2, 4}
        assert expected in err


def test_a_failed_validation_ends_with_1_and_names_the_kinds(found: Terminal) -> None:
    found.done("inv-1", "draft", "prepare", CASE)
    found.done("inv-1", "draft", "confirm", f"{CASE}.D1")
    found.world.find(CASE, corroborated=False)
    code, out, _ = found.run("inv-1", "validate", f"{CASE}.D2")
    assert code == 1
    assert "findings_changed" in out
    assert "Failed." in out


def test_a_returned_draft_goes_back_with_its_reason(found: Terminal) -> None:
    draft = found.world.submit(CASE)
    back = ("review", "return", draft, "--reason", "not_neutral", "--note-file", "-")
    code, _, err = found.run("rev-1", *back, stdin="no")
    assert (code, "note_missing" in err) == (2, True)
    said = found.done("rev-1", *back, stdin="Shorten the narrative, please.")
    assert f"{draft}.review-1" in said
    assert "Shorten the narrative" in found.done("inv-1", "review", "note", f"{draft}.review-1")
    assert "returned by rev-1" in found.done("inv-1", "case", "show", CASE)
    code, _, err = found.run("rev-1", *back, stdin="Once more the same.")
    assert (code, "(state: out_of_order)" in err) == (4, True)
    assert found.run("board-1", "review", "note", f"{draft}.review-1")[0] == 3


def test_the_reviewer_reads_what_the_board_would(found: Terminal) -> None:
    found.world.submit(CASE)
    for more in ((), ("--plain",)):
        read = found.done("rev-1", "review", "read", CASE, *more)
        assert "not yet: this is a draft" in read
        assert TEXTS[1] in read
        assert "Sealed to" not in read


def test_a_long_text_is_not_cut_off_where_there_is_no_screen(
    collected: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    text = "The candidate wrote about speed. " * 20 + "It ends with the word quenched."
    collected.world.find(CASE, narrative=text)
    collected.world.submit(CASE)
    read = " ".join(collected.done("rev-1", "review", "read", CASE).split())
    assert "It ends with the word quenched." in read
    assert TEXTS[1] in read


def test_a_step_shows_the_days_that_are_looked_at(terminal: Terminal) -> None:
    terminal.world.declare(1)
    with terminal.world.office.store.transaction() as tx:
        step = expand(tx, tx.get(Case, CASE))[0]
        opened_on = f"{tx.get(Round, 'R1').opened_at:%Y-%m-%d}"
    shown = terminal.done("inv-1", "step", "show", step.id)
    assert f" to {opened_on}, and nothing outside it" in shown


def test_a_failed_check_says_what_to_do(found: Terminal) -> None:
    draft = found.world.draft(CASE)
    found.world.find(CASE)
    code, out, _ = found.run("inv-1", "validate", draft)
    assert (code, "findings_changed" in out, f"`vetting draft prepare {CASE}`" in " ".join(out.split())) == (
        1,
        True,
        True,
    )


def test_an_item_that_is_not_there_is_refused(collected: Terminal) -> None:
    evidence = collected.world.evidence(CASE)[0].id
    code, _, err = collected.run("inv-1", "evidence", "open", evidence, "--reason", "find", "--item", "99")
    assert (code, "(input: no_such_item)" in err) == (2, True)


def test_what_needs_one_case_or_one_round_says_so(terminal: Terminal) -> None:
    for arguments in (("draft", "prepare"), ("release",), ("release", CASE, "--round", "R1")):
        code, _, err = terminal.run("inv-1", *arguments)
        assert (code, "(input: case_or_round)" in err) == (2, True)


@pytest.mark.attacks("retention_and_disposal")
def test_holds_and_disposal_need_two_people_each(found: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    world = found.world
    for person in ("rec-1", "rec-2"):
        world.add_person(person)
        found.done("admin-1", "person", "role", person, "--role", "records_officer")
    world.release(CASE)
    world.declare(2, accounts=0)
    world.collect("R1.002")
    world.release("R1.002")
    found.done("admin-1", "round", "close", "R1")
    found.done("rec-1", "retention", "hold", "R1", "--reason", "audit", "--case", CASE)
    assert "R1.hold-1" in found.done("rec-1", "retention", "due", "R1")
    later = clock.now() + timedelta(days=800)
    monkeypatch.setattr(clock, "_source", lambda: later)
    authorise = ("retention", "authorise", CASE, "--authority", "RC-075-2028-014")
    assert "under_hold" in found.run("rec-1", *authorise)[2]
    assert "four_eyes" in found.run("rec-1", "retention", "lift", "R1.hold-1")[2]
    found.done("rec-2", "retention", "lift", "R1.hold-1")
    found.done("rec-1", *authorise)
    code, _, err = found.run("admin-1", "retention", "dispose", CASE, stdin="n\n")
    assert (code, "Stopped" in err) == (130, True)
    assert world.case(CASE).state is CaseState.RELEASED
    assert "its key is destroyed" in found.done("admin-1", "retention", "dispose", CASE, "--yes")
    assert world.case(CASE).state is CaseState.DISPOSED
    assert "RC-075-2028-014" in found.done("rec-1", "retention", "due", "R1")
    code, _, err = found.run("inv-1", "evidence", "open", f"{CASE}.E1", "--reason", "find")
    assert (code, "(state: disposed)" in err) == (4, True)
    assert found.run("rec-1", "retention", "due", "R1", "--rule", "nonsense")[0] == 2


def test_the_schedule_needs_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    from vetting.cli.main import call

    assert call(["retention", "schedule"]) == 0
    assert "applicant-case" in capsys.readouterr().out
