"""How long, how wide and how named our Python may be. The generated contract is not ours to shorten."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

import pytest

from tests.repository.tree import ROOT, files, modules

MODULE_LINES, FUNCTION_LINES, NINE_IN_TEN, PARAMETERS = 300, 50, 25, 6
EMPTY_WORDS = {
    "utils",
    "util",
    "helper",
    "helpers",
    "common",
    "manager",
    "handler",
    "processor",
    "base",
    "core",
    "data",
    "info",
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files() -> list[Path]:
    """Return our modules and the tests."""
    tests = [ROOT / path for path in files() if path.startswith(("tests/", "benchmarks/")) and path.endswith(".py")]
    assert tests
    return [*modules().values(), *tests]


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, Function))


def length(function: Function) -> int:
    """Return the lines from `def` to the end, the docstring not counted."""
    docstring = function.body[0] if ast.get_docstring(function, clean=False) is not None else None
    spared = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return (function.end_lineno or 0) - function.lineno + 1 - spared


def parameters(function: Function) -> int:
    """Return how many parameters a caller may give; `self` and `cls` are none."""
    listed = function.args
    named = [argument.arg for argument in (*listed.posonlyargs, *listed.args, *listed.kwonlyargs)]
    return len([name for name in named if name not in {"self", "cls"}])


def place(path: Path, node: Function | ast.ClassDef) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{node.lineno} {node.name}"


def is_empty(name: str) -> bool:
    """Tell whether a name, in snake_case or CamelCase, has a word that says nothing. Python's own are spared."""
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])", name)}
    return not name.startswith("__") and bool(words & EMPTY_WORDS or name.startswith("get_"))


def test_modules_are_short() -> None:
    lines = {path.relative_to(ROOT).as_posix(): len(path.read_text().splitlines()) for path in python_files()}
    assert {path: count for path, count in lines.items() if count > MODULE_LINES} == {}


def test_functions_are_short_and_take_few_parameters() -> None:
    listed = [(path, function) for path in python_files() for function in functions(path)]
    assert [place(*one) for one in listed if length(one[1]) > FUNCTION_LINES] == []
    assert [place(*one) for one in listed if parameters(one[1]) > PARAMETERS] == []


def test_nine_functions_in_ten_are_shorter_still() -> None:
    lengths = [length(function) for path in modules().values() for function in functions(path)]
    assert quantiles(lengths, n=10)[-1] <= NINE_IN_TEN


def test_names_say_what_a_thing_is() -> None:
    nodes = [(path, node) for path in modules().values() for node in ast.walk(ast.parse(path.read_text()))]
    named = [(path, node) for path, node in nodes if isinstance(node, Function | ast.ClassDef)]
    assert [name for name in modules() if is_empty(name.rpartition(".")[2])] == []
    assert [place(*one) for one in named if is_empty(one[1].name)] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [("def f(a, /, b, *, c):\n    '''Two\n    lines.'''\n    return a", (2, 3)), ("def f(self): ...", (1, 0))],
)
def test_measures(code: str, expected: tuple[int, int]) -> None:
    (function,) = ast.parse(code).body
    assert isinstance(function, Function)
    assert (length(function), parameters(function)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("JSONHandler", True), ("get_all", True), ("load_core", True), ("__get_core__", False), ("document", False)],
)
def test_empty_names(name: str, expected: bool) -> None:
    assert is_empty(name) == expected
