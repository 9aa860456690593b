"""The one request that is not plain reading: an application asks its service for an access token (RFC 6749, 4.4).

Some documented interfaces take the agency's own key only in exchange for a short-lived token, and that exchange is a
`POST`. It is kept as narrow as it can be:

- It goes to the one address that the platform's configuration lists for it, encrypted, and follows no redirect.
- Its body is the same for every service, plan and candidate; nothing of an account can reach it.
- The grant is the application's own (`client_credentials`): there is no user, so nobody is signed in and nothing is
  readable that is not public.
- Every step asks for its own, so the requests of all candidates stay the same; a token is held in memory for one step.
- Neither key nor token stands in a record: the request is recorded without its `Authorization`, of the answer only what
  is no secret.

Who may send it is decided in `exchange.Line`, which makes it for `Web` alone; a collector cannot ask for it.
"""

import base64
import json
import re
from dataclasses import replace
from urllib.parse import urlsplit

import requests

from vetting.collection.answers import Answer, Fault
from vetting.collection.keys import ApiKey
from vetting.policy.controls import Control, enforces

TOKEN_METHOD = "POST"  # noqa: S105 - the name of an HTTP method
TOKEN_BODY = b"grant_type=client_credentials"
MAX_TOKEN_ANSWER = 16 * 1024
"""Bytes; a token's answer has a few hundred."""
REFUSED = "api_key_refused"
UNUSABLE = "token_unusable"
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]{8,4096}=*")
"""RFC 6750, 2.1: nothing else can stand behind `Bearer`, and no line can end in it."""
_SHOWN = ("token_type", "expires_in", "scope")


def token_request(url: str, user_agent: str) -> requests.PreparedRequest:
    """The request as it is recorded: without the agency's key."""
    headers = {
        "User-Agent": user_agent,
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return requests.Request(TOKEN_METHOD, url, headers=headers, data=TOKEN_BODY).prepare()


@enforces(Control.LAWFUL_METHODS, Control.NO_AUTHENTICATORS)
def with_credentials(prepared: requests.PreparedRequest, key: ApiKey, *, insecure: bool) -> requests.PreparedRequest:
    """The request as it is sent: with the agency's key, to the token's own address and encrypted.

    Raises:
        ValueError: it is for another address, or not encrypted; such a request is never made.

    """
    if prepared.url != key.token_url or (urlsplit(key.token_url).scheme != "https" and not insecure):
        raise ValueError("not the address of the agency's token")
    sent = prepared.copy()
    sent.headers["Authorization"] = "Basic " + base64.b64encode(key.value.encode()).decode("ascii")
    return sent


def granted(answer: Answer, key: ApiKey) -> ApiKey | Fault:
    """The token as the key for the rest of the step, at the interface's own host.

    An answer without a plain bearer token is a fault, whatever else it says.
    """
    try:
        value = json.loads(answer.body)
    except (ValueError, RecursionError):
        return Fault(UNUSABLE)
    if not isinstance(value, dict):
        return Fault(UNUSABLE)
    token, kind = value.get("access_token"), value.get("token_type")
    if "error" in value:
        return Fault(REFUSED)
    if not isinstance(token, str) or not _TOKEN.fullmatch(token) or str(kind).lower() != "bearer":
        return Fault(UNUSABLE)
    return replace(key, value=token, place="header", name="Authorization", before="Bearer ", token_url="")


def shown(answer: Answer) -> bytes:
    """What of a token's answer may be recorded."""
    value = json.loads(answer.body)
    kept = {name: value[name] for name in _SHOWN if isinstance(value.get(name), int | str)}
    return json.dumps(kept, separators=(",", ":")).encode("ascii")
