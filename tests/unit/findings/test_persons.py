"""Factors for an account being the candidate's: found in captured profiles, proposed, and never decided."""

import hashlib
from datetime import UTC, date, datetime

import pytest

from schemas.case import Case
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.evidence import AttributionFactor, AttributionStatus, Proposal
from schemas.finding import Basis, Citation, Means, Verdict
from schemas.plan import StepAction
from schemas.post import Authorship, Media, Post
from schemas.round import CandidateKind
from tests.security.doors import collected, drop_rules, log, refused, sql
from tests.world import ROUND, World, capture_of, rules
from vetting.cases import expand, settle
from vetting.cases.findings import attribution, blocked_findings
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.findings.persons import Proposed, issue_code, propose_factors
from vetting.findings.record import record_finding
from vetting.findings.validate import record_corroboration
from vetting.intake.record import record_declaration

F = AttributionFactor
EMAIL = "Synthia.Testcase@mail.invalid"


def declare(world: World, accounts: int = 2) -> str:
    return record_declaration(
        world.office,
        world.actors["inv-1"],
        Declaration(
            round=ROUND,
            candidate=1,
            kind=CandidateKind.ENTRY,
            identity=CandidateIdentity(
                full_name="Synthia Tést-Case",
                other_names=("Thia Sample",),
                birth_date=date(1990, 1, 2),
                emails=(EMAIL,),
            ),
            accounts=tuple(
                AccountDeclaration(platform="mastodon", url=f"http://127.0.0.1:9/@synthetic{n}")
                for n in range(1, accounts + 1)
            ),
            notice_version="2026-1",
            notice_acknowledged_on=date(2026, 1, 15),
        ),
        rules().platforms,
    )


def keep_profile(world: World, case: str, post: Post, *, other: Post | None = None) -> None:
    """The first account's profile says this, everything else is empty of it."""
    with world.office.store.transaction() as tx:
        pending = expand(tx, tx.get(Case, case))
    for step in pending:
        mine = step.account == f"{case}.A1"
        shown = post if mine and step.action is StepAction.PROFILE else other if mine else None
        capture = capture_of(None, ("A post about nothing.",))
        capture = capture.model_copy(update={"posts": (shown,)}) if shown else capture
        keep(world.office, world.actors["inv-1"], step.id, capture, started_at=now())
    with world.office.store.transaction() as tx:
        settle(tx, case)


def profile(text: str = "", **changes: object) -> Post:
    fields: dict[str, object] = {
        "number": 1,
        "source_id": "profile",
        "author": "synthetic1",
        "authorship": Authorship.OWN,
        "time": None,
        "text": text,
    }
    return Post.model_validate({**fields, **changes})


AVATAR = "https://avatars.invalid/avatar/"
PROFILES: dict[str, tuple[Post, set[AttributionFactor]]] = {
    "nothing": (profile("Just a synthetic person."), set()),
    "link in the text": (profile("Also http://127.0.0.1:9/@synthetic2"), {F.LINK_BACK}),
    "link in a field": (profile("Me", links=("http://www.127.0.0.1:9/@Synthetic2/",)), {F.LINK_BACK}),
    "link, other case and slash": (profile("Me", links=("https://127.0.0.1:9/@Synthetic2/",)), {F.LINK_BACK}),
    "link to itself": (profile("Me", links=("http://127.0.0.1:9/@synthetic1",)), set()),
    "link to the host only": (profile("Me", links=("http://127.0.0.1:9/",)), set()),
    "name": (profile("synthia  TEST-CASE\nnote"), {F.SAME_NAME}),
    "other name": (profile("Thia Sample\nnote"), {F.SAME_NAME}),
    "name inside a sentence": (profile("Fan club of Thia Sample and friends"), set()),
    "e-mail digest": (
        profile("x", media=(Media(type="image", url=AVATAR + hashlib.sha256(EMAIL.lower().encode()).hexdigest()),)),
        {F.EMAIL_DIGEST},
    ),
    "old e-mail digest": (
        profile(
            "x",
            media=(
                Media(
                    type="image", url=AVATAR + hashlib.md5(EMAIL.lower().encode(), usedforsecurity=False).hexdigest()
                ),
            ),
        ),
        {F.EMAIL_DIGEST},
    ),
    "another's words": (profile("Thia Sample", authorship=Authorship.HOSTED), set()),
}


@pytest.mark.parametrize("shown", PROFILES)
def test_factors_are_what_the_profile_shows(opened: World, shown: str) -> None:
    post, expected = PROFILES[shown]
    case = declare(opened)
    keep_profile(opened, case, post)
    first, second = propose_factors(opened.office, opened.actors["inv-1"], case)
    assert set(first.factors) == {F.DECLARED} | expected
    assert all(ids == (f"{case}.E1",) for factor, ids in first.factors.items() if factor is not F.DECLARED)
    assert second == Proposed(f"{case}.A2", {F.DECLARED: ()})
    assert log(opened)[-1].details["proposed"][f"{case}.A1"] == tuple(f.value for f in first.factors)
    assert EMAIL.lower() not in str(log(opened)).lower()


