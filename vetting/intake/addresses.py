"""Declared addresses in one spelling: http(s), a public host, no user part, fragment or disguised number.

A name that a public DNS server resolves to a private address cannot be seen here; collection checks what it
connects to.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

import idna

from vetting.errors import InputError

_DEFAULT_PORTS = {"http": 80, "https": 443}
_PRIVATE_SUFFIXES = (".local", ".localhost", ".internal", ".lan", ".home", ".home.arpa", ".intranet", ".corp")
_MAX_URL = 2000
_REMEDY = "Give the public address as a browser shows it, e.g. https://example.org/name."


@dataclass(frozen=True)
class Address:
    """A normalised address. `host`: lower-case ASCII, no port; `private`: loopback or private (tests)."""

    url: str
    host: str
    netloc: str
    private: bool


def normalise_url(text: str, *, allow_private_hosts: bool = False) -> Address:
    """One spelling for an address.

    Raises:
        InputError: with a code `url_...`; the message never repeats the address.

    """
    text = text.strip()
    if len(text) > _MAX_URL:
        raise _refusal("url_too_long", f"The address is longer than {_MAX_URL} characters.")
    if re.search(r"[\x00-\x20\x7f-\xa0\u2000-\u200f\u2028-\u202f\u2060\ufeff\\<>\"^`{|}]", text):
        raise _refusal("url_malformed", "The address holds a space, an invisible or a forbidden character.")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        raise _refusal("url_malformed", "The address cannot be read.") from None
    scheme = parts.scheme.lower()
    if scheme not in _DEFAULT_PORTS or not text.lower().startswith(f"{scheme}://"):
        raise _refusal("url_scheme", "The address does not begin with http:// or https://.")
    if "@" in parts.netloc:
        raise _refusal("url_userinfo", "The address holds a user name or password before the host.", law=4)
    if "#" in text:
        raise _refusal("url_fragment", "The address holds a part after '#'.")
    if port == 0:
        raise _refusal("url_port", "The address holds a port that cannot exist.")
    if re.search(r"%(?:0[0-9a-f]|1[0-9a-f]|7f|2e|2f|5c)", parts.path, re.IGNORECASE) or re.search(
        r"/\.\.?(?:/|$)", parts.path
    ):
        raise _refusal("url_malformed", "The path of the address holds hidden characters or steps upwards.")
    host, private = normalise_host(parts.hostname or "", allow_private_hosts=allow_private_hosts)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in {None, _DEFAULT_PORTS[scheme]} else f"{shown}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return Address(urlunsplit((scheme, netloc, path, query, "")), host, netloc, private)


def normalise_host(host: str, *, allow_private_hosts: bool = False) -> tuple[str, bool]:
    """The host in lower-case ASCII (IDNA 2008, UTS 46) and whether it is private.

    Raises:
        InputError: no host, not a host name, a number that stands for an address, or a private host without
            leave.

    """
    if not host:
        raise _refusal("url_host", "The address has no host.")
    number = _ip(host)
    if number is None:
        try:
            host = (
                idna.encode(host.rstrip("."), uts46=True, std3_rules=True, transitional=False).decode("ascii").lower()
            )
        except (idna.IDNAError, UnicodeError):
            raise _refusal("url_host", "The host is not a valid host name.") from None
        number = _ip(host)
    if number is not None:
        private = number.is_private or number.is_loopback or number.is_link_local
        if not (private and allow_private_hosts):
            raise _refusal("url_ip_literal", "The host is a number (IP address) instead of a name.")
        return str(number), True
    last = host.rsplit(".", 1)[-1]
    if re.fullmatch(r"\d+|0x[0-9a-f]*", last):
        raise _refusal("url_ip_literal", "The host is a number (IP address) in another spelling.")
    private = "." not in host or host.endswith(_PRIVATE_SUFFIXES)
    if private and not allow_private_hosts:
        raise _refusal("url_private_host", "The host is not a public one.")
    return host, private


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _refusal(code: str, message: str, law: int | None = None) -> InputError:
    return InputError(code, message, law=law, clause="C.G.S. 31-40x" if law else None, remedy=_REMEDY)
