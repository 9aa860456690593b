"""The door on a real network with no setting for tests: it reaches what is public, and nothing private by any way.

A namespace of its own holds public-looking and private addresses, a name server that changes its answers, web servers,
and listeners that count connections (`own_network`). Skipped where the machine permits no namespace.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240), pytest.mark.attacks("plan_only")]
ROOT = Path(__file__).resolve().parents[2]
UNSHARE = ["unshare", "--map-root-user", "--net", "--mount"]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What came of every scenario, run once."""
    if shutil.which("unshare") is None:
        pytest.skip("this machine has no `unshare`, so there can be no network of its own")
    probe = subprocess.run([*UNSHARE, "true"], capture_output=True, text=True, check=False)
    if probe.returncode:
        pytest.skip(f"this machine permits no network namespace: {probe.stderr.strip()}")
    folder = tmp_path_factory.mktemp("network")
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VETTING_")} | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*UNSHARE, sys.executable, "-m", "tests.security.own_network", str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return dict(json.loads(done.stdout))


def of(seen: dict[str, Any], kind: str) -> dict[str, Any]:
    found = {name: result for name, result in seen["results"].items() if name.startswith(kind)}
    assert found, kind
    return found


def test_public_hosts_are_reached_without_any_setting(seen: dict[str, Any]) -> None:
    reached = of(seen, "reach ")
    assert len(reached) == 7
    assert {tuple(result[:2]) for result in reached.values()} == {("captured", "")}
    assert reached["reach a feed in three parts"][2] == 3
    assert seen["public"] > 20


def test_nothing_private_was_connected_to(seen: dict[str, Any]) -> None:
    assert seen["inside"] == {}
    # and the listeners would have counted it
    assert set(seen["counted"].values()) == {1}
    assert len(seen["counted"]) == 7


def test_host_that_lies_inside_is_refused_by_its_address(seen: dict[str, Any]) -> None:
    reasons = {name.removeprefix("host "): result[1] for name, result in of(seen, "host ").items()}
    unresolved = {"empty.example", "none.example"}
    other_notation = {"0x0a000005", "012.0.0.5", "10.5"}
    assert {reasons.pop(name) for name in unresolved} == {"name_not_resolved"}
    assert {reasons.pop(name) for name in other_notation} == {"host_refused"}
    assert reasons.pop("silent.example") == "name_timeout"
    assert set(reasons.values()) == {"address_refused"}
    assert len(reasons) > 12


def test_redirect_inside_is_refused(seen: dict[str, Any]) -> None:
    redirects = of(seen, "redirect ")
    assert redirects.pop("redirect to the twin inside")[:2] == ["failed", "address_refused"]
    assert {tuple(result[:2]) for result in redirects.values()} == {("failed", "redirect_refused")}


def test_answer_that_changes_between_two_requests_is_refused(seen: dict[str, Any]) -> None:
    rebound = of(seen, "rebind ") | of(seen, "turning ")
    assert {tuple(result) for result in rebound.values()} == {("failed", "address_refused", 0)}
    # each was asked at its public address before the answer changed, and once more after
    names = seen["names"]
    assert (names["rebind-at-once.example"], names["rebind-later.example"], names["turning.example"]) == (2, 3, 24)


def test_host_named_by_an_answer_is_refused_when_it_lies_inside(seen: dict[str, Any]) -> None:
    results = of(seen, "admitted ")
    assert results.pop("admitted http://private.example/") == "service_insecure"
    assert set(results.values()) == {"address_refused"}
