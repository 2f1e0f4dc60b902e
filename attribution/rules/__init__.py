"""What a standards editor would object to: one module a rule, found by walking this folder."""
