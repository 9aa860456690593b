"""JSON Schema of the configuration files, generated from the models and checked in under `schemas/json/`.

Run `python -m vetting.policy.jsonschema` after a change of the models; a test fails while the files lag.
"""

import json
from pathlib import Path

from pydantic import BaseModel

import schemas
from schemas.conduct import ConductList
from schemas.plan import SearchPlan
from schemas.platform import PlatformList
from schemas.policy import PolicyPack
from schemas.retention import RetentionSchedule
from schemas.triage import TriageRules

FOLDER = Path(schemas.__file__).resolve().parent / "json"
MODELS: dict[str, type[BaseModel]] = {
    "policy-pack": PolicyPack,
    "plan": SearchPlan,
    "platforms": PlatformList,
    "conduct": ConductList,
    "retention": RetentionSchedule,
    "triage": TriageRules,
}


def rendered() -> dict[str, str]:
    """File name and content of every schema."""
    return {
        f"{name}.schema.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}, indent=2
        )
        + "\n"
        for name, model in MODELS.items()
    }


def write(folder: Path = FOLDER) -> tuple[Path, ...]:
    """Write all schemas into `folder` and say which files they are."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, text in rendered().items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return tuple(written)


if __name__ == "__main__":
    write()
