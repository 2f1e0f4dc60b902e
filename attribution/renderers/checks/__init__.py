"""Findings of many articles in the formats that people, CI systems and other tools read."""
