"""The same laws on PostgreSQL: one setting, same tables, same triggers. Starts a real server on loopback, as an unprivileged user."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from schemas.draft import ReviewDecision
from tests.servers.apt import need
from tests.servers.daemon import Daemon, free_port
from tests.world import PASSPHRASE, PEOPLE, World, person_key
from vetting.access import sign_in
from vetting.audit.recorder import checkpoint
from vetting.errors import PolicyError
from vetting.installation import initialise
from vetting.review.decide import decide
from vetting.settings import Settings

pytestmark = [pytest.mark.servers, pytest.mark.enable_socket]


@pytest.fixture(scope="module")
def postgres_url() -> Iterator[str]:
    """A new PostgreSQL cluster with an empty database."""
    need("/usr/lib/postgresql", packages=["postgresql"])
    binaries = max(Path("/usr/lib/postgresql").glob("*/bin"))
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("PostgreSQL is here, its user `postgres` is not")
    if os.geteuid() != 0:
        pytest.skip("PostgreSQL must not run as this user, and changing to `postgres` needs root")
    folder = Path(tempfile.mkdtemp(prefix="vetting-postgres-"))
    shutil.chown(folder, user.pw_uid, user.pw_gid)
    as_user = ["runuser", "-u", "postgres", "--"]
    data, port = folder / "data", free_port()
    initdb = [
        *as_user,
        str(binaries / "initdb"),
        "-D",
        str(data),
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]
    subprocess.run(initdb, check=True, capture_output=True, cwd=folder)
    options = ["-c", "listen_addresses=127.0.0.1", "-p", str(port), "-k", str(folder)]
    server = Daemon([*as_user, str(binaries / "postgres"), "-D", str(data), *options], folder)

    def ready() -> bool:
        asked = [str(binaries / "pg_isready"), "-h", "127.0.0.1", "-p", str(port)]
        return subprocess.run(asked, check=False, capture_output=True).returncode == 0

    try:
        server.wait_for(ready)
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def on_postgres(postgres_url: str, tmp_path: Path) -> Iterator[World]:
    """An installation on PostgreSQL with round R1 open."""
    settings = Settings(
        home=tmp_path / "home", allow_private_hosts=True, unpaced_test_hosts=True, database_url=postgres_url
    )
    office = initialise(settings, "Synthetic Police Department", "admin-1", person_key("admin-1").public, PASSPHRASE)
    world = World(office)
    world.actors["admin-1"] = sign_in(office.store, "admin-1", person_key("admin-1").sign)
    for person in PEOPLE:
        world.add_person(person)
    world.give_credentials("inv-1")
    world.open_round()
    yield world
    office.close()


@pytest.mark.attacks("search_by_non_decision_maker", "four_eyes", "tamper_evident_log")
def test_a_round_runs_and_the_database_itself_keeps_the_laws(on_postgres: World) -> None:
    world = on_postgres
    case = world.declare(1)
    world.collect(case)
    world.find(case)
    draft = world.submit(case)
    with pytest.raises(PolicyError):
        decide(world.office, world.actors["inv-1"], draft, ReviewDecision.APPROVED, certify=True)
    decide(world.office, world.actors["rev-1"], draft, ReviewDecision.APPROVED, certify=True)
    from vetting.sealing.release import release

    assert release(world.office, world.actors["rev-1"], case).readers
    import psycopg

    url = world.office.settings.resolved_database_url().replace("+psycopg", "")
    attempts = {
        "UPDATE event SET actor = 'nobody'": "append-only",
        "DELETE FROM review": "never deleted",
        "UPDATE step SET outcome = 'not_found'": "set once",
        "INSERT INTO assignment VALUES ('x', 'R1', 'inv-1', 'decision_maker', now(), 'admin-1', NULL)": "conflicting",
        "UPDATE release SET withdrawn_at = now()": "withdrawn by two",
        "INSERT INTO release SELECT id || 'x', \"case\", 2, draft || 'x', review, author, released_by, now(), readers,"
        " recipients_sha256, sealed_sha256, sealed, NULL, id FROM release": "in force",
        "INSERT INTO assignment SELECT id || 'x', round, person, role, now(), assigned_by, NULL FROM assignment": "in force",
        "INSERT INTO revocation SELECT 'x', id, 'other', person, now() FROM credential LIMIT 1": "their own",
        "INSERT INTO review SELECT id || 'x', \"case\", draft, author, author, 'returned', certified, text_sha256,"
        " NULL, now() FROM review": "wrote a part|four_eyes",
    }
    for statement, reason in attempts.items():
        with psycopg.connect(url) as connection, pytest.raises(psycopg.Error, match=reason):
            connection.execute(statement)
    with world.office.store.transaction() as tx:
        assert checkpoint(tx, world.office.keys)
