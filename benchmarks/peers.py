"""The nearest tools on like content: the types and events of observability, as far as each tool can say them."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from measure import best

_SCALARS = {"integer": "integer", "number": "float", "boolean": "boolean"}


def peers(root: Path, folder: Path) -> None:
    """Measure check-jsonschema and LinkML beside brainspec. What each does is said in its line."""
    files = sorted((root / "specs/observability/events").glob("*.yaml"))
    schema = root / "schemas/authoring/event.schema.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", schema, *files]
    _row(f"check-jsonschema: shape of {len(files)} event files", best(command, 3).seconds)
    classes = dict(_classes(root / "specs/observability"))
    model = folder / "model.yaml"
    model.write_text(_linkml(classes), encoding="utf-8")
    fields = sum(len(one["attributes"]) for one in classes.values())
    what = f"{len(classes)} classes with {fields} fields, the types and events of observability"
    for name, does in (("linkml-lint", "looks at"), ("gen-json-schema", "makes JSON Schema of")):
        program = shutil.which(name, path=os.environ.get("LINKML")) or shutil.which(name)
        if program is None:
            print(f"{name} is not installed; see the top of benchmarks/run.py.")
        else:
            _row(f"{name}: {does} {what}", best([program, model], 2).seconds)


def _row(what: str, seconds: float) -> None:
    print(f"{seconds * 1000:7.0f} ms   {what}", flush=True)


def _classes(capability: Path) -> Iterator[tuple[str, dict]]:
    """The types and events with fields, as LinkML classes: names, descriptions, types, patterns, required."""
    for path in sorted([*capability.glob("types/*.yaml"), *capability.glob("events/*.yaml")]):
        body = yaml.safe_load(path.read_text(encoding="utf-8"))
        schema = body["schema"]
        required = schema.get("required", [])
        fields = {name: _slot(one, name in required) for name, one in schema.get("properties", {}).items()}
        fields = fields or {"value": _slot(schema, is_required=True)}
        yield path.stem.title().replace("-", ""), {"description": body["brief"], "attributes": fields}


def _slot(schema: object, is_required: bool) -> dict:
    found = schema if isinstance(schema, dict) else {}
    slot = {"range": _SCALARS.get(str(found.get("type")), "string"), "required": is_required}
    slot |= {"description": found["description"]} if "description" in found else {}
    return slot | ({"pattern": found["pattern"]} if "pattern" in found else {})


def _linkml(classes: dict[str, dict]) -> str:
    """A LinkML model; JSON is YAML."""
    head = {"id": "https://demo.example/observability", "name": "observability", "default_range": "string"}
    prefixes = {"linkml": "https://w3id.org/linkml/", "observability": "https://demo.example/observability/"}
    model = {**head, "prefixes": prefixes, "default_prefix": "observability", "imports": ["linkml:types"]}
    return json.dumps({**model, "classes": classes}, indent=1)
