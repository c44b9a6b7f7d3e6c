"""Computes every generated file from what was proved."""

from collections.abc import Callable

from brainspec.artefact import Artefact
from brainspec.emit.authoring import authoring
from brainspec.emit.cli import cli
from brainspec.emit.machines import machines
from brainspec.emit.openapi import openapi
from brainspec.emit.schemas import schemas
from brainspec.emit.site import site
from brainspec.emit.sql import sql
from brainspec.emit.vectors import vectors
from brainspec.registry import Proved

Emitter = Callable[[Proved], list[Artefact]]

EMITTERS: tuple[Emitter, ...] = (
    authoring,
    cli,
    machines,
    openapi,
    schemas,
    site,
    sql,
    vectors,
)


def emit(proved: Proved) -> list[Artefact]:
    """Every artefact, by path."""
    return sorted((one for emitter in EMITTERS for one in emitter(proved)), key=lambda one: one.path)
