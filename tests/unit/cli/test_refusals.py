"""What the command line says when it refuses: an exit code for each family, what to do, and never what was typed or read."""

from pathlib import Path

import pytest

from schemas.event import Result
from tests.unit.cli.terminal import SECRET, Terminal
from tests.world import PASSPHRASE, person_key
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.errors import InputError
from vetting.keys.person import PersonKey


def declaration(number: int, more: str = "") -> str:
    return (
        f"  - candidate: {number}\n    identity: {{full_name: {SECRET}, birth_date: 1990-01-02}}\n"
        f"    accounts: [{{platform: mastodon, url: 'http://127.0.0.1:9/@synthetic{number}'{more}}}]\n"
    )


HEAD = "notice_version: 2026-1\nnotice_acknowledged_on: 2026-01-04\ndeclarations:\n"


def test_an_unknown_id_is_an_input_error(terminal: Terminal) -> None:
    code, _, err = terminal.run("inv-1", "finding", "show", "R1.001.F9")
    assert (code, "R1.001.F9" in err, "(input: unknown_id)" in err) == (2, True, True)


def test_an_unknown_id_that_looks_like_a_name_is_not_repeated(terminal: Terminal) -> None:
    code, _, err = terminal.run("inv-1", "case", "show", SECRET)
    assert (code, "with the id given" in err) == (2, True)


def test_a_person_who_may_not_is_a_policy_error_with_the_remedy(terminal: Terminal) -> None:
    terminal.world.declare(1)
    evidence = terminal.world.collect("R1.001")[0]
    for person, expected in (
        ("aud-1", "not_permitted"),
        ("board-1", "decision_maker_looks"),
        ("admin-1", "not_permitted"),
    ):
        code, out, err = terminal.run(person, "evidence", "open", evidence, "--reason", "find")
        assert (code, out) == (3, "")
        assert f"(policy: {expected})" in err
        assert "What to do:" in err


def test_too_early_is_a_state_error(terminal: Terminal) -> None:
    code, _, err = terminal.run("admin-1", "round", "close", "R1")
    assert (code, "(state: candidates_unfinished)" in err) == (4, True)


def test_altered_evidence_is_an_integrity_error(terminal: Terminal) -> None:
    terminal.world.declare(1)
    evidence = terminal.world.collect("R1.001")[0]
    row = next(e for e in terminal.world.evidence("R1.001") if e.id == evidence)
    stored = next(p for p in (terminal.folder / "home" / "vault").rglob("*") if p.name == row.object)
    data = bytearray(stored.read_bytes())
    data[-1] ^= 1
    stored.chmod(0o600)
    stored.write_bytes(bytes(data))
    code, _, err = terminal.run("inv-1", "evidence", "verify", "R1.001")
    assert (code, evidence in err, "(integrity: evidence_altered)" in err) == (5, True, True)


def test_a_wrong_agency_passphrase_is_refused(terminal: Terminal) -> None:
    (terminal.folder / "phrase").write_text("another passphrase of words")
    code, _, err = terminal.run("inv-1", "case", "list", "R1")
    assert (code, "(policy: wrong_passphrase)" in err) == (3, True)


def test_a_key_that_is_not_enrolled_is_refused(terminal: Terminal) -> None:
    code, _, err = terminal.run("stranger", "case", "list", "R1")
    assert (code, "(policy: sign_in_refused)" in err) == (3, True)


def test_another_key_under_an_enrolled_id_is_refused_and_recorded(terminal: Terminal) -> None:
    PersonKey.create("inv-1").save(terminal.folder / "inv-1.key.json", None, unsafe_no_passphrase=True)
    code, _, err = terminal.run("inv-1", "case", "list", "R1")
    assert (code, "(policy: sign_in_refused)" in err) == (3, True)
    with terminal.world.office.store.reading() as tx:
        last = events(tx)[-1]
    assert (last.action, last.result, last.subject) == (Action.SIGNIN_DONE, Result.REFUSED, "inv-1")


def test_the_agencys_passphrase_is_never_tried_on_a_persons_key(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_prompt: str) -> str:
        raise EOFError

    person_key("inv-1").save(terminal.folder / "inv-1.key.json", PASSPHRASE)
    monkeypatch.setattr("getpass.getpass", nobody)
    code, _, err = terminal.run("inv-1", "case", "list", "R1")
    assert (code, "(input: no_terminal)" in err) == (2, True)
    monkeypatch.setenv("VETTING_KEY_PASSPHRASE_FILE", str(terminal.folder / "phrase"))
    assert terminal.run("inv-1", "case", "list", "R1")[0] == 0


@pytest.mark.parametrize(
    "wrong",
    [
        ("case", "show", "R1.001", SECRET),
        ("finding", "corroborate", "R1.001.F1", "--means", SECRET, "--verdict", "confirmed"),
        ("evidence", "open", "R1.001.E1", "--reason", "find", "--item", SECRET),
        (SECRET,),
    ],
)
def test_wrong_use_does_not_repeat_what_was_typed(terminal: Terminal, wrong: tuple[str, ...]) -> None:
    code, out, err = terminal.run("inv-1", *wrong)
    assert (code, out) == (2, "")
    assert "--help" in err


