"""What is shown of a definition, wherever it is shown: chosen, sorted and worded, ready for a template."""
