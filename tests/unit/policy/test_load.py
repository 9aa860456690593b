import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import schemas
from schemas.plan import StepAction, StepScope
from schemas.platform import Method
from schemas.retention import FLOOR_DAYS
from vetting.errors import InputError
from vetting.policy.load import (
    agencies,
    digest,
    load_conduct,
    load_pack,
    load_packs,
    load_plan,
    load_platforms,
    load_retention,
    plans,
)

CONFIG = Path(schemas.__file__).resolve().parent.parent / "config"


def spoil(path: Path, old: str, new: str, count: int = 1) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")


def test_five_agencies_are_there(config: Path) -> None:
    assert agencies(config) == ("bridgeport", "colchester", "new-canaan", "new-haven", "west-hartford")
    assert [pack.id for pack in load_packs(config)] == list(agencies(config))


@pytest.mark.parametrize("name", ["nowhere", "../conduct", "a/b", "", "BRIDGEPORT", "bridgeport.yaml", "x" * 99])
def test_unknown_agency_is_refused_with_the_known_ones(config: Path, name: str) -> None:
    with pytest.raises(InputError) as refusal:
        load_pack(name, config)
    assert refusal.value.code == "unknown_agency"
    assert "bridgeport" in (refusal.value.remedy or "")


@given(name=st.text(max_size=30))
def test_wild_name_never_leads_out_of_the_folder(name: str) -> None:
    if name in plans(CONFIG):
        return
    with pytest.raises(InputError) as refusal:
        load_plan(name, CONFIG)
    assert refusal.value.code == "unknown_plan"


def test_pack_that_calls_itself_otherwise_is_refused(own_config: Path) -> None:
    (own_config / "agencies/bridgeport.yaml").rename(own_config / "agencies/somewhere.yaml")
    with pytest.raises(InputError) as refusal:
        load_pack("somewhere", own_config)
    assert refusal.value.code == "wrong_id"


def test_digest_is_of_canonical_json_and_of_every_word(config: Path, own_config: Path) -> None:
    before = digest(load_pack("bridgeport", config))
    assert re.fullmatch("[0-9a-f]{64}", before)
    assert digest(load_pack("bridgeport", own_config)) == before
    spoil(own_config / "agencies/bridgeport.yaml", "modality: should", "modality: must")
    assert digest(load_pack("bridgeport", own_config)) != before


def test_digest_does_not_depend_on_layout(own_config: Path) -> None:
    before = digest(load_plan("declared-accounts", own_config))
    path = own_config / "plans/declared-accounts.yaml"
    head, steps = path.read_text(encoding="utf-8").split("steps:\n")
    path.write_text(f"steps:\n{steps}\n# a comment\n\n{head}", encoding="utf-8")
    assert digest(load_plan("declared-accounts", own_config)) == before


def test_digest_of_a_known_value() -> None:
    from schemas.plan import Limits

    canonical = b'{"max_bytes":2048,"max_items":2,"max_pages":1}'
    assert digest(Limits(max_pages=1, max_items=2, max_bytes=2048)) == hashlib.sha256(canonical).hexdigest()


def test_plans_look_back_seven_years_and_leave_minors_out(config: Path) -> None:
    for name in plans(config):
        plan = load_plan(name, config)
        assert plan.look_back_days == 2555
        assert plan.exclude_posts_as_minor
        assert plan.user_agent == "vetting/1 (pre-employment background review)"


def test_name_search_is_one_manual_step_after_the_accounts(config: Path) -> None:
    declared = load_plan("declared-accounts", config)
    searched = load_plan("declared-and-name-search", config)
    assert [step.action for step in declared.steps] == [StepAction.PROFILE, StepAction.POSTS]
    assert searched.steps[:2] == declared.steps
    (search,) = searched.steps[2:]
    assert (search.action, search.scope) == (StepAction.NAME_SEARCH, StepScope.CANDIDATE)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("key: posts", "key: profile", "duplicate_id"),
        ("scope: candidate", "scope: account", "plan_step"),
        ("action: posts", "action: name_search", "plan_step"),
        ("action: posts", "action: friend_request", "config_invalid"),
        ("look_back_days: 2555", "look_back_days: 0", "config_invalid"),
    ],
)
def test_plan_that_cannot_be_uniform_is_refused(own_config: Path, old: str, new: str, code: str) -> None:
    spoil(own_config / "plans/declared-and-name-search.yaml", old, new)
    with pytest.raises(InputError) as refusal:
        load_plan("declared-and-name-search", own_config)
    assert refusal.value.code == code


def test_manual_step_without_instruction_is_refused(own_config: Path) -> None:
    path = own_config / "plans/declared-and-name-search.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex("    instruction:")], encoding="utf-8")
    with pytest.raises(InputError) as refusal:
        load_plan("declared-and-name-search", own_config)
    assert (refusal.value.code, refusal.value.law) == ("plan_step", 2)


