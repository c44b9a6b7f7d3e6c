"""Places the text of a view in a template."""

import re
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jinja2 import Environment


def render(template: str, **view: Any) -> str:
    """The text of `templates/<template>.md.j2`; what is empty leaves no gap.

    Raises jinja2.UndefinedError when the view lacks something that the template places.
    """
    placed = _environment().get_template(f"{template}.md.j2").render(view)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", placed, flags=re.MULTILINE).strip("\n")) + "\n"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    return Environment(
        loader=PackageLoader("brainspec.emit"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - what is made is Markdown, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
