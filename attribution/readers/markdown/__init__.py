"""Markdown: front matter, blocks and words in a line, each with its exact place in the file."""
