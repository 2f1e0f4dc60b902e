"""What was told to, or reported by, another outlet."""
