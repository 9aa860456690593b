"""The middle of the story: evidence, findings, redaction, validation, the second person."""

import re
from dataclasses import dataclass

import yaml

from tests.demo.cast import BIAS, CANDIDATES, FEED, OTHERS, ROUND, RUMOUR, SPEED
from tests.demo.stage import Stage


@dataclass(frozen=True)
class Place:
    """Where words stand in evidence."""

    evidence: str
    item: int
    start: int
    end: int


def looked_at(stage: Stage) -> None:
    stage.scene(
        "Evidence: opened for a stated reason, never by who decides",
        "Each capture is a WARC with its SHA-256, encrypted with its candidate's own key.",
    )
    stage.run("inv-1", "evidence", "open", f"{ROUND}.004.E2", "--reason", "find", shows=[BIAS])
    stage.tell("A board member who wants to see for themselves:")
    stage.refused(
        "board-1",
        "evidence",
        "open",
        f"{ROUND}.004.E2",
        "--reason",
        "find",
        code="decision_maker_looks",
        shows=["law 1"],
    )


def found(stage: Stage) -> None:
    stage.scene(
        "Findings: conduct that the order names, cited to evidence, in neutral words",
        "The investigator asks where the words stand, and writes a finding. It goes in on standard input, because arguments of a "
        "process can be read by others.",
    )
    place = _finding(
        stage,
        3,
        "reckless",
        SPEED,
        "The candidate, a Catholic, boasts of driving at twice the limit.",
        "interview",
        "confirmed",
        "Asked in the interview on the record; the candidate confirmed it.",
        context="The candidate says that it was an empty road at night.",
    )
    _finding(
        stage,
        4,
        "bias",
        BIAS,
        "The candidate wrote that Muslims are vermin and should be driven out of the town.",
        "candidate_confirmation",
        "confirmed",
        "The candidate confirmed in writing that the post is theirs.",
    )
    stage.tell("A belief is no conduct. A finding that rests only on what somebody is or thinks cannot be recorded:")
    views = _content(
        "reckless", place, SPEED, "The candidate is a Catholic and says so in public.", basis="protected_characteristic"
    )
    stage.refused("inv-1", "finding", "add", f"{ROUND}.003", "-", given=views, code="basis_protected")


def not_theirs(stage: Stage) -> None:
    stage.scene(
        "The right person",
        "Candidate 5 mistyped a handle. The account exists, and sells bicycles of doubtful origin; but it is somebody else's. "
        "Judged so once, nothing on it can become a finding:",
    )
    place = _place(stage, 5, OTHERS)
    stage.run(
        "inv-1", "finding", "attribute", f"{ROUND}.005.A1", "--status", "not_attributed",
        "--factor", "candidate_denies", "--factor", "different_name",
    )  # fmt: skip
    content = _content("unlawful", place, OTHERS, "The account offers bicycles of unknown origin for sale.")
    stage.refused("inv-1", "finding", "add", f"{ROUND}.005", "-", given=content, code="account_not_attributed")


def not_corroborated(stage: Stage) -> None:
    stage.scene(
        "Corroborated, or held back",
        "Candidate 6 hints at red lights. Neither an official record nor a second source says so. The finding stays on record and goes "
        "to nobody as a fact; the summary says that one was held back.",
    )
    note = "The city's camera records of the summer show no such car; nobody else knows of it."
    _finding(
        stage,
        6,
        "reckless",
        RUMOUR,
        "The candidate hints at having passed red lights.",
        "official_record",
        "inconclusive",
        note,
    )


def prepared(stage: Stage) -> dict[str, str]:
    stage.scene(
        "Drafts: one template for everybody, redacted",
        "Protected classes, names, handles and addresses go; the words of the attack stay, its target becomes neutral. The "
        "investigator sees every place with its reason and confirms it.",
    )
    stage.run("inv-1", "draft", "prepare", "--round", ROUND, shows=[f"{c.case}.D1" for c in CANDIDATES])
    text = stage.run(
        "inv-1", "draft", "show", f"{ROUND}.003.D1", shows=["PC_RELIGION", "PC_DISABILITY_PHYSICAL", "HANDLE"]
    )
    newest = {candidate.case: f"{candidate.case}.D1" for candidate in CANDIDATES}
    newest[f"{ROUND}.003"] = _given_back(stage, text)
    stage.tell("Every draft is confirmed, validated and handed on:")
    for number, (case, draft) in enumerate(newest.items()):
        confirmed = _next(draft)
        stage.run("inv-1", "draft", "confirm", draft, last=0)
        stage.run("inv-1", "validate", confirmed, shows=["Passed."], last=None if number == 0 else 0)
        stage.run("inv-1", "draft", "submit", confirmed, last=0)
        newest[case] = confirmed
    return newest


