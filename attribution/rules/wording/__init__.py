"""The words that a report chooses for speaking and for speakers."""
