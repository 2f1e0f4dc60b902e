"""Findings mended in the text: which fixes may be applied, the text after them, and files replaced safely."""
