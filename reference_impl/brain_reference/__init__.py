"""The reference implementation of what the specs in this repository say."""
