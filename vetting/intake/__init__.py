"""Declarations: read from files, refused when they hold an authenticator, resolved. Stores nothing."""

from vetting.intake.duplicates import SharedAccount, account_key, shared_between_candidates
from vetting.intake.parse import check_declarations, read_declarations
from vetting.intake.problems import Problem
from vetting.intake.resolve import resolve_account

__all__ = [
    "Problem",
    "SharedAccount",
    "account_key",
    "check_declarations",
    "read_declarations",
    "resolve_account",
    "shared_between_candidates",
]
