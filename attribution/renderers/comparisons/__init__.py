"""Comparisons of two versions of an article: for a reviewer, as JSON, and as findings for the formats of those."""
