"""A host that forbids its pages to programs: the same outcome for every candidate there, with evidence that verifies."""

import json

import pytest

from flows.collect import begin, collect_one, finish
from flows.desk import Desk, at_desk
from schemas.capture import StepOutcome
from schemas.case import CaseState
from schemas.evidence import ObjectKind
from tests.simulators.fediverse import FediverseSim, SimAccount
from tests.simulators.server import Reply
from tests.unit.collection.warc_reading import records
from tests.world import ROUND, World
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.vault.verification import check_case, failed

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240)]
FORBIDDEN = Reply(200, b"User-agent: *\nDisallow: /api/\n", "text/plain")


def run(world: World, robots: Reply) -> list[str]:
    """A round of two candidates with the same content on one host; returns their cases."""
    with FediverseSim([SimAccount(f"synthetic{n}x1", count=3) for n in (1, 2)]) as fediverse:
        fediverse.robots = robots
        world.open_round(2)
        cases = [world.declare(number, 1, host=fediverse.host) for number in (1, 2)]
        with at_desk(Desk(world.office, world.actors["inv-1"])):
            for account in begin(ROUND):
                collect_one(account)
            finish(ROUND)
        assert len(fediverse.robots_requests) == 1
    return cases


def lines(world: World, case: str) -> str:
    """What the log says of a case's steps, without what must differ."""
    apart = {"seconds_hundredths"}
    with world.office.store.reading() as tx:
        found = [
            {k: v for k, v in event.details.items() if k not in apart}
            for event in events(tx, case=case)
            if event.action is Action.STEP_RECORDED
        ]
    return json.dumps(found, sort_keys=True).replace(case, "CASE")


@pytest.mark.attacks("uniform_plan", "lawful_methods")
def test_forbidden_host_is_the_same_outcome_for_everybody_in_the_log(world: World) -> None:
    one, two = run(world, FORBIDDEN)
    assert lines(world, one) == lines(world, two)
    for case in (one, two):
        assert [(s.outcome, s.reason, s.requests) for s in world.steps(case)] == [
            (StepOutcome.NOT_PUBLIC, "not_permitted_by_robots", 0)
        ] * 2
        assert world.case(case).state is CaseState.COLLECTED


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize("robots", [FORBIDDEN, Reply(200, b"User-agent: *\nDisallow: /elsewhere/\n", "text/plain")])
def test_evidence_holds_the_hosts_answer_and_verifies(world: World, robots: Reply) -> None:
    for case in run(world, robots):
        kept = world.evidence(case)
        assert len(kept) == 2
        for evidence in kept:
            with world.office.store.reading() as tx:
                data = world.office.vault.get(tx, evidence.object, ObjectKind.CAPTURE, scope=case)
            answers = [r for r in records(data, robots=True) if r.uri.endswith("/robots.txt") and r.kind == "response"]
            assert [answer.payload.endswith(robots.body) for answer in answers] == [True]
        assert failed(check_case(world.office, world.actors["inv-1"], case)) == []