def test_platforms_have_what_their_method_needs(config: Path) -> None:
    known = {platform.id: platform for platform in load_platforms(config).platforms}
    assert {"mastodon", "facebook", "instagram", "linkedin", "x", "tiktok", "snapchat", "nextdoor"} <= set(known)
    assert {"youtube", "reddit", "flickr", "tumblr", "wordpress", "mediawiki", "feed", "web-page"} <= set(known)
    assert known["mastodon"].method is Method.MASTODON_API
    assert all(known[name].handle_pattern is None for name in ("feed", "web-page", "wordpress", "mediawiki"))
    revealing = [platform for platform in known.values() if platform.reveals_class]
    assert revealing
    assert {platform.method for platform in revealing} == {Method.MANUAL_CAPTURE}


@pytest.mark.parametrize(
    ("platform", "handle", "user"),
    [
        ("mastodon", "@sample.person@social.example", "sample.person"),
        ("mastodon", "sample@social.example:8443", "sample"),
        ("bluesky", "@sample.bsky.social", "sample.bsky.social"),
        ("reddit", "u/sample_person", "sample_person"),
        ("youtube", "UC0123456789abcdefghij_-", "UC0123456789abcdefghij_-"),
        ("flickr", "12345678@N00", "12345678@N00"),
        ("x", "@sample", "sample"),
    ],
)
def test_handle_pattern_takes_a_good_handle(config: Path, platform: str, handle: str, user: str) -> None:
    known = {entry.id: entry for entry in load_platforms(config).platforms}
    match = re.fullmatch(known[platform].handle_pattern or "", handle)
    assert match is not None
    assert match["user"] == user


@pytest.mark.parametrize(
    ("platform", "handle"),
    [
        ("mastodon", "sample"),
        ("mastodon", "@a@b/c"),
        ("youtube", "sample"),
        ("x", "two words"),
        ("tumblr", "a/b"),
        ("reddit", "a?b=c"),
        ("blogger", "evil.example/"),
        ("flickr", "sample"),
    ],
)
def test_handle_pattern_refuses_a_bad_handle(config: Path, platform: str, handle: str) -> None:
    known = {entry.id: entry for entry in load_platforms(config).platforms}
    assert re.fullmatch(known[platform].handle_pattern or "", handle) is None


def platforms_file(config: Path, **fields: str) -> None:
    lines = "\n".join(f"    {name}: {value}" for name, value in fields.items())
    (config / "platforms.yaml").write_text(f"version: 1\nplatforms:\n  - id: some\n    name: Some\n{lines}\n")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"method": "feed", "handle_pattern": "'('"}, "platform_pattern"),
        ({"method": "feed", "handle_pattern": "'[a-z]+'"}, "platform_pattern"),
        ({"method": "mastodon_api"}, "platform_pattern"),
        ({"method": "mastodon_api", "handle_pattern": "'(?P<user>a)'"}, "platform_pattern"),
        ({"method": "feed", "url_template": "https://a.example/{user}"}, "platform_template"),
        (
            {"method": "feed", "handle_pattern": "'(?P<user>a)'", "url_template": "https://{host}/{user}"},
            "platform_template",
        ),
        (
            {"method": "feed", "handle_pattern": "'(?P<user>a)'", "url_template": "http://a.example/{user}"},
            "platform_template",
        ),
        (
            {"method": "feed", "handle_pattern": "'(?P<user>a)'", "url_template": "https://a.example/feed"},
            "platform_template",
        ),
        (
            {
                "method": "manual_capture",
                "handle_pattern": "'(?P<user>a)'",
                "url_template": "https://a.example/{user}",
            },
            "platform_template",
        ),
        ({"method": "login"}, "config_invalid"),
        ({"method": "feed", "password": "x"}, "config_invalid"),
    ],
)
def test_platform_that_cannot_be_collected_lawfully_is_refused(
    own_config: Path, fields: dict[str, str], code: str
) -> None:
    platforms_file(own_config, **fields)
    with pytest.raises(InputError) as refusal:
        load_platforms(own_config)
    assert refusal.value.code == code


def test_same_platform_twice_is_refused(own_config: Path) -> None:
    spoil(own_config / "platforms.yaml", "id: pixelfed", "id: mastodon")
    with pytest.raises(InputError) as refusal:
        load_platforms(own_config)
    assert refusal.value.code == "duplicate_id"
    assert "mastodon" in refusal.value.message


def test_same_conduct_code_twice_is_refused(own_config: Path) -> None:
    spoil(own_config / "conduct.yaml", "id: explicit", "id: bias")
    with pytest.raises(InputError) as refusal:
        load_conduct(own_config)
    assert refusal.value.code == "duplicate_id"


def test_retention_is_two_years_at_least_and_never_without_the_form(config: Path) -> None:
    rules = load_retention(config).rules
    assert FLOOR_DAYS == 731
    assert all(rule.floor_days >= FLOOR_DAYS and rule.disposal_authority == "RC-075" for rule in rules)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("floor_days: 731", "floor_days: 730"),
        ("    disposal_authority: RC-075\n", ""),
        ("RC-075\n    note", "''\n    note"),
    ],
)
def test_retention_below_the_floor_or_without_authority_is_refused(own_config: Path, old: str, new: str) -> None:
    spoil(own_config / "retention.yaml", old, new)
    with pytest.raises(InputError) as refusal:
        load_retention(own_config)
    assert refusal.value.code == "config_invalid"
