"""Values read from a server's JSON: whatever stands there, what comes out has the type that was asked for."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import SplitResult, urljoin, urlsplit

from vetting.collection.bodies import well_formed
from vetting.collection.web import Answer, Fault

JSON_TYPE = "application/json"
Json = dict[str, Any]


def parsed(body: bytes) -> Any:
    """The JSON value of some bytes; `None` for anything that is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def json_object(answer: Answer) -> Json | Fault:
    """An answer that must be a JSON object."""
    value = parsed(answer.body)
    return value if isinstance(value, dict) else Fault("malformed_json" if value is None else "unexpected_json")


def json_list(answer: Answer) -> list[Json] | Fault:
    """An answer that must be a JSON list of objects."""
    value = parsed(answer.body)
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    return Fault("malformed_json" if value is None else "unexpected_json")


def list_in(value: Json, *keys: str) -> list[Json] | Fault:
    """The list of objects that must stand at a path of keys inside an object."""
    for key in keys[:-1]:
        value = obj(value, key)
    found = value.get(keys[-1])
    if isinstance(found, list) and all(isinstance(item, dict) for item in found):
        return found
    return Fault("unexpected_json")


def error_code(fault: Fault, key: str = "error") -> str:
    """The code that an interface states in the body of an error; to be compared with known ones, never shown."""
    value = parsed(fault.body)
    return string(value, key) if isinstance(value, dict) else ""


def dumped(value: Any) -> bytes:
    """JSON, escaped, so that what no encoding can write stays as the server wrote it."""
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def string(source: Json, key: str) -> str:
    """The text under a key, or an empty one."""
    value = source.get(key)
    return well_formed(value) if isinstance(value, str) else ""


def number(source: Json, key: str) -> str:
    """The id under a key as text, whether the server writes it as a number or as text."""
    value = source.get(key)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else string(source, key)


def obj(source: Json, key: str) -> Json:
    """The object under a key, or an empty one."""
    value = source.get(key)
    return value if isinstance(value, dict) else {}


def objs(source: Json, key: str) -> list[Json]:
    """The objects of the list under a key."""
    value = source.get(key)
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def strings(source: Json, key: str) -> list[str]:
    """The texts under a key: a list of them, or a single one."""
    value = source.get(key)
    found = value if isinstance(value, list) else [value]
    return [well_formed(item) for item in found if isinstance(item, str)]


def moment(text: str) -> datetime | None:
    """An ISO 8601 time; one without a zone is UTC, one that cannot be read is none."""
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def epoch(value: Any) -> datetime | None:
    """A time in seconds since 1970, as a number or its text."""
    try:
        return datetime.fromtimestamp(int(value), UTC)
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def address(base: str, url: str) -> SplitResult | None:
    """What a service names as an address, made absolute against the page that names it; None where it is none."""
    try:
        return urlsplit(urljoin(base, url)) if url else None
    except ValueError:  # such as an open bracket, where an IPv6 address would begin
        return None
