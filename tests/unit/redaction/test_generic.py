"""Presidio's generic recognizers give the same answers without the rest of the package, which is not imported."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from vetting.redaction import generic

ROOT = Path(generic.__file__).parents[2]
WINDOWS = (
    "4111 1111 1111 1111", "4111 1111 1111 1112", "078-05-1121", "536-90-4399", "912-70-1234", "203-555-0187", "(212) 555 0100",
    "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33", "10.0.0.1", "fe80::1:2:3", "999.1.1.1", "example.com/a?b", "https://example.org",
    "ok.then", "", "é",
)  # fmt: skip
ENTITIES = ("URL", "PHONE_NUMBER", "CREDIT_CARD", "IBAN_CODE", "IP_ADDRESS", "US_SSN", "US_ITIN")


@pytest.fixture
def fresh() -> Iterator[None]:
    """No recognizer is made yet, and none that the test makes is left."""
    generic.recognizer.cache_clear()
    yield
    generic.recognizer.cache_clear()


@pytest.mark.parametrize("entity", ENTITIES)
def test_answers_are_those_of_the_package(entity: str) -> None:
    from presidio_analyzer import predefined_recognizers

    ours = generic.recognizer(entity)
    name = type(ours).__name__
    options = {"supported_regions": ("US",)} if entity == "PHONE_NUMBER" else {}
    theirs = getattr(predefined_recognizers, name)(**options)
    assert type(ours) is not type(theirs)
    for window in WINDOWS:
        answers = [
            [(r.entity_type, r.start, r.end, r.score) for r in one.analyze(window, [entity], None)]
            for one in (ours, theirs)
        ]
        assert answers[0] == answers[1]


def test_each_entity_is_found_somewhere() -> None:
    found = {entity for window in WINDOWS for _, _, entity, _ in generic.judge(window, ENTITIES)}
    assert found == set(ENTITIES)


def test_neither_spacy_nor_the_package_is_imported_for_a_text() -> None:
    code = (
        "import sys; from pathlib import Path; from vetting.redaction import redactor; "
        "spans = redactor(Path('config')).spans('card 4111 1111 1111 1111, see example.com/a, pay GB82 WEST 1234 5698 7654 32'); "
        "assert {'CREDIT_CARD', 'URL', 'IBAN_CODE'} <= {s.entity for s in spans}; "
        "print(sorted({'spacy', 'presidio_analyzer'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("fresh")
def test_package_is_imported_whole_where_its_files_are_not_as_expected(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from presidio_analyzer.predefined_recognizers import CreditCardRecognizer

    monkeypatch.setattr(generic, "_files", lambda: generic.Files(tmp_path))
    assert type(generic.recognizer("CREDIT_CARD")) is CreditCardRecognizer
    assert [e for _, _, e, _ in generic.judge("4111 1111 1111 1111", ["CREDIT_CARD"])] == ["CREDIT_CARD"]


@pytest.mark.parametrize(
    "line", ["from . import pattern", "from .pattern import Pattern", "from presidio_analyzer import Absent"]
)
def test_file_that_imports_otherwise_is_not_read(line: str, tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text(line, encoding="utf-8")
    with pytest.raises(ImportError):
        generic.Files(tmp_path).module("presidio_analyzer.one")


def test_names_of_the_package_are_taken_from_its_files(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("import json\nfrom presidio_analyzer import AnotherOne\n", encoding="utf-8")
    (tmp_path / "another_one.py").write_text("class AnotherOne: ...\n", encoding="utf-8")
    files = generic.Files(tmp_path)
    one = files.module("presidio_analyzer.one")
    assert one.AnotherOne is files.module("presidio_analyzer.another_one").AnotherOne
    assert isinstance(files.module("presidio_analyzer.nlp_engine"), SimpleNamespace)
