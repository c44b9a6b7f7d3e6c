"""The key of the cache: everything a compilation could see differently, and nothing that could hold it up."""

import os
from pathlib import Path

from brainspec import cache
from tests.mini import Mini, mini

NAME = "specs/demo/types/name.yaml"


def changed(project: Mini) -> bool:
    """Tell whether the key of a project differs from that of a fresh one beside it."""
    return cache.key(project.root) != cache.key(mini(project.root.parent / "fresh").root)


def test_the_same_files_have_the_same_key(tmp_path: Path) -> None:
    assert not changed(mini(tmp_path / "project"))


def test_content_and_names_count(tmp_path: Path) -> None:
    project = mini(tmp_path / "project")
    (project.root / NAME).rename(project.root / "specs/demo/types/label.yaml")
    assert changed(project)
    (project.root / "specs/demo/types/label.yaml").rename(project.root / NAME)
    project.write(NAME, (project.root / NAME).read_text(encoding="utf-8").replace("40", "41"))
    assert changed(project)


def test_a_link_is_not_the_file_it_leads_to(tmp_path: Path) -> None:
    project = mini(tmp_path / "project")
    outside = (project.root / NAME).rename(tmp_path / "outside.yaml")
    (project.root / NAME).symlink_to(outside)
    assert changed(project)


def test_pipes_lost_links_and_odd_names_do_not_hold_it_up(tmp_path: Path) -> None:
    project = mini(tmp_path / "project")
    os.mkfifo(project.root / "specs/pipe.yaml")
    (project.root / "specs/lost.yaml").symlink_to("nowhere")
    Path(os.fsdecode(os.fsencode(project.root / "specs") + b"/\xff.yaml")).write_text("brief: A.\n", encoding="utf-8")
    assert changed(project)
