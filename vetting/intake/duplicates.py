"""The same account twice.

Inside one declaration it is refused. Declared by two candidates it is a warning for a person to judge: never
a refusal, and never a reason to treat a candidate differently (law 2).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from schemas.account import DeclaredAccount

SHARED_CODE = "account_shared"


@dataclass(frozen=True)
class SharedAccount:
    """A warning: these candidate numbers declared the same account. It does not say which account."""

    candidates: tuple[int, ...]
    code: str = SHARED_CODE


def account_key(account: DeclaredAccount) -> str:
    """One key for all spellings of one account. It is content: for memory and vault only (law 11)."""
    if account.user:
        host = urlsplit(account.target).netloc if account.target else _handle_host(account)
        return f"{account.platform}:{account.user.casefold()}@{_plain_host(host)}"
    parts = urlsplit(account.target or account.url or "")
    if not parts.netloc:
        return f"{account.platform}:{(account.handle or '').strip().lstrip('@').casefold()}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{account.platform}:{_plain_host(parts.netloc)}{parts.path.rstrip('/')}{query}"


def duplicates_within(accounts: Sequence[DeclaredAccount]) -> list[tuple[int, int]]:
    """Pairs of positions (from 0) that are the same account: the first, and each later one."""
    first: dict[str, int] = {}
    pairs = []
    for position, account in enumerate(accounts):
        earlier = first.setdefault(account_key(account), position)
        if earlier != position:
            pairs.append((earlier, position))
    return pairs


def shared_between_candidates(accounts: Mapping[int, Sequence[DeclaredAccount]]) -> list[SharedAccount]:
    """Accounts declared by more than one candidate of a round, by candidate number."""
    owners: dict[str, set[int]] = {}
    for candidate, declared in accounts.items():
        for account in declared:
            owners.setdefault(account_key(account), set()).add(candidate)
    groups = sorted({tuple(sorted(numbers)) for numbers in owners.values() if len(numbers) > 1})
    return [SharedAccount(group) for group in groups]


def _plain_host(netloc: str) -> str:
    return netloc.lower().removeprefix("www.")


def _handle_host(account: DeclaredAccount) -> str:
    # Manual capture asks no host; of a handle with a server the server is still part of who it is.
    pieces = (account.handle or "").strip().lstrip("@").rsplit("@", 1)
    return pieces[1] if len(pieces) == 2 else ""
