"""Carries out one step of the plan for one declared account; storing, logging and ordering are others' work."""

import time
from collections.abc import Callable

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import PlanStep, SearchPlan
from schemas.platform import Method
from schemas.window import Window
from vetting.collection.hosts import Hosts
from vetting.collection.keys import KEY_NEEDED, key_for
from vetting.collection.methods import COLLECTORS
from vetting.collection.methods.base import ended
from vetting.collection.pace import LocalPace
from vetting.collection.transport import Connections
from vetting.collection.web import Web, WebRules
from vetting.errors import StateError
from vetting.policy.controls import Control, enforces
from vetting.settings import Settings

_OWN_PACE = LocalPace()


def is_automatic(method: Method) -> bool:
    """Whether a program collects by this method; otherwise an investigator does, and imports the capture."""
    return method in COLLECTORS


@enforces(Control.LAWFUL_METHODS, Control.PLAN_ONLY)
def collect_step(
    step: PlanStep,
    account: DeclaredAccount,
    plan: SearchPlan,
    window: Window,
    settings: Settings,
    heartbeat: Callable[[], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
    *,
    hosts: Hosts | None = None,
    connections: Connections | None = None,
) -> Capture:
    """Collect one step and give it back, with its outcome, in memory only.

    The requests depend on plan, account and window alone, so they are the same for every candidate (law 2).
    `heartbeat` is called before each request and every two seconds of waiting; what it raises stops the step.
    `hosts` is what the workers of a run share; without it the step shares only the pace of this process.
    `connections` is what the steps of this account share; without it the step opens and closes its own.

    An interface that needs the agency's own key is not asked without one: the outcome is `failed`, `no_api_key`.

    Raises:
        InputError: `api_keys_file`, as `keys.key_for`.
        StateError: `manual_step`, the account's method is one that a person carries out.

    """
    if not is_automatic(account.method):
        raise StateError(
            "manual_step",
            f"Step {step.key} of account {account.id} is done by hand, so there is nothing to collect by program.",
            law=4,
            remedy="Capture the page as the step instructs and import the file with a statement of method.",
        )
    rules = WebRules(
        user_agent=plan.user_agent,
        max_bytes=plan.limits.max_bytes,
        timeout=settings.http_timeout,
        attempts=settings.http_attempts,
        backoff=settings.http_backoff,
        allow_private_hosts=settings.allow_private_hosts,
        pause=60 / plan.hosts.requests_per_minute,
        max_crawl_delay=plan.hosts.max_crawl_delay,
        max_retry_after=plan.hosts.max_retry_after,
    )
    info = {
        "description": f"plan {plan.id} version {plan.version}, step {step.key}",
        "isPartOf": f"{plan.id}/{plan.version}",
        "method": account.method.value,
        "http-header-user-agent": plan.user_agent,
    }
    services = [service.url for service in account.services]
    key = key_for(account, settings.api_keys_file)
    if hosts is None:
        hosts = Hosts(_OWN_PACE if settings.paced else None)
    with Web(
        account.host,
        rules,
        info,
        services=services,
        key=key,
        hosts=hosts,
        heartbeat=heartbeat,
        sleep=sleep,
        connections=connections,
    ) as web:
        if key is None and account.method in KEY_NEEDED:
            return ended(web, account.method, StepOutcome.FAILED, "no_api_key")
        return COLLECTORS[account.method].collect(step.action, account, window, plan.limits, web)
