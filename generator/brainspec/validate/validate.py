"""Validates files against a target: a stream, a type or an event."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import brainspec.validate.instances as instances
from brainspec.diagnostic.nearest import did_you_mean
from brainspec.model import Definition
from brainspec.registry import Registry
from brainspec.semantics.stream_event import EventForm, event_form, type_form
from brainspec.validate.normalized import Write, json_lines
from brainspec.validate.streams import StreamValidator
from brainspec.validate.tally import Result, Tally

KINDS = ("stream", "type", "event")
STDIN = Path("-")
_LINES = (".jsonl", ".ndjson")

Read = Callable[[IO[bytes], Tally, Callable[[int], None]], None]


class Unusable(ValueError):
    """What was asked for cannot be done; `help` says what can."""

    def __init__(self, problem: str, help_: str) -> None:
        super().__init__(problem)
        self.help = help_


def validate(
    registry: Registry, target: str, paths: Sequence[Path], *, normalize: Path | None = None, is_strict: bool = False,
    on_read: Callable[[int], None] = lambda _: None,
) -> Result:  # fmt: skip
    """What the files are when read as `target` (`observability.events`); `-` is standard input.

    A stream is read line by line; canonical events go to `normalize`. Against a type or an event a `.jsonl` or
    `.ndjson` file and standard input hold one value a line, any other file is one JSON document. `is_strict` makes
    legacy lines errors. `on_read` is told how many bytes were read. Raises Unusable and OSError.
    """
    definition = _find(registry, target)
    _refuse(definition, paths, normalize)
    with json_lines(normalize) as write:
        forms, read = _reader(registry, definition, is_strict=is_strict, write=write)
        tally = Tally(forms, [str(path) for path in paths])
        for path in paths:
            tally.file = str(path)
            with _opened(path) as file:
                read(path)(file, tally, on_read)
    return tally.result()


def _find(registry: Registry, target: str) -> Definition[Any]:
    found = registry.find(target, "", KINDS)
    if found is None:
        streams = ", ".join(f"`{one.id.capability}.{one.id.name}`" for one in registry.of_kind("stream"))
        near = did_you_mean(target, registry.names.candidates("", KINDS), f"Streams: {streams}.")
        raise Unusable(f"There is no stream, type or event `{target}`.", near)
    return found


def _refuse(definition: Definition[Any], paths: Sequence[Path], normalize: Path | None) -> None:
    if normalize is None:
        return
    if not _has_events(definition):
        raise Unusable(f"`{definition.id}` has one form only.", "Leave --normalize out; it is for streams of events.")
    if len(paths) > 1:
        raise Unusable("Several files cannot be normalized into one.", "Name one; the line numbers in it refer to it.")
    if normalize.exists() and not normalize.is_file():
        raise Unusable(f"{normalize} is no ordinary file.", "Name another file.")
    if normalize.resolve() in [path.resolve() for path in paths]:
        raise Unusable("The normalized file would replace its source.", "Name another file.")


def _has_events(definition: Definition[Any]) -> bool:
    return definition.id.kind == "stream" and not definition.body.items


def _reader(
    registry: Registry, definition: Definition[Any], *, is_strict: bool, write: Write | None
) -> tuple[Mapping[str, EventForm], Callable[[Path], Read]]:
    """The forms that can be met, and what reads a file at a path."""
    if _has_events(definition):
        stream = StreamValidator(registry, definition, is_strict=is_strict, write=write)
        return stream.reader.forms, lambda _: stream.file
    if definition.id.kind == "stream":
        definition = registry.need(definition.body.items, definition.id.capability, "type")
    form = (event_form if definition.id.kind == "event" else type_form)(registry, definition)

    def read(path: Path) -> Read:
        part = instances.lines if path == STDIN or path.suffix in _LINES else instances.document
        return lambda file, tally, on_read: part(file, form, tally, on_read)

    return {form.name: form}, read


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    if path == STDIN:
        yield sys.stdin.buffer
    else:
        with path.open("rb") as file:
            yield file
