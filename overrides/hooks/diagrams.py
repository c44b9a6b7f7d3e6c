"""Diagrams: a ``mermaid`` fence is drawn if the library stands in docs/assets, else it stays code.

The theme asks another host for the library when a page has an element of class ``mermaid`` and no library is
loaded. So the class is written only when our own copy is there (``python overrides/mermaid.py`` brings it).
"""

import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from pymdownx.superfences import fence_code_format

LIBRARY = "assets/mermaid.min.js"

log = logging.getLogger("mkdocs.hooks.diagrams")


def drawing(*fence: Any, **attributes: Any) -> str:
    """Return a fence as the theme draws it, in a box that scrolls sideways and that the search passes over.

    The signature is that of pymdownx.superfences.
    """
    return f'<div class="diagram" data-search-exclude>{fence_code_format(*fence, **attributes)}</div>'


def on_config(config: MkDocsConfig) -> None:
    """Hand ``mermaid`` fences to the library if there is one."""
    if not Path(config.docs_dir, LIBRARY).is_file():
        log.info("Diagrams stay code: %s is missing, `python overrides/mermaid.py` fetches it.", LIBRARY)
        return
    fence = {"name": "mermaid", "class": "mermaid", "format": drawing}
    config.mdx_configs.setdefault("pymdownx.superfences", {})["custom_fences"] = [fence]
