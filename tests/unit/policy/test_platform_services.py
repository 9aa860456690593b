"""The services that a platform's configuration lists: those that its method asks, encrypted, and no others."""

from pathlib import Path

import pytest

from vetting.errors import InputError
from vetting.policy.load import load_platforms

API = "{role: api, url: https://api.example}"
DIRECTORY = "{role: directory, url: https://dir.example}"


def load(folder: Path, method: str, services: str) -> None:
    (folder / "platforms.yaml").write_text(
        "version: 1\nplatforms:\n  - id: some\n    name: Some\n    handle_pattern: '(?P<user>a)@(?P<host>b)'\n"
        f"    method: {method}\n    services: [{services}]\n"
    )
    load_platforms(folder)


@pytest.mark.parametrize(
    ("method", "services"),
    [
        ("atproto", f"{API}, {DIRECTORY}"),
        ("github_api", API),
        ("mediawiki_api", ""),
        ("mediawiki_api", "{role: api, url: 'https://w.example/w/api.php'}"),
        ("feed", ""),
    ],
)
def test_services_that_the_method_asks_are_taken(tmp_path: Path, method: str, services: str) -> None:
    load(tmp_path, method, services)


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    ("method", "services"),
    [
        ("atproto", API),
        ("atproto", ""),
        ("feed", API),
        ("web_page", API),
        ("manual_capture", API),
        ("mastodon_api", API),
        ("mediawiki_api", DIRECTORY),
        ("github_api", f"{API}, {API}"),
        ("github_api", f"{API}, {DIRECTORY}"),
        ("github_api", "{role: api, url: 'http://api.example'}"),
        ("github_api", "{role: api, url: 'https://user:pw@api.example'}"),
        ("github_api", "{role: api, url: 'https://api.example/'}"),
        ("github_api", "{role: api, url: 'https://api.example?key=1'}"),
        ("github_api", "{role: api, url: 'https://api.example#x'}"),
        ("github_api", "{role: api, url: 'ftp://api.example'}"),
    ],
)
def test_services_that_the_method_does_not_ask_or_that_are_not_plain_https_are_refused(
    tmp_path: Path, method: str, services: str
) -> None:
    with pytest.raises(InputError) as refused:
        load(tmp_path, method, services)
    assert (refused.value.code, refused.value.law) == ("platform_services", 3)
