"""Passphrases come from a closed file or the keyboard."""

import getpass
import subprocess
import sys
from pathlib import Path

import pytest

from vetting.errors import InputError, PolicyError, VettingError
from vetting.keys.passphrase import check_new_passphrase, read_passphrase

PHRASE = "a synthetic passphrase of words"


def secret_file(folder: Path, content: bytes, mode: int = 0o600) -> Path:
    path = folder / "secret.txt"
    path.write_bytes(content)
    path.chmod(mode)
    return path


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person types, line by line."""
    lines: list[str] = []
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: lines.pop(0))
    return lines


@pytest.mark.parametrize("ending", [b"", b"\n", b"\r\n"])
def test_passphrase_from_a_file(tmp_path: Path, ending: bytes) -> None:
    assert read_passphrase("?", file=secret_file(tmp_path, PHRASE.encode() + ending)) == PHRASE


def test_passphrase_of_the_agency_is_not_taken_for_a_persons(
    tmp_path: Path, typed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VETTING_PASSPHRASE_FILE", str(secret_file(tmp_path, b"the passphrase of the agency")))
    typed += [PHRASE]
    assert read_passphrase("?") == PHRASE


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644, 0o620])
def test_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(PolicyError) as refusal:
        read_passphrase("?", file=secret_file(tmp_path, PHRASE.encode(), mode))
    assert refusal.value.code == "passphrase_file_open"
    assert PHRASE not in refusal.value.diagnostics()


@pytest.mark.parametrize("content", [b"", b"\n", b"two\nlines", b"\xff\xfe", b"x" * 2000])
def test_file_without_one_line_of_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError) as refusal:
        read_passphrase("?", file=secret_file(tmp_path, content))
    assert refusal.value.code == "passphrase_file"


def test_absent_file_or_device_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "absent", tmp_path, Path("/dev/null")):
        with pytest.raises(InputError) as refusal:
            read_passphrase("?", file=path)
        assert refusal.value.code == "passphrase_file"


def test_typed_passphrase_is_asked_once_for_an_old_key_and_twice_for_a_new(typed: list[str]) -> None:
    typed += [PHRASE]
    assert read_passphrase("?") == PHRASE
    typed += [PHRASE, PHRASE]
    assert read_passphrase("?", new=True) == PHRASE
    assert typed == []


def test_two_different_typings_are_refused(typed: list[str]) -> None:
    typed += [PHRASE, PHRASE + "x"]
    with pytest.raises(InputError) as refusal:
        read_passphrase("?", new=True)
    assert refusal.value.code == "passphrase_differs"


def test_nothing_typed_or_no_keyboard_is_refused(typed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    typed += [""]
    with pytest.raises(InputError) as refusal:
        read_passphrase("?")
    assert refusal.value.code == "passphrase_empty"

    def no_keyboard(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", no_keyboard)
    with pytest.raises(InputError) as refusal:
        read_passphrase("?")
    assert refusal.value.code == "no_terminal"


def test_passphrase_is_not_read_from_a_pipe_where_it_would_show() -> None:
    command = [sys.executable, "-c", "from vetting.keys.passphrase import read_passphrase; read_passphrase('?')"]
    run = subprocess.run(
        command, input=PHRASE + "\n", capture_output=True, text=True, check=False, start_new_session=True
    )
    assert run.returncode != 0
    assert "no keyboard to ask" in run.stderr
    assert PHRASE not in run.stdout + run.stderr


@pytest.mark.parametrize("text", ["short", "fourteen chars", "aaaaaaaaaaaaaaaaaaaa", "abababababababababab"])
def test_new_passphrase_that_is_easily_guessed_is_refused(text: str) -> None:
    with pytest.raises(VettingError) as refusal:
        check_new_passphrase(text)
    assert refusal.value.code == "passphrase_too_short"


def test_short_passphrase_of_an_existing_key_is_still_read(typed: list[str]) -> None:
    typed += ["short"]
    assert read_passphrase("?") == "short"
