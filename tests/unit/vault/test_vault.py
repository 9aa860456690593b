"""Objects in, objects out, encrypted with the key of their case."""

from datetime import timedelta

import pytest

from schemas.evidence import ObjectKind, VaultKey, VaultObject
from tests.security.doors import refused
from tests.world import ROUND, World
from vetting.vault import Objects, Vault
from vetting.vault.crypto import CaseKey

SCOPE = "R1.001"


@pytest.mark.parametrize("size", [0, 1, 1 << 20, (1 << 20) + 1, 3_000_000])
def test_object_comes_back_whole_at_any_size(opened: World, size: int) -> None:
    data = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    vault = opened.office.vault
    with opened.office.store.transaction() as tx:
        name = vault.put(tx, SCOPE, ObjectKind.CAPTURE, data)
        row = tx.get(VaultObject, name)
        assert vault.get(tx, name, ObjectKind.CAPTURE, scope=SCOPE) == data
    assert row.size > size
    (stored,) = (opened.office.settings.home / "vault").rglob(name)
    assert stored.stat().st_size == row.size


def test_same_bytes_twice_look_unrelated(opened: World) -> None:
    with opened.office.store.transaction() as tx:
        names = [opened.office.vault.put(tx, SCOPE, ObjectKind.NOTE, b"the same") for _ in range(2)]
        rows = [tx.get(VaultObject, name) for name in names]
    assert rows[0].cipher_sha256 != rows[1].cipher_sha256
    assert names[0] != names[1]


def test_object_elsewhere_missing_or_of_a_destroyed_key_is_refused(opened: World) -> None:
    vault = opened.office.vault
    with opened.office.store.transaction() as tx:
        name = vault.put(tx, SCOPE, ObjectKind.NOTE, b"synthetic")
        with refused("object_elsewhere"):
            vault.get(tx, name, ObjectKind.NOTE, scope="R1.002")
        with refused("unknown_id"):
            vault.get(tx, "0" * 32, ObjectKind.NOTE)
        with refused("unknown_id"):
            vault.put(tx, "R1.009", ObjectKind.NOTE, b"synthetic")
        assert vault.destroy(tx, SCOPE) == [name]
        assert tx.get(VaultKey, SCOPE).wrapped == ""
        for attempt in (
            lambda: vault.get(tx, name, ObjectKind.NOTE),
            lambda: vault.put(tx, SCOPE, ObjectKind.NOTE, b"x"),
        ):
            with refused("disposed"):
                attempt()
        with refused("changed_meanwhile"):
            vault.destroy(tx, SCOPE)
    vault.drop([name])
    vault.drop([name])


def test_another_process_sees_a_destroyed_key_at_once(opened: World) -> None:
    other = Vault(Objects(None, opened.office.settings.home / "vault"), opened.office.keys.vault_kek)
    with opened.office.store.transaction() as tx:
        name = opened.office.vault.put(tx, SCOPE, ObjectKind.NOTE, b"synthetic")
    with opened.office.store.reading() as tx:
        assert other.get(tx, name, ObjectKind.NOTE) == b"synthetic"
    with opened.office.store.transaction() as tx:
        opened.office.vault.destroy(tx, SCOPE)
    with refused("disposed"), opened.office.store.reading() as tx:
        other.get(tx, name, ObjectKind.NOTE)


def test_sweep_removes_what_a_crash_left_and_nothing_young_or_known(opened: World) -> None:
    vault = opened.office.vault
    with opened.office.store.reading() as tx:
        stray, _ = vault.stage(tx, ROUND, ObjectKind.NOTE, b"staged, then killed")
    with opened.office.store.transaction() as tx:
        kept = vault.put(tx, ROUND, ObjectKind.NOTE, b"kept")
        assert vault.sweep(tx) == 0
        assert vault.sweep(tx, timedelta(seconds=-5)) == 1
        assert vault.get(tx, kept, ObjectKind.NOTE) == b"kept"
    assert not list((opened.office.settings.home / "vault").rglob(stray))


def test_sweep_removes_half_an_object_that_a_kill_left(opened: World) -> None:
    folder = opened.office.settings.home / "vault"
    half = folder / "ab" / ("ab" * 16 + "#1")
    half.parent.mkdir(parents=True, exist_ok=True)
    half.write_bytes(b"half")
    with opened.office.store.transaction() as tx:
        assert opened.office.vault.sweep(tx) == 0, "a young one may still be in work"
        assert opened.office.vault.sweep(tx, timedelta(seconds=-5)) == 1
    assert not half.exists()


def test_name_is_never_written_twice(opened: World) -> None:
    objects = Objects(None, opened.office.settings.home / "vault")
    objects.put("ab" * 16, b"first")
    with refused("storage_failed"):
        objects.put("ab" * 16, b"second")
    assert objects.get("ab" * 16) == b"first"
    objects.delete("ab" * 16)
    objects.delete("ab" * 16)
    with refused("object_missing"):
        objects.get("ab" * 16)


def test_object_that_could_not_be_written_whole_leaves_nothing(opened: World, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = opened.office.settings.home / "vault"
    objects = Objects(None, folder)
    before = set(folder.rglob("*"))

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr("vetting.vault.objects.os.link", full)
    with refused("storage_failed"):
        objects.put("cd" * 16, b"half")
    assert {file for file in set(folder.rglob("*")) - before if file.is_file()} == set()


def test_case_key_is_bound_to_scope_id_and_kind() -> None:
    key, agency = CaseKey.create(), bytes(range(32))
    wrapped = key.wrap(agency, SCOPE)
    same = CaseKey.unwrap(wrapped, agency, SCOPE)
    binding = {"scope": SCOPE, "object_id": "a", "kind": ObjectKind.NOTE}
    sealed = key.encrypt(b"synthetic", **binding)
    assert same.decrypt(sealed, **binding) == b"synthetic"
    for change in ({"scope": "R1.002"}, {"object_id": "b"}, {"kind": ObjectKind.DRAFT}):
        with refused("object_altered"):
            key.decrypt(sealed, **{**binding, **change})
    for bad in (sealed[:-1], sealed + b"x", b"", sealed[:20], bytes([sealed[0] ^ 1]) + sealed[1:]):
        with refused("object_altered"):
            key.decrypt(bad, **binding)
    for arguments in (
        (wrapped, bytes(32), SCOPE),
        (wrapped, agency, "R1.002"),
        (wrapped[:-9], agency, SCOPE),
        ("", agency, SCOPE),
    ):
        with refused("case_key_unusable"):
            CaseKey.unwrap(*arguments)
    with refused("object_altered"):
        CaseKey.create().decrypt(sealed, **binding)
