"""Attacks on sealed summaries: who can read, who can forge, what a changed byte does (law 9)."""

import hashlib
import hmac
import json

import pytest
import rfc8785
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import ECKey

from tests.simulators.sealing import (
    BASE64URL,
    agency,
    b64,
    b64json,
    finding,
    forged,
    publics,
    readers,
    summary_for,
    with_slots,
)
from vetting.errors import IntegrityError, PolicyError, VettingError
from vetting.keys.curves import p384_jwk
from vetting.keys.person import PersonKey, recipients_digest
from vetting.sealing.envelope import ENCRYPTION, Sealed, parse_sealed, signature_header
from vetting.sealing.open import open_sealed
from vetting.sealing.seal import encrypt_to, pad, seal, sign_payload

pytestmark = pytest.mark.attacks("sealed_to_readers")

AGENCY = agency()
BOARD = readers(2)
SUMMARY = summary_for(publics(BOARD))
SEALED = seal(SUMMARY, publics(BOARD), AGENCY)
PAYLOAD = pad(rfc8785.dumps(SUMMARY.model_dump(mode="json")))
REFUSALS = {"not_a_sealed_summary", "altered", "recipients_changed", "not_a_reader"}


def refused(data: bytes, code: str, person: PersonKey | None = None, **expect: str | int) -> VettingError:
    with pytest.raises(VettingError) as refusal:
        open_sealed(data, person or BOARD[0], AGENCY.public, **expect)  # type: ignore[arg-type]
    assert refusal.value.code == code
    assert "Synthetic quotation" not in refusal.value.diagnostics()
    return refusal.value


def test_the_untouched_file_opens_for_every_reader() -> None:
    for person in BOARD:
        assert open_sealed(SEALED, person, AGENCY.public) == SUMMARY


def test_outsider_cannot_open() -> None:
    refused(SEALED, "not_a_reader", PersonKey.create("outsider"))


def test_outsider_who_writes_his_own_thumbprint_into_a_slot_cannot_open() -> None:
    outsider, sealed = PersonKey.create("outsider"), parse_sealed(SEALED)
    slot = sealed.recipients[0]
    stolen = slot.model_copy(update={"header": slot.header.model_copy(update={"kid": outsider.public.thumbprint})})
    refused(with_slots(sealed, [stolen, sealed.recipients[1]]), "altered", outsider)


def test_dropped_recipient_is_noticed_by_the_others() -> None:
    sealed = parse_sealed(SEALED)
    value = json.loads(SEALED)
    value["recipients"].pop()
    refused(rfc8785.dumps(value), "recipients_changed")
    refused(with_slots(sealed, [sealed.recipients[0]]), "altered")


def test_dropped_recipient_cannot_open() -> None:
    sealed = parse_sealed(SEALED)
    refused(with_slots(sealed, [sealed.recipients[0]]), "not_a_reader", BOARD[1])


def test_reader_who_seals_again_to_somebody_else_is_noticed() -> None:
    outsider = PersonKey.create("outsider")
    again = forged(sign_payload(PAYLOAD, AGENCY), [*BOARD, outsider])
    refused(again, "recipients_changed")
    refused(again, "recipients_changed", outsider)


def test_reader_who_seals_again_to_fewer_is_noticed() -> None:
    refused(forged(sign_payload(PAYLOAD, AGENCY), BOARD[:1]), "recipients_changed")


def test_reader_exchanged_for_another_is_noticed() -> None:
    outsider = PersonKey.create("board-2")
    refused(forged(sign_payload(PAYLOAD, AGENCY), [BOARD[0], outsider]), "recipients_changed")


def test_recipient_named_twice_is_refused() -> None:
    sealed = parse_sealed(SEALED)
    refused(with_slots(sealed, [*sealed.recipients, sealed.recipients[0]]), "recipients_changed")


def test_slots_in_another_order_are_refused() -> None:
    sealed = parse_sealed(SEALED)
    refused(with_slots(sealed, list(reversed(sealed.recipients))), "altered")


