"""Sources that are not named: why, how many, how close, and for what they are used."""
