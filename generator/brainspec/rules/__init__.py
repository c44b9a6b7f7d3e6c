"""What specs must keep beyond their shape: one decorated function a rule."""

from brainspec.rules.rule import RULES, check_artefacts, check_proofs, check_registry, rule

__all__ = ["RULES", "check_artefacts", "check_proofs", "check_registry", "rule"]
