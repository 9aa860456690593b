"""The leak check: what it looks for, and what it reports. A report says what kind and where, never what."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from schemas.base import Record


class LeakKind(StrEnum):
    """What was found in a text that should no longer be there (law 7)."""

    NAME = "name"
    HANDLE = "handle"
    HOST = "host"
    PLACE = "place"
    BIRTH_DATE = "birth_date"
    EMAIL = "email"
    URL = "url"
    PHONE = "phone"
    IP_ADDRESS = "ip_address"
    NUMBER = "number"
    """A social security number or the like."""
    HASHTAG = "hashtag"
    EMOJI = "emoji"
    FILE_NAME = "file_name"
    SCRIPT = "script"
    """Letters of another script than Latin."""
    LANGUAGE = "language"
    """A passage in another language than English."""
    CLASS_TERM = "class_term"
    GENDERED = "gendered"
    """A pronoun, title or kin word that tells a person's sex."""
    MARK = "mark"
    """A mark of another form or length, or one that counts what it hides."""


class Leak(Record):
    """One finding: its kind and code points `start` to `end` of the text. It never holds what was found."""

    kind: LeakKind
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


class FieldLeak(Record):
    """A leak in one field of a summary."""

    field: str
    kind: LeakKind
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]


class Identifiers(Record):
    """What identifies one candidate, from the declaration of the case. In memory only."""

    names: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    birth_dates: tuple[date, ...] = ()


class Gendered(Record):
    """Words and patterns of kind `gendered`."""

    words: tuple[str, ...]
    patterns: tuple[str, ...] = ()


class LeakLexicon(Record):
    """`config/leak-check.yaml`."""

    version: Annotated[int, Field(ge=1)]
    terms: dict[str, tuple[str, ...]]
    acronyms: dict[str, tuple[str, ...]]
    peoples: tuple[str, ...]
    things: tuple[str, ...]
    """Nouns after which the name of a people says nothing about a person."""
    patterns: dict[str, tuple[str, ...]]
    allowed: tuple[str, ...]
    gendered: Gendered
    emoji: tuple[str, ...]
    ordinary_words: frozenset[str]
    address_words: frozenset[str]
    platform_labels: frozenset[str]
    name_particles: frozenset[str]
    foreign_words: frozenset[str]
    brackets: tuple[str, ...]
