"""All sub-pages, in the order in which menus and pages list them."""

from brainspec.artefact import Artefact
from brainspec.emit.pages import (
    decisions,
    entities,
    events,
    machines,
    manifests,
    mappings,
    operations,
    policies,
    problems,
    queries,
    requirements,
    scenarios,
    settings,
    streams,
    tables,
    types,
    vectors,
    wires,
)
from brainspec.emit.pages.conformance import conformance
from brainspec.emit.pages.sub_page import SubPage, sub_page_of
from brainspec.registry import Proved

SUB_PAGES: tuple[SubPage, ...] = (
    requirements.PAGE,
    types.PAGE,
    events.PAGE,
    streams.PAGE,
    mappings.PAGE,
    operations.PAGE,
    problems.PAGE,
    settings.PAGE,
    wires.PAGE,
    machines.PAGE,
    decisions.PAGE,
    vectors.PAGE,
    tables.PAGE,
    queries.PAGE,
    entities.PAGE,
    policies.PAGE,
    manifests.PAGE,
    scenarios.PAGE,
)


def sub_pages(proved: Proved) -> list[Artefact]:
    """docs/reference/<capability>/<kind>.md for every kind a capability uses, and its conformance."""
    found = [
        page
        for capability in proved.registry.capabilities
        for page in (*(sub_page_of(proved, capability, kind) for kind in SUB_PAGES), conformance(proved, capability))
    ]
    return [page for page in found if page]
