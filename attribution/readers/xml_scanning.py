"""XML read once from front to back, with the place of every character.

The parser is expat, since it says where it is: no other XML library of Python tells places within a line. Entities that
a document declares are refused, so that none can be large, or lie in a file; nothing is ever fetched.
"""

from collections.abc import Mapping
from html.entities import html5
from typing import Protocol
from xml.parsers import expat

from attribution.errors import ReadError

DEEPEST = 200
"""How many elements may stand inside one another; news and office documents have some thirty."""


class Handler(Protocol):
    """What is told of a document, in order. Names are "{namespace}name", places code points into the document."""

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        """An element begins; its tag starts at `at`."""

    def end(self, name: str, at: int) -> None:
        """An element ends; its closing tag, or its only one, starts at `at`."""

    def text(self, words: str, start: int, stop: int) -> None:
        """Characters, which stand at `start` up to `stop`: one for one, or a reference or line end as a whole."""


def scan(text: str, path: str, handler: Handler) -> None:
    """Tells `handler` of the document in `text`; raises `ReadError` for what is not well formed or not safe to read."""
    data = text.encode("utf-8", "surrogatepass")
    scanner = _Scanner(text, data, path, handler)
    try:
        scanner.parser.Parse(data, True)
    except expat.ExpatError as error:
        problem = expat.errors.messages[error.code] if error.code in expat.errors.messages else str(error)
        raise ReadError(
            path, f"not well-formed XML: {problem}, line {error.lineno}, column {error.offset + 1}"
        ) from error


class _Scanner:
    """One parse: what expat tells in bytes goes on in code points."""

    def __init__(self, text: str, data: bytes, path: str, handler: Handler) -> None:
        self.document, self.data, self.path, self.handler = text, data, path, handler
        self.ascii = len(text) == len(data)
        self.depth = 0
        self.literal = False  # within a CDATA section, where "&" stands for itself
        self.at_byte = self.at_character = 0
        parser = self.parser = expat.ParserCreate("utf-8", "}")
        parser.buffer_text = False
        parser.ordered_attributes = False
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.characters
        parser.StartCdataSectionHandler = lambda: self.within(True)
        parser.EndCdataSectionHandler = lambda: self.within(False)
        parser.EntityDeclHandler = self.refuse
        parser.SkippedEntityHandler = self.skipped
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ReadError(self.path, f"more than {DEEPEST} elements stand inside one another")
        named = {_named(key): value for key, value in attributes.items()}
        self.handler.start(_named(name), named, self.place())

    def end(self, name: str) -> None:
        self.depth -= 1
        self.handler.end(_named(name), self.place())

    def characters(self, words: str) -> None:
        start = self.place()
        if not self.literal and self.document.startswith("&", start):
            stop = self.document.index(";", start) + 1
        elif words == "\n" and self.document.startswith("\r\n", start):
            stop = start + 2
        else:
            stop = start + len(words)
        self.handler.text(words, start, stop)

    def skipped(self, name: str, parameter: bool) -> None:
        """A reference to an entity of a document type that is not fetched: one of HTML's is known without."""
        words = html5.get(f"{name};")
        if parameter:
            return
        if words is None:
            raise ReadError(self.path, f"refers to &{name}; and does not say what that is")
        start = self.place()
        self.handler.text(words, start, start + len(name) + 2)

    def within(self, literal: bool) -> None:
        self.literal = literal

    def refuse(self, name: str, *declaration: object) -> None:
        raise ReadError(self.path, f"declares the entity {name!r}; files with entities of their own are not read")

    def place(self) -> int:
        """Where expat is, in code points; asked in order, so that each byte is looked at once."""
        byte = self.parser.CurrentByteIndex
        if self.ascii:
            return byte
        self.at_character += len(self.data[self.at_byte : byte].decode("utf-8", "surrogatepass"))
        self.at_byte = byte
        return self.at_character


def _named(name: str) -> str:
    """`{namespace}name`, as most of Python writes it.

    >>> _named("urn:x}p"), _named("p")
    ('{urn:x}p', 'p')
    """
    return "{" + name if "}" in name else name
