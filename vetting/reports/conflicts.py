"""Role conflicts, recomputed from the events that gave and ended roles (law 1; Bridgeport IV. D. 2).

The system refuses them when they are asked for; here they are looked for again in what was done, so that a way round
the refusal would show. What was refused is no conflict: it is listed with the refusals.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from schemas.person import Role
from vetting.audit.tags import Action
from vetting.reports.coverage import Coverage, records
from vetting.reports.facts import Row, text
from vetting.reports.reasons import Reason, breach

SYSTEM = "system"

_EXCLUSIVE = frozenset({Role.DECISION_MAKER, Role.AUDITOR})
_DECIDER_MAY = frozenset({Action.SUMMARY_FETCHED, Action.SUMMARY_NOTICE_FETCHED, Action.SIGNIN_DONE})
_AUDITOR_MAY = frozenset(
    {
        Action.DEVIATION_OPENED,
        Action.LOG_CHECKPOINTED,
        Action.LOG_EXPORTED,
        Action.REPORT_MADE,
        Action.SIGNIN_DONE,
        Action.STATUS_READ,
        Action.SUMMARY_NOTICE_FETCHED,
        Action.SUMMARY_WITHDRAWAL_OPENED,
    }
)
_WRITING = frozenset(
    {
        Action.DRAFT_CONFIRMED,
        Action.DRAFT_PREPARED,
        Action.DRAFT_SPANS_CHANGED,
        Action.FINDING_RECORDED,
        Action.FINDING_SUPERSEDED,
        Action.FINDING_WITHDRAWN,
    }
)
_DECIDING = frozenset({Action.REVIEW_APPROVED, Action.REVIEW_RETURNED})


@dataclass(frozen=True)
class Holders:
    """Who held which role, and when."""

    cover: Coverage

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """The roles by person."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in records(self.cover.log, "roles"):
            found[row["person"]].append(row)
        return found

    def ever(self, person: str) -> frozenset[str]:
        """Every role a person held in the round or the agency, whenever."""
        return frozenset(row["role"] for row in self.rows.get(person, []))

    def at(self, person: str, seq: int) -> frozenset[str]:
        """The roles a person held when an event was written."""
        held = self.rows.get(person, [])
        return frozenset(row["role"] for row in held if row["from_seq"] <= seq <= row["until_seq"])


def conflicts(cover: Coverage) -> Iterator[Reason]:
    """Every conflict that the log shows."""
    holders = Holders(cover)
    done = [row for row in records(cover.log, "events") if row["done"]]
    yield from _held_together(holders)
    yield from _acted(holders, done)
    yield from _four_eyes(done)
    yield from _changes_of_plan(cover)
    yield from _readers(holders)


def _held_together(holders: Holders) -> Iterator[Reason]:
    for person in sorted(holders.rows):
        # Who schedules disposal sees no content and decides nothing: the one role that goes with the two.
        roles = holders.ever(person) - {Role.RECORDS_OFFICER}
        if roles & _EXCLUSIVE and len(roles) > 1:
            listed = " and ".join(_words(role) for role in sorted(roles))
            sentence = f"{person} is or was {listed}; a decision maker or an auditor holds no other role."
            yield breach("roles_held_together", sentence)


def _acted(holders: Holders, done: list[Row]) -> Iterator[Reason]:
    for row in done:
        person, action, seq, case = row["actor"], row["action"], row["seq"], row["case"]
        if person == SYSTEM:
            continue
        ever = holders.ever(person)
        if Role.DECISION_MAKER in ever and action not in _DECIDER_MAY:
            what = "opened evidence" if action == Action.EVIDENCE_OPENED else f"did {action}"
            sentence = f"{person}, a decision maker, {what}{_of(row)} (event {seq})."
            yield breach("decider_acted", sentence, case=case, seq=seq)
        if Role.AUDITOR in ever and action not in _AUDITOR_MAY:
            sentence = f"{person}, an auditor, did {action}{_of(row)} (event {seq})."
            yield breach("auditor_acted", sentence, case=case, seq=seq)
        if row["role"] not in holders.at(person, seq):
            role = f"as {_words(row['role'])}, a role that the log does not give" if row["role"] else "in no role"
            sentence = f"{person} did {action}{_of(row)} {role} (event {seq})."
            yield breach("role_held", sentence, case=case, seq=seq)


def _four_eyes(done: list[Row]) -> Iterator[Reason]:
    authors: dict[str, set[str]] = defaultdict(set)
    for row in done:
        person, action, case, seq = row["actor"], row["action"], row["case"], row["seq"]
        if action in _WRITING:
            authors[case].add(person)
        named = {text(row["details"], "author")} | authors[case]
        if action in _DECIDING and person in named:
            sentence = f"{person} decided on {row['subject']} of {case} and wrote a part of it (event {seq})."
            yield breach("review_by_author", sentence, case=case, seq=seq)
        if action == Action.SUMMARY_RELEASED and person in named:
            sentence = f"{person} released {row['subject']} of {case} and wrote a part of it (event {seq})."
            yield breach("release_by_author", sentence, case=case, seq=seq)


def _changes_of_plan(cover: Coverage) -> Iterator[Reason]:
    for version, row in cover.frozen.items():
        if row["approved_by"] and row["approved_by"] == row["requested_by"]:
            sentence = (
                f"Plan version {version} was asked for and approved by {row['approved_by']} (event {row['seq']})."
            )
            yield breach("replan_four_eyes", sentence, seq=row["seq"])


def _readers(holders: Holders) -> Iterator[Reason]:
    for row in records(holders.cover.log, "releases"):
        for reader in row["readers"]:
            if Role.DECISION_MAKER not in holders.at(reader, row["seq"]):
                sentence = (
                    f"{row['summary']} was sealed to {reader}, who was no decision maker then (event {row['seq']})."
                )
                yield breach("reader_decides", sentence, case=row["case"], seq=row["seq"])


def _of(row: Row) -> str:
    about = row["subject"] or row["case"]
    return f" ({about})" if about else ""


def _words(role: str) -> str:
    return role.replace("_", " ")
