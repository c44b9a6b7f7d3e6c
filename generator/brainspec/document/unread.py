"""What can be wrong with a file before its text is read."""

from brainspec.diagnostic import declare

LINK_OUTSIDE = declare(
    "link-outside",
    "error",
    """
    A spec file is a symbolic link that leads out of the project.

    The specs must give the same result on every machine, so nothing outside the project is read.
    """,
)
STRAY_FILE = declare(
    "stray-file",
    "error",
    """
    A file under specs/ is neither YAML nor Markdown.

    Only `.yaml` and `.md` files are read; anything else there would look like a spec and be none.
    """,
)
FILE_TOO_LARGE = declare(
    "file-too-large",
    "error",
    """
    A spec file is larger than 1 MiB.

    A file of that size is not something a person reviews, and hostile input must not cost time.
    """,
)
NOT_UTF8 = declare(
    "not-utf8",
    "error",
    """
    A spec file is not UTF-8 text.

    All spec files are UTF-8, so that every reader sees the same characters.
    """,
)