def test_summary_of_another_case_is_refused() -> None:
    other = seal(summary_for(publics(BOARD), case="round-1-c5", candidate=5), publics(BOARD), AGENCY)
    refused(other, "wrong_case", expect_case="round-1-c4")
    refused(other, "wrong_round", expect_round="round-2")


def test_replayed_earlier_version_is_refused() -> None:
    refused(SEALED, "superseded", expect_case=SUMMARY.case, least_version=2)


def test_parts_of_two_summaries_do_not_mix() -> None:
    other = json.loads(seal(summary_for(publics(BOARD), case="round-1-c5"), publics(BOARD), AGENCY))
    mine = json.loads(SEALED)
    refused(
        rfc8785.dumps({**mine, "ciphertext": other["ciphertext"], "iv": other["iv"], "tag": other["tag"]}),
        "altered",
    )
    refused(rfc8785.dumps({**mine, "recipients": other["recipients"], "aad": other["aad"]}), "altered")


@pytest.mark.parametrize(
    "change",
    [
        {"alg": "ECDH-ES"},
        {"alg": "ECDH-ES+A128KW"},
        {"alg": "RSA1_5"},
        {"alg": "dir"},
        {"alg": "none"},
        {"enc": "A128GCM"},
        {"enc": "A128CBC-HS256"},
        {"zip": "DEF"},
        {"crit": ["exp"], "exp": 1},
        {"b64": False},
        {"jku": "https://synthetic.example/keys"},
        {"cty": "JWT"},
        {"apu": "AAAA"},
    ],
)
def test_downgraded_or_extended_encryption_header_is_refused(change: dict[str, object]) -> None:
    value = json.loads(SEALED)
    value["protected"] = b64json({**ENCRYPTION, **change})
    refused(rfc8785.dumps(value), "altered")


@pytest.mark.parametrize("member", ["unprotected", "header", "note"])
def test_added_member_is_refused(member: str) -> None:
    refused(rfc8785.dumps({**json.loads(SEALED), member: {"alg": "dir"}}), "altered")


@pytest.mark.parametrize("change", [{"alg": "dir"}, {"crit": ["kid"]}, {"enc": "A128GCM"}])
def test_added_header_of_a_recipient_is_refused(change: dict[str, object]) -> None:
    value = json.loads(SEALED)
    value["recipients"][0]["header"].update(change)
    refused(rfc8785.dumps(value), "altered")


def test_ephemeral_key_of_another_curve_or_off_the_curve_is_refused() -> None:
    sealed = parse_sealed(SEALED)
    slot = sealed.recipients[0]
    off = slot.header.epk.model_copy(update={"y": slot.header.epk.x})
    bad = slot.model_copy(update={"header": slot.header.model_copy(update={"epk": off})})
    refused(with_slots(sealed, [bad, sealed.recipients[1]]), "altered")
    value = json.loads(SEALED)
    value["recipients"][0]["header"]["epk"] = {"kty": "EC", "crv": "P-256", "x": "A" * 43, "y": "A" * 43}
    refused(rfc8785.dumps(value), "altered")


def test_key_of_another_sender_in_the_slot_does_not_help() -> None:
    sealed = parse_sealed(SEALED)
    slot = sealed.recipients[0]
    other = p384_jwk(ec.generate_private_key(ec.SECP384R1()))
    bad = slot.model_copy(update={"header": slot.header.model_copy(update={"epk": other})})
    refused(with_slots(sealed, [bad, sealed.recipients[1]]), "altered")


# What is inside: anybody can encrypt to the readers, so everything rests on the signature.


def test_unsigned_summary_is_refused() -> None:
    refused(forged(PAYLOAD.decode(), BOARD), "wrong_agency")


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "nOnE"])
def test_alg_none_is_refused(alg: str) -> None:
    header = {**signature_header(AGENCY.public.fingerprint), "alg": alg}
    for signature in ("", "AAAA"):
        refused(forged(f"{b64json(header)}.{b64(PAYLOAD)}.{signature}", BOARD), "wrong_agency")


