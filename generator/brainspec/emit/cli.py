"""The schemas of what commands print with `--format json`, exported from the documents' types."""

from typing import Any, Literal, get_args, get_origin, get_type_hints

from typing_extensions import is_typeddict

from brainspec.artefact import Artefact
from brainspec.emit.exported import exported
from brainspec.emit.json_text import json_artefact
from brainspec.registry import Proved
from brainspec.report import documents


def cli(proved: Proved) -> list[Artefact]:
    """schemas/cli/<command>.schema.json, and `failed` for what every command prints when it could not work."""
    base_uri = proved.registry.project.body.base_uri
    return [_artefact(name, document, base_uri) for name, document in sorted(command_documents().items())]


def command_documents() -> dict[str, Any]:
    """Command to the type of its document."""
    typed = [one for one in vars(documents).values() if is_typeddict(one) and "command" in one.__annotations__]
    return {_command(one): one for one in typed}


def _command(document: type) -> str:
    hint = get_type_hints(document)["command"]
    return str(get_args(hint)[0]) if get_origin(hint) is Literal else document.__name__.lower()


def _artefact(name: str, document: Any, base_uri: str) -> Artefact:
    path = f"schemas/cli/{name}.schema.json"
    return json_artefact(path, exported(document, name, f"{base_uri}{path}", "generator/brainspec/report/documents.py"))
