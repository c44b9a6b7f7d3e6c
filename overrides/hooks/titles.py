"""Titles: browser tab and page header say what the page's first heading says.

The menu says "Types" under "Observability", which is enough there and nowhere else.
"""

import re

from mkdocs.structure.pages import Page


def on_page_markdown(markdown: str, page: Page, **_: object) -> None:
    """Give the page the title that the theme prefers to the one from the menu."""
    heading = re.search(r"^# (.+)$", markdown, re.MULTILINE)
    if heading:
        page.meta.setdefault("title", heading[1])
