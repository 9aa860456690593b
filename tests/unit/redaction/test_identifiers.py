"""Addresses and handles are looked for in pieces of a text only, and found as if all of it were searched."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vetting.redaction import identifiers
from vetting.redaction.normalise import chunks, normalise

PIECES = [
    "http://t.co/abc1", "https://example.org/a?b=c,", "(www.example.com)", "WWW1.example.net", "www..a", "hxxp://a.b", "http : //x.y",
    "ann@example.com", "@", "@ann.other", "@ ann", "a@b@c.d", "@a@social.example", "u/ann", "you/me", "example.com/x", "ok.then", "3.5",
    "10.0.0.1", "fe80::1:2:3", "a:b:c:d:e:f:g:h", "203-555-0187", "4111 1111 1111 1111", "...", "well", "it's", "\n", "🙂", "é.com",
]  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=10).flatmap(
    lambda parts: st.sampled_from(["", " "]).map(lambda between: between.join(parts))
)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_addresses_are_found_as_in_the_whole_text(text: str) -> None:
    view = normalise(text)
    found = [(s, e) for s, e, _, _, rule in identifiers.find(view) if rule == "identifier.url"]
    for match in identifiers.WEB_ADDRESS.finditer(view.cased):
        assert any(s == match.start() for s, _ in found)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_handles_are_found_as_in_the_whole_text(text: str) -> None:
    view = normalise(text)
    expected = [m.span() for m in identifiers.HANDLE.finditer(view.cased)]
    found = identifiers.find(view)
    taken = [(s, e) for s, e, entity, _, _ in found if entity in {"HANDLE", "URL", "EMAIL_ADDRESS"}]
    assert all(any(s <= start < e for s, e in taken) for start, _ in expected)


@pytest.mark.parametrize(
    ("text", "signs", "pieces"),
    [
        ("one t.wo three", (".",), ["t.wo"]),
        ("a.b c d.e.f", (".",), ["a.b", "d.e.f"]),
        (".x y", (".", "y"), [".x", "y"]),
        ("none", (".",), []),
    ],
)
def test_pieces_are_those_between_spaces_that_hold_a_sign(text: str, signs: tuple[str, ...], pieces: list[str]) -> None:
    assert [text[low:high] for low, high in chunks(text, signs)] == pieces
    assert [m[0] for m in re.finditer(r"[^ ]+", text) if any(s in m[0] for s in signs)] == pieces
