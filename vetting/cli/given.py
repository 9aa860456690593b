"""What a person gives a command: files, standard input, or what they type. Content never comes as a process argument.

Arguments of a process can be read by everybody on the machine and stay in the shell's history (law 11). No editor is
started for the same reason: editors keep copies in files of their own.
"""

import sys
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from vetting.errors import InputError

Model = TypeVar("Model", bound=BaseModel)

_STDIN = Path("-")
_MAX_TEXT = 1 << 20
"""Bytes of a text or a YAML file; a note has a few hundred."""


def read_file(path: Path, most: int = _MAX_TEXT) -> bytes:
    """The bytes of a file, or of standard input for `-`.

    Raises:
        InputError: `file_not_readable`, `file_too_large`.

    """
    try:
        if path == _STDIN:
            data = sys.stdin.buffer.read(most + 1)
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError as error:
        # The name of a file may be a candidate's; the person knows which one they gave.
        raise InputError(
            "file_not_readable", f"The file given cannot be read ({error.strerror}).", remedy="Check its name."
        ) from None
    if len(data) > most:
        raise InputError("file_too_large", f"The file given is larger than {most} bytes.", remedy="Give a smaller one.")
    return data


def read_text(path: Path | None, prompt: str) -> str:
    """A text from a file, from standard input (`-`), or typed: lines up to an empty one.

    Raises:
        InputError: `text_missing` where there is nobody to ask, `text_not_utf8`, and those of `read_file`.

    """
    if path is None:
        return _typed(prompt)
    try:
        return read_file(path).decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise InputError("text_not_utf8", "The text given is not UTF-8.", remedy="Save it as UTF-8.") from None


def read_content(path: Path, model: type[Model], what: str) -> Model:
    """A YAML file, or standard input, as a model; messages name lines and fields, never what stands there.

    Raises:
        InputError: `config_malformed`, `config_invalid`, and those of `read_file`.

    """
    from vetting.policy.files import parse_yaml

    return parse_yaml(read_file(path), model, shown=what, content=True)


def _typed(prompt: str) -> str:
    if not sys.stdin.isatty():
        raise InputError(
            "text_missing",
            "A text is needed and there is no keyboard to ask.",
            remedy="Give it in a file, or on standard input with -.",
        )
    sys.stderr.write(f"{prompt} (end with an empty line)\n")
    lines: list[str] = []
    for line in sys.stdin:
        if not line.strip():
            break
        lines.append(line.rstrip("\n"))
    return "\n".join(lines).strip()
