"""Recording a declaration: numbers in the database, words in the vault."""

from datetime import date

from schemas.case import Account, CaseState, DeclarationRow
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.platform import Method
from tests.security.doors import log, refused, state
from tests.world import ROUND, World, rules
from vetting.cases.declared import declared_accounts
from vetting.intake.record import record_declaration


def declaration(*handles: str, **changes: object) -> Declaration:
    fields: dict[str, object] = {
        "round": ROUND,
        "candidate": 1,
        "kind": "entry",
        "identity": CandidateIdentity(full_name="Synthia Testcase"),
        "accounts": tuple(AccountDeclaration(platform="mastodon", url=f"http://127.0.0.1:9/@{h}") for h in handles),
        "none_declared": not handles,
        "notice_version": "2026-1",
        "notice_acknowledged_on": date(2026, 1, 15),
        **changes,
    }
    return Declaration.model_validate(fields)


def record(world: World, what: Declaration, person: str = "inv-1") -> str:
    return record_declaration(world.office, world.actors[person], what, rules().platforms)


def test_declaration_is_a_row_of_numbers_and_an_object_in_the_vault(opened: World) -> None:
    case = record(opened, declaration("alpha", "beta"))
    with opened.office.store.reading() as tx:
        (row,) = tx.all(DeclarationRow, case=case)
        accounts = tx.all(Account, order=("id",), case=case)
        declared = declared_accounts(opened.office.vault, tx, case)
    assert (row.version, row.accounts, row.none_declared, row.notice_version) == (1, 2, False, "2026-1")
    assert [(a.id, a.method, a.since) for a in accounts] == [
        (f"{case}.A1", Method.MASTODON_API, 1),
        (f"{case}.A2", Method.MASTODON_API, 1),
    ]
    assert [(a.id, a.user) for a in declared] == [(f"{case}.A1", "alpha"), (f"{case}.A2", "beta")]
    assert "alpha" not in row.model_dump_json()
    assert log(opened)[-1].details["account_ids"] == (f"{case}.A1", f"{case}.A2")
    assert state(opened, case) is CaseState.DECLARED


def test_explicit_none_is_a_declaration(opened: World) -> None:
    case = record(opened, declaration())
    with opened.office.store.reading() as tx:
        assert tx.all(DeclarationRow, case=case)[0].none_declared is True
    assert state(opened, case) is CaseState.DECLARED


def test_account_keeps_its_number_through_amendments_and_a_new_spelling(opened: World) -> None:
    case = record(opened, declaration("alpha", "beta"))
    record(opened, declaration("beta", "gamma", supersedes=1))
    record(opened, declaration("alpha", "gamma", supersedes=2))
    with opened.office.store.reading() as tx:
        rows = [(a.id, a.since, a.until) for a in tx.all(Account, order=("id",), case=case)]
        declared = [(a.id, a.user) for a in declared_accounts(opened.office.vault, tx, case)]
    assert rows == [(f"{case}.A1", 1, 2), (f"{case}.A2", 1, 3), (f"{case}.A3", 2, None), (f"{case}.A4", 3, None)]
    assert declared == [(f"{case}.A4", "alpha"), (f"{case}.A3", "gamma")]


def test_only_an_investigator_of_the_round_records(opened: World) -> None:
    for person in ("rev-1", "board-1", "aud-1", "admin-1"):
        with refused("not_permitted", "decision_maker_looks"):
            record(opened, declaration("alpha"), person)
    assert state(opened, "R1.001") is CaseState.OPEN


def test_amendment_takes_the_case_back_to_be_collected(opened: World) -> None:
    case = record(opened, declaration("alpha"))
    opened.collect(case)
    assert state(opened, case) is CaseState.COLLECTED
    record(opened, declaration("alpha", "beta", supersedes=1))
    assert state(opened, case) is CaseState.DECLARED
    assert len(opened.collect(case)) == 2
    assert state(opened, case) is CaseState.COLLECTED
