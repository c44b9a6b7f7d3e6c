"""The spec language: one model per kind of definition, and the way from documents to definitions."""

from brainspec.model.definition import Definition
from brainspec.model.fields import Mark, Model, Ref
from brainspec.model.identity import Id
from brainspec.model.kinds import ITEM_KINDS, KINDS, Kind
from brainspec.model.shape import shape
from brainspec.model.walk import walk

__all__ = ["ITEM_KINDS", "KINDS", "Definition", "Id", "Kind", "Mark", "Model", "Ref", "shape", "walk"]