def test_hs256_with_the_public_key_as_secret_is_refused() -> None:
    public = AGENCY.release_private.public_key()
    header = {**signature_header(AGENCY.public.fingerprint), "alg": "HS256"}
    text = f"{b64json(header)}.{b64(PAYLOAD)}"
    for secret in (
        public.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
        public.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo),
        rfc8785.dumps(AGENCY.public.release_key.model_dump()),
    ):
        mac = b64(hmac.new(secret, text.encode(), hashlib.sha256).digest())
        refused(forged(f"{text}.{mac}", BOARD), "wrong_agency")


def test_signed_by_somebody_else_is_refused() -> None:
    stranger = agency()
    refused(forged(sign_payload(PAYLOAD, stranger), BOARD), "wrong_agency")
    claimed = jws.serialize_compact(
        signature_header(AGENCY.public.fingerprint),
        PAYLOAD,
        ECKey.import_key(stranger.release_private),
        ["ES384"],
    )
    refused(forged(claimed, BOARD), "wrong_agency")


def test_key_brought_along_in_the_header_is_refused() -> None:
    stranger = agency()
    header = {**signature_header(AGENCY.public.fingerprint), "jwk": stranger.public.release_key.model_dump()}
    own = jws.serialize_compact(header, PAYLOAD, ECKey.import_key(stranger.release_private), ["ES384"])
    refused(forged(own, BOARD), "wrong_agency")


@pytest.mark.parametrize("extra", [{"crit": ["exp"], "exp": 1}, {"b64": True}, {"cty": "x"}, {"typ": "JWT"}])
def test_signature_header_with_anything_else_is_refused_even_when_truly_signed(
    extra: dict[str, object],
) -> None:
    header = {**signature_header(AGENCY.public.fingerprint), **extra}
    signing = f"{b64json(header)}.{b64(PAYLOAD)}"
    key = ECKey.import_key(AGENCY.release_private)
    signature = b64(jws.JWSRegistry.algorithms["ES384"].sign(signing.encode(), key))
    refused(forged(f"{signing}.{signature}", BOARD), "wrong_agency")


def test_signature_with_the_persons_or_log_key_does_not_pass() -> None:
    header, raw = b64json(signature_header(AGENCY.public.fingerprint)), AGENCY.log_private
    text = f"{header}.{b64(PAYLOAD)}"
    refused(forged(f"{text}.{b64(raw.sign(text.encode()))}", BOARD), "wrong_agency")


def test_payload_changed_under_a_true_signature_is_refused() -> None:
    header, _, signature = sign_payload(PAYLOAD, AGENCY).split(".")
    other = pad(rfc8785.dumps(SUMMARY.model_copy(update={"findings": ()}).model_dump(mode="json")))
    refused(forged(f"{header}.{b64(other)}.{signature}", BOARD), "wrong_agency")


def test_something_else_truly_signed_is_not_a_summary() -> None:
    refused(forged(sign_payload(b'{"form":1}', AGENCY), BOARD), "not_a_sealed_summary")


def test_right_summary_under_the_wrong_agency_key_is_refused() -> None:
    with pytest.raises(IntegrityError) as refusal:
        open_sealed(SEALED, BOARD[0], agency().public)
    assert refusal.value.code == "wrong_agency"


def test_seal_refuses_a_reader_the_summary_does_not_name() -> None:
    outsider = PersonKey.create("outsider").public
    for people in (publics(BOARD)[:1], [*publics(BOARD), outsider], [publics(BOARD)[0], outsider]):
        with pytest.raises(PolicyError) as refusal:
            seal(SUMMARY, people, AGENCY)
        assert refusal.value.code == "readers_differ"


def test_seal_refuses_another_key_under_a_readers_name() -> None:
    impostor = PersonKey.create("board-2").public
    with pytest.raises(PolicyError) as refusal:
        seal(SUMMARY, [publics(BOARD)[0], impostor], AGENCY)
    assert refusal.value.code == "readers_differ"


