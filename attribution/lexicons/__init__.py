"""Word lists as data: loading, checking and matching them."""
