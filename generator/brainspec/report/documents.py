"""The JSON document of every command. Their schemas are published in schemas/cli/.

Every document has `command`, the `version` of the tool, and `ok`: whether the exit code is 0.
"""

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict


class Place(TypedDict):
    """A range in a file: lines and columns from 1, the end exclusive."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Related(TypedDict):
    """A second place that explains a finding."""

    place: Place
    message: str


class Finding(TypedDict):
    """One finding. `subject` is the id of the definition it is about, or empty."""

    code: str
    severity: Literal["error", "warning"]
    message: str
    help: str
    subject: str
    place: Place
    related: list[Related]


class Counts(TypedDict):
    """How much was read, found and executed."""

    errors: int
    warnings: int
    files: int
    definitions: int
    requirements: dict[str, int]
    proofs: dict[str, int]


class Check(TypedDict):
    """`brainspec check`."""

    command: Literal["check"]
    version: str
    ok: bool
    counts: Counts
    findings: list[Finding]


class Build(TypedDict):
    """`brainspec build`; with `--check` and `--dry-run` the lists say what a build would do."""

    command: Literal["build"]
    version: str
    ok: bool
    mode: Literal["write", "check", "dry-run"]
    counts: Counts
    findings: list[Finding]
    written: list[str]
    removed: list[str]
    unchanged: int


class Neighbour(TypedDict):
    """A definition that refers to another, or is referred to."""

    id: str
    place: Place


class Shown(TypedDict):
    """`brainspec show`: one definition, its proofs, and who refers to whom."""

    command: Literal["show"]
    version: str
    ok: bool
    id: str
    kind: str
    brief: str
    place: Place
    definition: Any
    sentence: NotRequired[str]
    standing: NotRequired[str]
    proofs: list[str]
    refers_to: list[Neighbour]
    referred_to_by: list[Neighbour]


class Explained(TypedDict):
    """`brainspec explain`: the manual page of a code."""

    command: Literal["explain"]
    version: str
    ok: bool
    code: str
    severity: Literal["error", "warning"]
    summary: str
    page: str


class Started(TypedDict):
    """`brainspec new`: the file that was written."""

    command: Literal["new"]
    version: str
    ok: bool
    id: str
    path: str


class TracedProof(TypedDict):
    """One thing that was executed, or waits for an implementation."""

    form: str
    definition: str
    name: str
    outcome: Literal["passed", "failed", "not run"]
    live: bool
    place: Place
    detail: str


class TracedRequirement(TypedDict):
    """One requirement, how it stands, and what shows it."""

    id: str
    level: str
    standing: str
    sentence: str
    place: Place
    proofs: list[TracedProof]


class TracedRow(TypedDict):
    """One row of a source and what became of it."""

    source: str
    id: str
    brief: str
    verdict: str
    says: str
    by: list[str]
    instead: str


class Trace(TypedDict):
    """`brainspec trace`: requirements with their proofs; with `--sources` the rows of the sources instead."""

    command: Literal["trace"]
    version: str
    ok: bool
    counts: dict[str, dict[str, int]]
    requirements: list[TracedRequirement]
    rows: list[TracedRow]


class LineFinding(TypedDict):
    """What is wrong on a line of a validated file."""

    file: str
    line: int
    code: str
    level: Literal["error", "warning"]
    message: str
    help: str


class Coverage(TypedDict):
    """What is declared and was never seen: events, and fields by event; those of the envelope under its own name."""

    events: list[str]
    fields: dict[str, list[str]]


class Validated(TypedDict):
    """`brainspec validate`: what the lines are, and what is wrong with them.

    `lines` are those that are events: each is conforming, legacy or rejected. `other` lines are no events.
    `legacy_rules` counts the lines each rule read, `missing` and `inferred` the fields that old lines lack or took from
    other lines. `findings` lists the first hundred of each code, `finding_counts` has how many there were.
    """

    command: Literal["validate"]
    version: str
    ok: bool
    target: str
    files: list[str]
    lines: int
    conforming: int
    legacy: int
    rejected: int
    other: int
    legacy_rules: dict[str, int]
    profiles: dict[str, int]
    by_event: dict[str, int]
    missing: dict[str, int]
    inferred: dict[str, int]
    findings: list[LineFinding]
    finding_counts: dict[str, int]
    coverage: Coverage
    normalized: NotRequired[str]


class Completion(TypedDict):
    """`brainspec completion`: the script of a shell."""

    command: Literal["completion"]
    version: str
    ok: bool
    script: str


class Failed(TypedDict):
    """What every command prints when it could not do its work (exit 2)."""

    command: str
    version: str
    ok: Literal[False]
    problem: str
    help: str
