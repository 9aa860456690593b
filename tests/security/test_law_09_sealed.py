"""Law 9: sealed to people. Removed readers, other keys, exchanged files, keys of other cases; signing in as somebody else."""

import pytest

from schemas.draft import Release
from schemas.event import Result
from schemas.evidence import ObjectKind, OpenReason, VaultKey
from schemas.person import Role
from tests.security.doors import collected, drop_rules, give, log, refused, sql
from tests.world import PASSPHRASE, ROUND, World, person_key
from vetting.access import sign_in
from vetting.keys.agency import AgencyKeys
from vetting.keys.person import PersonKey
from vetting.office import key_file
from vetting.rounds.people import disable, end_assignment
from vetting.sealing.open import open_sealed
from vetting.sealing.release import fetch, release
from vetting.vault import Vault
from vetting.vault.crypto import CaseKey
from vetting.vault.custody import open_posts


def fetched(world: World, person: str, case: str) -> bytes:
    return fetch(world.office, world.actors[person], case)


@pytest.mark.attacks("sealed_to_readers")
def test_only_a_reader_fetches_and_only_the_readers_key_opens(opened: World) -> None:
    case = collected(opened)
    opened.find(case)
    opened.release(case)
    for person in ("inv-1", "rev-1", "aud-1", "admin-1"):
        with refused("not_permitted"):
            fetched(opened, person, case)
    sealed = fetched(opened, "board-1", case)
    for person in ("board-1", "board-2"):
        assert open_sealed(sealed, person_key(person), opened.office.keys.public).candidate == 1
    for outsider in ("inv-1", "rev-1", "aud-1", "admin-1"):
        with refused("not_a_reader") as caught:
            open_sealed(sealed, person_key(outsider), opened.office.keys.public)
        assert "twice the limit" not in str(caught.value)


@pytest.mark.attacks("sealed_to_readers")
def test_board_member_removed_before_the_release_is_not_among_the_readers(opened: World) -> None:
    case = collected(opened)
    opened.approve(case)
    end_assignment(opened.office.store, opened.actors["admin-1"], ROUND, "board-2", Role.DECISION_MAKER)
    row = release(opened.office, opened.actors["rev-1"], case)
    assert row.readers == (f"{ROUND}.decision_maker.board-1",)
    with refused("not_permitted"):
        fetched(opened, "board-2", case)
    with refused("not_a_reader"):
        open_sealed(row.sealed.encode(), person_key("board-2"), opened.office.keys.public)


@pytest.mark.attacks("sealed_to_readers")
def test_board_member_removed_or_disabled_after_the_release_fetches_nothing(opened: World) -> None:
    case = collected(opened)
    opened.release(case)
    end_assignment(opened.office.store, opened.actors["admin-1"], ROUND, "board-2", Role.DECISION_MAKER)
    with refused("not_permitted"):
        fetched(opened, "board-2", case)
    disable(opened.office.store, opened.actors["admin-1"], "board-1")
    with refused("person_inactive"):
        fetched(opened, "board-1", case)


@pytest.mark.attacks("sealed_to_readers")
def test_board_member_appointed_after_the_release_is_no_reader_of_it(opened: World) -> None:
    case = collected(opened)
    opened.release(case)
    give(opened, "board-3", Role.DECISION_MAKER)
    with refused("not_a_reader"):
        fetched(opened, "board-3", case)


@pytest.mark.attacks("sealed_to_readers")
def test_release_needs_a_reader_who_is_in_service(opened: World) -> None:
    case = collected(opened)
    opened.approve(case)
    disable(opened.office.store, opened.actors["admin-1"], "board-1")
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "reader_inactive" in caught.value.message
    for person in ("board-1", "board-2"):
        end_assignment(opened.office.store, opened.actors["admin-1"], ROUND, person, Role.DECISION_MAKER)
    with refused("requirements_unmet") as caught:
        release(opened.office, opened.actors["rev-1"], case)
    assert "no_reader" in caught.value.message


@pytest.mark.attacks("sealed_to_readers")
def test_summary_of_another_case_in_its_place_shows(opened: World) -> None:
    first, second = collected(opened, 1), collected(opened, 2)
    opened.release(first)
    opened.release(second)
    drop_rules(opened)
    sql(
        opened,
        'UPDATE release SET sealed = (SELECT sealed FROM release WHERE "case" = ?) WHERE "case" = ?',
        second,
        first,
    )
    with refused("summary_altered"):
        fetched(opened, "board-1", first)
    with opened.office.store.reading() as tx:
        swapped = tx.all(Release, case=first)[0].sealed.encode()
    with refused("wrong_case"):
        open_sealed(swapped, person_key("board-1"), opened.office.keys.public, expect_case=first)


@pytest.mark.attacks("sealed_to_readers")
def test_key_exchanged_in_the_database_does_not_open_what_is_sealed(opened: World) -> None:
    """The owner of the file enrols a key of their own for a board member after the release: the ciphertext is older."""
    case = collected(opened)
    opened.release(case)
    thief = PersonKey.create("board-1")
    drop_rules(opened)
    sql(
        opened,
        "UPDATE person SET public = ?, thumbprint = ? WHERE id = 'board-1'",
        thief.public.model_dump_json(),
        thief.public.thumbprint,
    )
    actor = sign_in(opened.office.store, "board-1", thief.sign)
    sealed = fetch(opened.office, actor, case)
    with refused("not_a_reader"):
        open_sealed(sealed, thief, opened.office.keys.public)


