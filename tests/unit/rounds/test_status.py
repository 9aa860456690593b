"""Who sees how a round stands, and what of it."""

import pytest

from tests.world import ROUND, World
from vetting.audit.recorder import events
from vetting.errors import PolicyError
from vetting.rounds.status import outcomes, round_history, round_status, rounds_of


def test_round_status_counts_people_candidates_and_outcomes(opened: World) -> None:
    opened.collect(opened.declare(1, accounts=2))
    opened.declare(2, accounts=0)
    status = round_status(opened.office.store, opened.actors["admin-1"], ROUND)
    assert len(status.people) == 5
    assert [(line.accounts, line.missing, line.evidence) for line in status.candidates] == [(2, 0, 4), (0, 2, 0)]
    assert status.outcomes == {"profile": {"captured": 2}, "posts": {"captured": 2}}
    assert set(status.versions[0].digests) == {"plan", "pack", "conduct", "platforms", "lexicon"}


def test_outcomes_show_what_still_waits(opened: World) -> None:
    opened.declare(1)
    from schemas.case import Case
    from vetting.cases import expand

    with opened.office.store.transaction() as tx:
        expand(tx, tx.get(Case, "R1.001"))
    assert outcomes(opened.office.store, opened.actors["inv-1"], ROUND) == {
        "profile": {"waiting": 1},
        "posts": {"waiting": 1},
    }


@pytest.mark.parametrize("look", [round_status, outcomes, round_history])
def test_a_decision_maker_does_not_see_how_a_round_stands(opened: World, look: object) -> None:
    assert callable(look)
    with pytest.raises(PolicyError) as refusal:
        look(opened.office.store, opened.actors["board-1"], ROUND)
    assert refusal.value.code == "decision_maker_looks"


def test_rounds_are_listed_for_whoever_has_a_part_in_them(opened: World) -> None:
    opened.add_person("outsider-1")
    seen = {
        person: [(r.id, n) for r, n in rounds_of(opened.office.store, opened.actors[person])]
        for person in ("admin-1", "inv-1", "aud-1", "board-1", "outsider-1")
    }
    assert seen == {
        "admin-1": [(ROUND, 2)],
        "inv-1": [(ROUND, 2)],
        "aud-1": [(ROUND, 2)],
        "board-1": [],
        "outsider-1": [],
    }


def test_every_look_is_an_event(opened: World) -> None:
    with opened.office.store.reading() as tx:
        before = len(events(tx))
    round_status(opened.office.store, opened.actors["aud-1"], ROUND)
    rounds_of(opened.office.store, opened.actors["aud-1"])
    with opened.office.store.reading() as tx:
        new = events(tx)[before:]
    assert [(e.action, e.actor, e.round) for e in new] == [("status.read", "aud-1", ROUND)] * 2
