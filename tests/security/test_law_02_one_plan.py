"""Law 2: one plan for everybody. Steps left out, plans changed behind the back, summaries released too early."""

import json
import shutil
from pathlib import Path

import pytest
import yaml

from schemas.capture import StepOutcome
from schemas.case import Case, CaseState
from schemas.event import Result
from schemas.round import RoundCandidate
from tests.security.doors import at_once, codes_of, collected, drop_rules, log, refused, sql, sql_refused, state
from tests.world import ROUND, World, capture_of, rules, the_redactor
from vetting.cases import expand, missing_steps, move, settle
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.findings.record import record_finding
from vetting.intake.record import record_declaration
from vetting.policy.load import digest, load_conduct, load_pack, load_plan, load_platforms
from vetting.redaction.drafting import prepare_draft
from vetting.redaction.engine import redactor
from vetting.rounds.closing import close_round
from vetting.rounds.opening import Ruleset, add_candidate, frozen, ruleset
from vetting.rounds.replanning import approve_replan, request_replan
from vetting.sealing.release import release


def changed_rules(world: World, tmp_path: Path, **changes: object) -> Ruleset:
    """The rules of an edited configuration folder."""
    folder = tmp_path / "config"
    if not folder.exists():
        shutil.copytree(world.office.settings.config_dir, folder)
    path = folder / "plans" / "declared-accounts.yaml"
    path.write_text(yaml.safe_dump({**yaml.safe_load(path.read_text()), **changes}))
    return Ruleset(
        plan=load_plan("declared-accounts", folder),
        pack=load_pack("bridgeport", folder),
        conduct=load_conduct(folder),
        platforms=load_platforms(folder),
        lexicon_sha256=the_redactor().lexicon_sha256,
    )


def replanned(world: World, tmp_path: Path) -> int:
    new = changed_rules(world, tmp_path, version=2, look_back_days=30)
    request_replan(world.office, world.actors["admin-1"], ROUND, new)
    return approve_replan(world.office, world.actors["rev-1"], ROUND, new)


def pending(world: World, case: str) -> list[str]:
    with world.office.store.transaction() as tx:
        return [s.id for s in expand(tx, tx.get(Case, case))]


@pytest.mark.attacks("uniform_plan", "mandatory_internet_content")
@pytest.mark.parametrize(
    "target", [s for s in CaseState if s not in {CaseState.OPEN, CaseState.DECLARED, CaseState.DISPOSED}]
)
def test_no_state_is_reached_while_a_step_is_missing(opened: World, target: CaseState) -> None:
    case = opened.declare(1, 2)
    first, *_ = pending(opened, case)
    keep(opened.office, opened.actors["inv-1"], first, capture_of(None), started_at=now())
    with refused("out_of_order", "requirements_unmet"), opened.office.store.transaction() as tx:
        move(tx, case, target)
    assert state(opened, case) is CaseState.DECLARED


@pytest.mark.attacks("uniform_plan", "mandatory_internet_content")
def test_release_with_a_step_missing_is_refused_even_from_approved(opened: World) -> None:
    """The owner of the database takes an outcome away from an approved case; the gate counts again."""
    case = collected(opened)
    opened.approve(case)
    drop_rules(opened)
    sql(opened, "UPDATE step SET outcome = NULL, finished_at = NULL WHERE id = ?", f"{case}.S1")
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "steps_missing" in caught.value.message
    assert state(opened, case) is CaseState.APPROVED


@pytest.mark.attacks("mandatory_internet_content")
def test_case_state_written_by_hand_releases_nothing(opened: World) -> None:
    case = opened.declare(1)
    for stand in ("collected", "drafted", "in_review", "approved"):
        sql(opened, "UPDATE case_file SET state = ? WHERE id = ?", stand, case)
        with refused("out_of_order", "requirements_unmet"):
            release(opened.office, opened.actors["rev-1"], case)
    assert sql(opened, "SELECT count(*) FROM release") == [(0,)]


