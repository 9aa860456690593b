"""Plans, accounts and windows for tests of collection."""

from datetime import UTC, datetime
from typing import Any

from schemas.account import DeclaredAccount
from schemas.capture import Capture
from schemas.plan import Limits, PlanStep, SearchPlan, StepAction, StepScope
from schemas.platform import Method, Service
from schemas.window import Window
from vetting.collection import collect_step
from vetting.collection.hosts import Hosts
from vetting.settings import Settings

OPEN = Window(not_after=datetime(2026, 1, 1, tzinfo=UTC))
POSTS = PlanStep(key="posts", title="Posts", scope=StepScope.ACCOUNT, action=StepAction.POSTS)
PROFILE = PlanStep(key="profile", title="Profile", scope=StepScope.ACCOUNT, action=StepAction.PROFILE)


def plan(**limits: int) -> SearchPlan:
    """A plan with two steps and the given limits."""
    return SearchPlan(
        id="test-plan",
        version=1,
        title="Test plan",
        look_back_days=None,
        exclude_posts_as_minor=False,
        user_agent="vetting-tests/1",
        limits=Limits(**limits),
        steps=(PROFILE, POSTS),
    )


def settings(**values: Any) -> Settings:
    """Settings for loopback servers, without pauses."""
    fixed: dict[str, Any] = {"allow_private_hosts": True, "unpaced_test_hosts": True}
    fixed |= {"http_timeout": 30.0, "http_backoff": 0.0, "http_attempts": 3}
    return Settings(**{**fixed, **values})


def account(
    host: str,
    target: str,
    *,
    user: str = "",
    method: Method = Method.MASTODON_API,
    services: tuple[Service, ...] = (),
) -> DeclaredAccount:
    """A declared account."""
    return DeclaredAccount(
        id="C1.A1", platform="test", method=method, host=host, target=target, user=user, services=services
    )


def collect(
    declared: DeclaredAccount,
    step: PlanStep = POSTS,
    *,
    window: Window = OPEN,
    limits: dict[str, int] | None = None,
    pauses: list[float] | None = None,
    **values: Any,
) -> Capture:
    """One step, without waiting; pauses that it would have made are noted."""
    noted = pauses if pauses is not None else []
    fixed = plan(**(limits or {}))
    return collect_step(step, declared, fixed, window, settings(**values), sleep=noted.append, hosts=Hosts())
