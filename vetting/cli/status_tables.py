"""Tables of where rounds and cases stand. Everything in them is an id, a state, a code, a count or a digest."""

from collections.abc import Iterable, Mapping, Sequence

from schemas.case import CaseState, Step
from schemas.draft import Draft, Review, ReviewDecision, Validation
from schemas.event import Event
from schemas.evidence import Evidence
from schemas.person import Assignment
from schemas.round import Frozen
from schemas.withdrawal import Withdrawal
from vetting.cases.status import CaseLine, CaseStatus, FindingStatus, ReleaseLine
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
    table("Steps", ["Step", "What", "Outcome", "How"], [[s.id, _what(s), _outcome(s), _how(s)] for s in rows])


def _what(step: Step) -> str:
    account = within(step.account)
    return f"{step.key} of {account}" if account else step.key


def _outcome(step: Step) -> str:
    if step.outcome is None:
        return "waiting"
    parts = [words(step.outcome) + (f" ({words(step.reason)})" if step.reason else "")]
    parts += [count(step.items, "item")] if step.items else []
    parts += [f"{step.left_out} left out"] if step.left_out else []
    return ", ".join(parts)


def _how(step: Step) -> str:
    parts = [words(step.method)] if step.method else []
    parts += [f"by {step.actor}"] if step.actor else []
    parts += [f"attempt {step.attempt}"] if step.attempt > 1 else []
    return ", ".join(parts)


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
    returned(status.reviews)
    releases(status.releases, status.withdrawals)
    if head.state not in {CaseState.RELEASED, CaseState.DISPOSED}:
        table("Before release", ["Law", "Code", "What is missing"], [[u.law, u.code, u.message] for u in status.unmet])


def returned(reviews: Sequence[Review]) -> None:
    """Where the last decision sent the draft back: who, when, why by code, and where the words are."""
    last = reviews[-1] if reviews else None
    if last is not None and last.decision is ReviewDecision.RETURNED:
        why = ", ".join(words(reason) for reason in last.reasons) or "no reason by code"
        say(
            f"Returned: {last.draft} by {last.reviewer}, {minute(last.decided_at)}: {why}.",
            f"The reviewer's words: `vetting review note {last.id}`.",
        )


def releases(rows: Iterable[ReleaseLine], asked: Iterable[Withdrawal]) -> None:
    """Every summary that was released, and whether it is still in force."""
    pending = {w.release: w for w in asked if w.approved is None}
    reasons = {w.release: w for w in asked if w.approved}
    for row in rows:
        replaces = f", replaces {within(row.replaces)}" if row.replaces else ""
        say(f"Released: {row.id}, {minute(row.released_at)} by {row.released_by}{replaces}.")
        gone = reasons.get(row.id)
        if row.withdrawn_at is not None and gone is not None:
            say(
                f"Withdrawn: {row.id}, {minute(row.withdrawn_at)}: {words(gone.reason)}, asked for by {gone.requested_by},"
                f" approved by {gone.decided_by}."
            )
        if row.id in pending:
            say(f"Withdrawal asked for by {pending[row.id].requested_by}, not decided: {pending[row.id].id}.")


def findings(rows: Iterable[FindingStatus]) -> None:
    """A case's findings, every version."""
    table(
        "Findings",
        ["Finding", "Code and clause", "State", "Corroboration", "By"],
        [
            [
                r.finding.id,
                f"{r.finding.code}: {r.finding.clause}",
                ("current" if r.current else "withdrawn" if r.finding.withdrawn else "superseded")
                + (f", held back: {words(r.blocked)}" if r.blocked else ""),
                ", ".join(f"{words(c.means)}: {words(c.verdict)}" for c in r.corroborations),
                r.finding.author,
            ]
            for r in rows
        ],
    )


def drafts(rows: Iterable[Draft], validations: Iterable[Validation], reviews: Iterable[Review]) -> None:
    """A case's drafts with their reports and decisions."""
    passed = {v.draft: "passed" if v.passed else "failed" for v in validations}
    decided: dict[str, list[str]] = {}
    for r in reviews:
        decided.setdefault(r.draft, []).append(f"{words(r.decision)} by {r.reviewer} ({within(r.id)})")
    table(
        "Drafts",
        ["Draft", "Made", "What", "Checks", "Review"],
        [
            [
                d.id,
                f"{minute(d.created_at)} by {d.author}",
                _written(d),
                passed.get(d.id, ""),
                ", then ".join(decided.get(d.id, [])),
            ]
            for d in rows
        ],
    )


def _written(draft: Draft) -> str:
    held = f", {len(draft.held_back)} held back" if draft.held_back else ""
    confirmed = "confirmed" if draft.confirmed else "not confirmed"
    return f"{count(len(draft.findings), 'finding')}{held}, {count(draft.spans, 'span')}, {confirmed}"


def evidence(rows: Iterable[Evidence]) -> None:
    """A case's evidence items."""
    table(
        "Evidence",
        ["Evidence", "Of", "What", "Captured", "Stamp", "SHA-256"],
        [
            [
                e.id,
                " ".join(part for part in (within(e.account), within(e.step)) if part),
                _kept(e),
                minute(e.captured_at),
                e.timestamp,
                e.sha256[:12],
            ]
            for e in rows
        ],
    )


def _kept(item: Evidence) -> str:
    what = count(item.items, "item") if item.posts_object else "proof of nothing"
    return f"{what}, {item.media_type.rpartition('/')[2]}, {item.size} bytes"


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
