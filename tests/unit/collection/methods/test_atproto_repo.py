"""The repository of the AT Protocol as one file: the same posts as the list gives, every block checked, nothing else kept."""

import hashlib
from datetime import timedelta
from typing import Any

import pytest

from schemas.account import DeclaredAccount
from schemas.capture import StepOutcome
from schemas.platform import Method
from schemas.window import Window
from tests.simulators.atproto import NEWEST, AtAccount, AtPost, AtprotoSim
from tests.simulators.repository import Cid, car, cbor, from_json
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.methods.test_faults import FAULTS
from tests.unit.collection.warc_reading import records
from vetting.collection.car import Repository, cid_text, written
from vetting.collection.methods.atproto_repo import CAR_TYPE

pytestmark = pytest.mark.enable_socket
NAME = "synthetic.test"
PICTURE = {"$link": cid_text(Cid.of(b"a picture"))}
OTHERS = {
    "app.bsky.feed.like/3k1": {"subject": {"uri": "CANARY-like"}},
    "app.bsky.graph.block/3k2": {"subject": "CANARY-block"},
    "app.bsky.graph.follow/3k3": {"subject": "CANARY-follow"},
    "app.bsky.feed.repost/3k4": {"subject": {"uri": "CANARY-repost"}},
}


def by_repo(sim: AtprotoSim, name: str = NAME) -> DeclaredAccount:
    return sim.declared(name, Method.ATPROTO_REPO)


def rich_posts() -> list[AtPost]:
    extra: dict[str, Any] = {
        "langs": ["en"],
        "reply": {"root": {"uri": "at://root"}, "parent": {"uri": "at://parent"}},
        "facets": [{"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.test/a"}]}],
        "embed": {
            "$type": "app.bsky.embed.recordWithMedia",
            "record": {"record": {"uri": "at://quoted"}},
            "media": {"images": [{"alt": "one pixel", "image": {"ref": PICTURE, "mimeType": "image/png", "size": 3}}]},
        },
        "odd": {"bytes": {"$bytes": "c3ludA"}, "number": -7, "none": None},
    }
    return [
        AtPost("look", NEWEST, extra),
        *(AtPost(f"post {n}: grüße 🙂", NEWEST - timedelta(days=n)) for n in range(9)),
    ]


@pytest.mark.parametrize("max_items", [1000, 4])
@pytest.mark.parametrize("days", [4000, 5])
def test_posts_are_those_that_the_list_gives(max_items: int, days: int) -> None:
    window = Window(not_before=NEWEST - timedelta(days=days, hours=1), not_after=NEWEST)
    person = AtAccount(NAME, rich_posts(), profile={"displayName": "Synthia"}, others=OTHERS)
    with AtprotoSim(person) as sim:
        listed = collect(sim.declared(NAME), window=window, limits={"max_items": max_items})
        whole = collect(by_repo(sim), window=window, limits={"max_items": max_items})
    for capture in (listed, whole):
        assert (capture.outcome, capture.reason) == (StepOutcome.CAPTURED, "item_limit" if max_items == 4 else "")
    plain = [post.model_copy(update={"record_id": ""}) for post in whole.posts]
    assert plain == [post.model_copy(update={"record_id": ""}) for post in listed.posts]
    assert whole.left_out == listed.left_out
    assert whole.method is Method.ATPROTO_REPO


@pytest.mark.attacks("plan_only")
def test_what_is_kept_is_the_commit_and_the_posts_inside_the_window_byte_for_byte() -> None:
    person = AtAccount(NAME, rich_posts(), profile={"description": "CANARY-profile"}, others=OTHERS)
    window = Window(not_before=NEWEST - timedelta(days=2, hours=1), not_after=NEWEST)
    with AtprotoSim(person) as sim:
        capture = collect(by_repo(sim), window=window)
    kinds = records(capture.data)
    assert not any(b"CANARY" in r.payload or b"post 5" in r.payload for r in kinds)
    (kept,) = [r for r in kinds if r.kind == "conversion"]
    assert kept.fields["Content-Type"] == CAR_TYPE
    assert kept.fields["X-Vetting-Items-Left-Out"] == str(10 + 1 + 4 - len(capture.posts))
    assert {post.record_id for post in capture.posts} == {kept.fields["WARC-Record-ID"]}
    for _, value in person.records()[:4]:
        block = cbor(from_json(value))
        assert Cid.of(block) + block in kept.payload
    assert person.identifier().encode() in kept.payload  # the commit says whose repository it is


def test_file_that_is_written_is_read_again() -> None:
    whole = car({"app.bsky.feed.post/1": {"text": "a"}})
    repository = Repository(whole)
    (entry,) = repository.entries()
    root, commit = repository.commit
    again = written(root, [(root, commit), (entry.cid, entry.block)])
    assert Repository(again).did == repository.did
    assert hashlib.sha256(entry.block).digest() == entry.cid[-32:]


def test_one_request_gives_the_whole_account() -> None:
    with AtprotoSim(AtAccount(NAME, count=730)) as sim:
        capture = collect(by_repo(sim))
        assert [r.path for r in sim.server.requests] == [sim.repo_path]
    assert (len(capture.posts), capture.requests) == (730, 3)


