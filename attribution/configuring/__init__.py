"""Configuration files: which one holds for an article, what it says, and everything that is wrong with it."""
