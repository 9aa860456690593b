"""Asks the agency's time-stamp authority, if one is set, to sign a digest (RFC 3161). Only the digest leaves the machine."""

from pathlib import Path

import requests

from vetting.errors import CollectionError, InputError
from vetting.settings import Settings
from vetting.vault.timestamp import request_timestamp, verify_timestamp

_LIMIT = 64 * 1024


def stamp(digest: bytes, settings: Settings) -> bytes | None:
    """A verified token over `digest` (32 bytes), or `None` where no authority is set.

    Raises:
        CollectionError: the authority does not answer or answers wrongly: evidence is not kept without the proof the
            agency asked for.
        InputError: `timestamp_ca_missing`.

    """
    if settings.timestamp_url is None:
        return None
    if settings.timestamp_ca is None or not settings.timestamp_ca.is_file():
        raise InputError(
            "timestamp_ca_missing",
            "A time-stamp authority is set, but not its root certificate.",
            remedy="Set VETTING_TIMESTAMP_CA to the authority's PEM file.",
        )
    pem = Path(settings.timestamp_ca).read_bytes()

    def post(url: str, body: bytes, headers: dict[str, str]) -> bytes:
        with requests.Session() as session:
            session.trust_env = False
            try:
                answer = session.post(
                    url, data=body, headers=headers, timeout=settings.http_timeout, allow_redirects=False
                )
            except requests.RequestException:
                raise CollectionError(
                    "timestamp_unreachable",
                    "The time-stamp authority does not answer.",
                    remedy="Try again later; nothing was kept for this step, and it will be done again.",
                ) from None
        if answer.status_code != requests.codes.ok or len(answer.content) > _LIMIT:
            raise CollectionError(
                "timestamp_refused",
                f"The time-stamp authority answered with status {answer.status_code}.",
                remedy="Check VETTING_TIMESTAMP_URL.",
            )
        return answer.content

    token = request_timestamp(digest, settings.timestamp_url, pem, post)
    verify_timestamp(token, digest, pem)
    return token
