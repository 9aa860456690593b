"""Encrypted keeping of everything that is content: `Vault`, and `custody` for opening evidence."""

from vetting.vault.objects import Objects
from vetting.vault.vault import Staged, Vault

__all__ = ["Objects", "Staged", "Vault"]
