"""The guarded door to the web: everything that is collected from a server goes through here.

- Only `http` and `https`, only the account's own host and the platform's listed services, only public addresses
  (`addresses`), TLS verified.
- No cookies, no proxy, nothing from the environment; one fixed user agent from the plan. No credential but the
  agency's own key for a documented interface, sent to that interface's host alone and left out of every record (`keys`).
- Each redirect is checked like a first request, and an encrypted address never leads to an unencrypted one.
- Bounded: size in decoded bytes for the whole step, time for each wait and each exchange, redirects, attempts.
- Faults of the world are values with a reason code; no exception leaves with an address in it (law 11).
- Every exchange goes into the step's own WARC: failed attempts and redirects at once, a good answer when its
  collector has said what of it is kept.

It leaves the meaning of an answer to `methods`.
"""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import requests
import urllib3.exceptions

from schemas.capture import StepOutcome
from vetting import clock
from vetting.collection.addresses import AllowedHosts, Guard
from vetting.collection.bodies import BadEncoding, TooLarge, decoded
from vetting.collection.keys import ApiKey, KeyEchoed, keyed
from vetting.collection.transport import GuardedAdapter, Watchdog
from vetting.collection.warc import Recorder, request_head, response_head
from vetting.errors import PolicyError

MAX_REDIRECTS = 5
MAX_PAUSE = 30.0
MAX_RETRY_AFTER = 120.0
"""Seconds that a server's Retry-After is honoured at most, so that a server cannot stop a round."""
EXCHANGE_FACTOR = 6
"""An exchange as a whole may last so many times the timeout of a single wait."""
MAX_ADMISSIONS = 2
"""Hosts that the resolution of one account may lead to: that of a `did:web` document, and the data server it names."""
MAX_ERROR_BODY = 4096
"""Bytes kept of a body that is no content: errors and redirects."""
HEARTBEAT_EVERY = 2.0
_PIECE = 64 * 1024
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why no answer could be used: a reason code, and the HTTP status if there was one."""

    reason: str
    status: int | None = None
    retry: bool = False
    after: float | None = None
    body: bytes = field(default=b"", repr=False)
    """The beginning of an error's body as it came, for interfaces that state the reason there."""

    @property
    def outcome(self) -> StepOutcome:
        """The outcome of a step that ends with this fault."""
        if self.status in (401, 403):
            return StepOutcome.NOT_PUBLIC
        if self.status in (404, 410):
            return StepOutcome.NOT_FOUND
        return StepOutcome.FAILED


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer (2xx). `body` is decoded, `wire` is as it came; nothing of it is kept until `Web.keep` says so."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    wire: bytes
    head: bytes
    date: datetime
    peer: str | None
    request_id: str

    @property
    def content_type(self) -> str:
        """The Content-Type header, or an empty string."""
        return self.headers.get("content-type", "")


@dataclass(frozen=True, slots=True)
class WebRules:
    """What is the same for everybody: taken from the plan and the settings."""

    user_agent: str
    max_bytes: int
    timeout: float = 20.0
    attempts: int = 4
    backoff: float = 0.5
    allow_private_hosts: bool = False


