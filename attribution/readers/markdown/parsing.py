"""Markdown to a tree, by marko, whose elements know where they stand; what would cost it too much is refused first."""

import re
from functools import cache
from typing import Any

from attribution.errors import ReadError
from attribution.readers.markdown.extra import needed

# marko looks from each of these signs through the others of its paragraph, so that many cost more than linear time.
MOST_SIGNS = 2_000
"""How many signs of markup a paragraph may have."""

MOST_LINES = 100_000
"""How many lines a file may have: each costs the parser some tenths of a millisecond."""

DEEPEST = 32
"""How many quotations and lists a line may stand in."""

_SIGNS = re.compile(r"[\[\]*_`<~!]")
_BLANK = re.compile(r"\n[ \t]*(?=\n)")
_MARKERS = re.compile(rf"^(?:[ \t]*(?:>|[-+*](?=[ \t])|[0-9]{{1,9}}[.)](?=[ \t]))){{{DEEPEST + 1}}}", re.MULTILINE)
_INDENT = re.compile(rf"^[ \t]{{{8 * DEEPEST}}}[ \t]*\S", re.MULTILINE)


def parse(text: str, name: str) -> Any:
    """The tree of a Markdown text with line feeds alone; raises `ReadError` for what would take too long."""
    _check(text, name)
    try:
        return _parser(name).parse(text)
    except RecursionError as error:
        raise ReadError(name, "nests quotations, lists or emphasis too deeply") from error


def _check(text: str, name: str) -> None:
    if text.count("\n") > MOST_LINES:
        raise ReadError(name, f"has more than {MOST_LINES:,} lines, the most that one article may have in Markdown")
    found = _MARKERS.search(text) or _INDENT.search(text)
    if found is not None:
        line = text.count("\n", 0, found.start()) + 1
        raise ReadError(name, f"line {line}: nests more than {DEEPEST} quotations and lists in each other")
    position = 0
    for end in (*(found.end() + 1 for found in _BLANK.finditer(text)), len(text)):
        signs = sum(1 for _ in _SIGNS.finditer(text, position, end))
        if signs > MOST_SIGNS:
            line = text.count("\n", 0, position) + 1
            problem = f"more than {MOST_SIGNS:,} signs of markup, the most that one paragraph may have"
            raise ReadError(name, f"the paragraph from line {line} on has {problem}")
        position = end


@cache
def _made(marko: Any, footnote: Any, tables: Any) -> Any:
    parser = marko.Parser()
    for element in (footnote.Document, footnote.FootnoteDef, footnote.FootnoteRef):
        parser.add_element(element)
    for element in (tables.Table, tables.TableRow, tables.TableCell, tables.Strikethrough):
        parser.add_element(element)
    return parser


def _parser(name: str) -> Any:
    """CommonMark with tables, footnotes and struck words."""
    marko = needed("marko", name)
    return _made(marko, needed("marko.ext.footnote", name), needed("marko.ext.gfm.elements", name))
