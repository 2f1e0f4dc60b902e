"""Whose verb it is: subjects, the noun phrases around them, and who stands in for a subject that is missing."""
