"""How much the text tells its reader about who stands behind each claim, step by step."""
