"""The agency's own keys for documented public interfaces (law 4): never a candidate's, never anybody's password.

- Keys lie in one JSON file that only its owner may read, named by a setting: `{"youtube_api": "...", ...}`.
- A key goes to the host of the platform's own interface only, encrypted; a redirect elsewhere does not carry it.
- One interface takes a token in exchange for its key; that exchange is the only request that is no plain reading
  (`tokens`).
- It stands in no record: the request is recorded as it was before the key was added, and an answer that repeats the
  key is not used.
"""

import base64
import json
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote, urlsplit

import requests

from schemas.account import DeclaredAccount
from schemas.platform import Method, ServiceRole
from vetting.errors import InputError
from vetting.policy.controls import Control, enforces

_MIN_LENGTH = 8
_MAX_FILE = 64 * 1024
TOKEN = "token"  # noqa: S105 - the name of a place
"""A key that is exchanged for a short-lived token before anything is asked (`tokens`)."""
_PAIR = re.compile(r"[^:]+:[^:]+")
_PLACES = MappingProxyType(
    {
        Method.GITHUB_API: ("header", "Authorization", "Bearer "),
        Method.STACKEXCHANGE_API: ("query", "key", ""),
        Method.YOUTUBE_API: ("header", "X-Goog-Api-Key", ""),
        Method.TUMBLR_API: ("query", "api_key", ""),
        Method.FLICKR_API: ("query", "api_key", ""),
        Method.X_API: ("header", "Authorization", "Bearer "),
        Method.REDDIT_API: (TOKEN, "", ""),
    }
)
"""Where each interface documents that its key goes: place, name, and what stands before the key."""
KEY_NEEDED = frozenset({Method.YOUTUBE_API, Method.TUMBLR_API, Method.FLICKR_API, Method.X_API, Method.REDDIT_API})
"""Interfaces that answer nobody without a key; the other two in `_PLACES` answer, at a lower rate."""


class KeyEchoed(Exception):  # noqa: N818 - a signal inside this package, never an error that leaves it
    """An answer repeats the agency's key."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """One key and the only host it is for; its value is in no text that this object shows."""

    netloc: str
    place: str
    name: str
    value: str = field(repr=False)
    before: str = ""
    token_url: str = ""
    """Where it is exchanged for a token; empty for a key that is sent as it is."""

    def shows_in(self, data: bytes) -> bool:
        """Whether the key stands in some bytes, as it is or as an address or a header would write it."""
        plain = self.value.encode()
        parts = [plain, quote(self.value, safe="").encode(), base64.b64encode(plain)]
        if self.token_url:
            parts.append(plain.rpartition(b":")[2])  # the secret half of a pair, by itself
        return any(part in data for part in parts)


@enforces(Control.LAWFUL_METHODS, Control.NO_AUTHENTICATORS)
def key_for(account: DeclaredAccount, file: Path | None) -> ApiKey | None:
    """The agency's key for the account's method, or `None` where it takes none or the agency has none.

    Raises:
        InputError: `api_keys_file`, the file is missing, may be read by others, or has not the form it should have.

    """
    api = next((s for s in account.services if s.role is ServiceRole.API), None)
    if account.method not in _PLACES or file is None or api is None:
        return None
    value = _read(file).get(account.method.value)
    if value is None:
        return None
    if not isinstance(value, str) or len(value) < _MIN_LENGTH or not value.isascii() or not value.isprintable():
        raise _refused(f"the key for {account.method.value} is not a text of at least {_MIN_LENGTH} plain characters")
    place, name, before = _PLACES[account.method]
    netloc = urlsplit(api.url).netloc.lower()
    if place != TOKEN:
        return ApiKey(netloc, place, name, value, before)
    token = next((s for s in account.services if s.role is ServiceRole.TOKEN), None)
    if token is None:
        return None
    if not _PAIR.fullmatch(value) or len(value.rpartition(":")[2]) < _MIN_LENGTH:
        raise _refused(
            f"the key for {account.method.value} is not the application's id and secret with a colon between"
        )
    return ApiKey(netloc, place, name, value, token_url=token.url)


def keyed(prepared: requests.PreparedRequest, key: ApiKey | None, *, insecure: bool) -> requests.PreparedRequest:
    """The request as it is sent: with the key, if it goes to the key's own host and encrypted (`insecure`: test networks)."""
    parts = urlsplit(prepared.url or "")
    if (
        key is None
        or key.place == TOKEN
        or parts.netloc.lower() != key.netloc
        or (parts.scheme != "https" and not insecure)
    ):
        return prepared
    sent = prepared.copy()
    if key.place == "header":
        sent.headers[key.name] = f"{key.before}{key.value}"
    else:
        sent.prepare_url(prepared.url, {key.name: key.value})
    return sent


def _read(file: Path) -> dict[str, object]:
    try:
        with file.open("rb") as opened:
            mode = stat.S_IMODE(os.fstat(opened.fileno()).st_mode)
            data = opened.read(_MAX_FILE + 1)
    except OSError:
        raise _refused("it cannot be read") from None
    if mode & 0o077:
        raise _refused("others may read or change it")
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict) or len(data) > _MAX_FILE:
        raise _refused("it is not a JSON object of at most 64 KiB")
    return found


def _refused(why: str) -> InputError:
    return InputError(
        "api_keys_file",
        f"The file of the agency's keys is refused: {why}.",
        law=4,
        remedy='Give a JSON object such as {"youtube_api": "..."} in a file with mode 0600 (VETTING_API_KEYS_FILE).',
    )
