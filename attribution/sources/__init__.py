"""Who stands behind attributions: kinds of source, relays, links between mentions, grants of anonymity."""
