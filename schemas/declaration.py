"""What a candidate declares: who they are and which accounts they use.

Lies in the vault only (law 11). No field is for a password; intake refuses text that looks like one (law 4).
"""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from schemas.account import Handle
from schemas.base import Id, Record, Slug
from schemas.round import CandidateKind

Line = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Url = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
NoticeVersion = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]


class AccountDeclaration(Record):
    """One account in the candidate's own words: a handle, an address, or both."""

    platform: Slug
    handle: Handle | None = None
    url: Url | None = None

    @model_validator(mode="after")
    def _something_given(self) -> Self:
        if self.handle is None and self.url is None:
            raise ValueError("an account needs a handle or a URL")
        return self


class CandidateIdentity(Record):
    """Who the candidate is: for telling the right person from another, and for the leak check."""

    full_name: Line
    other_names: tuple[Line, ...] = ()
    birth_date: date | None = None
    emails: tuple[Line, ...] = ()
    places: tuple[Line, ...] = ()


class Declaration(Record):
    """A version of a declaration: accounts or an explicit none, exactly one of them (New Canaan VII. A)."""

    round: Id
    candidate: Annotated[int, Field(ge=1, le=9999)]
    kind: CandidateKind
    identity: CandidateIdentity
    accounts: tuple[AccountDeclaration, ...] = ()
    none_declared: bool = False
    notice_version: NoticeVersion
    notice_acknowledged_on: date
    supersedes: Annotated[int, Field(ge=1)] | None = None
    """The version this one amends; absent for a first declaration."""

    @model_validator(mode="after")
    def _accounts_or_none(self) -> Self:
        if self.none_declared == bool(self.accounts):
            raise ValueError("a declaration has accounts or an explicit none, exactly one of the two")
        return self
