"""A whole small round through the command line alone, against a simulator that speaks the real protocol. Nothing is mocked.

Three candidates: one with a public account, one who declares none, one whose platform is captured by hand. Three of the
story's moments must be refused, by three different people.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.simulators.fediverse import NEWEST, FediverseSim, SimAccount, SimPost
from vetting.cli.main import call
from vetting.keys import locked
from vetting.settings import settings

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(280)]

PHRASE = "synthetic passphrase of words"
WORDS = "drove home at twice the limit and filmed it"
PEOPLE = ("admin-1", "admin-2", "inv-1", "rev-1", "board-1", "aud-1", "rec-1")
ROUND = """
round: 2026-A
agency: bridgeport
position: Police officer
sworn: true
plan: declared-accounts
candidates: [{number: 1}, {number: 2}, {number: 3}]
people:
  - {person: inv-1, role: investigator}
  - {person: rev-1, role: reviewer}
  - {person: board-1, role: decision_maker}
  - {person: aud-1, role: auditor}
"""
STATEMENT = """
method: signed_out_public_page
captured_at: 2026-01-05T10:00:00-05:00
address: https://www.instagram.com/synthetic3/
tool: Synthetic browser 1.0
"""
PAGE = (
    b"<!doctype html><html><body><article>"
    b"<p>Synthetic page of nobody: a picture of a garden, and a few words on it.</p></article></body></html>"
)


class Desk:
    """One person after the other at the same machine; each command is one call."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys = capsys
        self._patch = patch

    def file(self, name: str, content: str | bytes) -> str:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def run(self, who: str, *arguments: str, stdin: str = "", code: int = 0) -> str:
        """Run one command as somebody; returns what it printed."""
        if who:
            self._patch.setenv("VETTING_KEY", str(self.folder / f"{who}.key.json"))
        else:
            self._patch.delenv("VETTING_KEY", raising=False)
        self._patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        found = call(list(arguments))
        said = self._capsys.readouterr()
        assert found == code, f"{arguments}: exit code {found}\n{said.out}\n{said.err}"
        assert "Traceback" not in said.err
        assert "WARNING" not in said.err
        return said.out + said.err


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    phrase = tmp_path / "phrase"
    phrase.touch(mode=0o600)
    phrase.write_text(PHRASE)
    monkeypatch.setenv("VETTING_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VETTING_PASSPHRASE_FILE", str(phrase))
    monkeypatch.setenv("VETTING_KEY_PASSPHRASE_FILE", str(phrase))
    monkeypatch.setenv("VETTING_ALLOW_PRIVATE_HOSTS", "1")
    monkeypatch.setenv("VETTING_UNPACED_TEST_HOSTS", "1")
    monkeypatch.setattr(locked, "STANDARD", locked.UNSAFE_FAST)  # a real key takes half a second to open
    settings.cache_clear()
    yield Desk(tmp_path, capsys, monkeypatch)
    settings.cache_clear()


def install(desk: Desk) -> None:
    """Keys, installation, people, credentials."""
    for person in PEOPLE:
        desk.run("", "key", "new", "--out", str(desk.folder / f"{person}.key.json"), "--id", person)
    assert "fingerprint" in desk.run(
        "", "init", "--agency", "Synthetic Police Department", "--admin-public", str(desk.folder / "admin-1.pub.json")
    )
    for person in PEOPLE[1:]:
        desk.run("admin-1", "person", "add", person, "--public", str(desk.folder / f"{person}.pub.json"))
    desk.run("admin-1", "person", "role", "admin-2", "--role", "administrator")
    desk.run("admin-1", "person", "role", "rec-1", "--role", "records_officer")
    for kind in ("sensitive_position", "confidentiality", "training"):
        desk.run("admin-1", "person", "credential", "inv-1", "--kind", kind, "--from", "2026-01-01")
    assert "inv-1" in desk.run("admin-1", "person", "list")


