"""Law 11 through the real doors: words planted in name, handle, posts and notes are found nowhere outside vault and sealed summary."""

import base64
import contextlib
import gzip
import json
import os
import secrets
import subprocess
import sys
import threading
import zlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

from tests.functional.by_commands import Words

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
ROOT = Path(__file__).resolve().parents[2]
LETTERS = "bcdfghjklmnpqrstvwxz"


@dataclass(frozen=True)
class Played:
    """What a round left behind."""

    words: Words
    folder: Path
    temp: Path
    printed: bytes
    arguments: bytes
    """Arguments and environment-free command lines of every process seen meanwhile."""

    @property
    def tokens(self) -> dict[str, str]:
        """What was planted, by place."""
        return asdict(self.words)


def token() -> str:
    """A word that nothing else contains and that looks like no password."""
    return "".join(secrets.choice(LETTERS) for _ in range(12))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    words = Words(token().capitalize(), token(), token(), token(), token())
    folder, temp = tmp_path_factory.mktemp("round"), tmp_path_factory.mktemp("temp")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VETTING_")}
    environment |= {"PYTHONPATH": str(ROOT), "TMPDIR": str(temp), "HOME": str(temp), "COLUMNS": "300"}
    process = subprocess.Popen(
        [sys.executable, "-X", "dev", "-m", "tests.functional.by_commands", str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environment,
    )
    over = threading.Event()
    seen: set[bytes] = set()
    watcher = threading.Thread(target=_watch, args=(over, seen))
    watcher.start()
    try:
        printed, _ = process.communicate(json.dumps({"words": asdict(words), "loopback": False}).encode(), timeout=500)
    finally:
        over.set()
        watcher.join()
    assert process.returncode == 0, printed[-3000:].decode(errors="replace")
    return Played(words, folder, temp, printed, b"\n".join(seen))


def _watch(over: threading.Event, seen: set[bytes]) -> None:
    while not over.wait(0.05):
        for file in Path("/proc").glob("[0-9]*/cmdline"):
            with contextlib.suppress(OSError):
                seen.add(file.read_bytes())


def forms(word: str) -> Iterator[bytes]:
    """The ways in which a word may lie somewhere: cases, encodings, base64 at each offset, hexadecimal."""
    for text in {word, word.lower(), word.upper(), word.capitalize(), word[::-1]}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            data = text.encode(encoding)
            yield from (data, data.hex().encode(), data.hex().upper().encode())
            for shift in range(3):
                for encode in (base64.b64encode, base64.urlsafe_b64encode):
                    yield encode(b"x" * shift + data)[4 if shift else 0 : -4]


def holds(data: bytes, word: str) -> bool:
    """Whether data holds the word in any form, also packed."""
    unpacked = [data]
    with contextlib.suppress(OSError, EOFError, zlib.error):
        unpacked.append(gzip.decompress(data))
    return any(form in part for part in unpacked for form in forms(word))


def test_search_finds_what_is_planted(played: Played) -> None:
    """The search itself works: the declarations file, which the candidates gave, holds name and handle."""
    given = (played.folder / "given/declarations.yaml").read_bytes()
    assert holds(given, played.words.name)
    assert holds(given, played.words.handle)
    assert holds(base64.b64encode(given), played.words.handle)
    assert holds(gzip.compress(given), played.words.handle)
    assert b"prefect.server.api.server:create_app" in played.arguments, "the watcher saw the workflow server"


def test_no_file_holds_content(played: Played) -> None:
    """Neither database, vault, log, report, sealed summary, Prefect's files nor anything temporary; also no file name."""
    given = played.folder / "given"
    files = [
        f for root in (played.folder, played.temp) for f in root.rglob("*") if f.is_file() and given not in f.parents
    ]
    names = "\n".join(str(f.relative_to(f.anchor)) for f in files)
    assert {"vetting.db", "prefect.db", "sealed.json", "uniformity.html"} <= {f.name for f in files}
    for place, word in played.tokens.items():
        assert not holds(names.encode(), word), f"a file name holds the {place}"
        for file in files:
            assert not holds(file.read_bytes(), word), f"{file.name} holds the {place}"


def test_no_output_holds_content(played: Played) -> None:
    """Commands that do not show content on purpose print none, also when they refuse; nor does the opened summary."""
    assert b"(input: " in played.printed, "refusals are part of what was printed"
    assert b"Finding 1" in played.printed, "the opened summary is part of what was printed"
    for place, word in played.tokens.items():
        assert not holds(played.printed, word), f"the {place} was printed"
    assert b"Traceback" not in played.printed
    assert b"Warning" not in played.printed


def test_no_process_argument_holds_content(played: Played) -> None:
    for place, word in played.tokens.items():
        assert not holds(played.arguments, word), f"an argument of a process holds the {place}"
