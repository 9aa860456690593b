"""The tables of the uniformity report: frames with plain words for columns, the same for HTML and CSV.

Every value is an id, a code, a digest, a count or a time out of the log. Nothing here judges.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from schemas.plan import StepScope
from vetting.reports.conflicts import Holders
from vetting.reports.coverage import Coverage, Want
from vetting.reports.effort import effort
from vetting.reports.facts import NEVER
from vetting.reports.read import moment

MISSING = "missing"
"""What the table of steps says where an outcome is wanted and absent. An empty cell: the step is not for this row."""


@dataclass(frozen=True)
class Table:
    """One table: `key` names its file, the first column names its rows."""

    key: str
    title: str
    note: str
    frame: pd.DataFrame


def tables(cover: Coverage) -> tuple[Table, ...]:
    """All tables but the verdict's, in the order of the report."""
    return tuple(Table(key, title, note, build(cover)) for key, title, note, build in _TABLES)


def _steps(cover: Coverage) -> pd.DataFrame:
    scopes = cover.steps.get(cover.version_at(), {})
    rows: list[list[str]] = []
    for case in cover.cases:
        wanted = {(want.account, want.key): want for want in cover.wanted(case)}
        if not wanted:
            rows.append([case, "not declared yet", *(MISSING for _ in scopes)])
            continue
        declared = cover.accounts(case)
        whole = StepScope.CANDIDATE in scopes.values() or not declared
        for account in (*declared, "") if whole else declared:
            name = _short(account) or ("whole candidate" if declared else "none declared")
            rows.append([case, name, *(_cell(cover, wanted.get((account, key))) for key in scopes)])
    return pd.DataFrame(rows, columns=["candidate", "account", *(f"step {key}" for key in scopes)], dtype=object)


def _cell(cover: Coverage, want: Want | None) -> str:
    if want is None:
        return ""
    outcome = cover.outcome(want)
    if outcome is None:
        return MISSING
    more = [str(outcome["reason"])] if outcome["reason"] else []
    more += [f"attempt {want.attempt}"] if want.attempt > 1 else []
    words = f"{outcome['outcome']} ({', '.join(more)})" if more else str(outcome["outcome"])
    return words.replace("_", " ")


def _versions(cover: Coverage) -> pd.DataFrame:
    """One column for each version, one row for each fact."""
    columns: dict[str, dict[str, object]] = {}
    for number, v in cover.frozen.items():
        columns[f"version {number}"] = {
            "in force since": moment(v["time"]),
            "event": v["seq"],
            "asked for by": v["requested_by"],
            "approved by": v["approved_by"] or "opened with the round",
            "agency": v["agency"],
            "plan": v["plan"],
            "software": v["software"],
            "steps": ", ".join(f"{s.get('key')} ({s.get('scope')})" for s in v["steps"]),
            **{f"SHA-256 of {key}": _plain(value) for key, value in v["digests"].items()},
            **{f"limit {key}": _plain(value) for key, value in v["limits"].items()},
        }
    facts = list(dict.fromkeys(fact for column in columns.values() for fact in column))
    rows = [[fact, *(column.get(fact, "absent") for column in columns.values())] for fact in facts]
    return pd.DataFrame(rows, columns=["fact", *columns], dtype=object)


def _plain(value: object) -> object:
    if value is None:
        return "no limit"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, int | str) else "absent"


def _releases(cover: Coverage) -> pd.DataFrame:
    frame = cover.log.releases.copy()
    fixed = [cover.frozen.get(cover.version_at(seq), {"digests": {}})["digests"] for seq in frame.seq]
    for document in ("plan", "pack", "lexicon"):
        pairs = zip(frame[document], (digests.get(document) for digests in fixed), strict=True)
        frame[document] = [
            "not said" if not have else "as fixed" if have == want else "differs" for have, want in pairs
        ]
    frame["readers"] = [", ".join(readers) for readers in frame.readers]
    return _renamed(
        frame,
        "summary,case=candidate,time=released,plan_version=plan version,software,plan,pack=policy pack,lexicon,"
        "author=written by,reviewer=reviewed by,released_by=released by,readers,replaces,seq=event",
    )


def _withdrawals(cover: Coverage) -> pd.DataFrame:
    frame = cover.log.withdrawals.copy()
    frame["decision"] = frame.decision.where(frame.decision != "", "not decided")
    frame["fetched_by"] = [", ".join(people) for people in frame.fetched_by]
    return _renamed(
        frame,
        "withdrawal,summary,case=candidate,reason,requested_by=asked for by,requested_at=asked for,decision,"
        "decided_by=decided by,decided_at=decided,fetched_by=fetched before by,decided_seq=event",
    )