@pytest.mark.attacks("evidence_encrypted")
def test_wrapped_key_of_another_case_is_refused(opened: World) -> None:
    first, second = collected(opened, 1), collected(opened, 2)
    sql(
        opened,
        "UPDATE vault_key SET wrapped = (SELECT wrapped FROM vault_key WHERE scope = ?) WHERE scope = ?",
        second,
        first,
    )
    fresh = Vault(opened.office.vault._objects, opened.office.keys.vault_kek)
    with refused("case_key_unusable"), opened.office.store.reading() as tx:
        fresh.get(tx, opened.evidence(first)[0].object, ObjectKind.CAPTURE)


@pytest.mark.attacks("evidence_encrypted")
def test_each_case_has_its_own_key_and_no_other_agency_unwraps_it(opened: World) -> None:
    case = collected(opened)
    with opened.office.store.reading() as tx:
        keys = {row.scope: row.wrapped for row in tx.all(VaultKey)}
        rows = opened.evidence(case)
    assert set(keys) == {ROUND, "R1.001", "R1.002"}
    assert len(set(keys.values())) == 3
    stranger = AgencyKeys.create("Another Synthetic Department")
    with refused("case_key_unusable"):
        CaseKey.unwrap(keys[case], stranger.vault_kek, case)
    other = CaseKey.unwrap(keys["R1.002"], opened.office.keys.vault_kek, "R1.002")
    (path,) = (opened.office.settings.home / "vault").rglob(rows[0].object)
    with refused("object_altered"):
        other.decrypt(path.read_bytes(), scope=case, object_id=rows[0].object, kind=ObjectKind.CAPTURE)


@pytest.mark.attacks("evidence_encrypted")
def test_nothing_of_a_capture_lies_in_clear(opened: World) -> None:
    case = opened.declare(1)
    opened.collect(case, ("zebra-canary-text",))
    for path in opened.office.settings.home.rglob("*"):
        if path.is_file():
            assert b"zebra-canary-text" not in path.read_bytes()


@pytest.mark.attacks("evidence_encrypted")
def test_key_file_opens_with_its_passphrase_only(world: World) -> None:
    path = key_file(world.office.settings)
    for wrong in ("", PASSPHRASE + " ", PASSPHRASE.upper()):
        with refused("wrong_passphrase", "passphrase_needed"):
            AgencyKeys.load(path, wrong)
    assert world.office.keys.vault_kek not in path.read_bytes()


# Signing in


@pytest.mark.attacks("sealed_to_readers", "evidence_access")
@pytest.mark.parametrize("thief", ["inv-1", "admin-1", "stranger"])
def test_nobody_signs_in_with_another_key(opened: World, thief: str) -> None:
    with refused("sign_in_refused"):
        sign_in(opened.office.store, "board-1", person_key(thief).sign)
    last = log(opened)[-1]
    assert (last.action, last.result, last.subject) == ("signin.done", Result.REFUSED, "board-1")


@pytest.mark.attacks("evidence_access")
def test_recorded_signature_is_worthless_the_next_time(opened: World) -> None:
    seen: list[bytes] = []

    def recording(challenge: bytes) -> bytes:
        seen.append(person_key("inv-1").sign(challenge))
        return seen[-1]

    sign_in(opened.office.store, "inv-1", recording)
    with refused("sign_in_refused"):
        sign_in(opened.office.store, "inv-1", lambda _: seen[0])
    for junk in (b"", b"\0" * 64, b"\xff" * 64, seen[0] * 2):
        with refused("sign_in_refused"):
            sign_in(opened.office.store, "inv-1", lambda _, junk=junk: junk)


@pytest.mark.attacks("evidence_access")
def test_signature_for_another_purpose_is_no_sign_in(opened: World) -> None:
    """What is signed begins with the purpose, so no other signature of the person can be played as a sign-in."""
    asked: list[bytes] = []

    def sign(challenge: bytes) -> bytes:
        asked.append(challenge)
        return person_key("inv-1").sign(challenge[len(b"vetting sign-in v1\n") :])

    with refused("sign_in_refused"):
        sign_in(opened.office.store, "inv-1", sign)
    with refused("sign_in_refused"):
        sign_in(opened.office.store, "inv-1", sign)
    assert all(c.startswith(b"vetting sign-in v1\n") for c in asked)
    assert asked[0] != asked[1]


@pytest.mark.attacks("evidence_access", "content_in_vault_only")
def test_unknown_and_disabled_people_get_the_same_answer(opened: World) -> None:
    disable(opened.office.store, opened.actors["admin-1"], "inv-1")
    answers = set()
    for person in ("inv-1", "Jordan Synthetic", "nobody"):
        with refused("sign_in_refused") as caught:
            sign_in(opened.office.store, person, person_key("inv-1").sign)
        answers.add(caught.value.diagnostics())
    assert len(answers) == 1
    assert [e.actor for e in log(opened, "signin.done")[-3:]] == ["inv-1", "unknown", "unknown"]
    with refused("person_inactive"):
        open_posts(opened.office, opened.actors["inv-1"], "R1.001.E1", OpenReason.FIND)
