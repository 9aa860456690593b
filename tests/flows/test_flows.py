"""Flows put the domain's steps in order: what they did is in our database, and Prefect's holds ids only."""

import gzip
from pathlib import Path

import pytest

from flows.collect import collect
from flows.desk import desk
from flows.maintain import maintain
from flows.prepare import prepare
from flows.release import release_round
from schemas.capture import StepOutcome
from schemas.case import CaseState
from schemas.draft import ReviewDecision
from schemas.event import Event, Result
from schemas.evidence import AttributionFactor, AttributionStatus
from schemas.finding import Citation, Means, Verdict
from tests.flows.conftest import AtDesk
from tests.simulators.fediverse import FediverseSim
from tests.world import ROUND, TEXTS, World
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.cases import latest_draft
from vetting.collection import run
from vetting.errors import CollectionError, PolicyError, StateError
from vetting.findings.record import record_finding
from vetting.findings.validate import record_attribution, record_corroboration
from vetting.redaction.editing import confirm_spans, submit_draft
from vetting.review.decide import decide
from vetting.validation.report import validate
from vetting.vault import Objects

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240)]
CASES = [f"{ROUND}.00{number}" for number in (1, 2, 3)]
CONTENT = (
    "Synthetic post",
    "twice the limit",
    "synthetic1x",
    "synthetic2x",
    "Synthia Testcase",
    "127.0.0.1:9",
    "/@synthetic",
)


def outcomes(world: World) -> list[StepOutcome | None]:
    return [step.outcome for case in CASES for step in world.steps(case)]


def log(world: World) -> list[Event]:
    with world.office.store.reading() as tx:
        return events(tx, round_=ROUND)


def reviewed(world: World, case: str) -> None:
    """Confirm, validate, submit and approve the draft of a case."""
    with world.office.store.reading() as tx:
        draft = latest_draft(tx, case)
    assert draft is not None
    confirmed = confirm_spans(world.office, world.actors["inv-1"], draft.id)
    assert validate(world.office, world.actors["inv-1"], confirmed).passed
    submit_draft(world.office, world.actors["inv-1"], confirmed)
    decide(world.office, world.actors["rev-1"], confirmed, ReviewDecision.APPROVED, certify=True)


def found(world: World, case: str) -> None:
    """One finding that may be released."""
    office, actor = world.office, world.actors["inv-1"]
    evidence = next(e for e in world.evidence(case) if e.items == len(TEXTS))
    cited = Citation(evidence=evidence.id, item=2, start=0, end=len(TEXTS[1]))
    finding = record_finding(office, actor, case, world.content(case, citations=(cited,)))
    record_attribution(office, actor, evidence.account, AttributionStatus.ATTRIBUTED, (AttributionFactor.DECLARED,))
    record_corroboration(
        office, actor, finding, Means.INTERVIEW, Verdict.CONFIRMED, "Asked and confirmed in the interview."
    )


def test_collect_gives_every_step_its_outcome(declared: World, sits: AtDesk) -> None:
    with sits("inv-1"):
        assert collect(ROUND) == []
    assert outcomes(declared) == [StepOutcome.CAPTURED] * 8 + [StepOutcome.NOT_APPLICABLE] * 2
    assert [declared.case(case).state for case in CASES] == [CaseState.COLLECTED] * 3
    assert len([e for e in log(declared) if e.action == Action.EVIDENCE_KEPT]) == 8


def test_collect_again_asks_nobody(declared: World, sits: AtDesk, fediverse: FediverseSim) -> None:
    with sits("inv-1"):
        collect(ROUND)
        asked = len(fediverse.requests)
        collect(ROUND)
    assert len(fediverse.requests) == asked
    assert len(declared.evidence(CASES[0])) == 4


@pytest.mark.parametrize(
    ("fault", "outcome", "reason"),
    [
        (404, StepOutcome.NOT_FOUND, "http_404"),
        (403, StepOutcome.NOT_PUBLIC, "http_403"),
        (503, StepOutcome.FAILED, "http_503"),
    ],
)
def test_permanent_fault_is_an_outcome(
    declared: World, sits: AtDesk, fediverse: FediverseSim, fault: int, outcome: StepOutcome, reason: str
) -> None:
    fediverse.plant(fediverse.statuses_path("synthetic1x1"), "status", status=fault)
    with sits("inv-1"):
        collect(ROUND)
    step = next(s for s in declared.steps(CASES[0]) if s.account.endswith("A1") and s.key == "posts")
    assert (step.outcome, step.reason) == (outcome, reason)
    assert declared.case(CASES[0]).state is CaseState.COLLECTED
    assert declared.evidence(CASES[1])


