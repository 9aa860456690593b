"""The redactor of the shipped configuration, made once."""

from collections.abc import Callable
from pathlib import Path

import pytest

import schemas
from vetting.redaction import Redactor, redactor
from vetting.redaction.lexicon import load
from vetting.redaction.normalise import normalise
from vetting.redaction.site import Site

CONFIG = Path(schemas.__file__).resolve().parent.parent / "config"


@pytest.fixture(scope="session")
def engine() -> Redactor:
    """The redactor in force."""
    return redactor(CONFIG)


@pytest.fixture(scope="session")
def at() -> Callable[[str], Site]:
    """The site of the part of a text that stands in square brackets."""
    words = load(CONFIG / "protected-classes").words

    def make(text: str) -> Site:
        before, _, rest = text.partition("[")
        term, _, after = rest.partition("]")
        return Site(normalise(before + term + after), len(before), len(before + term), words)

    return make
