"""Which hosts and network addresses collection may speak to (laws 3 and 4).

- Only the host that the account declares, and its `www.` twin, on the declared port; and exactly those services that
  the platform's configuration lists or that a recorded resolution step of the method led to (`Web.admit`).
- Only public addresses. Private, loopback, link-local, metadata, multicast and reserved ones are refused in every
  notation, because the check looks at what the name resolved to and not at how it was written.
- Only hosts written in the one usual way: a name of letters, digits and hyphens, a dotted quad, or an IPv6 address
  without a zone. Octal, hexadecimal and shortened numbers, and escapes, are refused before anything resolves them.
- The checked address is the one connected to: a name is resolved once for each connection, within a limit of time, so
  an answer that changes between check and connection changes nothing.

It leaves requests, redirects and retries to `web`.
"""

import ipaddress
import re
import socket
from dataclasses import dataclass, replace
from typing import Any

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url
from urllib3.util.connection import create_connection

from vetting.collection.names import look_up
from vetting.errors import PolicyError
from vetting.policy.controls import Control, enforces

DEFAULT_PORTS = {"http": 80, "https": 443}
MAX_ADDRESS_LENGTH = 2000
MAX_NAME_LENGTH = 253
LOOKUP_TIMEOUT = 20.0
"""Seconds for a look-up where the connection states no timeout of its own."""
MAX_TRIED = 4
"""Addresses of one name that are tried before the host counts as unreachable."""

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_UNICAST_V6 = ipaddress.IPv6Network("2000::/3")
"""All that is given out for use between networks; whatever lies outside (site-local, translated, unassigned) is refused."""
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})
"""First half of an interface identifier that carries an IPv4 address (RFC 5214)."""
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_NEVER_V4 = tuple(
    ipaddress.IPv4Network(n)
    for n in (
        "0.0.0.0/8",
        "169.254.0.0/16",  # link-local, and the metadata service of most clouds
        "168.63.129.16/32",  # a public number that is a cloud's own host agent
        "100.100.100.200/32",  # a cloud's metadata service inside shared address space
        "192.0.0.0/24",  # protocol assignments, and another cloud's metadata service
        "192.88.99.0/24",  # 6to4 relays, withdrawn (RFC 7526)
        "255.255.255.255/32",
    )
)
_NEVER_V6 = tuple(
    ipaddress.IPv6Network(n)
    for n in (
        "fe80::/10",
        "fd00:ec2::/32",  # a cloud's metadata service inside unique local space
        "2002::/16",  # 6to4 carries an IPv4 address that this check would not see at the other end
        "2001::/32",  # Teredo, likewise
        "3fff::/20",  # documentation (RFC 9637), which older Pythons take for public
        "64:ff9b:1::/48",  # local-use translation (RFC 8215)
    )
)


def refuse_host() -> PolicyError:
    """The refusal of an address outside the declared account."""
    return PolicyError(
        "host_refused",
        "The address does not belong to the declared account's own host, so it was not asked.",
        law=3,
        remedy="Only the declared host is collected. Another address must be declared by the candidate first.",
    )


def refuse_address() -> PolicyError:
    """The refusal of a host that resolves to an address inside a private network."""
    return PolicyError(
        "address_refused",
        "The account's host resolves to a private, local or reserved network address, so it was not asked.",
        law=3,
        remedy="Check the declared address. Test servers need the setting allow_private_hosts, which is recorded.",
    )


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """The hosts of one account, lower case; `port` is `None` where the scheme's own port counts."""

    names: frozenset[str]
    port: int | None
    others: tuple["AllowedHosts", ...] = ()
    """Services that the platform's configuration lists, or that a recorded resolution step led to: each exactly."""

    @classmethod
    def of_account(cls, host: str) -> "AllowedHosts":
        """Read `host` or `host:port` as it stands in a declared account; an empty host allows nothing.

        Raises:
            PolicyError: `host_refused`, it is no host in the usual notation.

        """
        if not host:
            return cls(frozenset(), None)
        parsed = _parse(f"http://{host}")
        if parsed.auth is not None or parsed.path or parsed.query is not None or parsed.fragment is not None:
            raise refuse_host()
        name = _name(parsed)
        twin = name.removeprefix("www.") if name.startswith("www.") else f"www.{name}"
        return cls(frozenset({name} if _is_ip(name) else {name, twin}), parsed.port)

    def admits(self, host: str, port: int, scheme: str) -> bool:
        """Whether a connection to that host and port is the account's own."""
        own = _bare(host) in self.names and port == (self.port or DEFAULT_PORTS[scheme])
        return own or any(other.admits(host, port, scheme) for other in self.others)

    def plus(self, address: str) -> "AllowedHosts":
        """These hosts and the exact host of one more `http` or `https` address.

        Raises:
            PolicyError: `host_refused`, the address cannot be read.

        """
        parsed = _parse(address)
        if parsed.scheme not in DEFAULT_PORTS or parsed.auth is not None:
            raise refuse_host()
        port = parsed.port or DEFAULT_PORTS[parsed.scheme]
        return replace(self, others=(*self.others, AllowedHosts(frozenset({_name(parsed)}), port)))

    def check(self, url: str) -> Url:
        """Parse an absolute address and return it, if it is one of this account's.

        Uses the parser that the connection itself uses: two parsers that disagree about a host are a classic way
        around a check.

        Raises:
            PolicyError: `host_refused`, for any other scheme or host, a user name in the address, or one that cannot be read.

        """
        if len(url) > MAX_ADDRESS_LENGTH or "\\" in url or any(c <= " " or c == "\x7f" for c in url):
            raise refuse_host()
        parsed = _parse(url)
        if parsed.scheme not in DEFAULT_PORTS or parsed.auth is not None:
            raise refuse_host()
        if not self.admits(_name(parsed), parsed.port or DEFAULT_PORTS[parsed.scheme], parsed.scheme):
            raise refuse_host()
        return parsed


