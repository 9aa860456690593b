"""Law 1: whoever decides does not look. Every door a decision maker could look through, now, earlier or later."""

from collections.abc import Callable
from typing import Any

import pytest

from flows.collect import collect, collect_one
from flows.maintain import verify_evidence
from flows.prepare import prepare_case
from flows.release import release_case
from schemas.case import Case
from schemas.draft import ReviewDecision
from schemas.event import Result
from schemas.evidence import AttributionFactor, AttributionStatus, OpenReason
from schemas.finding import Means, Verdict
from schemas.hold import HoldReason
from schemas.lead import LeadAnswer, LeadContent
from schemas.person import AGENCY_ROLES, ROUND_ROLES, Role
from schemas.retention import FLOOR_DAYS, RetentionRule, RetentionTrigger
from schemas.round import DeviationKind, DeviationReason, RoundCandidate, RoundFile, RoundPerson
from schemas.withdrawal import WithdrawalReason
from tests.security.doors import (
    STATEMENT,
    collected,
    desk_of,
    log,
    refused,
)
from tests.world import ROUND, World, capture_of, rules, the_redactor
from vetting.access import Actor
from vetting.access.permissions import CONTENT, GRANTS, Permission, conflict
from vetting.cases import expand
from vetting.cases.disposal import authorise_disposal, dispose, lift_hold, place_hold
from vetting.clock import now
from vetting.collection.by_hand import import_step
from vetting.collection.keep import keep
from vetting.collection.worklist import open_step, worklist
from vetting.findings.leads import list_leads, read_lead, record_interview, record_lead
from vetting.findings.persons import issue_code, propose_factors
from vetting.findings.record import read_finding, record_finding, supersede_finding, withdraw_finding
from vetting.findings.triage import load_rules, triage
from vetting.findings.validate import record_attribution, record_corroboration
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.editing import change_spans, confirm_spans, read_draft, submit_draft
from vetting.review.decide import decide, read_as_board
from vetting.rounds.closing import close_round
from vetting.rounds.deviations import decide_deviation, request_deviation
from vetting.rounds.opening import add_candidate, open_round
from vetting.rounds.people import assign, end_assignment, give_agency_role
from vetting.sealing.release import release
from vetting.sealing.withdrawal import decide_withdrawal, read_withdrawal, request_withdrawal, withdrawals_of
from vetting.validation.report import validate
from vetting.vault.custody import custody, evidence_list, open_capture, open_posts
from vetting.vault.package import export_case
from vetting.vault.verification import verify_case, verify_round
from vetting.vault.wacz import open_as_wacz

RULE = RetentionRule(
    id="synthetic",
    schedule="Synthetic schedule",
    what="Synthetic records",
    floor_days=FLOOR_DAYS,
    trigger=RetentionTrigger.ROUND_CLOSED,
    authority="Synthetic authority",
    disposal_authority="RC-075",
)

LEAD = LeadContent(where="@synthetic@undeclared.invalid", how="Named in a post of a declared account.")
Door = Callable[[World, Actor, str], Any]

