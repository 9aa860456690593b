"""AT Protocol (Bluesky), unauthenticated: handle -> DID -> the account's own data server -> its public records.

- More than one host is asked: the platform's listed interface and directory, and the data server. The last is not
  chosen by us: the DID document names it, the document is kept in the WARC, and it must name the declared handle back.
- Records are listed newest key first. Their `createdAt` is the author's own statement and need not follow that order
  (imported posts are back-dated), so the window sorts items and never ends the list early.
- An account that asks for signed-out readers to be kept away is `not_public`, although its records could be read.

Likes, follows, lists, blocks and reposts are not asked for.
"""

import re
from urllib.parse import urlencode

from schemas.capture import StepOutcome
from schemas.platform import Method, ServiceRole
from schemas.post import Post
from vetting.collection.methods.api import ApiCollector, Call
from vetting.collection.methods.atproto_records import post_of, profile_post
from vetting.collection.methods.values import (
    Json,
    error_code,
    json_object,
    moment,
    obj,
    objs,
    string,
    strings,
)
from vetting.collection.web import Answer, Fault
from vetting.policy.controls import Control, enforces

PAGE_SIZE = 100
"""The interface's own maximum; always asked for."""
_DID = re.compile(r"did:(?:plc:[a-z2-7]{24}|web:[A-Za-z0-9.-]{1,253}(?:%3A[0-9]{1,5})?)")
_SERVER = re.compile(r"https?://[A-Za-z0-9.:\[\]-]{1,260}")
_DID_TYPES = "application/did+ld+json, application/json;q=0.9"
SIGNED_OUT_EXCLUDED = "!no-unauthenticated"
_GONE = frozenset({"RepoNotFound", "RepoDeactivated", "RepoTakendown", "RepoSuspended"})
POSTS = "app.bsky.feed.post"
PROFILE = "app.bsky.actor.profile"


class AtprotoCollector(ApiCollector):
    """Collects one account from the server that holds it."""

    method = Method.ATPROTO

    def profile(self, call: Call) -> Post:
        """The profile record, if there is one."""
        server, did = home(call)
        found = _profile_record(call, server, did)
        if found is None:
            call.end(StepOutcome.NO_CONTENT, "no_profile")
        answer, record = found
        return profile_post(record, call.account.user, server, did, call.web.keep(answer))

    def posts(self, call: Call) -> None:
        """The account's own posts; the profile record is read for the wish that it may state, and not kept."""
        server, did = home(call)
        found = _profile_record(call, server, did)
        if found is not None:
            call.keep_shown(found[0], {"uri": string(found[1], "uri")})
        first = _address(server, "listRecords", repo=did, collection=POSTS, limit=str(PAGE_SIZE))
        url: str | None = first
        while url is not None:
            answer, page = call.ask(url)
            records, cursor = call.items(page, "records"), string(page, "cursor")
            if not all(string(record, "uri").startswith(f"at://{did}/{POSTS}/") for record in records):
                call.stop(Fault("other_account"))
            call.page(
                answer,
                records,
                lambda record: take(record, server, did, call),
                lambda kept, cursor=cursor: {"records": kept, "cursor": cursor},  # type: ignore[misc]
            )
            url = call.next(f"{first}&{urlencode({'cursor': cursor})}" if records and cursor else None)

    def judged(self, fault: Fault) -> Fault:
        """An absent or deactivated repository is HTTP 400 with a code; which of the two, the server does not say."""
        missing = error_code(fault) in _GONE or (fault.status == 400 and b"Could not find repo" in fault.body)
        return Fault("repo_not_found", 404) if missing else fault


