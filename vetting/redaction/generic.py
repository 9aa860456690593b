"""Presidio's generic recognizers, without all that comes with the package: they judge short windows of a text.

`import presidio_analyzer` imports spaCy: more than a second, though these recognizers need none of it; one of its types is named in an
annotation. So their files are read one by one from the installed package, as modules of our own, with an import statement that answers
for Presidio's names. Rules kept here:

- Presidio's code decides, unchanged; nothing of it is patched, and nothing is put in the place of a module that others import.
- Where the files of some version cannot be read so, the package is imported whole: slower, with the same answers.
- No network, and no decision log: it writes values.
"""

import builtins
import logging
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

_PACKAGE: Final = "presidio_analyzer"
_GENERIC: Final = f"{_PACKAGE}.predefined_recognizers.generic"
_OF_THE_US: Final = f"{_PACKAGE}.predefined_recognizers.country_specific.us"
_RECOGNIZERS: Final[dict[str, tuple[str, str, dict[str, Any]]]] = {
    "URL": (f"{_GENERIC}.url_recognizer", "UrlRecognizer", {}),
    "PHONE_NUMBER": (f"{_GENERIC}.phone_recognizer", "PhoneRecognizer", {"supported_regions": ("US",)}),
    "CREDIT_CARD": (f"{_GENERIC}.credit_card_recognizer", "CreditCardRecognizer", {}),
    "IBAN_CODE": (f"{_GENERIC}.iban_recognizer", "IbanRecognizer", {}),
    "IP_ADDRESS": (f"{_GENERIC}.ip_recognizer", "IpRecognizer", {}),
    "US_SSN": (f"{_OF_THE_US}.us_ssn_recognizer", "UsSsnRecognizer", {}),
    "US_ITIN": (f"{_OF_THE_US}.us_itin_recognizer", "UsItinRecognizer", {}),
}
"""By entity: where its recognizer is, what it is called and made with."""
_MIN_SCORE: Final = {"US_SSN": 0.4, "US_ITIN": 0.4}
_NOTHING: Final[Any] = None
"""Presidio passes its NLP artifacts along; none of these recognizers reads them."""
_NEXT_WORD: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")

logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)


class Files:
    """The files of the installed package, each read when something of it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """`folder`: that of the package."""
        self._folder = folder
        self._builtins = {**vars(builtins), "__import__": self._import}
        self._read: dict[str, Any] = {f"{_PACKAGE}.nlp_engine": SimpleNamespace(NlpArtifacts=object)}

    def module(self, name: str) -> Any:
        """The module of that name.

        Raises:
            ImportError: there is no such file, or it imports in a way that is not foreseen here.

        """
        if name not in self._read:
            path = self._folder.joinpath(*name.split(".")[1:]).with_suffix(".py")
            spec = spec_from_file_location(f"{__name__}.{name}", path)
            if spec is None or spec.loader is None or not path.is_file():
                raise ImportError("A file of Presidio is not where it is expected.")
            module = module_from_spec(spec)
            vars(module)["__builtins__"] = self._builtins  # where its import statements look for __import__
            spec.loader.exec_module(module)
            self._read[name] = module
        return self._read[name]

    def _import(self, name: str, *places: Any) -> Any:
        """What an import statement in these files gives; `places` as `builtins.__import__` has them."""
        if places[3:] and places[3]:
            raise ImportError("A file of Presidio imports its neighbours in a way that is not expected.")
        if name.partition(".")[0] != _PACKAGE:
            return builtins.__import__(name, *places)
        if name != _PACKAGE:
            return self.module(name)
        wanted = places[2] or () if places[2:] else ()
        return SimpleNamespace(
            **{one: getattr(self.module(f"{_PACKAGE}.{_NEXT_WORD.sub('_', one).lower()}"), one) for one in wanted}
        )


@lru_cache(maxsize=1)
def _files() -> Files:
    spec = find_spec(_PACKAGE)  # of a name without a dot: nothing is imported
    if spec is None or spec.origin is None:
        raise ImportError("Presidio is not installed.")
    return Files(Path(spec.origin).parent)


@lru_cache(maxsize=len(_RECOGNIZERS))
def recognizer(entity: str) -> Any:
    """Presidio's recognizer of an entity."""
    module, name, options = _RECOGNIZERS[entity]
    try:
        found = getattr(_files().module(module), name)
    except (ImportError, AttributeError):
        found = getattr(import_module(module), name)
    return found(**options)


def judge(window: str, entities: Iterable[str]) -> Iterator[tuple[int, int, str, float]]:
    """What Presidio's recognizers for these entities find in a short window, as (start, end, entity, score)."""
    for entity in entities:
        for result in recognizer(entity).analyze(window, [entity], _NOTHING):
            cut = window[result.end : result.end + 1].isalnum()  # half a word: "no.ro" of "no.rooz"
            if result.score >= _MIN_SCORE.get(entity, 0.3) and not cut:
                yield result.start, result.end, result.entity_type, round(float(result.score), 2)