@pytest.mark.attacks("mandatory_internet_content")
def test_round_closes_only_when_every_candidate_was_vetted(opened: World) -> None:
    opened.release(collected(opened))
    with refused("candidates_unfinished"):
        close_round(opened.office, opened.actors["admin-1"], ROUND)


@pytest.mark.attacks("uniform_plan")
@pytest.mark.parametrize("reason", ["", "none_declared", "deviation", "not_needed"])
def test_collector_cannot_leave_a_step_out_without_a_deviation(opened: World, reason: str) -> None:
    case = opened.declare(1)
    step, *_ = pending(opened, case)
    omitted = capture_of(None, ()).model_copy(update={"outcome": StepOutcome.NOT_APPLICABLE, "reason": reason})
    with refused("omission_not_approved"):
        keep(opened.office, opened.actors["inv-1"], step, omitted, started_at=now())
    assert opened.steps(case)[0].outcome is None
    assert log(opened, "step.recorded", Result.REFUSED)[-1].code == "omission_not_approved"


@pytest.mark.attacks("uniform_plan")
def test_two_keeps_of_one_step_leave_one_outcome(opened: World) -> None:
    case = opened.declare(1)
    step, *_ = pending(opened, case)
    results = at_once(
        *(
            lambda n=n: keep(
                opened.office, opened.actors["inv-1"], step, capture_of(None, (f"text {n}",)), started_at=now()
            )
            for n in range(4)
        )
    )
    assert codes_of(results) == ["step_done"] * 3
    assert len(opened.evidence(case)) == 1
    assert len([e for e in log(opened, "step.recorded", Result.DONE) if e.subject == step]) == 1
    assert len(log(opened, "step.recorded", Result.REFUSED)) == 3


@pytest.mark.attacks("uniform_plan")
def test_step_done_is_not_done_again(opened: World) -> None:
    case = collected(opened)
    with refused("step_done"):
        keep(opened.office, opened.actors["inv-1"], f"{case}.S1", capture_of(None, ("other",)), started_at=now())
    assert log(opened)[-1].code == "step_done"


@pytest.mark.attacks("uniform_plan")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE step SET outcome = 'not_found' WHERE outcome IS NOT NULL",
        "UPDATE step SET outcome = NULL WHERE outcome IS NOT NULL",
        "UPDATE step SET key = 'other'",
        "UPDATE step SET account = ''",
        "DELETE FROM step",
        "DELETE FROM account",
        'UPDATE account SET "case" = "case" || "x"',
        "INSERT OR REPLACE INTO step SELECT * FROM step",
        "UPDATE frozen SET documents = '{}'",
        "DELETE FROM frozen",
        "INSERT OR REPLACE INTO frozen SELECT * FROM frozen",
        "INSERT INTO frozen SELECT id || 'x', round, 2, documents, digests, software, created_at, created_by, NULL FROM frozen",
        "INSERT INTO frozen SELECT id || 'x', round, 2, documents, digests, software, created_at, created_by, created_by FROM frozen",
        "UPDATE round SET agency = 'colchester'",
        "UPDATE round SET sworn = 0",
        "DELETE FROM case_file",
        "INSERT OR REPLACE INTO case_file SELECT * FROM case_file",
        "UPDATE OR REPLACE case_file SET id = 'R1.001' WHERE id = 'R1.002'",
        "UPDATE case_file SET kind = 'lateral'",
    ],
)
def test_database_keeps_plan_steps_and_cases(opened: World, statement: str) -> None:
    collected(opened)
    sql_refused(opened, statement)


@pytest.mark.attacks("uniform_plan", "policy_version_record")
def test_frozen_plan_edited_in_the_database_stops_the_work(opened: World) -> None:
    """Even with the rules of the database taken away: the digest beside the plan no longer fits."""
    case = opened.declare(1)
    drop_rules(opened)
    documents = json.loads(sql(opened, "SELECT documents FROM frozen")[0][0])
    documents["plan"]["steps"] = documents["plan"]["steps"][:1]
    sql(opened, "UPDATE frozen SET documents = ?", json.dumps(documents))
    with refused("frozen_altered"), opened.office.store.transaction() as tx:
        expand(tx, tx.get(Case, case))
    with refused("frozen_altered"), opened.office.store.transaction() as tx:
        settle(tx, case)
    with refused("frozen_altered"), opened.office.store.reading() as tx:
        ruleset(tx, ROUND)


