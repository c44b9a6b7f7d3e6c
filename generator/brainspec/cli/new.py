"""`brainspec new`: starts a definition from its kind's example."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from brainspec.cli.session import Session

if TYPE_CHECKING:
    from brainspec.model import Kind

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def new(session: Session, kind: str, identity: str) -> None:
    """Write the example of a kind as a new definition; an existing file is never touched."""
    found = _kind(session, kind)
    path = _path(session, found, identity)
    target = session.project / path
    if target.exists():
        session.fail(f"{path} is there already.", "Choose another name, or edit it.")
    example = _example(found)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("x", encoding="utf-8") as file:
        file.write(example)
    document = {"ok": True, "id": identity, "path": path}
    session.answer(
        document, lambda: f"Wrote {path}. It is an example: change every line, then run `brainspec check`.\n"
    )


def _kind(session: Session, name: str) -> "Kind":
    from brainspec.diagnostic.nearest import did_you_mean
    from brainspec.model import ITEM_KINDS, KINDS

    if name in ITEM_KINDS:
        session.fail(
            f"A {name} stands in a file of its topic.", f"Start one with `brainspec new {ITEM_KINDS[name]} …`."
        )
    if name not in KINDS:
        session.fail(f"There is no kind `{name}`.", did_you_mean(name, KINDS, f"Kinds: {', '.join(KINDS)}."))
    return KINDS[name]


def _path(session: Session, kind: "Kind", identity: str) -> str:
    if "." in kind.folder and kind.name != "capability":
        return f"specs/{kind.folder}"
    owner, dot, name = identity.partition(".")
    wanted = [owner, name] if dot else [owner]
    needs_owner = kind.name not in ("capability", "source")
    if bool(dot) != needs_owner or not all(_NAME.fullmatch(one) for one in wanted):
        form = "capability.name" if needs_owner else "name"
        session.fail(f"`{identity}` is no id of a {kind.name}.", f"Write it as {form}, in lower case with hyphens.")
    if kind.name == "source":
        return f"specs/sources/{owner}.yaml"
    return f"specs/{owner}/{kind.folder}/{name}{kind.suffix}" if dot else f"specs/{owner}/capability.yaml"


def _example(kind: "Kind") -> str:
    folder = Path(__file__).parent.parent / "model" / "examples"
    return (folder / f"{kind.name}{kind.suffix}").read_text(encoding="utf-8")
