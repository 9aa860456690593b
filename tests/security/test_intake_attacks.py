"""Attempts to get an authenticator into the system through a declaration: every field, every format, in disguise (law 4)."""

import base64
import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from schemas.declaration import AccountDeclaration, CandidateIdentity, Declaration
from schemas.platform import Method, Platform, PlatformList
from vetting.errors import InputError
from vetting.intake import read_declarations, resolve_account

pytestmark = pytest.mark.attacks("no_authenticators")

# Takes any handle, so that nothing but the check itself can stop a secret.
FREE = Platform(id="free", name="Free", method=Method.MANUAL_CAPTURE, handle_pattern=r"(?P<user>.{1,200})")
PAGE = Platform(id="page", name="Page", method=Method.WEB_PAGE)
PLATFORMS = PlatformList(version=1, platforms=(FREE, PAGE))

SECRET = "Zq7-canary-Kx9"
LABELLED = f"password: {SECRET}"
DISGUISES = {
    "plain": LABELLED,
    "capitals": LABELLED.upper(),
    "wide letters": "ｐａｓｓｗｏｒｄ： " + SECRET,
    "zero-width": "pass\u200bword\u2060: " + SECRET,
    "soft hyphen": "pass\u00adword: " + SECRET,
    "look-alikes": "раsswоrd: " + SECRET,
    "accents": "pässwörd: " + SECRET,
    "percent": "pass%77ord%3A%20" + SECRET,
    "percent twice": "pass%2577ord%253A " + SECRET,
    "entities": "pass&#119;ord&#58; " + SECRET,
    "letters apart": "p a s s w o r d : " + SECRET,
    "dotted letters": "p.a.s.s.w.o.r.d: " + SECRET,
    "base64": base64.b64encode(LABELLED.encode()).decode(),
    "pair in base64": base64.b64encode(f"three:{SECRET}".encode()).decode(),
    "other word": f"pw = {SECRET}",
    "other language": f"contraseña: {SECRET}",
    "sentence": f"it is three, my password is {SECRET} ok",
    "token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.Zq7canaryKx9",
    "one-time secret": "otpauth://totp/x:three?secret=JBSWY3DPEHPK3PXP",
    "cookie": "sessionid=Zq7canaryKx9Zq7",
}
TEXT_FIELDS = (
    "round",
    "kind",
    "full_name",
    "other_names",
    "birth_date",
    "emails",
    "places",
    "notice_version",
    "notice_acknowledged_on",
    "supersedes",
    "none_declared",
    "platform",
    "handle",
    "url",
    "candidate",
)
GOOD = {
    "round": "r-1",
    "candidate": "3",
    "kind": "entry",
    "full_name": "Testperson Three",
    "birth_date": "1990-02-28",
    "notice_version": "1",
    "notice_acknowledged_on": "2025-01-31",
    "platform": "free",
    "handle": "three",
}


def _tree(flat: dict[str, str]) -> list[dict[str, Any]]:
    flat = dict(flat)
    identity = {k: flat.pop(k) for k in ("full_name", "other_names", "birth_date", "emails", "places") if k in flat}
    account = {k: flat.pop(k) for k in ("platform", "handle", "url") if k in flat}
    return [{**flat, "identity": identity, "accounts": [account]}]


