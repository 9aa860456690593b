"""Triage rules: words that make an item more likely to be about a conduct code (`config/triage.yaml`)."""

import re
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from schemas.base import Record, Slug

Term = Annotated[str, StringConstraints(pattern=r"^[^\W_]+[*]?(?:['’ -][^\W_]+[*]?){0,5}$", max_length=60)]
"""Up to six words; a star after a word stands for any ending. Case makes no difference."""


class TriageRule(Record):
    """One sign of one conduct code."""

    id: Slug
    code: Slug
    """A conduct code; where the order does not support it for this kind of candidate, the rule is not used."""
    score: Annotated[int, Field(ge=1, le=10)]
    terms: tuple[Term, ...] = ()
    patterns: tuple[Annotated[str, StringConstraints(min_length=3, max_length=200)], ...] = ()
    """Regular expressions, searched in lower case, for what no list of words can hold."""

    @model_validator(mode="after")
    def _has_signs(self) -> Self:
        if not self.terms and not self.patterns:
            raise ValueError("a rule needs terms or patterns")
        for pattern in self.patterns:
            if re.search(r"[+*}][)]?[+*{]|\\[1-9]|[(][?]P?[=<!]", pattern):
                raise ValueError("a pattern may not repeat a repetition, refer back or look around")
            try:
                re.compile(pattern)
            except re.error:
                raise ValueError("a pattern is no regular expression") from None
        return self


class TriageRules(Record):
    """`config/triage.yaml`."""

    version: Annotated[int, Field(ge=1)]
    rules: Annotated[tuple[TriageRule, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        ids = [rule.id for rule in self.rules]
        if len(ids) != len(set(ids)):
            raise ValueError("a rule's id is used twice")
        return self