def _parse(url: str) -> Url:
    try:
        return parse_url(url)
    except LocationParseError:
        raise refuse_host() from None


def _name(parsed: Url) -> str:
    """The host of an address in the one form that is compared: lower case, no brackets, no final dot."""
    name = (parsed.host or "").lower()
    if name.startswith("["):
        name = name.removeprefix("[").removesuffix("]")
        if "%" in name or not _is_ip(name):
            raise refuse_host()
        return name
    name = name.removesuffix(".")
    labels = name.split(".")
    usual = len(name) <= MAX_NAME_LENGTH and all(_LABEL.fullmatch(label) for label in labels)
    # a name that ends in a number is read as an IPv4 address by resolvers, in whatever notation it is written
    if not usual or (_NUMBER.fullmatch(labels[-1]) and not _is_ip(name)):
        raise refuse_host()
    return name


def _bare(host: str) -> str:
    return host.lower().strip("[]").removesuffix(".")


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_reachable(address: IpAddress, *, allow_private: bool) -> bool:
    """Whether an address may be connected to; `allow_private` admits private and loopback ones and nothing more."""
    if isinstance(address, ipaddress.IPv6Address):
        embedded = address.ipv4_mapped
        if embedded is None and address in _NAT64:
            embedded = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if embedded is not None:
            return is_reachable(embedded, allow_private=allow_private)
        never = any(address in network for network in _NEVER_V6) or (int(address) >> 32) & 0xFFFFFFFF in _ISATAP
        public = address in _UNICAST_V6 and address.is_global
    else:
        never = any(address in network for network in _NEVER_V4)
        public = address.is_global and not address.is_reserved
    if never or address.is_multicast or address.is_unspecified:
        return False
    if public:
        return True
    return allow_private and (address.is_loopback or address.is_private)


@enforces(Control.PLAN_ONLY)
class Guard:
    """Opens the connections of one collection step, and remembers which address each host had."""

    def __init__(self, allowed: AllowedHosts, *, allow_private: bool) -> None:
        self.allowed = allowed
        self.allow_private = allow_private
        self.peers: dict[tuple[str, int], str] = {}
        self.in_use: Any = None
        """The connection that an answer is being read from."""

    def connect(self, host: str, port: int, *, scheme: str, timeout: Any, socket_options: Any) -> socket.socket:
        """Open a connection to a checked address.

        Steps: (1) the host is the account's own; (2) the name is resolved, once; (3) every address it resolved to may
        be reached; (4) the connection goes to one of those very addresses. TLS verification is the caller's.

        Raises:
            PolicyError: `host_refused` or `address_refused`.
            LookupTimedOut: the name was not resolved in time.
            OSError: the network's own failure.

        """
        # (1) also for a connection that some library opened by itself
        if not self.allowed.admits(host, port, scheme):
            raise refuse_host()
        # (2) once, so that there is only one answer to check and to use
        addresses = look_up(host.strip("[]"), port, timeout if isinstance(timeout, int | float) else LOOKUP_TIMEOUT)
        # (3) one bad address among good ones is how a name is pointed inside, so all of them must pass
        for address in addresses:
            # an address with a zone holds on one link only, so it is never a public one
            if "%" in address or not is_reachable(ipaddress.ip_address(address), allow_private=self.allow_private):
                raise refuse_address()
        # (4) to the address, not to the name
        failure: OSError = OSError("no address")
        for address in addresses[:MAX_TRIED]:
            try:
                connection = create_connection((address, port), timeout, socket_options=socket_options)
            except OSError as error:
                failure = error
                continue
            self.peers[(_bare(host), port)] = address
            return connection
        raise failure

    def peer_of(self, url: Url) -> str:
        """The network address that a host was asked at.

        Raises:
            RuntimeError: nobody asked the guard for that connection: a changed library opens sockets past it.

        """
        port = url.port or DEFAULT_PORTS[url.scheme or "http"]
        try:
            return self.peers[(_name(url), port)]
        except KeyError:
            raise RuntimeError("a connection was opened past the address guard") from None
