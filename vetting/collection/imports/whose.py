"""Whose page an address is: a capture by hand is of the declared account, and of the page that its statement names (law 3).

Addresses are compared as text; nothing is asked of the network. Where the platform's list says what the addresses of an
account look like (`page_paths`), the stated address must be one of these or lie beneath it; otherwise it must lie at or
beneath the declared address, or name the declared user. Messages name the account's id and never an address.

A platform without hosts, and an account without an address, give nothing to compare with.

It leaves to the investigator that a picture or a document shows what its statement says: these carry no address.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from schemas.account import DeclaredAccount
from schemas.platform import Platform
from vetting.errors import InputError, PolicyError
from vetting.policy.controls import Control, enforces

_NOT_IN_ADDRESS = re.compile(r"[\s\\\x00-\x1f\x7f]")
_MAX_ADDRESS = 4000


@dataclass(frozen=True, slots=True)
class PageAddress:
    """A web address in one spelling: host without `www.`, path segments and query, without case, scheme and fragment."""

    host: str
    path: tuple[str, ...]
    query: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Owner:
    """The declared account that a step is about, with its platform as the round was frozen with it."""

    account: DeclaredAccount
    platform: Platform

    def has(self, address: str) -> bool:
        """Whether an address is a page of the account; true where nothing is known to compare with."""
        if not self._hosts():
            return True
        page = read_address(address)
        return page is not None and self._on_its_host(page) and self._names_it(page)

    def may_have(self, address: str) -> bool:
        """Whether an address is on the account's host, and not the page of somebody else by the platform's own pattern."""
        page = read_address(address)
        if page is None or not self._on_its_host(page):
            return not self._hosts()
        exact = (t for t in self.platform.page_paths if _fits(page, t, user=None, beneath=False))
        return self._names_it(page) or not any(exact)

    def shares_host(self, address: str) -> bool:
        """Whether an address is on the account's host."""
        page = read_address(address)
        return not self._hosts() or (page is not None and self._on_its_host(page))

    def _hosts(self) -> set[str]:
        declared = read_address(self.account.url or "")
        return {_plain_host(host) for host in self.platform.hosts} or ({declared.host} if declared else set())

    def _on_its_host(self, page: PageAddress) -> bool:
        return any(page.host == host or page.host.endswith(f".{host}") for host in self._hosts())

    def _names_it(self, page: PageAddress) -> bool:
        declared = read_address(self.account.url or "")
        if declared is not None and _beneath(page, declared):
            return True
        user = _name(self.account.user or self.account.handle or "")
        if not user:
            return False
        if self.platform.page_paths:
            return any(_fits(page, template, user=user) for template in self.platform.page_paths)
        return user in {_name(part) for part in (*page.path, *(value for _, value in page.query))}


def read_address(text: str) -> PageAddress | None:
    """A web address; `None` for anything else, and for spellings that readers take differently."""
    text = text.strip()
    if len(text) > _MAX_ADDRESS or _NOT_IN_ADDRESS.search(text):
        return None
    try:
        parts = urlsplit(text)
        host = _plain_host(parts.hostname or "")
        port = parts.port
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host or "@" in parts.netloc:
        return None
    path = tuple(_plain(unquote(part)) for part in parts.path.split("/") if part)
    if any(part in (".", "..") or "/" in part or "\\" in part for part in path):
        return None
    named = host if port in (None, 80, 443) else f"{host}:{port}"
    return PageAddress(named, path, tuple(sorted((_plain(k), _plain(v)) for k, v in query)))


@enforces(Control.PLAN_ONLY)
def check_owner(owner: Owner, stated: str) -> None:
    """See that the address of a statement is a page of the declared account.

    Raises:
        PolicyError: `capture_other_account`.

    """
    if not owner.has(stated):
        raise PolicyError(
            "capture_other_account",
            f"The statement's address is not a page of the account declared as {owner.account.id}.",
            law=3,
            clause="New Canaan VII.A",
            remedy="State the account's own page as the browser showed it. Another person's page is not captured; an account "
            "that was not declared is a matter for the interview.",
        )


@enforces(Control.AUTHENTIC_CAPTURE)
def check_page(stated: str, found: Iterable[str]) -> None:
    """See that one of the addresses that a file gives its pages is the stated one; search terms are no address.

    Raises:
        InputError: `capture_address_mismatch`.

    """
    page = read_address(stated)
    if page is not None and all(read_address(address) != page for address in found):
        raise InputError(
            "capture_address_mismatch",
            "The file holds another page than the one that its statement names.",
            law=3,
            remedy="Copy the address from the browser into the statement, or import the file that was meant.",
        )


def _fits(page: PageAddress, template: str, *, user: str | None, beneath: bool = True) -> bool:
    """Whether a page has a template's form: of this user, or of any; at the address itself, or beneath it too."""
    path, _, query = template.partition("?")
    wanted = [part for part in path.split("/") if part]
    if len(page.path) < len(wanted) or (not beneath and len(page.path) != len(wanted)):
        return False
    pairs = [(part, page.path[index]) for index, part in enumerate(wanted)]
    pairs += [(value, dict(page.query).get(_plain(name), "")) for name, value in parse_qsl(query)]
    return all(_part_fits(form, part, user) for form, part in pairs)


def _part_fits(form: str, part: str, user: str | None) -> bool:
    before, mark, _ = form.partition("{")
    if not mark:
        return part == _plain(form)
    if not part.startswith(before):
        return False
    given = part.removeprefix(before)
    return bool(given) if form.endswith("{any}") or user is None else _name(given) == user


def _beneath(page: PageAddress, declared: PageAddress) -> bool:
    same_path = page.path[: len(declared.path)] == declared.path
    return page.host == declared.host and same_path and set(declared.query) <= set(page.query)


def _plain_host(host: str) -> str:
    host = host.rstrip(".")
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return host.casefold().removeprefix("www.")


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _name(text: str) -> str:
    return _plain(text.strip()).lstrip("@")
