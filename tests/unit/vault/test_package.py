"""The package for a court: what is in it, and that sha256sum and openssl alone find it whole, or altered."""

import csv
import io
import json
import stat
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schemas.case import Case
from schemas.event import Result
from schemas.evidence import OpenReason
from tests.evidence import keep_all, with_authority
from tests.security.doors import STATEMENT, collected, log, refused, sql
from tests.simulators.tsa import TimestampAuthority
from tests.world import World, capture_of
from vetting.cases import expand
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.vault import package, packing
from vetting.vault.custody import open_posts
from vetting.vault.package import export_case

ORDER = OpenReason.COURT_ORDER


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> TimestampAuthority:
    return TimestampAuthority(tmp_path_factory.mktemp("tsa"), days=2)


@pytest.fixture
def case(opened: World, tsa: TimestampAuthority, monkeypatch: pytest.MonkeyPatch) -> str:
    """A case with two stamped captures, one opening and one refused attempt."""
    with_authority(opened, tsa, monkeypatch)
    case = opened.declare(1)
    keep_all(opened, case)
    open_posts(opened.office, opened.actors["inv-1"], f"{case}.E1", OpenReason.FIND)
    with refused("decision_maker_looks"):
        open_posts(opened.office, opened.actors["board-1"], f"{case}.E1", OpenReason.FIND)
    return case


def check(folder: Path) -> tuple[int, str]:
    """What the script of the package says, run as a stranger would."""
    done = subprocess.run(
        ["bash", "check.sh"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"PATH": "/usr/local/bin:/usr/bin:/bin"},
    )
    return done.returncode, done.stdout + done.stderr


def test_package_checks_out_with_sha256sum_and_openssl(opened: World, case: str, tmp_path: Path) -> None:
    target = tmp_path / "package"
    made = export_case(opened.office, opened.actors["inv-1"], case, target, ORDER)
    assert check(target) == (0, "Everything in this package checks out.\n")
    sums = subprocess.run(["sha256sum", "SHA256SUMS"], cwd=target, capture_output=True, text=True, check=True).stdout
    assert sums.split()[0] == made.sums_sha256
    assert made.items == 2
    listed = [line.split("  ", 1)[1] for line in (target / "SHA256SUMS").read_text().splitlines()]
    assert len(listed) == made.files
    assert {f"captures/{case}.E1.warc.gz", "timestamps/authority.pem", f"timestamps/{case}.E2.tsr"} <= set(listed)
    readme = (target / "README.txt").read_text()
    assert opened.office.keys.public.fingerprint in readme
    assert "court order" in readme


def test_every_command_of_the_readme_works_as_written(opened: World, case: str, tmp_path: Path) -> None:
    target = tmp_path / "package"
    export_case(opened.office, opened.actors["inv-1"], case, target, ORDER)
    row = opened.evidence(case)[0]
    commands = [line.strip() for line in (target / "README.txt").read_text().splitlines() if line.startswith("    ")]
    run = [c for c in commands if c.startswith(("sha256sum", "grep", "openssl"))]
    assert len(run) == 7
    for command in run:
        filled = command.replace("timestamps/ID", f"timestamps/{row.id}").replace("SHA256-OF-THE-CAPTURE", row.sha256)
        done = subprocess.run(["bash", "-c", filled], cwd=target, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (filled, done.stderr)


def test_custody_tells_who_why_and_when_and_the_export_itself(opened: World, case: str, tmp_path: Path) -> None:
    export_case(opened.office, opened.actors["inv-1"], case, tmp_path / "package", OpenReason.CANDIDATE_REQUEST)
    lines = json.loads((tmp_path / "package/custody.json").read_text())["events"]
    told = [(line["action"], line["actor"], line["result"], line["evidence"], line["reason"]) for line in lines]
    assert ("evidence.opened", "inv-1", "done", f"{case}.E1", "find") in told
    assert ("evidence.opened", "board-1", "refused", f"{case}.E1", "") in told
    assert ("evidence.opened", "inv-1", "done", f"{case}.E2", "candidate_request") in told
    assert told[-1] == ("evidence.exported", "inv-1", "done", "", "candidate_request")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "package/custody.csv").read_text())))
    assert [row["action"] for row in rows] == [line["action"] for line in lines]
    assert log(opened, "evidence.exported")[-1].details == {
        "role": "investigator",
        "reason": "candidate_request",
        "items": 2,
    }


def test_a_stamp_outlives_its_certificate_with_the_seconds_given(opened: World, case: str, tmp_path: Path) -> None:
    folder = tmp_path / "package"
    export_case(opened.office, opened.actors["inv-1"], case, folder, ORDER)
    name, digest, seconds = (folder / "timestamps/list.txt").read_text().splitlines()[0].split()
    verify = ["openssl", "ts", "-verify", "-in", f"timestamps/{name}.tsr", "-digest", digest]
    verify += ["-CAfile", "timestamps/authority.pem", "-attime"]
    for moment, code in ((seconds, 0), (str(int(seconds) + 900 * 86400), 1)):
        assert subprocess.run([*verify, moment], cwd=folder, capture_output=True, check=False).returncode == code