@enforces(Control.PLAN_ONLY)
def home(call: Call) -> tuple[str, str]:
    """The data server and DID of the declared account.

    Steps: (1) the platform's interface says which DID the handle has; (2) the DID's document is fetched, from the
    platform's directory or the DID's own host; (3) it is the document of that DID and names the handle back, so that
    no directory can put another person's account in place; (4) the data server it names is admitted, on the record.
    """
    user = call.account.user
    directory = call.service(ServiceRole.DIRECTORY)
    did, named_by = (user, "") if user.startswith("did:") else _resolved(call)  # (1)
    if _DID.fullmatch(did) is None:
        call.stop(Fault("unsupported_did"))
    answer, document = _document(did, directory, named_by, call)  # (2)
    names = {name.casefold() for name in strings(document, "alsoKnownAs")}
    if string(document, "id") != did:  # (3)
        call.stop(Fault("other_account"))
    if did != user and f"at://{user}".casefold() not in names:
        call.stop(Fault("handle_not_confirmed"))
    servers = [
        string(entry, "serviceEndpoint").rstrip("/")
        for entry in objs(document, "service")
        if string(entry, "id").endswith("#atproto_pds") and string(entry, "type") == "AtprotoPersonalDataServer"
    ]
    if len(servers) != 1 or _SERVER.fullmatch(servers[0]) is None:
        call.stop(Fault("no_data_server"))
    call.admit(servers[0], shown_by=call.web.keep(answer))  # (4)
    return servers[0], did


def _resolved(call: Call) -> tuple[str, str]:
    query = urlencode({"handle": call.account.user.lower()})
    got = call.get(f"{call.service()}/xrpc/com.atproto.identity.resolveHandle?{query}")
    if isinstance(got, Fault):
        unknown = error_code(got) == "HandleNotFound" or b"Unable to resolve handle" in got.body
        call.stop(Fault("handle_not_found", 404) if unknown else got)
    return string(call.good(json_object(got)), "did"), call.web.keep(got)


def _document(did: str, directory: str, named_by: str, call: Call) -> tuple[Answer, Json]:
    method, _, rest = did.removeprefix("did:").partition(":")
    if method == "plc":
        return call.ask(f"{directory}/{did}", _DID_TYPES)
    host = rest.replace("%3A", ":")
    if not named_by:
        # declared as a bare did:web: nothing on record names its host, and the declaration did not name it as a host
        call.stop(Fault("unsupported_did"))
    # a port stands in a DID on test networks only, where nothing is encrypted
    base = f"http://{host}" if ":" in host else f"https://{host}"
    call.admit(base, shown_by=named_by)
    return call.ask(f"{base}/.well-known/did.json", _DID_TYPES)


def _profile_record(call: Call, server: str, did: str) -> tuple[Answer, Json] | None:
    got = call.get(_address(server, "getRecord", repo=did, collection=PROFILE, rkey="self"))
    if isinstance(got, Fault):
        return None if error_code(got) == "RecordNotFound" else call.stop(got)
    record = call.good(json_object(got))
    honour_wish(record, got, call)
    return got, record


@enforces(Control.LAWFUL_METHODS)
def honour_wish(record: Json, answer: Answer, call: Call) -> None:
    """End the step as not public if the profile record asks for signed-out readers to be kept away."""
    labels = objs(obj(obj(record, "value"), "labels"), "values")
    if any(string(label, "val") == SIGNED_OUT_EXCLUDED for label in labels):
        # the label is kept, for it shows the outcome; the profile is not
        call.keep_shown(answer, {"uri": string(record, "uri"), "value": {"labels": {"values": labels}}})
        call.end(StepOutcome.NOT_PUBLIC, "signed_out_readers_excluded")


def _address(server: str, name: str, **query: str) -> str:
    return f"{server}/xrpc/com.atproto.repo.{name}?{urlencode(query)}"


def take(record: Json, server: str, did: str, call: Call) -> bool:
    """Whether a post record is kept: within window and limits."""
    time = moment(string(obj(record, "value"), "createdAt"))
    author = call.account.user
    return call.tally.take(string(record, "uri"), time, lambda n: post_of(record, n, author, server, did))
