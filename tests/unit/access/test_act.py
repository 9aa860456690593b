"""The one way to do anything: permission, deed and event together."""

import pytest

from schemas.event import Event, Result
from schemas.person import AgencyRole, Role
from tests.world import ROUND, World
from vetting.access import Permission, act, refusals_recorded
from vetting.audit.recorder import events
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import InputError, PolicyError


def newest(world: World) -> Event:
    with world.office.store.reading() as tx:
        return events(tx)[-1]


def test_deed_leaves_an_event_with_role_and_notes(opened: World) -> None:
    with act(
        opened.office.store, opened.actors["inv-1"], Action.STATUS_READ, Permission.CASE_STATUS_READ, case="R1.001"
    ) as deed:
        deed.subject = "R1.001.E1"
        deed.note(listed="evidence.kept", count=3)
    event = newest(opened)
    assert (event.round, event.case, event.subject, event.result) == (ROUND, "R1.001", "R1.001.E1", Result.DONE)
    assert event.details == {"role": "investigator", "listed": "evidence.kept", "count": 3}


def test_further_event_of_a_deed_comes_before_its_own(opened: World) -> None:
    with act(
        opened.office.store, opened.actors["inv-1"], Action.STATUS_READ, Permission.CASE_STATUS_READ, case="R1.001"
    ) as deed:
        deed.also(Action.EVIDENCE_KEPT, "R1.001.E1", size=1)
    with opened.office.store.reading() as tx:
        first, second = events(tx)[-2:]
    assert (first.action, first.case, first.details) == ("evidence.kept", "R1.001", {"role": "investigator", "size": 1})
    assert second.action == "status.read"


def test_fault_of_the_programmer_undoes_the_deed(opened: World) -> None:
    def deed_with_a_fault() -> None:
        with act(
            opened.office.store, opened.actors["admin-1"], Action.PERSON_ENROLLED, Permission.AGENCY_PERSON_ENROL
        ) as deed:
            deed.tx.add(AgencyRole(id="x", person="inv-1", role=Role.RECORDS_OFFICER, given_at=now(), given_by="x"))
            raise KeyError("synthetic")

    with pytest.raises(KeyError):
        deed_with_a_fault()
    with opened.office.store.reading() as tx:
        assert tx.find(AgencyRole, id="x") is None


def test_note_that_is_no_id_or_count_stops_everything(opened: World) -> None:
    def talkative() -> None:
        with act(
            opened.office.store, opened.actors["inv-1"], Action.STATUS_READ, Permission.CASE_STATUS_READ, case="R1.001"
        ) as deed:
            deed.note(text="A sentence that a person wrote.")

    with pytest.raises(RuntimeError) as caught:
        talkative()
    assert "sentence" not in str(caught.value)


@pytest.mark.parametrize(
    ("subject", "kept"),
    [
        ("R1.001", "R1.001"),
        ("R1.001.E1", "R1.001.E1"),
        ("R1.001.F2v3", "R1.001.F2v3"),
        ("R1.001.D2.review-1", "R1.001.D2.review-1"),
        ("R1.001.disposal-1", "R1.001.disposal-1"),
        ("inv-1", "inv-1"),
        ("R1.001.Jordan", None),
        ("R1.001 Jordan", None),
        ("Jordan Synthetic", None),
        ("R1.0019.E1 ", None),
    ],
)
def test_refusal_names_what_was_asked_for_if_that_is_an_id(opened: World, subject: str, kept: str | None) -> None:
    with (
        pytest.raises(PolicyError),
        act(
            opened.office.store,
            opened.actors["board-1"],
            Action.EVIDENCE_OPENED,
            Permission.CASE_EVIDENCE_OPEN,
            case="R1.001",
            subject=subject,
        ),
    ):
        pass
    event = newest(opened)
    assert (event.result, event.case, event.subject) == (Result.REFUSED, "R1.001", kept)


def test_check_before_the_deed_is_recorded_too(opened: World) -> None:
    def check() -> None:
        with refusals_recorded(
            opened.office.store, opened.actors["inv-1"], Action.STEP_RECORDED, case="R1.001", subject="R1.001.S1"
        ):
            raise InputError("synthetic", "A synthetic refusal.")

    with pytest.raises(InputError):
        check()
    assert (newest(opened).code, newest(opened).subject) == ("synthetic", "R1.001.S1")
