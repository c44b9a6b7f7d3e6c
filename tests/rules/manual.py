"""The examples of manual pages as small projects: fences to files, `⟦ ⟧` to the span a finding must have."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from brainspec.diagnostic import Diagnostic, Span
from brainspec.pipeline import compile_project

START, END = "⟦", "⟧"
_FENCE = re.compile(r"^```(?:yaml|markdown) (?P<path>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_SUPPLIED = {
    "specs/project.yaml": """\
format: 1
title: Demo
brief: A project for one example.
base_uri: https://demo.example/
phases: {A: {title: First, number: 41, why: It comes first.}}
order: [demo]
""",
    "specs/demo/capability.yaml": """\
title: Demo
brief: A capability for one example.
version: 0.1.0
status: draft
prefix: DMO
classes: {service: The demo.}
""",
}


@dataclass(frozen=True)
class Example:
    """One example: its files, and the places it marks."""

    files: dict[str, str] = field(default_factory=dict)
    marked: tuple[Span, ...] = ()

    def compile(self, folder: Path) -> list[Diagnostic]:
        """What is found in it, with the files that every project has."""
        for path, text in {**_SUPPLIED, **self.files}.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        return compile_project(folder).findings


def examples(page: str) -> dict[str, Example]:
    """The examples of a page by their word, `Bad` and `Good`; empty where it shows none."""
    parts = re.split(r"^(Bad|Good):\n", page, flags=re.MULTILINE)
    return {word: fences(text) for word, text in zip(parts[1::2], parts[2::2], strict=True)}


def fences(text: str) -> Example:
    """The example that the fences of a text show."""
    files, marked = {}, []
    for fence in _FENCE.finditer(text):
        path, content = fence["path"], fence["text"]
        assert path not in files, f"{path} is written twice"
        if START in content:
            marked.append(_span(path, content))
        files[path] = content.replace(START, "").replace(END, "")
    return Example(files, tuple(marked))


def _span(path: str, content: str) -> Span:
    assert content.count(START) == content.count(END) == 1, f"{path} marks several places"
    before, _, rest = content.partition(START)
    inside = rest.partition(END)[0]
    return Span(path, *_place(before), *_place(before + inside))


def _place(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - before.rfind("\n")
