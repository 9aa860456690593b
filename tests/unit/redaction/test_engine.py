"""The engine's promises: sorted spans, determinism, linear time, silence, classes switched off, no network."""

import logging
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.growth import stays_linear
from tests.unit.redaction.conftest import CONFIG
from vetting.errors import InputError
from vetting.redaction import CaseContext, Redactor
from vetting.redaction.engine import Redactor as Engine
from vetting.redaction.lexicon import load

pieces = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            [
                "gay",
                "my wife",
                "25F",
                "he's",
                "👩🏿‍🍳",
                "🇵🇷",
                "#BlackAndProud",
                "@someone",
                "www.example.com",
                "g.a.y",
                "f4gz",
                "Ann Lee",
            ]
        ),
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces)
def test_spans_of_any_text_are_sorted_apart_and_inside(engine: Redactor, parts: list[str]) -> None:
    text = " ".join(parts)
    result = engine.redact(text)
    at = 0
    for span in result.spans:
        assert at <= span.start < span.end <= len(text)
        at = span.end
    assert result == engine.redact(text)


def test_same_text_in_another_process_form_gives_the_same_result(engine: Redactor) -> None:
    again = Engine(load.__wrapped__(CONFIG / "protected-classes"))
    text = "My wife Sarah is a Muslim, 34F, and these f4gs hate her 🏳️‍🌈 #GayPride"
    assert again.lexicon_sha256 == engine.lexicon_sha256
    assert again.redact(text) == engine.redact(text)


def test_text_without_anything_is_returned_as_it_is(engine: Redactor) -> None:
    for text in ("", "   ", "The traffic was slow today.", "\n\t"):
        assert engine.redact(text).text == text
        assert engine.redact(text).spans == ()


def test_low_score_marks_the_result_uncertain(engine: Redactor) -> None:
    assert engine.redact("He drove in his 30s style car, in my early twenties").uncertain
    assert not engine.redact("I have epilepsy.").uncertain


def test_identifiers_keep_presidios_names(engine: Redactor) -> None:
    text = "mail ann@example.com or 203-555-0187, see https://example.com/x or example.org/y, 192.168.1.20, 4111 1111 1111 1111, @someone"
    found = {s.entity for s in engine.spans(text)}
    assert {"EMAIL_ADDRESS", "PHONE_NUMBER", "URL", "IP_ADDRESS", "CREDIT_CARD", "HANDLE"} <= found
    seen = engine.redact(text).text
    for secret in ("ann@", "555", "example", "192.168", "4111", "someone"):
        assert secret not in seen


def test_presidio_recognizers_never_try_the_network(engine: Redactor, monkeypatch: pytest.MonkeyPatch) -> None:
    from vetting.redaction.presidio import analyzer

    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a connection was attempted")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    results = analyzer(engine).analyze("I'm gay, write to ann@example.co.uk or see www.example.com", "en")
    assert {"PC_SEXUAL_ORIENTATION", "EMAIL_ADDRESS", "URL"} <= {r.entity_type for r in results}


