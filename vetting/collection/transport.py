"""The transport under `requests`: every connection is opened by the `Guard`, and an exchange that takes too long is cut.

It leaves the choice of what to ask, and what to do with the answer, to `web`.
"""

import socket
from typing import TYPE_CHECKING, Any

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from vetting.collection.addresses import Guard
from vetting.collection.names import LookupTimedOut

if TYPE_CHECKING:
    from requests import PreparedRequest

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


class GuardedAdapter(HTTPAdapter):
    """A `requests` adapter that retries nothing, uses no proxy, and opens connections through the guard only."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        super().__init__(max_retries=0, pool_connections=2, pool_maxsize=2)

    def get_connection_with_tls_context(
        self, request: "PreparedRequest", verify: Any, proxies: Any = None, cert: Any = None
    ) -> Any:
        """The pool for a request, made to open guarded connections."""
        del proxies  # a proxy would resolve names by itself, past the guard
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies=None, cert=cert)
        pool.ConnectionCls = _GuardedHTTPS if isinstance(pool, HTTPSConnectionPool) else _GuardedHTTP
        pool.conn_kw["guard"] = self._guard
        return pool


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
