"""The one place where a draft becomes a sealed file."""

import hashlib

from schemas.case import CaseState
from schemas.draft import Release
from tests.security.doors import collected, log, refused, state
from tests.world import World, person_key
from vetting.sealing.open import open_sealed
from vetting.sealing.release import fetch, release


def test_release_seals_the_approved_text_to_the_deciders(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    draft = opened.approve(case)
    row = release(opened.office, opened.actors["rev-1"], case)
    assert (row.id, row.draft, row.author, row.released_by) == (f"{case}.summary-1", draft, "inv-1", "rev-1")
    assert row.sealed_sha256 == hashlib.sha256(row.sealed.encode()).hexdigest()
    assert state(opened, case) is CaseState.RELEASED
    for reader in ("board-1", "board-2"):
        sealed = fetch(opened.office, opened.actors[reader], case)
        summary = open_sealed(
            sealed, person_key(reader), opened.office.keys.public, expect_case=case, expect_round="R1"
        )
        assert (summary.case, summary.reviewer, summary.author, summary.recipients) == (
            case,
            "rev-1",
            "inv-1",
            ("board-1", "board-2"),
        )
        assert summary.findings[0].narrative == "The candidate wrote about driving at twice the limit."


def test_event_of_the_release_has_what_an_auditor_recomputes(opened: World) -> None:
    case = collected(opened)
    row = opened.release(case)
    details = log(opened, "summary.released")[0].details
    assert details["sealed_sha256"] == row.sealed_sha256
    assert details["readers"] == ("board-1", "board-2")
    assert {details["author"], details["reviewer"]} == {"inv-1", "rev-1"}
    assert details["plan"] == log(opened, "round.opened")[0].details["digests"]["plan"]


def test_nothing_is_fetched_before_the_release_and_nothing_released_twice(opened: World) -> None:
    case = collected(opened)
    with refused("not_released"):
        fetch(opened.office, opened.actors["board-1"], case)
    with refused("out_of_order"):
        release(opened.office, opened.actors["rev-1"], case)
    opened.release(case)
    with refused("out_of_order"):
        release(opened.office, opened.actors["rev-1"], case)
    with opened.office.store.reading() as tx:
        assert tx.count(Release) == 1


def test_every_fetch_is_an_event(opened: World) -> None:
    case = collected(opened)
    row = opened.release(case)
    fetch(opened.office, opened.actors["board-2"], case)
    event = log(opened)[-1]
    assert (event.action, event.actor, event.subject) == ("summary.fetched", "board-2", row.id)
