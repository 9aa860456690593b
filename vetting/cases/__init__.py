"""A case's state: `move` is the only thing that changes it, `unmet` says what is missing."""

from vetting.cases.findings import blocked_findings, current_findings
from vetting.cases.rules import authors, declaration_version, latest_draft, unmet
from vetting.cases.state import back_to, move, readers, settle
from vetting.cases.steps import current_accounts, current_steps, expand, missing_steps, plan_in_force

__all__ = [
    "authors",
    "back_to",
    "blocked_findings",
    "current_accounts",
    "current_findings",
    "current_steps",
    "declaration_version",
    "expand",
    "latest_draft",
    "missing_steps",
    "move",
    "plan_in_force",
    "readers",
    "settle",
    "unmet",
]
