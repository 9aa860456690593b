"""An investigator's statement of how a manual capture was made; kept beside the capture in the vault."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Record, UtcTime


class MethodStatement(StrEnum):
    """The only two ways a person may capture by hand (law 4). There is no member for a login, a pretext or an alias."""

    SIGNED_OUT_PUBLIC_PAGE = "signed_out_public_page"
    """Public content, seen in a browser that was signed in nowhere."""
    CANDIDATE_PRESENT_CONSENTING = "candidate_present_consenting"
    """The candidate was present, consented, and operated the account personally."""


class CaptureStatement(Record):
    """Who-did-what of one manual step, apart from the person and the step, which the event log knows."""

    method: MethodStatement
    captured_at: UtcTime
    """When the page was seen, as the investigator states it."""
    address: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    """Address of the page as the browser showed it, or the search terms of a manual search."""
    tool: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    """Browser or capture tool, with version."""
    note: Annotated[str, Field(max_length=2000)] = ""
