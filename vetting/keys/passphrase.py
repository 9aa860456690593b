"""Where passphrases come from: a file that only its owner can read, or the keyboard; never an argument."""

import getpass
import os
import stat
import warnings
from pathlib import Path

from vetting.errors import InputError, PolicyError

LEAST_LENGTH = 15
"""Characters asked of a new passphrase. CJIS IA-5(1) asks at least 8; length without composition rules
serves better."""

_MOST_BYTES = 1024


def read_passphrase(prompt: str, *, new: bool = False, file: Path | None = None) -> str:
    """The passphrase from `file`, or typed without echo when there is none.

    With `new` it must be long enough and, when typed, typed twice. No file is assumed: the passphrase of the agency's
    keys (`Settings.passphrase_file`) must never be tried on a person's key, so callers name the file they mean.

    Raises: PolicyError `passphrase_file_open`, `passphrase_too_short`; InputError `passphrase_file`,
    `passphrase_differs`, `passphrase_empty`, `no_terminal`.
    """
    text = _from_file(file) if file is not None else _typed(prompt, twice=new)
    if new:
        check_new_passphrase(text)
    return text


def check_new_passphrase(text: str) -> None:
    """Refuse a passphrase that is too short, or one character over and over.

    Raises: PolicyError `passphrase_too_short`.
    """
    if len(text) < LEAST_LENGTH or len(set(text)) < 5:
        raise PolicyError(
            "passphrase_too_short",
            f"A passphrase needs at least {LEAST_LENGTH} characters, five of them different.",
            clause="CJIS IA-5(1)",
            remedy="Several unrelated words, with spaces, are easy to type and hard to guess.",
        )


def _from_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            # Asked of the open file, not of its name: the answer is about the bytes that are read next.
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise InputError("passphrase_file", f"The passphrase file {path.name} is not a regular file.")
            if os.name == "posix" and status.st_mode & 0o077:
                raise PolicyError(
                    "passphrase_file_open",
                    f"The passphrase file {path.name} can be read or changed by others on this machine.",
                    remedy=f"chmod 600 {path.name}, and if others may have read it, change the passphrase.",
                )
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            "passphrase_file", f"The passphrase file {path.name} cannot be read ({error.strerror})."
        ) from error
    try:
        text = data.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        text = ""
    if not text or len(data) > _MOST_BYTES or "\n" in text:
        raise InputError("passphrase_file", f"The passphrase file {path.name} must hold one line of text (UTF-8).")
    return text


def _typed(prompt: str, *, twice: bool) -> str:
    try:
        with warnings.catch_warnings():
            # Without a terminal, getpass would read standard input and show what is typed.
            warnings.simplefilter("error", getpass.GetPassWarning)
            text = getpass.getpass(f"{prompt}: ")
            again = getpass.getpass(f"{prompt}, again: ") if twice else text
    except (EOFError, getpass.GetPassWarning) as error:
        raise InputError(
            "no_terminal",
            "A passphrase is needed and there is no keyboard to ask.",
            remedy="Put it in a file that only you can read and name that file: --passphrase-file (or"
            " VETTING_KEY_PASSPHRASE_FILE) for your own key, VETTING_PASSPHRASE_FILE for the agency's keys.",
        ) from error
    if again != text:
        raise InputError("passphrase_differs", "The two passphrases are not the same.", remedy="Try again.")
    if not text:
        raise InputError("passphrase_empty", "No passphrase was typed.", remedy="Try again.")
    return text
