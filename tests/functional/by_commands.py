"""A small round through the real commands, in a process of its own: `python -m tests.functional.by_commands FOLDER < words.json`.

Two synthetic candidates on a simulator in this same process; the words given stand in name, handle, posts and notes.
Prints each command's name and whatever the command prints, so that a test can look through all of it. With
`loopback`, the process first brings up the loopback of the network namespace it was started in.
"""

import contextlib
import fcntl
import io
import json
import os
import socket
import struct
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from tests.simulators.fediverse import FediverseSim, SimAccount, SimPost

ROUND = "2026-C"
PEOPLE = ("admin-1", "inv-1", "rev-1", "board-1", "aud-1")
PHRASE = "synthetic passphrase of words"
NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Words:
    """What is planted where."""

    name: str = "Specimen"
    handle: str = "specimen_one"
    post: str = "tomatoes"
    note: str = "kitchen"
    refused: str = "letmein"


def main() -> None:
    folder = Path(sys.argv[1])
    order = json.load(sys.stdin)
    if order["loopback"]:
        _loopback_up()
    words = Words(**order["words"])
    quotation = f"I did 110 in a 55 last night, says {words.handle} to everybody."
    posts = [
        SimPost(text, NOW - timedelta(days=9 + n)) for n, text in enumerate((quotation, f"About {words.post} again."))
    ]
    os.chdir(folder)
    with FediverseSim([SimAccount(words.handle, posts=posts, display_name=f"Synthia {words.name}")]) as fediverse:
        print(f"simulator {fediverse.port}", flush=True)
        _round(fediverse, words, quotation)


def _round(fediverse: FediverseSim, words: Words, quotation: str) -> None:
    case = f"{ROUND}.001"
    _people()
    Path("given/round.yaml").write_text(yaml.safe_dump(_round_file()), encoding="utf-8")
    do("admin-1", "round", "open", "given/round.yaml")
    entry: dict[str, Any] = {
        "round": ROUND,
        "kind": "entry",
        "notice_version": "2026-1",
        "notice_acknowledged_on": f"{NOW:%Y-%m-%d}",
    }
    one = {**entry, "candidate": 1, "identity": {"full_name": f"Synthia {words.name}"}}
    two = {**entry, "candidate": 2, "identity": {"full_name": f"Testina {words.name}"}, "none_declared": True}
    bad = {"platform": "mastodon", "handle": f"{words.handle} password: {words.refused}77"}
    good = {"platform": "mastodon", "url": f"{fediverse.base_url}/@{words.handle}"}
    for accounts, code in (([bad], 2), ([good], 0)):
        text = yaml.safe_dump({"declarations": [{**one, "accounts": accounts}, two]})
        Path("given/declarations.yaml").write_text(text, encoding="utf-8")
        do("inv-1", "declare", "given/declarations.yaml", "--round", ROUND, code=code)
    do("inv-1", "collect", ROUND)
    do("inv-1", "case", "show", case)
    do("inv-1", "evidence", "list", case)
    do("inv-1", "evidence", "verify", case)
    do("board-1", "evidence", "open", f"{case}.E2", "--reason", "find", code=3)
    finding = {
        "code": "reckless",
        "basis": ["conduct"],
        "citations": [{"evidence": f"{case}.E2", "item": 1, "start": 0, "end": len(quotation)}],
        "narrative": f"The candidate, Synthia {words.name}, wrote about driving at twice the limit.",
        "quotation": quotation,
    }
    do(
        "inv-1",
        "finding",
        "add",
        case,
        "-",
        given=yaml.safe_dump({**finding, "quotation": f"{quotation} {words.post}"}),
        code=2,
    )
    do("inv-1", "finding", "add", case, "-", given=yaml.safe_dump(finding))
    do("inv-1", "finding", "attribute", f"{case}.A1", "--status", "attributed", "--factor", "declared")
    note = f"Confirmed in the interview in the {words.note}."
    do(
        "inv-1",
        "finding",
        "corroborate",
        f"{case}.F1",
        "--means",
        "interview",
        "--verdict",
        "confirmed",
        "--note-file",
        "-",
        given=note,
    )
    do(
        "inv-1", "deviation", "request", ROUND, "--kind", "other", "--reason", "other", "--note-file", "-",
        given=f"Interview held in the {words.note} for want of a room.",
    )  # fmt: skip
    do("rev-1", "deviation", "approve", f"{ROUND}.deviation-1")
    do("inv-1", "draft", "prepare", "--round", ROUND)
    for each in (case, f"{ROUND}.002"):
        do("inv-1", "draft", "confirm", f"{each}.D1")
        do("inv-1", "validate", f"{each}.D2")
        do("inv-1", "draft", "submit", f"{each}.D2")
        do("rev-1", "review", "approve", f"{each}.D2", "--certify")
    do("rev-1", "release", "--round", ROUND)
    do("board-1", "fetch", case, "--out", "sealed.json")
    do("board-1", "open", "sealed.json", "--agency", "office/keys/agency.pub.json", "--plain")
    do("inv-1", "case", "history", case)
    do("aud-1", "report", "make", ROUND, "--out", "report")


