"""What definitions mean: shared by rules, proofs, pages and validation."""
