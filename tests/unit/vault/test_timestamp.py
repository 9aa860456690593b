"""RFC 3161 stamps against an authority made with openssl, checked by us and by openssl."""

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.simulators.tsa import TimestampAuthority
from vetting.errors import CollectionError, InputError, IntegrityError
from vetting.vault.timestamp import request_timestamp, timestamp_query, verify_timestamp

DIGEST = hashlib.sha256(b"synthetic evidence").digest()
OTHER = hashlib.sha256(b"altered evidence").digest()
URL = "http://tsa.invalid/"


@pytest.fixture(scope="module")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> TimestampAuthority:
    return TimestampAuthority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture(scope="module")
def token(tsa: TimestampAuthority) -> bytes:
    return request_timestamp(DIGEST, URL, tsa.ca_pem, tsa.post)


def test_stamp_verifies_and_tells_the_time(tsa: TimestampAuthority, token: bytes) -> None:
    moment = verify_timestamp(token, DIGEST, tsa.ca_pem)
    assert moment.tzinfo is UTC
    assert abs(datetime.now(UTC) - moment) < timedelta(minutes=5)


def test_stamp_verifies_with_openssl_alone(tsa: TimestampAuthority, token: bytes) -> None:
    assert tsa.openssl_verifies(token, DIGEST)
    assert not tsa.openssl_verifies(token, OTHER)


def test_authority_sees_the_digest_itself_and_nothing_else(tsa: TimestampAuthority) -> None:
    seen: list[tuple[str, bytes, dict[str, str]]] = []

    def post(url: str, body: bytes, headers: dict[str, str]) -> bytes:
        seen.append((url, body, headers))
        return tsa.answer(body)

    request_timestamp(DIGEST, URL, tsa.ca_pem, post)
    ((url, body, headers),) = seen
    assert url == URL
    assert DIGEST in body
    assert len(body) < 80
    assert headers["Content-Type"] == "application/timestamp-query"


def test_verify_refuses_another_digest(tsa: TimestampAuthority, token: bytes) -> None:
    with pytest.raises(IntegrityError) as refusal:
        verify_timestamp(token, OTHER, tsa.ca_pem)
    assert refusal.value.code == "timestamp_other_digest"


def test_verify_refuses_another_authority(tmp_path: Path, token: bytes) -> None:
    stranger = TimestampAuthority(tmp_path)
    with pytest.raises(IntegrityError) as refusal:
        verify_timestamp(token, DIGEST, stranger.ca_pem)
    assert refusal.value.code == "timestamp_not_valid"


@pytest.mark.parametrize("position", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_verify_refuses_an_altered_token(tsa: TimestampAuthority, token: bytes, position: float) -> None:
    at = int(len(token) * position)
    altered = token[:at] + bytes((token[at] ^ 0x01,)) + token[at + 1 :]
    with pytest.raises(IntegrityError):
        verify_timestamp(altered, DIGEST, tsa.ca_pem)


@pytest.mark.parametrize("token", [b"", b"\x00", b"not a stamp at all", b"\x30\x82\xff\xff"])
def test_verify_refuses_what_is_no_token(tsa: TimestampAuthority, token: bytes) -> None:
    with pytest.raises(IntegrityError) as refusal:
        verify_timestamp(token, DIGEST, tsa.ca_pem)
    assert refusal.value.code == "timestamp_unreadable"


def test_verify_refuses_a_file_without_certificate(token: bytes) -> None:
    with pytest.raises(InputError) as refusal:
        verify_timestamp(token, DIGEST, b"no certificate in here")
    assert refusal.value.code == "timestamp_ca_unreadable"


def test_request_refuses_an_old_answer_played_back(tsa: TimestampAuthority, token: bytes) -> None:
    with pytest.raises(CollectionError) as refusal:
        request_timestamp(DIGEST, URL, tsa.ca_pem, lambda *_: token)
    assert refusal.value.code == "timestamp_replayed"


def test_request_refuses_a_stamp_for_other_bytes(tsa: TimestampAuthority) -> None:
    def post(_url: str, body: bytes, _headers: dict[str, str]) -> bytes:
        return tsa.answer(body.replace(DIGEST, OTHER))

    with pytest.raises(CollectionError) as refusal:
        request_timestamp(DIGEST, URL, tsa.ca_pem, post)
    assert refusal.value.code == "timestamp_not_valid"


def test_request_refuses_a_rejection_inside_a_good_answer(tsa: TimestampAuthority) -> None:
    def post(_url: str, body: bytes, _headers: dict[str, str]) -> bytes:
        # the identifier of SHA-224, which this authority does not stamp
        return tsa.answer(
            body.replace(bytes.fromhex("0609608648016503040201"), bytes.fromhex("0609608648016503040204"))
        )

    with pytest.raises(CollectionError) as refusal:
        request_timestamp(DIGEST, URL, tsa.ca_pem, post)
    assert refusal.value.code == "timestamp_rejected"


def test_request_passes_on_that_the_authority_is_silent(tsa: TimestampAuthority) -> None:
    def post(_url: str, _body: bytes, _headers: dict[str, str]) -> bytes:
        raise CollectionError("timestamp_unreachable", "The time-stamp authority does not answer.")

    with pytest.raises(CollectionError) as refusal:
        request_timestamp(DIGEST, URL, tsa.ca_pem, post)
    assert refusal.value.code == "timestamp_unreachable"


def test_query_is_what_openssl_writes(tmp_path: Path) -> None:
    import subprocess

    nonce = 0x7A90D91F2373155F
    (tmp_path / "q.tsq").write_bytes(timestamp_query(DIGEST, nonce))
    shown = subprocess.run(
        ["openssl", "ts", "-query", "-in", "q.tsq", "-text"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert "Hash Algorithm: sha256" in shown
    assert f"Nonce: 0x{nonce:X}" in shown
    assert "Certificate required: yes" in shown
