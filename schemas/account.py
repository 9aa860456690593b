"""A declared account, as it lies in the vault. Handles, addresses and platform names are content: never in the database."""

from typing import Annotated

from pydantic import StringConstraints

from schemas.base import Id, Record, Slug
from schemas.platform import Method, Service


class DeclaredAccount(Record):
    """One account a candidate declared, resolved to what is collected and how."""

    id: Id
    platform: Slug
    method: Method
    handle: str | None = None
    url: str | None = None
    """The address as declared, if one was."""
    host: str
    """The account's own host; empty for manual capture."""
    target: str
    """Address that collection starts from; empty for manual capture."""
    user: str = ""
    """The user part of the handle, without host."""
    services: tuple[Service, ...] = ()
    """The platform's own services, as its configuration lists them: the only other hosts that may be asked."""


Handle = Annotated[str, StringConstraints(min_length=1, max_length=200)]
