"""Declarations read back from the vault."""

from tests.security.doors import refused
from tests.world import World
from vetting.cases.declared import declared_accounts, everything_declared, identity


def test_latest_version_counts_and_all_versions_are_known(opened: World) -> None:
    case = opened.declare(1, 2, name="Synthia Before")
    opened.declare(1, 1, supersedes=1, name="Synthia After")
    with opened.office.store.reading() as tx:
        vault = opened.office.vault
        assert identity(vault, tx, case).full_name == "Synthia After"
        assert [a.id for a in declared_accounts(vault, tx, case)] == [f"{case}.A1"]
        people, accounts = everything_declared(vault, tx, case)
    assert [p.full_name for p in people] == ["Synthia Before", "Synthia After"]
    assert [a.id for a in accounts] == [f"{case}.A1", f"{case}.A2", f"{case}.A1"]


def test_missing_declaration_is_said(opened: World) -> None:
    with opened.office.store.reading() as tx:
        for read in (identity, declared_accounts):
            with refused("declaration_missing"):
                read(opened.office.vault, tx, "R1.001")
        assert everything_declared(opened.office.vault, tx, "R1.001") == ([], [])
