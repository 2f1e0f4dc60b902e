"""The tables of a lexicon file.

Lexicons are TOML, and ours are nearly half a megabyte of it, for which `tomllib` takes half as long as other linters
take for a whole start. They are written in one plain form, which two patterns turn into JSON; `json` reads that in a
seventh of the time. A newsroom's files may use all of TOML, and get its complaints.
"""

import json
import re
from typing import Any

_COMMENT = re.compile(r"\n *#[^\n]*")
_KEY = re.compile(r"\n([a-z]+) = ")
_GROUP = "\n[[group]]"


def toml_tables(text: str) -> dict[str, Any]:
    """The tables of a file in any TOML; raises `tomllib.TOMLDecodeError`."""
    import tomllib

    return tomllib.loads(text)


def plain_tables(text: str) -> dict[str, Any]:
    """The tables of a file in the plain form: groups, and in them a key, " = " and a value that begin a line each.

    Values are those that JSON has too, but for a comma before a bracket on a line of its own; comments have lines of
    their own. Raises `ValueError` for what is not so.

    >>> plain_tables('# Birds.\\n[[group]]\\nname = "owls"\\nphrases = [\\n  "hoot",\\n]\\n')
    {'group': [{'name': 'owls', 'phrases': ['hoot']}]}
    """
    opening, *groups = _COMMENT.sub("", f"\n{text}").split(_GROUP)
    if opening.strip():
        raise ValueError(f"expected {_GROUP.strip()}, not {opening.strip()[:40]!r}")
    objects = (_KEY.sub(r',"\1": ', group).replace(",\n]", "\n]").removeprefix(",") for group in groups)
    return {"group": json.loads(f"[{','.join(f'{{{item}}}' for item in objects)}]")}
