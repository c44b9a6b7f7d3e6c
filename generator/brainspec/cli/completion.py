"""`brainspec completion`: completion scripts, and what can be completed."""

import click
from click.shell_completion import get_completion_class

from brainspec.cli.session import Session, start


def completion(session: Session, shell: str) -> None:
    """Print the completion script of a shell."""
    found = get_completion_class(shell)
    if found is None:
        session.fail(f"There is no completion for `{shell}`.", "Shells: bash, zsh, fish.")
    root = click.get_current_context().find_root().command
    script = found(root, {}, "brainspec", "_BRAINSPEC_COMPLETE").source()
    session.answer({"ok": True, "script": script}, lambda: script)


def candidates(command: str, argument: str) -> list[str]:
    """What can stand for an argument; empty where anything can, or nothing is known."""
    if (command, argument) == ("explain", "CODE"):
        from brainspec.catalogue import catalogue

        return list(catalogue())
    if (command, argument) == ("new", "KIND"):
        from brainspec.model import KINDS

        return list(KINDS)
    if (command, argument) == ("completion", "SHELL"):
        return ["bash", "zsh", "fish"]
    return _ids() if (command, argument) == ("show", "ID") else []


def _ids() -> list[str]:
    from brainspec import cache

    session = start("show", None, is_json=False)
    entry = cache.recall(session.project, cache.key(session.project), "check")
    return entry["ids"] if entry else []
