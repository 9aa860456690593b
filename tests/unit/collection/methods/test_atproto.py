"""The AT Protocol collector against a simulator of handle resolution, DID directory and data server."""

from datetime import timedelta

import pytest

from schemas.capture import StepOutcome
from schemas.post import Authorship
from schemas.window import Window
from tests.simulators.atproto import NEWEST, AtAccount, AtPost, AtprotoSim
from tests.unit.collection.helpers import PROFILE, collect
from tests.unit.collection.warc_reading import records

pytestmark = pytest.mark.enable_socket
NAME = "synthetic.test"


def test_posts_are_all_collected_from_the_server_that_the_did_document_names() -> None:
    with AtprotoSim(AtAccount(NAME, count=250)) as sim:
        capture = collect(sim.declared(NAME))
        asked = [[r.target for r in part.requests] for part in sim.parts]
    assert (capture.outcome, capture.reason) == (StepOutcome.CAPTURED, "")
    expected = [f"Synthetic post {n}: grüße, 漢字 🙂" for n in range(250, 0, -1)]
    assert [post.text for post in capture.posts] == expected
    assert {post.authorship for post in capture.posts} == {Authorship.OWN}
    assert [len(targets) for targets in asked] == [1, 1, 5]
    assert asked[0] == [f"/xrpc/com.atproto.identity.resolveHandle?handle={NAME}"]


def test_resolution_is_on_record_before_the_server_is_asked() -> None:
    with AtprotoSim(AtAccount(NAME, count=1)) as sim:
        capture = collect(sim.declared(NAME))
        port = sim.server.port
    kinds = records(capture.data)
    (admitted,) = [r for r in kinds if r.kind == "metadata"]
    assert f"admitted-host: 127.0.0.1:{port}".encode() in admitted.payload
    document = next(r for r in kinds if r.fields["WARC-Record-ID"] == admitted.fields["WARC-Refers-To"])
    assert b"#atproto_pds" in document.payload
    first_asked = next(i for i, r in enumerate(kinds) if f":{port}/" in r.uri)
    assert kinds.index(admitted) < first_asked


def test_back_dated_post_neither_ends_the_list_nor_is_kept_outside_the_window() -> None:
    posts = [AtPost(f"new {n}", NEWEST) for n in range(50)]
    posts += [AtPost(f"imported {n}", NEWEST - timedelta(days=3000)) for n in range(100)]
    posts += [AtPost(f"older key {n}", NEWEST - timedelta(days=9)) for n in range(30)]
    with AtprotoSim(AtAccount(NAME, posts)) as sim:
        window = Window(not_before=NEWEST - timedelta(days=10), not_after=NEWEST)
        capture = collect(sim.declared(NAME), window=window)
    assert (len(capture.posts), capture.left_out) == (80, 100)
    assert not any(b"imported" in r.payload for r in records(capture.data))


def test_reply_quote_links_cards_and_pictures_are_told_apart() -> None:
    image = {"alt": "one pixel", "image": {"ref": {"$link": "bafyimage"}, "mimeType": "image/png"}}
    extra = {
        "reply": {"root": {"uri": "at://root"}, "parent": {"uri": "at://parent"}},
        "facets": [{"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://example.test/a"}]}],
        "embed": {
            "$type": "app.bsky.embed.recordWithMedia",
            "record": {"record": {"uri": "at://quoted"}},
            "media": {"images": [image], "external": {"uri": "https://example.test/card", "title": "words of another"}},
        },
    }
    with AtprotoSim(AtAccount(NAME, [AtPost("look", NEWEST, extra)])) as sim:
        (post,) = collect(sim.declared(NAME)).posts
        base = sim.server.base_url
    assert (post.text, post.reply_to, post.quotes) == ("look", "at://parent", "at://quoted")
    assert post.links == ("https://example.test/a", "https://example.test/card")
    (media,) = post.media
    assert media.alt == "one pixel"
    assert media.url.startswith(f"{base}/xrpc/com.atproto.sync.getBlob?")


def test_profile_is_one_item_without_a_date() -> None:
    with AtprotoSim(AtAccount(NAME, profile={"displayName": "Synthia", "description": "About nothing"})) as sim:
        (post,) = collect(sim.declared(NAME), PROFILE).posts
    assert (post.text, post.time) == ("Synthia\nAbout nothing", None)


def test_posts_step_does_not_keep_the_profile() -> None:
    with AtprotoSim(AtAccount(NAME, count=1, profile={"description": "profile words"})) as sim:
        capture = collect(sim.declared(NAME))
    assert not any(b"profile words" in r.payload for r in records(capture.data))