@pytest.mark.parametrize(
    ("wrong", "taken"),
    [
        (("evidence", "open", "R1.001.E1", "--reason", "x"), "find, validate, redact"),
        (("person", "credential", "inv-1", "--kind", "training", "--from", "1/2/2026"), "2026-01-31"),
        (("round", "add-candidate", "R1", "--number", "0"), "a whole number from 1 to 9999"),
        (
            ("finding", "attribute", "R1.001.A1", "--status", "attributed", "--factor", "x"),
            "declared, candidate_confirms",
        ),
    ],
)
def test_wrong_use_says_what_would_be_taken(terminal: Terminal, wrong: tuple[str, ...], taken: str) -> None:
    code, _, err = terminal.run("inv-1", *wrong)
    assert (code, taken in err) == (2, True)


@pytest.mark.parametrize(
    "text",
    [
        f"code: reckless\n{SECRET}: x\n",
        f"code: reckless\nnarrative: [{SECRET}\n",
        f"code: {SECRET}\nbasis: [{SECRET}]\ncitations: []\nnarrative: short\n",
        f"!{SECRET.replace(' ', '')} x",
        f"- {SECRET}\n",
    ],
)
def test_a_malformed_finding_is_refused_by_line_without_its_words(terminal: Terminal, text: str) -> None:
    code, out, err = terminal.run("inv-1", "finding", "add", "R1.001", "-", stdin=text)
    assert (code, out) == (2, "")
    assert "the finding" in err
    assert "Quillfeather" not in err


def test_an_unexpected_fault_shows_its_type_and_place_only(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("vetting.cases.status.case_lines", broken)
    code, _, err = terminal.run("inv-1", "case", "list", "R1")
    assert code == 1
    assert "ValueError" in err
    assert "test_refusals.py" in err


def test_one_refused_candidate_does_not_stop_the_others(terminal: Terminal) -> None:
    terminal.world.declare(1)
    file = terminal.folder / "d.yaml"
    file.write_text(HEAD + declaration(1) + declaration(2))
    code, out, err = terminal.run("inv-1", "declare", str(file), "--round", "R1")
    assert code == 2
    assert "Candidate 2: declaration version 1 recorded, 1 account." in out
    assert "(input: version_differs)" in err
    assert "Not recorded: 1." in err
    assert terminal.world.case("R1.002").state == "declared"


def test_a_file_with_an_authenticator_is_refused_whole_and_recorded(terminal: Terminal) -> None:
    file = terminal.folder / "d.yaml"
    file.write_text(HEAD + declaration(1) + declaration(2, ", password: hunter2-hunter2"))
    code, out, err = terminal.run("inv-1", "declare", str(file), "--round", "R1")
    assert (code, out) == (2, "")
    assert "hunter2" not in err
    assert "law 4" in err
    assert terminal.world.case("R1.001").state == "open"
    with terminal.world.office.store.reading() as tx:
        last = events(tx)[-1]
    assert (last.action, last.result, last.round) == (Action.DECLARATION_RECORDED, Result.REFUSED, "R1")
    assert (last.code or "").startswith("authenticator_")


def test_a_text_is_asked_for_only_where_somebody_can_answer(terminal: Terminal) -> None:
    code, _, err = terminal.run(
        "inv-1", "deviation", "request", "R1", "--kind", "other", "--reason", "safety", stdin="nobody types this"
    )
    assert (code, "(input: text_missing)" in err) == (2, True)


def test_a_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    from vetting.cli.given import read_text

    (tmp_path / "note").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError) as refusal:
        read_text(tmp_path / "note", "?")
    assert refusal.value.code == "text_not_utf8"


def test_an_exported_file_is_private_and_never_written_over(terminal: Terminal) -> None:
    terminal.world.declare(1)
    evidence = terminal.world.collect("R1.001")[0]
    target = terminal.folder / "capture"
    command = ("evidence", "export", evidence, "--reason", "validate", "--out", str(target))
    assert terminal.run("inv-1", *command)[0] == 0
    assert target.stat().st_mode & 0o777 == 0o600
    code, _, err = terminal.run("inv-1", *command)
    assert (code, "(input: file_exists)" in err) == (2, True)


def test_a_manual_step_cannot_end_in_captured_without_a_file(terminal: Terminal) -> None:
    terminal.world.declare(1)
    statement = "{method: signed_out_public_page, captured_at: 2026-01-05T10:00:00Z, address: x, tool: Synthetic 1}"
    with terminal.world.office.store.transaction() as tx:
        from schemas.case import Case
        from vetting.cases import expand

        step = expand(tx, tx.get(Case, "R1.001"))[0].id
    for outcome in ("captured", "failed"):
        code, _, err = terminal.run(
            "inv-1", "step", "record", step, "--outcome", outcome, "--statement", "-", stdin=statement
        )
        assert (code, "(input: outcome_needs_file)" in err) == (2, True)
    code, _, err = terminal.run(
        "inv-1", "step", "record", step, "--outcome", "not_found", "--statement", "-", stdin=statement
    )
    assert (code, "(policy: method_not_listed)" in err) == (3, True)
