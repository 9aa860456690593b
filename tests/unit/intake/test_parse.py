"""Batches of all three formats: the same declaration, and every problem named at once."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schemas.platform import PlatformList
from schemas.round import CandidateKind
from tests.unit.intake.conftest import PLATFORMS
from vetting.errors import InputError
from vetting.intake import check_declarations, read_declarations
from vetting.intake.entries import MAX_BYTES

Batch = Callable[..., bytes]

CSV = """\
round;candidate;kind;full_name;other_names;birth_date;emails;places;\
notice_version;notice_acknowledged_on;platform;handle;url
r-1;3;lateral;Testperson Three;T. Trois;1990-02-28;three@mail.example;Nowherebury;2025-1;2025-01-31;mastodon;@three@social.example.org;
r-1;3;;;;;;;;;feed;;https://Blog.Example.org:443/feed
r-1;4;entry;Testperson Four;;;;;2025-1;2025-02-01;none;;
"""


def codes(data: bytes, name: str = "batch.json", **more: Any) -> list[str]:
    return [p.code for p in check_declarations(data, name, platforms=PLATFORMS, **more)[1]]


def test_three_formats_give_the_same_declaration(
    entry: dict[str, Any], as_json: Batch, platforms: PlatformList
) -> None:
    (from_json,) = read_declarations(as_json(entry), "a.json", platforms=platforms)
    (from_yaml,) = read_declarations(yaml.safe_dump({"declarations": [entry]}).encode(), "a.yaml", platforms=platforms)
    from_csv, none = read_declarations(CSV.encode(), "a.csv", platforms=platforms)
    assert from_json == from_yaml == from_csv
    assert (from_json.kind, from_json.identity.birth_date) == (CandidateKind.LATERAL, date(1990, 2, 28))
    assert none.none_declared
    assert none.accounts == ()


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_csv_of_any_spreadsheet_is_read(prefix: bytes, separator: str, ending: str, platforms: PlatformList) -> None:
    data = prefix + CSV.replace(";", separator).replace("\n", ending).encode()
    assert [d.candidate for d in read_declarations(data, "A.CSV", platforms=platforms)] == [3, 4]


def test_yaml_values_stay_what_was_written(platforms: PlatformList) -> None:
    text = """
round: r-1
notice_version: 1.10
declarations:
  - candidate: 3
    identity: {full_name: No, places: [0123]}
    notice_acknowledged_on: 2025-01-31
    accounts: [{platform: manual, handle: 0777}, {platform: manual, handle: yes}]
