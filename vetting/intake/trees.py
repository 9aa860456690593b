"""YAML and JSON into plain values: no aliases, tags, duplicate names or deep nesting; every value stays text.

YAML is built from parser events and not by a loader, so that `handle: 0123`, `yes` and `1985` stay what was
written, a name given twice is seen, and an alias bomb is refused before anything is built.
"""

import json
from collections.abc import Iterator
from typing import Any

import yaml

from vetting.intake.authenticators import looks_like_authenticator
from vetting.intake.entries import MAX_DEPTH, Value
from vetting.intake.problems import AUTHENTICATOR_REMEDY, Problem, Refusal

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Table(dict[str, Value]):
    """A mapping that knows the place where it began."""

    def __init__(self, where: str) -> None:
        super().__init__()
        self.where = where


def read_yaml(text: str, problems: list[Problem]) -> Value:
    """The one document of a YAML file; comments that hold a secret are added to `problems`.

    Raises:
        Refusal: not YAML, aliases or tags, several documents, a name twice, nesting too deep.

    """
    problems.extend(_comments(text))
    try:
        events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        value = _document(events)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark is not None else "the file"
        raise Refusal(
            _problem("yaml_malformed", where, "is not valid YAML.", "Check indentation, quotes and colons there.")
        ) from None
    return value


def read_json(text: str) -> Value:
    """The one value of a JSON file.

    Raises:
        Refusal: not JSON, a name twice, NaN or infinity, nesting too deep.

    """
    try:
        value = json.loads(
            text, object_pairs_hook=_json_table, parse_int=str, parse_float=str, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise Refusal(
            _problem("json_malformed", f"line {error.lineno}", "is not valid JSON.", "Correct the file there.")
        ) from None
    except RecursionError:
        raise Refusal(_too_deep("the file")) from None
    return _text_only(value, 0)


def _document(events: Iterator[Any]) -> Value:
    value: Value = None
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problem = _problem(
                    "yaml_documents",
                    _line(event),
                    "starts a second document.",
                    "Put all declarations in one.",
                )
                raise Refusal(problem)
        elif isinstance(event, yaml.AliasEvent | yaml.ScalarEvent | yaml.CollectionStartEvent):
            value = _node(event, events, 0)
    return value


def _node(event: Any, events: Iterator[Any], depth: int) -> Value:
    if depth > MAX_DEPTH:
        raise Refusal(_too_deep(_line(event)))
    if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
        raise Refusal(
            _problem(
                "yaml_alias",
                _line(event),
                "uses an anchor or alias (& or *).",
                "Write the value out, in quotes.",
            )
        )
    if event.tag is not None:
        raise Refusal(
            _problem("yaml_tag", _line(event), "uses a tag (!).", "Write the value in quotes, without a tag.")
        )
    if isinstance(event, yaml.ScalarEvent):
        text = str(event.value)
        return None if event.implicit[0] and event.style is None and text in _NULLS else text
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Value] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_node(inner, events, depth + 1))
        return items
    table = Table(_line(event))
    while not isinstance(name := next(events), yaml.MappingEndEvent):
        key = _node(name, events, depth + 1)
        if not isinstance(key, str):
            raise Refusal(_problem("name_malformed", _line(name), "has a field without a name.", "Name the field."))
        if key in table:
            raise Refusal(_problem("name_twice", _line(name), "gives a field a second time.", "Keep one of the two."))
        table[key] = _node(next(events), events, depth + 1)
    return table


def _comments(text: str) -> Iterator[Problem]:
    # A comment is read by nobody and stored nowhere, but the file stays with whoever sent it: say so while it can be mended.
    for number, line in enumerate(text.splitlines(), 1):
        comment = line.partition("#")[2] if line.lstrip().startswith("#") or " #" in line else ""
        code = looks_like_authenticator(comment) if comment else None
        if code:
            reason = f"a comment looks like a password, token or other authenticator ({code})."
            yield Problem(f"authenticator_{code}", f"line {number}", "", reason, AUTHENTICATOR_REMEDY)


def _json_table(pairs: list[tuple[str, Any]]) -> Table:
    table = Table("")
    for name, value in pairs:
        if name in table:
            raise Refusal(
                _problem(
                    "name_twice",
                    "the file",
                    "gives a field of one entry a second time.",
                    "Keep one of the two.",
                )
            )
        table[name] = value
    return table


def _no_constant(_: str) -> None:
    raise Refusal(_problem("json_malformed", "the file", "holds NaN or Infinity.", "Write text or a whole number."))


def _text_only(value: Any, depth: int) -> Value:
    if depth > MAX_DEPTH:
        raise Refusal(_too_deep("the file"))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Table):
        for name in value:
            value[name] = _text_only(value[name], depth + 1)
        return value
    if isinstance(value, list):
        return [_text_only(item, depth + 1) for item in value]
    return None if value is None else str(value)


def _line(event: Any) -> str:
    return f"line {event.start_mark.line + 1}"


def _too_deep(where: str) -> Problem:
    return _problem(
        "too_deep",
        where,
        f"is nested more than {MAX_DEPTH} levels deep.",
        "Follow the form of the example file.",
    )


def _problem(code: str, where: str, reason: str, remedy: str) -> Problem:
    return Problem(code, where, "", reason, remedy)
