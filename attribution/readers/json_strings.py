"""Where the strings of a JSON document stand in it, and what each of their characters is written as."""

import json
import re
from collections.abc import Iterator, Mapping

from attribution.model.span import Span

Path = tuple[str | int, ...]
"""How a value is reached: names of members and numbers of items, from 0."""

_TOKEN = re.compile(r'\s*+(?:([{}\[\],:])|"((?:[^"\\]++|\\.)*+)"|[^\s{}\[\],:"]++)', re.DOTALL)
# Two escapes may be one character: the halves of a surrogate pair.
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


def string_places(text: str) -> Mapping[Path, Span]:
    """The place of each string that is a value, without its quotation marks, by the path to it.

    `text` must be JSON that a parser has accepted; where a name occurs twice in an object, the last one counts.

    >>> string_places('{"a": ["b", "c"]}')[("a", 1)]
    Span(start=13, end=14)
    """
    places: dict[Path, Span] = {}
    path: list[str | int] = []
    named: list[bool] = []  # for each value that is open, whether it is an object whose name was read
    for token in _TOKEN.finditer(text):
        mark = token[1]
        if mark in ("{", "["):
            path.append("" if mark == "{" else 0)
            named.append(mark == "[")
        elif mark in ("}", "]"):
            path.pop()
            named.pop()
        elif mark == ",":
            last = path[-1]
            if isinstance(last, int):
                path[-1] = last + 1
            else:
                named[-1] = False
        elif token[2] is not None:
            if path and not named[-1]:
                path[-1] = json.loads(f'"{token[2]}"', strict=False)
                named[-1] = True
            else:
                places[tuple(path)] = Span(*token.span(2))
    return places


def pieces(text: str, place: Span) -> Iterator[tuple[str, int, int]]:
    """The characters of a string and where they stand: runs that are written as they are, and escapes one by one.

    >>> list(pieces(r'"a\\u00e9\\ud83d\\ude42b"', Span(1, 21)))
    [('a', 1, 2), ('é', 2, 8), ('🙂', 8, 20), ('b', 20, 21)]
    """
    position = place.start
    for escape in _ESCAPE.finditer(text, place.start, place.end):
        if position < escape.start():
            yield text[position : escape.start()], position, escape.start()
        yield json.loads(f'"{escape[0]}"'), *escape.span()
        position = escape.end()
    if position < place.end:
        yield text[position : place.end], position, place.end
