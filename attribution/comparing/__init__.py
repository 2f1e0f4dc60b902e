"""Two versions of an article → what the edit did to its sourcing."""
