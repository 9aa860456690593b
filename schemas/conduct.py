"""Conduct codes: the closed list of what a finding may be about (`config/conduct.yaml`)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Record, Slug

Sentence = Annotated[str, StringConstraints(min_length=3, max_length=600)]
"""A sentence or two in plain English."""


class ConductCode(Record):
    """One kind of conduct. There is no code for views, faith, lawful groups or private life (law 5)."""

    id: Slug
    title: Annotated[str, StringConstraints(min_length=3, max_length=80)]
    definition: Sentence
    adverse: bool
    """Counts against a candidate; `false`: positive or mitigating."""
    source: str = ""
    """Where a code comes from that rests on no clause of an order; empty when an order must support it."""


class ConductList(Record):
    """`config/conduct.yaml`."""

    version: Annotated[int, Field(ge=1)]
    codes: Annotated[tuple[ConductCode, ...], Field(min_length=1)]
