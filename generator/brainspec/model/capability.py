"""A capability: its story, its rules and what became of its sources."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, model_validator

from brainspec.model.described import Described
from brainspec.model.fields import (
    AnyRef,
    Brief,
    Clause,
    Many,
    Model,
    Prose,
    Ref,
    RequirementNumber,
    Slug,
    Version,
)


class UseCase(Model):
    """Somebody's reason to want the capability."""

    id: Slug
    """Its name."""
    brief: Brief
    """The use case in one sentence."""


class Questions(Model):
    """The five rows on top of the capability page."""

    what: Prose
    """What is it?"""
    do: Prose
    """What do I do?"""
    where: Prose
    """Where does it go?"""
    check: Prose
    """How do I check it?"""
    left_out: Prose
    """What is left out?"""


class Capability(Described):
    """One capability of the platform (`capability.yaml`); its folder holds everything else."""

    title: str
    """Its title, as on its page."""
    version: Version
    """Its version."""
    status: Literal["draft", "stable", "deprecated"]
    """How far it is."""
    phase: str | None = None
    """The phase of the plan; the platform has none."""
    prefix: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """The letters its requirement ids start with."""
    depends_on: Many[Annotated[str, Ref("capability")]] = ()
    """Capabilities whose definitions it may use."""
    page: str | None = None
    """The path of its page; the platform has none."""
    skills: Many[str] = ()
    """The skill pages it contributes to."""
    why: Prose | None = None
    """Why it exists, two to four sentences."""
    classes: dict[Slug, Brief] = {}
    """Who can conform, each with a sentence."""
    use_cases: Many[UseCase] = ()
    """The reasons to want it."""
    scope: Many[Prose] = ()
    """What it settles."""
    non_goals: Many[Prose] = ()
    """What it leaves to others."""
    questions: Questions | None = None
    """The five rows on top of its page."""
    replaces: Many[Prose] = ()
    """What of Brain it replaces."""


class Exclusion(Model):
    """Why a requirement has no proof yet."""

    why: Prose
    """The reason."""
    until: Version
    """The capability version at which the exclusion ends."""


class Requirement(Model):
    """One rule, rendered as `[When {when}, ]{subject} {LEVEL} {predicate}[ list][, unless … | , but only if …].`"""

    id: RequirementNumber
    """Its permanent number, prefix first."""
    for_: Slug | None = Field(default=None, alias="for")
    """The conformance class that must obey (written `for`); without it, the one of the topic."""
    when: Clause | None = None
    """A condition that a test can create."""
    subject: Prose | None = None
    """Who obliges: a noun with its article, or `it` after `when`; without it, the one of the topic."""
    level: Literal["must", "must-not", "should", "should-not", "may"]
    """The keyword of BCP 14."""
    predicate: Clause
    """What the subject does, with a bare verb."""
    all_of: Many[Clause] = ()
    """A list of which all hold."""
    one_of: Many[Clause] = ()
    """A list of which exactly one holds."""
    in_order: Many[Clause] = ()
    """A list of steps that follow each other."""
    unless: Clause | None = None
    """The exception."""
    only_if: Clause | None = None
    """The condition without which it does not hold."""
    why: Prose
    """The reason; it does not repeat the sentence."""
    note: Prose | None = None
    """More, as Markdown."""
    since: Version | None = None
    """The capability version that added it."""
    retired: Version | None = None
    """The capability version that retired it; the number stays taken."""
    source: Many[str] = ()
    """Outside documents it rests on."""
    see: Many[AnyRef] = ()
    """Definitions it is about."""
    excluded: Exclusion | None = None
    """Set when nothing proves it yet."""
    proved_by: Many[str] = ()
    """Named tests of an implementation that prove what no kit can see from outside."""


class Requirements(Described):
    """The rules of one topic (`requirements/`); an item is referred to by its number."""

    topic: str
    """The heading of the topic."""
    for_: Slug | None = Field(default=None, alias="for")
    """The conformance class of the rules that name none (written `for`)."""
    subject: str | None = None
    """The subject of the rules that name none."""
    requirements: Many[Requirement]
    """The rules, in reading order."""

    @model_validator(mode="before")
    @classmethod
    def _complete(cls, written: Any) -> Any:
        """Give every rule what the topic says for all."""
        if not isinstance(written, dict) or not isinstance(written.get("requirements"), list):
            return written
        shared = {key: written[key] for key in ("for", "subject") if key in written}
        rules = [{**shared, **one} if isinstance(one, dict) else one for one in written["requirements"]]
        return {**written, "requirements": rules}


class Answer(Model):
    """What became of some rows of a source."""

    items: Many[str]
    """The rows."""
    is_: Literal["decided", "same", "adapted", "declined"] = Field(alias="is")
    """The verdict (written `is`)."""
    says: Prose
    """The decision in one sentence."""
    by: Many[AnyRef] = ()
    """The definitions that decide it."""
    instead: Prose | None = None
    """What a user does instead, when declined."""


class Answers(Model):
    """What became of the rows of a source in this capability (`answers/`)."""

    topic: str
    """The heading of the table."""
    source: Annotated[str, Ref("source")]
    """The source."""
    answers: Many[Answer]
    """The answers, in reading order."""
