"""Findings that an article's own directives suppress: reading the directives, applying them, writing them."""
