"""One entry into one `Declaration`, with every problem of it, or none of it."""

import re
import unicodedata
from datetime import date, timedelta

from pydantic import TypeAdapter, ValidationError

from schemas.account import DeclaredAccount
from schemas.base import Id
from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration, NoticeVersion
from schemas.platform import Platform, PlatformList
from schemas.round import CandidateKind
from vetting.clock import now
from vetting.errors import InputError
from vetting.intake.authenticators import looks_like_authenticator
from vetting.intake.duplicates import duplicates_within
from vetting.intake.entries import MAX_TEXT, AccountEntry, Entry, Value
from vetting.intake.problems import AUTHENTICATOR_REMEDY, Problem
from vetting.intake.resolve import resolve_account

_ID: TypeAdapter[str] = TypeAdapter(Id)
_NOTICE: TypeAdapter[str] = TypeAdapter(NoticeVersion)
_EMAIL = re.compile(r"[^\s@,;<>]{1,64}@[^\s@,;<>]+\.[^\s@,;<>.]{2,}")
_EARLIEST_BIRTH = date(1900, 1, 1)
_HANDLES = frozenset({"handle"})


def build(
    entry: Entry,
    problems: list[Problem],
    *,
    platforms: PlatformList,
    allow_private_hosts: bool,
    round_id: str | None,
) -> Declaration | None:
    """The declaration, or `None` with at least one more problem in the list."""
    return _Builder(entry, problems).run(
        {p.id: p for p in platforms.platforms}, allow_private_hosts=allow_private_hosts, round_id=round_id
    )