def _given_back(stage: Stage, shown: str) -> str:
    """A redaction taken back by mistake, found by the leak check, and put right; returns the newest draft."""
    draft = f"{ROUND}.003.D1"
    religion = re.findall(r"(\d+) to (\d+): PC_RELIGION", shown)[-1]
    place = ("--finding", f"{ROUND}.003.F1", "--field", "quotation", "--start", religion[0], "--end", religion[1])
    stage.tell(
        "A redaction taken back by mistake is on record, and the leak check, which is other code with other data, finds it:"
    )
    stage.run("inv-1", "draft", "restore", draft, *place, last=1)
    stage.run("inv-1", "draft", "confirm", _next(draft), last=0)
    stage.failed("inv-1", "validate", _next(draft, 2), exit_code=1, shows=["leak:class_term:findings.1.quotation"])
    stage.run("inv-1", "draft", "redact", _next(draft, 2), *place, "--class", "PC_RELIGION", last=1)
    return _next(draft, 3)


def _next(draft: str, by: int = 1) -> str:
    case, _, version = draft.rpartition(".D")
    return f"{case}.D{int(version) + by}"


def reviewed(stage: Stage, drafts: dict[str, str]) -> None:
    stage.scene(
        "Four eyes",
        "inv-1 is a reviewer of this round too; but not of what inv-1 wrote:",
    )
    stage.refused("inv-1", "review", "approve", drafts[f"{ROUND}.004"], "--certify", code="four_eyes", shows=["law 8"])
    stage.refused("rev-1", "release", f"{ROUND}.004", code="out_of_order", shows=["a second person must approve"])
    stage.tell(
        "The second person reads exactly what the board would read, and certifies that no class can be inferred:"
    )
    text = stage.run("rev-1", "review", "read", f"{ROUND}.003", "--plain", shows=["110 in a 55"])
    for word in ("Catholic", "deaf", "mother", "specimen_three", "Specimen Three"):
        stage.check(word not in text, "the draft still shows what must not be shown")
    for draft in drafts.values():
        stage.run("rev-1", "review", "approve", draft, "--certify", last=0)


def _finding(
    stage: Stage,
    number: int,
    code: str,
    words: str,
    narrative: str,
    means: str,
    verdict: str,
    note: str,
    *,
    context: str = "",
) -> Place:
    case = f"{ROUND}.{number:03d}"
    place = _place(stage, number, words)
    stage.run(
        "inv-1", "finding", "add", case, "-", given=_content(code, place, words, narrative, context=context), last=1
    )
    stage.run(
        "inv-1", "finding", "attribute", f"{case}.A1", "--status", "attributed", "--factor", "declared",
        "--factor", "candidate_confirms", last=0,
    )  # fmt: skip
    stage.run(
        "inv-1",
        "finding",
        "corroborate",
        f"{case}.F1",
        "--means",
        means,
        "--verdict",
        verdict,
        "--note-file",
        "-",
        given=note,
        last=0,
    )
    return place


def _place(stage: Stage, number: int, words: str) -> Place:
    # a feed has no profile, so its posts are the first item
    evidence = f"{ROUND}.{number:03d}.E{1 if number == FEED else 2}"
    text = stage.run("inv-1", "evidence", "open", evidence, "--reason", "find", "--find", given=words, last=0)
    row = re.search(rf"{re.escape(evidence)}\D+(\d+)\D+(\d+)\D+(\d+)", text)
    if row is None:
        stage.check(right=False, what=f"the words stand nowhere in {evidence}")
        raise AssertionError
    return Place(evidence, int(row[1]), int(row[2]), int(row[3]))


def _content(code: str, place: Place, words: str, narrative: str, *, basis: str = "conduct", context: str = "") -> str:
    content = {
        "code": code,
        "basis": [basis],
        "citations": [{"evidence": place.evidence, "item": place.item, "start": place.start, "end": place.end}],
        "narrative": narrative,
        "quotation": words,
        "context": context,
    }
    return yaml.safe_dump(content, sort_keys=False, width=200)
