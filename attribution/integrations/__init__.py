"""Optional extras for other tools, imported by nothing else."""
