"""The end of the story: sealed summaries, readers, and an auditor who trusts nobody."""

from pathlib import Path

from tests.demo.cast import CANDIDATES, ROUND
from tests.demo.stage import Stage

SEALED = "board/{case}.sealed.json"


def released(stage: Stage) -> None:
    stage.scene(
        "Signed, and sealed to each member of the board",
        "A summary exists in clear only in memory while it is sealed, and on the reader's own screen.",
    )
    stage.refused("inv-1", "release", f"{ROUND}.004", code="four_eyes")
    stage.run("rev-1", "release", "--round", ROUND, shows=[f"{c.case}.summary-1" for c in CANDIDATES])
    for candidate in CANDIDATES:
        stage.run("board-1", "fetch", candidate.case, "--out", SEALED.format(case=candidate.case), last=0)


def opened(stage: Stage) -> None:
    four = f"{ROUND}.004"
    sealed = SEALED.format(case=four)
    common = ("--agency", "office/keys/agency.pub.json", "--plain")
    stage.scene("What must not open does not open", "The investigator's key, though the investigator wrote it:")
    stage.refused("inv-1", "open", sealed, *common, code="not_a_reader")
    stage.tell("The summary of another candidate, put in its place:")
    stage.refused("board-1", "open", SEALED.format(case=f"{ROUND}.003"), "--case", four, *common, code="wrong_case")
    stage.tell("One altered byte:")
    altered = Path("board/altered.sealed.json")
    head, mark, tail = Path(sealed).read_text(encoding="ascii").partition('"ciphertext":"')
    altered.write_text(f"{head}{mark}{'B' if tail[0] == 'A' else 'A'}{tail[1:]}", encoding="ascii")
    stage.refused("board-1", "open", str(altered), *common, code="altered")
    altered.unlink()


def read_by_the_board(stage: Stage) -> None:
    four = f"{ROUND}.004"
    stage.scene(
        "What the board reads: candidate 4",
        "The attack is there to be judged. Which group it was aimed at is not, nor who the candidate is.",
    )
    text = stage.run(
        "board-1", "open", SEALED.format(case=four), "--case", four, "--agency", "office/keys/agency.pub.json", "--plain",
        shows=["vermin", "driven out of this town", "a protected group"],
    )  # fmt: skip
    for word in ("Muslim", "Mockley", "specimen_four", "127.0.0.1", "mastodon"):
        stage.check(word.casefold() not in text.casefold(), "the summary shows what must not be shown")
    stage.tell("And of candidate 6, whose finding was held back, the same parts in the same order, ending so:")
    six = f"{ROUND}.006"
    stage.run(
        "board-1", "open", SEALED.format(case=six), "--case", six, "--agency", "office/keys/agency.pub.json", "--plain",
        shows=["No findings.", "1 finding was held back"], last=18,
    )  # fmt: skip


def proven(stage: Stage) -> None:
    stage.scene(
        "An auditor who need not trust us",
        "Every deed and every refusal above is an event in a Merkle log, written together with what it records. The auditor exports it, "
        "checks it with nothing but the file and the agency's public key, and computes uniformity from it alone.",
    )
    log, key = "auditor/log.jsonl", "office/keys/agency.pub.json"
    stage.run("aud-1", "log", "export", "--out", log, shows=["events exported"])
    stage.run("aud-1", "log", "verify", log, "--key", key, shows=["verifies"])
    stage.tell(
        "Somebody changes one event of the exported file, so that not a board member but the investigator wanted to look:"
    )
    altered = Path("auditor/altered.jsonl")
    lines = Path(log).read_text(encoding="utf-8").splitlines(keepends=True)
    looked = [number for number, line in enumerate(lines) if "decision_maker_looks" in line]
    stage.check(len(looked) == 1, "the log holds that refusal once")
    lines[looked[0]] = lines[looked[0]].replace('"actor":"board-1"', '"actor":"inv-1"')
    altered.write_text("".join(lines), encoding="utf-8")
    stage.refused("aud-1", "log", "verify", str(altered), "--key", key, code="log_altered")
    altered.unlink()
    stage.run(
        "aud-1",
        "report",
        "uniformity",
        ROUND,
        "--log",
        log,
        "--key",
        key,
        "--out",
        "auditor/report",
        shows=["uniform with approved deviations"],
    )


def where_it_lies(stage: Stage, seconds: float) -> None:
    stage.scene("The end", "The sealed summaries, each readable by board-1 and board-2 and nobody else:")
    for candidate in CANDIDATES:
        file = Path(SEALED.format(case=candidate.case))
        stage.show(
            f"{file}   {file.stat().st_size:>6} bytes   candidate {candidate.number}, {candidate.about}", hang=48
        )
    stage.tell("Where everything lies, in demo-output:")
    for place, what in (
        ("office/vetting.db", "the database: numbers, codes, digests; no name, handle or text of a candidate"),
        ("office/vault/", "evidence, findings and drafts, encrypted with a key for each candidate"),
        ("office/keys/", "the agency's keys; agency.pub.json is for everybody"),
        ("people/", "keys and passphrases of the synthetic people (in life: each on their own machine)"),
        ("given/", "what came from outside: the round file and the declarations"),
        ("board/", "sealed summaries as a board member holds them"),
        ("auditor/report/uniformity.html", "the uniformity report, with the same as CSV files beside it"),
    ):
        stage.check(Path(place).exists(), f"{place} is missing")
        stage.show(f"{place:<31} {what}", hang=32)
    stage.tell("What to try next:")
    stage.show(
        "cd demo-output",
        "../.venv/bin/vetting open board/2026-A.003.sealed.json --key people/board-2.key.json \\",
        "    --passphrase-file people/board-2.passphrase --agency office/keys/agency.pub.json",
        "../.venv/bin/vetting log verify auditor/log.jsonl --key office/keys/agency.pub.json",
        "../.venv/bin/vetting policy show bridgeport",
    )
    stage.console.print()
    stage.console.print(
        f"All went as told: {stage.scenes} scenes, {stage.commands} commands, {stage.refusals} refusals, {seconds:.0f} seconds.",
        style="bold green",
    )