def test_fault_of_storage_is_tried_again(declared: World, sits: AtDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    put, left = Objects.put, [1]

    def failing(self: Objects, object_id: str, data: bytes) -> None:
        if left:
            left.pop()
            raise CollectionError("storage_failed", "Vault object x could not be stored.")
        put(self, object_id, data)

    monkeypatch.setattr(Objects, "put", failing)
    with sits("inv-1"):
        assert collect(ROUND) == []
    assert not left
    assert None not in outcomes(declared)


def test_unexpected_fault_stops_one_candidate_and_tells_no_content(
    declared: World, sits: AtDesk, monkeypatch: pytest.MonkeyPatch, prefect_home: Path
) -> None:
    secret = "zqcanaryinanexception"
    real = run.collect_step

    def failing(step, account, *rest, **named):  # type: ignore[no-untyped-def]
        if account.id.startswith(CASES[0]):
            raise KeyError(secret)
        return real(step, account, *rest, **named)

    monkeypatch.setattr("flows.collect.collect_step", failing)
    monkeypatch.setattr("flows.collect.collect_case.retries", 0)
    with sits("inv-1"), pytest.raises(StateError) as refusal:
        collect(ROUND)
    assert refusal.value.code == "collection_incomplete"
    assert CASES[0] in refusal.value.message
    assert secret not in refusal.value.diagnostics()
    assert declared.case(CASES[1]).state is CaseState.COLLECTED
    assert not holding(prefect_home, secret)
    monkeypatch.setattr("flows.collect.collect_step", real)
    with sits("inv-1"):
        assert collect(ROUND) == []
    assert declared.case(CASES[0]).state is CaseState.COLLECTED


def test_collect_by_somebody_else_is_refused_and_recorded(declared: World, sits: AtDesk) -> None:
    for person in ("board-1", "aud-1", "admin-1", "rev-1"):
        with sits(person), pytest.raises(PolicyError):
            collect(ROUND)
    refused = [e.actor for e in log(declared) if e.action == Action.COLLECTION_STARTED and e.result is Result.REFUSED]
    assert refused == ["board-1", "aud-1", "admin-1", "rev-1"]
    assert outcomes(declared) == []


def test_flow_without_a_desk_is_the_programmers_fault(declared: World) -> None:
    with pytest.raises(RuntimeError, match="at_desk"):
        desk()
    with pytest.raises(RuntimeError, match="at_desk"):
        collect(ROUND)
    assert outcomes(declared) == []


def test_prepare_and_release_say_what_became_of_each_case(declared: World, sits: AtDesk) -> None:
    with sits("inv-1"):
        collect(ROUND)
        found(declared, CASES[0])
        prepared = prepare(ROUND)
    assert prepared.done == {case: f"{case}.D1" for case in CASES}
    for case in CASES[:2]:
        reviewed(declared, case)
    with sits("inv-1"):
        by_author = release_round(ROUND)
    assert {case: r.code for case, r in by_author.refused.items()} == dict.fromkeys(CASES[:2], "not_permitted")
    with sits("rev-1"):
        released = release_round(ROUND)
    assert (set(released.done), released.refused) == (set(CASES[:2]), {})
    assert [declared.case(case).state for case in CASES] == [CaseState.RELEASED, CaseState.RELEASED, CaseState.DRAFTED]


def test_refusal_of_one_case_does_not_stop_the_others(declared: World, sits: AtDesk) -> None:
    declared.collect(CASES[1])
    with sits("inv-1"):
        results = prepare(ROUND, [CASES[0], CASES[1]])
    assert results.done == {CASES[1]: f"{CASES[1]}.D1"}
    assert {case: refusal.code for case, refusal in results.refused.items()} == {CASES[0]: "out_of_order"}


def test_maintain_finds_altered_evidence_and_signs_the_log(declared: World, sits: AtDesk) -> None:
    with sits("inv-1"):
        collect(ROUND)
        assert maintain(ROUND) == []
        item = declared.evidence(CASES[0])[0]
        file = next(f for f in (declared.office.settings.home / "vault").rglob(item.object))
        data = bytearray(file.read_bytes())
        data[-1] ^= 1
        file.write_bytes(bytes(data))
        assert maintain(ROUND) == [item.id]
    with declared.office.store.reading() as tx:
        assert len(tx.checkpoints()) >= 2


def test_prefect_holds_ids_only(declared: World, sits: AtDesk, prefect_home: Path) -> None:
    with sits("inv-1"):
        collect(ROUND)
        found(declared, CASES[0])
        prepare(ROUND)
        maintain(ROUND)
    for case in CASES:
        reviewed(declared, case)
    with sits("rev-1"):
        release_round(ROUND)
    assert holding(prefect_home, ROUND), "the round's id is there, so this looks in the right place"
    for word in CONTENT:
        assert not holding(prefect_home, word), f"Prefect's files hold {word!r}"


def holding(folder: Path, word: str) -> list[str]:
    """Files that hold a word, also packed."""
    found_in = []
    for file in (f for f in folder.rglob("*") if f.is_file()):
        data = file.read_bytes()
        if data.startswith(b"\x1f\x8b"):
            data = gzip.decompress(data)
        if any(word.encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
            found_in.append(file.name)
    return found_in
