import json
from pathlib import Path

from vetting.policy.jsonschema import FOLDER, MODELS, rendered, write


def test_checked_in_schemas_are_current() -> None:
    checked_in = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.schema.json")}
    for name, text in rendered().items():
        assert checked_in.get(name) == text, f"{name} lags: run python -m vetting.policy.jsonschema"


def test_schemas_are_closed_and_name_every_model(tmp_path: Path) -> None:
    written = write(tmp_path / "json")
    assert {path.name for path in written} == {f"{name}.schema.json" for name in MODELS}
    for path in written:
        schema = json.loads(path.read_text(encoding="utf-8"))
        assert schema["additionalProperties"] is False


def test_pack_schema_lists_every_control() -> None:
    from schemas.control import Control

    schema = json.loads(rendered()["policy-pack.schema.json"])
    assert schema["$defs"]["Control"]["enum"] == [control.value for control in Control]
