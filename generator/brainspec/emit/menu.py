"""The menu of the site, as the part of mkdocs.yml that is computed."""

import json
import re
from collections.abc import Iterator

from brainspec.artefact import Artefact, artefact, banner, fragment
from brainspec.emit.pages.sub_pages import SUB_PAGES
from brainspec.registry import Proved
from brainspec.semantics.places import PLAN, sub_page
from brainspec.semantics.typography import capitalised

REFERENCE = {
    "Requirements": "requirements.md",
    "Events": "events.md",
    "Problems": "problems.md",
    "Settings": "settings.md",
    "Command line": "cli.md",
    "Sources": "sources.md",
    "Glossary": "glossary.md",
}
CONTRIBUTE = {
    "Architecture": "ARCHITECTURE.md",
    "Spec language": "reference/language.md",
    "Findings": "reference/rules.md",
}
WRITTEN = "ARCHITECTURE.md"


def menu(proved: Proved, paths: set[str]) -> Artefact:
    """docs/.includes/nav.yml: the pages that exist, capabilities in order, each with its sub-pages."""
    lines = [f"# {banner('specs/', 'nav')}", "nav:", "  - Home: index.md", "  - Capabilities:"]
    lines += [line for one in _capabilities(proved, paths) for line in one]
    lines.append("  - Reference:")
    lines += [
        f"      - {name}: reference/{file}" for name, file in REFERENCE.items() if f"docs/reference/{file}" in paths
    ]
    lines += [f"  - Plan: {PLAN.removeprefix('docs/')}"] if PLAN in paths else []
    lines.append("  - Contribute:")
    lines += [
        f"      - {name}: {file}" for name, file in CONTRIBUTE.items() if file == WRITTEN or f"docs/{file}" in paths
    ]
    return artefact(
        "docs/.includes/nav.yml", [fragment("".join(f"{line}\n" for line in lines), proved.registry.project)]
    )


def _capabilities(proved: Proved, paths: set[str]) -> Iterator[list[str]]:
    for one in proved.registry.capabilities:
        names = [(kind.title, kind.name) for kind in SUB_PAGES] + [("conformance", "conformance")]
        found = [(title, sub_page(one.id.name, name)) for title, name in names]
        entries = [("overview", one.body.page or ""), *found]
        shown = [f"          - {_key(title)}: {path.removeprefix('docs/')}" for title, path in entries if path in paths]
        if shown:
            yield [f"      - {_key(one.body.title)}:", *shown]


def _key(title: str) -> str:
    """A title as a YAML key."""
    shown = capitalised(title)
    return shown if re.fullmatch(r"[A-Za-z][A-Za-z0-9 -]*", shown) else json.dumps(shown, ensure_ascii=False)