DOORS: dict[str, Door] = {
    "open posts": lambda w, a, c: open_posts(w.office, a, f"{c}.E1", OpenReason.COURT_ORDER),
    "open file": lambda w, a, c: open_capture(w.office, a, f"{c}.E1", OpenReason.REVIEW),
    "list evidence": lambda w, a, c: evidence_list(w.office, a, c),
    "custody": lambda w, a, c: custody(w.office, a, f"{c}.E1"),
    "verify evidence": lambda w, a, c: verify_case(w.office, a, c),
    "verify round": lambda w, a, c: verify_round(w.office, a, ROUND),
    "export case": lambda w, a, c: export_case(
        w.office, a, c, w.office.settings.home / "package", OpenReason.COURT_ORDER
    ),
    "export as WACZ": lambda w, a, c: open_as_wacz(w.office, a, f"{c}.E1", OpenReason.VALIDATE),
    "triage": lambda w, a, c: triage(w.office, a, c, load_rules(w.office.settings.config_dir)),
    "collect factors": lambda w, a, c: propose_factors(w.office, a, c),
    "issue code": lambda w, a, c: issue_code(w.office, a, f"{c}.A1"),
    "record lead": lambda w, a, c: record_lead(w.office, a, c, LEAD),
    "read lead": lambda w, a, c: read_lead(w.office, a, f"{c}.lead-1"),
    "list leads": lambda w, a, c: list_leads(w.office, a, c),
    "record interview": lambda w, a, c: record_interview(
        w.office, a, f"{c}.lead-1", LeadAnswer.DENIES, "Asked in the interview."
    ),
    "worklist": lambda w, a, _: worklist(w.office, a, ROUND),
    "open step": lambda w, a, c: open_step(w.office, a, f"{c}.S1"),
    "keep": lambda w, a, c: keep(w.office, a, "R1.002.S1", capture_of(None), started_at=now()),
    "import": lambda w, a, c: import_step(w.office, a, "R1.002.S1", b"<html>x</html>", None, STATEMENT),
    "read finding": lambda w, a, c: read_finding(w.office, a, f"{c}.F1"),
    "record finding": lambda w, a, c: record_finding(w.office, a, c, w.content(c)),
    "supersede finding": lambda w, a, c: supersede_finding(w.office, a, f"{c}.F1", w.content(c)),
    "withdraw finding": lambda w, a, c: withdraw_finding(w.office, a, f"{c}.F1"),
    "attribute": lambda w, a, c: record_attribution(
        w.office, a, f"{c}.A1", AttributionStatus.ATTRIBUTED, (AttributionFactor.DECLARED,)
    ),
    "corroborate": lambda w, a, c: record_corroboration(
        w.office, a, f"{c}.F1", Means.INTERVIEW, Verdict.CONFIRMED, "Asked in the interview."
    ),
    "prepare draft": lambda w, a, c: prepare_draft(w.office, a, c, the_redactor()),
    "read draft": lambda w, a, c: read_draft(w.office, a, f"{c}.D1"),
    "read as board": lambda w, a, c: read_as_board(w.office, a, c),
    "change spans": lambda w, a, c: change_spans(
        w.office, a, f"{c}.D1", finding=f"{c}.F1", field="quotation", restore=(0, 1)
    ),
    "confirm": lambda w, a, c: confirm_spans(w.office, a, f"{c}.D1"),
    "submit": lambda w, a, c: submit_draft(w.office, a, f"{c}.D1"),
    "validate": lambda w, a, c: validate(w.office, a, f"{c}.D1"),
    "approve": lambda w, a, c: decide(w.office, a, f"{c}.D1", ReviewDecision.APPROVED, certify=True),
    "release": lambda w, a, c: release(w.office, a, c),
    "request deviation": lambda w, a, c: request_deviation(
        w.office, a, ROUND, DeviationKind.OTHER, DeviationReason.OTHER, "A synthetic reason."
    ),
    "decide deviation": lambda w, a, c: decide_deviation(w.office, a, f"{ROUND}.deviation-1", approve=True),
    "request withdrawal": lambda w, a, c: request_withdrawal(
        w.office, a, c, WithdrawalReason.OTHER, "A synthetic reason."
    ),
    "decide withdrawal": lambda w, a, c: decide_withdrawal(w.office, a, f"{c}.summary-1.withdrawal-1", approve=True),
    "read withdrawal": lambda w, a, c: read_withdrawal(w.office, a, f"{c}.summary-1.withdrawal-1"),
    "list withdrawals": lambda w, a, c: withdrawals_of(w.office, a, ROUND),
    "add candidate": lambda w, a, c: add_candidate(w.office, a, ROUND, RoundCandidate(number=9)),
    "close round": lambda w, a, c: close_round(w.office, a, ROUND),
    "assign": lambda w, a, c: assign(w.office.store, a, ROUND, a.person, Role.INVESTIGATOR),
    "end assignment": lambda w, a, c: end_assignment(w.office.store, a, ROUND, a.person, Role.DECISION_MAKER),
    "agency role": lambda w, a, c: give_agency_role(w.office.store, a, a.person, Role.ADMINISTRATOR),
    "place hold": lambda w, a, c: place_hold(w.office, a, ROUND, c, HoldReason.AUDIT),
    "lift hold": lambda w, a, c: lift_hold(w.office, a, f"{ROUND}.hold-1"),
    "authorise disposal": lambda w, a, c: authorise_disposal(w.office, a, c, "RC-075-1", RULE),
    "dispose": lambda w, a, c: dispose(w.office, a, c),
    "flow: collect": lambda w, a, c: collect(ROUND),
    "flow: collect account": lambda w, a, c: keep_by_flow(w, a),
    "flow: prepare": lambda w, a, c: prepare_case.fn(c),
    "flow: release": lambda w, a, c: release_case.fn(c),
    "flow: verify": lambda w, a, c: verify_evidence.fn(c),
}


