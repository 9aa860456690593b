"""An unlocked installation: database, vault and agency keys together, for as long as one command or worker runs."""

from dataclasses import dataclass
from pathlib import Path

from vetting.errors import StateError
from vetting.keys.agency import AgencyKeys
from vetting.settings import Settings
from vetting.store import Store
from vetting.vault import Objects, Vault


@dataclass(frozen=True)
class Office:
    """Everything that a step of the work needs. The keys live in memory only."""

    settings: Settings
    store: Store
    vault: Vault
    keys: AgencyKeys

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()


def key_file(settings: Settings) -> Path:
    """The agency's passphrase-protected key file."""
    return settings.home / "keys" / "agency.key.json"


def public_file(settings: Settings) -> Path:
    """The agency's public keys, to be given to readers and auditors."""
    return settings.home / "keys" / "agency.pub.json"


def open_office(settings: Settings, passphrase: str) -> Office:
    """Unlock an installation.

    Raises:
        StateError: `not_initialised`, `database_not_ready`.
        IntegrityError: wrong passphrase or damaged key file.

    """
    if not key_file(settings).exists():
        raise StateError(
            "not_initialised",
            "There is no installation in the home folder.",
            remedy="Run `vetting init`, or point VETTING_HOME at the folder of an existing installation.",
        )
    keys = AgencyKeys.load(key_file(settings), passphrase)
    store = Store(settings.resolved_database_url())
    store.require_current()
    vault = Vault(Objects(settings.object_store_url, settings.home / "vault"), keys.vault_kek)
    return Office(settings, store, vault, keys)
