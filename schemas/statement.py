"""An investigator's statement of how a manual capture was made; kept beside the capture in the vault."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Record, UtcTime


class MethodStatement(StrEnum):
    """The only ways a file may reach a step by hand (law 4). There is no member for a login, a pretext or an alias."""

    SIGNED_OUT_PUBLIC_PAGE = "signed_out_public_page"
    """Public content, seen in a browser that was signed in nowhere."""
    CANDIDATE_PRESENT_CONSENTING = "candidate_present_consenting"
    """The candidate was present, consented, and operated the account personally."""
    CANDIDATE_OWN_EXPORT = "candidate_own_export"
    """The candidate volunteered the copy of their own data that the platform gave them."""


class CaptureStatement(Record):
    """Who-did-what of one manual step, apart from the person and the step, which the event log knows."""

    method: MethodStatement
    captured_at: UtcTime
    """When the page was seen, or the candidate handed over the export, as the investigator states it."""
    address: Annotated[str, StringConstraints(min_length=1, max_length=2000)]
    """Address of the page as the browser showed it, or the search terms of a manual search."""
    tool: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    """Browser or capture tool, with version."""
    note: Annotated[str, Field(max_length=2000)] = ""
    audience_confirmed_public: bool = False
    """For an export only: the candidate confirmed that items whose audience the export does not state were public."""
