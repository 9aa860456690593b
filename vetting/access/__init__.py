"""Who may do what: actors proven by their key, permissions by role, and `act`, through which everything is done."""

from vetting.access.act import Act, act, refusals_recorded
from vetting.access.actor import Actor, sign_in
from vetting.access.permissions import Permission
from vetting.access.require import require, require_credentials, roles_of

__all__ = [
    "Act",
    "Actor",
    "Permission",
    "act",
    "refusals_recorded",
    "require",
    "require_credentials",
    "roles_of",
    "sign_in",
]
