"""Sources: every page is also published as the Markdown it was made of, for readers that are programs."""

import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Copy the page's source to the path it has under docs/, so that links between ``.md`` files hold."""
    source = Path(config.site_dir, page.file.src_uri)
    source.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(Path(config.docs_dir, page.file.src_uri), source)
    return output