@pytest.mark.attacks("records_retrievable")
def test_a_cell_of_the_custody_list_is_no_formula(opened: World, case: str, tmp_path: Path) -> None:
    """Ids cannot begin like one; codes of events can."""
    from vetting.spreadsheets import rows_to_csv

    table = rows_to_csv(["who", "why"], [["=HYPERLINK(1)", "+cmd|'/c calc'!A1"], [7, "@x;-1"]]).decode()
    for row in list(csv.reader(io.StringIO(table)))[1:]:
        assert all(cell[0] not in "=+-@" for cell in row)


def test_a_zip_holds_the_same_files_in_the_same_order(opened: World, case: str, tmp_path: Path) -> None:
    made = export_case(opened.office, opened.actors["inv-1"], case, tmp_path / "package.zip", ORDER)
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        archive.extractall(tmp_path / "unpacked")
    assert names[0] == "README.txt"
    assert names[-1] == "SHA256SUMS"
    assert len(names) == made.files + 1
    assert check(tmp_path / "unpacked")[0] == 0
    sums = (tmp_path / "unpacked/SHA256SUMS").read_text()
    assert [line.split("  ", 1)[1] for line in sums.splitlines()] == names[:-1]


def test_files_are_for_their_owner_alone(opened: World, case: str, tmp_path: Path) -> None:
    for name in ("package", "package.zip"):
        export_case(opened.office, opened.actors["inv-1"], case, tmp_path / name, ORDER)
    modes = {stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "package").rglob("*") if p.is_file()}
    folders = {stat.S_IMODE(p.stat().st_mode) for p in (tmp_path / "package").rglob("*") if p.is_dir()}
    assert modes == {0o600}
    assert folders == {stat.S_IMODE((tmp_path / "package").stat().st_mode)} == {0o700}
    assert stat.S_IMODE((tmp_path / "package.zip").stat().st_mode) == 0o600


def test_a_capture_by_hand_goes_along_with_its_statement(world: World, tmp_path: Path) -> None:
    world.open_round(plan="declared-and-name-search")
    case = world.declare(1, 0)
    with world.office.store.transaction() as tx:
        (step,) = expand(tx, tx.get(Case, case))
    capture = capture_of(None, method="manual_capture").model_copy(update={"media_type": "text/html"})
    keep(world.office, world.actors["inv-1"], step.id, capture, started_at=now(), statement=STATEMENT)
    export_case(world.office, world.actors["inv-1"], case, tmp_path / "package", ORDER)
    assert json.loads((tmp_path / f"package/statements/{case}.E1.json").read_text())["tool"] == STATEMENT.tool
    assert (tmp_path / f"package/captures/{case}.E1.html").read_bytes() == capture.data
    assert not (tmp_path / "package/timestamps/authority.pem").exists()
    assert check(tmp_path / "package")[0] == 0


# Attacks on the package


def _replace(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))


def _sign_again(folder: Path) -> None:
    """What a forger does after changing a file: the list of digests is nobody's signature."""
    lines = []
    for line in (folder / "SHA256SUMS").read_text().splitlines():
        name = line.split("  ", 1)[1]
        if (folder / name).exists():
            done = subprocess.run(["sha256sum", name], cwd=folder, capture_output=True, text=True, check=True)
            lines.append(done.stdout)
    (folder / "SHA256SUMS").write_text("".join(lines))


def _forge_capture(folder: Path) -> None:
    capture = next((folder / "captures").iterdir())
    old = subprocess.run(["sha256sum", capture], capture_output=True, text=True, check=True).stdout.split()[0]
    capture.write_bytes(capture.read_bytes() + b"\0")
    new = subprocess.run(["sha256sum", capture], capture_output=True, text=True, check=True).stdout.split()[0]
    for name in ("captures.txt", "evidence.csv", "evidence.json", "timestamps/list.txt"):
        _replace(folder / name, old.encode(), new.encode())


def _drop_event(folder: Path) -> None:
    for name in ("log/events.jsonl", "log/proofs.txt"):
        lines = (folder / name).read_bytes().splitlines(keepends=True)
        (folder / name).write_bytes(b"".join(lines[:-1]))
    _replace(folder / "log/checkpoint.body", b"\n", b"0\n")


FORGERIES: dict[str, Callable[[Path], object]] = {
    "a capture and every list": _forge_capture,
    "an event": lambda f: _replace(f / "log/events.jsonl", b'"reason":"find"', b'"reason":"review"'),
    "an event left out without its proof": lambda f: (f / "log/events.jsonl").write_bytes(
        b"".join((f / "log/events.jsonl").read_bytes().splitlines(keepends=True)[1:])
    ),
    "the checkpoint": lambda f: (f / "log/checkpoint.sig").write_bytes(b"\0" * 64),
    "the log and its size": _drop_event,
    "the agency's log key": lambda f: subprocess.run(
        ["bash", "-c", "openssl genpkey -algorithm ed25519 | openssl pkey -pubout > agency/log-key.pem"],
        cwd=f,
        check=True,
    ),
    "a time-stamp": lambda f: (f / "timestamps/R1.001.E1.tsr").write_bytes(
        (f / "timestamps/R1.001.E2.tsr").read_bytes()[:-1] + b"\0"
    ),
}


