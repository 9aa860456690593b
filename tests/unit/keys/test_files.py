"""Key files on disk."""

import stat
from pathlib import Path

import pytest

from vetting.errors import InputError, PolicyError
from vetting.keys.agency import AgencyKeys
from vetting.keys.files import MAX_KEY_FILE, public_path, read_json, refuse_private, write_new
from vetting.keys.locked import UNSAFE_FAST


@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_new_file_has_its_mode_and_content(tmp_path: Path, mode: int) -> None:
    write_new(tmp_path / "file", b"content", mode=mode)
    assert (tmp_path / "file").read_bytes() == b"content"
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == mode


def test_existing_file_or_link_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"before")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    for name in ("file", "link"):
        with pytest.raises(InputError) as refusal:
            write_new(tmp_path / name, b"after")
        assert refusal.value.code == "file_exists"
    assert (tmp_path / "file").read_bytes() == b"before"
    assert not (tmp_path / "target").exists()


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        write_new(tmp_path / "absent" / "file", b"")
    assert refusal.value.code == "file_not_writable"


def test_pair_of_files_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    (tmp_path / "agency.pub.json").write_text("{}")
    with pytest.raises(InputError):
        AgencyKeys.create("Synthetic").save(tmp_path / "agency.key.json", "phrase", unsafe_cost=UNSAFE_FAST)
    assert not (tmp_path / "agency.key.json").exists()


@pytest.mark.parametrize(
    ("name", "public"), [("a.key.json", "a.pub.json"), ("a.json", "a.pub.json"), ("a", "a.pub.json")]
)
def test_public_file_lies_beside_the_private(name: str, public: str) -> None:
    assert public_path(Path("folder") / name) == Path("folder") / public


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff", b"[" * 50000, b"{}" + b" " * MAX_KEY_FILE])
def test_anything_but_a_small_json_object_is_no_key_file(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(InputError) as refusal:
        read_json(tmp_path / "file")
    assert refusal.value.code == "not_a_key_file"


@pytest.mark.parametrize("value", [{"d": 1}, {"a": {"d": 1}}, {"a": [{"b": {"k": 1}}]}, {"kdf": {}}, {"secret": ""}])
def test_private_member_is_found_at_any_depth(value: object) -> None:
    with pytest.raises(PolicyError) as refusal:
        refuse_private(value, "file")
    assert refusal.value.code == "private_key_given"
