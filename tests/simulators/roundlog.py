"""A synthetic round told in events, as the system would write them, and exported with real keys.

`RoundStory` has one method for each deed. An attack leaves a deed out, does one too many, or changes an event before
the export is signed: what an agency that controls its own key could do.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from schemas.event import Event, Result
from tests.simulators.auditlog import export
from vetting.audit.tags import Action
from vetting.keys.agency import AgencyKeys

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ROUND = "R-2026-1"
SOFTWARE = "0.1.0"
STEPS = (
    {"key": "profile", "scope": "account", "action": "profile"},
    {"key": "posts", "scope": "account", "action": "posts"},
    {"key": "name-search", "scope": "candidate", "action": "name_search"},
)
DIGESTS = {
    name: letter * 64 for name, letter in zip(("plan", "pack", "conduct", "platforms", "lexicon"), "abcde", strict=True)
}
LIMITS = {"look_back_days": None, "exclude_minor": True, "max_pages": 20, "max_items": 1000, "max_bytes": 33554432}
PEOPLE = {"inv-1": "investigator", "rev-1": "reviewer", "chief-1": "decision_maker", "aud-1": "auditor"}


@dataclass
class RoundStory:
    """Events in order; `numbers` counts steps by case."""

    events: list[Event] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    version: int = 1

    def say(self, action: Action, actor: str, *, role: str = "", subject: str | None = None, **rest: Any) -> Event:
        """Append one event; `done=False` makes it a refusal."""
        details = {"role": role, **rest.pop("details", {})} if role else rest.pop("details", {})
        seq = len(self.events)
        event = Event(
            seq=seq,
            time=rest.pop("time", START + timedelta(seconds=10 * seq)),
            actor=actor,
            action=action.value,
            result=Result.DONE if rest.pop("done", True) else Result.REFUSED,
            subject=subject,
            details=details,
            **{"round": ROUND, **rest},
        )
        self.events.append(event)
        return event

    def export(self, path: Path, keys: AgencyKeys) -> Path:
        """The signed file."""
        return export(path, self.events, keys)

    def change(self, seq: int, **changes: Any) -> None:
        """Rewrite one event; `details` are merged."""
        old = self.events[seq]
        if "details" in changes:
            changes["details"] = {**old.details, **changes["details"]}
        self.events[seq] = Event.model_validate(old.model_dump() | changes)

    def remove(self, seq: int) -> None:
        """Take one event out; the others move up, as a forger who signs anew would have them."""
        del self.events[seq]
        self.events = [event.model_copy(update={"seq": place}) for place, event in enumerate(self.events)]

    def find(self, action: Action, subject: str | None = None, *, case: str | None = None) -> Event:
        """The last event of an action."""
        return [
            e
            for e in self.events
            if e.action == action.value and subject in {None, e.subject} and case in {None, e.case}
        ][-1]

    # --- deeds, in the order of a round -----------------------------------------------------------------------

    def open(self, *, people: dict[str, str] | None = None, candidates: int = 2, steps: Any = STEPS) -> "RoundStory":
        """The agency begins, the round is opened; the events of its parts come before its own."""
        self.say(Action.AGENCY_INITIALISED, "adm-1", round=None)
        self.say(Action.ASSIGNMENT_MADE, "adm-1", role="administrator", subject="adm-1", round=None,
                 details={"given": "administrator"})  # fmt: skip
        for person, role in (people or PEOPLE).items():
            self.assign(person, role)
        for number in range(1, candidates + 1):
            case = f"{ROUND}.{number:03d}"
            self.say(Action.CANDIDATE_ADDED, "adm-1", role="administrator", subject=case, case=case,
                     details={"number": number, "kind": "entry"})  # fmt: skip
        self.say(Action.ROUND_OPENED, "adm-1", role="administrator", details=frozen(1, steps))
        return self

    def assign(self, person: str, role: str) -> None:
        self.say(Action.ASSIGNMENT_MADE, "adm-1", role="administrator", subject=person,
                 details={"given": role, "assignment": f"{ROUND}.{role}.{person}"})  # fmt: skip

    def replan(self, *, requested_by: str = "adm-1", **changes: Any) -> None:
        self.version += 1
        self.say(Action.ROUND_REPLANNED, "rev-1", role="reviewer",
                 details={**frozen(self.version), **changes, "requested_by": requested_by})  # fmt: skip

    def declare(self, case: str, accounts: int, version: int = 1) -> None:
        ids = tuple(f"{case}.A{n}" for n in range(1, accounts + 1))
        details = {"version": version, "accounts": accounts, "account_ids": ids, "none_declared": not accounts,
                   "notice": "N-1"}  # fmt: skip
        self.say(Action.DECLARATION_RECORDED, "inv-1", role="investigator", case=case,
                 subject=f"{case}.declaration-{version}", details=details)  # fmt: skip

    def step(self, case: str, key: str, account: str = "", outcome: str = "captured", *, attempt: int = 1,
             actor: str = "inv-1", kept: bool = True, **details: Any) -> str:  # fmt: skip
        """An outcome, and before it the evidence if it is captured, in one transaction; returns the step's id."""
        number = self.numbers[case] = self.numbers.get(case, 0) + 1
        step_id, account_id = f"{case}.S{number}", f"{case}.{account}" if account else ""
        if outcome == "captured" and kept:
            self.say(Action.EVIDENCE_KEPT, actor, role="investigator", case=case, subject=f"{case}.E{number}",
                     details={"step": step_id, "items": 5, "size": 2048, "sha256": "f" * 64, "timestamp": "absent"})  # fmt: skip
        facts = {"step": key, "account": account_id, "version": self.version, "attempt": attempt, "outcome": outcome,
                 "reason": "", "method": "feed", "items": 5, "left_out": 1, "requests": 2, "attempts": 3,
                 "software": SOFTWARE, "seconds_hundredths": 150}  # fmt: skip
        self.say(Action.STEP_RECORDED, actor, role="investigator", case=case, subject=step_id, details=facts | details)
        return step_id

    def collect(self, case: str, accounts: int) -> None:
        for n in range(1, accounts + 1):
            self.step(case, "profile", f"A{n}")
            self.step(case, "posts", f"A{n}", "no_content")
        self.step(case, "name-search", outcome="not_found")

    def deviate(self, case: str, kind: str, step: str, account: str = "", *, approve: bool | None = True,
                asked_by: str = "inv-1", decided_by: str = "rev-1", number: int = 1) -> str:  # fmt: skip
        """A departure asked for and decided; an approved omission has its outcome in the same transaction."""
        name = f"{ROUND}.deviation-{number}"
        facts = {
            "kind": kind,
            "reason": "technical_fault",
            "step": step,
            "account": f"{case}.{account}" if account else None,
        }
        self.say(Action.DEVIATION_REQUESTED, asked_by, role="investigator", case=case, subject=name, details=facts)
        if approve is None:
            return name
        if approve and kind == "omit_step":
            self.step(case, step, account, "not_applicable", reason="deviation", actor=decided_by, deviation=name,
                      role="reviewer", software="", requests=0, attempts=0, items=0)  # fmt: skip
        action = Action.DEVIATION_APPROVED if approve else Action.DEVIATION_REFUSED
        self.say(action, decided_by, role="reviewer", case=case, subject=name, details=facts)
        return name

    def finish(self, case: str, *, reviewer: str = "rev-1", releaser: str = "rev-1", version: int = 1,
               **details: Any) -> None:  # fmt: skip
        """A draft, its approval and its release; a later version names the one before it."""
        draft = f"{case}.D{version}"
        self.say(Action.DRAFT_PREPARED, "inv-1", role="investigator", case=case, subject=draft,
                 details={"lexicon": DIGESTS["lexicon"], "by_class": {"PC_SECRET_MARK": 3}})  # fmt: skip
        self.say(Action.REVIEW_APPROVED, reviewer, role="reviewer", case=case, subject=draft,
                 details={"author": "inv-1", "certified": True})  # fmt: skip
        replaces = f"{case}.summary-{version - 1}" if version > 1 else None
        facts = {"version": version, "replaces": replaces, "draft": draft, "author": "inv-1", "reviewer": reviewer, "readers": ("chief-1",),
                 "plan": DIGESTS["plan"], "pack": DIGESTS["pack"], "lexicon": DIGESTS["lexicon"], "software": SOFTWARE,
                 "plan_version": self.version}  # fmt: skip
        self.say(Action.SUMMARY_RELEASED, releaser, role="reviewer", case=case, subject=f"{case}.summary-{version}",
                 details=facts | details)  # fmt: skip

    def withdraw(self, case: str, *, version: int = 1, asked_by: str = "inv-1", decided_by: str = "rev-1",
                 approve: bool | None = True, number: int = 1) -> str:  # fmt: skip
        """A withdrawal asked for and decided."""
        summary = f"{case}.summary-{version}"
        name = f"{summary}.withdrawal-{number}"
        facts = {"summary": summary, "reason": "error_of_fact"}
        self.say(
            Action.SUMMARY_WITHDRAWAL_REQUESTED, asked_by, role="investigator", case=case, subject=name, details=facts
        )
        if approve is None:
            return name
        action = Action.SUMMARY_WITHDRAWN if approve else Action.SUMMARY_WITHDRAWAL_REFUSED
        self.say(action, decided_by, role="reviewer", case=case, subject=name,
                 details={**facts, "fetched_by": ("chief-1",)})  # fmt: skip
        return name


def frozen(version: int, steps: Any = STEPS) -> dict[str, Any]:
    """What the log says of a frozen version."""
    return {"agency": "bridgeport", "plan": "declared-and-name-search", "version": version, "digests": DIGESTS,
            "software": SOFTWARE, "steps": steps, "limits": LIMITS, "sworn": True}  # fmt: skip


ONE, TWO = f"{ROUND}.001", f"{ROUND}.002"


def whole_round() -> RoundStory:
    """Two candidates, one with two accounts and one who declares none, from opening to release: uniform."""
    story = RoundStory().open()
    story.declare(ONE, 2)
    story.declare(TWO, 0)
    story.collect(ONE, 2)
    story.collect(TWO, 0)
    story.finish(ONE)
    story.finish(TWO)
    return story
