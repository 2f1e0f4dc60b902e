"""Attributions as tools for annotators keep them: export here, import in `evaluation`."""