class _Builder:
    """Reads the fields of one entry; each reader notes what is wrong and lets the others go on."""

    def __init__(self, entry: Entry, problems: list[Problem]) -> None:
        self.entry = entry
        self.problems = problems
        self.before = len(problems)
        self.candidate: int | None = None

    def run(
        self, platforms: dict[str, Platform], *, allow_private_hosts: bool, round_id: str | None
    ) -> Declaration | None:
        """Read all fields, accounts last."""
        fields = self.entry.fields
        self.candidate = self.number("candidate", fields.get("candidate"), 9999)
        round_ = self.text("round", fields.get("round")) or (round_id if "round" not in fields else None)
        if not round_:
            self.note("field_missing", "round", "is missing.", "Give the round's id.")
        elif not _fits(_ID, round_):
            self.note(
                "round_unknown",
                "round",
                "is not a round's id.",
                "Give the id that the round was opened with.",
            )
        elif round_id is not None and round_ != round_id:
            self.note(
                "round_unknown",
                "round",
                "is not the round this file was given for.",
                f"Give {round_id}, or another file.",
            )
        kind = (self.text("kind", fields.get("kind")) or CandidateKind.ENTRY).lower()
        if kind not in set(CandidateKind):
            self.note("kind_unknown", "kind", "is neither entry nor lateral.", "Write entry or lateral.")
        notice = self.text("notice_version", fields.get("notice_version"))
        if not notice:
            self.note(
                "notice_missing",
                "notice_version",
                "is missing.",
                "Give the version of the notice the candidate acknowledged.",
            )
        elif not _fits(_NOTICE, notice):
            self.note(
                "field_malformed",
                "notice_version",
                "is not a version.",
                "Write it as printed on the notice, e.g. 2025-1.",
            )
        acknowledged = self.day("notice_acknowledged_on", fields.get("notice_acknowledged_on"))
        if acknowledged is None and not fields.get("notice_acknowledged_on"):
            self.note(
                "notice_missing",
                "notice_acknowledged_on",
                "is missing.",
                "Give the day the candidate acknowledged the notice.",
            )
        supersedes = self.number("supersedes", fields["supersedes"], 9999) if fields.get("supersedes") else None
        identity = self.identity()
        none_declared = self.none()
        accounts = self.accounts(platforms, allow_private_hosts=allow_private_hosts)
        self.accounts_or_none(none_declared=none_declared)
        if len(self.problems) > self.before or identity is None or acknowledged is None:
            return None
        return Declaration(
            round=round_ or "",
            candidate=self.candidate or 0,
            kind=CandidateKind(kind),
            identity=identity,
            accounts=tuple(accounts),
            none_declared=none_declared,
            notice_version=notice or "",
            notice_acknowledged_on=acknowledged,
            supersedes=supersedes,
        )

    def identity(self) -> CandidateIdentity | None:
        """Name, birth date, e-mails and places."""
        given = self.entry.identity
        name = self.text("full_name", given.get("full_name"))
        if not name and not given.get("full_name"):
            self.note("field_missing", "full_name", "is missing.", "Give the candidate's full name.")
        birth = self.day("birth_date", given.get("birth_date")) if given.get("birth_date") else None
        if birth is not None and birth < _EARLIEST_BIRTH:
            self.note("date_malformed", "birth_date", "is too long ago.", "Check the year.")
        emails = self.texts("emails", given.get("emails"))
        if not all(_EMAIL.fullmatch(email) for email in emails):
            self.note(
                "email_malformed",
                "emails",
                "holds something that is no e-mail address.",
                "Write name@example.org, one for each.",
            )
        others, places = (
            self.texts("other_names", given.get("other_names")),
            self.texts("places", given.get("places")),
        )
        if not name or any(len(line) > 200 for line in (name, *others, *emails, *places)):
            if name:
                self.note("field_too_long", "identity", "holds a line of more than 200 characters.", "Shorten it.")
            return None
        return CandidateIdentity(full_name=name, other_names=others, birth_date=birth, emails=emails, places=places)

    def none(self) -> bool:
        """The explicit none."""
        text = (self.text("none_declared", self.entry.none_declared) or "false").lower()
        if text not in {"true", "false", "yes", "no"}:
            self.note(
                "field_malformed",
                "none_declared",
                "is neither true nor false.",
                "Write true for an explicit none.",
            )
        return text in {"true", "yes"}

    def accounts_or_none(self, *, none_declared: bool) -> None:
        """Exactly one of the two must have been given."""
        if none_declared and self.entry.accounts:
            self.note(
                "accounts_and_none",
                "none_declared",
                "says none, but accounts are given.",
                "Keep one of the two.",
            )
        if not none_declared and not self.entry.accounts:
            remedy = "Give the accounts, or an explicit none if the candidate has none."
            self.note("accounts_missing", "accounts", "are missing, and no explicit none is given.", remedy)

    def accounts(self, platforms: dict[str, Platform], *, allow_private_hosts: bool) -> list[AccountDeclaration]:
        """Declared accounts, each resolved once to see that it can be."""
        declared: list[AccountDeclaration] = []
        resolved: list[DeclaredAccount] = []
        places: list[str] = []
        for account in self.entry.accounts:
            found = self.account(account, platforms)
            if found is None:
                continue
            try:
                resolved.append(
                    resolve_account("check", found, platforms[found.platform], allow_private_hosts=allow_private_hosts)
                )
            except InputError as error:
                self.note(error.code, "account", error.message, error.remedy or "", account.where)
                continue
            declared.append(found)
            places.append(account.where)
        for earlier, later in duplicates_within(resolved):
            reason = f"is the same account as the one at {places[earlier]}."
            self.note("account_twice", "account", reason, "Keep one of the two.", places[later])
        return declared

    def account(self, account: AccountEntry, platforms: dict[str, Platform]) -> AccountDeclaration | None:
        """One account of a known platform."""
        before = len(self.problems)
        platform = (self.text("platform", account.fields.get("platform"), account.where) or "").lower()
        handle = self.text("handle", account.fields.get("handle"), account.where)
        url = self.text("url", account.fields.get("url"), account.where)
        if not platform:
            self.note("field_missing", "platform", "is missing.", "Name the platform.", account.where)
        elif platform not in platforms:
            known = ", ".join(sorted(platforms))
            self.note(
                "platform_unknown",
                "platform",
                "is not a platform of this agency's list.",
                f"Use one of: {known}.",
                account.where,
            )
        if not handle and not url:
            self.note(
                "field_missing",
                "handle or url",
                "is missing.",
                "Give the handle or the public address.",
                account.where,
            )
        for name, value, limit in (("handle", handle, 200), ("url", url, 2000)):
            if value and len(value) > limit:
                self.note(
                    "field_too_long",
                    name,
                    f"is longer than {limit} characters.",
                    "Give the short form.",
                    account.where,
                )
        if len(self.problems) > before:
            return None
        return AccountDeclaration(platform=platform, handle=handle or None, url=url or None)

    def text(self, field: str, value: Value, where: str | None = None) -> str | None:
        """A line of text, refused when it looks like an authenticator or holds control characters."""
        if value is None:
            return None
        if not isinstance(value, str):
            self.note("field_malformed", field, "is a list or table where a text goes.", "Write one text.", where)
            return None
        if len(value) > MAX_TEXT:
            self.note("field_too_long", field, f"is longer than {MAX_TEXT} characters.", "Shorten it.", where)
            return None
        code = looks_like_authenticator(value, in_handle=field in _HANDLES)
        if code:
            reason = f"looks like a password, token or other authenticator ({code})."
            self.note(f"authenticator_{code}", field, reason, AUTHENTICATOR_REMEDY, where)
            return None
        if any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in value.strip()):
            self.note(
                "field_malformed",
                field,
                "holds a line break or control character.",
                "Write it on one line.",
                where,
            )
            return None
        return value.strip()

    def texts(self, field: str, value: Value) -> tuple[str, ...]:
        """A list of lines; one text counts as a list of one."""
        if isinstance(value, dict):
            self.note("field_malformed", field, "is a table where a list goes.", "Write a list of texts.")
            return ()
        items = [value] if isinstance(value, str) or value is None else value
        lines = [self.text(field, item) for item in items]
        return tuple(line for line in lines if line)

    def number(self, field: str, value: Value, most: int) -> int | None:
        """A whole number from 1."""
        text = self.text(field, value)
        if text and re.fullmatch(r"[0-9]{1,6}", text) and 1 <= int(text) <= most:
            return int(text)
        if not value or text is not None:
            self.note(
                "number_malformed",
                field,
                f"is not a whole number from 1 to {most}.",
                "Give the number, digits only.",
            )
        return None

    def day(self, field: str, value: Value) -> date | None:
        """A calendar day that is not in the future."""
        text = self.text(field, value)
        if not text:
            return None
        try:
            day = date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None
        except ValueError:
            day = None
        if day is None:
            self.note(
                "date_malformed",
                field,
                "is not a day of the calendar.",
                "Write year-month-day, e.g. 2025-03-31.",
            )
        elif day > now().date() + timedelta(days=1):  # a day of grace: somewhere it is tomorrow already
            self.note(
                "date_in_future",
                field,
                "lies in the future.",
                "Check the year and the order of month and day.",
            )
            return None
        return day

    def note(self, code: str, field: str, reason: str, remedy: str, where: str | None = None) -> None:
        """Add a problem at the entry's place, or at `where`."""
        self.problems.append(Problem(code, where or self.entry.where, field, reason, remedy, self.candidate))


def _fits(adapter: TypeAdapter[str], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True
