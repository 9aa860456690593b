"""The container of private keys: scrypt (RFC 7914) over the passphrase, AES-256-GCM under the result.

Everything in the file outside the ciphertext is authenticated with it: kind, cost, salt and the public part
cannot be exchanged. The cost is stored in the file, so it is checked before it is used: too low would let
somebody who can write the file lower the price of guessing, too high would let them stop the machine.
"""

import os
import unicodedata
from typing import Any, NamedTuple

import rfc8785
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from vetting.errors import InputError, IntegrityError, PolicyError
from vetting.keys.curves import decode, encode

FORMAT = "vetting-private-key"
VERSION = 1


class ScryptCost(NamedTuple):
    """scrypt's parameters; memory used is 128 * n * r bytes."""

    n: int
    r: int
    p: int


STANDARD = ScryptCost(n=2**17, r=8, p=1)
"""128 MiB and a fraction of a second: also the least that a file may ask for."""
HIGHEST = ScryptCost(n=2**20, r=8, p=4)
"""The most that a file may ask for: 1 GiB."""
UNSAFE_FAST = ScryptCost(n=2**4, r=1, p=1)
"""For tests; nothing in the system passes it."""


def lock(
    kind: str,
    public: dict[str, Any],
    secret: bytes,
    passphrase: str | None,
    *,
    unsafe_no_passphrase: bool = False,
    unsafe_cost: ScryptCost | None = None,
) -> bytes:
    """The bytes of a private key file.

    Raises: PolicyError `passphrase_needed` unless the passphrase is declined by `unsafe_no_passphrase`.
    """
    header: dict[str, Any] = {"format": FORMAT, "version": VERSION, "kind": kind, "public": public}
    if passphrase is None:
        if not unsafe_no_passphrase:
            raise _passphrase_needed(kind)
        return rfc8785.dumps({**header, "kdf": {"name": "none"}, "secret": encode(secret)})
    cost = unsafe_cost or STANDARD
    salt, nonce = os.urandom(32), os.urandom(12)
    header["kdf"] = {"name": "scrypt", **cost._asdict(), "salt": encode(salt)}
    header["cipher"] = {"name": "AES-256-GCM", "nonce": encode(nonce)}
    sealed = AESGCM(_derive(passphrase, salt, cost)).encrypt(nonce, secret, rfc8785.dumps(header))
    return rfc8785.dumps({**header, "ciphertext": encode(sealed)})


def is_locked(value: dict[str, Any]) -> bool:
    """Whether this private key file asks for a passphrase."""
    return "ciphertext" in value


def unlock(value: dict[str, Any], kind: str, passphrase: str | None, *, unsafe_cost: ScryptCost | None = None) -> bytes:
    """The secret of a private key file that has been parsed.

    (1) The file is a private key file of the kind asked for.
    (2) It is protected as the caller expects: a passphrase for a locked file, none for an open one.
    (3) Its scrypt cost is within bounds.
    (4) The passphrase opens it, and its header is the one that was written.

    Leaves to the caller: that the public part in the file belongs to the secret.

    Raises: InputError `not_a_key_file`, `wrong_kind_of_key`; PolicyError `passphrase_needed`,
    `weak_key_file`, `wrong_passphrase`; IntegrityError `key_not_protected`.
    """
    # (1) private, of this version, of this kind
    if value.get("format") != FORMAT or value.get("version") != VERSION:
        raise InputError(
            "not_a_key_file",
            "This is not a private key file that this version of the system can read.",
            remedy="Give the private key file, not the public one.",
        )
    if value.get("kind") != kind:
        raise InputError("wrong_kind_of_key", f"This key file is not the key of {_article(kind)}.")
    try:
        # (2) protected as expected
        if not is_locked(value):
            if passphrase is not None:
                raise IntegrityError(
                    "key_not_protected",
                    "A passphrase was given, but this key file is not protected by one.",
                    remedy="It may have been exchanged. If you made it without a passphrase, make new keys.",
                )
            return decode(value["secret"])
        if passphrase is None:
            raise _passphrase_needed(kind)
        # (3) cost within bounds, before it is spent
        kdf, cipher = value["kdf"], value["cipher"]
        cost = ScryptCost(n=kdf["n"], r=kdf["r"], p=kdf["p"])
        if kdf["name"] != "scrypt" or cipher["name"] != "AES-256-GCM" or not _acceptable(cost, unsafe_cost or STANDARD):
            raise PolicyError(
                "weak_key_file",
                "This key file asks for a protection weaker, or more costly, than this system accepts.",
                remedy="Restore the file from your own copy; do not type your passphrase for this one again.",
            )
        # (4) passphrase and header together
        header = {name: member for name, member in value.items() if name != "ciphertext"}
        key = _derive(passphrase, decode(kdf["salt"]), cost)
        return AESGCM(key).decrypt(decode(cipher["nonce"]), decode(value["ciphertext"]), rfc8785.dumps(header))
    except InvalidTag as error:
        raise PolicyError(
            "wrong_passphrase",
            "The passphrase does not open this key file (or the file was altered).",
            remedy="Type it again: capitals and spaces count. A lost passphrase cannot be recovered;"
            " new keys are enrolled instead.",
        ) from error
    except (KeyError, TypeError, ValueError, rfc8785.CanonicalizationError) as error:
        raise InputError("not_a_key_file", "This key file is damaged: a part of it is missing or malformed.") from error


def _acceptable(cost: ScryptCost, least: ScryptCost) -> bool:
    if not all(type(part) is int for part in cost):
        return False
    in_bounds = all(low <= part <= high for low, part, high in zip(least, cost, HIGHEST, strict=True))
    return in_bounds and cost.n & (cost.n - 1) == 0


def _derive(passphrase: str, salt: bytes, cost: ScryptCost) -> bytes:
    # NFKC: the same passphrase typed on two systems must give the same bytes (NIST SP 800-63B section
    # 5.1.1.2).
    text = unicodedata.normalize("NFKC", passphrase).encode("utf-8")
    return Scrypt(salt=salt, length=32, n=cost.n, r=cost.r, p=cost.p).derive(text)


def _passphrase_needed(kind: str) -> PolicyError:
    return PolicyError(
        "passphrase_needed",
        f"The key of {_article(kind)} is protected by a passphrase, and none was given.",
        law=9,
        remedy="Type it when asked, or name a file that holds it.",
    )


def _article(kind: str) -> str:
    return "an agency" if kind == "agency" else f"a {kind}"
