"""Whose page an address is: spellings of one page, the forms of each platform, and what cannot be told."""

import re
from pathlib import Path

import pytest

from schemas.account import DeclaredAccount
from schemas.platform import Method, Platform
from vetting.collection.imports.whose import Owner, read_address
from vetting.errors import InputError
from vetting.policy.load import load_platforms
from vetting.settings import Settings

KNOWN = {p.id: p for p in load_platforms(Settings().config_dir).platforms}


def owner(platform: str, user: str = "synthia", url: str | None = None) -> Owner:
    declared = DeclaredAccount(
        id="C1.A1", platform=platform, method=Method.MANUAL_CAPTURE, host="", target="", user=user, url=url
    )
    return Owner(declared, KNOWN[platform])


OWN = [
    ("instagram", "https://www.instagram.com/synthia"),
    ("instagram", "https://www.instagram.com/synthia/"),
    ("instagram", "https://instagram.com/Synthia/reels/?hl=en#top"),
    ("facebook", "https://m.facebook.com/synthia/posts"),
    ("facebook", "https://www.facebook.com/profile.php?id=synthia&sk=about"),
    ("facebook", "https://www.facebook.com/people/Any-Name/synthia/"),
    ("tiktok", "https://www.tiktok.com/@synthia"),
    ("linkedin", "https://uk.linkedin.com/in/synthia/recent-activity/all/"),
    ("x", "https://twitter.com/synthia/with_replies"),
    ("telegram", "https://t.me/s/synthia"),
    ("snapchat", "https://www.snapchat.com/add/synthia"),
    ("discord", "https://discord.com/users/synthia"),
]
NOT_OWN = [
    ("instagram", "https://www.instagram.com/other"),
    ("instagram", "https://www.instagram.com/synthia2"),
    ("instagram", "https://www.instagram.com/explore/tags/synthia"),
    ("instagram", "https://www.instagram.com/other/synthia"),
    ("instagram", "https://www.instagram.com/"),
    ("instagram", "https://www.facebook.com/synthia"),
    ("instagram", "https://instagram.com.evil.test/synthia"),
    ("instagram", "https://evil.test/instagram.com/synthia"),
    ("instagram", "https://www.instagram.com@evil.test/synthia"),
    ("instagram", "https://evil.test\\@www.instagram.com/synthia"),
    ("instagram", "https://www.instagram.com/synthia/../other"),
    ("instagram", "https://www.instagram.com/synthia/%2e%2e/other"),
    ("instagram", "https://www.instagram.com/synthia%2f..%2fother"),
    ("instagram", "javascript://www.instagram.com/synthia"),
    ("instagram", "www.instagram.com/synthia"),
    ("instagram", "synthia"),
    ("instagram", "https://www.instagram.com:8443/synthia"),
    ("facebook", "https://www.facebook.com/groups/synthia"),
    ("facebook", "https://www.facebook.com/profile.php?id=other&x=synthia"),
    ("facebook", "https://www.facebook.com/profile.php"),
    ("tiktok", "https://www.tiktok.com/tag/synthia"),
    ("tiktok", "https://www.tiktok.com/synthia"),
    ("linkedin", "https://www.linkedin.com/company/synthia"),
    ("x", "https://x.com/other/status/1?u=synthia"),
    ("discord", "https://discord.com/users/other"),
]


@pytest.mark.parametrize(("platform", "address"), OWN)
def test_page_of_the_account_is_recognised(platform: str, address: str) -> None:
    assert owner(platform).has(address)
    assert owner(platform, "@Synthia").has(address)


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(("platform", "address"), NOT_OWN)
def test_page_of_somebody_else_is_not_the_accounts(platform: str, address: str) -> None:
    assert not owner(platform).has(address)


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("https://forum.test/member.php?u=77", True),
        ("https://forum.test/member.php?tab=posts&u=77", True),
        ("https://www.forum.test/member.php?u=77", True),
        ("https://forum.test/member.php?u=78", False),
        ("https://forum.test/member.php", False),
        ("https://forum.test/other.php?u=77", False),
        ("https://other.test/member.php?u=77", False),
    ],
)
def test_account_that_was_declared_by_its_address_is_that_address_and_what_lies_beneath(
    address: str, *, own: bool
) -> None:
    assert owner("other", "", "https://forum.test/member.php?u=77").has(address) is own


def test_site_that_was_declared_whole_is_its_every_page() -> None:
    site = owner("other", "", "https://site.test/")
    assert site.has("https://site.test/any/page")
    assert not site.has("https://elsewhere.test/any/page")


def test_nothing_to_compare_with_lets_any_statement_pass() -> None:
    assert owner("hinge").has("the application on the candidate's own telephone")


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("https://www.instagram.com/synthia/", True),
        ("https://www.instagram.com/p/Cabc/", True),  # a post's address does not say whose it is
        ("https://www.instagram.com/other/", False),
        ("https://elsewhere.test/p/Cabc/", False),
    ],
)
def test_further_pages_of_a_capture_are_left_out_only_where_the_form_shows_another_user(
    address: str, *, may: bool
) -> None:
    assert owner("instagram").may_have(address) is may


@pytest.mark.parametrize(
    "text",
    ["", "x", "https://", "https:///p", "ftp://a.test/", "https://a b.test/", "https://[::1", "https://a.test:x/"],
)
def test_text_that_is_no_address_is_none(text: str) -> None:
    assert read_address(text) is None


def test_every_form_in_the_configuration_fits_its_own_example() -> None:
    for platform in (p for p in KNOWN.values() if p.page_paths):
        for form in platform.page_paths:
            path = re.sub(r"\{any\}", "something", form.replace("{user}", "synthia"))
            assert owner(platform.id).has(f"https://{platform.hosts[0]}{path}"), (platform.id, form)
            assert not owner(platform.id, "other").has(f"https://{platform.hosts[0]}{path}"), (platform.id, form)


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    "fields",
    [
        "method: manual_capture\n    hosts: [a.test]\n    page_paths: [/profile]",
        "method: manual_capture\n    hosts: [a.test]\n    page_paths: ['/{user}', '/{host}/{user}']",
        "method: manual_capture\n    page_paths: ['/{user}']",
        "method: feed\n    hosts: [a.test]\n    page_paths: ['/{user}']",
        "method: manual_capture\n    hosts: [a.test]\n    page_paths: ['{user}']",
    ],
)
def test_form_that_would_let_any_page_pass_is_refused(tmp_path: Path, fields: str) -> None:
    head = "version: 1\nplatforms:\n  - id: some\n    name: Some\n    handle_pattern: '(?P<user>[a-z]+)'\n    "
    (tmp_path / "platforms.yaml").write_text(head + fields + "\n")
    with pytest.raises(InputError) as refusal:
        load_platforms(tmp_path)
    assert refusal.value.code in ("platform_page_paths", "config_invalid")


def test_schema_of_a_platform_has_no_forms_by_default() -> None:
    assert Platform(id="some", name="Some", method=Method.MANUAL_CAPTURE).page_paths == ()
