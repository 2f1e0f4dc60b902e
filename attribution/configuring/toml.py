"""Values as a configuration file writes them."""

import json
import re

_BARE = re.compile(r"[A-Za-z0-9_-]{1,200}")


def written(value: object) -> str:
    """A value in TOML, on one line.

    >>> written(("ANON", "RELAY")), written(True), written(0.5), written({"opinion/**": ["ATTR"]})
    ('["ANON", "RELAY"]', 'true', '0.5', '{ "opinion/**" = ["ATTR"] }')
    """
    if isinstance(value, dict):
        items = ", ".join(f"{_key(str(key))} = {written(item)}" for key, item in value.items())
        return f"{{ {items} }}" if items else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    # What JSON writes of strings, numbers and truth values, TOML reads, but for the one character below.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    """A key, in quotation marks where it needs them."""
    return name if _BARE.fullmatch(name) else written(name)
