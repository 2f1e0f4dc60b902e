"""Attributions from cue candidates: one module for each sentence shape, and one for the edges of contents."""
