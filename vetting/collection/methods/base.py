"""What every collector is and shares: one protocol, and one tally of what is kept and what is left out.

A collector asks through `Web`, keeps what lies inside window and limits (law 3), and ends in an outcome. It signs in
nowhere, follows no link except a list's own next page, and never fetches media.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits, StepAction
from schemas.platform import Method, ServiceRole
from schemas.post import Post
from schemas.window import Window
from vetting import clock
from vetting.collection.web import Fault, Web
from vetting.policy.controls import Control, enforces


class Collector(Protocol):
    """One lawful method of collection."""

    def collect(
        self, action: StepAction, account: DeclaredAccount, window: Window, limits: Limits, web: Web
    ) -> Capture:
        """Carry out one step for one account; every end is an outcome, no fault of the world an exception."""
        ...


@enforces(Control.PLAN_ONLY)
@dataclass(slots=True)
class Tally:
    """Counts the items of a step in the order they came, and says which may be kept."""

    window: Window
    limits: Limits
    posts: list[Post] = field(default_factory=list)
    left_out: int = 0
    full: bool = False
    """The plan's item limit is reached."""
    _seen: set[str] = field(default_factory=set)

    def take(self, source_id: str, time: datetime | None, make: Callable[[int], Post]) -> bool:
        """Whether an item stays in the payload; `make` gets its number. One met again on a later page is no second post."""
        if not self.window.admits(time):
            self.left_out += 1
            return False
        if source_id in self._seen:
            return True
        if len(self.posts) >= self.limits.max_items:
            self.full = True
            self.left_out += 1
            return False
        self._seen.add(source_id)
        self.posts.append(make(len(self.posts) + 1))
        return True


def service(account: DeclaredAccount, role: ServiceRole) -> str | None:
    """The address of one of the account's services, if its platform lists one."""
    return next((s.url for s in account.services if s.role is role), None)


def ended(
    web: Web,
    method: Method,
    outcome: StepOutcome,
    reason: str = "",
    *,
    posts: tuple[Post, ...] = (),
    left_out: int = 0,
) -> Capture:
    """The capture of a step that ends now.

    A failed step keeps no data: what it had read was not yet sorted into kept and left out, and a half list must not
    look like a whole one. The other outcomes keep the exchanges that show them.
    """
    failed = outcome in (StepOutcome.FAILED, StepOutcome.NOT_APPLICABLE)
    content = outcome in (StepOutcome.CAPTURED, StepOutcome.NO_CONTENT)
    return Capture(
        outcome=outcome,
        reason=reason,
        method=method,
        data=b"" if failed else web.recorder.data(),
        posts=posts,
        content_sha256=web.recorder.content_sha256() if content else None,
        captured_at=clock.now(),
        requests=web.requests,
        attempts=web.attempts,
        left_out=0 if failed else left_out,
    )


def ended_by(web: Web, method: Method, fault: Fault, *, later_page: bool = False) -> Capture:
    """The capture of a step that a fault of the world ended; a later page that is missing does not make the account missing."""
    return ended(web, method, StepOutcome.FAILED if later_page else fault.outcome, fault.reason)


def ended_with_items(web: Web, method: Method, tally: Tally, stopped_by: str, *, empty_reason: str = "") -> Capture:
    """The capture of a list that was read as far as the plan allows; `stopped_by` names the limit that ended it, if one did."""
    posts = tuple(tally.posts)
    if posts:
        return ended(web, method, StepOutcome.CAPTURED, stopped_by, posts=posts, left_out=tally.left_out)
    reason = "nothing_in_window" if tally.left_out else empty_reason
    return ended(web, method, StepOutcome.NO_CONTENT, reason, left_out=tally.left_out)
