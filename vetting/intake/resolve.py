"""From what a candidate declared to the one address that may be asked (law 3), or none for manual capture.

Nothing is asked of the network here, and no account is guessed: a handle without an address, on a platform
that gives none, is refused.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from schemas.account import DeclaredAccount
from schemas.declaration import AccountDeclaration
from schemas.platform import Method, Platform
from vetting.errors import InputError
from vetting.intake.addresses import Address, normalise_host, normalise_url
from vetting.intake.authenticators import looks_like_authenticator
from vetting.policy.controls import Control, enforces

_BY_USER = frozenset({Method.MASTODON_API, Method.ACTIVITYPUB})
"""Methods that ask the server of the handle; an address that was declared beside it only confirms it."""
_NEED_USER = frozenset(Method) - {Method.FEED, Method.WEB_PAGE, Method.MANUAL_CAPTURE, Method.OWN_EXPORT}
"""Interfaces that are asked by user: an address alone is enough only where it names the user."""


@dataclass(frozen=True)
class _Handle:
    user: str
    host: str = ""


@enforces(Control.PLAN_ONLY, Control.NO_AUTHENTICATORS)
def resolve_account(
    account_id: str, declaration: AccountDeclaration, platform: Platform, *, allow_private_hosts: bool = False
) -> DeclaredAccount:
    """The account to collect, under `account_id`.

    Raises:
        InputError: `authenticator_...` (law 4), `platform_unknown` (the declaration names another platform),
            `handle_...`, `url_...`, `host_not_of_platform`, `account_unresolvable`.

    """
    # (1) Nothing that looks like an authenticator goes any further.
    # (2) The handle matches the platform's form, the address is one spelling of a public address of that
    #     platform.
    # (3) What is missing is derived from the platform's template; handle and address may not contradict each
    #     other.
    # (4) A manual capture has no host to ask; every other method has its own, and the services that the platform's
    #     configuration lists.
    if declaration.platform != platform.id:
        raise InputError("platform_unknown", "The declaration names another platform than the one given.")
    _refuse_authenticators(declaration)  # (1)
    handle = _read_handle(declaration.handle, platform, allow_private_hosts=allow_private_hosts)  # (2)
    address = normalise_url(declaration.url, allow_private_hosts=allow_private_hosts) if declaration.url else None
    if address and platform.hosts and not _is_host_of(address.host, platform):
        raise InputError(
            "host_not_of_platform",
            f"The address is not on a host of the platform {platform.id}.",
            remedy="Choose the platform the address belongs to, or correct the address.",
        )
    if address:  # (3)
        handle = _agreed(handle, _handle_in(address, platform))
    derived = _derived(handle, platform, allow_private_hosts=allow_private_hosts)
    target = derived if platform.method in _BY_USER else address or derived
    if platform.method is Method.MANUAL_CAPTURE:  # (4)
        target = None
    elif target is None or (platform.method in _NEED_USER and not (handle and handle.user)):
        raise InputError(
            "account_unresolvable",
            f"An account of the platform {platform.id} cannot be found from what was declared.",
            remedy="Declare the full handle (with its server) or the public address of the account.",
        )
    return DeclaredAccount(
        id=account_id,
        platform=platform.id,
        method=platform.method,
        handle=declaration.handle,
        url=address.url if address else None,
        host=target.netloc if target else "",
        target=target.url if target else "",
        user=handle.user if handle else "",
        services=platform.services,
    )


def _refuse_authenticators(declaration: AccountDeclaration) -> None:
    for field, text in (("handle", declaration.handle), ("url", declaration.url)):
        code = looks_like_authenticator(text, in_handle=field == "handle") if text else None
        if code:
            raise InputError(
                f"authenticator_{code}",
                f"The {field} looks like a password, token or other authenticator ({code}).",
                law=4,
                clause="C.G.S. 31-40x",
                remedy="Give only handle or public address; tell the candidate to change what was written.",
            )


def _read_handle(text: str | None, platform: Platform, *, allow_private_hosts: bool) -> _Handle | None:
    if text is None:
        return None
    if platform.handle_pattern is None:
        raise InputError(
            "handle_not_taken",
            f"Accounts of the platform {platform.id} are declared by their address, not by a handle.",
            remedy="Give the address (url) and leave the handle out.",
        )
    match = re.fullmatch(platform.handle_pattern, text.strip())
    if match is None:
        raise InputError(
            "handle_malformed",
            f"The handle does not have the form that the platform {platform.id} uses.",
            remedy="Copy the handle as the profile shows it.",
        )
    groups = match.groupdict()
    user = groups.get("user") or text.strip().lstrip("@")
    host = groups.get("host") or ""
    return _Handle(user, _host_and_port(host, allow_private_hosts=allow_private_hosts) if host else "")


def _host_and_port(text: str, *, allow_private_hosts: bool) -> str:
    return normalise_url(f"https://{text}", allow_private_hosts=allow_private_hosts).netloc


def _is_host_of(host: str, platform: Platform) -> bool:
    return any(host == h or host.endswith(f".{h}") for h in map(str.lower, platform.hosts))


def _handle_in(address: Address, platform: Platform) -> _Handle | None:
    """The handle that the platform's template would have turned into this address."""
    if platform.url_template is None:
        return None
    pattern = re.escape(platform.url_template.split("://", 1)[-1].rstrip("/"))
    pattern = pattern.replace(r"\{user\}", r"(?P<user>[^/?]+)").replace(r"\{host\}", r"(?P<host>[^/?]+)")
    match = re.fullmatch(rf"(?:www\.)?{pattern}", address.url.split("://", 1)[1].rstrip("/"))
    if match is None:
        return None
    groups = match.groupdict()
    return _Handle(unquote(groups.get("user", "")), groups.get("host", ""))


def _agreed(declared: _Handle | None, found: _Handle | None) -> _Handle | None:
    if declared is None or found is None:
        return declared or found
    same_host = not declared.host or not found.host or declared.host == found.host
    if declared.user.casefold() != found.user.casefold() or not same_host:
        raise InputError(
            "handle_url_disagree",
            "The handle and the address are not of the same account.",
            remedy="Declare two accounts if there are two; otherwise correct one of them.",
        )
    return _Handle(declared.user, declared.host or found.host)


def _derived(handle: _Handle | None, platform: Platform, *, allow_private_hosts: bool) -> Address | None:
    if handle is None or platform.url_template is None:
        return None
    if "{host}" in platform.url_template and not handle.host:
        return None
    filled = platform.url_template.replace("{user}", quote(handle.user, safe="")).replace("{host}", handle.host)
    if handle.host and filled.startswith("https://"):
        # Servers on private hosts exist in tests only, and have no certificates there.
        _, private = normalise_host(
            handle.host.rsplit(":", 1)[0] if not handle.host.endswith("]") else handle.host.strip("[]"),
            allow_private_hosts=allow_private_hosts,
        )
        filled = "http" + filled.removeprefix("https") if private else filled
    return normalise_url(filled, allow_private_hosts=allow_private_hosts)