class Web:
    """The web as one step of one account may see it. Not shared between threads; close it after use."""

    def __init__(
        self,
        host: str,
        rules: WebRules,
        info: Mapping[str, str],
        *,
        services: Iterable[str] = (),
        key: ApiKey | None = None,
        heartbeat: Callable[[], None] | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.rules = rules
        self.recorder = Recorder(info)
        self.requests = 0
        self.attempts = 1
        """The most attempts that any one request needed."""
        self._left = rules.max_bytes
        self._heartbeat = heartbeat or (lambda: None)
        self._sleep = sleep
        allowed = AllowedHosts.of_account(host)
        for service in services:
            allowed = allowed.plus(service)
        self._guard = Guard(allowed, allow_private=rules.allow_private_hosts)
        self._admissions = 0
        self._key = key
        # an adapter without a session: a session would keep cookies, read .netrc and proxies from the environment,
        # and read a redirect's whole body, unfolded, without a limit
        self._adapter = GuardedAdapter(self._guard)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._adapter.close()

    def get(self, url: str, *, accept: str) -> Answer | Fault:
        """Ask for an address: checked, with retries, following redirects on the account's own host."""
        for _ in range(MAX_REDIRECTS + 1):
            got = self._with_retries(url, accept)
            if isinstance(got, Fault):
                return got
            if got.status not in _REDIRECTS:
                return self._judged(got)
            self._record_whole(got)
            target = _redirect_target(got)
            try:
                self._guard.allowed.check(target)
            except PolicyError:
                return Fault("redirect_refused", got.status)
            if got.url.startswith("https:") and not target.startswith("https:"):
                return Fault("redirect_insecure", got.status)
            url = target
        return Fault("too_many_redirects")

    def admit(self, address: str, *, shown_by: str) -> Fault | None:
        """Allow one more host for this step, because a recorded answer names it as the place of the declared account.

        Steps: (1) no more than the few that a method's resolution needs; (2) encrypted, except on test networks;
        (3) the host is written into the WARC with the id `shown_by` of the record that names it; (4) only then is it
        allowed. Its network address is checked like every other when it is connected to.
        """
        if self._admissions >= MAX_ADMISSIONS:  # (1)
            return Fault("resolution_too_long")
        try:
            widened = self._guard.allowed.plus(address)
        except PolicyError:
            return Fault("bad_address")
        if not address.lower().startswith("https://") and not self.rules.allow_private_hosts:  # (2)
            return Fault("service_insecure")
        host = widened.others[-1]
        named = f"{next(iter(host.names))}:{host.port}"
        self.recorder.metadata({"admitted-host": named, "named-by": shown_by}, about=shown_by)  # (3)
        self._admissions += 1
        self._guard.allowed = widened  # (4)
        return None

    def wait(self, seconds: float) -> None:
        """Wait as an interface asks in its answer, within the same bound as a Retry-After header."""
        self._pause(min(max(seconds, 0.0), MAX_RETRY_AFTER))

    def keep(self, answer: Answer) -> str:
        """Keep an answer whole; returns the record's id."""
        self.recorder.count(answer.body)
        return self._record_whole(answer)

    def keep_part(self, answer: Answer, payload: bytes, *, media_type: str, left_out: int) -> str:
        """Keep what remains of an answer after items were left out; returns the record's id."""
        self.recorder.count(payload)
        return self.recorder.conversion(
            payload,
            media_type=media_type,
            url=answer.url,
            date=answer.date,
            peer=answer.peer,
            request_id=answer.request_id,
            left_out=left_out,
            original_length=len(answer.body),
            status=answer.status,
        )

    def _judged(self, got: Answer) -> Answer | Fault:
        if 200 <= got.status < 300:
            return got
        self._record_whole(got)
        return Fault(f"http_{got.status}", got.status, body=got.wire[:MAX_ERROR_BODY])

    def _record_whole(self, answer: Answer) -> str:
        no_content = not 200 <= answer.status < 300
        wire = answer.wire[:MAX_ERROR_BODY] if no_content else answer.wire
        return self.recorder.response(
            answer.head,
            wire,
            url=answer.url,
            date=answer.date,
            peer=answer.peer,
            request_id=answer.request_id,
            truncated="length" if len(wire) < len(answer.wire) else None,
        )

    def _with_retries(self, url: str, accept: str) -> Answer | Fault:
        attempt = 0
        while True:
            attempt += 1
            self.attempts = max(self.attempts, attempt)
            self._heartbeat()
            got = self._once(url, accept)
            fault = got if isinstance(got, Fault) else self._server_fault(got)
            if fault is None or not fault.retry or attempt >= self.rules.attempts:
                return fault or got
            backoff = min(self.rules.backoff * 2 ** (attempt - 1), MAX_PAUSE)
            self._pause(backoff if fault.after is None else fault.after)

    def _server_fault(self, got: Answer) -> Fault | None:
        if got.status != 429 and got.status < 500:
            return None
        self._record_whole(got)
        after = retry_after(got.headers.get("retry-after", ""), got.date)
        return Fault(f"http_{got.status}", got.status, retry=got.status not in (501, 505), after=after)

    def _pause(self, seconds: float) -> None:
        while seconds > 0:
            self._sleep(min(seconds, HEARTBEAT_EVERY))
            seconds -= HEARTBEAT_EVERY
            self._heartbeat()

    def _once(self, url: str, accept: str) -> Answer | Fault:
        """One exchange; the watchdog bounds its whole duration."""
        try:
            self._guard.allowed.check(url)
        except PolicyError as refusal:
            return Fault(refusal.code)
        self.requests += 1
        watchdog = Watchdog(self._guard)
        timer = threading.Timer(self.rules.timeout * EXCHANGE_FACTOR, watchdog)
        timer.daemon = True
        timer.start()
        try:
            got = self._exchange(url, accept)
        except PolicyError as refusal:
            got = Fault(refusal.code)
        except KeyEchoed:
            got = Fault("key_echoed")
        except (TooLarge, BadEncoding) as problem:
            got = Fault("too_large" if isinstance(problem, TooLarge) else "bad_content_encoding")
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError, ValueError) as problem:
            got = _network_fault(problem)
        finally:
            timer.cancel()
        return Fault("too_slow", retry=True) if watchdog.bitten else got

    def _exchange(self, url: str, accept: str) -> Answer | Fault:
        prepared = requests.Request("GET", url, headers=self._headers(accept)).prepare()
        date = clock.now()
        sent_request = keyed(prepared, self._key, insecure=self.rules.allow_private_hosts)
        with self._adapter.send(sent_request, stream=True, timeout=self.rules.timeout, verify=True) as response:
            status, raw = response.status_code, response.raw
            wire = self._read(raw, status)
            head = response_head(raw.version, status, raw.reason or "", raw.headers.iteritems())
        asked = self._guard.allowed.check(prepared.url or "")
        peer = self._guard.peer_of(asked)
        headers = {name.lower(): value for name, value in response.headers.items()}
        body = b""
        if 200 <= status < 300:
            body = decoded(wire, headers.get("content-encoding", ""), self._left)
            self._left -= len(body)
        if self._key is not None and any(self._key.shows_in(part) for part in (wire, head, body)):
            raise KeyEchoed
        fields = [("Host", asked.netloc or ""), *((n, str(v)) for n, v in prepared.headers.items())]
        sent = request_head("GET", prepared.path_url, fields)
        request_id = self.recorder.request(sent, url=asked.url, date=date)
        return Answer(asked.url, status, headers, body, wire, head, date, peer, request_id)

    def _headers(self, accept: str) -> dict[str, str]:
        return {"User-Agent": self.rules.user_agent, "Accept": accept, "Accept-Encoding": "identity"}

    def _read(self, raw: urllib3.HTTPResponse, status: int) -> bytes:
        if not 200 <= status < 300:
            return raw.read(MAX_ERROR_BODY + 1, decode_content=False)
        pieces: list[bytes] = []
        size = 0
        for piece in raw.stream(_PIECE, decode_content=False):
            size += len(piece)
            if size > self._left:
                raise TooLarge
            pieces.append(piece)
        return b"".join(pieces)


