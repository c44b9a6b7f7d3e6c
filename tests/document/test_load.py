"""Which files below specs/ are read, and why the others are not."""

import os
from pathlib import Path

import pytest

from brainspec.diagnostic import Span
from brainspec.document import Source, load
from brainspec.document.load import MAX_BYTES

NAME = "specs/demo/types/name.yaml"


def project(tmp_path: Path, content: bytes = b"brief: A.\n", name: str = NAME) -> Path:
    path = tmp_path / "project" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return tmp_path / "project"


def refused(root: Path) -> tuple[str, Span]:
    sources, found = load(root)
    assert [one.path for one in sources] in ([], [NAME])
    (one,) = found
    assert one.help
    return one.code.slug, one.span


def test_files_come_in_the_order_of_their_paths_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    root = project(tmp_path)
    for name in (
        "specs/project.yaml",
        "specs/a/guides/use.md",
        "specs/.git/x.yaml",
        "specs/a/.hidden.yaml",
        "other.yaml",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("brief: A.\n")
    sources, found = load(root)
    assert [one.path for one in sources] == ["specs/a/guides/use.md", NAME, "specs/project.yaml"]
    assert found == []


def test_a_byte_order_mark_and_carriage_returns_at_line_ends_do_not_matter(tmp_path: Path) -> None:
    sources, _ = load(project(tmp_path, b"\xef\xbb\xbfbrief: A.\r\nnote: B\r\r\n"))
    assert sources == [Source(NAME, "brief: A.\nnote: B\r\n")]


def test_text_that_is_not_utf8_is_refused_with_the_byte(tmp_path: Path) -> None:
    root = project(tmp_path, "brief: Größe\n".encode("latin-1"))
    assert refused(root) == ("not-utf8", Span(NAME, 1, 10, 1, 11))
    assert "0xf6" in load(root)[1][0].message
    (root / NAME).write_bytes("brief: Größe.\n\nö: ".encode() + b"\xe4\xbd")  # cut within a character
    assert refused(root) == ("not-utf8", Span(NAME, 3, 4, 3, 5))


def test_a_file_may_have_one_mebibyte_and_no_byte_more(tmp_path: Path) -> None:
    root = project(tmp_path, b"#" * MAX_BYTES)
    assert load(root)[1] == []
    (root / NAME).write_bytes(b"#" * (MAX_BYTES + 1))
    assert refused(root) == ("file-too-large", Span(NAME))


@pytest.mark.parametrize("name", ["name.yml", "name.json", "README", "name.yaml.orig", "na\x1bme.yaml"])
def test_other_files_are_strays(tmp_path: Path, name: str) -> None:
    root = project(tmp_path, name=f"specs/demo/types/{name}")
    shown = name.replace("\x1b", "\\x1b")
    assert refused(root) == ("stray-file", Span(f"specs/demo/types/{shown}"))


def test_a_name_that_is_not_text_is_a_stray_that_can_be_printed(tmp_path: Path) -> None:
    root = project(tmp_path)
    Path(os.fsdecode(os.fsencode(root / "specs") + b"/\xff.yaml")).write_text("brief: A.\n")
    assert refused(root) == ("stray-file", Span("specs/\\xff.yaml"))


def test_what_is_no_plain_file_is_a_stray_and_is_not_opened(tmp_path: Path) -> None:
    root = project(tmp_path)
    os.mkfifo(root / "specs/pipe.yaml")
    assert refused(root) == ("stray-file", Span("specs/pipe.yaml"))


def link(root: Path, target: str) -> None:
    (root / "specs/link.yaml").symlink_to(target)


def test_a_link_inside_the_project_is_followed(tmp_path: Path) -> None:
    root = project(tmp_path)
    link(root, "demo/types/name.yaml")
    sources, found = load(root)
    assert [one.path for one in sources] == [NAME, "specs/link.yaml"]
    assert found == []


@pytest.mark.parametrize("target", ["/etc/hostname", "../../outside.yaml", "lost.yaml", "link.yaml"])
def test_a_link_that_leads_out_or_nowhere_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.yaml").write_text("brief: Secret.\n")
    root = project(tmp_path)
    link(root, target)
    assert refused(root) == ("link-outside", Span("specs/link.yaml"))


@pytest.mark.parametrize("target", ["demo", ".."])
def test_a_link_to_a_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    root = project(tmp_path)
    link(root, target)
    assert refused(root) == ("stray-file", Span("specs/link.yaml"))


def test_a_folder_of_specs_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    root = project(tmp_path)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.yaml").write_text("brief: Secret.\n")
    (root / "specs/other").symlink_to(tmp_path / "outside")
    assert refused(root) == ("link-outside", Span("specs/other"))


def test_specs_that_lead_out_are_not_read(tmp_path: Path) -> None:
    root = project(tmp_path / "inside")
    (root / "specs").rename(tmp_path / "outside")
    (root / "specs").symlink_to(tmp_path / "outside")
    assert refused(root) == ("link-outside", Span("specs"))


def test_a_project_without_specs_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path)
