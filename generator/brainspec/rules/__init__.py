"""What specs must keep beyond their shape: one decorated function a rule."""

from brainspec.rules import (
    access,
    answers,
    brief,
    budgets,
    capability,
    clause,
    dependency,
    entity,
    event,
    example,
    headings,
    identity,
    inclusions,
    legacy,
    machine,
    operation,
    pattern,
    proof,
    prose,
    query,
    reason,
    reference,
    scenario,
    schema,
    setting,
    skill,
    skill_pages,
    stream,
    table,
    task,
)
from brainspec.rules.rule import RULES, check_artefacts, check_proofs, check_registry, rule

# Importing a module adds its rules.
MODULES = (
    access,
    answers,
    brief,
    budgets,
    capability,
    clause,
    dependency,
    entity,
    event,
    example,
    headings,
    identity,
    inclusions,
    legacy,
    machine,
    operation,
    pattern,
    proof,
    prose,
    query,
    reason,
    reference,
    scenario,
    schema,
    setting,
    skill,
    skill_pages,
    stream,
    table,
    task,
)

EMITTED = frozenset(one.code.slug for one in RULES if one.on == "artefacts")
"""The codes that only artefacts show."""

__all__ = ["EMITTED", "MODULES", "RULES", "check_artefacts", "check_proofs", "check_registry", "rule"]
