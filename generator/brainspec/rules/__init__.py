"""What specs must keep beyond their shape: one decorated function a rule."""

from brainspec.rules import (
    answers,
    brief,
    budgets,
    clause,
    dependency,
    event,
    headings,
    identity,
    inclusions,
    legacy,
    operation,
    pattern,
    proof,
    query,
    reference,
    schema,
    setting,
    stream,
    table,
)
from brainspec.rules.rule import RULES, check_artefacts, check_proofs, check_registry, rule

# Importing a module adds its rules.
MODULES = (
    answers,
    brief,
    budgets,
    clause,
    dependency,
    event,
    headings,
    identity,
    inclusions,
    legacy,
    operation,
    pattern,
    proof,
    query,
    reference,
    schema,
    setting,
    stream,
    table,
)

__all__ = ["MODULES", "RULES", "check_artefacts", "check_proofs", "check_registry", "rule"]
