"""Fetch the diagram library: ``python overrides/mermaid.py`` writes docs/assets/mermaid.min.js, once.

Exit 0 also without npm or network: one line says so, and diagrams stay code. Exit 1 only if what arrived is
not the pinned file; it is not written then.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "11.17.2"
SHA256 = "581ed7d74bd9048d0e3a91363927d72ef22942d7722546b27f7cc29e35390eb8"
TARGET = Path(__file__).parents[1] / "docs" / "assets" / "mermaid.min.js"


def library() -> bytes:
    """Return the library out of its npm package; raise OSError or SubprocessError if npm cannot bring it."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--fetch-retries=0", f"mermaid@{VERSION}"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
        (package,) = Path(folder).glob("*.tgz")
        with tarfile.open(package) as members:
            member = members.extractfile("package/dist/mermaid.min.js")
            return member.read() if member else b""


def is_pinned(content: bytes) -> bool:
    """Tell whether these are the bytes this project was tested with."""
    return hashlib.sha256(content).hexdigest() == SHA256


def main() -> int:
    """Write the library if it is not there, and return the exit status."""
    if TARGET.is_file() and is_pinned(TARGET.read_bytes()):
        return 0
    try:
        content = library()
    except (OSError, subprocess.SubprocessError):
        sys.stdout.write(f"Diagrams stay code: npm could not bring mermaid {VERSION}.\n")
        return 0
    if not is_pinned(content):
        sys.stderr.write(f"mermaid {VERSION} from npm is not the pinned file: expected SHA-256 {SHA256}\n")
        return 1
    TARGET.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
