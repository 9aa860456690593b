"""What uniform means, as rules over the log of one round (law 2; Bridgeport IV. D. 5; New Haven 4.16.04).

- Every candidate has declared, and has exactly one outcome for every step of the plan in force, for each account.
- Nothing was collected outside the plan, or for an account that was not declared (law 3).
- Every outcome stands under the plan version and software in force; a repeated or omitted step has a deviation that
  somebody else approved before.
- No summary was released before all of that, nor under other versions, nor unread by a second person. One is in force
  at a time; a withdrawn one was withdrawn by two people, and the next one names it.
Each rule yields reasons and knows no other. Who acted is for `vetting.reports.conflicts`.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import timedelta

from schemas.capture import PROVEN, StepOutcome
from schemas.plan import StepScope
from schemas.round import DeviationKind
from vetting.audit.tags import Action
from vetting.reports.coverage import Coverage, Want, records
from vetting.reports.facts import NEVER, Row
from vetting.reports.reasons import Reason, Weight, breach, still_open

DOCUMENTS = ("plan", "pack", "conduct", "platforms", "lexicon")
"""What a frozen version must name a digest of."""

_OUTCOMES = frozenset(StepOutcome)


def judge(cover: Coverage) -> Iterator[Reason]:
    """Everything the rules find."""
    for rule in RULES:
        yield from rule(cover)


def versions(cover: Coverage) -> Iterator[Reason]:
    """The round was opened once; versions count up; each names its plan, digests and software."""
    rows = records(cover.log, "versions")
    if [row["version"] for row in rows] != list(range(1, len(rows) + 1)):
        listed = ", ".join(str(row["version"]) for row in rows)
        yield breach("versions_in_order", f"The frozen versions of {cover.log.round} do not count up from 1: {listed}.")
    for row in rows:
        name = f"version {row['version']} of {cover.log.round} (event {row['seq']})"
        if not row["steps"] or any(s.get("scope") not in set(StepScope) or not s.get("key") for s in row["steps"]):
            yield breach("plan_on_record", f"The log does not say the steps of {name}.", seq=row["seq"])
        if len({s.get("key") for s in row["steps"]}) != len(row["steps"]):
            yield breach("plan_on_record", f"A step stands twice in {name}.", seq=row["seq"])
        absent = [d for d in DOCUMENTS if not row["digests"].get(d)] + ([] if row["software"] else ["software"])
        if absent:
            yield breach("versions_on_record", f"The log does not fix {', '.join(absent)} of {name}.", seq=row["seq"])


def candidates(cover: Coverage) -> Iterator[Reason]:
    """Every case with an event was entered in the round, once."""
    counts = Counter(cover.log.candidates.case)
    for case, count in counts.items():
        if count > 1:
            yield breach("candidate_once", f"{case} was entered in the round {count} times.", case=case)
    for case in sorted(set(cover.log.events.case) - {""} - set(counts)):
        yield breach("candidate_entered", f"{case} has events, but was never entered in the round.", case=case)
    if not counts:
        yield still_open("candidate_entered", f"{cover.log.round} has no candidates.")


def declarations(cover: Coverage) -> Iterator[Reason]:
    """Every candidate declared accounts or an explicit none, before the release; versions count up."""
    seen: Counter[str] = Counter()
    for row in records(cover.log, "declarations"):
        case, ids = row["case"], row["account_ids"]
        seen[case] += 1
        what = f"Declaration {row['version']} of {case} (event {row['seq']})"
        if row["version"] != seen[case]:
            yield breach(
                "declarations_in_order", f"{what} is number {seen[case]} in the log.", case=case, seq=row["seq"]
            )
        if len(set(ids)) != row["count"] or len(ids) != row["count"]:
            sentence = f"{what} counts {row['count']} accounts and names {len(set(ids))}."
            yield breach("accounts_named", sentence, case=case, seq=row["seq"])
        if row["none_declared"] == bool(row["count"]):
            sentence = f"{what} does not say plainly whether accounts were declared or none."
            yield breach("accounts_named", sentence, case=case, seq=row["seq"])
    for case in cover.cases:
        if case not in seen:
            yield still_open("declared", f"{case} has not declared accounts, or an explicit none.", case=case)


def once(cover: Coverage) -> Iterator[Reason]:
    """No step has two outcomes, and every outcome is one of the list."""
    for (case, key, account, version, attempt), rows in cover.outcomes.items():
        if len(rows) > 1:
            seqs = ", ".join(str(row["seq"]) for row in rows)
            words = Want(case, key, account, version, attempt).words
            yield breach("one_outcome", f"{case} has {len(rows)} outcomes for {words}: events {seqs}.", case=case)
    for row in records(cover.log, "outcomes"):
        if row["outcome"] not in _OUTCOMES:
            sentence = f"Event {row['seq']} gives {_step(row)} of {row['case']} no outcome of the list."
            yield breach("known_outcome", sentence, case=row["case"], seq=row["seq"])


def inside_plan(cover: Coverage) -> Iterator[Reason]:
    """No step outside the plan, no account that was not declared, no version but the one in force."""
    for row in records(cover.log, "outcomes"):
        case, seq = row["case"], row["seq"]
        if cover.declaration(case, seq) is None:
            sentence = f"{case}: {_step(row)} was done before the candidate had declared (event {seq})."
            yield breach("declared_first", sentence, case=case, seq=seq)
        scope = cover.steps.get(row["version"], {}).get(row["key"])
        if scope is None:
            sentence = f"{case} has an outcome for {_step(row)}, which is not in the plan (event {seq})."
            yield breach("inside_plan", sentence, case=case, seq=seq)
            continue
        declared = cover.accounts(case, seq)
        if row["account"] and row["account"] not in declared:
            sentence = f"{case}: {_step(row)} looked at an account that was not declared then (event {seq})."
            yield breach("declared_accounts_only", sentence, case=case, seq=seq)
        elif bool(row["account"]) != (scope == StepScope.ACCOUNT and bool(declared)):
            sentence = f"{case}: {_step(row)} was not done for what the plan says it is done for (event {seq})."
            yield breach("inside_plan", sentence, case=case, seq=seq)
        yield from _in_force(cover, row)


def _in_force(cover: Coverage, row: Row) -> Iterator[Reason]:
    case, seq, force = row["case"], row["seq"], cover.version_at(row["seq"])
    if row["version"] != force:
        later = [v for v in cover.frozen.values() if row["version"] < v["version"] <= force]
        began = row["time"] - timedelta(seconds=row["seconds"])
        if later and began < later[0]["time"]:
            sentence = f"{case}: {_step(row)} was under way when version {force} came into force; it does not count (event {seq})."
            yield Reason(Weight.NOTE, "version_in_force", case, sentence, seq)
        else:
            sentence = f"{case}: {_step(row)} was done while version {force} was in force (event {seq})."
            yield breach("version_in_force", sentence, case=case, seq=seq)
    frozen = cover.frozen[row["version"]]["software"]
    if row["software"] and row["software"] != frozen:
        sentence = f"{case}: {_step(row)} was done with software {row['software']}; fixed for the round is {frozen} (event {seq})."
        yield breach("same_software", sentence, case=case, seq=seq)


def departures(cover: Coverage) -> Iterator[Reason]:
    """A repeated or omitted step has a deviation of exactly that step, approved before."""
    for row in records(cover.log, "outcomes"):
        case, seq = row["case"], row["seq"]
        key = (case, row["key"], row["account"], row["version"], row["attempt"])
        if row["attempt"] < 1 or row["attempt"] > 1 + cover.repeats(key, seq):
            sentence = f"{case}: {_step(row)} was repeated without an approved deviation (event {seq})."
            yield breach("repeat_approved", sentence, case=case, seq=seq)
        if row["reason"] == "deviation" and not _omission(cover, row):
            sentence = f"{case}: {_step(row)} was left out without an approved deviation (event {seq})."
            yield breach("omission_approved", sentence, case=case, seq=seq)
        if row["reason"] == "none_declared" and (row["account"] or cover.accounts(case, seq)):
            sentence = f"{case}: {_step(row)} was left out as if no account had been declared (event {seq})."
            yield breach("omission_approved", sentence, case=case, seq=seq)


def _omission(cover: Coverage, row: Row) -> bool:
    wanted = (row["case"], row["key"], row["account"], row["version"], DeviationKind.OMIT_STEP.value, "approved")
    return any(
        (d["case"], d["step"], d["account"], d["version"], d["kind"], d["decision"]) == wanted
        # The outcome of an omission is written in the transaction that approves it, one event before.
        and d["decided_seq"] <= row["seq"] + 1
        for d in cover.deviations
    )


def deviations(cover: Coverage) -> Iterator[Reason]:
    """Every departure was asked for, decided once, and by somebody else."""
    for row in cover.deviations:
        name, case = row["deviation"], row["case"]
        about = " of ".join(part for part in (row["step"], row["account"] or case or cover.log.round) if part)
        if not row["requested_by"]:
            sentence = f"{name} was {row['decision']} by {row['decided_by']} without an open request."
            yield breach("deviation_requested", sentence, case=case, seq=row["decided_seq"])
        elif not row["decision"]:
            yield still_open("deviation_decided", f"{name} ({about}) is not decided.", case=case)
        elif row["requested_by"] == row["decided_by"]:
            sentence = f"{name} was asked for and {row['decision']} by the same person, {row['decided_by']}."
            yield breach("deviation_four_eyes", sentence, case=case, seq=row["decided_seq"])
        elif row["decision"] == "approved":
            sentence = (
                f"{name}: {row['kind']} ({about}), reason {row['reason']}, asked for by {row['requested_by']},"
                f" approved by {row['decided_by']}."
            )
            yield Reason(Weight.DEVIATION, "deviation_approved", case, sentence, row["decided_seq"])


def evidence(cover: Coverage) -> Iterator[Reason]:
    """Evidence is kept once for each captured step, at most once as proof that there was nothing, and for declared accounts only."""
    done = {row["step_id"]: row for row in records(cover.log, "outcomes")}
    captured = {step_id: row for step_id, row in done.items() if row["outcome"] == StepOutcome.CAPTURED}
    proven = {step_id: row for step_id, row in done.items() if row["outcome"] in PROVEN}
    kept = Counter(cover.log.evidence.step_id)
    for row in records(cover.log, "evidence"):
        case, seq, step = row["case"], row["seq"], (captured | proven).get(row["step_id"])
        if step is None or step["case"] != case:
            sentence = f"Evidence {row['evidence']} was kept for no captured step of {case} (event {seq})."
            yield breach("evidence_of_step", sentence, case=case, seq=seq)
        elif step["account"] and step["account"] not in cover.accounts(case, seq):
            sentence = f"Evidence {row['evidence']} was kept for account {step['account']}, which was not declared (event {seq})."
            yield breach("evidence_declared_only", sentence, case=case, seq=seq)
    for step_id, step in proven.items():
        if kept[step_id] > 1:
            sentence = f"{step['case']}: {_step(step)} has {kept[step_id]} evidence items; one is enough to prove it."
            yield breach("evidence_of_step", sentence, case=step["case"], seq=step["seq"])
    for step_id, step in captured.items():
        if kept[step_id] != 1:
            sentence = (
                f"{step['case']}: {_step(step)} is captured and has {kept[step_id]} evidence items; it must have one."
            )
            yield breach("evidence_of_step", sentence, case=step["case"], seq=step["seq"])


def complete(cover: Coverage) -> Iterator[Reason]:
    """Every candidate has every step, and the round is finished."""
    closings = cover.log.events[(cover.log.events.action == Action.ROUND_CLOSED) & cover.log.events.done]
    closed = int(closings.seq.min()) if len(closings) else NEVER
    for case in cover.cases:
        for want in cover.missing(case):
            sentence = f"{case} has no outcome for {want.words}."
            fixed = cover.released(case) or closed != NEVER
            yield (breach if fixed else still_open)("every_step", sentence, case=case)
        if closed != NEVER and not cover.released(case, closed):
            yield breach("closed_complete", f"The round was closed without a summary of {case}.", case=case, seq=closed)
        elif not cover.released(case):
            since = " since one was withdrawn" if case in set(cover.log.releases.case) else ""
            yield still_open("released", f"No summary of {case} has been released{since}.", case=case)


def releases(cover: Coverage) -> Iterator[Reason]:
    """No release before all steps, under other versions, without approval, or followed by changes."""
    frozen, approvals = cover.frozen, _approvals(cover)
    earlier: dict[str, str] = {}
    for row in records(cover.log, "releases"):
        case, seq = row["case"], row["seq"]
        name = f"{row['summary']} of {case} (event {seq})"
        yield from _one_in_force(cover, row, name, earlier.get(case, ""))
        earlier[case] = row["summary"]
        if cover.declaration(case, seq) is None:
            yield breach("release_complete", f"{name} was released without a declaration.", case=case, seq=seq)
        for want in cover.missing(case, seq):
            yield breach("release_complete", f"{name} was released without {want.words}.", case=case, seq=seq)
        if not any(at < seq for at in approvals.get((case, row["draft"]), [])):
            sentence = f"{name} was released without a certified approval of its draft {row['draft']}."
            yield breach("release_approved", sentence, case=case, seq=seq)
        force = cover.version_at(seq)
        if row["plan_version"] != force:
            sentence = f"{name} is of plan version {row['plan_version']}; in force was {force}."
            yield breach("release_versions", sentence, case=case, seq=seq)
        digests = frozen[force]["digests"] if force in frozen else {}
        for document in ("plan", "pack", "lexicon"):
            # Only the lexicon stands in every release event; the others, where they do, must be the frozen ones.
            if row[document] != digests.get(document) and (row[document] or document == "lexicon"):
                sentence = f"{name} was made with another {document} than version {force} fixes."
                yield breach("release_versions", sentence, case=case, seq=seq)
        if row["software"] and force in frozen and row["software"] != frozen[force]["software"]:
            sentence = f"{name} was made with software {row['software']}; fixed is {frozen[force]['software']}."
            yield breach("same_software", sentence, case=case, seq=seq)
        for deviation in cover.deviations:
            if deviation["case"] in {"", case} and deviation["requested_seq"] < seq < deviation["decided_seq"]:
                sentence = f"{name} was released while {deviation['deviation']} was not decided."
                yield breach("release_complete", sentence, case=case, seq=seq)


def _one_in_force(cover: Coverage, row: Row, name: str, earlier: str) -> Iterator[Reason]:
    case, seq = row["case"], row["seq"]
    if cover.released(case, seq):
        yield breach("one_in_force", f"{name} was released while another was in force.", case=case, seq=seq)
    if row["replaces"] != earlier:
        sentence = f"{name} does not name the summary that it replaces ({earlier or 'there is none'})."
        yield breach("release_replaces", sentence, case=case, seq=seq)


def withdrawals(cover: Coverage) -> Iterator[Reason]:
    """A summary was withdrawn on somebody's request, by somebody else, while it was in force; each is told."""
    for row in records(cover.log, "withdrawals"):
        name, case, seq = row["withdrawal"], row["case"], row["decided_seq"]
        released = cover.log.releases[cover.log.releases.summary == row["summary"]]
        if (
            not len(released)
            or released.case.iloc[0] != case
            or int(released.seq.iloc[0]) > min(row["requested_seq"], seq)
        ):
            yield breach(
                "withdrawal_of_release", f"{name} names no summary of {case} that was out.", case=case, seq=seq
            )
        if not row["requested_by"]:
            sentence = f"{name} was {row['decision']} by {row['decided_by']} without an open request."
            yield breach("withdrawal_requested", sentence, case=case, seq=seq)
        elif not row["decision"]:
            yield still_open("withdrawal_decided", f"{name} is not decided.", case=case)
        elif row["requested_by"] == row["decided_by"]:
            sentence = f"{name} was asked for and {row['decision']} by the same person, {row['decided_by']}."
            yield breach("withdrawal_four_eyes", sentence, case=case, seq=seq)
        elif row["decision"] == "approved" and cover.withdrawn[row["summary"]] != seq:
            yield breach(
                "withdrawal_of_release", f"{name} names a summary that was withdrawn before.", case=case, seq=seq
            )
        elif row["decision"] == "approved":
            told = ", ".join(row["fetched_by"]) or "nobody"
            sentence = (
                f"{row['summary']} was withdrawn, reason {row['reason']}, asked for by {row['requested_by']}, approved by"
                f" {row['decided_by']}; fetched before by {told}."
            )
            yield Reason(Weight.NOTE, "summary_withdrawn", case, sentence, seq)