@pytest.mark.attacks("policy_version_record")
def test_plan_and_digest_edited_together_still_contradict_the_log(opened: World) -> None:
    """The boundary: whoever may rewrite rows freely can make them agree with each other, and not with the signed log."""
    said = log(opened, "round.opened")[0].details["digests"]
    drop_rules(opened)
    documents, digests = (json.loads(text) for text in sql(opened, "SELECT documents, digests FROM frozen")[0])
    plan = rules().plan.model_copy(update={"look_back_days": 1})
    documents["plan"], digests["plan"] = plan.model_dump(mode="json"), digest(plan)
    sql(opened, "UPDATE frozen SET documents = ?, digests = ?", json.dumps(documents), json.dumps(digests))
    with opened.office.store.reading() as tx:
        assert frozen(tx, ROUND).digests != said


@pytest.mark.attacks("policy_version_record")
def test_opening_puts_every_version_on_record(opened: World) -> None:
    details = log(opened, "round.opened")[0].details
    assert details["digests"] == rules().digests()
    assert set(details["digests"]) >= {"plan", "pack", "conduct", "platforms", "lexicon"}
    assert details["software"]
    assert details["private_hosts_allowed"] is True


@pytest.mark.attacks("uniform_plan")
def test_configuration_edited_after_opening_changes_nothing(opened: World, tmp_path: Path) -> None:
    edited = changed_rules(opened, tmp_path, look_back_days=1)
    assert edited.plan != rules().plan
    with opened.office.store.reading() as tx:
        assert ruleset(tx, ROUND).plan == rules().plan
        assert ruleset(tx, ROUND).plan != edited.plan


@pytest.mark.attacks("uniform_plan", "plan_only")
def test_platform_list_edited_after_opening_is_refused_at_intake(opened: World) -> None:
    declaration_of = opened.declare
    edited = rules().platforms.model_copy(update={"platforms": rules().platforms.platforms[:1]})
    case = declaration_of(1)
    from datetime import date

    from schemas.declaration import CandidateIdentity, Declaration

    declaration = Declaration(
        round=ROUND,
        candidate=2,
        kind="entry",
        identity=CandidateIdentity(full_name="Synthia Testcase2"),
        none_declared=True,
        notice_version="2026-1",
        notice_acknowledged_on=date(2026, 1, 15),
    )
    with refused("platforms_differ"):
        record_declaration(opened.office, opened.actors["inv-1"], declaration, edited)
    assert state(opened, case) is CaseState.DECLARED


@pytest.mark.attacks("uniform_plan", "filter_protected_classes")
def test_lexicon_changed_after_opening_drafts_nothing(opened: World, tmp_path: Path) -> None:
    case = collected(opened)
    opened.find(case)
    folder = tmp_path / "config"
    shutil.copytree(opened.office.settings.config_dir, folder)
    path = folder / "protected-classes" / "religion.yaml"
    path.write_text(path.read_text() + "\n# edited\n")
    other = redactor(folder)
    assert other.lexicon_sha256 != the_redactor().lexicon_sha256
    with refused("lexicon_differs"):
        prepare_draft(opened.office, opened.actors["inv-1"], case, other)


@pytest.mark.attacks("uniform_plan")
def test_draft_of_an_old_plan_version_is_not_released(opened: World, tmp_path: Path) -> None:
    case = collected(opened)
    opened.approve(case)
    assert replanned(opened, tmp_path) == 2
    assert state(opened, case) is CaseState.DECLARED
    sql(opened, "UPDATE case_file SET state = 'approved' WHERE id = ?", case)
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "steps_missing" in caught.value.message
    assert "draft_of_old_plan" in caught.value.message


