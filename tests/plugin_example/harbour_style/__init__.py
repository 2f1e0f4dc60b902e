"""What the Harbour Post adds to `attribution`."""
