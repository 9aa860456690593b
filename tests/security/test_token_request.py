"""Law 4: the one request that is not plain reading, and every way of widening it (docs/collection.md, the agency's own keys)."""

import base64
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schemas.capture import Capture, StepOutcome
from schemas.platform import Method, Service, ServiceRole
from tests.simulators.blog import BlogSim, entries
from tests.simulators.server import Reply, Request, as_json
from tests.simulators.services import KEY, SECRET, RedditSim
from tests.unit.collection.helpers import POSTS, PROFILE, collect
from tests.unit.collection.methods.rigs import RIGS
from tests.unit.collection.warc_reading import records
from vetting.collection.addresses import AllowedHosts, Guard
from vetting.collection.answers import Fault
from vetting.collection.exchange import Ask, Line, WebRules
from vetting.collection.hosts import Tape
from vetting.collection.keys import ApiKey
from vetting.collection.tokens import TOKEN_BODY
from vetting.errors import InputError

pytestmark = pytest.mark.enable_socket
NAME = "1001"
TOKEN = RedditSim.token


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    return keys_file(tmp_path, RedditSim.key)


def keys_file(folder: Path, value: Any) -> Path:
    file = folder / "keys.json"
    file.write_text(json.dumps({"reddit_api": value}))
    file.chmod(0o600)
    return file


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize("method", RIGS)
def test_every_collector_reads_plainly_but_for_the_named_token_request(method: Method) -> None:
    with RIGS[method](3) as rig:
        for step in (PROFILE, POSTS):
            ended = collect(rig.declared[0], step, **rig.values).outcome
            assert ended in (StepOutcome.CAPTURED, StepOutcome.NO_CONTENT)
        asked = rig.asked()
        posted = [request for server in rig.servers for request in server.posted]
    assert asked
    assert {(request.method, request.body) for request in asked} == {("GET", b"")}
    assert not any("Content-Length" in request.headers or "Content-Type" in request.headers for request in asked)
    exception = [("/api/v1/access_token", TOKEN_BODY)] * 2 if method is Method.REDDIT_API else []
    assert [(request.path, request.body) for request in posted] == exception


@pytest.mark.attacks("lawful_methods", "uniform_plan")
def test_token_request_is_the_same_for_everybody_and_knows_nobody(keys: Path) -> None:
    seen = []
    for name in (NAME, "1002"):
        with RedditSim({NAME: 3, "1002": 40}) as sim:
            collect(sim.declared(name), api_keys_file=keys)
            (request,) = sim.posted
            seen.append((request.target, request.body, {k: v for k, v in request.headers.items() if k != "Host"}))
            assert name not in repr(request)
    assert seen[0] == seen[1]
    assert seen[0][1] == b"grant_type=client_credentials"
    assert set(seen[0][2]) == {
        "User-Agent", "Accept", "Accept-Encoding", "Content-Type", "Content-Length", "Authorization",
    }  # fmt: skip


