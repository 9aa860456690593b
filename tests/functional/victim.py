"""A process that does a stage of a round and may be killed at any moment: `python -m tests.functional.victim HOME KEYS`.

It imports everything once and then forks for each order, so that fifty kills do not cost fifty starts of Python. An order is
one line of JSON on standard input; the answers are lines too: `started PID`, then `working` from the child when the
stage begins, then `ended STATUS`.
"""

import json
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from flows.collect import collect
from flows.desk import Desk, at_desk
from flows.prepare import prepare
from flows.release import release_round
from flows.results import Results
from flows.server import prefect_server
from tests.world import PASSPHRASE, ROUND
from vetting.access import sign_in
from vetting.keys.agency import AgencyKeys
from vetting.keys.person import PersonKey
from vetting.office import Office, key_file
from vetting.redaction.engine import redactor
from vetting.settings import Settings
from vetting.store import Store
from vetting.vault import Objects, Vault

STAGES: dict[str, tuple[Callable[[str], object], str]] = {
    "collect": (collect, "inv-1"),
    "prepare": (prepare, "inv-1"),
    "release": (release_round, "rev-1"),
}


def work(order: dict[str, Any], settings: Settings, agency: AgencyKeys, people: dict[str, PersonKey]) -> None:
    """One stage, from opening the office to closing it, as a command does it."""
    store = Store(settings.resolved_database_url())
    store.require_current()
    office = Office(settings, store, Vault(Objects(None, settings.home / "vault"), agency.vault_kek), agency)
    stage, person = STAGES[order["stage"]]
    actor = sign_in(store, person, people[person].sign)
    say("opening")
    with prefect_server(settings), at_desk(Desk(office, actor)):
        say("working")
        came_of_it = stage(ROUND)
    office.close()
    if isinstance(came_of_it, Results) and came_of_it.refused:
        raise next(iter(came_of_it.refused.values()))


def say(line: str) -> None:
    """One line, at once, in one piece."""
    os.write(1, f"{line}\n".encode())


def main() -> None:
    home, keys = Path(sys.argv[1]), Path(sys.argv[2])
    settings = Settings(home=home, allow_private_hosts=True, unpaced_test_hosts=True, http_backoff=0.05)
    agency = AgencyKeys.load(key_file(settings), PASSPHRASE)
    people = {person: PersonKey.load(keys / f"{person}.key.json", None) for person in ("inv-1", "rev-1")}
    redactor(settings.config_dir)
    say("ready")
    for line in sys.stdin:
        order = json.loads(line)
        child = os.fork()
        if not child:
            os.setsid()  # a group of its own, which can be killed whole
            status = 1
            try:
                work(order, settings.model_copy(update={"prefect_api_url": order["api"]}), agency, people)
                status = 0
            except BaseException:  # noqa: BLE001  (a child must never go on as its parent)
                traceback.print_exc()
            finally:
                os._exit(status)
        say(f"started {child}")
        _, status = os.waitpid(child, 0)
        say(f"ended {status}")


if __name__ == "__main__":
    main()
