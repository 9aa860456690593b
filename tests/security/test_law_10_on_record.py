"""Law 10: everything is on the record. Logs altered in the database, deeds without events, contents smuggled into events."""

import ast
import itertools
import json
import sqlite3
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import vetting
from schemas.event import Event, Result
from schemas.evidence import OpenReason
from schemas.hold import HoldReason
from schemas.person import Role
from tests.security.doors import at_once, collected, drop_rules, log, raw, refused, sql, sql_refused
from tests.world import ROUND, World, person_key
from vetting import clock
from vetting.access import Permission, act
from vetting.audit.exporting import export_log
from vetting.audit.recorder import checkpoint, events, record
from vetting.audit.tags import Action
from vetting.audit.verify import verify_export
from vetting.cases.disposal import place_hold
from vetting.clock import now
from vetting.errors import PolicyError
from vetting.findings.record import record_finding
from vetting.redaction.editing import read_draft
from vetting.rounds.people import assign, disable, enrol
from vetting.vault.custody import custody, open_capture, open_posts


def signed(world: World) -> str:
    with world.office.store.transaction() as tx:
        return checkpoint(tx, world.office.keys)


@pytest.mark.attacks("tamper_evident_log")
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor = 'x'",
        "UPDATE event SET body = x'7b7d' WHERE seq = 0",
        "UPDATE OR REPLACE event SET seq = 0 WHERE seq = 1",
        "DELETE FROM event",
        "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
        "INSERT OR REPLACE INTO event SELECT seq, time, 'x', action, result, round, \"case\", subject, body FROM event WHERE seq = 3",
        "REPLACE INTO event SELECT * FROM event",
        "DELETE FROM log_state",
        "UPDATE log_state SET size = size - 1",
        "UPDATE log_state SET size = size + 2",
        "INSERT OR REPLACE INTO log_state VALUES (1, 0, '[]')",
        "DELETE FROM checkpoint",
        "UPDATE checkpoint SET text = 'x'",
        "INSERT OR REPLACE INTO checkpoint SELECT size, 'x' FROM checkpoint",
    ],
)
def test_database_refuses_to_change_the_log(opened: World, statement: str) -> None:
    signed(opened)
    before = sql(opened, "SELECT * FROM event ORDER BY seq")
    sql_refused(opened, statement)
    assert sql(opened, "SELECT * FROM event ORDER BY seq") == before


TAMPERING = {
    "an actor": "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'admin-1', 'admin-2') AS BLOB) WHERE seq = 2",
    "a result": "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"done\"', '\"refused\"') AS BLOB) WHERE seq = 2",
    "the last dropped": "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
    "the last dropped and the head set back": (
        "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event); UPDATE log_state SET size = size - 1"
    ),
    "one in the middle dropped": "DELETE FROM event WHERE seq = 4",
    "two exchanged": (
        "UPDATE event SET seq = -1 WHERE seq = 3; UPDATE event SET seq = 3 WHERE seq = 4; UPDATE event SET seq = 4 WHERE seq = -1"
    ),
    "one repeated": (
        'INSERT INTO event SELECT (SELECT max(seq) + 1 FROM event), time, actor, action, result, round, "case", subject, body'
        " FROM event WHERE seq = 2"
    ),
    "everything gone": "DELETE FROM event; DELETE FROM log_state",
    "head altered": "UPDATE log_state SET hashes = '[]'",
}


@pytest.mark.attacks("tamper_evident_log")
@pytest.mark.parametrize("how", TAMPERING)
def test_altered_log_gets_no_signature(opened: World, how: str) -> None:
    """The owner of the file takes the rules away and rewrites history: the next checkpoint is refused, and so is the export."""
    signed(opened)
    drop_rules(opened)
    with raw(opened) as connection:
        connection.executescript(TAMPERING[how])
    with refused("log_altered"):
        signed(opened)
    assert len(sql(opened, "SELECT * FROM checkpoint")) == 2


