"""Making an installation, and bringing an older one up to date."""

import sqlite3
from pathlib import Path

import pytest

from tests.world import PASSPHRASE, World, person_key
from vetting.errors import PolicyError, StateError
from vetting.installation import initialise, upgrade
from vetting.office import open_office
from vetting.settings import Settings


def test_a_second_installation_in_the_same_home_is_refused(world: World) -> None:
    with pytest.raises(StateError) as refusal:
        initialise(world.office.settings, "Another", "x", person_key("x").public, PASSPHRASE)
    assert refusal.value.code == "initialised_already"


def test_upgrading_what_is_current_changes_nothing(world: World) -> None:
    before, after = upgrade(world.office.settings, PASSPHRASE)
    assert before == after != ""
    open_office(world.office.settings, PASSPHRASE).close()


def test_upgrading_needs_the_agencys_passphrase(world: World) -> None:
    with pytest.raises(PolicyError):
        upgrade(world.office.settings, "another passphrase of words")


def test_there_must_be_an_installation_to_upgrade(tmp_path: Path) -> None:
    with pytest.raises(StateError) as refusal:
        upgrade(Settings(home=tmp_path / "nowhere"), PASSPHRASE)
    assert refusal.value.code == "not_initialised"


def test_a_lost_database_is_not_filled_in(world: World) -> None:
    home = world.office.settings.home
    world.office.close()
    for path in home.glob("vetting.db*"):
        path.unlink()
    with pytest.raises(StateError) as refusal:
        upgrade(world.office.settings, PASSPHRASE)
    assert refusal.value.code == "database_missing"


def test_a_database_of_another_version_is_refused_until_it_is_upgraded(world: World) -> None:
    raw = sqlite3.connect(world.office.settings.home / "vetting.db")
    raw.execute("UPDATE alembic_version SET version_num = 'older'")
    raw.commit()
    raw.close()
    with pytest.raises(StateError) as refusal:
        open_office(world.office.settings, PASSPHRASE)
    assert refusal.value.code == "database_not_ready"
