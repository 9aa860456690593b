"""Which steps every candidate must have, at any point of the log, worked out from the events alone (law 2).

This is done a second time here, apart from `vetting.cases`, on purpose: a report that asked the program that is being
audited what it should have done would prove nothing.
"""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from schemas.capture import StepOutcome
from schemas.plan import StepScope
from schemas.round import DeviationKind
from vetting.reports.facts import NEVER, Row
from vetting.reports.read import RoundLog

StepKey = tuple[str, str, str, int, int]
"""Case, step key, account id or empty, plan version, attempt."""


@dataclass(frozen=True)
class Want:
    """One step that one candidate must have, for one account or for the candidate as a whole."""

    case: str
    key: str
    account: str
    version: int
    attempt: int
    none_declared: bool = False
    """An account step of a candidate who declared none: done by the declaration itself."""

    @property
    def id(self) -> StepKey:
        """What its outcome is found by."""
        return (self.case, self.key, self.account, self.version, self.attempt)

    @property
    def words(self) -> str:
        """The step in a sentence."""
        where = f" of account {self.account}" if self.account else ""
        again = f", attempt {self.attempt}" if self.attempt > 1 else ""
        return f"step {self.key}{where} (plan version {self.version}{again})"


@dataclass(frozen=True)
class Coverage:
    """The plan laid over the declarations of one round."""

    log: RoundLog

    @cached_property
    def outcomes(self) -> dict[StepKey, list[Row]]:
        """Every recorded outcome by its step; more than one is a fault."""
        found: dict[StepKey, list[Row]] = defaultdict(list)
        for row in records(self.log, "outcomes"):
            found[row["case"], row["key"], row["account"], row["version"], row["attempt"]].append(row)
        return found

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The candidates' cases in the order of their numbers."""
        frame = self.log.candidates.drop_duplicates("case").sort_values(["number", "case"])
        return tuple(frame.case)

    @cached_property
    def withdrawn(self) -> dict[str, int]:
        """When each withdrawn summary was withdrawn, by the event's number."""
        rows = [row for row in records(self.log, "withdrawals") if row["decision"] == "approved"]
        return {row["summary"]: row["decided_seq"] for row in reversed(rows)}

    @cached_property
    def _releases(self) -> dict[str, list[tuple[int, int]]]:
        """From which event to which each released summary of a case was in force."""
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in records(self.log, "releases"):
            found[row["case"]].append((row["seq"], self.withdrawn.get(row["summary"], NEVER)))
        return found

    def released(self, case: str, at: int = NEVER - 1) -> bool:
        """Whether a summary of the case was out, and not withdrawn, when an event was written; by default at the end."""
        return any(start < at < end for start, end in self._releases.get(case, []))

    @cached_property
    def frozen(self) -> dict[int, Row]:
        """The frozen versions by number."""
        return {row["version"]: row for row in records(self.log, "versions")}

    @cached_property
    def deviations(self) -> list[Row]:
        """Every deviation asked for or decided."""
        return records(self.log, "deviations")

    @cached_property
    def _versions(self) -> list[tuple[int, int]]:
        return [(row["seq"], row["version"]) for row in records(self.log, "versions")]

    def version_at(self, seq: int = NEVER) -> int:
        """The plan version in force just before an event; 0 before the first."""
        place = bisect_left(self._versions, (seq, 0))
        return self._versions[place - 1][1] if place else 0

    @cached_property
    def steps(self) -> dict[int, dict[str, str]]:
        """Step keys with their scope, in the plan's order, by version."""
        return {
            version: {str(s.get("key", "")): str(s.get("scope", "")) for s in row["steps"]}
            for version, row in self.frozen.items()
        }

    @cached_property
    def _declared(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = defaultdict(list)
        for row in records(self.log, "declarations"):
            found[row["case"]].append(row)
        return found

    @cached_property
    def _repeats(self) -> dict[tuple[str, str, str, int], list[int]]:
        """The numbers of the events that approved repeats, by case, step, account and version."""
        found: dict[tuple[str, str, str, int], list[int]] = defaultdict(list)
        for row in self.deviations:
            if row["kind"] == DeviationKind.REPEAT_STEP and row["decision"] == "approved":
                found[row["case"], row["step"], row["account"], row["version"]].append(row["decided_seq"])
        return found

    def declaration(self, case: str, before: int = NEVER) -> Row | None:
        """The declaration in force just before an event; `None` when there is none."""
        rows = [row for row in self._declared.get(case, []) if row["seq"] < before]
        return rows[-1] if rows else None

    def accounts(self, case: str, before: int = NEVER) -> tuple[str, ...]:
        """The ids of the accounts declared, in the order of their numbers."""
        row = self.declaration(case, before)
        return tuple(sorted(row["account_ids"], key=account_order)) if row else ()

    def repeats(self, key: StepKey, before: int = NEVER) -> int:
        """How many repeats of a step, whatever the attempt, were approved before an event."""
        return sum(seq < before for seq in self._repeats.get(key[:4], []))

    def wanted(self, case: str, before: int = NEVER) -> list[Want]:
        """Every step the case must have had just before an event; empty when it had not declared."""
        version = self.version_at(before)
        if self.declaration(case, before) is None:
            return []
        accounts = self.accounts(case, before)
        wanted = []
        for key, scope in self.steps.get(version, {}).items():
            per_account = scope == StepScope.ACCOUNT
            for account in accounts if per_account and accounts else ("",):
                attempt = 1 + self.repeats((case, key, account, version, 1), before)
                none = per_account and not accounts and attempt == 1
                wanted.append(Want(case, key, account, version, attempt, none_declared=none))
        return wanted

    def missing(self, case: str, before: int = NEVER) -> list[Want]:
        """The wanted steps that had no outcome just before an event."""
        return [want for want in self.wanted(case, before) if self.outcome(want, before) is None]

    def outcome(self, want: Want, before: int = NEVER) -> Row | None:
        """A step's outcome: the first that was recorded, or what follows from declaring none."""
        rows = [row for row in self.outcomes.get(want.id, []) if row["seq"] < before]
        if rows:
            return rows[0]
        return {"outcome": StepOutcome.NOT_APPLICABLE.value, "reason": "none_declared"} if want.none_declared else None


def records(log: RoundLog, frame: str) -> list[Row]:
    """A frame's rows as mappings, with plain Python values."""
    rows: list[Row] = getattr(log, frame).to_dict("records")
    return rows


def account_order(account: str) -> tuple[int, str]:
    """Orders account ids by their number: A2 before A10."""
    digits = account.rpartition(".A")[2]
    return (int(digits) if digits.isascii() and digits.isdigit() else 0, account)