def test_a_name_counts_on_the_profile_and_not_in_a_post(opened: World) -> None:
    case = declare(opened)
    keep_profile(opened, case, profile("Hello"), other=profile("Thia Sample", time=datetime(2025, 5, 1, tzinfo=UTC)))
    assert set(propose_factors(opened.office, opened.actors["inv-1"], case)[0].factors) == {F.DECLARED}


def test_the_code_is_found_where_the_candidate_put_it(opened: World) -> None:
    case = declare(opened)
    code = issue_code(opened.office, opened.actors["inv-1"], f"{case}.A1")
    other = issue_code(opened.office, opened.actors["inv-1"], f"{case}.A2")
    assert code != other
    assert code not in str(log(opened))
    keep_profile(opened, case, profile(f"Hello {code.lower()}"))
    first, second = propose_factors(opened.office, opened.actors["inv-1"], case)
    assert first.factors[F.CODE_POSTED] == (f"{case}.E1",)
    assert F.CODE_POSTED not in second.factors


@pytest.mark.attacks("right_person")
def test_a_code_of_another_account_or_in_anothers_words_is_no_factor(opened: World) -> None:
    case = declare(opened)
    code = issue_code(opened.office, opened.actors["inv-1"], f"{case}.A1")
    other = issue_code(opened.office, opened.actors["inv-1"], f"{case}.A2")
    keep_profile(opened, case, profile(f"Hello {other}"), other=profile(code, authorship=Authorship.HOSTED))
    assert set(propose_factors(opened.office, opened.actors["inv-1"], case)[0].factors) == {F.DECLARED}


def test_proposals_are_kept_when_something_changed(opened: World) -> None:
    case = declare(opened)
    keep_profile(opened, case, profile("Thia Sample"))
    for _ in range(2):
        propose_factors(opened.office, opened.actors["inv-1"], case)
    with opened.office.store.reading() as tx:
        rows = tx.all(Proposal, order=("id",), case=case)
    assert [(row.id, row.factors) for row in rows] == [
        (f"{case}.A1.proposal-1", (F.DECLARED, F.SAME_NAME)),
        (f"{case}.A2.proposal-1", (F.DECLARED,)),
    ]


@pytest.mark.attacks("right_person")
def test_a_proposal_decides_nothing(opened: World) -> None:
    """However much speaks for an account, its items are no facts before a person has judged."""
    case = declare(opened)
    code = issue_code(opened.office, opened.actors["inv-1"], f"{case}.A1")
    keep_profile(opened, case, profile(f"Thia Sample\n{code}", links=("http://127.0.0.1:9/@synthetic2",)))
    first, _ = propose_factors(opened.office, opened.actors["inv-1"], case)
    assert len(first.factors) == 4
    with opened.office.store.reading() as tx:
        assert attribution(tx, f"{case}.A1") is AttributionStatus.UNRESOLVED
    content = opened.content(case).model_copy(
        update={
            "citations": (Citation(evidence=f"{case}.E1", item=1, start=0, end=4),),
            "quotation": "Thia",
            "basis": (Basis.CONDUCT,),
        }
    )
    finding = record_finding(opened.office, opened.actors["inv-1"], case, content)
    record_corroboration(
        opened.office, opened.actors["inv-1"], finding, Means.INTERVIEW, Verdict.CONFIRMED, "Asked and confirmed."
    )
    with opened.office.store.reading() as tx:
        assert blocked_findings(tx, case) == {finding: "account_not_attributed"}


@pytest.mark.attacks("right_person", "evidence_access")
def test_only_an_investigator_has_factors_collected_or_codes_made(opened: World) -> None:
    case = collected(opened)
    for person in ("rev-1", "board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            propose_factors(opened.office, opened.actors[person], case)
        with refused("not_permitted", "decision_maker_looks"):
            issue_code(opened.office, opened.actors[person], f"{case}.A1")


@pytest.mark.attacks("authentic_capture")
def test_nothing_is_proposed_from_altered_evidence(opened: World) -> None:
    case = declare(opened)
    keep_profile(opened, case, profile("Hello"))
    drop_rules(opened)
    sql(opened, "UPDATE evidence SET sha256 = content_sha256, object = posts_object WHERE id = ?", f"{case}.E1")
    with refused("object_altered", "evidence_altered"):
        propose_factors(opened.office, opened.actors["inv-1"], case)