@pytest.mark.attacks("tamper_evident_log")
def test_log_rewritten_with_a_consistent_head_still_contradicts_the_signed_one(opened: World) -> None:
    from vetting.audit.merkle import Frontier, leaf_hash

    signed(opened)
    drop_rules(opened)
    rows = [bytes(b) for (b,) in sql(opened, "SELECT body FROM event ORDER BY seq")]
    rows[2] = rows[2].replace(b"admin-1", b"admin-2")
    frontier = Frontier()
    for row in rows:
        frontier.append(leaf_hash(row))
    sql(opened, "UPDATE event SET body = ? WHERE seq = 2", rows[2])
    sql(opened, "UPDATE log_state SET hashes = ?", json.dumps([h.hex() for h in frontier.hashes]))
    with refused("log_altered"):
        signed(opened)


@pytest.mark.attacks("tamper_evident_log", "records_retrievable")
def test_whole_round_is_in_the_exported_log_and_verifies(opened: World, tmp_path: Path) -> None:
    case = collected(opened)
    opened.find(case)
    opened.release(case)
    path = tmp_path / "log.jsonl"
    size = export_log(opened.office, opened.actors["aud-1"], path)
    verified = verify_export(path, opened.office.keys.public)
    exported = list(verified.events())
    assert len(exported) == size == len(log(opened))
    actions = {e.action for e in exported if e.case == case}
    assert actions >= {
        "declaration.recorded",
        "step.recorded",
        "evidence.kept",
        "finding.recorded",
        "attribution.recorded",
        "corroboration.recorded",
        "draft.prepared",
        "draft.confirmed",
        "validation.reported",
        "draft.submitted",
        "review.approved",
        "summary.released",
    }


@pytest.mark.attacks("records_retrievable")
def test_evidence_and_its_custody_can_be_found_again_whole(opened: World) -> None:
    case = opened.declare(1)
    kept = opened.collect(case)
    open_posts(opened.office, opened.actors["inv-1"], kept[0], OpenReason.COURT_ORDER)
    row, data = open_capture(opened.office, opened.actors["rev-1"], kept[0], OpenReason.CANDIDATE_REQUEST)
    assert len(data) == row.size
    history = custody(opened.office, opened.actors["rev-1"], kept[0])
    told = [(e.action, e.actor, e.details.get("reason")) for e in history if e.action.startswith("evidence.")]
    assert told == [
        ("evidence.kept", "inv-1", None),
        ("evidence.opened", "inv-1", "court_order"),
        ("evidence.opened", "rev-1", "candidate_request"),
    ]


