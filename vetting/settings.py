"""Where an installation keeps its things and which services it may speak to.

Every setting is an environment variable with the prefix `VETTING_`, or a line of `vetting.env` in the home folder.
No setting turns a law off. Secrets are never settings: passphrases are read from a file that
`VETTING_PASSPHRASE_FILE` names, or asked for.
"""

from functools import lru_cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

import schemas


class Settings(BaseSettings):
    """One installation's settings. Times are seconds, sizes are bytes."""

    model_config = SettingsConfigDict(env_prefix="VETTING_", frozen=True, extra="ignore", hide_input_in_errors=True)

    home: Path = Path("vetting-data")
    """Folder of the database, the vault, the agency's keys and sealed summaries."""
    config_dir: Path = Path(schemas.__file__).resolve().parent.parent / "config"
    """Folder of policy packs, plans, platforms and lexicons."""
    database_url: str | None = None
    """SQLAlchemy URL; default: SQLite in the home folder."""
    object_store_url: str | None = None
    """Where encrypted vault objects lie (`s3://bucket/prefix`); default: `vault/` in the home folder."""
    passphrase_file: Path | None = None
    """File that holds the passphrase of the agency's key file; asked for when absent."""
    prefect_api_url: str | None = None
    """A running Prefect server; default: a temporary one, started and stopped in order."""
    timestamp_url: str | None = None
    """RFC 3161 time-stamp authority; absent is recorded as absent."""
    timestamp_ca: Path | None = None
    """PEM file with the authority's root certificate, pinned."""
    api_keys_file: Path | None = None
    """JSON file (mode 0600) with the agency's own keys for documented public interfaces; never a candidate's."""
    allow_private_hosts: bool = False
    """Let collection reach private and loopback addresses (test servers only; recorded in the log when set)."""
    unpaced_test_hosts: bool = False
    """Ask hosts without the plan's pauses; has effect only together with `allow_private_hosts` (test servers), and is recorded likewise."""
    ner_model: str | None = None
    """Installed spaCy model (package or folder) for names of persons and groups; absent: names are found by rules alone."""
    http_timeout: float = Field(default=20.0, gt=0)
    http_attempts: int = Field(default=4, ge=1, le=10)
    http_backoff: float = Field(default=0.5, ge=0)
    """First pause before a retry; doubles each time."""
    workers: int = Field(default=4, ge=1, le=64)
    """Accounts collected at the same time."""

    @property
    def paced(self) -> bool:
        """Whether the plan's pauses between requests to one host are kept: always, but on a network of test servers that lifts them."""
        return not (self.allow_private_hosts and self.unpaced_test_hosts)

    def resolved_database_url(self) -> str:
        """The database URL in force."""
        return self.database_url or f"sqlite:///{self.home.resolve() / 'vetting.db'}"


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings in force for this process."""
    return Settings()
