"""Pure algorithms that specs define as steps and cases: JSON values in, a JSON value out."""
