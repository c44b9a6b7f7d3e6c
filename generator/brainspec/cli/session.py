"""What every command shares: the project folder, the format, and how it ends."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import click

from brainspec.version import __version__


class Session(NamedTuple):
    """One run of a command: its name, the project it works on, and the format of its answer."""

    command: str
    project: Path
    is_json: bool

    def answer(self, document: Mapping[str, Any], text: Callable[[], str]) -> NoReturn:
        """Print the document (as JSON or as text) and end with 0 when it is `ok`, else with 1."""
        whole = {"command": self.command, "version": __version__, **document}
        click.echo(_json(whole) if self.is_json else text(), nl=self.is_json)
        sys.exit(0 if whole["ok"] else 1)

    def fail(self, problem: str, help_: str = "") -> NoReturn:
        """Say why the command could not do its work, and end with 2."""
        if self.is_json:
            click.echo(
                _json({"command": self.command, "version": __version__, "ok": False, "problem": problem, "help": help_})
            )
        else:
            click.echo(click.style("error", fg="red", bold=True) + f": {problem}", err=True)
            if help_:
                click.echo(f"  help: {help_}", err=True)
        sys.exit(2)


def _json(document: Mapping[str, Any]) -> str:
    import json

    return json.dumps(document, indent=2, ensure_ascii=False, default=str)


def start(command: str, project: Path | None, is_json: bool) -> Session:
    """The session of a command; ends with 2 where there is no project."""
    here = project or next((one for one in (Path.cwd(), *Path.cwd().parents) if (one / "specs").is_dir()), Path.cwd())
    session = Session(command, here, is_json)
    if not (here / "specs").is_dir() and command not in ("explain", "completion"):
        session.fail(f"There is no specs folder in {here}.", "Go to the project, or name it with --project DIR.")
    return session
