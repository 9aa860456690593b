"""The ActivityPub collector against a simulator of WebFinger, actor and outbox."""

from datetime import timedelta
from typing import Any

import pytest

from schemas.capture import StepOutcome
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.actors import NEWEST, PUBLIC, ActorSim, note, notes
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket
NAME = "synthetic"


@pytest.mark.parametrize("count", [1, 20, 41])
def test_notes_are_all_collected_over_pages_of_any_size(count: int) -> None:
    with ActorSim({NAME: notes(count)}) as sim:
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason) == (StepOutcome.CAPTURED, "")
    assert [post.text for post in capture.posts] == [f"note {n} — 漢字" for n in range(count, 0, -1)]
    assert {post.authorship for post in capture.posts} == {Authorship.OWN}


@pytest.mark.attacks("lawful_methods")
def test_only_what_is_addressed_to_the_public_is_kept() -> None:
    made = [
        note(1, NEWEST),
        note(2, NEWEST, to="as:Public"),
        note(3, NEWEST, to=["https://x.test/users/synthetic/followers"], content="followers only"),
        note(4, NEWEST, to=["https://y.test/users/friend"], content="direct words"),
        {**note(5, NEWEST), "object": {"type": "Tombstone", "id": "https://x.test/notes/5", "to": PUBLIC}},
        {"type": "Like", "id": "https://x.test/likes/1", "object": "https://y.test/1", "to": PUBLIC},
        {"type": "Follow", "id": "https://x.test/follows/1", "object": "https://y.test/users/z"},
        note(8, NEWEST, attributedTo="https://y.test/users/z", content="foreign words"),
    ]
    with ActorSim({NAME: made}) as sim:
        capture = collect(sim.declared(NAME))
    assert [post.text for post in capture.posts] == ["note 1 — 漢字", "note 2 — 漢字"]
    assert capture.left_out == 6
    kept = b"".join(r.payload for r in records(capture.data))
    assert not any(words in kept for words in (b"followers only", b"direct words", b"foreign words", b"likes/1"))


def test_repost_reply_poll_and_picture_are_told_apart() -> None:
    made = [
        {"type": "Announce", "id": "https://x.test/a/1", "object": "https://y.test/notes/9", "to": PUBLIC,
         "published": "2025-06-01T12:00:00Z"},
        note(2, NEWEST, inReplyTo="https://y.test/notes/8", summary="a warning"),
        note(3, NEWEST, type="Question", oneOf=[{"name": "first"}, {"name": "second"}]),
        note(4, NEWEST, attachment={"type": "Image", "mediaType": "image/png", "url": "https://x.test/p", "name": "a cat"}),
    ]  # fmt: skip
    with ActorSim({NAME: made}) as sim:
        shared, answer, poll, pictured = collect(sim.declared(NAME)).posts
    assert (shared.authorship, shared.text, shared.links) == (Authorship.SHARED, "", ("https://y.test/notes/9",))
    assert (answer.reply_to, answer.text) == ("https://y.test/notes/8", "a warning\nnote 2 — 漢字")
    assert poll.text == "note 3 — 漢字\n- first\n- second"
    assert pictured.media[0].alt == "a cat"


def test_items_outside_the_window_are_not_kept_and_end_the_list() -> None:
    with ActorSim({NAME: notes(200)}) as sim:
        window = Window(not_before=NEWEST - timedelta(hours=29), not_after=NEWEST)
        capture = collect(sim.declared(NAME), window=window)
    assert (len(capture.posts), capture.left_out) == (30, 30)
    assert not any(b"note 170 " in r.payload for r in records(capture.data))


@pytest.mark.attacks("lawful_methods")
def test_server_that_wants_signatures_is_not_public() -> None:
    with ActorSim({NAME: notes(3)}) as sim:
        sim.plant(f"/users/{NAME}", "status", status=401)
        capture = collect(sim.declared(NAME))
        assert not any("signature" in (name.lower() for name in r.headers) for r in sim.requests)
    assert (capture.outcome, capture.reason) == (StepOutcome.NOT_PUBLIC, "http_401")


def test_actor_on_another_host_of_the_server_is_admitted_on_the_record() -> None:
    with ActorSim({NAME: notes(3)}) as front, ActorSim({NAME: notes(3)}) as back:
        front.actors_at = back.base_url
        capture = collect(front.declared(NAME))
        assert [r.path for r in front.requests] == ["/.well-known/webfinger"]
    assert len(capture.posts) == 3
    (admitted,) = [r for r in records(capture.data) if r.kind == "metadata"]
    assert b"admitted-host: 127.0.0.1:" in admitted.payload


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    ("actor", "outcome", "reason"),
    [
        ({"preferredUsername": "somebody"}, StepOutcome.FAILED, "other_account"),
        ({"id": "https://elsewhere.test/users/synthetic"}, StepOutcome.FAILED, "other_account"),
        ({"outbox": "https://elsewhere.test/outbox"}, StepOutcome.FAILED, "outbox_elsewhere"),
        ({"outbox": "http://[half/outbox"}, StepOutcome.FAILED, "outbox_elsewhere"),
        ({"type": "Tombstone"}, StepOutcome.NOT_FOUND, "account_deleted"),
    ],
)
def test_actor_that_is_not_the_declared_one_is_refused(
    actor: dict[str, Any], outcome: StepOutcome, reason: str
) -> None:
    with ActorSim({NAME: notes(3)}, actor=actor) as sim:
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason, capture.posts) == (outcome, reason, ())


@pytest.mark.attacks("plan_only")
def test_actor_inside_a_private_network_is_not_asked() -> None:
    with ActorSim({NAME: notes(3)}) as sim:
        sim.actors_at = "http://169.254.169.254"
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "address_refused")


def test_what_is_no_address_is_not_asked() -> None:
    with ActorSim({NAME: notes(3)}) as sim:
        sim.actors_at = "http://[half"
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason, capture.requests) == (StepOutcome.FAILED, "unexpected_json", 1)


def test_unknown_account_is_not_found_and_empty_outbox_is_no_content() -> None:
    with ActorSim({NAME: []}) as sim:
        assert collect(sim.declared("nobody")).outcome is StepOutcome.NOT_FOUND
        assert collect(sim.declared(NAME)).outcome is StepOutcome.NO_CONTENT


def test_profile_has_name_summary_and_fields() -> None:
    fields = [{"type": "PropertyValue", "name": "Site", "value": '<a href="https://e.test">e.test</a>'}]
    about = {"name": "Synthia", "summary": "<p>About nothing</p>", "attachment": fields}
    with ActorSim({NAME: []}, actor=about) as sim:
        (post,) = collect(sim.declared(NAME), PROFILE).posts
    assert (post.text, post.links) == ("Synthia\nAbout nothing\nSite: e.test", ("https://e.test",))
