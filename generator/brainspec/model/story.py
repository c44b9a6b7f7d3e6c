"""Pages people write: guides, skills, and the tasks of the plan."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from brainspec.model.fields import Brief, Many, Model, Prose, Ref


class Guide(Model):
    """A section of the capability page, named after what the reader wants to know (`guides/*.md`)."""

    title: str
    """The heading."""
    order: int
    """Its place on the page; smaller comes first."""
    body: Prose
    """The text below the front matter."""


class Skill(Model):
    """A contribution to a skill page (`skills/*.md`)."""

    page: str
    """The path of the page."""
    section: str
    """The heading of the contribution."""
    order: int
    """Its place among the contributions."""
    budget: int
    """The most tokens it may cost, four bytes a token."""
    brief: Brief
    """What it makes an agent do."""
    body: Prose
    """The text below the front matter."""


class Task(Model):
    """One task of the plan: a single iteration of work."""

    id: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*\.[1-9][0-9]*\.[1-9][0-9]*$")]
    """Its permanent number: phase, capability, task."""
    title: str
    """What to do, verb first."""
    priority: Literal["HIGH", "MEDIUM", "LOW"]
    """How urgent it is."""
    goal: Prose
    """What is true afterwards."""
    accept: Many[str]
    """Commands that exit 0 when it is done."""
    if_blocked: Prose
    """What to do when it cannot be done."""
    inputs: Many[str] = ()
    """At most three files to read first."""
    outputs: Many[str] = ()
    """Files it makes or changes."""
    depends: Many[Annotated[str, Ref("task")]] = ()
    """Tasks that come first."""


class Tasks(Model):
    """Tasks of one topic (`tasks/`); an item is referred to by its number."""

    topic: str
    """What they are about."""
    tasks: Many[Task]
    """The tasks."""