def test_nothing_of_the_text_reaches_the_log(
    engine: Redactor, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        engine.redact("zyxwv@example.com is my gay zyxwv friend, 203-555-0187", CaseContext(names=("zyxwv",)))
    assert "zyxwv" not in caplog.text
    assert capsys.readouterr() == ("", "")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the configuration that a test may change."""
    folder = tmp_path / "protected-classes"
    folder.mkdir()
    for path in (CONFIG / "protected-classes").glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_class_switched_off_is_not_reported_and_changes_the_digest(copy: Path, engine: Redactor) -> None:
    path = copy / "classes.yaml"
    data = yaml.safe_load(path.read_text("utf-8"))
    for entry in data["classes"]:
        entry["enabled"] = entry["entity"] not in {"PC_AGE", "PC_UNION"}
    path.write_text(yaml.safe_dump(data), "utf-8")
    changed = Engine(load(copy))
    assert changed.spans("I'm 47 years old and a union steward.") == ()
    assert changed.lexicon_sha256 != engine.lexicon_sha256


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("extra.yaml", "entity: PC_NOBODY\nrules: []\n", "class_unknown"),
        ("extra.yaml", "entity: PC_AGE\nrules: [{name: x, terms: [y], when: [no_such_test]}]\n", "test_unknown"),
        ("extra.yaml", "entity: PC_AGE\nrules: [{name: x, terms: [y], before: ['@no_such_set']}]\n", "words_unknown"),
        ("extra.yaml", "entity: PC_AGE\nrules: [{name: x, terms: ['...']}]\n", "term_empty"),
        ("extra.yaml", "entity: PC_AGE\nrulez: []\n", "lexicon_malformed"),
    ],
)
def test_faulty_lexicon_is_refused_with_the_file(copy: Path, name: str, content: str, code: str) -> None:
    (copy / name).write_text(content, "utf-8")
    with pytest.raises(InputError) as refusal:
        load(copy)
    assert refusal.value.code == code
    assert "extra" in refusal.value.message


def test_agencys_own_recognizer_in_presidios_yaml_is_used(copy: Path) -> None:
    (copy / "recognizers.yaml").write_text(
        "recognizers:\n  - name: BadgeRecognizer\n    supported_entity: BADGE\n    supported_language: en\n"
        '    patterns:\n      - {name: badge, regex: "badge #\\\\d{4}", score: 0.9}\n',
        "utf-8",
    )
    spans = Engine(load(copy)).spans("my badge #1234 here")
    assert [(s.entity, s.start, s.end) for s in spans] == [("BADGE", 3, 14)]


def test_agencys_own_recognizers_change_the_digest(copy: Path, engine: Redactor) -> None:
    (copy / "recognizers.yaml").write_text("recognizers: []\n", "utf-8")
    made = Engine(load(copy))
    assert made.lexicon_sha256 != engine.lexicon_sha256
    assert "own recognizers" in made.notes()[-1]


def test_another_process_gives_the_same_bytes(engine: Redactor) -> None:
    text = "My wife Sarah is a Muslim, 34F; f4gs, mus lim, lsbian 🏳️‍🌈 #GayPride, hola amigos vamos a la playa con mis hijos"
    code = (
        "import sys; from pathlib import Path; from vetting.redaction import redactor; "
        "sys.stdout.buffer.write(redactor(Path(sys.argv[1])).redact(sys.argv[2]).model_dump_json().encode())"
    )
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", code, str(CONFIG), text],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(CONFIG.parent)},
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode() == engine.redact(text).model_dump_json()


def test_text_of_several_pieces_has_its_spans_in_place(engine: Redactor) -> None:
    unit = "Nothing to see in this sentence at all. My wife is a Muslim, said the clerk of 45 years.\n"
    text = unit * 4000  # several pieces; every unit begins at a known place
    one = engine.spans(unit)
    spans = engine.spans(text)
    assert len(spans) == len(one) * 4000
    for index in (0, 735, 736, 737, 1500, 3999):
        at = index * len(unit)
        assert [(s.start, s.end, s.rule) for s in spans if at <= s.start < at + len(unit)] == [
            (s.start + at, s.end + at, s.rule) for s in one
        ]


def test_address_longer_than_a_piece_is_removed_whole(engine: Redactor) -> None:
    text = "see https://example.org/" + "a" * 200_000 + " now"
    assert engine.redact(text).text == "see [removed] now"


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "a.",
        "a ",
        "@",
        "a@",
        "1",
        "1 ",
        "1-",
        "1.",
        "1:",
        "!",
        "(",
        "a*",
        "my ",
        "i was ",
        "aaab",
        "#A",
        "http://",
        "www.",
        "a-b",
        "aA",
        "x_",
        "A'",
        "Ann ",
        "and ",
        "a\u0301",
        "👩\u200d",
        "g*",
        "a b ",
        "**",
        "a.b.",
        "он ",
        "el la ",
        "a_",
        "aa",
        "that ",
        "1st ",
        "i'm 2",
        "::",
        "x@y.",
        "itis",
        "when i was ",
    ],
)
def test_time_stays_linear_on_adversarial_text(engine: Redactor, unit: str) -> None:
    assert stays_linear(lambda size: engine.spans(unit * (size // len(unit))), small=8_000, times=12, slack=3.5)


@pytest.mark.parametrize("text", ["I found Roy's old bike.", "I found Roy 's old bike .", "That was Maria’s idea"])
def test_name_with_a_possessive_is_a_name(engine: Redactor, text: str) -> None:
    assert any(s.entity == "PERSON" for s in engine.spans(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We met Ana da Silva at lunch.", "Ana da Silva"),
        ("Ask whether John McGregor came.", "John McGregor"),
        ("Mary Ann Smith called twice.", "Mary Ann Smith"),
        ("John Smith Tuesday at noon.", "John Smith"),
    ],
)
def test_whole_name_is_found(engine: Redactor, text: str, name: str) -> None:
    assert [text[s.start : s.end] for s in engine.spans(text) if s.entity == "PERSON"] == [name]
