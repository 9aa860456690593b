"""Reads one configuration file into a model: safe YAML, no duplicate keys or aliases, errors with their line.

Configuration holds no content of candidates, yet messages still leave out the value that was refused.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from vetting.errors import InputError

MAX_BYTES = 2 * 1024 * 1024
"""No configuration file is near this size; a larger one is a mistake or an attack."""

Model = TypeVar("Model", bound=BaseModel)

_TEXT_REMEDY = (
    "Correct that line. A text that holds a colon or a # is written under `>-`: the name of the field and `>-` on one"
    " line, the text on the next lines, indented by two spaces."
)
_REASONS = {
    "extra_forbidden": "there is no such field",
    "missing": "this field is missing",
    "string_type": "this must be a text; leave the line out where there is none",
    "too_short": "at least one is needed",
}
"""Of what the model library says, what does not speak to people who write these files."""


class _Strict(yaml.SafeLoader):
    """Refuses aliases (they can grow without bound) and duplicate keys (the last one would win)."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases are not allowed", mark)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:  # noqa: FBT001, FBT002
        seen: set[str] = set()
        for key, _ in node.value:
            if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
                raise yaml.constructor.ConstructorError(None, None, "keys must be words", key.start_mark)
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, "the same key twice", key.start_mark)
            seen.add(key.value)
        return dict(super().construct_mapping(node, deep))


def read_yaml(path: Path, model: type[Model], *, shown: str) -> Model:
    """The file at `path` as a `model`; messages call the file `shown`.

    Raises:
        InputError: `config_missing`, `config_unreadable`, `config_malformed`, `config_invalid`.

    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError("config_missing", f"{shown}: there is no such file.", remedy="Check its name.") from None
    except OSError as error:
        raise InputError("config_unreadable", f"{shown} cannot be read ({type(error).__name__}).") from None
    if len(data) > MAX_BYTES:
        raise InputError("config_unreadable", f"{shown} is larger than {MAX_BYTES} bytes.")
    return parse_yaml(data, model, shown=shown)


def parse_yaml(data: bytes, model: type[Model], *, shown: str, content: bool = False) -> Model:
    """YAML bytes as a `model`. With `content` they are about a candidate: messages name lines and known fields only.

    Raises:
        InputError: `config_malformed`, `config_invalid`.

    """
    try:
        node = yaml.compose(data, Loader=_Strict)
        value = yaml.load(data, Loader=_Strict)  # noqa: S506 - _Strict is a SafeLoader
    except yaml.MarkedYAMLError as error:
        where = f", line {error.problem_mark.line + 1}" if error.problem_mark else ""
        reason = "not YAML" if content or not error.problem else error.problem
        remedy = _TEXT_REMEDY if content else "Correct the file."
        raise InputError("config_malformed", f"{shown}{where}: {reason}.", remedy=remedy) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(
            "config_malformed",
            f"{shown} is not readable YAML ({type(error).__name__}).",
            remedy="Correct the file.",
        ) from None
    try:
        return model.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)
        known = _field_names(model) if content else None
        lines = [
            f"{shown}{_line(node, item['loc'])}: {_place(item['loc'], known)}{_reason(item['type'], item['msg'])}."
            for item in first[:5]
        ]
        if len(first) > len(lines):
            lines.append(f"... and {len(first) - len(lines)} more.")
        raise InputError("config_invalid", "\n".join(lines), remedy="Correct the file.") from None


def _field_names(model: type[BaseModel]) -> frozenset[str]:
    """Every field name of the model and of the models inside it."""
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return frozenset(name for part in parts for name in part.get("properties", {}))


def _place(loc: Sequence[str | int], known: frozenset[str] | None) -> str:
    if known is not None:
        # What stands where a field's name is expected may be a sentence about somebody.
        loc = [part if isinstance(part, int) or part in known else "(unknown field)" for part in loc]
    return (
        "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".") + ": " if loc else ""
    )


def _reason(kind: str, said: str) -> str:
    return _REASONS.get(kind) or said.removeprefix("Value error, ")


def _line(node: yaml.Node | None, loc: Sequence[str | int]) -> str:
    """`, line N` of the deepest node that `loc` leads to."""
    for part in loc:
        if isinstance(node, yaml.MappingNode) and isinstance(part, str):
            found = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            found = node.value[part]
        else:
            found = None
        if found is None:
            break
        node = found
    return f", line {node.start_mark.line + 1}" if node is not None else ""
