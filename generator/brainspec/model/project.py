"""The project as a whole, its sources, and its skill pages."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from brainspec.model.fields import AnyRef, Brief, Many, Model, Prose, Ref, Slug


class Phase(Model):
    """One phase of the plan."""

    title: str
    """Its title in the plan."""
    number: int
    """Its number in the plan, permanent, above 39."""
    why: Prose
    """Why it stands where it stands."""


class Term(Model):
    """A word of the glossary."""

    means: Prose
    """What it means, in one sentence."""
    short: bool = False
    """Whether it is an abbreviation that pages explain at a touch."""
    avoid: Many[str] = ()
    """Other words for the same thing, which specs do not use."""


class Project(Model):
    """What holds for all specs of this project (`specs/project.yaml`)."""

    format: Literal[1]
    """The version of the spec language."""
    title: str
    """The title of the site."""
    brief: Brief
    """The project in one sentence."""
    base_uri: Annotated[str, StringConstraints(pattern=r"^https://[^ ]+/$")]
    """Where schema and problem URIs start."""
    repository: str | None = None
    """Where the sources are browsed, ending in the branch; without it paths are printed as code."""
    phases: dict[str, Phase]
    """The phases of the plan, by letter."""
    order: Many[Annotated[str, Ref("capability")]]
    """The capabilities in reading order."""
    glossary: dict[str, Term] = {}
    """The words of the project."""


class Row(Model):
    """One thing a source asks for or says, in our own words."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Za-z0-9.-]*$", max_length=24)]
    """Its number, unique within the source."""
    brief: Brief
    """What it says."""


class RowGroup(Model):
    """Rows of a source that belong together."""

    title: str
    """What they are about."""
    rows: Many[Row]
    """The rows."""


class Source(Model):
    """A document outside the project whose rows the specs must answer (`specs/sources/`)."""

    title: str
    """Its title."""
    brief: Brief
    """What it is."""
    groups: Many[RowGroup]
    """Its rows, grouped by subject."""


class SkillPage(Model):
    """What belongs to a whole skill page, whoever contributes sections."""

    name: Slug
    """Its name in front matter."""
    title: str
    """Its heading."""
    description: Prose
    """When to use it, at most 60 words, starting with "Use this skill when"."""
    covers: Many[str]
    """Words to find it by."""
    why: Prose
    """Why it exists, two sentences."""
    when: Many[Prose]
    """Situations in which to read it, error messages too."""
    not_for: Many[Prose] = ()
    """What another page is for."""
    summary: Brief
    """Its line in the index."""
    finds: Many[str]
    """Prompts that must find this page first."""
    near_misses: Many[str]
    """Prompts that must not find it first."""
    verify: Prose
    """How to check that the work is done, with a command and its output."""
    see: Many[AnyRef] = ()
    """Where to read on."""


class SkillPages(Model):
    """All skill pages, by path (`specs/skill-pages.yaml`)."""

    pages: dict[str, SkillPage]
    """Path below the repository, such as `skills/domains/ralph/ralph-patterns.md`, to the page."""
