"""Two candidates with the same account content: the log has the same steps, outcomes, counts and limits, byte for byte."""

import json
from contextlib import ExitStack
from datetime import date
from typing import Any

import pytest

from flows.collect import begin, collect_one, finish
from flows.desk import Desk, at_desk
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.round import CandidateKind
from tests.simulators.actors import ActorSim, notes
from tests.simulators.fediverse import FediverseSim, SimAccount
from tests.simulators.press import PressSim, articles
from tests.simulators.wiki import WikiSim, edits
from tests.world import ROUND, World
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.intake.record import record_declaration
from vetting.rounds.opening import ruleset

pytestmark = [pytest.mark.enable_socket, pytest.mark.timeout(240)]
NAMES = ("synthetic-one", "synthetic-two")


def declare(world: World, number: int, accounts: tuple[AccountDeclaration, ...]) -> None:
    declaration = Declaration(
        round=ROUND,
        candidate=number,
        kind=CandidateKind.ENTRY,
        identity=CandidateIdentity(full_name=f"Synthia Testcase{number}", birth_date=date(1990, 1, 2)),
        accounts=accounts,
        notice_version="2026-1",
        notice_acknowledged_on=date(2026, 1, 15),
    )
    with world.office.store.reading() as tx:
        platforms = ruleset(tx, ROUND).platforms
    record_declaration(world.office, world.actors["inv-1"], declaration, platforms)


def step_lines(world: World, case: str) -> bytes:
    """What the log says of a case's steps and evidence, without the ids, digests and times that must differ."""
    apart = {"seconds_hundredths", "ciphertexts", "objects", "sha256", "content_sha256", "size"}
    with world.office.store.reading() as tx:
        lines: list[dict[str, Any]] = [
            {
                "action": event.action,
                "result": event.result,
                **{k: v for k, v in event.details.items() if k not in apart},
            }
            for event in events(tx, case=case)
            if event.action in {Action.STEP_RECORDED, Action.EVIDENCE_KEPT}
        ]
    return json.dumps(lines, sort_keys=True).replace(case, "CASE").encode()


@pytest.mark.attacks("uniform_plan")
def test_step_lists_of_two_candidates_with_the_same_content_are_identical(world: World) -> None:
    with ExitStack() as running:
        fediverse = running.enter_context(FediverseSim([SimAccount(name, count=95) for name in NAMES]))
        actors = running.enter_context(ActorSim({name: notes(45) for name in NAMES}))
        press = running.enter_context(PressSim({name: articles(130) for name in NAMES}))
        wiki = running.enter_context(WikiSim({name.capitalize(): edits(60) for name in NAMES}))
        world.open_round(2)
        for number, name in enumerate(NAMES, start=1):
            declare(
                world,
                number,
                (
                    AccountDeclaration(platform="mastodon", handle=f"@{name}@{fediverse.host}"),
                    AccountDeclaration(platform="activitypub", handle=f"@{name}@{actors.host}"),
                    AccountDeclaration(platform="wordpress-author", handle=f"{name}@{press.host}"),
                    AccountDeclaration(platform="mediawiki-account", handle=f"{name}@{wiki.host}"),
                ),
            )
        with at_desk(Desk(world.office, world.actors["inv-1"])):
            for account in begin(ROUND):
                collect_one(account)
            assert finish(ROUND) == []
    one, two = (step_lines(world, f"{ROUND}.00{number}") for number in (1, 2))
    assert one == two
    steps = [line for line in json.loads(one) if line["action"] == Action.STEP_RECORDED]
    assert [(line["step"], line["items"]) for line in steps] == [
        ("profile", 1), ("posts", 95), ("profile", 1), ("posts", 45), ("profile", 1), ("posts", 130), ("profile", 1),
        ("posts", 60),
    ]  # fmt: skip
    with world.office.store.reading() as tx:
        (opened,) = [event for event in events(tx, round_=ROUND) if "limits" in event.details]
    assert '"max_pages": 20' in json.dumps(opened.details["limits"])
