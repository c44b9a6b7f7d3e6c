"""All Markdown, and what holds it together: start page, menu, list for agents, abbreviations."""

import re
from collections.abc import Iterable, Iterator

from brainspec.artefact import Artefact, artefact, banner, fragment
from brainspec.commands import COMMANDS
from brainspec.emit.cross import cross
from brainspec.emit.manual import manuals
from brainspec.emit.markdown import page, table, table_text, text
from brainspec.emit.menu import menu
from brainspec.emit.pages.capability import capability_pages
from brainspec.emit.pages.sub_pages import sub_pages
from brainspec.emit.plan import plan
from brainspec.emit.render import render
from brainspec.emit.skills import skills
from brainspec.model import Definition
from brainspec.model.capability import Capability
from brainspec.registry import Proved
from brainspec.semantics.prose import Page, linked, plain, resolved
from brainspec.semantics.typography import capitalised

INDEX = "docs/index.md"
BYTES_A_TOKEN = 4
WISHES = (
    ("understand a capability", "its page above: the table on top takes half a minute", ""),
    ("know a rule and its reason", "[all requirements](reference/requirements.md)", ""),
    ("check what a program wrote", "`brainspec validate FILE --as CAPABILITY.STREAM`", "validate"),
    ("build it", "`brainspec stubs CAPABILITY --language python --out DIR`, then make the tests pass", "stubs"),
    ("check what I built", "`brainspec conform URL`", "conform"),
    ("change a rule", "edit the file in `specs/`, then `brainspec build`", "build"),
    ("feed an agent", "[`llms.txt`](llms.txt), and the Markdown of every page beside its HTML", ""),
)
# Where the list for agents names a page: the first pattern that fits.
NEEDS = (
    ("Capabilities", r"docs/(?!IMPLEMENTATION_PLAN)[A-Z_]+\.md"),
    ("Build", r"docs/IMPLEMENTATION_PLAN\.md|docs/reference/[^/]+/(types|events|streams|operations|tables)\.md"),
    ("Check", r"docs/reference/(cli|rules)\.md|docs/reference/[^/]+/(requirements|conformance|problems)\.md"),
    ("Reference", r"docs/reference/[^/]+\.md"),
    ("Optional", r"docs/reference/.+"),
)


def site(proved: Proved) -> list[Artefact]:
    """Every page, and docs/index.md, docs/llms.txt, docs/.includes/nav.yml and docs/.includes/glossary.md."""
    pages = [
        *capability_pages(proved),
        *sub_pages(proved),
        *cross(proved),
        *manuals(proved),
        *plan(proved),
        *skills(proved),
        _start(proved),
    ]
    shown = [one for one in pages if one.path.startswith("docs/")]
    return [*pages, menu(proved, {one.path for one in shown}), _for_agents(proved, shown), _abbreviations(proved)]


def _start(proved: Proved) -> Artefact:
    project = proved.registry.project
    one_page = Page(proved.registry, INDEX, "")
    known = {command.name for command in COMMANDS}
    opening = render(
        "index", title=project.body.title, banner=banner("specs/", "index"), lead=resolved(one_page, project.body.brief)
    )
    rows = ((_row(proved, one_page, one), one) for one in proved.registry.capabilities)
    wishes = ((wish, way) for wish, way, command in WISHES if command in known or not command)
    return artefact(
        INDEX,
        page(
            [
                text(opening, project),
                table(("Capability", "In one sentence", "Phase", "Status", "Proven"), rows, project),
                text(table_text(("I want to", "Start here"), wishes)),
            ]
        ),
    )


def _row(proved: Proved, one_page: Page, one: Definition[Capability]) -> tuple[str, str, str, str, str]:
    counts = proved.counts(one.id.name)
    proven = f"{counts['static'] + counts['live']} of {sum(counts.values())}" if counts else ""
    brief = resolved(one_page, one.body.brief)
    return linked(one_page, one), brief, one.body.phase or "", capitalised(one.body.status), proven


def _for_agents(proved: Proved, pages: Iterable[Artefact]) -> Artefact:
    """The list of pages by need, each with its sentence and what it costs to read."""
    project = proved.registry.project
    by_need: dict[str, list[str]] = {need: [] for need, _ in NEEDS}
    for one in sorted(pages, key=lambda each: each.path):
        need = next((need for need, pattern in NEEDS if re.fullmatch(pattern, one.path)), None)
        if need:
            by_need[need].append(_agent_line(one))
    lists = [text(f"## {need}\n\n" + "\n".join(lines)) for need, lines in by_need.items() if lines]
    brief = plain(proved.registry, project.body.brief, "")
    opening = text(render("llms", title=project.body.title, banner=banner("specs/", "llms"), brief=brief), project)
    return artefact("docs/llms.txt", page([opening, *lists]))


def _agent_line(one: Artefact) -> str:
    """A page as its title, its first sentence and its size."""
    title, _, lead = one.text.split("\n\n")[:3]
    shown = " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", lead).split())
    tokens = max(100, round(len(one.text.encode()) / BYTES_A_TOKEN, -2))
    return f"- [{title.removeprefix('# ')}]({one.path.removeprefix('docs/')}): {shown} ({tokens:,.0f} tokens)"


def _abbreviations(proved: Proved) -> Artefact:
    """Short words that the site explains at a touch, on every page."""
    project = proved.registry.project
    lines = sorted(_short_words(proved))
    opening = fragment(f"<!-- {banner('specs/project.yaml', 'abbreviations')} -->\n\n", project)
    return artefact("docs/.includes/glossary.md", [opening, *(fragment(f"{line}\n", project) for line in lines)])


def _short_words(proved: Proved) -> Iterator[str]:
    for word, term in proved.registry.project.body.glossary.items():
        if term.short:
            yield f"*[{word}]: {' '.join(plain(proved.registry, term.means, '').split())}"