def test_summary_far_over_64_kib_opens_and_is_still_protected() -> None:
    many = tuple(finding(number, "Synthetic quotation. " * 60) for number in range(1, 201))
    big = summary_for(publics(BOARD), findings=many)
    data = seal(big, publics(BOARD), AGENCY)
    assert len(data) > 5 * 65536
    assert open_sealed(data, BOARD[1], AGENCY.public) == big
    middle = len(data) // 2
    flipped = data[:middle] + (b"A" if data[middle : middle + 1] != b"A" else b"B") + data[middle + 1 :]
    refused(flipped, "altered")


def test_file_beyond_the_size_limit_is_refused_before_it_is_parsed() -> None:
    refused(b"[" * (17 << 20), "not_a_sealed_summary")


def test_length_does_not_tell_findings_from_none() -> None:
    lengths = {
        len(
            seal(
                summary_for(publics(BOARD), findings=tuple(map(finding, range(count)))),
                publics(BOARD),
                AGENCY,
            )
        )
        for count in (0, 1, 3, 12)
    }
    assert len(lengths) == 1


def test_sealing_twice_gives_nothing_in_common() -> None:
    first, second = (json.loads(seal(SUMMARY, publics(BOARD), AGENCY)) for _ in range(2))
    assert first["iv"] != second["iv"]
    assert first["ciphertext"][:64] != second["ciphertext"][:64]
    assert first["recipients"][0]["encrypted_key"] != second["recipients"][0]["encrypted_key"]


def test_nothing_readable_lies_outside_the_encryption() -> None:
    for word in (b"Synthetic", b"round-1", b"board-1", b"investigator-1"):
        assert word not in SEALED


@hypothesis_settings(max_examples=300, deadline=None)
@given(position=st.integers(0, len(SEALED) - 1), bit=st.integers(0, 7), person=st.sampled_from(BOARD))
def test_any_flipped_bit_is_refused_to_every_reader(position: int, bit: int, person: PersonKey) -> None:
    altered = bytearray(SEALED)
    altered[position] ^= 1 << bit
    with pytest.raises(VettingError) as refusal:
        open_sealed(bytes(altered), person, AGENCY.public)
    assert refusal.value.code in REFUSALS


@hypothesis_settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_exchanged_character_of_a_slot_or_header_is_refused(data: st.DataObject) -> None:
    start = SEALED.index(b'"iv"')  # everything but the ciphertext, which is most of the file
    position = data.draw(st.integers(start, len(SEALED) - 1))
    char = data.draw(st.sampled_from(BASE64URL)).encode()
    if SEALED[position : position + 1] == char:
        return
    with pytest.raises(VettingError) as refusal:
        open_sealed(SEALED[:position] + char + SEALED[position + 1 :], BOARD[0], AGENCY.public)
    assert refusal.value.code in REFUSALS


@hypothesis_settings(max_examples=50, deadline=None)
@given(cut=st.integers(0, len(SEALED) - 1))
def test_any_truncation_is_refused(cut: int) -> None:
    with pytest.raises(VettingError) as refusal:
        open_sealed(SEALED[:cut], BOARD[0], AGENCY.public)
    assert refusal.value.code in REFUSALS


@pytest.mark.parametrize("junk", [b"", b"null", b"[]", b"{}", b"\xff\xfe", b'{"protected":1}', b"[" * 100000])
def test_junk_is_not_a_sealed_summary(junk: bytes) -> None:
    refused(junk, "not_a_sealed_summary")


def test_other_json_writing_of_the_same_file_is_refused() -> None:
    refused(json.dumps(json.loads(SEALED)).encode(), "altered")
    refused(SEALED + b"\n", "altered")
    refused(SEALED[:-1] + b',"tag":"' + b"A" * 22 + b'"}', "altered")


def test_slots_cover_every_reader_and_the_digest_orders_them() -> None:
    sealed: Sealed = encrypt_to(publics(BOARD), b"x")
    assert sealed.readers() == [person.public.thumbprint for person in BOARD]
    assert recipients_digest(publics(BOARD)) == recipients_digest(list(reversed(publics(BOARD))))
