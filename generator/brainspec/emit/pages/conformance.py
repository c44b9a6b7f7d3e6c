"""The sub-page of conformance: every requirement with what shows it, and what this build did not run."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from brainspec.artefact import Artefact, artefact, banner
from brainspec.emit.markdown import Block, bullets, dotted, page, table, text
from brainspec.emit.render import render
from brainspec.emit.views.requirements import exclusions, proof_groups, tally
from brainspec.model import Definition
from brainspec.registry import Proof, Proved
from brainspec.semantics.places import place, sub_page
from brainspec.semantics.prose import Page, linked, relative, resolved
from brainspec.semantics.typography import code, counted

MOST_PROOFS = 3


def conformance(proved: Proved, capability: Definition[Any]) -> Artefact | None:
    """The sub-page; None for a capability without requirements."""
    name = capability.id.name
    numbered = sorted(proved.registry.of_kind("requirement", name), key=lambda one: one.id)
    requirements = [one for one in numbered if not one.body.retired]
    if not requirements:
        return None
    one_page = Page(proved.registry, sub_page(name, "conformance"), name)
    rows = ((_row(proved, one_page, one), one) for one in requirements)
    return artefact(
        one_page.path,
        page(
            [
                text(_opening(proved, one_page, capability), capability),
                table(("Requirement", "For", "Shown by"), rows, capability),
                *_rest(proved, one_page, capability, requirements),
            ]
        ),
    )


def classes(proved: Proved, one_page: Page, capability: Definition[Any]) -> Block:
    """Who can conform, and how many requirements each has to meet."""
    wanted = Counter(one.body.for_ for one in proved.registry.of_kind("requirement", capability.id.name))
    rows = (
        ((code(name), resolved(one_page, brief), str(wanted[name])), capability)
        for name, brief in capability.body.classes.items()
    )
    return table(("Class", "Who", "Requirements"), rows, capability)


def forms(proved: Proved, capability: str) -> Iterator[tuple[str, str, str]]:
    """What was run of a capability, by kind of proof: how often, and for how many requirements."""
    mine = proved.proofs_within(capability)
    for form in sorted({one.form for one in mine}):
        same = [one for one in mine if one.form == form]
        shown = {name for one in same if one.counts for name in one.verifies}
        yield form, _state(same), str(len(shown))


def _state(proofs: list[Proof]) -> str:
    done = sum(one.outcome == "passed" for one in proofs)
    live = sum(one.is_live for one in proofs)
    left = len(proofs) - done - live
    named = ((done, "ran"), (live, "live"), (left, "not run"))
    return ", ".join(f"{number:,} {word}" for number, word in named if number)


def _opening(proved: Proved, one_page: Page, capability: Definition[Any]) -> str:
    back = linked(one_page, capability) if capability.body.page else capability.body.title
    folder = f"specs/{capability.id.name}/"
    return render(
        "sub-page",
        title=f"{capability.body.title} conformance",
        banner=banner(folder, "conformance-page"),
        lead=f"What shows each requirement of {back}, and what nothing has shown yet.",
        status=dotted(
            counted(sum(proved.counts(capability.id.name).values()), "requirement"), tally(proved, capability.id.name)
        ),
    )


def _row(proved: Proved, one_page: Page, one: Definition[Any]) -> tuple[str, str, str]:
    where = place(one_page.registry, one)
    number = f"[{one.id.name}]({relative(one_page, where)})" if where else one.id.name
    proofs = proved.proofs_of(one.id.name)
    shown = [*proof_groups(one_page, proofs[:MOST_PROOFS]), *map(code, one.body.proved_by)]
    more = [f"{len(proofs) - MOST_PROOFS} more"] if len(proofs) > MOST_PROOFS else []
    standing = proved.standing(one.id.name)
    label = "" if standing in ("static", "live") else f"**{standing}**"
    return number, code(one.body.for_), dotted(label, *shown, *more)


def _rest(
    proved: Proved, one_page: Page, capability: Definition[Any], requirements: list[Definition[Any]]
) -> Iterator[Block]:
    yield text("## Who can conform" if capability.body.classes else "", capability)
    yield classes(proved, one_page, capability)
    excluded = exclusions(one_page, requirements)
    yield text(f"## Excluded\n\n{excluded}" if excluded else "", capability)
    yield text("## Proofs")
    rows = ((row, capability) for row in forms(proved, capability.id.name))
    yield table(("Proof", "How often", "Requirements shown"), rows)
    left = bullets(_left(proved, capability.id.name))
    yield text(f"## What did not run\n\n{left}" if left else "", capability)


def _left(proved: Proved, capability: str) -> Iterator[str]:
    """What could not be run, with the reason, by kind of proof."""
    left = [one for one in proved.proofs_within(capability) if one.outcome == "not run"]
    reasons = Counter((one.form, "waits for a running implementation" if one.is_live else one.detail) for one in left)
    for (form, reason), number in sorted(reasons.items()):
        yield f"{counted(number, form)}: {reason}"
