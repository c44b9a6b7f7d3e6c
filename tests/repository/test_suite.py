"""`make test` skips nothing: a test that cannot run here is marked `outside`, and no other way out is taken."""

import ast

from tests.repository.tree import ROOT, files

WAYS_OUT = {"skip", "skipif", "importorskip", "xfail"}


def test_no_test_is_skipped_or_expected_to_fail() -> None:
    paths = [path for path in files() if path.startswith("tests/") and path.endswith(".py")]
    nodes = [(path, node) for path in paths for node in ast.walk(ast.parse((ROOT / path).read_text()))]
    assert nodes
    assert [
        f"{path}:{node.lineno}" for path, node in nodes if isinstance(node, ast.Attribute) and node.attr in WAYS_OUT
    ] == []
