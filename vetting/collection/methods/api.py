"""What the collectors of JSON interfaces share: asking, judging, keeping a page, going on to the next, and the end.

A collector says which addresses are asked, which items are whose, and how an item becomes a post. Everything that must
be the same for all of them, limits and outcomes above all, is here.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, NoReturn

from schemas.account import DeclaredAccount
from schemas.capture import Capture, StepOutcome
from schemas.plan import Limits, StepAction
from schemas.platform import Method, ServiceRole
from schemas.post import Post
from schemas.window import Window
from vetting.collection.methods.base import Tally, ended, ended_by, ended_with_items, service
from vetting.collection.methods.values import JSON_TYPE, Json, dumped, json_list, json_object, list_in
from vetting.collection.web import Answer, Fault, Web


class Stop(Exception):  # noqa: N818 - a signal inside this package, never an error that leaves it
    """The step ends here, with this fault or this capture."""

    def __init__(self, end: Fault | Capture) -> None:
        super().__init__()
        self.end = end


@dataclass(slots=True)
class Call:
    """One step of one account while it is carried out."""

    method: Method
    account: DeclaredAccount
    tally: Tally
    web: Web
    pages: int = 0
    stopped_by: str = ""
    _asked: set[str] = field(default_factory=set)
    _pages: set[bytes] = field(default_factory=set)

    def get(self, url: str, accept: str = JSON_TYPE) -> Answer | Fault:
        """Ask, and leave a fault to the caller."""
        self._asked.add(url)
        return self.web.get(url, accept=accept)

    def answer(self, url: str, accept: str = JSON_TYPE) -> Answer:
        """Ask; a fault ends the step."""
        got = self.get(url, accept)
        return got if isinstance(got, Answer) else self.stop(got)

    def ask(self, url: str, accept: str = JSON_TYPE) -> tuple[Answer, Json]:
        """Ask for a JSON object; anything else ends the step."""
        answer = self.answer(url, accept)
        return answer, self.good(json_object(answer))

    def ask_list(self, url: str) -> tuple[Answer, list[Json]]:
        """Ask for a JSON list of objects; anything else ends the step."""
        answer = self.answer(url)
        return answer, self.listed(answer)

    def listed(self, answer: Answer) -> list[Json]:
        """The list of objects that an answer must be; anything else ends the step."""
        found = json_list(answer)
        return found if isinstance(found, list) else self.stop(found)

    def items(self, value: Json, *keys: str) -> list[Json]:
        """The list of objects that must stand at a path of keys; anything else ends the step."""
        found = list_in(value, *keys)
        return found if isinstance(found, list) else self.stop(found)

    def good(self, value: Json | Fault) -> Json:
        """A value, or the end of the step."""
        return self.stop(value) if isinstance(value, Fault) else value

    def service(self, role: ServiceRole = ServiceRole.API) -> str:
        """The address of one of the platform's services; none configured ends the step."""
        found = service(self.account, role)
        return found if found is not None else self.stop(Fault("service_not_configured"))

    def admit(self, address: str, *, shown_by: str) -> None:
        """Allow the host that a recorded answer names, as `Web.admit`; a refusal ends the step."""
        refused = self.web.admit(address, shown_by=shown_by)
        if refused is not None:
            self.stop(refused)

    def keep_shown(self, answer: Answer, shown: Any) -> str:
        """Keep of an answer only what shows which account it is about; returns the record's id."""
        return self.web.keep_part(answer, dumped(shown), media_type=JSON_TYPE, left_out=1)

    def page(
        self,
        answer: Answer,
        items: Sequence[Json],
        take: Callable[[Json], bool],
        envelope: Callable[[list[Json]], Any] = lambda kept: kept,
    ) -> None:
        """Sort a page of the list into kept and left out, and record what is kept of it.

        The answer is kept as it came when nothing is left out; otherwise only `envelope` around what stays.
        """
        before = len(self.tally.posts)
        kept = [item for item in items if take(item)]
        if len(kept) == len(items):
            record_id = self.web.keep(answer)
        else:
            left_out = len(items) - len(kept)
            record_id = self.web.keep_part(answer, dumped(envelope(kept)), media_type=JSON_TYPE, left_out=left_out)
        self.pages += 1
        seen = hashlib.sha256(answer.body).digest()
        if items and seen in self._pages:
            self.stopped_by = "paging_loop"
        self._pages.add(seen)
        for post in self.tally.posts[before:]:
            _read_from(post, record_id)

    def next(self, url: str | None) -> str | None:
        """The next page's address, unless a limit of the plan or a list that turns in a circle ends the list.

        A list turns in a circle when it names an address again that was asked, or gives a page that it gave before.
        """
        if url is None or self.stopped_by:
            return None
        if url in self._asked:
            self.stopped_by = "paging_loop"
        elif self.tally.full or len(self.tally.posts) >= self.tally.limits.max_items:
            self.stopped_by = "item_limit"
        elif self.pages >= self.tally.limits.max_pages:
            self.stopped_by = "page_limit"
        return None if self.stopped_by else url

    def all_older(self, times: Iterable[datetime | None]) -> bool:
        """Whether a page, newest first, has items and all of them are older than the window, so that all further ones are."""
        seen = list(times)
        return bool(seen) and all(self.tally.window.precedes(time) for time in seen)

    def leave_out(self) -> bool:
        """Count an item that is not the account's own or not public; it is not kept."""
        self.tally.left_out += 1
        return False

    def stop(self, fault: Fault) -> NoReturn:
        """End the step with a fault."""
        raise Stop(fault)

    def end(self, outcome: StepOutcome, reason: str = "", *posts: Post) -> NoReturn:
        """End the step with an outcome."""
        raise Stop(ended(self.web, self.method, outcome, reason, posts=posts))

    def finish(self) -> Capture:
        """The capture of the list as far as it was read."""
        reason = self.stopped_by or ("item_limit" if self.tally.full else "")
        return ended_with_items(self.web, self.method, self.tally, reason)


def _read_from(post: Post, record_id: str) -> None:
    """Say of a post that was just made from which record it was read; that id is known only when the page was sorted.

    In place, although posts are frozen: a copy costs nearly as much as making the post, and nobody else has seen it yet.
    """
    post.__dict__["record_id"] = record_id
    post.__pydantic_fields_set__.add("record_id")


class ApiCollector:
    """A collector of one documented interface; subclasses say what is asked and what it means."""

    method: ClassVar[Method]

    def collect(
        self, action: StepAction, account: DeclaredAccount, window: Window, limits: Limits, web: Web
    ) -> Capture:
        """Carry out a `profile` or `posts` step."""
        if action not in (StepAction.PROFILE, StepAction.POSTS) or not account.user:
            return ended(web, self.method, StepOutcome.NOT_APPLICABLE, "step_does_not_fit")
        call = Call(self.method, account, Tally(window, limits), web)
        try:
            if action is StepAction.POSTS:
                self.posts(call)
                return call.finish()
            return ended(web, self.method, StepOutcome.CAPTURED, posts=(self.profile(call),))
        except Stop as stop:
            if isinstance(stop.end, Capture):
                return stop.end
            return ended_by(web, self.method, self.judged(stop.end), later_page=call.pages > 0)

    def profile(self, call: Call) -> Post:
        """The account's public profile as one item without a date."""
        raise NotImplementedError

    def posts(self, call: Call) -> None:
        """Read the account's public items, newest first, as far as plan and window allow."""
        raise NotImplementedError

    def judged(self, fault: Fault) -> Fault:
        """A fault as the interface means it, where that differs from what HTTP says."""
        return fault
