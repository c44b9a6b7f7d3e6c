"""What specs must keep beyond their shape: one decorated function a rule."""

from brainspec.rules import answers, inclusions, pattern, proof, reference, schema
from brainspec.rules.rule import RULES, check_artefacts, check_proofs, check_registry, rule

# Importing a module adds its rules.
MODULES = (answers, inclusions, pattern, proof, reference, schema)

__all__ = ["MODULES", "RULES", "check_artefacts", "check_proofs", "check_registry", "rule"]
