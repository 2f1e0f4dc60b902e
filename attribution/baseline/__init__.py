"""Findings that a newsroom has accepted for now: a file of them, and what is new beside it."""
