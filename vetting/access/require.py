"""Whether a person may do a thing, in this round, now. Deny by default; the answer names the role that grants it."""

from datetime import date

from schemas.person import AgencyRole, Assignment, Credential, CredentialKind, Person, Revocation, Role
from vetting.access.permissions import GRANTS, Permission
from vetting.clock import now
from vetting.errors import PolicyError
from vetting.policy.controls import Control, enforces
from vetting.store import Tx


def roles_of(tx: Tx, person: str, round_: str | None) -> frozenset[Role]:
    """The roles in force: of the agency, and of one round if it is named."""
    roles = {r.role for r in tx.all(AgencyRole, person=person, ended_at=None)}
    if round_ is not None:
        roles |= {a.role for a in tx.all(Assignment, round=round_, person=person, ended_at=None)}
    return frozenset(roles)


@enforces(Control.SEARCH_BY_NON_DECISION_MAKER)
def require(tx: Tx, person: str, permission: Permission, *, round_: str | None = None) -> Role:
    """The role by which `person` may do this.

    Raises:
        PolicyError: `person_inactive`, `not_permitted`, `decision_maker_looks`, or a missing credential.

    """
    row = tx.find(Person, id=person)
    if row is None or not row.active:
        raise PolicyError("person_inactive", f"{person} is not an active person here.", remedy="Ask the administrator.")
    roles = roles_of(tx, person, round_)
    granting = sorted(role for role in roles if permission in GRANTS[role])
    if not granting:
        if Role.DECISION_MAKER in roles:
            raise PolicyError(
                "decision_maker_looks",
                f"{person} decides in {round_} and may do nothing else there, least of all look at evidence ({permission.value}).",
                law=1,
                clause="Bridgeport General Order 5.14, IV. D. 2",
                remedy="Read the sealed summary once it is released: `vetting fetch CASE --out FILE`.",
            )
        raise PolicyError(
            "not_permitted",
            f"{person} may not do this ({permission.value}){f' in {round_}' if round_ else ''}.",
            remedy=f"It needs one of these roles: {', '.join(sorted(r.value for r, g in GRANTS.items() if permission in g))}.",
        )
    if granting == [Role.INVESTIGATOR]:
        require_credentials(tx, person)
    elif granting[0] is Role.INVESTIGATOR and missing_credentials(tx, person):
        return granting[1]  # another role grants it too, and the log must name the one that counts
    return granting[0]


@enforces(Control.SENSITIVE_POSITION)
def require_credentials(tx: Tx, person: str) -> None:
    """An investigator's designation, confidentiality acknowledgement and training, all current today.

    Raises:
        PolicyError: `credential_missing` (Bridgeport IV. D. 3).

    """
    missing = missing_credentials(tx, person)
    if missing:
        raise PolicyError(
            "credential_missing",
            f"{person} cannot act as investigator: not current: {', '.join(missing)}.",
            law=1,
            clause="Bridgeport General Order 5.14, IV. D. 3",
            remedy="The administrator records it with `vetting person credential`.",
        )


def missing_credentials(tx: Tx, person: str, day: date | None = None) -> list[str]:
    """The kinds of credential that a person does not hold today, or will not hold on `day` as things stand."""
    when = day or now().date()
    held = standing_credentials(tx, person)
    return [kind.value for kind in CredentialKind if not any(c.kind is kind and _current(c, when) for c in held)]


def standing_credentials(tx: Tx, person: str) -> list[Credential]:
    """A person's credentials, but for those that were revoked."""
    held = tx.all(Credential, person=person)
    ids = frozenset(row.id for row in held)
    revoked = {row.credential for row in tx.all(Revocation, credential=ids)} if ids else set()
    return [row for row in held if row.id not in revoked]


def _current(credential: Credential, today: date) -> bool:
    return credential.valid_from <= today and (credential.valid_until is None or today <= credential.valid_until)
