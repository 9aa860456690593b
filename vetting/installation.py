"""Makes a new installation: agency keys, database, first administrator."""

from schemas.keys import PersonPublic
from schemas.person import Agency, Role
from vetting.audit.recorder import checkpoint, record
from vetting.audit.tags import Action
from vetting.clock import now
from vetting.errors import StateError
from vetting.keys.agency import AgencyKeys
from vetting.office import Office, key_file, open_office
from vetting.rounds.people import add_agency_role, add_person
from vetting.settings import Settings
from vetting.store import Store


def initialise(settings: Settings, agency_name: str, admin_id: str, admin: PersonPublic, passphrase: str) -> Office:
    """Make keys and database in an empty home folder, and enrol the first administrator.

    Raises:
        StateError: `initialised_already`.
        PolicyError: `passphrase_too_short`.

    """
    refuse_existing(settings)
    settings.home.mkdir(parents=True, exist_ok=True, mode=0o700)
    key_file(settings).parent.mkdir(exist_ok=True, mode=0o700)
    keys = AgencyKeys.create(agency_name)
    store = Store(settings.resolved_database_url())
    store.migrate()
    with store.transaction() as tx:
        tx.add(Agency(id="agency", name=agency_name, public=keys.public.model_dump(mode="json"), created_at=now()))
        add_person(tx, admin_id, admin, by=admin_id)
        record(
            tx,
            Action.AGENCY_INITIALISED,
            actor=admin_id,
            details={"fingerprint": keys.public.fingerprint, "origin": keys.public.origin},
        )
        record(
            tx,
            Action.PERSON_ENROLLED,
            actor=admin_id,
            subject=admin_id,
            details={"thumbprint": admin.thumbprint},
        )
        add_agency_role(tx, admin_id, Role.ADMINISTRATOR, by=admin_id)
        record(
            tx,
            Action.ASSIGNMENT_MADE,
            actor=admin_id,
            subject=admin_id,
            details={"role": Role.ADMINISTRATOR.value, "given": Role.ADMINISTRATOR.value},
        )
        checkpoint(tx, keys)
        # The key file comes last inside the transaction: without it there is no installation, with it there is a whole one.
        keys.save(key_file(settings), passphrase)
    store.close()
    return open_office(settings, passphrase)


def refuse_existing(settings: Settings) -> None:
    """Refuse to make an installation over another one.

    Raises:
        StateError: `initialised_already`.

    """
    if key_file(settings).exists():
        raise StateError(
            "initialised_already",
            "There is an installation in the home folder.",
            remedy="Choose another VETTING_HOME.",
        )


def upgrade(settings: Settings, passphrase: str) -> tuple[str, str]:
    """Bring the database to this software's schema; returns the versions before and after. Whoever does it can unlock the keys.

    Raises:
        StateError: `not_initialised`, `database_missing`.
        IntegrityError: wrong passphrase or damaged key file.

    """
    if not key_file(settings).exists():
        raise StateError(
            "not_initialised", "There is no installation in the home folder.", remedy="Check VETTING_HOME."
        )
    AgencyKeys.load(key_file(settings), passphrase)
    store = Store(settings.resolved_database_url())
    try:
        before = store.version()
        if not before:
            # An empty database beside existing keys is a lost one: filling it in would hide the loss.
            raise StateError(
                "database_missing",
                "There is no database of this installation to upgrade.",
                remedy="Check VETTING_DATABASE_URL, or restore the database from a backup.",
            )
        store.migrate()
        after = store.version()
        if before != after:
            # Nobody can sign in before the tables are there, so the event is the system's own.
            with store.transaction() as tx:
                record(tx, Action.AGENCY_UPGRADED, actor="system", details={"before": before, "after": after})
        return before, after
    finally:
        store.close()
