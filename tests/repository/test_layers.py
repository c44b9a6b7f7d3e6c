"""Which part of the compiler may import which: as the table in docs/ARCHITECTURE.md says."""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.repository.tree import modules, text

Graph = dict[str, set[str]]


def sources(tree: ast.Module, package: list[str]) -> Iterator[tuple[str, str]]:
    """Yield module and name for every import of a file, also those inside functions; `package` is its own."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield from ((".".join([*above, *filter(None, [node.module])]), alias.name) for alias in node.names)


def imports(known: dict[str, Path]) -> Graph:
    """Return module → modules of ours that it imports. `from a import b` is a.b where that is a module."""
    graph: Graph = {}
    for name, path in known.items():
        package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
        found = {f"{a}.{b}" if f"{a}.{b}" in known else a for a, b in sources(ast.parse(path.read_text()), package)}
        graph[name] = {one for one in found if one.split(".")[0] in {"brainspec", "brain_reference"}} - {name}
    return graph


def part(module: str) -> str:
    """Return the part of the compiler a module belongs to; the package itself holds only the version."""
    name = [*module.split("."), "version"][1]
    return "cli" if name == "__main__" else name


def allowed() -> Graph:
    """Return part → parts it may import, from the table `Folder | Holds | May import`.

    A part may also import what its imports may, the parts of its own row, and the version.
    """
    parts: Graph = {"version": {"version"}}
    for names, imported in re.findall(r"^\| (`.*?) \|.*\| (.*?) \|$", text("docs/ARCHITECTURE.md"), re.MULTILINE):
        row = set(re.findall(r"`(\w+)(?:/|\.py)`", names))
        direct = set(parts) if imported.startswith("all") else set(imported.split(", ")) & set(parts)
        whole = set().union(row, *(parts[one] for one in {*direct, "version"}))
        parts |= dict.fromkeys(row, whole)
    return parts


def is_compiler(module: str) -> bool:
    return module.split(".")[0] == "brainspec"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return imports(modules())


def test_every_part_of_the_compiler_has_its_row(graph: Graph) -> None:
    assert {part(name) for name in graph if is_compiler(name)} - set(allowed()) == set()


def test_imports_go_as_the_table_says(graph: Graph) -> None:
    rows = allowed()
    pairs = [(one, two) for one in graph for two in graph[one] if is_compiler(one) and is_compiler(two)]
    assert sorted(f"{one} imports {two}" for one, two in pairs if part(two) not in rows.get(part(one), ())) == []


def test_the_table_keeps_the_parts_apart() -> None:
    rows, apart = allowed(), {"rules", "prove", "emit", "validate"}
    assert {one: rows[one] & apart for one in apart} == {one: {one} for one in apart}
    assert rows["diagnostic"] == {"diagnostic", "version"}
    assert {"diagnostic", "document", "model"} <= rows["registry"] <= rows["pipeline"] <= rows["cli"]


def test_the_compiler_and_the_reference_do_not_import_each_other(graph: Graph) -> None:
    pairs = [(one, two) for one in graph for two in graph[one] if is_compiler(one) != is_compiler(two)]
    assert pairs == []


def test_no_module_imports_itself_through_others(graph: Graph) -> None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_relative_and_lazy_imports_are_seen(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.py", tmp_path / "__init__.py"
    inner.write_text("def late() -> None:\n    from brainspec import rules\n\n    import brainspec.cli\n")
    outer.write_text("from .inner import late\nfrom . import inner as same\nimport json\n")
    known = {"brainspec.emit.inner": inner, "brainspec.emit": outer, "brainspec.rules": inner}
    assert imports(known) == {
        "brainspec.emit.inner": {"brainspec.rules", "brainspec.cli"},
        "brainspec.emit": {"brainspec.emit.inner"},
        "brainspec.rules": {"brainspec.cli"},
    }
