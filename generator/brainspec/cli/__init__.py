"""The command line, built from `brainspec.commands`; a command's module is imported only when it runs."""

import os
import sys
from collections.abc import Callable
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import Any

import click

from brainspec.commands import COMMANDS, COMMON, VERSION, Argument, Command, Option
from brainspec.version import __version__


def main() -> None:
    """Run the command line. Never ends in a traceback, unless BRAINSPEC_DEBUG is set."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # what is installed beside us must not change what specs mean
    try:
        group(prog_name="brainspec")
    except Exception as error:
        if os.environ.get("BRAINSPEC_DEBUG"):
            raise
        click.echo(f"error: brainspec itself failed: {type(error).__name__}: {error}", err=True)
        click.echo("  help: This is a bug; set BRAINSPEC_DEBUG=1 for the traceback and report it.", err=True)
        sys.exit(2)


def _group() -> click.Group:
    found = click.Group("brainspec", help="One spec, everything else derived, nothing called proved that has not run.")
    found.params.append(_version())
    for one in COMMANDS:
        found.add_command(_command(one))
    return found


def _version() -> click.Option:
    def show(context: click.Context, _: click.Parameter, value: bool) -> None:
        if value:
            click.echo(f"brainspec {__version__}")
            context.exit()

    return click.Option(
        [VERSION.flag], is_flag=True, is_eager=True, expose_value=False, callback=show, help=VERSION.help
    )  # fmt: skip


def _command(one: Command) -> click.Command:
    params = [_argument(one, each) for each in one.arguments] + [_option(each) for each in (*one.options, *COMMON)]
    about = [f"{each.name}: {each.help}" for each in one.arguments]
    examples = ["\b\nExamples:\n" + "\n".join(f"  {each}" for each in one.examples)] if one.examples else []
    text = "\n\n".join([one.brief, one.text, *about, *examples])
    return click.Command(one.name, params=params, help=text, short_help=one.brief, callback=_callback(one))


def _argument(owner: Command, one: Argument) -> click.Parameter:
    return click.Argument(
        [one.name.lower()], metavar=one.name, nargs=-1 if one.many else 1, required=True, type=_type(one.name, ()),
        shell_complete=_completion(owner.name, one.name),
    )  # fmt: skip


def _option(one: Option) -> click.Parameter:
    name = one.flag.removeprefix("--").replace("-", "_")
    name = f"{name}_" if iskeyword(name) else name
    if not one.value:
        return click.Option([one.flag, name], is_flag=True, help=one.help)
    return click.Option(
        [one.flag, name], type=_type(one.value, one.choices), default=one.default or None, required=one.required,
        metavar=None if one.choices else one.value, help=one.help, show_default=bool(one.default),
    )  # fmt: skip


def _type(value: str, choices: tuple[str, ...]) -> Any:
    if choices:
        return click.Choice(choices)
    paths = {
        "DIR": click.Path(path_type=Path, file_okay=False),
        "OUT": click.Path(path_type=Path, dir_okay=False),
        "FILE": click.Path(path_type=Path, allow_dash=True),
    }
    return paths.get(value, str)


def _callback(one: Command) -> Callable[..., None]:
    def run(project: Path | None, format: str, **given: Any) -> None:  # noqa: A002 - the option is --format
        from brainspec.cli.session import start

        session = start(one.name, project, format == "json")
        body = getattr(import_module(f"brainspec.cli.{one.name}"), one.name)
        arguments = [given.pop(each.name.lower()) for each in one.arguments]
        try:
            body(session, *arguments, **given)
        except FileNotFoundError as error:
            session.fail(f"There is no {error.filename}.", "Check the name, and the folder you are in.")
        except OSError as error:
            where = f": {error.filename}" if error.filename else ""
            session.fail(f"{error.strerror or error}{where}.", "Nothing is half-written; mend it and run again.")

    return run


def _completion(command: str, argument: str) -> Callable[..., list[str]]:
    def complete(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
        from brainspec.cli.completion import candidates

        return [one for one in candidates(command, argument) if one.startswith(incomplete)]

    return complete


group = _group()