@pytest.mark.attacks("uniform_plan")
def test_new_version_is_run_again_for_everybody(opened: World, tmp_path: Path) -> None:
    first, second = collected(opened, 1), collected(opened, 2)
    replanned(opened, tmp_path)
    for case in (first, second):
        with opened.office.store.reading() as tx:
            assert len(missing_steps(tx, tx.get(Case, case))) == 2
        with refused("collection_unfinished"):
            record_finding(opened.office, opened.actors["inv-1"], case, opened.content(case))


@pytest.mark.attacks("uniform_plan", "four_eyes")
def test_new_version_needs_a_request_by_somebody_else_for_these_very_documents(opened: World, tmp_path: Path) -> None:
    admin, reviewer = opened.actors["admin-1"], opened.actors["rev-1"]
    new = changed_rules(opened, tmp_path, version=2, look_back_days=30)
    with refused("not_requested"):
        approve_replan(opened.office, reviewer, ROUND, new)
    request_replan(opened.office, admin, ROUND, new)
    with refused("not_permitted"):
        approve_replan(opened.office, admin, ROUND, new)
    other = changed_rules(opened, tmp_path, version=2, look_back_days=31)
    with refused("other_documents"):
        approve_replan(opened.office, reviewer, ROUND, other)
    assert sql(opened, "SELECT version FROM round") == [(1,)]


@pytest.mark.attacks("uniform_plan", "four_eyes")
def test_administrator_who_is_also_reviewer_does_not_approve_their_own_plan(opened: World, tmp_path: Path) -> None:
    from schemas.person import Role
    from vetting.rounds.people import assign

    assign(opened.office.store, opened.actors["admin-1"], ROUND, "admin-1", Role.REVIEWER)
    new = changed_rules(opened, tmp_path, version=2, look_back_days=30)
    request_replan(opened.office, opened.actors["admin-1"], ROUND, new)
    with refused("four_eyes"):
        approve_replan(opened.office, opened.actors["admin-1"], ROUND, new)


@pytest.mark.attacks("uniform_plan")
def test_request_counts_once(opened: World, tmp_path: Path) -> None:
    replanned(opened, tmp_path)
    with refused("not_requested"):
        approve_replan(opened.office, opened.actors["rev-1"], ROUND, changed_rules(opened, tmp_path))


@pytest.mark.attacks("uniform_plan")
def test_no_new_plan_once_somebody_was_released_by_the_old_one(opened: World, tmp_path: Path) -> None:
    opened.release(collected(opened))
    new = changed_rules(opened, tmp_path, version=2, look_back_days=30)
    with refused("already_released"):
        request_replan(opened.office, opened.actors["admin-1"], ROUND, new)


@pytest.mark.attacks("uniform_plan")
def test_plan_of_another_agency_is_no_new_version(opened: World) -> None:
    with refused("wrong_pack"):
        request_replan(opened.office, opened.actors["admin-1"], ROUND, rules("colchester"))


@pytest.mark.attacks("uniform_plan", "mandatory_internet_content")
def test_late_candidate_gets_the_same_steps(opened: World) -> None:
    add_candidate(opened.office, opened.actors["admin-1"], ROUND, RoundCandidate(number=3))
    steps = {}
    for number in (1, 3):
        case = opened.declare(number)
        pending(opened, case)
        steps[number] = [(s.key, s.action, s.version, s.ordinal) for s in opened.steps(case)]
    assert steps[1] == steps[3] != []


@pytest.mark.attacks("mandatory_internet_content")
def test_candidate_who_declares_none_still_has_every_step_on_record(opened: World) -> None:
    case = opened.declare(1, 0)
    pending(opened, case)
    assert [(s.key, s.outcome, s.reason) for s in opened.steps(case)] == [
        ("profile", StepOutcome.NOT_APPLICABLE, "none_declared"),
        ("posts", StepOutcome.NOT_APPLICABLE, "none_declared"),
    ]
