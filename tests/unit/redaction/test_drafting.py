"""The draft: one template for everybody, redacted, with what was held back counted and not told."""

import pytest

from schemas.case import CaseState
from schemas.draft import Draft
from schemas.evidence import AttributionFactor, AttributionStatus
from schemas.finding import Citation
from tests.security.doors import collected, log, refused, state
from tests.world import World, rules, the_redactor
from vetting.findings.validate import record_attribution
from vetting.redaction.drafting import case_context, prepare_draft
from vetting.redaction.editing import read_draft


def draft_of(world: World, case: str) -> tuple[Draft, object]:
    return read_draft(
        world.office, world.actors["inv-1"], prepare_draft(world.office, world.actors["inv-1"], case, the_redactor())
    )


def test_candidates_without_findings_get_the_same_text_but_for_their_number(opened: World) -> None:
    bodies = []
    for number in (1, 2):
        case = collected(opened, number)
        _, content = draft_of(opened, case)
        bodies.append(content.body.model_dump())
    for body in bodies:
        body.pop("candidate"), body.pop("case")
    assert bodies[0] == bodies[1]
    assert bodies[0]["findings"] == ()


def test_draft_tells_steps_accounts_versions_and_author(opened: World) -> None:
    case = collected(opened, accounts=2)
    finding = opened.find(case)
    draft, content = draft_of(opened, case)
    body = content.body
    assert (draft.id, draft.version, draft.findings, draft.held_back, draft.confirmed) == (
        f"{case}.D1",
        1,
        (finding,),
        (),
        False,
    )
    assert [(s.key, s.outcomes) for s in body.steps] == [("profile", {"captured": 2}), ("posts", {"captured": 2})]
    assert (body.accounts_declared, body.accounts_examined, body.not_validated) == (2, 2, 0)
    assert (body.plan_sha256, body.policy_sha256) == (rules().digests()["plan"], rules().digests()["pack"])
    assert (body.author, body.findings[0].corroboration) == ("inv-1", ("interview",))
    assert state(opened, case) is CaseState.DRAFTED


def test_explicit_none_is_told_as_such(opened: World) -> None:
    case = opened.declare(1, 0)
    opened.collect(case)
    _, content = draft_of(opened, case)
    assert (content.body.accounts_declared, content.body.accounts_examined) == (0, 0)
    assert [s.outcomes for s in content.body.steps] == [{"not_applicable": 1}, {"not_applicable": 1}]


def test_names_of_every_version_of_the_declaration_are_kept_out(opened: World) -> None:
    text = "Quillon Beforename and Zephyrine Aftername drove at twice the limit."
    case = opened.declare(1, name="Quillon Beforename")
    opened.declare(1, supersedes=1, name="Zephyrine Aftername")
    opened.collect(case, (text,))
    place = (Citation(evidence=f"{case}.E1", item=1, start=0, end=len(text)),)
    opened.find(case, citations=place, quotation=text)
    with opened.office.store.reading() as tx:
        assert case_context(opened.office, tx, case).names == ("Quillon Beforename", "Zephyrine Aftername")
    _, content = draft_of(opened, case)
    assert "Quillon" not in content.body.model_dump_json()
    assert "Aftername" not in content.body.model_dump_json()


def test_each_preparation_is_a_version_with_its_own_digest(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    first, _ = draft_of(opened, case)
    second, _ = draft_of(opened, case)
    assert (first.version, second.version) == (1, 2)
    assert first.text_sha256 != second.text_sha256, "the same text twice has two digests, so a digest tells nothing"
    events = log(opened, "draft.prepared")
    assert events[-1].details["text_sha256"] == second.text_sha256


@pytest.mark.parametrize("stand", ["nothing declared", "nothing collected"])
def test_draft_waits_for_every_step(opened: World, stand: str) -> None:
    if stand == "nothing collected":
        opened.declare(1)
    with refused("requirements_unmet", "out_of_order"):
        prepare_draft(opened.office, opened.actors["inv-1"], "R1.001", the_redactor())


def test_released_case_is_not_drafted_again(opened: World) -> None:
    case = collected(opened)
    opened.release(case)
    with refused("out_of_order"):
        prepare_draft(opened.office, opened.actors["inv-1"], case, the_redactor())
    with refused("already_released"):
        record_attribution(
            opened.office,
            opened.actors["inv-1"],
            f"{case}.A1",
            AttributionStatus.ATTRIBUTED,
            (AttributionFactor.DECLARED,),
        )
