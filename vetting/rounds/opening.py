"""Opens a hiring round and freezes what it is run by: plan, policy pack, conduct codes, platforms, lexicon, software.

Everything later reads the frozen documents, so an edited configuration file changes nothing in a running round
(law 2; Bridgeport IV. D. 5; New Haven 4.16.04). A later change is a new version, approved by a second person and
run again for all: `vetting.rounds.replanning`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from schemas.case import Case, CaseState
from schemas.conduct import ConductList
from schemas.plan import SearchPlan
from schemas.platform import PlatformList
from schemas.policy import PolicyPack
from schemas.round import Frozen, Round, RoundCandidate, RoundFile, RoundState
from vetting import __version__
from vetting.access import Actor, Permission, act
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import InputError, StateError
from vetting.office import Office
from vetting.policy.controls import Control, enforces
from vetting.policy.load import digest, digest_of
from vetting.policy.packs import pack_problems
from vetting.rounds.credentials import Readiness, readiness
from vetting.rounds.people import add_assignment
from vetting.store import Tx

MAX_ROUND_ID = 32
"""Characters: ids of 96 characters must hold round, role and person."""


@dataclass(frozen=True)
class Ruleset:
    """The documents a round is frozen with."""

    plan: SearchPlan
    pack: PolicyPack
    conduct: ConductList
    platforms: PlatformList
    lexicon_sha256: str
    frozen_digests: Mapping[str, str] | None = field(default=None, compare=False)
    """The digests recorded when these documents were frozen; absent before."""

    def documents(self) -> dict[str, BaseModel]:
        """By name, as `Frozen` keeps them."""
        return {"plan": self.plan, "pack": self.pack, "conduct": self.conduct, "platforms": self.platforms}

    def digests(self) -> dict[str, str]:
        """SHA-256 of each document, and of the lexicon: as frozen, also where this version's models know more fields."""
        if self.frozen_digests is not None:
            return dict(self.frozen_digests)
        return {
            **{name: digest(doc) for name, doc in self.documents().items()},
            "lexicon": self.lexicon_sha256,
        }


def open_round(office: Office, actor: Actor, file: RoundFile, rules: Ruleset) -> list[Readiness]:
    """Open the round of a round file; returns the investigators who cannot act yet or soon no longer can.

    Raises:
        InputError: `round_exists`, `round_id_too_long`, `duplicate_candidate`, `wrong_pack`.
        PolicyError: `role_conflict`.

    """
    with act(office.store, actor, Action.ROUND_OPENED, Permission.AGENCY_ROUND_OPEN) as deed:
        tx = deed.tx
        if len(file.round) > MAX_ROUND_ID:
            raise InputError(
                "round_id_too_long",
                f"The id of a round has at most {MAX_ROUND_ID} characters; everything in it is numbered behind that id.",
                remedy="Choose a shorter one, for example 2026-1.",
            )
        if tx.find(Round, id=file.round) is not None:
            raise InputError("round_exists", f"Round {file.round} exists already.", remedy="Choose another id.")
        if rules.pack.id != file.agency or rules.plan.id != file.plan:
            raise InputError(
                "wrong_pack",
                "The pack or plan loaded is not the one the round file names.",
                remedy="Check agency and plan in the file.",
            )
        _sound_pack(rules)
        deed.round = file.round
        tx.add(
            Round(
                id=file.round,
                agency=file.agency,
                position=file.position,
                sworn=file.sworn,
                state=RoundState.OPEN,
                version=1,
                opened_at=now(),
                opened_by=actor.person,
            )
        )
        office.vault.create_key(tx, file.round)
        freeze(tx, file.round, 1, rules, created_by=actor.person, approved_by=None)
        deed.note(
            **frozen_facts(rules, 1),
            sworn=file.sworn,
            private_hosts_allowed=office.settings.allow_private_hosts,
            hosts_unpaced=not office.settings.paced,
        )
        for person in file.people:
            assignment = add_assignment(tx, file.round, person.person, person.role, by=actor.person)
            deed.also(Action.ASSIGNMENT_MADE, person.person, assignment=assignment, given=person.role.value)
        for candidate in file.candidates:
            deed.case = _add_candidate(office, tx, file.round, candidate)
            deed.also(Action.CANDIDATE_ADDED, deed.case, number=candidate.number, kind=candidate.kind.value)
            deed.case = None
        return readiness(tx, ((person.person, person.role) for person in file.people))


