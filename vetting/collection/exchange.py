"""One exchange with one host: sent, read under limits of size and time, recorded; any failure is a fault with a reason.

- No session, so no cookies, no proxy, nothing from the environment; no redirect is followed here.
- The agency's own key goes out with a request to its own interface only, and stands in no record (`keys`).
- A watchdog bounds the exchange as a whole; a read timeout bounds only the wait for each piece.

It leaves which addresses may be asked to `addresses`, retries, turns and redirects to `web`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import requests
import urllib3.exceptions
from urllib3.util import Url

from vetting import clock
from vetting.collection.addresses import Guard
from vetting.collection.alarms import ALARMS
from vetting.collection.answers import MAX_RETRY_AFTER, Answer, Fault, network_fault
from vetting.collection.bodies import BadEncoding, TooLarge, decoded
from vetting.collection.hosts import Records
from vetting.collection.keys import ApiKey, KeyEchoed, keyed
from vetting.collection.tokens import TOKEN_BODY, granted, token_request, with_credentials
from vetting.collection.transport import GuardedAdapter, Watchdog
from vetting.collection.warc import request_head, response_head
from vetting.errors import PolicyError

EXCHANGE_FACTOR = 6
"""An exchange as a whole may last so many times the timeout of a single wait."""
MAX_ERROR_BODY = 4096
"""Bytes kept of a body that is no content: errors and redirects."""
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class WebRules:
    """What is the same for everybody: taken from the plan and the settings. Times are seconds."""

    user_agent: str
    max_bytes: int
    timeout: float = 20.0
    attempts: int = 4
    backoff: float = 0.5
    allow_private_hosts: bool = False
    pause: float = 1.0
    """Between two requests to one host, whoever makes them."""
    max_crawl_delay: float = 10.0
    """What a host's own `Crawl-delay` may lengthen that pause to."""
    max_retry_after: float = MAX_RETRY_AFTER


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked for: an address that was checked, and how much of a good answer is wanted."""

    url: Url
    accept: str
    room: int
    """Bytes that a good answer may have, as it comes and decoded."""
    robots: bool = False
    """A robots.txt: cut off where the room ends rather than refused."""
    token: bool = False
    """The agency's own access token is asked for: the one request that is no plain reading (`tokens`)."""


class Line:
    """What one step asks over: connections of its own, or its account's (`shared`). Not shared between threads; close it after use."""

    def __init__(self, guard: Guard, rules: WebRules, key: ApiKey | None, shared: GuardedAdapter | None = None) -> None:
        self._guard, self._rules, self._key = guard, rules, key
        # an adapter without a session: a session would keep cookies, read .netrc and proxies from the environment,
        # and read a redirect's whole body, unfolded, without a limit
        self._adapter = shared or GuardedAdapter(guard)
        self._own = shared is None

    @property
    def token_url(self) -> str:
        """Where a token must be asked for before anything else; empty when none is needed, or it is there."""
        return "" if self._key is None else self._key.token_url

    def accept_token(self, answer: Answer) -> Fault | None:
        """Use the token of an answer for the rest of the step."""
        if self._key is None:
            raise RuntimeError("a token was asked for without a key")
        got = granted(answer, self._key)
        if isinstance(got, Fault):
            return got
        self._key = got
        return None

    def close(self) -> None:
        """Let go of the connections, unless they are the account's."""
        if self._own:
            self._adapter.close()

    def exchange(self, ask: Ask, records: Records) -> Answer | Fault:
        """Ask once. The request is recorded here; the answer when somebody has said what of it is kept."""
        watchdog = Watchdog(self._guard)
        got: Answer | Fault
        try:
            with ALARMS.within(self._rules.timeout * EXCHANGE_FACTOR, watchdog):
                got = self._exchange(ask, records)
        except PolicyError as refusal:
            got = Fault(refusal.code)
        except KeyEchoed:
            got = Fault("key_echoed")
        except (TooLarge, BadEncoding) as problem:
            got = Fault("too_large" if isinstance(problem, TooLarge) else "bad_content_encoding")
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as problem:
            got = network_fault(problem)
        return Fault("too_slow", retry=True) if watchdog.bitten else got

    def _exchange(self, ask: Ask, records: Records) -> Answer:
        # (1) Prepared without the key, which the record must not have. (2) Sent, and read under the limits. (3) The
        # answer came over a connection that the guard opened. (4) Decoded under the limit. (5) It does not repeat the key.
        headers = {"User-Agent": self._rules.user_agent, "Accept": ask.accept, "Accept-Encoding": "identity"}
        prepared = requests.PreparedRequest()  # (1) by hand, for there is no body, cookie or password to prepare
        prepared.prepare_method("GET")
        prepared.prepare_url(ask.url.url, None)
        prepared.prepare_headers(headers)
        key = self._key
        date = clock.now()
        if ask.token and key is not None:
            prepared = token_request(ask.url.url, self._rules.user_agent)
            request = with_credentials(prepared, key, insecure=self._rules.allow_private_hosts)
        else:
            request = keyed(prepared, key, insecure=self._rules.allow_private_hosts)
        raw = self._adapter.ask(request, ask.url, timeout=self._rules.timeout)  # (2)
        try:
            status = raw.status
            good = 200 <= status < 300
            wire, cut = _read(raw, ask) if good else (raw.read(MAX_ERROR_BODY + 1, decode_content=False), False)
            head = response_head(raw.version, status, raw.reason or "", raw.headers.iteritems())
        finally:
            raw.close()  # a body that was read to its end has given its connection back already
            raw.release_conn()
        asked = ask.url if prepared.url == ask.url.url else self._guard.allowed.check(prepared.url or "")
        peer = self._guard.peer_of(asked)  # (3)
        received = {name.lower(): raw.headers[name] for name in raw.headers}
        body = decoded(wire, received.get("content-encoding", ""), ask.room) if good else b""  # (4)
        if key is not None and any(key.shows_in(part) for part in (wire, head, body)):  # (5)
            raise KeyEchoed
        fields = [("Host", asked.netloc or ""), *((n, str(v)) for n, v in prepared.headers.items())]
        sent = request_head(prepared.method or "", prepared.path_url, fields) + (TOKEN_BODY if ask.token else b"")
        request_id = records.request(sent, url=asked.url, date=date)
        return Answer(asked.url, status, received, body, wire, head, date, peer, request_id, cut)


def _read(raw: urllib3.HTTPResponse, ask: Ask) -> tuple[bytes, bool]:
    """The body as it comes, and whether it went on beyond the room of a robots.txt."""
    pieces: list[bytes] = []
    size = 0
    stream: Iterator[bytes] = raw.stream(_PIECE, decode_content=False)
    for piece in stream:
        size += len(piece)
        pieces.append(piece)
        if size > ask.room:
            if not ask.robots:
                raise TooLarge
            break
    return b"".join(pieces)[: ask.room], size > ask.room
