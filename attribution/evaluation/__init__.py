"""Measuring: predicted attributions against those of an annotator, and one annotator against another."""