def _files(flat: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    yield "a.json", json.dumps(_tree(flat)).encode()
    yield "a.yaml", yaml.safe_dump(_tree(flat), allow_unicode=True).encode()
    for separator in ",;":
        out = io.StringIO()
        writer = csv.DictWriter(out, list(flat), delimiter=separator)
        writer.writeheader()
        writer.writerow(flat)
        yield "a.csv", out.getvalue().encode("utf-8-sig")


def _refused(name: str, data: bytes) -> InputError:
    with pytest.raises(InputError) as refused:
        read_declarations(data, name, platforms=PLATFORMS)
    assert "canary" not in refused.value.diagnostics().lower()
    assert "Zq7" not in refused.value.diagnostics()
    return refused.value


def test_the_file_without_a_secret_is_taken() -> None:
    for name, data in _files(GOOD):
        assert len(read_declarations(data, name, platforms=PLATFORMS)) == 1


@pytest.mark.parametrize("field", TEXT_FIELDS)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_secret_in_any_field_of_any_format_is_refused(field: str, disguise: str) -> None:
    for name, data in _files(GOOD | {field: DISGUISES[disguise]}):
        error = _refused(name, data)
        assert error.code.startswith("authenticator_"), (name, error.code)
        assert (error.law, error.clause) == (4, "C.G.S. 31-40x")


@pytest.mark.parametrize("column", ["password", "Pass-Word", "PIN", "token", "2fa", "раssword", "login code", "pwd"])
def test_column_for_a_secret_is_refused_with_the_reason(column: str) -> None:
    for name, data in _files(GOOD | {column: SECRET}):
        error = _refused(name, data)
        assert error.code == "authenticator_field"
        assert "31-40x" in error.diagnostics()


@pytest.mark.parametrize("place", ["identity", "account", "head"])
def test_field_for_a_secret_at_any_depth_is_refused(place: str) -> None:
    (entry,) = _tree(GOOD)
    file: dict[str, Any] = {"declarations": [entry]}
    {"identity": entry["identity"], "account": entry["accounts"][0], "head": file}[place]["passphrase"] = SECRET
    assert _refused("a.json", json.dumps(file).encode()).code == "authenticator_field"


def test_secret_in_a_field_of_an_innocent_name_is_refused() -> None:
    for name, data in _files(GOOD | {"remark": SECRET}):
        assert _refused(name, data).code == "field_unknown"


def test_secret_in_place_of_a_field_name_is_not_repeated() -> None:
    for name, data in _files(GOOD | {SECRET: "x"}):
        assert _refused(name, data).code == "field_unknown"


def test_secret_in_a_yaml_comment_is_refused() -> None:
    data = yaml.safe_dump(_tree(GOOD)).encode() + f"# {LABELLED}\n".encode()
    assert _refused("a.yaml", data).code == "authenticator_password_label"


def test_secret_hidden_behind_a_yaml_anchor_is_refused() -> None:
    data = yaml.safe_dump(_tree(GOOD)).replace("three", f"&a '{SECRET}'").encode()
    assert _refused("a.yaml", data).code == "yaml_alias"


def test_second_value_of_a_doubled_field_does_not_slip_in() -> None:
    data = json.dumps(_tree(GOOD)).replace('"handle": "three"', f'"handle": "three", "handle": "{LABELLED}"').encode()
    assert _refused("a.json", data).code == "name_twice"


@pytest.mark.parametrize(
    "url",
    [
        f"https://three:{SECRET}@a.example/",
        "https://three@a.example/",
        f"https://a.example/?token={SECRET}",
        f"https://a.example/?x=1&amp;sid={SECRET}",
        f"https://a.example/?x=1;PHPSESSID={SECRET}",
        f"https://a.example/#access_token={SECRET}",
        f"https://a.example/%3Ftoken={SECRET}",
        f"https://a.example/;jsessionid={SECRET}",
        f"https://a.example/magic-link/{SECRET}",
        "https://a.example/feed?u=9f86d081884c7d659a2feaa0c55ad015",
        f"https://three%3A{SECRET}%40a.example/",
    ],
)
def test_address_that_signs_in_is_refused(url: str) -> None:
    for name, data in _files({**GOOD, "platform": "page", "handle": "", "url": url}):
        assert _refused(name, data).code.startswith("authenticator_")
    with pytest.raises(InputError) as refused:
        resolve_account("a-1", AccountDeclaration(platform="page", url=url), PAGE)
    assert refused.value.law == 4
    assert SECRET not in refused.value.diagnostics()


@pytest.mark.parametrize(
    "handle", ["three:Zq7canaryKx9!", "Zq7!canaryKx9", "password1", "abcd efgh ijkl mnop", "Zq7vB2nMx9Lp4RtZ8wYs"]
)
def test_handle_that_is_a_secret_is_refused_by_every_door(handle: str) -> None:
    for name, data in _files(GOOD | {"handle": handle}):
        assert _refused(name, data).code.startswith("authenticator_")
    with pytest.raises(InputError) as refused:
        resolve_account("a-1", AccountDeclaration(platform="free", handle=handle), FREE)
    assert refused.value.law == 4


def test_no_model_has_a_field_for_an_authenticator() -> None:
    from vetting.intake.authenticators import is_authenticator_name

    for model in (AccountDeclaration, CandidateIdentity, Declaration):
        assert [f for f in model.model_fields if is_authenticator_name(f)] == []
        assert model.model_config["extra"] == "forbid"


def test_secret_is_not_saved_by_being_one_of_many_problems() -> None:
    rows = [dict(GOOD, candidate=str(i), kind="bad") for i in range(1, 400)]
    rows[-1]["full_name"] = LABELLED
    data = json.dumps([entry for row in rows for entry in _tree(row)]).encode()
    error = _refused("a.json", data)
    assert error.code == "authenticator_password_label"
    assert error.law == 4