@pytest.mark.attacks("lawful_methods")
def test_wish_to_keep_signed_out_readers_away_is_honoured() -> None:
    labels = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "!no-unauthenticated"}]}
    person = AtAccount(NAME, count=3, profile={"description": "profile words", "labels": labels})
    with AtprotoSim(person) as sim:
        captures = [collect(sim.declared(NAME)), collect(sim.declared(NAME), PROFILE)]
        assert not any(r.path == sim.list_path for r in sim.server.requests)
    for capture in captures:
        assert (capture.outcome, capture.reason) == (StepOutcome.NOT_PUBLIC, "signed_out_readers_excluded")
        assert not any(b"profile words" in r.payload for r in records(capture.data))


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    ("document", "outcome", "reason"),
    [
        ({"alsoKnownAs": ["at://somebody-else.test"]}, StepOutcome.FAILED, "handle_not_confirmed"),
        ({"alsoKnownAs": []}, StepOutcome.FAILED, "handle_not_confirmed"),
        ({"id": "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"}, StepOutcome.FAILED, "other_account"),
        ({"service": []}, StepOutcome.FAILED, "no_data_server"),
        (
            {
                "service": [
                    {
                        "id": "#atproto_pds",
                        "type": "AtprotoPersonalDataServer",
                        "serviceEndpoint": "http://169.254.169.254",
                    }
                ]
            },
            StepOutcome.FAILED,
            "address_refused",
        ),
        (
            {
                "service": [
                    {
                        "id": "#atproto_pds",
                        "type": "AtprotoPersonalDataServer",
                        "serviceEndpoint": "http://user:pw@127.0.0.1/x?y",
                    }
                ]
            },
            StepOutcome.FAILED,
            "no_data_server",
        ),
    ],
)
def test_document_that_leads_astray_is_not_followed(
    document: dict[str, object], outcome: StepOutcome, reason: str
) -> None:
    with AtprotoSim(AtAccount(NAME, count=3, document=document)) as sim:
        capture = collect(sim.declared(NAME))
        assert sim.server.requests == []
    assert (capture.outcome, capture.reason, capture.data) == (outcome, reason, b"")


@pytest.mark.attacks("plan_only")
def test_data_server_without_encryption_is_refused_outside_tests() -> None:
    with AtprotoSim(AtAccount(NAME, count=3)) as sim:
        capture = collect(sim.declared(NAME), allow_private_hosts=False)
        assert all(part.requests == [] for part in sim.parts)
    assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "address_refused")


@pytest.mark.attacks("plan_only")
def test_record_of_another_repository_is_refused() -> None:
    with AtprotoSim(AtAccount(NAME, count=3)) as sim:
        body = b'{"records":[{"uri":"at://did:plc:other/app.bsky.feed.post/1","value":{"text":"foreign"}}]}'
        sim.server.plant(sim.list_path, "replace", body=body, content_type="application/json")
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, "other_account", b"")


@pytest.mark.parametrize(
    ("person", "outcome", "reason"),
    [
        (AtAccount("another.test", count=1), StepOutcome.NOT_FOUND, "handle_not_found"),
        (AtAccount(NAME, count=1, deactivated=True), StepOutcome.NOT_FOUND, "repo_not_found"),
        (AtAccount(NAME), StepOutcome.NO_CONTENT, ""),
        (AtAccount(NAME, count=1, did="did:key:zzz"), StepOutcome.FAILED, "unsupported_did"),
    ],
)
def test_account_that_gives_nothing_ends_in_its_outcome(person: AtAccount, outcome: StepOutcome, reason: str) -> None:
    with AtprotoSim(person) as sim:
        capture = collect(sim.declared(NAME))
    assert (capture.outcome, capture.reason, capture.posts) == (outcome, reason, ())


def test_did_on_the_accounts_own_host_is_resolved_there() -> None:
    sim = AtprotoSim(AtAccount(NAME, count=2))
    with sim:
        did = f"did:web:127.0.0.1%3A{sim.server.port}"
        person = AtAccount(NAME, count=2, did=did)
        sim.by_handle[NAME] = person
        sim.by_did.clear()
        sim.by_did[did] = person
        capture = collect(sim.declared(NAME))
        assert sim.directory.requests == []
    assert len(capture.posts) == 2
    assert sum(r.kind == "metadata" for r in records(capture.data)) == 2


def test_account_without_profile_record_has_no_profile() -> None:
    with AtprotoSim(AtAccount(NAME, count=2)) as sim:
        capture = collect(sim.declared(NAME), PROFILE)
    assert (capture.outcome, capture.reason) == (StepOutcome.NO_CONTENT, "no_profile")