@pytest.mark.attacks("tamper_evident_log")
def test_deed_whose_event_cannot_be_written_does_not_happen(opened: World, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise sqlite3.DatabaseError("synthetic fault")

    monkeypatch.setattr(sys.modules["vetting.access.act"], "record", broken)
    with pytest.raises(sqlite3.DatabaseError):
        assign(opened.office.store, opened.actors["admin-1"], ROUND, "admin-1", Role.REVIEWER)
    assert sql(opened, "SELECT count(*) FROM assignment WHERE person = 'admin-1'") == [(0,)]


@pytest.mark.attacks("tamper_evident_log")
def test_refused_deed_leaves_nothing_but_its_refusal(opened: World) -> None:
    before = log(opened)

    def refuse() -> None:
        with act(
            opened.office.store, opened.actors["admin-1"], Action.PERSON_ENROLLED, Permission.AGENCY_PERSON_ENROL
        ) as deed:
            deed.also(Action.PERSON_ENROLLED, "somebody")
            raise PolicyError("synthetic", "A synthetic refusal.", law=8)

    with pytest.raises(PolicyError):
        refuse()
    (new,) = log(opened)[len(before) :]
    assert (new.result, new.code, new.details, new.subject) == (Result.REFUSED, "synthetic", {"law": 8}, None)


@pytest.mark.attacks("tamper_evident_log")
def test_only_known_places_write_without_act() -> None:
    """Whatever opens a transaction of its own could leave no event; each place is listed here with its reason."""
    known = {
        "access/act.py",  # the one way
        "access/actor.py",  # signing in: writes its own event, success or not
        "audit/exporting.py",  # checkpoints
        "vault/package.py",  # a checkpoint to go with the package
        "installation.py",  # before anybody is enrolled
        "store/engine.py",  # the definition
    }
    root = Path(vetting.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Attribute) and node.attr == "transaction":
                found.add(path.relative_to(root).as_posix())
    assert found <= known, found - known


@pytest.mark.attacks("tamper_evident_log")
def test_many_writers_at_once_lose_no_event_and_no_order(opened: World) -> None:
    before = len(log(opened))
    deeds = [lambda n=n: opened.add_person(f"many-{n}") for n in range(6)]
    at_once(*deeds)
    every = log(opened)
    assert [e.seq for e in every] == list(range(len(every)))
    assert len(every) == before + 2 * 6
    assert all(a.time <= b.time for a, b in itertools.pairwise(every))
    assert signed(opened)


@pytest.mark.attacks("tamper_evident_log")
def test_clock_set_back_does_not_turn_the_log_round(opened: World) -> None:
    last = log(opened)[-1].time
    clock.set_source(lambda: last.replace(year=last.year - 1))
    try:
        place = log(opened)[-1]
        with opened.office.store.transaction() as tx:
            event = record(tx, Action.STATUS_READ, actor="system")
    finally:
        clock.set_source(None)
    assert event.time == place.time


SENTENCES = st.one_of(
    st.text(min_size=1).filter(lambda s: any(c.isspace() or c in "@,;!?'\"#()[]{}<>" or not c.isascii() for c in s)),
    st.from_regex(r"\A@[a-z]{3,12}(@[a-z]{3,8}\.example)?\Z"),
    st.from_regex(r"\A[A-Z][a-z]{2,9} [A-Z][a-z]{2,9}\Z"),
    st.text(alphabet="abc", min_size=161, max_size=200),
)
PLACES = ("actor", "round", "case", "subject", "code", "action", "detail", "key", "nested", "listed")


@pytest.mark.attacks("content_in_vault_only", "tamper_evident_log")
@given(text=SENTENCES, place=st.sampled_from(PLACES))
def test_no_field_of_an_event_holds_a_sentence_a_handle_or_a_name(text: str, place: str) -> None:
    fields: dict[str, object] = {"seq": 0, "time": now(), "actor": "a", "action": "x.y", "result": "done"}
    details: dict[str, object] = {
        "detail": {"k": text},
        "key": {text: 1},
        "nested": {"k": {"k": text}},
        "listed": {"k": ["a", text]},
    }
    changed = {**fields, "details": details[place]} if place in details else {**fields, place: text}
    with pytest.raises(ValidationError) as caught:
        Event.model_validate(changed)
    if place != "key" and len(text) > 3:
        assert text not in str(caught.value)


NAME = "Jordan Canary-Synthetic"


@pytest.mark.attacks("content_in_vault_only")
def test_name_typed_in_the_place_of_an_id_reaches_neither_log_nor_message(opened: World) -> None:
    office, store, actors = opened.office, opened.office.store, opened.actors
    case = collected(opened)
    tries = (
        lambda: open_posts(office, actors["inv-1"], NAME, OpenReason.FIND),
        lambda: open_posts(office, actors["inv-1"], f"{case}.{NAME}", OpenReason.FIND),
        lambda: open_posts(office, actors["inv-1"], f"{case}.JordanCanary", OpenReason.FIND),
        lambda: read_draft(office, actors["inv-1"], f"{case} {NAME}"),
        lambda: assign(store, actors["admin-1"], ROUND, NAME, Role.REVIEWER),
        lambda: assign(store, actors["admin-1"], NAME, "inv-1", Role.REVIEWER),
        lambda: enrol(store, actors["admin-1"], NAME, person_key("spare-2").public),
        lambda: disable(store, actors["admin-1"], NAME),
        lambda: record_finding(office, actors["inv-1"], NAME, opened.content(case)),
        lambda: place_hold(office, actors["admin-1"], NAME, NAME, HoldReason.AUDIT),
    )
    for attempt in tries:
        with refused("unknown_id", "bad_person_id", "not_permitted") as caught:
            attempt()
        assert "synthetic" not in caught.value.diagnostics().lower()
    with store.reading() as tx:
        assert b"canary" not in b"".join(e.model_dump_json().encode().lower() for e in events(tx))


@pytest.mark.attacks("tamper_evident_log")
def test_refusal_about_a_person_names_the_person(opened: World) -> None:
    with refused("role_conflict"):
        assign(opened.office.store, opened.actors["admin-1"], ROUND, "inv-1", Role.DECISION_MAKER)
    assert log(opened)[-1].subject == "inv-1"
