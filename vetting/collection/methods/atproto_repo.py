"""AT Protocol, the whole repository as one public file (`com.atproto.sync.getRepo`): the same posts as `atproto` gives.

- Every block is compared with its own SHA-256 identifier while it is read; one that differs ends the step. The records are
  those that the repository's current commit reaches, whatever else lies in the file.
- The file also holds likes, follows, blocks and lists. They are neither read nor kept: what is kept is a new file of the
  same form with the signed commit and the blocks of the posts inside window and limits, each byte for byte as it was.
- The account's wish to keep signed-out readers away is honoured, as there.

Whose key signed the commit is not checked here: the key stands in the DID document, which is kept beside it, so that the
signature can be checked by anybody, later.
"""

import base64
from typing import Any
from urllib.parse import urlencode

from schemas.platform import Method
from vetting.collection.car import BadCar, BlockMismatch, Entry, Repository, TooManyBlocks, cid_text, written
from vetting.collection.cbor import Link
from vetting.collection.methods.api import Call
from vetting.collection.methods.atproto import POSTS, PROFILE, AtprotoCollector, home, honour_wish, take
from vetting.collection.methods.values import Json
from vetting.collection.web import Answer, Fault
from vetting.policy.controls import Control, enforces

CAR_TYPE = "application/vnd.ipld.car"


class AtprotoRepoCollector(AtprotoCollector):
    """Collects one account's posts from its repository; the profile is asked for as `atproto` does."""

    method = Method.ATPROTO_REPO

    @enforces(Control.PLAN_ONLY)
    def posts(self, call: Call) -> None:
        """The account's own posts, newest key first.

        Steps: (1) the data server of the declared account gives the file; (2) every block is what it says, and the commit
        is of that account; (3) the account's wish; (4) posts by window and limits; (5) the new file is made of these alone.
        """
        server, did = home(call)
        query = urlencode({"did": did})
        answer = call.answer(f"{server}/xrpc/com.atproto.sync.getRepo?{query}", CAR_TYPE)  # (1)
        try:
            repository = Repository(answer.body)  # (2)
            if repository.did != did:
                call.stop(Fault("other_account"))
            total, found = _listed(repository)
            for entry in found:
                if entry.path == f"{PROFILE}/self":  # (3)
                    honour_wish(_as_listed(entry, did), answer, call)
            posts = sorted((e for e in found if e.path.startswith(f"{POSTS}/")), key=lambda e: e.path, reverse=True)
            kept = [entry for entry in posts if take(_as_listed(entry, did), server, did, call)]  # (4)
        except BlockMismatch:
            call.stop(Fault("block_mismatch"))
        except TooManyBlocks:
            call.stop(Fault("too_large"))
        except BadCar:
            call.stop(Fault("malformed_car"))
        _keep(call, answer, repository, kept, total - len(kept))  # (5)


def _listed(repository: Repository) -> tuple[int, list[Entry]]:
    """How many records there are, and those that are posts or the profile."""
    total = 0
    found: list[Entry] = []
    for entry in repository.entries():
        total += 1
        if entry.path.startswith((f"{POSTS}/", f"{PROFILE}/")):
            found.append(entry)
    return total, found


def _as_listed(entry: Entry, did: str) -> Json:
    """A record as `com.atproto.repo.listRecords` gives it.

    Raises:
        BadCar: the block is no record.

    """
    value = _as_json(entry.record())
    if not isinstance(value, dict):
        raise BadCar
    return {"uri": f"at://{did}/{entry.path}", "cid": cid_text(entry.cid), "value": value}


def _as_json(value: Any) -> Any:
    """The protocol's data as its JSON (AT Protocol, data model: JSON representation)."""
    if isinstance(value, Link):
        return {"$link": cid_text(value.cid)}
    if isinstance(value, bytes):
        return {"$bytes": base64.b64encode(value).decode("ascii").rstrip("=")}
    if isinstance(value, list):
        return [_as_json(each) for each in value]
    if isinstance(value, dict):
        return {key: _as_json(each) for key, each in value.items()}
    return value


def _keep(call: Call, answer: Answer, repository: Repository, kept: list[Entry], left_out: int) -> None:
    root, commit = repository.commit
    blocks = {root: commit, **{entry.cid: entry.block for entry in kept}}
    payload = written(root, blocks.items())
    record_id = call.web.keep_part(answer, payload, media_type=CAR_TYPE, left_out=left_out)
    call.pages += 1
    posts = call.tally.posts
    posts[:] = [post.model_copy(update={"record_id": record_id}) for post in posts]
