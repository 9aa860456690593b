"""An optional spaCy model for names of persons and groups that rules cannot know: off unless the setting `VETTING_NER_MODEL` names one.

The model is a package installed by the agency, or a folder; nothing is ever downloaded. What it finds scores below the certain threshold,
so that a person looks. Its name and version are part of the lexicon's digest, and the summary's notes say that it was used.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from schemas.redaction import Mark
from vetting.errors import InputError

_ENTITIES: Final = {
    "PERSON": ("PERSON", "ner.person", Mark.PSEUDONYM),
    "PER": ("PERSON", "ner.person", Mark.PSEUDONYM),
    "NORP": ("PC_PROXY", "ner.group", Mark.REMOVED),
}
"""spaCy's labels that are used: persons, and groups by nationality, faith or politics."""


@dataclass(frozen=True)
class Model:
    """A model that is installed; loaded at its first use."""

    name: str
    version: str

    @cached_property
    def _pipeline(self) -> Any:
        import spacy  # noqa: PLC0415 - costs a second, only for an agency that has a model

        return spacy.load(self.name, exclude=["parser", "lemmatizer", "textcat"])

    def find(self, text: str) -> Iterator[tuple[int, int, str, str, Mark]]:
        """Ranges that the model takes for persons or groups, as (start, end, entity, rule, mark)."""
        if text.isspace():
            return
        for entity in self._pipeline(text).ents:
            if entity.label_ in _ENTITIES:
                kind, rule, mark = _ENTITIES[entity.label_]
                yield entity.start_char, entity.end_char, kind, rule, mark

    def digest(self, lexicon_sha256: str) -> str:
        """The digest of a lexicon together with this model."""
        return hashlib.sha256(f"{lexicon_sha256}\0{self.name}\0{self.version}".encode()).hexdigest()


@lru_cache(maxsize=4)
def installed(name: str) -> Model:
    """The model of that name.

    Raises:
        InputError: neither a package nor a folder of that name holds a spaCy model.

    """
    meta = Path(name) / "meta.json"
    if meta.is_file():
        told = json.loads(meta.read_text("utf-8"))
        return Model(name, f"{told['name']} {told['version']}")
    try:
        return Model(name, metadata.version(name))
    except (metadata.PackageNotFoundError, ValueError):
        raise InputError(
            "ner_model_absent",
            "The spaCy model that VETTING_NER_MODEL names is not installed.",
            remedy="Install the package, give the folder of the model, or unset VETTING_NER_MODEL.",
        ) from None
