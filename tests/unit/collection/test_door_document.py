"""docs/collection-door.md names what is there: every file, function and test of its table, and every setting with its default."""

import re
from pathlib import Path

from schemas.plan import HostLimits
from vetting.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "collection-door.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in PAGE.partition("## Rules")[2].partition("## robots.txt")[0].splitlines()
    if line.startswith("|") and not re.match(r"\|(---|\s*rule\s|\s*\*\*)", line)
]


def found(name: str) -> list[Path]:
    """The files that a name of the table means."""
    places = [ROOT / name, ROOT / "vetting/collection" / name, ROOT / "tests" / name, ROOT / "tests/security" / name]
    places.append(ROOT / "tests/unit/collection" / name.removeprefix("unit/"))
    return [place for place in places if place.exists()]


def test_table_is_read() -> None:
    assert len(ROWS) > 20
    assert all(len(row) == 3 for row in ROWS)


def test_every_file_and_test_of_the_table_exists() -> None:
    for _, where, shown in ROWS:
        names = re.findall(r"`([^`]+)`", f"{where} {shown}")
        assert any(found(name) for name in re.findall(r"`([^`]+)`", shown)), shown
        for name in names:
            if name.endswith((".py", "/")):
                assert found(name), name


def test_every_function_of_the_table_is_in_the_file_before_it() -> None:
    for _, where, _ in ROWS:
        file = None
        for name in re.findall(r"`([^`]+)`", where):
            if name.endswith(".py"):
                file = found(name)[0]
            else:
                assert file is not None
                assert re.search(
                    rf"(def|class) {re.escape(name.rpartition('.')[2])}\b", file.read_text(encoding="utf-8")
                ), name


def test_settings_are_named_with_their_defaults() -> None:
    for name, field in HostLimits.model_fields.items():
        assert re.search(rf"\| `{name}` \| {field.default} \|", PAGE), name
    for name in (
        "http_timeout",
        "http_attempts",
        "http_backoff",
        "workers",
        "allow_private_hosts",
        "unpaced_test_hosts",
    ):
        assert name in Settings.model_fields
        assert f"`{name.upper()}`" in PAGE
