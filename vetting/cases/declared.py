"""What a candidate declared, read back from the vault for the steps that need it. Whoever asks is already inside an `act`."""

import json
from typing import Any

from schemas.account import DeclaredAccount
from schemas.case import DeclarationRow
from schemas.declaration import CandidateIdentity
from schemas.evidence import ObjectKind
from vetting.errors import StateError
from vetting.store import Tx
from vetting.vault import Vault


def write_declared(
    vault: Vault, tx: Tx, case_id: str, identity: CandidateIdentity, accounts: list[DeclaredAccount]
) -> str:
    """Put identity and numbered accounts into the vault; returns the object's id."""
    body = {
        "identity": identity.model_dump(mode="json"),
        "accounts": [a.model_dump(mode="json") for a in accounts],
    }
    return vault.put(tx, case_id, ObjectKind.DECLARATION, json.dumps(body).encode())


def declared_accounts(vault: Vault, tx: Tx, case_id: str) -> list[DeclaredAccount]:
    """The accounts of the declaration in force."""
    return [DeclaredAccount.model_validate(a) for a in _body(vault, tx, _last(tx, case_id))["accounts"]]


def identity(vault: Vault, tx: Tx, case_id: str) -> CandidateIdentity:
    """Who the candidate is, as declared last."""
    return CandidateIdentity.model_validate(_body(vault, tx, _last(tx, case_id))["identity"])


def declared_in_force(vault: Vault, tx: Tx, case_id: str) -> tuple[CandidateIdentity, list[DeclaredAccount]]:
    """Identity and accounts of the declaration in force, opened once."""
    body = _body(vault, tx, _last(tx, case_id))
    return (
        CandidateIdentity.model_validate(body["identity"]),
        [DeclaredAccount.model_validate(a) for a in body["accounts"]],
    )


def everything_declared(vault: Vault, tx: Tx, case_id: str) -> tuple[list[CandidateIdentity], list[DeclaredAccount]]:
    """Identities and accounts of all versions: a name that was amended away is still a name to keep out of a summary."""
    bodies = [_body(vault, tx, row) for row in tx.all(DeclarationRow, order=("version",), case=case_id)]
    return (
        [CandidateIdentity.model_validate(b["identity"]) for b in bodies],
        [DeclaredAccount.model_validate(a) for b in bodies for a in b["accounts"]],
    )


def _last(tx: Tx, case_id: str) -> DeclarationRow:
    rows = tx.all(DeclarationRow, order=("version",), case=case_id)
    if not rows:
        raise StateError(
            "declaration_missing",
            f"{case_id} has no declaration.",
            law=3,
            remedy="Record it with `vetting declare`.",
        )
    return rows[-1]


def _body(vault: Vault, tx: Tx, row: DeclarationRow) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(vault.get(tx, row.object, ObjectKind.DECLARATION, scope=row.case))
    return body