@pytest.mark.attacks("lawful_methods", "content_in_vault_only", "no_authenticators")
@pytest.mark.parametrize("step", [PROFILE, POSTS])
def test_secret_and_token_stand_in_no_record_and_no_output(
    step: Any, keys: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with RedditSim({NAME: 150}) as sim:
        capture = collect(sim.declared(NAME), step, api_keys_file=keys)
        (request,) = sim.posted
    assert base64.b64decode(request.headers["Authorization"].removeprefix("Basic ")).decode() == RedditSim.key
    kept, whole = records(capture.data), gzip.decompress(capture.data)
    written = capsys.readouterr()
    everything = whole + (written.out + written.err + caplog.text).encode()
    for secret in (SECRET, RedditSim.key, TOKEN, KEY):
        for form in (secret.encode(), base64.b64encode(secret.encode()), secret.replace(":", "%3A").encode()):
            assert form not in everything
    asked, answered = [r for r in kept if r.uri.endswith("/api/v1/access_token")]
    assert (asked.kind, answered.kind) == ("request", "conversion")
    assert asked.payload == TOKEN_BODY
    assert whole.count(b"POST /api/v1/access_token HTTP/1.1") == 1
    assert b"authorization" not in whole.lower()
    assert json.loads(answered.payload) == {"token_type": "bearer", "expires_in": 86400, "scope": "*"}


ANSWERS: dict[str, tuple[Reply, str]] = {
    "no JSON": (Reply(200, b"<html>token</html>"), "token_unusable"),
    "a list": (as_json([TOKEN]), "token_unusable"),
    "deep nesting": (Reply(200, b"[" * 9000), "token_unusable"),
    "no token": (as_json({"token_type": "bearer"}), "token_unusable"),
    "a number": (as_json({"access_token": 12345678901, "token_type": "bearer"}), "token_unusable"),
    "another kind": (as_json({"access_token": TOKEN, "token_type": "mac"}), "token_unusable"),
    "a second header": (as_json({"access_token": f"{TOKEN}\r\nX-More: 1", "token_type": "bearer"}), "token_unusable"),
    "a space": (as_json({"access_token": f"{TOKEN} more", "token_type": "bearer"}), "token_unusable"),
    "too short": (as_json({"access_token": "abc", "token_type": "bearer"}), "token_unusable"),
    "an error": (as_json({"error": "unsupported_grant_type"}), "api_key_refused"),
    "refused": (as_json({"message": "Unauthorized"}, 401), "api_key_refused"),
    "forbidden": (as_json({"message": "Forbidden"}, 403), "api_key_refused"),
    "gone": (as_json({}, 404), "api_key_refused"),
    "too large": (as_json({"access_token": "a" * 40_000, "token_type": "bearer"}), "too_large"),
    "the secret itself": (as_json({"access_token": TOKEN, "token_type": "bearer", "note": SECRET}), "key_echoed"),
    "overloaded": (as_json({}, 503), "http_503"),
}


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize("answer", ANSWERS)
def test_token_that_is_refused_or_unusable_says_nothing_of_the_account_and_nothing_is_asked(
    answer: str, keys: Path
) -> None:
    reply, reason = ANSWERS[answer]
    with RedditSim({NAME: 3}) as sim:
        sim.token_reply = lambda _: reply  # type: ignore[method-assign]
        capture = collect(sim.declared(NAME), api_keys_file=keys)
        assert sim.requests == []
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, reason, b"")


@pytest.mark.attacks("lawful_methods", "plan_only")
def test_redirect_of_the_token_request_is_followed_nowhere(keys: Path) -> None:
    with RedditSim({NAME: 3}) as sim, RedditSim({NAME: 3}) as elsewhere:
        for target in (
            f"{elsewhere.base_url}/api/v1/access_token",
            f"{sim.base_url}/api/v1/access_token",
            "/user/1001/about",
        ):
            sim.token_reply = lambda _, to=target: Reply(307, b"", headers={"Location": to})  # type: ignore[misc]
            capture = collect(sim.declared(NAME), api_keys_file=keys)
            assert (capture.outcome, capture.reason) == (StepOutcome.FAILED, "redirect_refused")
        assert len(sim.posted) == 3
        assert sim.requests == elsewhere.requests == elsewhere.posted == []


@pytest.mark.attacks("lawful_methods")
def test_token_goes_to_the_interface_alone(keys: Path) -> None:
    with RedditSim({NAME: 3}) as sim, RedditSim({NAME: 3}) as elsewhere:
        declared = sim.declared(NAME).model_copy(update={"host": elsewhere.host})
        sim.reply = lambda r: Reply(302, b"", headers={"Location": f"{elsewhere.base_url}{r.path}"})  # type: ignore[method-assign]
        collect(declared, api_keys_file=keys)
        assert elsewhere.requests
        assert elsewhere.posted == []
        for request in elsewhere.requests:
            assert "Authorization" not in request.headers