def _redirect_target(got: Answer) -> str:
    location = got.headers.get("location", "").strip()
    try:
        return urljoin(got.url, location) if location else ""
    except ValueError:
        return ""


def _network_fault(problem: Exception) -> Fault:
    """A reason code for a failure of the network; the exception itself is dropped, for it names the address."""
    chain = f"{type(problem).__name__} " + " ".join(
        type(part).__name__ for part in (*problem.args, *(getattr(a, "reason", None) for a in problem.args))
    )
    for marks, fault in _NETWORK_FAULTS:
        if any(mark in chain for mark in marks):
            return fault
    return Fault("connection_broken", retry=True)


_NETWORK_FAULTS: tuple[tuple[tuple[str, ...], Fault], ...] = (
    (("SSLError", "CertificateError"), Fault("tls_failed")),
    (("NameResolutionError", "gaierror"), Fault("name_not_resolved", retry=True)),
    (("Timeout",), Fault("timeout", retry=True)),
    (("IncompleteRead", "InvalidChunkLength", "ChunkedEncodingError"), Fault("cut_short", retry=True)),
    (("NewConnectionError",), Fault("not_reachable", retry=True)),
    (("InvalidURL", "InvalidHeader", "LocationParseError", "UnicodeError"), Fault("bad_address")),
)


def retry_after(value: str, answered: datetime) -> float | None:
    """Seconds that a Retry-After header asks for (RFC 9110, 10.2.3), at least 0 and capped; `None` if it says nothing."""
    text = value.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), MAX_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max((moment - answered).total_seconds(), 0.0), MAX_RETRY_AFTER)
