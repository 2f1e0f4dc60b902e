"""What only the article as a whole can show."""
