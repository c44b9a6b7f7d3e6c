"""Validates data files against a type or a stream."""
