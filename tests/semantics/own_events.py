"""The event stream of this repository's own specs, read once."""

from functools import cache

from brainspec.model import Definition
from brainspec.model.stream import Stream
from brainspec.pipeline import link_project
from brainspec.registry import Registry
from brainspec.semantics.reading import Reading
from brainspec.semantics.stream import StreamReader
from tests.repository.tree import ROOT

RUN = "run-1770113730-4242"
ITERATION = f":::ITER_START::: iter=3 run_id={RUN} ts=1770113730120"
START = ":::TOOL_START::: id=tool_1 tool=verifier cache_key=verifier|9d1c4e7 git_sha=9d1c4e7 ts=2026-02-03T10:15:31Z"
END = ":::TOOL_END::: id=tool_1 result=PASS exit=0 duration_ms=4120 ts=2026-02-03T10:15:35Z"
CANONICAL = f":::ITER_START::: v=1 id=evt-7 ts=2026-02-03T10:15:30Z run_id={RUN} iter=3"


@cache
def registry() -> Registry:
    linked = link_project(ROOT)
    assert linked.is_whole
    return linked.registry


def stream() -> Definition[Stream]:
    return registry().need("events", "observability", "stream")


@cache
def shared_reader() -> StreamReader:
    return StreamReader(registry(), stream())


def read(*lines: str) -> list[Reading]:
    """What the lines of one file are."""
    reader = shared_reader()
    reader.start()
    return [reader.read(line, number) for number, line in enumerate(lines, 1)]


def said(reading: Reading) -> str:
    """Why a line is refused."""
    assert reading.flaw
    return " ".join(reading.flaw.explain())
