"""What makes many runs quick: processes side by side, a cache of what was found, and a look at what changed."""
