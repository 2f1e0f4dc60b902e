"""Words of attribution that take sides or say nothing."""