def declarations(simulator: FediverseSim) -> str:
    return f"""
notice_version: 2026-1
notice_acknowledged_on: 2026-01-04
declarations:
  - candidate: 1
    identity: {{full_name: Synthia Testcase, birth_date: 1990-01-02}}
    accounts: [{{platform: mastodon, url: "{simulator.base_url}/@synthetic1"}}]
  - candidate: 2
    identity: {{full_name: Nona Testcase, birth_date: 1991-01-02}}
    accounts: none
  - candidate: 3
    identity: {{full_name: Trina Testcase, birth_date: 1992-01-02}}
    accounts: [{{platform: instagram, handle: synthetic3}}]
"""


def finding(evidence: str, place: tuple[str, str, str]) -> str:
    item, start, end = place
    return f"""
code: reckless
basis: [conduct]
citations: [{{evidence: {evidence}, item: {item}, start: {start}, end: {end}}}]
narrative: The candidate wrote about driving at twice the limit.
quotation: {WORDS}
"""


def to_approval(desk: Desk, draft: str) -> None:
    """A prepared draft through the hands of its author and of a second person."""
    case = draft.rpartition(".")[0]
    assert case in desk.run("inv-1", "draft", "show", draft)
    confirmed = re.search(r"Draft (\S+) is confirmed", desk.run("inv-1", "draft", "confirm", draft))
    assert confirmed is not None
    assert "Passed." in desk.run("inv-1", "validate", confirmed[1])
    desk.run("inv-1", "draft", "submit", confirmed[1])
    assert "not_permitted" in desk.run("inv-1", "review", "approve", confirmed[1], "--certify", code=3)
    assert "not yet: this is a draft" in desk.run("rev-1", "review", "read", case, "--plain")
    assert "not_certified" in desk.run("rev-1", "review", "approve", confirmed[1], code=3)
    desk.run("rev-1", "review", "approve", confirmed[1], "--certify")