def keep_by_flow(world: World, actor: Actor) -> int:
    return int(collect_one("R1.002.A1"))


@pytest.fixture
def found(opened: World) -> tuple[World, str]:
    """Candidate 1 with a finding and a draft, candidate 2 with pending steps."""
    case = collected(opened)
    opened.find(case)
    opened.draft(case)
    opened.declare(2)
    with opened.office.store.transaction() as tx:
        expand(tx, tx.get(Case, "R1.002"))
    return opened, case


@pytest.mark.attacks("search_by_non_decision_maker", "evidence_access")
@pytest.mark.parametrize("door", DOORS)
def test_decision_maker_finds_every_door_shut(found: tuple[World, str], door: str) -> None:
    world, case = found
    before = len(log(world))
    with desk_of(world, "board-1"), refused("decision_maker_looks", "not_permitted"):
        DOORS[door](world, world.actors["board-1"], case)
    new = log(world)[before:]
    assert [e.result for e in new] == [Result.REFUSED]
    assert new[0].actor == "board-1"


@pytest.mark.attacks("evidence_access")
@pytest.mark.parametrize("person", ["aud-1", "admin-1", "board-1"])
@pytest.mark.parametrize(
    "door", ["open posts", "open file", "open step", "read finding", "read draft", "read as board"]
)
def test_content_is_shut_for_auditor_and_administrator(found: tuple[World, str], door: str, person: str) -> None:
    world, case = found
    with refused("decision_maker_looks", "not_permitted"):
        DOORS[door](world, world.actors[person], case)


@pytest.mark.attacks("evidence_access")
def test_investigator_of_another_round_cannot_open_evidence(found: tuple[World, str]) -> None:
    world, case = found
    other = world.add_person("inv-2")
    world.give_credentials("inv-2")
    file = RoundFile(
        round="R2",
        agency="bridgeport",
        position="Police officer",
        sworn=True,
        plan="declared-accounts",
        candidates=(RoundCandidate(number=1),),
        people=(RoundPerson(person="inv-2", role=Role.INVESTIGATOR),),
    )
    open_round(world.office, world.actors["admin-1"], file, rules())
    with refused("not_permitted"):
        open_posts(world.office, other, f"{case}.E1", OpenReason.FIND)


@pytest.mark.attacks("search_by_non_decision_maker", "evidence_access")
def test_no_role_that_decides_reaches_content() -> None:
    assert GRANTS[Role.DECISION_MAKER] == {Permission.CASE_SUMMARY_FETCH}
    assert not GRANTS[Role.AUDITOR] & (CONTENT | {Permission.CASE_SUMMARY_FETCH})
    assert not GRANTS[Role.ADMINISTRATOR] & (CONTENT | {Permission.CASE_SUMMARY_FETCH})
    for role in set(Role) - {Role.DECISION_MAKER}:
        assert Permission.CASE_SUMMARY_FETCH not in GRANTS[role]
        if role is not Role.RECORDS_OFFICER:
            assert conflict(Role.DECISION_MAKER, frozenset({role})) is role
            assert conflict(role, frozenset({Role.DECISION_MAKER})) is Role.DECISION_MAKER
    assert set(GRANTS) == AGENCY_ROLES | ROUND_ROLES


@pytest.mark.attacks("evidence_access")
def test_every_opening_leaves_who_why_and_what(found: tuple[World, str]) -> None:
    world, case = found
    open_posts(world.office, world.actors["inv-1"], f"{case}.E1", OpenReason.FIND)
    open_capture(world.office, world.actors["rev-1"], f"{case}.E1", OpenReason.REVIEW)
    opened = log(world, "evidence.opened", Result.DONE)
    assert [(e.actor, e.details["reason"], e.details["role"], e.subject) for e in opened] == [
        ("inv-1", "find", "investigator", f"{case}.E1"),
        ("rev-1", "review", "reviewer", f"{case}.E1"),
    ]


@pytest.mark.attacks("evidence_access")
def test_evidence_id_of_another_case_opens_nothing_by_its_form(found: tuple[World, str]) -> None:
    world, _ = found
    for evidence in ("R1.002.E1", "R1.001.E99", "R1.001", "R1.001.E1.E1", "../R1.001.E1", ""):
        with refused("unknown_id"):
            open_posts(world.office, world.actors["inv-1"], evidence, OpenReason.FIND)
