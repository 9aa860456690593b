"""The search plan: ordered steps and limits that are the same for every candidate of a round (law 2)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from schemas.base import Record, Slug


class StepScope(StrEnum):
    """What a plan step is done once for."""

    ACCOUNT = "account"
    CANDIDATE = "candidate"


class StepAction(StrEnum):
    """What is looked at. A closed list: a plan cannot invent a technique."""

    PROFILE = "profile"
    """The public profile, or the declared page itself."""
    POSTS = "posts"
    """Public posts inside the look-back window."""
    NAME_SEARCH = "name_search"
    """A search of the public web done by the investigator by hand, with the plan's own terms, and captured."""


class PlanStep(Record):
    """One step; every candidate gets an outcome for it."""

    key: Slug
    title: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    scope: StepScope
    action: StepAction
    instruction: str = ""
    """What the investigator does, word for word the same for everybody (manual steps)."""


class Limits(Record):
    """Bounds of collection, the same for all. `max_bytes` counts decoded bytes of one step."""

    max_pages: Annotated[int, Field(ge=1, le=1000)] = 20
    max_items: Annotated[int, Field(ge=1, le=100_000)] = 1000
    max_bytes: Annotated[int, Field(ge=1024, le=1 << 30)] = 32 * 1024 * 1024


class HostLimits(Record):
    """How every host that collection asks is treated, the same for every host and candidate; robots.txt is always respected."""

    requests_per_minute: Annotated[int, Field(ge=1, le=600)] = 60
    """To one host, over all workers."""
    max_crawl_delay: Annotated[int, Field(ge=0, le=60)] = 10
    """Seconds up to which a host's own `Crawl-delay` is kept."""
    max_retry_after: Annotated[int, Field(ge=0, le=600)] = 120
    """Seconds up to which a host's `Retry-After` is kept, so that no host can stop a round."""


class SearchPlan(Record):
    """A plan as written in `config/plans/*.yaml`; its digest freezes it when a round opens."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    title: str
    look_back_days: Annotated[int, Field(ge=1, le=36_525)] | None
    """Days before the round's opening that are looked at; `None`: no limit. No order sets one: agency choice."""
    exclude_posts_as_minor: bool
    """Leave out what was posted before the candidate's eighteenth birthday."""
    user_agent: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    limits: Limits = Limits()
    hosts: HostLimits = HostLimits()
    steps: Annotated[tuple[PlanStep, ...], Field(min_length=1)]
