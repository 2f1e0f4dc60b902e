"""Claims that have no source, a late one, or one that cannot be pinned down."""