def _people() -> None:
    for name in ("people", "given"):
        Path(name).mkdir()
    phrase = Path("people/passphrase")
    phrase.touch(mode=0o600)
    phrase.write_text(f"{PHRASE}\n", encoding="ascii")
    for person in PEOPLE:
        do(person, "key", "new", "--id", person, "--out", f"people/{person}.key.json")
    do("admin-1", "init", "--agency", "Synthetic Police Department", "--admin-public", "people/admin-1.pub.json")
    for person in PEOPLE[1:]:
        do("admin-1", "person", "add", person, "--public", f"people/{person}.pub.json")
    for kind in ("sensitive_position", "confidentiality", "training"):
        do("admin-1", "person", "credential", "inv-1", "--kind", kind, "--from", f"{NOW - timedelta(days=9):%Y-%m-%d}")


def _round_file() -> dict[str, Any]:
    roles = {"inv-1": "investigator", "rev-1": "reviewer", "board-1": "decision_maker", "aud-1": "auditor"}
    return {
        "round": ROUND,
        "agency": "bridgeport",
        "position": "Police officer",
        "sworn": True,
        "plan": "declared-accounts",
        "candidates": [{"number": 1}, {"number": 2}],
        "people": [{"person": person, "role": role} for person, role in roles.items()],
    }


def do(person: str, *command: str, given: str = "", code: int = 0) -> None:
    """One command by one person; anything but the expected exit code ends the process."""
    from vetting.cli.main import call
    from vetting.settings import settings

    os.environ.update(
        VETTING_HOME="office",
        VETTING_ALLOW_PRIVATE_HOSTS="true",
        VETTING_UNPACED_TEST_HOSTS="true",
        VETTING_PASSPHRASE_FILE="people/passphrase",
        VETTING_KEY_PASSPHRASE_FILE="people/passphrase",
        VETTING_KEY=f"people/{person}.key.json",
    )
    settings.cache_clear()
    print(f"$ {person}: {' '.join(command)}", flush=True)
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    try:
        found = call(list(command))
    finally:
        sys.stdin = before
    if found != code:
        sys.exit(f"`{' '.join(command)}` ended with {found}, not {code}")


def _loopback_up() -> None:
    """What `ip link set lo up` does; and proof that nothing else can be reached, which also shows that the guard records."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as control:
        request = struct.pack("16sh", b"lo", 1 | 64)  # IFF_UP, IFF_RUNNING
        fcntl.ioctl(control, 0x8914, request)  # SIOCSIFFLAGS
    with socket.socket() as outside, contextlib.suppress(OSError):
        outside.connect(("192.0.2.1", 9))
        sys.exit("this namespace reaches the outside")


if __name__ == "__main__":
    main()
