"""Accounts resolved to the one address that may be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.declaration import AccountDeclaration
from schemas.platform import Platform
from tests.unit.intake.conftest import FEED, HOSTED, MANUAL, MASTODON, PAGE
from vetting.errors import InputError
from vetting.intake import account_key, resolve_account, shared_between_candidates
from vetting.intake.addresses import normalise_url


def resolve(platform: Platform, *, private: bool = False, **given_: str) -> object:
    return resolve_account(
        "a-1", AccountDeclaration(platform=platform.id, **given_), platform, allow_private_hosts=private
    )


@pytest.mark.parametrize("handle", ["@three@Social.Example.org", "three@social.example.org"])
def test_handle_with_server_gives_address(handle: str) -> None:
    account = resolve_account("a-1", AccountDeclaration(platform="mastodon", handle=handle), MASTODON)
    assert (account.host, account.target, account.user) == (
        "social.example.org",
        "https://social.example.org/@three",
        "three",
    )


def test_address_of_template_form_gives_handle() -> None:
    account = resolve_account(
        "a-1", AccountDeclaration(platform="mastodon", url="https://social.example.org/@three/"), MASTODON
    )
    assert (account.user, account.target) == ("three", "https://social.example.org/@three")


def test_loopback_server_is_accepted_only_when_allowed() -> None:
    declared = AccountDeclaration(platform="mastodon", handle="@three@127.0.0.1:8080")
    account = resolve_account("a-1", declared, MASTODON, allow_private_hosts=True)
    assert (account.host, account.target) == ("127.0.0.1:8080", "http://127.0.0.1:8080/@three")
    with pytest.raises(InputError) as refused:
        resolve_account("a-1", declared, MASTODON)
    assert refused.value.code == "url_ip_literal"


def test_declared_feed_is_the_target() -> None:
    account = resolve_account(
        "a-1", AccountDeclaration(platform="feed", url="HTTPS://Bücher.Example:443/Feed?a=1"), FEED
    )
    assert account.target == "https://xn--bcher-kva.example/Feed?a=1"
    assert account.host == "xn--bcher-kva.example"


def test_manual_capture_asks_no_host() -> None:
    account = resolve_account("a-1", AccountDeclaration(platform="manual", handle="@three"), MANUAL)
    assert (account.host, account.target, account.user) == ("", "", "three")


@pytest.mark.parametrize(
    ("platform", "given_", "code"),
    [
        (MASTODON, {"handle": "three"}, "handle_malformed"),
        (MASTODON, {"handle": "@three@localhost"}, "url_private_host"),
        (MASTODON, {"url": "https://social.example.org/about"}, "account_unresolvable"),
        (MASTODON, {"handle": "@a@x.example", "url": "https://x.example/@b"}, "handle_url_disagree"),
        (FEED, {"handle": "three"}, "handle_not_taken"),
        (PAGE, {"url": "three.example.org"}, "url_scheme"),
        (HOSTED, {"handle": "Three Blog"}, "handle_malformed"),
        (HOSTED, {"url": "https://blogs.example.evil.example/feed"}, "host_not_of_platform"),
        (MANUAL, {"url": "https://manual.example@evil.example/"}, "authenticator_url_userinfo"),
    ],
)
def test_what_cannot_be_resolved_is_refused(platform: Platform, given_: dict[str, str], code: str) -> None:
    with pytest.raises(InputError) as refused:
        resolve(platform, **given_)
    assert refused.value.code == code
    assert not any(value in refused.value.diagnostics() for value in given_.values())


def test_declaration_of_another_platform_is_refused() -> None:
    with pytest.raises(InputError, match="another platform"):
        resolve_account("a-1", AccountDeclaration(platform="feed", url="https://a.example/"), PAGE)


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("ftp://a.example/", "url_scheme"),
        ("javascript:alert(1)", "url_scheme"),
        ("https:/a.example/", "url_scheme"),
        ("https://a.example/#part", "url_fragment"),
        ("https://a.example/ x", "url_malformed"),
        ("https://a.example\\@b.example/", "url_malformed"),
        ("https://a\u200b.example/", "url_malformed"),
        ("https://a.example/..%2fetc", "url_malformed"),
        ("https://a.example/x/../y", "url_malformed"),
        ("https://2130706433/", "url_ip_literal"),
        ("https://0x7f000001/", "url_ip_literal"),
        ("https://127.1/", "url_ip_literal"),
        ("https://0177.0.0.1/", "url_ip_literal"),
        ("https://１２７.0.0.1/", "url_ip_literal"),
        ("https://127。0。0。1/", "url_ip_literal"),
        ("https://[::1]/", "url_ip_literal"),
        ("https://[::ffff:127.0.0.1]/", "url_ip_literal"),
        ("https://8.8.8.8/", "url_ip_literal"),
        ("https://169.254.169.254/", "url_ip_literal"),
        ("https://localhost/", "url_private_host"),
        ("https://server.internal/", "url_private_host"),
        ("https://a.example:0/", "url_port"),
        ("https://a.example:99999/", "url_malformed"),
        ("https://-a-.example/", "url_host"),
        ("https://a..example/", "url_host"),
        ("https:///path", "url_host"),
        ("https://a.example/" + "x" * 2000, "url_too_long"),
    ],
)
def test_malformed_address_is_refused(url: str, code: str) -> None:
    with pytest.raises(InputError) as refused:
        normalise_url(url)
    assert refused.value.code == code


def test_public_number_is_refused_even_for_test_servers() -> None:
    with pytest.raises(InputError):
        normalise_url("http://8.8.8.8/", allow_private_hosts=True)
    assert normalise_url("http://[::1]:8080/", allow_private_hosts=True).netloc == "[::1]:8080"


@given(st.text(max_size=60))
def test_any_text_is_normalised_once_or_refused(text: str) -> None:
    for candidate in (text, f"https://{text}", f"https://a.example/{text}"):
        try:
            address = normalise_url(candidate)
        except InputError:
            continue
        assert address.url.isascii()
        assert normalise_url(address.url) == address


@pytest.mark.parametrize(
    ("platform", "one", "other"),
    [
        (MASTODON, {"handle": "@Three@social.example"}, {"url": "https://SOCIAL.example/@three"}),
        (FEED, {"url": "https://www.a.example/feed/"}, {"url": "https://a.example:443/feed"}),
        (MANUAL, {"handle": "@Three"}, {"handle": "three"}),
        (HOSTED, {"handle": "three"}, {"url": "https://three.blogs.example/feed"}),
    ],
)
def test_spellings_of_one_account_have_one_key(platform: Platform, one: dict[str, str], other: dict[str, str]) -> None:
    keys = {account_key(resolve(platform, **given_)) for given_ in (one, other)}  # type: ignore[arg-type]
    assert len(keys) == 1


def test_account_of_two_candidates_is_a_warning_without_the_account() -> None:
    account = resolve_account("a-1", AccountDeclaration(platform="manual", handle="three"), MANUAL)
    other = resolve_account("a-2", AccountDeclaration(platform="manual", handle="four"), MANUAL)
    (warning,) = shared_between_candidates(
        {3: [account], 1: [account, other], 2: [other.model_copy(update={"user": "five"})]}
    )
    assert (warning.candidates, warning.code) == ((1, 3), "account_shared")