@pytest.mark.attacks("lawful_methods")
def test_answer_that_repeats_the_token_is_not_kept(keys: Path) -> None:
    with RedditSim({NAME: 3}, subreddit={"title": f"your token is {TOKEN}"}) as sim:
        capture = collect(sim.declared(NAME), PROFILE, api_keys_file=keys)
    assert (capture.outcome, capture.reason, capture.data) == (StepOutcome.FAILED, "key_echoed", b"")


@pytest.mark.attacks("lawful_methods", "no_authenticators")
@pytest.mark.parametrize(
    "value",
    ["no-colon-at-all", "app:", ":secret-and-no-app", "app:short", "a:b:c-and-one-colon-too-many", "app:käse-käse"],
)
def test_key_that_is_no_pair_of_id_and_secret_is_refused_before_anything_is_asked(value: str, tmp_path: Path) -> None:
    with RedditSim({NAME: 3}) as sim:
        with pytest.raises(InputError) as refused:
            collect(sim.declared(NAME), api_keys_file=keys_file(tmp_path, value))
        assert sim.requests == sim.posted == []
    assert refused.value.code == "api_keys_file"
    assert value not in str(refused.value)


@pytest.mark.attacks("lawful_methods")
def test_without_a_key_or_an_address_for_the_token_nothing_is_asked(keys: Path) -> None:
    with RedditSim({NAME: 3}) as sim:
        declared = sim.declared(NAME)
        captures: list[Capture] = [collect(declared)]
        bare = declared.model_copy(update={"services": (Service(role=ServiceRole.API, url=sim.base_url),)})
        captures.append(collect(bare, api_keys_file=keys))
        assert sim.requests == sim.posted == []
    assert {(c.outcome, c.reason) for c in captures} == {(StepOutcome.FAILED, "no_api_key")}


@pytest.mark.attacks("lawful_methods")
@pytest.mark.parametrize(
    "wrong",
    [
        lambda sim: f"{sim.base_url}/api/v1/other",
        lambda sim: f"{sim.base_url}/api/v1/access_token?more=1",
        lambda sim: f"{sim.base_url}/user/{NAME}/about",
    ],
)
def test_post_to_any_other_address_is_not_made(wrong: Callable[[RedditSim], str]) -> None:
    """Below the door: even code of ours that asks for it meets a refusal, and sends nothing."""
    with RedditSim({NAME: 3}) as sim:
        key = ApiKey(sim.host, "token", "", RedditSim.key, token_url=f"{sim.base_url}/api/v1/access_token")
        allowed = AllowedHosts.of_account(sim.host)
        rules = WebRules(user_agent="vetting-tests/1", max_bytes=1000, allow_private_hosts=True)
        line = Line(Guard(allowed, allow_private=True), rules, key)
        got = line.exchange(Ask(allowed.check(wrong(sim)), "*/*", 1000, token=True), Tape())
        line.close()
        assert isinstance(got, Fault)
        assert sim.requests == sim.posted == []


@pytest.mark.attacks("lawful_methods")
def test_unencrypted_address_gets_no_secret_outside_test_networks() -> None:
    key = ApiKey("synthetic.test", "token", "", RedditSim.key, token_url="http://synthetic.test/token")
    allowed = AllowedHosts.of_account("synthetic.test").plus("http://synthetic.test/token")
    line = Line(Guard(allowed, allow_private=False), WebRules(user_agent="vetting-tests/1", max_bytes=1000), key)
    got = line.exchange(Ask(allowed.check("http://synthetic.test/token"), "*/*", 1000, token=True), Tape())
    line.close()
    assert isinstance(got, Fault)


def test_servers_that_are_no_token_service_answer_plain_reading_only() -> None:
    """What the tests of plain reading rest on: a simulator refuses a POST unless it says otherwise."""
    assert BlogSim(entries(1)).token_reply(Request("/", {}, {}, "/", "POST")) is None
