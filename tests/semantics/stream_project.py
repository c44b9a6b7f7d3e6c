"""A small project with a stream of events in two profiles, for tests of schemas and examples."""

from pathlib import Path

from brainspec.pipeline import compile_project
from brainspec.registry import Proved, Registry
from tests.mini import Mini, mini

PLATFORM = """\
title: Platform
brief: What all share.
version: 0.1.0
status: draft
prefix: PLT
"""
TIMESTAMP = """\
brief: A moment in UTC.
schema: {type: string, pattern: "^[0-9-]{10}T[0-9:]{8}Z$", maxLength: 20}
"""
OUTCOME = """\
brief: How it ended.
schema: {type: string}
values: {ok: It worked., fail: It did not.}
"""
ENVELOPE = """\
brief: What every event has.
schema:
  type: object
  required: [id, event, ts]
  properties:
    id: {type: string, maxLength: 8}
    event: {type: string, description: Its name.}
    ts: {$ref: platform.timestamp}
    count: {type: integer}
  if: {required: [count], properties: {count: {const: 0}}}
  then: {properties: {id: {const: zero}}}
"""
STREAM = """\
brief: What happened.
envelope: envelope
discriminator: event
sample: {id: e1, ts: "2026-01-25T14:40:13Z"}
profiles:
  imported: {brief: What old lines give., may_lack: [ts, outcome], adds: {missing: {type: array, uniqueItems: true}}}
unknown: {event: UNKNOWN, field: reject}
encodings: {json-lines: {media: application/jsonl, frame: json-line}}
"""
EVENT = """\
brief: A tool ended.
stream: events
emitted: Once a call.
severity: info
schema:
  required: [call, outcome]
  properties: {call: {type: string}, outcome: {$ref: outcome}, exit_code: {type: integer}}
  if: {properties: {outcome: {const: ok}}}
  then: {properties: {exit_code: {const: 0}}}
examples:
  - {name: failed, change: {base: passed, set: {/outcome: fail, /exit_code: 1}}}
  - {name: passed, value: {exit_code: 0, outcome: ok, call: c1}}
counterexamples:
  - {name: masked, change: {base: passed, set: {/exit_code: 1}}, refused_by: {keyword: const, at: /exit_code}}
  - {name: no-time, change: {base: passed, remove: [/ts]}, refused_by: {keyword: required, at: ""}}
"""


def stream_project(root: Path, unknown: str = "reject") -> Mini:
    """The project, in a folder."""
    made = mini(root)
    made.write(
        "specs/demo/capability.yaml", (root / "specs/demo/capability.yaml").read_text() + "depends_on: [platform]\n"
    )
    made.write("specs/platform/capability.yaml", PLATFORM)
    made.write("specs/platform/types/timestamp.yaml", TIMESTAMP)
    made.write("specs/demo/types/outcome.yaml", OUTCOME)
    made.write("specs/demo/types/envelope.yaml", ENVELOPE)
    made.write("specs/demo/streams/events.yaml", STREAM.replace("UNKNOWN", unknown))
    made.write("specs/demo/events/tool-end.yaml", EVENT)
    return made


def proved(made: Mini) -> Proved:
    """What the project compiles to."""
    found = compile_project(made.root)
    assert found.proved, found.findings
    return found.proved


def registry(made: Mini) -> Registry:
    """The linked definitions of the project."""
    return proved(made).registry