def test_a_round_from_its_opening_to_its_report_by_commands_alone(desk: Desk) -> None:
    account = SimAccount(
        "synthetic1", posts=(SimPost(f"Synthetic: {WORDS}.", NEWEST), SimPost("Planted tomatoes.", NEWEST))
    )
    with FediverseSim([account]) as simulator:
        install(desk)
        assert "Next:" in desk.run("admin-1", "round", "open", desk.file("round.yaml", ROUND))
        assert "2026-A" in desk.run("inv-1", "round", "list")
        said = desk.run("inv-1", "declare", desk.file("d.yaml", declarations(simulator)), "--round", "2026-A")
        assert said.count("declaration version 1 recorded") == 3
        assert "version_differs" in desk.run(
            "inv-1", "declare", str(desk.folder / "d.yaml"), "--round", "2026-A", code=2
        )
        said = desk.run("inv-1", "collect", "2026-A")
        assert "Collecting: 1 of 1" in said
        assert "Steps that wait for a person" in said
        assert "out_of_order" in desk.run("inv-1", "draft", "prepare", "2026-A.003", code=4)

        steps = re.findall(r"(2026-A\.003\.S\d+)", desk.run("inv-1", "step", "worklist", "2026-A"))
        assert "synthetic3" in desk.run("inv-1", "step", "show", steps[0])
        statement = desk.file("statement.yaml", STATEMENT)
        desk.run("inv-1", "step", "record", steps[0], "--outcome", "no_content", "--statement", statement)
        assert "instagram.com" in desk.run("inv-1", "step", "show", steps[0])
        desk.run("inv-1", "step", "import", steps[1], desk.file("p.html", PAGE), "--statement", statement)
        assert "collected" in desk.run("inv-1", "case", "show", "2026-A.003")

        evidence = max(re.findall(r"2026-A\.001\.E\d+", desk.run("inv-1", "evidence", "list", "2026-A.001")))
        assert "decision_maker_looks" in desk.run("board-1", "evidence", "open", evidence, "--reason", "find", code=3)
        assert "tomatoes" in desk.run("inv-1", "evidence", "open", evidence, "--reason", "find")
        places = desk.run("inv-1", "evidence", "open", evidence, "--reason", "find", "--find", stdin=WORDS)
        place = re.search(rf"{re.escape(evidence)}\D+(\d+)\D+(\d+)\D+(\d+)", places)
        assert place is not None
        content = finding(evidence, (place[1], place[2], place[3]))
        made = re.search(
            r"Finding (\S+) is recorded", desk.run("inv-1", "finding", "add", "2026-A.001", "-", stdin=content)
        )
        assert made is not None
        desk.run("inv-1", "finding", "attribute", "2026-A.001.A1", "--status", "attributed", "--factor", "declared")
        note = "Asked in the interview, and confirmed there."
        corroborate = (
            "finding",
            "corroborate",
            made[1],
            "--means",
            "interview",
            "--verdict",
            "confirmed",
            "--note-file",
            "-",
        )
        desk.run("inv-1", *corroborate, stdin=note)
        shown = desk.run("rev-1", "finding", "show", made[1])
        assert note in shown
        assert WORDS in shown

        asked = desk.run(
            "inv-1", "deviation", "request", "2026-A", "--kind", "other", "--reason", "accommodation", "--note-file", "-",
            stdin="One interview was moved by a week.",
        )  # fmt: skip
        assert "2026-A.deviation-1" in asked
        assert "not_permitted" in desk.run("inv-1", "deviation", "approve", "2026-A.deviation-1", code=3)
        desk.run("rev-1", "deviation", "approve", "2026-A.deviation-1")
        assert "moved by a week" in desk.run("aud-1", "deviation", "show", "2026-A.deviation-1")

        desk.run("inv-1", "draft", "prepare", "2026-A.001")
        to_approval(desk, "2026-A.001.D1")
        sealed = str(desk.folder / "1.sealed.json")
        assert "not_released" in desk.run("board-1", "fetch", "2026-A.001", "--out", sealed, code=4)
        assert "not_permitted" in desk.run("inv-1", "release", "2026-A.001", code=3)
        desk.run("rev-1", "release", "2026-A.001")
        desk.run("board-1", "fetch", "2026-A.001", "--out", sealed)
        assert "candidates_unfinished" in desk.run("admin-1", "round", "close", "2026-A", code=4)
        public = str(desk.folder / "home" / "keys" / "agency.pub.json")
        key = str(desk.folder / "board-1.key.json")
        opened = desk.run("", "open", sealed, "--key", key, "--agency", public, "--case", "2026-A.001", "--plain")
        assert WORDS in opened
        assert "Synthia" not in opened
        assert "Nothing was held back." in opened
        prepared = desk.run("inv-1", "draft", "prepare", "--round", "2026-A")
        for draft in ("2026-A.002.D1", "2026-A.003.D1"):
            assert draft in prepared
            to_approval(desk, draft)
        released = desk.run("rev-1", "release", "--round", "2026-A")
        assert "2026-A.002.summary-1" in released
        assert "2026-A.003.summary-1" in released
        desk.run("admin-1", "round", "close", "2026-A")

        log = str(desk.folder / "log.jsonl")
        desk.run("aud-1", "log", "export", "--out", log)
        assert "verifies" in desk.run("", "log", "verify", log, "--key", public)
        report = desk.run("aud-1", "report", "make", "2026-A", "--out", str(desk.folder / "report"))
        assert "uniform with approved deviations" in report
        assert (desk.folder / "report" / "uniformity.html").exists()
        assert "retention_runs" in desk.run(
            "rec-1", "retention", "authorise", "2026-A.001", "--authority", "RC-075-2028-014", code=4
        )
        assert "may go from" in desk.run("rec-1", "retention", "due", "2026-A").lower()
        for secret in ("Synthia", "synthetic3", "tomatoes", WORDS):
            assert secret not in Path(log).read_text()
            assert secret.encode() not in (desk.folder / "home" / "vetting.db").read_bytes()
