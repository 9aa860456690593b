"""Signing in: a fresh challenge, the enrolled key, and an event either way."""

import pytest

from schemas.event import Event, Result
from tests.world import World, person_key
from vetting.access import Actor, sign_in
from vetting.audit.recorder import events
from vetting.errors import PolicyError


def newest(world: World) -> Event:
    with world.office.store.reading() as tx:
        return events(tx)[-1]


def test_signing_in_gives_an_actor_and_an_event(world: World) -> None:
    assert sign_in(world.office.store, "inv-1", person_key("inv-1").sign) == Actor("inv-1")
    assert (newest(world).action, newest(world).actor, newest(world).result) == ("signin.done", "inv-1", Result.DONE)


def test_person_nobody_enrolled_is_refused_without_being_named(world: World) -> None:
    with pytest.raises(PolicyError) as caught:
        sign_in(world.office.store, "Jordan Synthetic", person_key("inv-1").sign)
    assert caught.value.code == "sign_in_refused"
    assert (newest(world).actor, newest(world).code) == ("unknown", "sign_in_refused")


def test_challenge_is_fresh_each_time(world: World) -> None:
    seen: list[bytes] = []

    def sign(challenge: bytes) -> bytes:
        seen.append(challenge)
        return person_key("inv-1").sign(challenge)

    for _ in range(3):
        sign_in(world.office.store, "inv-1", sign)
    assert len(set(seen)) == 3
    assert min(len(c) for c in seen) >= 32
