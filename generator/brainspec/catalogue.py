"""Everything the tool can find: importing this module's parts fills the catalogue."""

from importlib import import_module

from brainspec.diagnostic import CATALOGUE, Code


def catalogue() -> dict[str, Code]:
    """All codes by slug."""
    for module in ("pipeline", "writer"):  # imported for the codes that they and their parts declare
        import_module(f"brainspec.{module}")
    return dict(sorted(CATALOGUE.items()))
