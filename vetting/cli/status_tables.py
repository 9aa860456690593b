"""Tables of where rounds and cases stand. Everything in them is an id, a state, a code, a count or a digest."""

from collections.abc import Iterable, Mapping

from schemas.case import CaseState, Step
from schemas.draft import Draft, Review, Validation
from schemas.event import Event
from schemas.evidence import Evidence
from schemas.person import Assignment
from schemas.round import Frozen
from vetting.cases.status import CaseLine, CaseStatus, FindingStatus
from vetting.cli.arguments import count, day, minute, words
from vetting.cli.session import say, table


def within(id_: str) -> str:
    """The last part of an id: enough under a heading that names its case."""
    return id_.rpartition(".")[2]


def people(rows: Iterable[Assignment]) -> None:
    """Who holds or held which role."""
    table(
        "People",
        ["Role", "Person", "Since", "Until"],
        [[words(r.role), r.person, day(r.assigned_at), day(r.ended_at)] for r in rows],
    )


def candidates(rows: Iterable[CaseLine]) -> None:
    """A round's candidates."""
    table(
        "Candidates",
        ["Case", "Kind", "State", "Declared", "Steps missing", "Evidence", "Findings"],
        [
            [
                r.case.id,
                r.case.kind,
                words(r.case.state),
                _declared(r),
                "" if r.case.state in {CaseState.OPEN, CaseState.DISPOSED} else r.missing,
                r.evidence,
                r.findings,
            ]
            for r in rows
        ],
    )


def _declared(row: CaseLine) -> str:
    if not row.declaration:
        return "not yet"
    return count(row.accounts, "account") if row.accounts else "none"


def outcomes(counts: Mapping[str, Mapping[str, int]]) -> None:
    """Outcomes by step."""
    names = sorted({name for line in counts.values() for name in line})
    rows = [[key, *(line.get(name, 0) for name in names)] for key, line in counts.items()]
    table("Outcomes by step", ["Step", *(words(name) for name in names)], rows)


def versions(rows: Iterable[Frozen]) -> None:
    """What the round is and was run by."""
    table(
        "Frozen documents",
        ["Version", "Document", "SHA-256", "Frozen", "By", "Approved by"],
        [
            [v.version, name, digest, day(v.created_at), v.created_by, v.approved_by]
            for v in rows
            for name, digest in v.digests.items()
        ],
    )


def steps(rows: Iterable[Step]) -> None:
    """A case's steps with their outcomes."""
    table(
        "Steps",
        ["Step", "Plan step", "Account", "Outcome", "Method", "Items", "Left out", "Try", "By"],
        [
            [
                s.id,
                s.key,
                within(s.account),
                f"{words(s.outcome) or 'waiting'}{f' ({words(s.reason)})' if s.reason else ''}",
                words(s.method),
                s.items,
                s.left_out,
                s.attempt,
                s.actor,
            ]
            for s in rows
        ],
    )


def case(status: CaseStatus) -> None:
    """Everything that is known of a case."""
    head = status.case
    say(f"Case {head.id}: candidate {head.number} of {head.round}, {head.kind}, {words(head.state)}")
    declared = status.declaration
    if declared is None:
        say("Declaration: none yet.")
    else:
        what = "an explicit none" if declared.none_declared else count(declared.accounts, "account")
        say(
            f"Declaration: version {declared.version}, {what}, recorded {minute(declared.recorded_at)} by "
            f"{declared.recorded_by}; notice {declared.notice_version} acknowledged {declared.acknowledged_on}"
        )
    table(
        "Accounts",
        ["Account", "Method", "Whose"],
        [[a.id, words(a.method), words(whose)] for a, whose in status.accounts],
    )
    steps(status.steps)
    say(f"Evidence: {count(status.evidence, 'item')}.")
    findings(status.findings)
    drafts(status.drafts, status.validations, status.reviews)
    if status.releases:
        say(f"Released: {', '.join(status.releases)}.")
    elif head.state is not CaseState.DISPOSED:
        table("Before release", ["Law", "Code", "What is missing"], [[u.law, u.code, u.message] for u in status.unmet])


def findings(rows: Iterable[FindingStatus]) -> None:
    """A case's findings, every version."""
    table(
        "Findings",
        ["Finding", "Code", "Clause", "State", "Held back", "Corroboration", "By"],
        [
            [
                r.finding.id,
                r.finding.code,
                r.finding.clause,
                "current" if r.current else "withdrawn" if r.finding.withdrawn else "superseded",
                words(r.blocked),
                ", ".join(f"{words(c.means)}: {words(c.verdict)}" for c in r.corroborations),
                r.finding.author,
            ]
            for r in rows
        ],
    )


def drafts(rows: Iterable[Draft], validations: Iterable[Validation], reviews: Iterable[Review]) -> None:
    """A case's drafts with their reports and decisions."""
    passed = {v.draft: "passed" if v.passed else "failed" for v in validations}
    decided = {r.draft: f"{words(r.decision)} by {r.reviewer} ({within(r.id)})" for r in reviews}
    table(
        "Drafts",
        ["Draft", "By", "Made", "Findings", "Spans", "Confirmed", "Checks", "Review"],
        [
            [
                d.id,
                d.author,
                minute(d.created_at),
                f"{len(d.findings)}{f', {len(d.held_back)} held back' if d.held_back else ''}",
                d.spans,
                "yes" if d.confirmed else "no",
                passed.get(d.id, ""),
                decided.get(d.id, ""),
            ]
            for d in rows
        ],
    )


def evidence(rows: Iterable[Evidence]) -> None:
    """A case's evidence items."""
    table(
        "Evidence",
        ["Evidence", "Account", "Step", "Kind", "Items", "Bytes", "Captured", "Timestamp", "SHA-256"],
        [
            [
                e.id,
                within(e.account),
                within(e.step),
                e.media_type.rpartition("/")[2],
                e.items if e.posts_object else "proof of nothing",
                e.size,
                minute(e.captured_at),
                e.timestamp,
                e.sha256[:12],
            ]
            for e in rows
        ],
    )


def events(title: str, rows: Iterable[Event]) -> None:
    """Events of the log."""
    table(
        title,
        ["No.", "Time (UTC)", "Who", "What", "Result", "Of", "Details"],
        [
            [
                e.seq,
                f"{e.time:%Y-%m-%d %H:%M:%S}",
                e.actor,
                e.action,
                e.code or e.result,
                e.subject or e.case or e.round,
                _details(e),
            ]
            for e in rows
        ],
    )


def _details(event: Event) -> str:
    """The plain details; digests are shortened, nested ones are left to the exported log."""
    parts = []
    for name, value in event.details.items():
        if isinstance(value, str) and value:
            parts.append(f"{name} {value if len(value) <= 40 else value[:12]}")
        elif isinstance(value, int):
            parts.append(f"{name} {str(value).lower()}")
    return ", ".join(parts)
