"""Presidio's frame: its generic recognizers, kept on and offline, our engine as one of its recognizers, and an agency's own in YAML.

Rules kept here:

- No network: the e-mail recognizer's suffix list is the bundled one, with no fetching and no cache.
- No model is loaded; the NLP engine is a blank one that only splits words.
- Presidio's decision log stays off, because it writes values.

Importing this module costs more than a second. Only the agency's own recognizers need it; the engine takes Presidio's generic ones from
`generic`, without the rest of the package.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import tldextract
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
from presidio_analyzer.predefined_recognizers import (
    CreditCardRecognizer,
    EmailRecognizer,
    IbanRecognizer,
    IpRecognizer,
    PhoneRecognizer,
    UrlRecognizer,
    UsItinRecognizer,
    UsSsnRecognizer,
)

from vetting.redaction.engine import Redactor

_OFFLINE = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
tldextract.tldextract.TLD_EXTRACTOR = _OFFLINE
_NOTHING: Any = None
"""Presidio passes its NLP artifacts along; none of these recognizers reads them."""


class _OfflineEmail(EmailRecognizer):
    def validate_result(self, pattern_text: str) -> bool:
        """Whether the domain ends in a public suffix of the bundled list."""
        return bool(_OFFLINE(pattern_text).fqdn)


@lru_cache(maxsize=1)
def _generic() -> tuple[EntityRecognizer, ...]:
    return (
        _OfflineEmail(),
        UrlRecognizer(),
        PhoneRecognizer(supported_regions=("US",)),
        CreditCardRecognizer(),
        IbanRecognizer(),
        IpRecognizer(),
        UsSsnRecognizer(),
        UsItinRecognizer(),
    )


class BlankNlp(NlpEngine):
    """An NLP engine without a model."""

    def load(self) -> None:
        """Nothing to load."""

    def is_loaded(self) -> bool:
        """Always."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:  # noqa: ARG002
        """No tokens: none of our recognizers reads them."""
        nothing: Any = []
        return NlpArtifacts(
            entities=[], tokens=nothing, tokens_indices=[], lemmas=[], nlp_engine=self, language=language
        )

    def process_batch(
        self,
        texts: Iterable[str],
        language: str,
        batch_size: int = 1,  # noqa: ARG002
        n_process: int = 1,  # noqa: ARG002
        **kwargs: Any,  # noqa: ARG002
    ) -> Iterator[tuple[str, NlpArtifacts]]:
        """Each text with empty artifacts."""
        return ((text, self.process_text(text, language)) for text in texts)

    def is_stopword(self, word: str, language: str) -> bool:  # noqa: ARG002
        """None."""
        return False

    def is_punct(self, word: str, language: str) -> bool:  # noqa: ARG002
        """Whether the word has no letter or digit."""
        return not any(c.isalnum() for c in word)

    def get_supported_entities(self) -> list[str]:
        """None: there is no model."""
        return []

    def get_supported_languages(self) -> list[str]:
        """English only."""
        return ["en"]


class ProtectedClassRecognizer(EntityRecognizer):
    """Our engine as a recognizer for an AnalyzerEngine."""

    def __init__(self, redactor: Redactor) -> None:
        self._redactor = redactor
        super().__init__(supported_entities=sorted(redactor.entities), name="ProtectedClassRecognizer")

    def load(self) -> None:
        """The redactor is loaded already."""

    def analyze(
        self,
        text: str,
        entities: list[str],
        nlp_artifacts: NlpArtifacts | None = None,  # noqa: ARG002
    ) -> list[RecognizerResult]:
        """Spans of protected classes as Presidio's results."""
        return [
            RecognizerResult(s.entity, s.start, s.end, s.score)
            for s in self._redactor.spans(text)
            if s.entity in entities
        ]


def analyzer(redactor: Redactor) -> AnalyzerEngine:
    """An AnalyzerEngine with our recognizer, the generic ones, and the agency's own (`recognizers.yaml`), offline."""
    registry = RecognizerRegistry(
        recognizers=[ProtectedClassRecognizer(redactor), *_generic()],
        supported_languages=["en"],
    )
    for recognizer in own_recognizers(redactor.recognizers_file):
        registry.add_recognizer(recognizer)
    return AnalyzerEngine(
        registry=registry, nlp_engine=BlankNlp(), supported_languages=["en"], log_decision_process=False
    )


@lru_cache(maxsize=4)
def own_recognizers(path: Path | None) -> tuple[EntityRecognizer, ...]:
    """The agency's own recognizers from a file in Presidio's YAML form; none without a file."""
    if path is None:
        return ()
    registry = RecognizerRegistry(recognizers=[], supported_languages=["en"])
    registry.add_recognizers_from_yaml(path)
    return tuple(registry.recognizers)


def own(path: Path, text: str) -> Iterator[tuple[int, int, str, float, str]]:
    """What the agency's own recognizers find, as (start, end, entity, score, rule)."""
    for recognizer in own_recognizers(path):
        for result in recognizer.analyze(text, recognizer.supported_entities, _NOTHING):
            yield (
                result.start,
                result.end,
                result.entity_type,
                round(float(result.score), 2),
                f"agency.{type(recognizer).__name__.lower()}",
            )
