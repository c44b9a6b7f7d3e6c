"""Provenance: every row of a source is answered, once, and few are declined."""

from collections.abc import Iterator
from typing import Any

from brainspec.diagnostic import Related
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.document import Pointer
from brainspec.model import Definition, Id
from brainspec.registry import Finding, Registry
from brainspec.rules.rule import rule

Findings = Iterator[Finding]
Place = tuple[Definition[Any], Pointer]
MOST_DECLINED = 0.15


def _answered(registry: Registry) -> Iterator[tuple[str, str, Place]]:
    """Source, row, and place of every row an answer names."""
    for one in registry.of_kind("answers"):
        for number, answer in enumerate(one.body.answers):
            for at, item in enumerate(answer.items):
                yield one.body.source, item, (one, ("answers", number, "items", at))


def _rows(source: Definition[Any]) -> dict[str, Pointer]:
    groups = enumerate(source.body.groups)
    return {
        row.id: ("groups", at, "rows", number, "id") for at, group in groups for number, row in enumerate(group.rows)
    }


@rule("error", about_absence=True)
def unanswered_row(registry: Registry) -> Findings:
    """A row of a source has no answer anywhere.

    Silence is not a decision: say whether the row was decided, taken over, adapted or declined, and by what.

    Bad:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: ⟦W1⟧, brief: A name for everything.}]}]
    ```
    Good:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers: [{items: [W1], is: decided, says: Everything has a name., by: ["type:name"]}]
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    known = {(source, row) for source, row, _ in _answered(registry)}
    for source in registry.of_kind("source"):
        for row, pointer in _rows(source).items():
            if (source.id.name, row) not in known:
                help_ = "Answer it in specs/<capability>/answers/: decided, same, adapted or declined."
                yield Finding(source, pointer, f"Nobody answers row {row}.", help_)


@rule("error")
def unknown_row(registry: Registry) -> Findings:
    """An answer names a row that its source does not have.

    Bad:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers: [{items: [W1, ⟦W11⟧], is: decided, says: Everything has a name., by: ["type:name"]}]
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers: [{items: [W1], is: decided, says: Everything has a name., by: ["type:name"]}]
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    for name, row, (definition, pointer) in _answered(registry):
        rows = _rows(registry[Id("", "source", name)])
        if row not in rows:
            help_ = did_you_mean(row, rows, f"Its rows: {', '.join(rows)}.")
            yield Finding(definition, pointer, f"The source `{name}` has no row {row}.", help_)


@rule("error")
def answered_twice(registry: Registry) -> Findings:
    """Two answers name the same row.

    One row has one fate; two answers will disagree one day.

    Bad:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers:
      - {items: [W1], is: decided, says: Everything has a name., by: ["type:name"]}
      - {items: [⟦W1⟧], is: same, says: As before., by: ["type:name"]}
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    Good:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers: [{items: [W1], is: decided, says: Everything has a name., by: ["type:name"]}]
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    first: dict[tuple[str, str], Place] = {}
    for source, row, (definition, pointer) in _answered(registry):
        if (source, row) in first:
            earlier, at = first[source, row]
            related = (Related(earlier.span(at), "answered here"),)
            yield Finding(definition, pointer, f"Row {row} is answered twice.", "Keep one answer.", related=related)
        first.setdefault((source, row), (definition, pointer))


@rule("error", "answers")
def empty_answer(one: Definition[Any], registry: Registry) -> Findings:
    """A declined row does not say what to do instead, or a decided one does not say by what.

    Bad:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers: [⟦{items: [W1], is: decided, says: Everything has a name.}⟧]
    ```
    Good:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers: [{items: [W1], is: decided, says: Everything has a name., by: ["type:name"]}]
    ```
    ```yaml specs/demo/types/name.yaml
    brief: The name of a thing.
    schema: {type: string, maxLength: 40}
    ```
    """
    for number, answer in enumerate(one.body.answers):
        if answer.is_ == "declined" and not answer.instead:
            help_ = "Add `instead:`, one sentence."
            yield Finding(one, ("answers", number), "A declined row says what a user does instead.", help_)
        elif answer.is_ != "declined" and not answer.by:
            help_ = "Add `by:` with the ids that decide it."
            yield Finding(one, ("answers", number), "This answer names nothing that decides it.", help_)


@rule("error", "capability")
def too_many_declined(one: Definition[Any], registry: Registry) -> Findings:
    """A capability declines more than 15 % of the rows it answers.

    A specification that mostly says no does not answer its sources.

    Bad:
    ```yaml specs/sources/wish.yaml
    title: Wish list
    brief: What people asked for.
    groups: [{title: All, rows: [{id: W1, brief: A name for everything.}]}]
    ```
    ```yaml specs/demo/answers/wish.yaml
    topic: What became of the wishes
    source: wish
    answers: [{items: [W1], is: declined, says: Not here., instead: Use a number.}]
    ```
    ```yaml specs/demo/capability.yaml
    title: ⟦Demo⟧
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    ```
    Good:
    ```yaml specs/demo/capability.yaml
    title: Demo
    brief: A demo of one capability.
    version: 0.1.0
    status: draft
    prefix: DMO
    ```
    """
    answers = [each for topic in registry.of_kind("answers", one.id.name) for each in topic.body.answers]
    rows = sum(len(each.items) for each in answers)
    declined = sum(len(each.items) for each in answers if each.is_ == "declined")
    if declined > MOST_DECLINED * rows:
        message = f"{declined} of {rows} rows are declined; at most {MOST_DECLINED:.0%} may be."
        yield Finding(one, ("title",), message, "Decide some of them.")
