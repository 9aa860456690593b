"""Every platform of the shipped configuration that a program collects resolves to what its method asks."""

import pytest

from schemas.declaration import AccountDeclaration
from schemas.platform import Method, ServiceRole
from vetting.collection import is_automatic
from vetting.errors import InputError
from vetting.intake import resolve_account
from vetting.policy.load import load_platforms
from vetting.settings import Settings

PLATFORMS = {platform.id: platform for platform in load_platforms(Settings().config_dir).platforms}
API, DIRECTORY = ServiceRole.API, ServiceRole.DIRECTORY


@pytest.mark.parametrize(
    ("platform", "given", "method", "host", "user", "services"),
    [
        ("mastodon", {"handle": "@one@s.example"}, Method.MASTODON_API, "s.example", "one", {}),
        ("activitypub", {"handle": "@one@s.example"}, Method.ACTIVITYPUB, "s.example", "one", {}),
        ("bluesky", {"handle": "@one.bsky.social"}, Method.ATPROTO, "bsky.app", "one.bsky.social",
         {API: "https://public.api.bsky.app", DIRECTORY: "https://plc.directory"}),
        ("bluesky", {"url": "https://bsky.app/profile/one.bsky.social"}, Method.ATPROTO, "bsky.app", "one.bsky.social",
         {API: "https://public.api.bsky.app", DIRECTORY: "https://plc.directory"}),
        ("bluesky", {"url": "https://bsky.app/profile/did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"}, Method.ATPROTO, "bsky.app",
         "did:plc:aaaaaaaaaaaaaaaaaaaaaaaa", {API: "https://public.api.bsky.app", DIRECTORY: "https://plc.directory"}),
        ("wordpress-author", {"handle": "one@s.example"}, Method.WORDPRESS_API, "s.example", "one", {}),
        ("wordpress-author", {"url": "https://s.example/author/one/"}, Method.WORDPRESS_API, "s.example", "one", {}),
        ("mediawiki-account", {"handle": "User:Synthetic one@w.example"}, Method.MEDIAWIKI_API, "w.example",
         "Synthetic one", {}),
        ("wikipedia", {"handle": "Synthetic_one"}, Method.MEDIAWIKI_API, "en.wikipedia.org", "Synthetic_one",
         {API: "https://en.wikipedia.org/w/api.php"}),
        ("github", {"handle": "@one"}, Method.GITHUB_API, "github.com", "one", {API: "https://api.github.com"}),
        ("stack-overflow", {"url": "https://stackoverflow.com/users/12"}, Method.STACKEXCHANGE_API, "stackoverflow.com",
         "12", {API: "https://api.stackexchange.com/2.3"}),
        ("youtube-api", {"handle": "UC0123456789abcdefghij_-"}, Method.YOUTUBE_API, "www.youtube.com",
         "UC0123456789abcdefghij_-", {API: "https://www.googleapis.com/youtube/v3"}),
        ("tumblr-api", {"url": "https://one.tumblr.com/"}, Method.TUMBLR_API, "one.tumblr.com", "one",
         {API: "https://api.tumblr.com/v2"}),
        ("flickr-api", {"handle": "12345678@N00"}, Method.FLICKR_API, "www.flickr.com", "12345678@N00",
         {API: "https://api.flickr.com/services/rest"}),
        ("x-api", {"handle": "@one"}, Method.X_API, "x.com", "one", {API: "https://api.x.com/2"}),
    ],
)  # fmt: skip
def test_declaration_resolves_to_user_host_and_services(
    platform: str, given: dict[str, str], method: Method, host: str, user: str, services: dict[ServiceRole, str]
) -> None:
    account = resolve_account("a-1", AccountDeclaration(platform=platform, **given), PLATFORMS[platform])
    assert (account.method, account.host, account.user) == (method, host, user)
    assert {service.role: service.url for service in account.services} == services


def test_every_method_of_the_configuration_has_a_collector_or_is_done_by_hand() -> None:
    used = {platform.method for platform in PLATFORMS.values()}
    assert {method for method in used if not is_automatic(method)} <= {Method.MANUAL_CAPTURE, Method.OWN_EXPORT}


@pytest.mark.attacks("plan_only")
@pytest.mark.parametrize(
    ("platform", "url"),
    [
        ("bluesky", "https://bsky.app/"),
        ("github", "https://github.com/one/repository"),
        ("wordpress-author", "https://s.example/"),
        ("mediawiki-account", "https://w.example/w/api.php"),
        ("x-api", "https://x.com/one/status/1"),
    ],
)
def test_address_that_names_no_user_is_refused(platform: str, url: str) -> None:
    with pytest.raises(InputError) as refused:
        resolve_account("a-1", AccountDeclaration(platform=platform, url=url), PLATFORMS[platform])
    assert refused.value.code == "account_unresolvable"


@pytest.mark.attacks("plan_only")
def test_address_on_another_host_than_the_platforms_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        resolve_account(
            "a-1",
            AccountDeclaration(platform="bluesky", url="https://evil.example/profile/one.bsky.social"),
            PLATFORMS["bluesky"],
        )
    assert refused.value.code == "host_not_of_platform"