def _approvals(cover: Coverage) -> dict[tuple[str, str], list[int]]:
    """The certified approvals by case and draft, as the numbers of their events."""
    events = cover.log.events[(cover.log.events.action == Action.REVIEW_APPROVED) & cover.log.events.done]
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in events.to_dict("records"):
        if row["details"].get("certified") is True:
            found[row["case"], row["subject"]].append(row["seq"])
    return found


def unchanged(cover: Coverage) -> Iterator[Reason]:
    """What a released summary rests on did not change while it was in force."""
    for frame, what in (("outcomes", "A step"), ("evidence", "Evidence"), ("declarations", "A declaration")):
        for row in records(cover.log, frame):
            if cover.released(row["case"], row["seq"]):
                sentence = f"{what} of {row['case']} was recorded after its summary was released (event {row['seq']})."
                yield breach("fixed_by_release", sentence, case=row["case"], seq=row["seq"])


def _step(row: Row) -> str:
    return Want(row["case"], row["key"], row["account"], row["version"], row["attempt"]).words


RULES: tuple[Callable[[Coverage], Iterator[Reason]], ...] = (
    versions,
    candidates,
    declarations,
    complete,
    once,
    inside_plan,
    departures,
    deviations,
    evidence,
    releases,
    withdrawals,
    unchanged,
)
"""In the order in which a report tells them."""
