"""The linked and proved specs, for commands that answer questions about them."""

from typing import TYPE_CHECKING

from brainspec.cli.compiled import checked
from brainspec.cli.session import Session

if TYPE_CHECKING:
    from brainspec.registry import Proved


def proved(session: Session) -> "Proved":
    """What the specs say and prove; ends the command where they do not link."""
    known = checked(session).proved
    if known is None:
        session.fail(
            "The specs do not link, so there is nothing to ask.", "Run `brainspec check` and fix what it finds."
        )
    return known
