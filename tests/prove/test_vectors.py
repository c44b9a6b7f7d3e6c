"""Vectors are run where an installed package offers their algorithm, and nowhere else."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from brainspec.semantics.algorithm import installed
from tests.prove.project import found, proofs

JOINED = """\
    brief: Puts two texts together.
    steps: [Write the first text and then the second.]
    version: joined/1
    input: {type: array, minItems: 2, maxItems: 2, items: {type: string}}
    output: {type: string}
    cases:
      - {name: two, in: [a, b], out: ab}
      - {name: other, change: {base: two, set: {/1: c}}, out: ac, differs_from: [two]}
      - {name: again, in: [ab, ""], same_as: two}
"""
Install = Callable[[str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """A way to install a package with the algorithm `demo.joined`."""
    site = tmp_path / "site"

    def with_body(body: str) -> None:
        metadata = site / "demo_joined-1.0.dist-info"
        metadata.mkdir(parents=True)
        (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: demo-joined\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text("[brainspec.algorithms]\ndemo.joined = demo_joined:joined\n")
        (site / "demo_joined.py").write_text(body)
        monkeypatch.syspath_prepend(str(site))

    installed.cache_clear()
    yield with_body
    installed.cache_clear()
    sys.modules.pop("demo_joined", None)


def test_without_an_installed_algorithm_nothing_is_run(tmp_path: Path) -> None:
    shown = proofs(tmp_path / "project", {"vectors/joined": JOINED})
    assert [(one.name, one.outcome, one.detail) for one in shown] == [
        (name, "not run", "no algorithm `demo.joined` is installed") for name in ("two", "other", "again")
    ]


def test_an_installed_algorithm_is_run(tmp_path: Path, install: Install) -> None:
    install("def joined(pair):\n    return pair[0] + pair[1]\n")
    assert [one.outcome for one in proofs(tmp_path / "project", {"vectors/joined": JOINED})] == ["passed"] * 3


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("def joined(pair):\n    return pair[1] + pair[0]\n", 'The algorithm gives "ba", not "ab".'),
        ("def joined(pair):\n    return 'ab'\n", '`other` and `two` both give "ab".'),
        ("def joined(pair):\n    raise KeyError('x')\n", "The algorithm fails on `two`: KeyError: 'x'."),
        ("def joined(pair):\n    return {1}\n", "The algorithm fails on `two`: TypeError: Object of type set"),
        (
            "raise OSError('no disk')\n",
            "The algorithm of this vector is broken: demo_joined:joined cannot be loaded: OSError",
        ),
        ("def joined(pair):\n    pair[0] += pair.pop()\n    return pair[0]\n", ""),
    ],
)
def test_another_output_is_found(tmp_path: Path, install: Install, body: str, message: str) -> None:
    install(body)
    result = [one for one in found_all(tmp_path / "project") if one[0] == "failed-vector"]
    assert any(each.startswith(message) for _, each in result) if message else result == []


def found_all(folder: Path) -> list[tuple[str, str]]:
    from tests.prove.project import compiled

    return [(one.code.slug, one.message) for one in compiled(folder, {"vectors/joined": JOINED}).findings]


def test_an_open_output_is_printed_to_be_pasted(tmp_path: Path, install: Install) -> None:
    install("def joined(pair):\n    return pair[0] + pair[1]\n")
    text = JOINED.replace("out: ab}", 'out: "?"}').replace("[a, b]", '["ä", b]')
    assert found(tmp_path / "project", {"vectors/joined": text})["open-output"] == 'The algorithm gives "äb".'


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("in: [a, b]", "in: [a]", "refused-vector-value"),
        ("out: ab", "out: 5", "refused-vector-value"),
        ("set: {/1: c}", "set: {/1: 5}", "refused-vector-value"),
        ("base: two", "base: tow", "broken-change"),
        ("set: {/1: c}", "set: {/7: c}", "broken-change"),
        ("same_as: two", "same_as: again", "unknown-vector-case"),
        ("differs_from: [two]", "differs_from: [tow]", "unknown-vector-case"),
        (", same_as: two", "", "empty-vector-case"),
    ],
)
def test_cases_that_do_not_hold_together(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert code in found(tmp_path, {"vectors/joined": JOINED.replace(old, new)})