"""
    (declaration,) = read_declarations(text.encode(), "a.yml", platforms=platforms)
    assert declaration.notice_version == "1.10"
    assert declaration.identity.full_name == "No"
    assert declaration.identity.places == ("0123",)
    assert [a.handle for a in declaration.accounts] == ["0777", "yes"]


@pytest.mark.parametrize(
    "none", [{"none_declared": True}, {"accounts": "none"}, {"none_declared": "yes", "accounts": []}]
)
def test_explicit_none_is_taken(none: dict[str, Any], entry: dict[str, Any], as_json: Batch) -> None:
    del entry["accounts"]
    assert codes(as_json(entry | none)) == []


def change(path: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def apply(entry: dict[str, Any]) -> None:
        *way, last = path.split(".")
        place: Any = entry
        for step in way:
            place = place[int(step)] if step.isdigit() else place[step]
        if value is None:
            del place[last]
        else:
            place[last] = value

    return apply


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("round", None, "field_missing"),
        ("round", "two words", "round_unknown"),
        ("candidate", 0, "number_malformed"),
        ("candidate", "three", "number_malformed"),
        ("candidate", None, "number_malformed"),
        ("candidate", "٣", "number_malformed"),
        ("kind", "intern", "kind_unknown"),
        ("identity.full_name", None, "field_missing"),
        ("identity.full_name", ["a"], "field_malformed"),
        ("identity.full_name", "x" * 300, "field_too_long"),
        ("identity.full_name", "Test\nperson", "field_malformed"),
        ("identity.birth_date", "28.02.1990", "date_malformed"),
        ("identity.birth_date", "1990-02-30", "date_malformed"),
        ("identity.birth_date", "2990-02-28", "date_in_future"),
        ("identity.birth_date", "1790-02-28", "date_malformed"),
        ("identity.emails", ["three at mail"], "email_malformed"),
        ("identity.shoe_size", "44", "field_unknown"),
        ("notice_version", None, "notice_missing"),
        ("notice_acknowledged_on", None, "notice_missing"),
        ("notice_acknowledged_on", "2990-01-01", "date_in_future"),
        ("accounts", None, "accounts_missing"),
        ("accounts", [], "accounts_missing"),
        ("accounts", "some", "field_malformed"),
        ("none_declared", True, "accounts_and_none"),
        ("none_declared", "perhaps", "field_malformed"),
        ("accounts.0.platform", "nowhere", "platform_unknown"),
        ("accounts.0.handle", "three", "handle_malformed"),
        ("accounts.0.handle", None, "field_missing"),
        ("accounts.1.url", "blog.example.org", "url_scheme"),
        ("accounts.1.url", "https://10.0.0.1/", "url_ip_literal"),
        ("accounts.0.colour", "blue", "field_unknown"),
        ("supersedes", "0", "number_malformed"),
    ],
)
def test_one_thing_wrong_is_named(path: str, value: Any, code: str, entry: dict[str, Any], as_json: Batch) -> None:
    change(path, value)(entry)
    assert code in codes(as_json(entry))


def test_same_account_twice_is_refused(entry: dict[str, Any], as_json: Batch) -> None:
    entry["accounts"].append({"platform": "mastodon", "url": "https://social.example.org/@Three"})
    assert codes(as_json(entry)) == ["account_twice"]


def test_same_candidate_twice_is_refused(entry: dict[str, Any], as_json: Batch) -> None:
    assert codes(as_json(entry, entry)) == ["candidate_twice"]


def test_other_round_is_refused(entry: dict[str, Any], as_json: Batch) -> None:
    assert codes(as_json(entry), round_id="r-2") == ["round_unknown"]


def test_all_problems_are_reported_together_and_without_values(
    entry: dict[str, Any], as_json: Batch, platforms: PlatformList
) -> None:
    other = json.loads(json.dumps(entry)) | {"candidate": 9, "kind": "zzz-kind"}
    entry["accounts"][0]["handle"] = "zzz handle"
    entry["identity"]["zzz-field"] = "zzz-value"
    other["accounts"][1]["url"] = "zzz://zzz.example"
    with pytest.raises(InputError) as refused:
        read_declarations(as_json(entry, other), "a.json", platforms=platforms)
    message = refused.value.diagnostics()
    assert refused.value.code == "declaration_refused"
    assert "4 problems" in message
    assert "entry 1, account 1, candidate 3, account" in message
    assert "entry 2, candidate 9, kind" in message
    assert "entry 2, account 2, candidate 9, account" in message
    assert "zzz" not in message


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"x", "file_kind"),
        ("a.csv", b"", "file_empty"),
        ("a.csv", b"name,handle\nx,y\n", "field_unknown"),
        ("a.csv", b"candidate,handle\n1,x,y\n", "row_malformed"),
        ("a.csv", b"candidate,candidate\n1,1\n", "name_twice"),
        ("a.csv", b'candidate,handle\n1,"x\n', "csv_malformed"),
        ("a.csv", b"handle\nx\n", "column_missing"),
        ("a.csv", b"candidate,full_name\n1,A\n1,B\n", "rows_disagree"),
        ("a.csv", b"candidate,platform,handle\n1,none,x\n", "accounts_and_none"),
        ("a.csv", "candidate,handle\n1,ö".encode("latin-1"), "file_encoding"),
        ("a.csv", "candidate,handle\n1,x".encode("utf-16"), "file_encoding"),
        ("a.csv", b"candidate\n\x00\n", "file_encoding"),
        ("a.json", b"{", "json_malformed"),
        ("a.json", b'[{"round": 1, "round": 2}]', "name_twice"),
        ("a.json", b"[NaN]", "json_malformed"),
        ("a.json", b"[" * 100_000, "too_deep"),
        ("a.json", b'"text"', "file_malformed"),
        ("a.json", b"[]", "file_empty"),
        ("a.json", b"[1]", "entry_malformed"),
        ("a.yaml", b"a: [", "yaml_malformed"),
        ("a.yaml", b"a: 1\na: 2\n", "name_twice"),
        ("a.yaml", b"a: &x 1\nb: *x\n", "yaml_alias"),
        ("a.yaml", b"a: !!python/object:os.system x\n", "yaml_tag"),
        ("a.yaml", b"a: 1\n---\nb: 2\n", "yaml_documents"),
        ("a.yaml", b"[" * 5000, "too_deep"),
        ("a.yaml", b"? [a]\n: b\n", "name_malformed"),
        ("a.json", b" " * (MAX_BYTES + 1), "file_too_large"),
    ],
)
def test_file_of_bad_form_is_refused(name: str, data: bytes, code: str) -> None:
    assert code in codes(data, name)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.csv", "a.json", "a.yaml"]))
def test_any_bytes_end_in_problems_and_never_in_a_crash(data: bytes, name: str) -> None:
    declarations, problems = check_declarations(data, name, platforms=PLATFORMS)
    assert problems
    assert declarations == []


_LEAF = st.none() | st.booleans() | st.integers() | st.text(max_size=20)
_TREE = st.recursive(
    _LEAF, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=9), t, max_size=3), max_leaves=8
)
_FIELDS = st.sampled_from(
    ["round", "candidate", "identity", "accounts", "none_declared", "kind", "notice_version", "supersedes", "x"]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.dictionaries(_FIELDS, _TREE, max_size=6), min_size=1, max_size=3))
def test_any_tree_ends_in_problems_and_never_in_a_crash(tree: list[dict[str, Any]]) -> None:
    for name, data in (("a.json", json.dumps(tree)), ("a.yaml", yaml.safe_dump(tree))):
        _, problems = check_declarations(data.encode("utf-8", "replace"), name, platforms=PLATFORMS)
        assert problems
