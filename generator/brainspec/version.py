"""The version of the tool, as a constant that costs nothing to read."""

__version__ = "0.1.0"
