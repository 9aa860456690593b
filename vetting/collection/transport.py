"""The transport under `requests`: every connection is opened by the `Guard`, and an exchange that takes too long is cut.

- The connections of an account may stay open from one of its steps to the next (`Connections`), never for another account.

It leaves the choice of what to ask, and what to do with the answer, to `web`.
"""

import socket
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.util import Timeout, Url

from vetting.collection.addresses import AllowedHosts, Guard
from vetting.collection.names import LookupTimedOut

if TYPE_CHECKING:
    from requests import PreparedRequest
    from urllib3 import HTTPResponse

    _Base = HTTPConnection
else:
    _Base = object


class NameLookupTimedOut(NameResolutionError):  # noqa: N818 - told apart by its name, see `answers.network_fault`
    """The declared host's name was not resolved in time."""


class _Guarded(_Base):
    """Replaces the one method that opens a socket; host name, `Host` header and TLS name stay the declared ones."""

    guard: Guard
    guarded_scheme = "http"

    def __init__(self, *args: Any, guard: Guard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guard = guard

    def _new_conn(self) -> socket.socket:
        try:
            opened = self.guard.connect(
                self.host,
                self.port,
                scheme=self.guarded_scheme,
                timeout=self.timeout,
                socket_options=self.socket_options,
            )
        except socket.gaierror as error:
            raise NameResolutionError("declared host", self, error) from None
        except LookupTimedOut:
            raise NameLookupTimedOut("declared host", self, socket.gaierror("no answer")) from None
        except TimeoutError:
            raise ConnectTimeoutError(self, "timed out") from None
        except OSError:
            raise NewConnectionError(self, "no connection") from None
        return opened

    def getresponse(self) -> Any:
        """Note the connection in use, so that the watchdog can cut it."""
        self.guard.in_use = self
        return super().getresponse()


class _GuardedHTTP(_Guarded, HTTPConnection):
    pass


class _GuardedHTTPS(_Guarded, HTTPSConnection):
    guarded_scheme = "https"


_POOLS = 2


class GuardedAdapter(HTTPAdapter):
    """A `requests` adapter that retries nothing, uses no proxy, and opens connections through the guard only."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._pools: dict[tuple[str | None, str | None], Any] = {}
        super().__init__(max_retries=0, pool_connections=_POOLS, pool_maxsize=2)

    def ask(self, request: "PreparedRequest", url: Url, *, timeout: float) -> "HTTPResponse":
        """Send a request to the host of `url`, TLS verified; the answer's body is not read yet. `send` without the parts of a session.

        Raises:
            urllib3.exceptions.HTTPError, OSError: the network's own failures.

        """
        place = (url.scheme, url.netloc)
        pool = self._pools.get(place)
        if pool is None:
            pool = self.get_connection_with_tls_context(request, verify=True)
            self.cert_verify(pool, request.url, verify=True, cert=None)  # type: ignore[no-untyped-call]
            if len(self._pools) >= _POOLS:  # the manager keeps no more open than those that were asked for last
                self._pools.clear()
            self._pools[place] = pool
        answer: HTTPResponse = pool.urlopen(
            method=request.method,
            url=request.path_url,
            body=request.body,
            headers=request.headers,
            redirect=False,
            assert_same_host=False,
            preload_content=False,
            decode_content=False,
            retries=self.max_retries,
            timeout=Timeout(connect=timeout, read=timeout),
        )
        return answer

    def close(self) -> None:
        """Let go of all connections."""
        self._pools.clear()
        super().close()

    def get_connection_with_tls_context(
        self, request: "PreparedRequest", verify: Any, proxies: Any = None, cert: Any = None
    ) -> Any:
        """The pool for a request, made to open guarded connections."""
        del proxies  # a proxy would resolve names by itself, past the guard
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies=None, cert=cert)
        pool.ConnectionCls = _GuardedHTTPS if isinstance(pool, HTTPSConnectionPool) else _GuardedHTTP
        pool.conn_kw["guard"] = self._guard
        return pool


class Connections:
    """What one account's steps share: connections to the addresses that were checked when they were opened.

    Each step begins with no more hosts than its own account has. Not shared between threads; close it after use.
    """

    def __init__(self) -> None:
        self._kept: tuple[AllowedHosts, Guard, GuardedAdapter] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def of(self, allowed: AllowedHosts, *, allow_private: bool) -> tuple[Guard, GuardedAdapter]:
        """Guard and connections for a step with these hosts; those that are open stay so if they were opened for the same hosts."""
        if self._kept is None or self._kept[0] != allowed or self._kept[1].allow_private != allow_private:
            self.close()
            guard = Guard(allowed, allow_private=allow_private)
            self._kept = (allowed, guard, GuardedAdapter(guard))
        _, guard, adapter = self._kept
        guard.allowed = allowed  # a host that an earlier step was led to must be named to this one again
        return guard, adapter

    def close(self) -> None:
        """Let go of the connections."""
        if self._kept is not None:
            self._kept[2].close()
            self._kept = None


class Watchdog:
    """Cuts the connection in use when it is called, from another thread; `bitten` tells that it did.

    A read timeout bounds the wait for each piece, not for the whole: a server that sends a byte now and then
    would hold a worker for hours.
    """

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self.bitten = False

    def __call__(self) -> None:
        """Shut the socket down; the reading thread then sees its end."""
        self.bitten = True
        sock = getattr(self._guard.in_use, "sock", None)
        if sock is not None:
            try:
                # not sock.shutdown(): the TLS variant changes state that the reading thread is using
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
            except OSError:
                return