def test_profile_is_asked_for_as_the_list_method_does() -> None:
    with AtprotoSim(AtAccount(NAME, profile={"displayName": "Synthia"})) as sim:
        (post,) = collect(by_repo(sim), PROFILE).posts
        assert sim.repo_path not in [r.path for r in sim.server.requests]
    assert post.text == "Synthia"


@pytest.mark.attacks("lawful_methods")
def test_wish_to_keep_signed_out_readers_away_is_honoured() -> None:
    labels = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "!no-unauthenticated"}]}
    with AtprotoSim(AtAccount(NAME, count=3, profile={"description": "CANARY", "labels": labels})) as sim:
        capture = collect(by_repo(sim))
    assert (capture.outcome, capture.reason, capture.posts) == (
        StepOutcome.NOT_PUBLIC,
        "signed_out_readers_excluded",
        (),
    )
    assert not any(b"CANARY" in r.payload or b"Synthetic post" in r.payload for r in records(capture.data))


@pytest.mark.parametrize(
    ("person", "outcome", "reason"),
    [
        (AtAccount(NAME, count=1, deactivated=True), StepOutcome.NOT_FOUND, "repo_not_found"),
        (AtAccount(NAME), StepOutcome.NO_CONTENT, ""),
        (AtAccount(NAME, others=OTHERS), StepOutcome.NO_CONTENT, ""),
        (
            AtAccount(NAME, [AtPost("old", NEWEST - timedelta(days=9000))]),
            StepOutcome.NO_CONTENT,
            "nothing_in_window",
        ),
    ],
)
def test_account_that_gives_nothing_ends_in_its_outcome(person: AtAccount, outcome: StepOutcome, reason: str) -> None:
    window = Window(not_before=NEWEST - timedelta(days=100), not_after=NEWEST)
    with AtprotoSim(person) as sim:
        capture = collect(by_repo(sim), window=window)
    assert (capture.outcome, capture.reason, capture.posts) == (outcome, reason, ())


GOOD = AtAccount(NAME, count=5)


def _node_lost(data: bytes) -> bytes:
    """The file without its last block but one, which is the tree's root."""
    blocks = list(Repository(data)._blocks.items())
    return written(blocks[-1][0], [*blocks[:-2], blocks[-1]])


@pytest.mark.attacks("authentic_capture")
@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (lambda data: data.replace(b"Synthetic post 3", b"Synthetic post X"), "block_mismatch"),
        (lambda data: data[:-40], "malformed_car"),
        (lambda data: data + b"more", "malformed_car"),
        (lambda data: b"<html>not a repository</html>", "malformed_car"),
        (lambda data: b'{"error": "something"}', "malformed_car"),
        (lambda data: b"", "malformed_car"),
        (lambda data: b"\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80", "malformed_car"),
        (_node_lost, "malformed_car"),
        (lambda data: car({"app.bsky.feed.post/1": {"text": "foreign"}}), "other_account"),
        (lambda data: car({"app.bsky.feed.post/1": ["no record"]}, did=GOOD.identifier()), "malformed_car"),
    ],
)
def test_file_that_is_not_the_accounts_whole_repository_is_a_failed_step_without_data(body: Any, reason: str) -> None:
    with AtprotoSim(GOOD) as sim:
        sim.server.plant(sim.repo_path, "replace", body=body(sim.repository_of(GOOD)), content_type=CAR_TYPE)
        capture = collect(by_repo(sim))
    assert (capture.outcome, capture.reason, capture.data, capture.posts) == (StepOutcome.FAILED, reason, b"", ())


@pytest.mark.parametrize("fault", [name for name in FAULTS if "JSON" not in name and "type" not in name])
def test_fault_of_the_server_is_a_failed_step_without_data(fault: str) -> None:
    kind, details, reason = FAULTS[fault]
    with AtprotoSim(GOOD) as sim:
        sim.server.plant(sim.repo_path, kind, **details)
        capture = collect(by_repo(sim), limits={"max_bytes": 1_000_000}, http_timeout=0.4 if kind == "slow" else 5.0)
    assert capture.outcome is StepOutcome.FAILED
    assert capture.reason == (reason if fault != "empty answer" else "malformed_car")
    assert (capture.data, capture.posts) == (b"", ())


@pytest.mark.parametrize("status", [401, 403])
def test_repository_that_asks_for_a_sign_in_is_not_public(status: int) -> None:
    with AtprotoSim(GOOD) as sim:
        sim.server.plant(sim.repo_path, "status", status=status, body=b"{}")
        capture = collect(by_repo(sim))
    assert (capture.outcome, capture.reason) == (StepOutcome.NOT_PUBLIC, f"http_{status}")


@pytest.mark.attacks("uniform_plan")
def test_requests_are_the_same_for_everybody() -> None:
    names = ("synthetic-one.test", "synthetic-two.test")
    asked = []
    with AtprotoSim(*(AtAccount(name, count=30) for name in names)) as sim:
        for name in names:
            for part in sim.parts:
                part.requests.clear()
            for step in (PROFILE, None):
                collect(by_repo(sim, name), *([step] if step else []))
            identifier = AtAccount(name).identifier()
            asked.append(
                [
                    (
                        r.target.replace(name, "OWN")
                        .replace(identifier.replace(":", "%3A"), "DID")
                        .replace(identifier, "DID"),
                        dict(r.headers),
                    )
                    for part in sim.parts
                    for r in part.requests
                ]
            )
    assert asked[0] == asked[1]
    assert len(asked[0]) == 6
