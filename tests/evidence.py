"""Evidence as collectors make it: real WARC files with synthetic content, stamped by an authority made with openssl."""

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.case import Case
from schemas.post import Authorship, Post
from tests.simulators.tsa import TimestampAuthority
from tests.world import TEXTS, World
from vetting.cases import expand, settle
from vetting.clock import now
from vetting.collection.keep import keep
from vetting.collection.warc import Recorder, request_head, response_head

ADDRESS = "https://social.invalid/api/v1/synthetic"


def warc_capture(texts: Sequence[str] = TEXTS, *, links: tuple[str, ...] = ()) -> Capture:
    """A capture whose WARC holds a failed answer, a whole page and a page in part, as the guarded door records them."""
    recorder = Recorder({"operator": "synthetic"})
    asked = recorder.request(request_head("GET", "/", [("Host", "social.invalid")]), url=ADDRESS, date=now())
    refused = response_head(11, 503, "Busy", [("Content-Type", "text/plain")])
    recorder.response(refused, b"later", url=ADDRESS, date=now(), peer="192.0.2.1", request_id=asked)
    page = json.dumps({"items": list(texts)}).encode()
    good = response_head(11, 200, "OK", [("Content-Type", "application/json"), ("Content-Length", str(len(page)))])
    recorder.count(page)
    recorder.response(good, page, url=ADDRESS, date=now(), peer="192.0.2.1", request_id=asked)
    recorder.count(b'["in part"]')
    recorder.conversion(
        b'["in part"]',
        media_type="application/json",
        url=f"{ADDRESS}?page=2",
        date=now(),
        peer=None,
        request_id=asked,
        left_out=1,
        original_length=99,
        status=200,
    )
    posts = tuple(
        Post(
            number=number,
            source_id=f"item-{number}",
            author="synthetic",
            authorship=Authorship.OWN,
            time=now(),
            text=text,
            links=links,
        )
        for number, text in enumerate(texts, start=1)
    )
    return Capture(
        outcome=StepOutcome.CAPTURED,
        method="mastodon_api",
        data=recorder.data(),
        posts=posts,
        content_sha256=recorder.content_sha256(),
        captured_at=now(),
        requests=2,
    )


def keep_all(world: World, case: str, capture: Capture | None = None) -> list[str]:
    """Give every pending step of a case a capture; returns the evidence ids."""
    with world.office.store.transaction() as tx:
        pending = expand(tx, tx.get(Case, case))
    made = [
        keep(world.office, world.actors["inv-1"], step.id, capture or warc_capture(), started_at=now())
        for step in pending
    ]
    with world.office.store.transaction() as tx:
        settle(tx, case)
    return [item for item in made if item]


def with_authority(world: World, tsa: TimestampAuthority, monkeypatch: pytest.MonkeyPatch) -> None:
    """Evidence kept from here on is stamped by `tsa`, and `tsa` is the pinned authority."""
    from vetting.vault.timestamp import request_timestamp

    def stamp(digest: bytes, _settings: object) -> bytes:
        return request_timestamp(digest, "http://tsa.invalid/", tsa.ca_pem, tsa.post)

    monkeypatch.setattr("vetting.collection.keep.stamp", stamp)
    settings = world.office.settings.model_copy(update={"timestamp_ca": tsa.folder / "ca.pem"})
    world.office = replace(world.office, settings=settings)
