"""A round by commands alone, from declaration to opened summary, on what a real WordPress and a real MediaWiki serve."""

import re
from datetime import UTC, datetime

import pytest

from tests.functional.test_round_by_commands import Desk, desk, install, to_approval  # noqa: F401
from tests.servers.fixtures import mediawiki_server, wordpress_server  # noqa: F401
from tests.servers.mediawiki import MediaWiki
from tests.servers.wordpress import WordPress

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket, pytest.mark.timeout(900)]

ROUND = """
round: real-1
agency: new-haven
position: Police officer
sworn: true
plan: declared-accounts
candidates: [{number: 1}, {number: 2}]
people:
  - {person: inv-1, role: investigator}
  - {person: rev-1, role: reviewer}
  - {person: board-1, role: decision_maker}
  - {person: aud-1, role: auditor}
"""
BIAS = "Synthetic bias: all Lutherans are thieves and should be thrown out of this town"
EDIT = "Synthetic edit about bridges and their builders."


def declarations(blog: WordPress, wiki: MediaWiki) -> str:
    return f"""
notice_version: 2026-1
notice_acknowledged_on: 2026-01-04
declarations:
  - candidate: 1
    identity: {{full_name: Synthia Testcase, birth_date: 1990-01-02}}
    accounts: [{{platform: wordpress, url: "{blog.author_feed}"}}]
  - candidate: 2
    identity: {{full_name: Nona Testcase, birth_date: 1991-01-02}}
    accounts: [{{platform: mediawiki, url: "{wiki.contributions_feed("atom")}"}}]
"""


@pytest.mark.attacks("uniform_plan", "filter_protected_classes")
def test_from_declaration_to_opened_summary(
    desk: Desk,  # noqa: F811
    wordpress_server: WordPress,  # noqa: F811
    mediawiki_server: MediaWiki,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("VETTING_HTTP_TIMEOUT", "30")
    written = [f"Synthetic entry {n} about gardens" for n in range(5)]
    for number, title in enumerate(written):
        wordpress_server.create_post(title, f"<p>Text {number}.</p>", time=datetime(2025, 3, 1 + number, tzinfo=UTC))
    wordpress_server.create_post("An opinion", f"<p>{BIAS}.</p>", time=datetime(2025, 3, 20, tzinfo=UTC))
    for number in range(3):
        mediawiki_server.create_post(f"Bridge {number}", EDIT, summary=f"edit {number}")
    public = str(desk.folder / "home" / "keys" / "agency.pub.json")

    install(desk)
    desk.run("admin-1", "round", "open", desk.file("round.yaml", ROUND))
    given = desk.file("d.yaml", declarations(wordpress_server, mediawiki_server))
    assert desk.run("inv-1", "declare", given, "--round", "real-1").count("recorded, 1 account") == 2
    assert "wait for a person" not in desk.run("inv-1", "collect", "real-1")

    blog = re.findall(r"real-1\.001\.E\d+", desk.run("inv-1", "evidence", "list", "real-1.001"))[0]
    text = desk.run("inv-1", "evidence", "open", blog, "--reason", "find")
    assert all(title in text for title in written)
    wiki = re.findall(r"real-1\.002\.E\d+", desk.run("inv-1", "evidence", "list", "real-1.002"))[0]
    assert desk.run("inv-1", "evidence", "open", wiki, "--reason", "find").count("characters") == 3

    places = desk.run("inv-1", "evidence", "open", blog, "--reason", "find", "--find", stdin=BIAS)
    place = re.search(rf"{re.escape(blog)}\D+(\d+)\D+(\d+)\D+(\d+)", places)
    assert place is not None
    finding = f"""
code: bias
basis: [statement]
citations: [{{evidence: {blog}, item: {place[1]}, start: {place[2]}, end: {place[3]}}}]
narrative: The candidate published a statement that disparages a group of people and calls for throwing them out.
quotation: "{BIAS}"
"""
    desk.run("inv-1", "finding", "add", "real-1.001", "-", stdin=finding)
    desk.run("inv-1", "finding", "attribute", "real-1.001.A1", "--status", "attributed", "--factor", "declared")
    how = ("--means", "interview", "--verdict", "confirmed", "--note-file", "-")
    desk.run(
        "inv-1", "finding", "corroborate", "real-1.001.F1", *how, stdin="Asked in the interview, and confirmed there."
    )
    desk.run("inv-1", "draft", "prepare", "--round", "real-1")
    for case in ("real-1.001", "real-1.002"):
        to_approval(desk, f"{case}.D1")
    desk.run("rev-1", "release", "--round", "real-1")

    key = str(desk.folder / "board-1.key.json")
    opened = {}
    for case in ("real-1.001", "real-1.002"):
        sealed = str(desk.folder / f"{case}.sealed.json")
        desk.run("board-1", "fetch", case, "--out", sealed)
        opened[case] = desk.run("", "open", sealed, "--key", key, "--agency", public, "--case", case, "--plain")
    assert "thrown out of this town" in opened["real-1.001"]
    assert "Lutheran" not in opened["real-1.001"]
    assert "protected group" in opened["real-1.001"]
    assert "127.0.0.1" not in "".join(opened.values())
    assert "Bias against a protected class" not in opened["real-1.002"]
    log = str(desk.folder / "log.jsonl")
    desk.run("aud-1", "log", "export", "--out", log)
    report = desk.run(
        "", "report", "uniformity", "real-1", "--log", log, "--key", public, "--out", str(desk.folder / "r")
    )
    assert "Round real-1: uniform." in report
