"""A small installation with people, a round and candidates, made in a moment: the ground most tests stand on.

Everything goes through the same functions that the commands use; only the network is replaced, by captures made here.
All people and candidates are synthetic.
"""

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.case import Case, CaseState, Step
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.draft import Release, ReviewDecision
from schemas.evidence import AttributionFactor, AttributionStatus, Evidence
from schemas.finding import Basis, Citation, FindingContent, Means, Verdict
from schemas.person import CredentialKind, Role
from schemas.post import Authorship, Post
from schemas.round import CandidateKind, RoundCandidate, RoundFile, RoundPerson
from vetting.access import Actor, sign_in
from vetting.cases import expand, missing_steps, move
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.findings.record import record_finding
from vetting.findings.validate import record_attribution, record_corroboration
from vetting.installation import initialise
from vetting.intake.record import record_declaration
from vetting.keys import locked
from vetting.keys.locked import ScryptCost
from vetting.keys.person import PersonKey
from vetting.office import Office
from vetting.policy.load import load_conduct, load_pack, load_plan, load_platforms
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.editing import confirm_spans, submit_draft
from vetting.redaction.engine import Redactor, redactor
from vetting.review.decide import decide
from vetting.rounds.credentials import record_credential
from vetting.rounds.opening import Ruleset, open_round, ruleset
from vetting.rounds.people import enrol
from vetting.sealing.release import release
from vetting.settings import Settings
from vetting.store import Store
from vetting.validation.report import validate
from vetting.vault import Objects, Vault

PASSPHRASE = "synthetic passphrase for tests"
ROUND = "R1"
PEOPLE = {
    "inv-1": Role.INVESTIGATOR,
    "rev-1": Role.REVIEWER,
    "board-1": Role.DECISION_MAKER,
    "board-2": Role.DECISION_MAKER,
    "aud-1": Role.AUDITOR,
}
TEXTS = (
    "Synthetic post one: planted tomatoes today.",
    "Synthetic post two: drove home at twice the limit and filmed it.",
    "Synthetic post three: rain again.",
)


@cache
def person_key(person: str) -> PersonKey:
    """One key for each synthetic person; made once for all tests of a process."""
    return PersonKey.create(person)


@lru_cache(maxsize=16)
def rules(agency: str = "bridgeport", plan: str = "declared-accounts") -> Ruleset:
    """The documents a round is opened with, as the commands load them."""
    folder = Settings().config_dir
    return Ruleset(
        plan=load_plan(plan, folder),
        pack=load_pack(agency, folder),
        conduct=load_conduct(folder),
        platforms=load_platforms(folder),
        lexicon_sha256=the_redactor().lexicon_sha256,
    )


def the_redactor() -> Redactor:
    """The redactor of the shipped configuration."""
    return redactor(Settings().config_dir)


def capture_of(
    account: DeclaredAccount | None, texts: Sequence[str] = TEXTS, *, method: str = "mastodon_api"
) -> Capture:
    """A capture with these posts, as a collector would give it."""
    data = "\n".join(texts).encode()
    posts = tuple(
        Post(
            number=number,
            source_id=f"item-{number}",
            author=account.user if account else "synthetic",
            authorship=Authorship.OWN,
            time=datetime(2025, 5, number, tzinfo=UTC),
            text=text,
        )
        for number, text in enumerate(texts, start=1)
    )
    return Capture(
        outcome=StepOutcome.CAPTURED if texts else StepOutcome.NO_CONTENT,
        method=method,
        data=data,
        posts=posts,
        content_sha256=hashlib.sha256(data).hexdigest(),
        captured_at=now(),
        requests=1,
    )


