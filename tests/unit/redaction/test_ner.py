"""The optional model: off when absent and said so; on by a setting, and then in the digest and in the notes."""

import json
from pathlib import Path

import pytest
import spacy

from tests.unit.redaction.conftest import CONFIG
from vetting.errors import InputError
from vetting.redaction import Redactor, redactor
from vetting.redaction.lexicon import load
from vetting.settings import settings


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline on disk that knows two names; no model is needed to prove that one is loaded."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PERSON", "pattern": "Zyxwyn Quillfeather"},
            {"label": "NORP", "pattern": "Quorlings"},
            {"label": "GPE", "pattern": "Zed"},
        ]
    )
    folder = tmp_path_factory.mktemp("model")
    nlp.to_disk(folder)
    return folder


def test_without_a_model_the_notes_say_so(engine: Redactor) -> None:
    assert engine.notes()[0] == "Names of third parties were recognised by rules; no language model was used."


def test_model_finds_names_below_the_certain_threshold(model: Path, engine: Redactor) -> None:
    made = Redactor(load(CONFIG / "protected-classes"), ner_model=str(model))
    text = "then zed saw Zyxwyn Quillfeather and the Quorlings in Zed"
    assert not engine.spans(text)
    result = made.redact(text)
    assert [(s.entity, s.rule) for s in result.spans] == [("PERSON", "ner.person"), ("PC_PROXY", "ner.group")]
    assert result.uncertain
    assert "Zyxwyn" not in result.text
    assert made.lexicon_sha256 != engine.lexicon_sha256
    assert "language model" in made.notes()[0]
    assert json.loads((model / "meta.json").read_text("utf-8"))["version"] in made.notes()[0]


def test_model_that_is_not_installed_is_refused() -> None:
    with pytest.raises(InputError) as refusal:
        Redactor(load(CONFIG / "protected-classes"), ner_model="en_no_such_model")
    assert refusal.value.code == "ner_model_absent"


def test_setting_names_the_model(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VETTING_NER_MODEL", str(model))
    settings.cache_clear()
    redactor.cache_clear()
    try:
        assert "language model" in redactor(CONFIG).notes()[0]
    finally:
        monkeypatch.undo()
        settings.cache_clear()
        redactor.cache_clear()
