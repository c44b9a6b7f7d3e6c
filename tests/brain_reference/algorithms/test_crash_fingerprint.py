"""What may differ between crashes with one cause changes no fingerprint; what tells causes apart does."""

import fnmatch
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brain_reference.algorithms.crash_fingerprint import crash_fingerprint

NAMES = st.text(alphabet="abcxyz._", min_size=1, max_size=8)
FRAMES = st.lists(
    st.fixed_dictionaries({"module": NAMES, "function": NAMES}, optional={"in_app": st.booleans()}),
    min_size=1,
    max_size=12,
)
GLOBS = st.text(alphabet="ab*?", max_size=8)


def parts(crash: dict[str, Any]) -> list[str]:
    made: list[str] = crash_fingerprint({"crash": crash})["parts"]
    return made


@given(FRAMES, st.text(), st.integers(0, 9999))
def test_with_frames_neither_message_nor_lines_count(frames: list[dict[str, Any]], message: str, line: int) -> None:
    bare = crash_fingerprint({"crash": {"type": "E", "frames": frames}})
    full = [{**one, "line": line, "code": message} for one in frames]
    assert crash_fingerprint({"crash": {"type": "E", "message": message, "frames": full}}) == bare


@given(FRAMES, NAMES)
def test_frames_of_libraries_do_not_count_beside_own_ones(frames: list[dict[str, Any]], function: str) -> None:
    own = [{**one, "in_app": True} for one in frames]
    library = {"module": "lib", "function": function, "in_app": False}
    assert parts({"type": "E", "frames": [library, *own]}) == parts({"type": "E", "frames": own})


@given(st.lists(NAMES, min_size=6, max_size=9, unique=True))
def test_only_the_five_innermost_count(functions: list[str]) -> None:
    made = parts({"type": "E", "frames": [{"function": one} for one in functions]})
    assert made == ["frames", "E", *(f"?:{one}" for one in functions[:5])]


@given(st.integers(1, 400))
def test_the_depth_of_a_recursion_does_not_count(depth: int) -> None:
    frames = [{"module": "plan", "function": "walk"}] * depth + [{"module": "plan", "function": "main"}]
    assert parts({"type": "E", "frames": frames}) == ["frames", "E", "plan:walk", "plan:main"]


@pytest.mark.parametrize("path", ["/opt/a/app/loop.py", "/srv/app/loop.py", r"C:\x\app\loop.py", "app//loop.py?v=1"])
def test_only_the_last_folder_of_a_path_counts(path: str) -> None:
    assert parts({"type": "E", "frames": [{"file": path, "module": "__main__"}]})[2] == "app/loop.py:?"


@pytest.mark.parametrize(
    ("message", "shape"),
    [
        ("task 17 failed at 0x7fFe after 12.5 s", "task * failed at * after *.* s"),
        ("can't read 'a b' or `c`", "can't read * or *"),
        ("disk full: /var/tmp/x1 and C:\\y", "disk full: * and *"),
        ("job 3f9c1a7b, deadbeef stays, utf8 too", "job *, deadbeef stays, utf* too"),
        ("\nfirst\tline\nsecond", "first line"),
        ("  ", ""),
    ],
)
def test_the_shape_of_a_message_drops_what_differs(message: str, shape: str) -> None:
    assert parts({"type": "E", "message": message})[2] == shape


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_every_text_gives_a_fingerprint_and_parts_without_line_feeds(kind: str, message: str, names: list[str]) -> None:
    made = crash_fingerprint(
        {"crash": {"type": kind, "message": message, "frames": [{"function": one} for one in names]}}
    )
    assert len(made["fingerprint"]) == 27
    assert [one for one in made["parts"] if "\n" in one] == []


@given(GLOBS, st.text(alphabet="ab", max_size=10))
def test_globs_fit_as_in_a_shell(glob: str, text: str) -> None:
    rules = [{"message": glob, "key": "k"}]
    made = crash_fingerprint({"crash": {"type": "E", "message": text}, "rules": rules})
    assert (made["by"] == "rule") == fnmatch.fnmatchcase(text, glob)


def test_a_rule_for_a_frame_needs_one_frame_that_fits_in_whole() -> None:
    frames = [{"module": "store", "function": "read"}, {"module": "plan", "function": "write"}]
    crash = {"type": "E", "frames": frames}
    rule = {"module": "store", "function": "write", "key": "k"}
    assert crash_fingerprint({"crash": crash, "rules": [rule]})["by"] == "frames"
    assert crash_fingerprint({"crash": crash, "rules": [rule | {"function": "re*"}]})["by"] == "rule"
