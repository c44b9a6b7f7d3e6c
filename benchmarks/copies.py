"""Copies of a capability under other names, to see how cost grows."""

import re
import shutil
from importlib.metadata import entry_points
from itertools import islice, product
from pathlib import Path
from string import ascii_uppercase

# The sources have one answer to each row, and skills and tasks follow from the answers.
_LEFT_OUT = ("answers", "skills", "tasks")
_MARKER = re.compile(r"^marker: (\w+)$", re.MULTILINE)
_ACTION = re.compile(r"^  ([a-z-]+:[a-z-]+):", re.MULTILINE)


def copy_capability(specs: Path, project: Path, copies: int) -> int:
    """Write a project with so many copies of observability; the number of its spec files comes back.

    Its algorithms are installed for whoever has the project on PYTHONPATH.
    """
    target = project / "specs"
    shutil.copytree(specs / "platform", target / "platform")
    original = _texts(specs / "observability")
    markers, actions = _any(_MARKER, original), _any(_ACTION, original)
    for number, letters in enumerate(islice(product("QRST", ascii_uppercase, ascii_uppercase), copies)):
        for inner, text in original.items():
            _write(target / f"obs-{number}" / inner, _renamed(text, number, "".join(letters), markers, actions))
    order = ", ".join(["platform", *(f"obs-{number}" for number in range(copies))])
    text = (specs / "project.yaml").read_text(encoding="utf-8")
    _write(target / "project.yaml", re.sub(r"^order:.*$", f"order: [{order}]", text, flags=re.MULTILINE))
    _install(project / "copies-1.dist-info", copies)
    return sum(1 for one in target.rglob("*") if one.is_file())


def _texts(capability: Path) -> dict[Path, str]:
    inner = {one.relative_to(capability): one for one in sorted(capability.rglob("*")) if one.is_file()}
    return {name: one.read_text(encoding="utf-8") for name, one in inner.items() if name.parts[0] not in _LEFT_OUT}


def _any(pattern: re.Pattern[str], texts: dict[Path, str]) -> re.Pattern[str]:
    """A pattern for whatever another finds in some texts."""
    found = {one for text in texts.values() for one in pattern.findall(text)}
    return re.compile("|".join(rf"\b{re.escape(one)}\b" for one in sorted(found)))


def _renamed(text: str, number: int, prefix: str, markers: re.Pattern[str], actions: re.Pattern[str]) -> str:
    text = text.replace("OBS-", f"{prefix}-").replace("prefix: OBS", f"prefix: {prefix}")
    text = text.replace("docs/OBSERVABILITY.md", f"docs/OBS_{number}.md").replace("BRAIN_", f"BRAIN_{prefix}_")
    text = actions.sub(rf"{prefix.lower()}\g<0>", text).replace("/v1/observability", f"/v1/obs-{number}")
    text = re.sub(r"^skills:.*$", "skills: []", text, flags=re.MULTILINE)
    text = re.sub(r"^title: Observability$", rf"\g<0> {number}", text, flags=re.MULTILINE)
    text = re.sub(r"\bobservability([.:/]| -->)", rf"obs-{number}\1", text)
    return markers.sub(rf"{prefix}_\g<0>", text)


def _install(folder: Path, copies: int) -> None:
    known = [one for one in entry_points(group="brainspec.algorithms") if one.name.startswith("observability.")]
    names = ((one.name.removeprefix("observability."), one.value) for one in known)
    places = [f"obs-{number}.{name} = {value}" for name, value in names for number in range(copies)]
    _write(folder / "METADATA", "Metadata-Version: 2.1\nName: copies\nVersion: 1\n")
    _write(folder / "entry_points.txt", "\n".join(["[brainspec.algorithms]", *places, ""]))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
