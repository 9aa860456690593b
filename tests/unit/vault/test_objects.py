"""An object is on the disk, under its name, before anybody is told that it is stored."""

import os
from pathlib import Path

import pytest

from vetting.errors import CollectionError
from vetting.vault.objects import Objects

ID = "0" * 30 + "ab"


def test_what_is_stored_has_reached_the_disk_before_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, link = os.fsync, os.link

    def told_sync(opened: int) -> None:
        done.append("sync " + Path(f"/proc/self/fd/{opened}").readlink().name)
        sync(opened)

    def told_link(source: Path, target: Path) -> None:
        done.append("name " + target.name)
        link(source, target)

    monkeypatch.setattr(os, "fsync", told_sync)
    monkeypatch.setattr(os, "link", told_link)
    objects = Objects(None, tmp_path / "vault")
    objects.put(ID, b"synthetic")
    assert done == ["sync vault", f"sync {ID}#1", f"name {ID}", "sync ab"], (
        "bytes, then the name, then the folder that holds it"
    )
    assert objects.get(ID) == b"synthetic"


def test_a_disk_that_refuses_leaves_no_half_object(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    objects = Objects(None, tmp_path / "vault")

    def full(_opened: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CollectionError) as refusal:
        objects.put(ID, b"synthetic")
    assert refusal.value.code == "storage_failed"
    assert not [file for file in (tmp_path / "vault").rglob("*") if file.is_file()]
