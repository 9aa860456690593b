"""`vetting key`, `vetting open` and `vetting log verify` as their users call them."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from tests.simulators.auditlog import export, log, signed
from tests.simulators.sealing import agency, summary_for
from vetting.cli.key import app as key_app
from vetting.cli.logverify import verify_command
from vetting.cli.open import open_command
from vetting.errors import VettingError
from vetting.keys.files import to_json, write_new
from vetting.keys.person import read_person_public
from vetting.sealing.seal import seal

PHRASE = "a synthetic passphrase of words"
AGENCY = agency()

app = typer.Typer()
app.add_typer(key_app, name="key")
app.command("open")(open_command)
app.command("verify")(verify_command)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A reader's folder: a passphrase file and the agency's public file."""
    write_new(tmp_path / "phrase", PHRASE.encode())
    write_new(tmp_path / "agency.pub.json", to_json(AGENCY.public.model_dump(mode="json")))
    return tmp_path


def run(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def refused(code: str, *arguments: object) -> None:
    with pytest.raises(VettingError) as refusal:
        CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)
    assert refusal.value.code == code


def test_person_makes_keys_and_reads_a_summary_sealed_to_them(folder: Path) -> None:
    made = run(
        "key",
        "new",
        "--out",
        folder / "me.key.json",
        "--id",
        "board-1",
        "--passphrase-file",
        folder / "phrase",
    )
    public = read_person_public(folder / "me.pub.json")
    assert public.id == "board-1"
    spoken = " ".join(public.thumbprint[at : at + 4] for at in range(0, 64, 4))
    assert spoken in made
    for file in ("me.key.json", "me.pub.json"):
        shown = run("key", "show", folder / file)
        assert spoken in shown
        assert "board-1" in shown
    sealed = folder / "c4.sealed.json"
    sealed.write_bytes(seal(summary_for([public]), [public], AGENCY))
    arguments = (sealed, "--key", folder / "me.key.json", "--passphrase-file", folder / "phrase")
    before = {path.name for path in folder.iterdir()}
    assert "Synthetic quotation." in run("open", *arguments)
    assert "Synthetic quotation." in run("open", *arguments, "--plain", "--case", "round-1-c4", "--round", "round-1")
    assert {path.name for path in folder.iterdir()} == before
    refused("wrong_case", "open", *arguments, "--case", "round-1-c5")
    refused("superseded", "open", *arguments, "--least-version", "2")
    other = folder / "other.pub.json"
    write_new(other, to_json(agency().public.model_dump(mode="json")))
    refused("wrong_agency", "open", *arguments, "--agency", other)
    (folder / "phrase").write_text(PHRASE + " wrong")
    refused("wrong_passphrase", "open", *arguments)


def test_new_keys_refuse_a_taken_name_a_bad_id_and_a_short_passphrase(folder: Path) -> None:
    out = folder / "me.key.json"
    refused("person_id", "key", "new", "--out", out, "--id", "two words", "--passphrase-file", folder / "phrase")
    (folder / "me.pub.json").write_text("{}")
    refused("file_exists", "key", "new", "--out", out, "--id", "board-1", "--passphrase-file", folder / "phrase")
    (folder / "me.pub.json").unlink()
    (folder / "phrase").write_text("short")
    refused(
        "passphrase_too_short",
        "key",
        "new",
        "--out",
        out,
        "--id",
        "board-1",
        "--passphrase-file",
        folder / "phrase",
    )
    assert not out.exists()


def test_show_refuses_another_file(folder: Path) -> None:
    refused("not_a_key_file", "key", "show", folder / "phrase")
    refused("file_not_readable", "key", "show", folder / "absent")


def test_auditor_verifies_a_log_and_keeps_its_checkpoint_for_the_next_visit(folder: Path) -> None:
    events = log(9)
    key, kept = folder / "agency.pub.json", folder / "kept.txt"
    first = run("verify", export(folder / "first", events[:5], AGENCY), "--key", key, "--keep", kept)
    assert "No earlier checkpoint" in first
    assert kept.read_text(encoding="utf-8") == signed(events, AGENCY, 5)
    second = run("verify", export(folder / "second", events, AGENCY), "--key", key, "--earlier", kept)
    assert "continues the log of 5 events" in second
    refused(
        "log_truncated",
        "verify",
        export(folder / "third", events[:4], AGENCY),
        "--key",
        key,
        "--earlier",
        kept,
    )
    refused("file_exists", "verify", folder / "second", "--key", key, "--keep", kept)