@cache
def _master(cost: ScryptCost) -> "World":
    """The installation that is copied.

    Its key file is made at the `cost` that the product asks at the moment: a test that does not lower it must not
    be given the file of one that did.
    """
    assert cost == locked.STANDARD
    folder = Path(tempfile.mkdtemp(prefix="vetting-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings = Settings(home=folder / "home", allow_private_hosts=True, unpaced_test_hosts=True)
    office = initialise(settings, "Synthetic Police Department", "admin-1", person_key("admin-1").public, PASSPHRASE)
    world = World(office)
    world.actors["admin-1"] = sign_in(office.store, "admin-1", person_key("admin-1").sign)
    for person in PEOPLE:
        world.add_person(person)
    world.give_credentials("inv-1")
    office.close()
    return world


@dataclass
class World:
    """An installation under `home`, with everybody signed in."""

    office: Office
    actors: dict[str, Actor] = field(default_factory=dict)

    @classmethod
    def make(cls, home: Path) -> "World":
        """An installation with one administrator and the people of `PEOPLE`, none in a round yet.

        Made once for each process and key cost, and copied: the product's key derivation is slow on purpose.
        """
        master = _master(locked.STANDARD)
        shutil.copytree(master.office.settings.home, home)
        settings = Settings(home=home, allow_private_hosts=True, unpaced_test_hosts=True)
        store = Store(settings.resolved_database_url())
        keys = master.office.keys
        vault = Vault(Objects(None, home / "vault"), keys.vault_kek)
        return cls(Office(settings, store, vault, keys), dict(master.actors))

    def add_person(self, person: str) -> Actor:
        """Enrol somebody and sign them in."""
        enrol(self.office.store, self.actors["admin-1"], person, person_key(person).public)
        self.actors[person] = sign_in(self.office.store, person, person_key(person).sign)
        return self.actors[person]

    def give_credentials(self, person: str, until: date | None = None) -> None:
        """Record all three credentials of an investigator."""
        for kind in CredentialKind:
            record_credential(self.office.store, self.actors["admin-1"], person, kind, date(2026, 1, 1), until)

    def open_round(
        self,
        candidates: int = 2,
        *,
        agency: str = "bridgeport",
        plan: str = "declared-accounts",
        kind: CandidateKind = CandidateKind.ENTRY,
    ) -> None:
        """Open round R1 with everybody in their role."""
        file = RoundFile(
            round=ROUND,
            agency=agency,
            position="Police officer",
            sworn=True,
            plan=plan,
            candidates=tuple(RoundCandidate(number=n, kind=kind) for n in range(1, candidates + 1)),
            people=tuple(RoundPerson(person=p, role=r) for p, r in PEOPLE.items()),
        )
        open_round(self.office, self.actors["admin-1"], file, rules(agency, plan))

    def declare(
        self,
        number: int = 1,
        accounts: int = 1,
        *,
        supersedes: int | None = None,
        name: str = "",
        kind: CandidateKind = CandidateKind.ENTRY,
        host: str = "127.0.0.1:9",
    ) -> str:
        """Record a declaration with so many fediverse accounts (0: an explicit none); returns the case id."""
        declaration = Declaration(
            round=ROUND,
            candidate=number,
            kind=kind,
            identity=CandidateIdentity(full_name=name or f"Synthia Testcase{number}", birth_date=date(1990, 1, 2)),
            accounts=tuple(
                AccountDeclaration(platform="mastodon", url=f"http://{host}/@synthetic{number}x{i}")
                for i in range(1, accounts + 1)
            ),
            none_declared=accounts == 0,
            notice_version="2026-1",
            notice_acknowledged_on=date(2026, 1, 15),
            supersedes=supersedes,
        )
        with self.office.store.reading() as tx:
            platforms = ruleset(tx, ROUND).platforms
        return record_declaration(self.office, self.actors["inv-1"], declaration, platforms)

    def collect(self, case_id: str, texts: Sequence[str] = TEXTS) -> list[str]:
        """Give every pending step of a case a capture, and move the case on; returns the evidence ids."""
        with self.office.store.transaction() as tx:
            pending = expand(tx, tx.get(Case, case_id))
        kept = [
            keep(self.office, self.actors["inv-1"], s.id, capture_of(None, texts), started_at=now()) for s in pending
        ]
        with self.office.store.transaction() as tx:
            case = tx.get(Case, case_id)
            if case.state is CaseState.DECLARED and not missing_steps(tx, case):
                move(tx, case_id, CaseState.COLLECTED)
        return [item for item in kept if item]

    def steps(self, case_id: str) -> list[Step]:
        """All step rows of a case."""
        with self.office.store.reading() as tx:
            return tx.all(Step, order=("ordinal", "id"), case=case_id)

    def evidence(self, case_id: str) -> list[Evidence]:
        """All evidence rows of a case."""
        with self.office.store.reading() as tx:
            return tx.all(Evidence, order=("id",), case=case_id)

    def case(self, case_id: str) -> Case:
        """The case's row."""
        with self.office.store.reading() as tx:
            return tx.get(Case, case_id)

    def content(
        self, case_id: str, *, code: str = "reckless", narrative: str = "", item: int = 2, **changes: object
    ) -> FindingContent:
        """A sound finding on the second synthetic post of a case's first evidence item."""
        text = TEXTS[item - 1]
        fields: dict[str, object] = {
            "code": code,
            "basis": (Basis.CONDUCT,),
            "citations": (Citation(evidence=self.evidence(case_id)[0].id, item=item, start=0, end=len(text)),),
            "narrative": narrative or "The candidate wrote about driving at twice the limit.",
            "quotation": text,
            "context": "",
            **changes,
        }
        return FindingContent.model_validate(fields)

    def find(self, case_id: str, *, corroborated: bool = True, attributed: bool = True, **changes: object) -> str:
        """Record a finding, and what makes it usable; returns its id."""
        actor = self.actors["inv-1"]
        finding = record_finding(self.office, actor, case_id, self.content(case_id, **changes))
        if attributed:
            account = self.evidence(case_id)[0].account
            record_attribution(self.office, actor, account, AttributionStatus.ATTRIBUTED, (AttributionFactor.DECLARED,))
        if corroborated:
            record_corroboration(
                self.office, actor, finding, Means.INTERVIEW, Verdict.CONFIRMED, "Asked and confirmed in the interview."
            )
        return finding

    def draft(self, case_id: str) -> str:
        """Prepare and confirm a draft; returns its id."""
        actor = self.actors["inv-1"]
        return confirm_spans(self.office, actor, prepare_draft(self.office, actor, case_id, the_redactor()))

    def submit(self, case_id: str) -> str:
        """Draft, validate and submit; returns the draft's id."""
        draft = self.draft(case_id)
        report = validate(self.office, self.actors["inv-1"], draft)
        assert report.passed, report.failures
        submit_draft(self.office, self.actors["inv-1"], draft)
        return draft

    def approve(self, case_id: str) -> str:
        """Bring a collected case to approval; returns the draft's id."""
        draft = self.submit(case_id)
        decide(self.office, self.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
        return draft

    def release(self, case_id: str) -> Release:
        """Bring a collected case to its sealed summary."""
        self.approve(case_id)
        return release(self.office, self.actors["rev-1"], case_id)
