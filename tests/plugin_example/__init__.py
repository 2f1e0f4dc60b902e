"""An example of a plugin, installed by a test."""
