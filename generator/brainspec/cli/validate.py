"""`brainspec validate`: are the lines of a file what the specs say, and what became of the old ones?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from brainspec.cli.session import Session

if TYPE_CHECKING:
    from brainspec.registry import Registry


def validate(
    session: Session, files: tuple[Path, ...], *, as_: str, normalize: Path | None = None, strict: bool = False
) -> None:
    """Validate files against a stream, a type or an event."""
    from brainspec.report.validated import validated_text
    from brainspec.validate import Unusable
    from brainspec.validate import validate as run

    registry = _registry(session)
    try:
        with _progress(files) as on_read:
            result = run(registry, as_, files, normalize=normalize, is_strict=strict, on_read=on_read)
    except Unusable as error:
        session.fail(str(error), error.help)
    found = asdict(result)
    document = {"ok": found.pop("is_clean"), "target": as_, **found}
    if normalize:
        document["normalized"] = str(normalize)
    session.answer(document, lambda: validated_text(document))  # type: ignore[arg-type]


def _registry(session: Session) -> Registry:
    """The linked specs; ends the command where they break a rule, because then nothing is sure."""
    from brainspec.pipeline import link_project
    from brainspec.rules import check_registry

    linked = link_project(session.project)
    found = [*linked.findings, *(check_registry(linked.registry) if linked.is_whole else ())]
    if any(one.is_error for one in found):
        session.fail("The specs have errors, so files cannot be judged by them.", "Run `brainspec check` and fix them.")
    return linked.registry


@contextmanager
def _progress(files: tuple[Path, ...]) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal, nothing in a pipe; gives what takes the number of bytes read."""
    import click

    size = sum(one.stat().st_size for one in files if one.is_file())
    if not sys.stderr.isatty() or not size:
        yield lambda _: None
        return
    with click.progressbar(length=size, label="Reading", file=sys.stderr) as bar:
        yield bar.update
