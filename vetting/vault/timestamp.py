"""RFC 3161 time-stamps over the digest of evidence: the request, and its verification now or years later.

- The authority sees a digest and nothing else.
- The whole answer (`TimeStampResp`) is what is kept, so `openssl ts -verify -in TOKEN -digest ... -CAfile ...` checks it
  without this software.
- The authority's root is pinned by its caller. Certificates need to have been valid when the stamp was made, not today.
- The digest is the message imprint itself, not a digest of the digest.

It leaves transport to its caller (`vetting.collection` is the only place that speaks to the network) and never decides
whether evidence without a stamp may be kept.
"""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime

from cryptography import x509
from rfc3161_client import TimeStampResponse, VerificationError, VerifierBuilder, decode_timestamp_response
from rfc3161_client.tsp import PKIStatus

from vetting.errors import CollectionError, InputError, IntegrityError

SHA256_BYTES = 32
QUERY_HEADERS = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}

Post = Callable[[str, bytes, dict[str, str]], bytes]
"""Sends a body to an address with headers and returns the answer's body; raises `CollectionError` when it cannot."""

_SHA256_OID = x509.ObjectIdentifier("2.16.840.1.101.3.4.2.1")
_SHA256_IDENTIFIER = bytes.fromhex("300d06096086480165030402010500")
"""AlgorithmIdentifier of SHA-256 with NULL parameters (RFC 5754, section 2), in DER."""
_UNREADABLE = (ValueError, TypeError, OverflowError)


def request_timestamp(digest: bytes, url: str, ca_pem: bytes, post: Post) -> bytes:
    """Have a SHA-256 `digest` stamped; returns the authority's answer in DER, verified.

    Steps: (1) ask with a fresh nonce; (2) the answer is a granted stamp; (3) it is made for this nonce, so it is no old
    answer played back; (4) it verifies as it will have to later.

    Raises:
        CollectionError: the authority did not answer, refused, or answered with something that does not verify.
        InputError: `timestamp_ca_unreadable`.

    """
    nonce = secrets.randbits(63) | 1 << 62
    # (1) asked for with a nonce of fixed length
    answer = post(url, timestamp_query(digest, nonce), dict(QUERY_HEADERS))
    # (2) a rejection arrives with HTTP status 200, so the status inside counts
    try:
        response = decode_timestamp_response(answer)
        status = PKIStatus(response.status)
    except _UNREADABLE:
        raise _refused("timestamp_unreadable", "answered with something that is no time-stamp") from None
    if status is not PKIStatus.GRANTED:
        raise _refused("timestamp_rejected", f"refused with status {status.name.lower()}")
    try:
        # (3) compared here because the stored answer is verified later without its request
        if response.tst_info.nonce != nonce:
            raise _refused("timestamp_replayed", "answered another request")
        # (4) the same check that anybody will make later
        verify_timestamp(answer, digest, ca_pem)
    except IntegrityError:
        raise _refused("timestamp_not_valid", "gave a time-stamp that does not verify") from None
    return answer


def verify_timestamp(token: bytes, digest: bytes, ca_pem: bytes) -> datetime:
    """The time that an authority under `ca_pem` vouches for `digest` (SHA-256), in UTC.

    Steps: (1) the token can be read; (2) it is over SHA-256 and over this digest; (3) signature, chain to the pinned root
    at the time of stamping, and the signer's purpose are right.

    Raises:
        IntegrityError: `timestamp_unreadable`, `timestamp_other_digest`, `timestamp_not_valid`.
        InputError: `timestamp_ca_unreadable`.

    """
    if len(digest) != SHA256_BYTES:
        raise TypeError("a SHA-256 digest has 32 bytes")
    roots = _roots(ca_pem)
    try:
        # (1) strict DER: what is ambiguous is refused
        response = decode_timestamp_response(token)
        info = response.tst_info
        # (2) before the costly part, and with a code of its own: the usual sign of altered evidence
        if info.message_imprint.hash_algorithm != _SHA256_OID or info.message_imprint.message != digest:
            raise _invalid("timestamp_other_digest", "is for other bytes than these")
        # (3) by the library
        _verify(response, digest, roots)
        return info.gen_time.astimezone(UTC)
    except _UNREADABLE:
        raise _invalid("timestamp_unreadable", "cannot be read") from None
    except VerificationError:
        raise _invalid("timestamp_not_valid", "is not validly signed under the pinned authority") from None


def certificates_end(token: bytes, ca_pem: bytes) -> datetime:
    """When the first of the certificates that a verified token rests on stops being valid, in UTC.

    A token made before that day stays good: it is judged at the time of stamping. From that day on other tools need to be
    told that time (`openssl ts -verify -attime`).
    """
    chain = [x509.load_der_x509_certificate(der) for der in decode_timestamp_response(token).signed_data.certificates]
    return min(certificate.not_valid_after_utc for certificate in (*chain, *_roots(ca_pem)))


def timestamp_query(digest: bytes, nonce: int) -> bytes:
    """A TimeStampReq in DER (RFC 3161, 2.4.1), asking for the signer's certificate.

    Written out here because the library can only make a request over data that it digests itself, which would stamp the
    digest of the digest: counsel could then not check the file with openssl alone.
    """
    if len(digest) != SHA256_BYTES:
        raise TypeError("a SHA-256 digest has 32 bytes")
    version, cert_req = b"\x02\x01\x01", b"\x01\x01\xff"
    imprint = _der(0x30, _SHA256_IDENTIFIER + _der(0x04, digest))
    number = _der(0x02, nonce.to_bytes(nonce.bit_length() // 8 + 1, "big"))
    return _der(0x30, version + imprint + number + cert_req)


def _der(tag: int, content: bytes) -> bytes:
    # short form of length only: nothing in a query reaches 128 bytes
    return bytes((tag, len(content))) + content


def _verify(response: TimeStampResponse, digest: bytes, roots: list[x509.Certificate]) -> None:
    # given whole at construction: `add_root_certificate` appends to a list that builders share
    VerifierBuilder(roots=list(roots)).build().verify(response, digest)


def _roots(ca_pem: bytes) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(ca_pem)
    except ValueError:
        raise InputError(
            "timestamp_ca_unreadable",
            "The time-stamp authority's certificate file holds no certificate.",
            remedy="Set VETTING_TIMESTAMP_CA to the authority's root certificate in PEM form.",
        ) from None


def _refused(code: str, what: str) -> CollectionError:
    return CollectionError(
        code,
        f"The time-stamp authority {what}.",
        remedy="Try again later, or check the authority's address and root certificate.",
    )


def _invalid(code: str, what: str) -> IntegrityError:
    return IntegrityError(
        code,
        f"The time-stamp {what}.",
        remedy="Treat the evidence as unproven in time and find out what changed.",
    )
