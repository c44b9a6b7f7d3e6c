"""Copies of a capability under other names, to see how cost grows."""

import re
import shutil
from itertools import islice, product
from pathlib import Path
from string import ascii_uppercase

_LEFT_OUT = ("answers", "skills", "tasks", "vectors")


def copy_capability(specs: Path, target: Path, copies: int) -> int:
    """Write a project with so many copies of observability; the number of its files comes back."""
    shutil.copytree(specs / "platform", target / "platform")
    prefixes = ["".join(letters) for letters in islice(product("QRST", ascii_uppercase, ascii_uppercase), copies)]
    for number, prefix in enumerate(prefixes):
        for path in sorted((specs / "observability").rglob("*.*")):
            inner = path.relative_to(specs / "observability")
            if inner.parts[0] not in _LEFT_OUT:
                to = target / f"obs-{number}" / inner
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_text(_renamed(path.read_text(encoding="utf-8"), number, prefix), encoding="utf-8")
    project = (specs / "project.yaml").read_text(encoding="utf-8")
    order = ", ".join(["platform", *(f"obs-{number}" for number in range(copies))])
    (target / "project.yaml").write_text(
        re.sub(r"^order:.*$", f"order: [{order}]", project, flags=re.MULTILINE), encoding="utf-8"
    )
    return sum(1 for _ in target.rglob("*.*"))


def _renamed(text: str, number: int, prefix: str) -> str:
    text = text.replace("OBS-", f"{prefix}-").replace("prefix: OBS", f"prefix: {prefix}")
    text = re.sub(r"\bobservability([.:/])", rf"obs-{number}\1", text)
    text = text.replace("docs/OBSERVABILITY.md", f"docs/OBS_{number}.md").replace(
        "events:write", f"obs{_letters(number)}:write"
    )
    text = re.sub(r"^skills:.*$", "skills: []", text, flags=re.MULTILINE)
    return text.replace("/v1/observability", f"/v1/obs-{number}")


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))
