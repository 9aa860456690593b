"""What is kept of the patterns is what they say today; without it nothing is found differently."""

from pathlib import Path

import pytest

from benchmarks import patterns
from tests.unit.redaction.conftest import CONFIG
from vetting.redaction import Redactor, known
from vetting.redaction.lexicon import load
from vetting.redaction.literals import read

TEXT = "Turned 40 last week, my wife says. Born in Guatemala; he served two tours, and I vote no on Issue 2."


def test_every_pattern_is_kept_as_it_reads() -> None:
    kept = known.load()
    sources = patterns.sources()
    assert kept.keys() == {known.key(source) for source in sources}, "`python -m benchmarks.patterns --write`"
    assert all(kept[known.key(source)] == read(source).ways for source in sources)


def test_pattern_that_is_not_kept_is_read() -> None:
    assert known.ways(r"\bzebras? of (?:the )?quagga\b") == read(r"\bzebras? of (?:the )?quagga\b").ways


def test_without_the_file_the_same_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Redactor) -> None:
    monkeypatch.setattr(known, "FILE", tmp_path / "absent")
    known.load.cache_clear()
    try:
        assert Redactor(load(CONFIG / "protected-classes")).spans(TEXT) == engine.spans(TEXT)
    finally:
        known.load.cache_clear()


def test_written_file_reads_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(known, "FILE", tmp_path / "known.json.gz")
    try:
        assert patterns.write() == len(patterns.sources())
        assert known.load()[known.key(patterns.sources()[0])] == read(patterns.sources()[0]).ways
    finally:
        known.load.cache_clear()
