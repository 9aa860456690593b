"""The redactor of the shipped configuration, made once."""

from pathlib import Path

import pytest

import schemas
from vetting.redaction import Redactor, redactor

CONFIG = Path(schemas.__file__).resolve().parent.parent / "config"


@pytest.fixture(scope="session")
def engine() -> Redactor:
    """The redactor in force."""
    return redactor(CONFIG)
