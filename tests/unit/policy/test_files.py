from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.conduct import ConductList
from vetting.errors import InputError
from vetting.policy.files import MAX_BYTES, read_yaml

GOOD = """version: 1
codes:
  - id: bias
    title: Bias
    definition: Bias against people.
    adverse: true
"""


def read(tmp_path: Path, text: str | bytes) -> ConductList:
    path = tmp_path / "conduct.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_yaml(path, ConductList, shown="conduct.yaml")


def test_good_file_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD).codes[0].id == "bias"


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        (GOOD + "version: 2\n", "config_malformed", "line 7: the same key twice"),
        (
            GOOD.replace("    title: Bias\n", "    title: Bias\n    title: Other\n"),
            "config_malformed",
            "line 5",
        ),
        ("version: &a 1\ncodes: *a\n", "config_malformed", "line 2: aliases are not allowed"),
        ("version: 1\n1: 2\n", "config_malformed", "line 2: keys must be words"),
        ("version: 1\n? [a]\n: 2\n", "config_malformed", "keys must be words"),
        ("base: {<<: {version: 1}}\n", "config_malformed", "keys must be words"),
        ("version: [1\n", "config_malformed", "line 2"),
        ("version: 1\n\tcodes: []\n", "config_malformed", "line 2"),
        ("!!python/object/apply:os.system ['true']\n", "config_malformed", "line 1"),
        ("--- 1\n--- 2\n", "config_malformed", "line 2"),
        ("a: 2001-99-99\n", "config_malformed", "ValueError"),
        (b"\xff\xfe\xfa", "config_malformed", "not readable"),
        ("", "config_invalid", "conduct.yaml"),
        ("- 1\n", "config_invalid", "conduct.yaml, line 1"),
        (GOOD.replace("adverse: true", "adverse: maybe"), "config_invalid", "line 6: codes[0].adverse"),
        (GOOD.replace("id: bias", "id: Bias!"), "config_invalid", "line 3: codes[0].id"),
        (GOOD + "extra: 1\n", "config_invalid", "line 7: extra"),
        (GOOD.replace("    adverse: true\n", ""), "config_invalid", "line 3: codes[0].adverse"),
    ],
)
def test_bad_file_is_refused_with_its_place(tmp_path: Path, text: str | bytes, code: str, says: str) -> None:
    with pytest.raises(InputError) as refusal:
        read(tmp_path, text)
    assert refusal.value.code == code
    assert says in refusal.value.message
    assert "conduct.yaml" in refusal.value.message


def test_refused_value_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read(tmp_path, GOOD.replace("adverse: true", "adverse: SECRET-VALUE"))
    assert "SECRET-VALUE" not in refusal.value.diagnostics()


def test_many_faults_are_counted_not_all_listed(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read(tmp_path, "version: 1\ncodes:\n" + "  - id: a\n" * 4)
    lines = refusal.value.message.splitlines()
    assert len(lines) == 6
    assert lines[-1] == "... and 8 more."


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read_yaml(tmp_path / "none.yaml", ConductList, shown="none.yaml")
    assert refusal.value.code == "config_missing"


def test_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read_yaml(tmp_path, ConductList, shown="conduct.yaml")
    assert refusal.value.code == "config_unreadable"


def test_huge_file_is_refused_before_it_is_parsed(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read(tmp_path, b"#" * (MAX_BYTES + 1))
    assert refusal.value.code == "config_unreadable"


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refusal:
        read(tmp_path, "[" * 100_000)
    assert refusal.value.code == "config_malformed"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(wild=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace"))))
def test_wild_input_is_a_model_or_an_input_error(tmp_path: Path, wild: bytes) -> None:
    try:
        assert isinstance(read(tmp_path, wild), ConductList)
    except InputError as refusal:
        if not refusal.code.startswith("config_"):
            raise


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150)
@given(cut=st.integers(0, len(GOOD)), piece=st.text(max_size=8))
def test_spoiled_good_file_is_a_model_or_an_input_error(tmp_path: Path, cut: int, piece: str) -> None:
    try:
        assert isinstance(read(tmp_path, (GOOD[:cut] + piece + GOOD[cut:]).encode("utf-8", "replace")), ConductList)
    except InputError as refusal:
        if not refusal.code.startswith("config_"):
            raise