def _sound_pack(rules: Ruleset) -> None:
    problems = pack_problems(rules.pack, rules.conduct)
    if problems:
        raise InputError(
            "unsound_pack",
            f"The policy pack {rules.pack.id} cannot be used: {problems[0].place}: {problems[0].message}",
            remedy="Run `vetting policy check` and mend what it lists.",
        )


def add_candidate(office: Office, actor: Actor, round_id: str, candidate: RoundCandidate) -> None:
    """Add a late candidate to an open round; the frozen plan applies to them as to all."""
    with act(office.store, actor, Action.CANDIDATE_ADDED, Permission.ROUND_ASSIGNMENT_MAKE, round_=round_id) as deed:
        open_only(deed.tx, round_id)
        deed.case = deed.subject = _add_candidate(office, deed.tx, round_id, candidate)
        deed.note(number=candidate.number, kind=candidate.kind.value)


def _add_candidate(office: Office, tx: Tx, round_id: str, candidate: RoundCandidate) -> str:
    case_id = f"{round_id}.{candidate.number:03d}"
    if tx.find(Case, id=case_id) is not None:
        raise InputError(
            "duplicate_candidate",
            f"Candidate {candidate.number} is in {round_id} already.",
            remedy="Numbers are used once.",
        )
    tx.add(Case(id=case_id, round=round_id, number=candidate.number, kind=candidate.kind, state=CaseState.OPEN))
    office.vault.create_key(tx, case_id)
    return case_id


@enforces(Control.UNIFORM_PLAN, Control.POLICY_VERSION_RECORD)
def freeze(tx: Tx, round_id: str, version: int, rules: Ruleset, *, created_by: str, approved_by: str | None) -> None:
    """Write a frozen version; whoever calls is inside an `act` of their own."""
    tx.add(
        Frozen(
            id=f"{round_id}.v{version}",
            round=round_id,
            version=version,
            documents={name: doc.model_dump(mode="json") for name, doc in rules.documents().items()},
            digests=rules.digests(),
            software=__version__,
            created_at=now(),
            created_by=created_by,
            approved_by=approved_by,
        )
    )


def frozen_facts(rules: Ruleset, version: int) -> dict[str, Any]:
    """What the log says of a frozen version: enough for an auditor to recompute uniformity from the log alone."""
    plan = rules.plan
    return {
        "agency": rules.pack.id,
        "plan": plan.id,
        "version": version,
        "digests": rules.digests(),
        "software": __version__,
        "steps": tuple({"key": s.key, "scope": s.scope.value, "action": s.action.value} for s in plan.steps),
        "limits": {
            "look_back_days": plan.look_back_days,
            "exclude_minor": plan.exclude_posts_as_minor,
            **plan.limits.model_dump(),
            **plan.hosts.model_dump(),
        },
    }


def open_only(tx: Tx, round_id: str) -> Round:
    """The round, provided it is open.

    Raises:
        StateError: `round_closed`.

    """
    found = tx.get(Round, round_id)
    if found.state is not RoundState.OPEN:
        raise StateError("round_closed", f"{round_id} is closed.", remedy="Nothing more is done in a closed round.")
    return found


def frozen(tx: Tx, round_id: str, version: int | None = None) -> Frozen:
    """A frozen version of a round; the one in force by default."""
    wanted = version if version is not None else tx.get(Round, round_id).version
    return tx.get(Frozen, f"{round_id}.v{wanted}")


def ruleset(tx: Tx, round_id: str, version: int | None = None) -> Ruleset:
    """The documents of a frozen version, checked against their digests.

    Raises:
        IntegrityError: never by itself; `digest_mismatch` is a `StateError`, because work must stop.

    """
    row = frozen(tx, round_id, version)
    lexicon = {"lexicon": row.digests["lexicon"]}
    rules = Ruleset(
        plan=SearchPlan.model_validate(row.documents["plan"]),
        pack=PolicyPack.model_validate(row.documents["pack"]),
        conduct=ConductList.model_validate(row.documents["conduct"]),
        platforms=PlatformList.model_validate(row.documents["platforms"]),
        lexicon_sha256=row.digests["lexicon"],
        frozen_digests=row.digests,
    )
    if {**{name: digest_of(document) for name, document in row.documents.items()}, **lexicon} != row.digests:
        raise StateError(
            "frozen_altered",
            f"The frozen documents of {row.id} do not match their digests.",
            law=2,
            remedy="Stop and tell the auditor.",
        )
    return rules
