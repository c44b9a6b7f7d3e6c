"""The kinds of definitions: where each lives and which model it has."""

from typing import NamedTuple

import brainspec.model.access as access
import brainspec.model.behaviour as behaviour
import brainspec.model.capability as capability
import brainspec.model.interface as interface
import brainspec.model.mapping as mapping
import brainspec.model.project as project
import brainspec.model.scenario as scenario
import brainspec.model.storage as storage
import brainspec.model.story as story
import brainspec.model.stream as stream_model
import brainspec.model.value as value
from brainspec.model.fields import Model


class Kind(NamedTuple):
    """A kind: its name, the folder (or file) it lives in, its model, and the kind of its items if it is a collection.

    `items` names the field that lists the items; `suffix` is the file name ending.
    """

    name: str
    folder: str
    model: type[Model]
    items: tuple[str, str] | None = None
    suffix: str = ".yaml"


# In the order in which pages and manuals list them.
_ALL = (
    Kind("project", "project.yaml", project.Project),
    Kind("skill-pages", "skill-pages.yaml", project.SkillPages),
    Kind("source", "sources", project.Source),
    Kind("capability", "capability.yaml", capability.Capability),
    Kind("guide", "guides", story.Guide, suffix=".md"),
    Kind("skill", "skills", story.Skill, suffix=".md"),
    Kind("tasks", "tasks", story.Tasks, ("tasks", "task")),
    Kind("answers", "answers", capability.Answers),
    Kind("requirements", "requirements", capability.Requirements, ("requirements", "requirement")),
    Kind("type", "types", value.Type),
    Kind("event", "events", value.Event),
    Kind("stream", "streams", stream_model.Stream),
    Kind("mapping", "mappings", mapping.Mapping, ("rules", "rule")),
    Kind("operation", "operations", interface.Operation),
    Kind("problems", "problems", interface.Problems, ("problems", "problem")),
    Kind("settings", "settings", interface.Settings, ("settings", "setting")),
    Kind("wire", "wires", interface.Wire),
    Kind("machine", "machines", behaviour.Machine),
    Kind("decision", "decisions", behaviour.Decision),
    Kind("vector", "vectors", value.Vector),
    Kind("table", "tables", storage.Table),
    Kind("query", "queries", storage.Query),
    Kind("fixture", "fixtures", storage.Fixture),
    Kind("entity", "entities", access.Entity),
    Kind("policy", "policies", access.Policy),
    Kind("manifest", "manifests", access.Manifest),
    Kind("scenario", "scenarios", scenario.Scenario),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}

# Kinds of what stands inside another definition: item kind to its collection kind.
ITEM_KINDS: dict[str, str] = {kind.items[1]: kind.name for kind in _ALL if kind.items} | {"action": "entity"}
