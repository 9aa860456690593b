"""The guarded door to the web: everything that is collected from a server goes through here.

- Only `http` and `https`, only the account's own host and the platform's listed services, only public addresses
  (`addresses`), TLS verified.
- A host's robots.txt is asked first and respected (`robots`), except at an interface that the platform's configuration
  lists: there the agency asks as the service's own documentation says.
- At most so many requests a minute to one host, over all workers; a host that asks for quiet gets it (`pace`).
- No cookies, no proxy, nothing from the environment; one fixed user agent from the plan. No credential but the
  agency's own key for a documented interface, sent to that interface's host alone and left out of every record (`keys`).
- Nothing is asked but by `GET`, with one exception: the agency's own access token at an interface that gives none
  otherwise (`tokens`).
- Each redirect is checked like a first request, and an encrypted address never leads to an unencrypted one.
- Bounded: size in decoded bytes for the whole step, time for each wait and each exchange, redirects, attempts.
- Faults of the world are values with a reason code; no exception leaves with an address in it (law 11).
- Every exchange goes into the step's own WARC: failed attempts and redirects at once, a good answer when its
  collector has said what of it is kept.

It leaves the meaning of an answer to `methods`. docs/collection-door.md says where each rule is enforced and tested.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

from urllib3.util import Url, parse_url

from vetting.collection.addresses import DEFAULT_PORTS, AllowedHosts, Guard
from vetting.collection.answers import (
    HOST_BUSY,
    HOST_UNREACHABLE,
    MAX_RETRY_AFTER,
    NOT_PERMITTED,
    ROBOTS_UNREACHABLE,
    Answer,
    Fault,
    retry_after,
)
from vetting.collection.exchange import MAX_ERROR_BODY, Ask, Line, WebRules
from vetting.collection.hosts import Consulted, Hosts, Records, Tape
from vetting.collection.keys import ApiKey
from vetting.collection.robots import MAX_PARSED, ROBOTS_PATH, product_token, read_robots
from vetting.collection.tokens import MAX_TOKEN_ANSWER, shown
from vetting.collection.tokens import REFUSED as TOKEN_REFUSED
from vetting.collection.transport import Connections
from vetting.collection.warc import Recorder
from vetting.errors import PolicyError
from vetting.policy.controls import Control, enforces

__all__ = ["MAX_RETRY_AFTER", "Answer", "Fault", "Web", "WebRules", "retry_after"]

MAX_REDIRECTS = 5
MAX_PAUSE = 30.0
MAX_ADMISSIONS = 2
"""Hosts that the resolution of one account may lead to: that of a `did:web` document, and the data server it names."""
MAX_TURN_WAIT = 1800.0
"""Seconds that a request waits for its turn at a host at most."""
HEARTBEAT_EVERY = 2.0
ROBOTS_ROLE = "robots"
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_QUIET = frozenset({429, 503})
"""Answers that ask for quiet from everybody and not from one request only."""


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
        hosts: Hosts | None = None,
        heartbeat: Callable[[], None] | None = None,
        sleep: Callable[[float], None] = time.sleep,
        connections: Connections | None = None,
    ) -> None:
        self.rules = rules
        self.recorder = Recorder(info)
        self.requests = 0
        """Requests made for the step itself; a robots.txt, asked once for everybody, is no candidate's."""
        self.attempts = 1
        """The most attempts that any one request needed."""
        self._left = rules.max_bytes
        self._heartbeat = heartbeat or (lambda: None)
        self._sleep = sleep
        try:
            allowed = AllowedHosts.of_account(host)
        except PolicyError:
            allowed = AllowedHosts(
                frozenset(), None
            )  # a host that cannot be read allows nothing: every request is refused
        services = tuple(services)
        for service in services:
            allowed = allowed.plus(service)
        self._agreed = tuple(parse_url(service) for service in services)
        if connections is None:
            self._guard = Guard(allowed, allow_private=rules.allow_private_hosts)
            self._line = Line(self._guard, rules, key)
        else:
            self._guard, shared = connections.of(allowed, allow_private=rules.allow_private_hosts)
            self._line = Line(self._guard, rules, key, shared)
        self._admissions = 0
        self._hosts = hosts or Hosts()
        self._consulted: dict[str, Consulted] = {}
        self._last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.close()

    def get(self, url: str, *, accept: str) -> Answer | Fault:
        """Ask for an address: checked and permitted, in its turn, with retries, following redirects on the account's own host."""
        if self._line.token_url and (refused := self._get_token()) is not None:
            return refused
        for _ in range(MAX_REDIRECTS + 1):
            permitted = self._permitted(url)
            if isinstance(permitted, Fault):
                return permitted
            got = self._with_retries(Ask(permitted, accept, self._left), self.recorder)
            if isinstance(got, Fault):
                return got
            if got.status not in _REDIRECTS:
                return self._judged(got)
            self._record_whole(got, self.recorder)
            target = _next_hop(got, self._guard.allowed)
            if isinstance(target, Fault):
                return target
            url = target
        return Fault("too_many_redirects")

    @enforces(Control.LAWFUL_METHODS, Control.NO_AUTHENTICATORS)
    def _get_token(self) -> Fault | None:
        """Exchange the agency's own key for this step's token, at the address that the configuration lists; nothing else is posted.

        Steps: (1) that address, checked and permitted like every other; (2) one request whose body no caller can set, in
        its turn, with retries; (3) no redirect; (4) of the answer only what is no secret is recorded; (5) a refusal
        speaks of the agency's key, never of the account.
        """
        permitted = self._permitted(self._line.token_url)  # (1)
        if isinstance(permitted, Fault):
            return permitted
        ask = Ask(permitted, "application/json", MAX_TOKEN_ANSWER, token=True)
        got = self._with_retries(ask, self.recorder)  # (2)
        if isinstance(got, Fault):
            return got
        if not 200 <= got.status < 300:  # (3), (5)
            self._record_whole(got, self.recorder)
            return Fault("redirect_refused" if got.status in _REDIRECTS else TOKEN_REFUSED)
        refused = self._line.accept_token(got)
        if refused is not None:
            return refused
        self.recorder.conversion(  # (4)
            shown(got),
            media_type="application/json",
            url=got.url,
            date=got.date,
            peer=got.peer,
            request_id=got.request_id,
            left_out=1,
            original_length=len(got.body),
            status=got.status,
        )
        return None

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
        """Wait as an interface asks in its answer, within the same bound as a Retry-After header; the other workers wait too."""
        asked = min(max(seconds, 0.0), self.rules.max_retry_after)
        self._hold(self._last, asked)
        self._pause(asked)

    def keep(self, answer: Answer) -> str:
        """Keep an answer whole; returns the record's id."""
        self.recorder.count(answer.body)
        return self._record_whole(answer, self.recorder)

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

    @enforces(Control.LAWFUL_METHODS)
    def _permitted(self, url: str) -> Url | Fault:
        """The parsed address, if it may be asked for.

        Steps: (1) it is on one of the step's hosts; (2) an interface that the configuration lists is asked under its
        own terms; (3) for every other address the host's robots.txt decides, and goes into the step's WARC.
        """
        try:
            asked = self._guard.allowed.check(url)  # (1)
        except PolicyError as refusal:
            return Fault(refusal.code)
        if any(_lies_under(asked, service) for service in self._agreed):  # (2)
            return asked
        origin = f"{asked.scheme}://{asked.netloc}".lower()
        if origin not in self._consulted:  # (3)
            found = self._hosts.consult(origin, lambda: self._ask_robots(origin, asked.netloc or ""))
            found.tape.play(self.recorder)
            self.attempts = max(self.attempts, found.attempts)
            self._consulted[origin] = found
        found = self._consulted[origin]
        if found.fault is not None:
            return found.fault
        return asked if found.rules.permits(asked.request_uri) else Fault(NOT_PERMITTED)

    def _ask_robots(self, origin: str, host: str) -> Consulted:
        """Ask a host for its robots.txt (RFC 9309, 2.3): 2xx its rules, 4xx none, anything else nothing may be asked.

        Whatever step comes first, the question is the same: on a line of its own that knows no key and no host but this
        one and its `www.` twin. Redirects are followed there, five times. 429 is no absence but a refusal for now, so it
        counts as unreachable.
        """
        tape = Tape()
        before, self.attempts = self.attempts, 1
        guard = Guard(AllowedHosts.of_account(host), allow_private=self.rules.allow_private_hosts)
        line = Line(guard, self.rules, None)
        try:
            got = self._follow_to_robots(f"{origin}{ROBOTS_PATH}", tape, line, guard.allowed)
        finally:
            line.close()
        attempts, self.attempts = self.attempts, before
        if isinstance(got, Fault):
            reason = got.reason if got.reason in HOST_UNREACHABLE else ROBOTS_UNREACHABLE
            return Consulted(tape, attempts, fault=Fault(reason))
        if 200 <= got.status < 300:
            return Consulted(tape, attempts, read_robots(got.body, product_token(self.rules.user_agent)))
        return Consulted(tape, attempts)

    def _follow_to_robots(self, url: str, tape: Tape, line: Line, allowed: AllowedHosts) -> Answer | Fault:
        for _ in range(MAX_REDIRECTS + 1):
            try:
                asked = allowed.check(url)
            except PolicyError as refusal:
                return Fault(refusal.code)
            got = self._with_retries(Ask(asked, "text/plain", MAX_PARSED, robots=True), tape, line)
            if isinstance(got, Fault):
                return got
            self._record_whole(got, tape, role=ROBOTS_ROLE)
            if got.status not in _REDIRECTS:
                return got if got.status < 300 or got.status >= 400 else Fault(ROBOTS_UNREACHABLE, got.status)
            target = _next_hop(got, allowed)
            if isinstance(target, Fault):
                return target
            url = target
        return Fault("too_many_redirects")

    def _judged(self, got: Answer) -> Answer | Fault:
        if 200 <= got.status < 300:
            self._left -= len(got.body)
            return got
        self._record_whole(got, self.recorder)
        return Fault(f"http_{got.status}", got.status, body=got.wire[:MAX_ERROR_BODY])

    def _record_whole(self, answer: Answer, records: Records, role: str | None = None) -> str:
        no_content = not 200 <= answer.status < 300
        wire = answer.wire[:MAX_ERROR_BODY] if no_content else answer.wire
        return records.response(
            answer.head,
            wire,
            url=answer.url,
            date=answer.date,
            peer=answer.peer,
            request_id=answer.request_id,
            truncated="length" if answer.cut or len(wire) < len(answer.wire) else None,
            role=role,
        )

    def _with_retries(self, ask: Ask, records: Records, line: Line | None = None) -> Answer | Fault:
        host = (ask.url.netloc or "").lower()
        attempt = 0
        while True:
            attempt += 1
            self.attempts = max(self.attempts, attempt)
            self._heartbeat()
            if not self._turn(host):
                return Fault(HOST_BUSY)
            self.requests += not ask.robots
            got = (line or self._line).exchange(ask, records)
            fault = got if isinstance(got, Fault) else self._server_fault(got, records, robots=ask.robots)
            if fault is None or not fault.retry:
                return fault or got
            backoff = min(self.rules.backoff * 2 ** (attempt - 1), MAX_PAUSE)
            pause = backoff if fault.after is None else fault.after
            if fault.status in _QUIET:
                self._hold(host, pause)
            if attempt >= self.rules.attempts:
                return fault
            self._pause(pause)

    def _server_fault(self, got: Answer, records: Records, *, robots: bool) -> Fault | None:
        if got.status != 429 and got.status < 500:
            return None
        self._record_whole(got, records, ROBOTS_ROLE if robots else None)
        after = retry_after(got.headers.get("retry-after", ""), got.date, self.rules.max_retry_after)
        return Fault(f"http_{got.status}", got.status, retry=got.status not in (501, 505), after=after)

    def _turn(self, host: str) -> bool:
        """Wait for the turn at a host; whether it came."""
        pace, waited = self._hosts.pace, 0.0
        if pace is None:
            return True
        self._last = host
        asked_for = max(
            (c.rules.crawl_delay or 0.0 for o, c in self._consulted.items() if o.endswith(f"//{host}")), default=0.0
        )
        pause = max(self.rules.pause, min(asked_for, self.rules.max_crawl_delay))
        while (wait := pace.turn(host, pause)) > 0:
            if waited >= MAX_TURN_WAIT:
                return False
            self._pause(wait)
            waited += wait
        return True

    def _hold(self, host: str, seconds: float) -> None:
        if self._hosts.pace is not None and host and seconds > 0:
            self._hosts.pace.hold(host, seconds)

    def _pause(self, seconds: float) -> None:
        while seconds > 0:
            self._sleep(min(seconds, HEARTBEAT_EVERY))
            seconds -= HEARTBEAT_EVERY
            self._heartbeat()


def _next_hop(got: Answer, allowed: AllowedHosts) -> str | Fault:
    """Where a redirect leads, if that may be asked."""
    location = got.headers.get("location", "").strip()
    try:
        target = urljoin(got.url, location) if location else ""
        allowed.check(target)
    except (PolicyError, ValueError):
        return Fault("redirect_refused", got.status)
    if got.url.startswith("https:") and not target.startswith("https:"):
        return Fault("redirect_insecure", got.status)
    return target


def _lies_under(asked: Url, service: Url) -> bool:
    """Whether an address belongs to an interface: the same scheme, host and port, at its path or beneath."""
    place = (asked.scheme, asked.host, asked.port or DEFAULT_PORTS.get(asked.scheme or ""))
    if place != (service.scheme, service.host, service.port or DEFAULT_PORTS.get(service.scheme or "")):
        return False
    root, path = (service.path or "").rstrip("/"), asked.path or "/"
    return path == root or path.startswith(f"{root}/")