@pytest.mark.attacks("authentic_capture", "records_retrievable")
@pytest.mark.parametrize("forgery", FORGERIES)
def test_a_forged_package_is_found_even_with_new_digests(
    opened: World, case: str, tmp_path: Path, forgery: str
) -> None:
    folder = tmp_path / "package"
    export_case(opened.office, opened.actors["inv-1"], case, folder, ORDER)
    FORGERIES[forgery](folder)
    code, said = check(folder)
    assert (code, "a file is not the one that was packed" in said) == (1, True)
    _sign_again(folder)
    code, said = check(folder)
    assert code == 1, said
    assert "FAILED" in said
    assert "a file is not the one" not in said


@pytest.mark.attacks("authentic_capture")
def test_a_file_put_into_the_package_is_found(opened: World, case: str, tmp_path: Path) -> None:
    export_case(opened.office, opened.actors["inv-1"], case, tmp_path / "package", ORDER)
    (tmp_path / "package/captures/R1.001.E3.html").write_text("put in")
    assert "a file too many" in check(tmp_path / "package")[1]


@pytest.mark.attacks("authentic_capture")
def test_altered_evidence_is_not_exported(opened: World, case: str, tmp_path: Path) -> None:
    name = sql(opened, "SELECT object FROM evidence WHERE id = ?", f"{case}.E2")[0][0]
    file = next((opened.office.settings.home / "vault").rglob(name))
    file.write_bytes(file.read_bytes()[:-1])
    with refused("evidence_altered") as caught:
        export_case(opened.office, opened.actors["inv-1"], case, tmp_path / "package", ORDER)
    assert f"{case}.E2" in caught.value.message
    assert not list(tmp_path.glob("*package*"))
    assert (log(opened)[-1].action, log(opened)[-1].result) == ("evidence.exported", Result.REFUSED)


@pytest.mark.attacks("evidence_access", "search_by_non_decision_maker")
def test_only_for_an_order_or_a_request_and_by_those_who_may_open(opened: World, case: str, tmp_path: Path) -> None:
    target = tmp_path / "package"
    for reason in set(OpenReason) - package.REASONS:
        with refused("export_reason"):
            export_case(opened.office, opened.actors["inv-1"], case, target, reason)
    for person in ("board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            export_case(opened.office, opened.actors[person], case, target, ORDER)
    assert not list(tmp_path.glob("*package*"))
    assert len(log(opened, "evidence.exported", Result.REFUSED)) == len(OpenReason) - 2 + 3
    assert log(opened, "evidence.exported", Result.DONE) == []


@pytest.mark.attacks("records_retrievable")
@pytest.mark.parametrize("name", ["package", "package.zip"])
def test_an_interrupted_export_leaves_nothing_and_nothing_is_written_over(
    opened: World, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    target = tmp_path / name
    actor = opened.actors["inv-1"]

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(package, "_timestamps", killed)
        with pytest.raises(KeyboardInterrupt):
            export_case(opened.office, actor, case, target, ORDER)
    assert not list(tmp_path.glob("*package*"))
    export_case(opened.office, actor, case, target, ORDER)
    before = sorted((p.name, p.stat().st_mtime_ns) for p in tmp_path.rglob("*"))
    with refused("file_exists"):
        export_case(opened.office, actor, case, target, ORDER)
    assert sorted((p.name, p.stat().st_mtime_ns) for p in tmp_path.rglob("*")) == before
    (tmp_path / ".left.part").mkdir()
    with refused("package_interrupted"):
        packing.write_package(tmp_path / "left", [("x", b"x")])
    with refused("file_not_writable"):
        packing.write_package(tmp_path / "no such folder" / "p", [("x", b"x")])


def test_a_case_without_captures_has_a_package_too(opened: World, tmp_path: Path) -> None:
    case = opened.declare(1, 0)
    opened.collect(case, ())
    made = export_case(opened.office, opened.actors["rev-1"], case, tmp_path / "package", ORDER)
    assert made.items == 0
    assert check(tmp_path / "package")[0] == 0


def test_what_is_kept_while_an_export_runs_waits_for_the_next(
    opened: World, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = package.check_items

    def before_the_last(*arguments: Any) -> Any:
        return whole(*arguments)[:1]

    monkeypatch.setattr(package, "check_items", before_the_last)
    assert export_case(opened.office, opened.actors["inv-1"], case, tmp_path / "package", ORDER).items == 1
    assert len(list((tmp_path / "package/captures").iterdir())) == 1
    assert check(tmp_path / "package")[0] == 0


def test_other_cases_stay_out(opened: World, case: str, tmp_path: Path) -> None:
    other = collected(opened, 2)
    export_case(opened.office, opened.actors["inv-1"], case, tmp_path / "package", ORDER)
    for file in (p for p in (tmp_path / "package").rglob("*") if p.is_file()):
        assert other.encode() not in file.read_bytes(), file.name