def _deviations(cover: Coverage) -> pd.DataFrame:
    frame = cover.log.deviations.copy()
    frame["case"] = frame.case.where(frame.case != "", "whole round")
    frame["decision"] = frame.decision.where(frame.decision != "", "not decided")
    return _renamed(
        frame,
        "deviation,case=candidate,account,step,kind,reason,requested_by=asked for by,requested_at=asked for,decision,"
        "decided_by=decided by,decided_at=decided,decided_seq=event",
    )


def _outcomes(cover: Coverage) -> pd.DataFrame:
    frame = cover.log.outcomes.copy()
    current = {want.id for case in cover.cases for want in cover.wanted(case)}
    steps = zip(frame.case, frame.key, frame.account, frame.version, frame.attempt, strict=True)
    frame["counts"] = ["yes" if step in current else "no" for step in steps]
    return _renamed(
        frame,
        "seq=event,case=candidate,account,key=step,version=plan version,attempt,outcome,reason,method,items,"
        "left_out=left out,requests,attempts=tries,seconds,actor=done by,software,time,counts",
    )


def _people(cover: Coverage) -> pd.DataFrame:
    frame = _with_roles(cover)
    frame["refused"] = ~frame.done.astype(bool)
    groups = frame.groupby(["actor", "role", "action"], sort=True)
    counts = groups.agg(done=("done", "sum"), refused=("refused", "sum"), codes=("code", _codes)).reset_index()
    return _renamed(counts, "actor=person,role,action,done,refused,codes=codes of refusals")


def _codes(codes: pd.Series) -> str:
    return ", ".join(sorted({str(code) for code in codes if code}))


def _refusals(cover: Coverage) -> pd.DataFrame:
    frame = _with_roles(cover)
    refused = frame[~frame.done.astype(bool)]
    return _renamed(refused, "seq=event,time,actor=person,role=roles held,action,case=candidate,subject=about,code")


def _with_roles(cover: Coverage) -> pd.DataFrame:
    """The events; those refused with the roles that the person held, because such an event names none."""
    frame, holders = cover.log.events.drop(columns="details"), Holders(cover)
    held = [
        role if done else " and ".join(sorted(holders.at(actor, seq)))
        for role, done, actor, seq in zip(frame.role, frame.done, frame.actor, frame.seq, strict=True)
    ]
    return frame.assign(role=[role or "none" for role in held])


def _roles(cover: Coverage) -> pd.DataFrame:
    return _renamed(cover.log.roles, "person,role,scope=held in,from_seq=given at event,until_seq=ended at event")


def _renamed(frame: pd.DataFrame, names: str) -> pd.DataFrame:
    """The columns named, in this order and in plain words; times and absent events as reports print them."""
    pairs: dict[str, str] = {}
    for name in names.split(","):
        column, _, words = name.partition("=")
        pairs[column] = words or column
    chosen = frame[list(pairs)].astype(object)
    for name in chosen.columns:
        if name == "account":
            chosen[name] = [_short(value) for value in chosen[name]]
        elif name == "time" or name.endswith("_at"):
            chosen[name] = [moment(value) for value in chosen[name]]
        elif name.endswith("seq"):
            chosen[name] = ["" if value == NEVER else value for value in chosen[name]]
    return chosen.rename(columns=pairs).reset_index(drop=True)


def _short(account: str) -> str:
    """An account's number inside its case: A1, A2 and so on."""
    return account.rpartition(".")[2]


_Build = Callable[[Coverage], pd.DataFrame]

_EFFORT_NOTE = (
    "Items and left out (seen, but outside the plan's window or limits): of the outcomes that count. The rest: of all"
    " work, superseded attempts too. Retries: the most that any one request of a step needed, added up."
)

_TABLES: tuple[tuple[str, str, str, _Build], ...] = (
    ("steps", "Candidates and steps", "The outcome that counts, of each step of the plan in force.", _steps),
    ("deviations", "Deviations", "Departures from the plan. The reason in words is in the vault, not in the log.", _deviations),
    ("effort", "Time and volume", _EFFORT_NOTE, effort),
    ("versions", "What was fixed", "Plan, policy and limits, fixed for everybody by SHA-256.", _versions),
    ("releases", "Released summaries", "As fixed: the release names the digest of the version in force.", _releases),
    ("withdrawals", "Withdrawn summaries", "Reasons by code. Fetched before: who held a copy and has to be told.", _withdrawals),
    ("people", "Who acted in which role", "Counts of events. For refusals: the roles held at the time.", _people),
    ("refusals", "Refusals", "What was asked for and refused. A refusal means that a rule held.", _refusals),
    ("roles", "Roles given and ended", "In this round and in the agency, by the number of the event.", _roles),
    ("outcomes", "Every outcome recorded", "Superseded attempts and versions too. Counts: whether it is the one in force.", _outcomes),
)  # fmt: skip
