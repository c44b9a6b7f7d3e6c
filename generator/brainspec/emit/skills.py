"""Skill pages: what belongs to the whole page, and one marked region for every contribution; index and summary."""

import json
import re
from collections.abc import Iterator
from typing import Any

from brainspec.artefact import Artefact, artefact, banner
from brainspec.emit.inclusions import prose_blocks
from brainspec.emit.markdown import Block, bullets, page, stacked, text
from brainspec.emit.render import render
from brainspec.model import Definition, Id
from brainspec.model.project import SkillPage
from brainspec.model.story import Skill
from brainspec.registry import Proved, Registry
from brainspec.semantics.places import place
from brainspec.semantics.prose import Page, plain, read_as, resolved
from brainspec.semantics.typography import code

INDEX, SUMMARY = "skills/index.md", "skills/SUMMARY.md"
SOURCE = "specs/skill-pages.yaml"
READ_WHEN = {"capability": "the whole capability, in ten minutes"}


def skills(proved: Proved) -> list[Artefact]:
    """Every page of specs/skill-pages.yaml, and the two lists Brain keeps of its pages."""
    owner = proved.registry.definitions.get(Id("", "skill-pages", "skill-pages"))
    if owner is None:
        return []
    pages = dict(sorted(owner.body.pages.items()))
    shown = [_skill_page(proved.registry, owner, path, one) for path, one in pages.items()]
    return [*shown, _index(owner, pages), _summary(owner, pages)]


def contributions(registry: Registry, path: str) -> list[Definition[Skill]]:
    """What capabilities contribute to a page, in order."""
    found = [one for one in registry.of_kind("skill") if one.body.page == path]
    return sorted(found, key=lambda one: (one.body.order, one.id))


def _skill_page(registry: Registry, owner: Definition[Any], path: str, one: SkillPage) -> Artefact:
    parts = contributions(registry, path)
    capability = parts[0].id.capability if parts else ""
    one_page = Page(registry, path, capability)
    return artefact(
        path,
        page(
            [
                text(_opening(one_page, one), owner),
                *(block for part in parts for block in _region(one_page, part)),
                text(_closing(one_page, one, parts), owner),
            ]
        ),
    )


def _opening(one_page: Page, one: SkillPage) -> str:
    return render(
        "skill",
        name=one.name,
        description=_yaml(" ".join(plain(one_page.registry, one.description, one_page.capability).split())),
        title=one.title,
        covers=", ".join(one.covers),
        banner=banner(SOURCE, "skill-page"),
        why=resolved(one_page, one.why),
        when=bullets(resolved(one_page, each) for each in one.when),
        not_for=" ".join(resolved(one_page, each) for each in one.not_for),
    )


def _yaml(line: str) -> str:
    """A line as a YAML value: bare where it can be, else quoted."""
    return line if re.fullmatch(r"[A-Za-z](?!.*(?:: | #)).*[^:]", line) else json.dumps(line, ensure_ascii=False)


def _region(one_page: Page, part: Definition[Skill]) -> Iterator[Block]:
    """A contribution between its two markers, so that it can be put into a page that has more."""
    mark = f"brainspec:{{}} {part.id.capability}.{part.id.name}"
    own = read_as(one_page, part)
    yield text(f"<!-- {mark.format('begin')} -->\n\n## {part.body.section}", part)
    yield from prose_blocks(own, part, part.body.body)
    yield text(f"<!-- {mark.format('end')} -->", part)


def _closing(one_page: Page, one: SkillPage, parts: list[Definition[Skill]]) -> str:
    verify = resolved(one_page, one.verify)
    see = bullets(_see(one_page, one, parts))
    return stacked(f"## Verification\n\n{verify}", f"## See Also\n\n{see}" if see else "")


def _see(one_page: Page, one: SkillPage, parts: list[Definition[Skill]]) -> Iterator[str]:
    """Where to read on, and when: what the page names, then the reference of those who contribute."""
    for name in one.see:
        definition = one_page.registry.need(name, one_page.capability)
        where = place(one_page.registry, definition)
        reason = READ_WHEN.get(definition.id.kind, str(getattr(definition.body, "brief", ""))).rstrip(".")
        yield f"{code(where.path if where else definition.path)}: {resolved(one_page, reason)}."
    owners = {part.id.capability for part in parts}
    for capability in sorted(one for one in owners if one_page.registry.of_kind("requirement", one)):
        yield f"{code(f'docs/reference/{capability}/requirements.md')}: read it for the reason behind a number."


def _index(owner: Definition[Any], pages: dict[str, SkillPage]) -> Artefact:
    """One line a page below a heading for each folder, as Brain's own index has them."""
    blocks = [text(render("skills-index", banner=banner(SOURCE, "skills-index")), owner)]
    for folder in sorted({path.rpartition("/")[0] for path in pages}):
        name = folder.removeprefix("skills/").removeprefix("domains/")
        lines = [_line(path, one) for path, one in pages.items() if path.rpartition("/")[0] == folder]
        blocks.append(text(stacked(f"## {name}", "\n".join(lines)), owner))
    return artefact(INDEX, page(blocks))


def _summary(owner: Definition[Any], pages: dict[str, SkillPage]) -> Artefact:
    lines = "\n".join(_line(path, one) for path, one in pages.items())
    return artefact(
        SUMMARY, page([text(render("skills-summary", banner=banner(SOURCE, "skills-summary"), lines=lines), owner)])
    )


def _line(path: str, one: SkillPage) -> str:
    """A page in Brain's line format."""
    return f"- [{path.rpartition('/')[2]}]({path.removeprefix('skills/')}) - {' '.join(one.summary.split())}"
