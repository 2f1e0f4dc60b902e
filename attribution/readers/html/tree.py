"""The elements of a page and what stands in them: events in order, with tags that nobody wrote put in."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from attrs import define, field, frozen

from attribution.readers.html.elements import BLOCKS, ENDED_BY_START, P_BOUNDS, VOID
from attribution.readers.html.tokens import Attributes, Token, TokenKind, attributes, tokens

DEEPEST = 512
"""How many elements may be open at once: as many as browsers keep apart."""

MOST = 500_000
"""How many tags, references and stretches of text a page may have."""


class EventKind(StrEnum):
    """What happens at a place of a page."""

    ENTER = "enter"
    LEAVE = "leave"
    TEXT = "text"
    REFERENCE = "reference"
    COMMENT = "comment"


@frozen
class Event:
    """Something that happens from `start` to `end`: in the element of number `element`, or to it.

    `meant` is what a character reference means.
    """

    kind: EventKind
    start: int
    end: int
    element: int
    meant: str = ""


@define
class Element:
    """An element: its name and attributes, its parent's number, and the numbers of its first and last event."""

    name: str
    attributes: Attributes
    parent: int
    enter: int
    leave: int = -1

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, `None` where there is none of that name."""
        return next((value for key, value in self.attributes if key == name), None)


@define(eq=False)
class Tree:
    """The elements of a page in the order of their start tags, the first one being the page, and its events."""

    text: str
    elements: list[Element] = field(factory=list)
    events: list[Event] = field(factory=list)

    def ancestors(self, number: int) -> "list[Element]":
        """An element and those that it stands in, the nearest first."""
        found = []
        while number >= 0:
            found.append(self.elements[number])
            number = self.elements[number].parent
        return found


def build_tree(text: str, fault: Callable[[str], Exception]) -> Tree:
    """The tree of an HTML text, however broken it is.

    Raises what `fault` makes of a message where elements are nested too deeply or there are too many.
    """
    builder = _Builder(Tree(text), fault)
    builder.enter(Token(TokenKind.START, 0, 0, "#page"))
    for number, token in enumerate(tokens(text)):
        if number > MOST:
            raise fault(f"holds more than {MOST:,} tags, references and texts, the most that one article may have")
        builder.take(token)
    builder.leave_to(0, len(text), len(text))
    return builder.tree


@define(eq=False)
class _Builder:
    tree: Tree
    fault: Callable[[str], Exception]
    open: list[int] = field(factory=list)
    counts: Counter[str] = field(factory=Counter)

    def take(self, token: Token) -> None:
        """One token of the page."""
        if token.kind is TokenKind.START:
            self._start(token)
        elif token.kind is TokenKind.END:
            self._end(token)
        elif token.kind is TokenKind.COMMENT:
            self._event(EventKind.COMMENT, token.start, token.end)
        elif token.kind is TokenKind.REFERENCE:
            self._event(EventKind.REFERENCE, token.start, token.end, token.name)
        else:
            self._event(EventKind.TEXT, token.start, token.end)

    def enter(self, token: Token) -> None:
        """A start tag that opens an element where it stands."""
        parent = self.open[-1] if self.open else -1
        if len(self.open) > DEEPEST:
            raise self.fault(f"nests more than {DEEPEST} elements in each other")
        self.tree.elements.append(Element(token.name, attributes(token), parent, len(self.tree.events)))
        self.open.append(len(self.tree.elements) - 1)
        self.counts[token.name] += 1
        self._event(EventKind.ENTER, token.start, token.end)

    def leave_to(self, depth: int, start: int, end: int) -> None:
        """Closes every element that is open from `depth` on; the last one has the end tag."""
        while len(self.open) > depth:
            element = self.tree.elements[self.open[-1]]
            element.leave = len(self.tree.events)
            self._event(EventKind.LEAVE, start, end if len(self.open) == depth + 1 else start)
            self.open.pop()
            self.counts[element.name] -= 1

    def _start(self, token: Token) -> None:
        if token.name in BLOCKS and self.counts["p"]:
            self._end_before(token, frozenset(("p",)), P_BOUNDS)
        if token.name in ENDED_BY_START:
            self._end_before(token, *ENDED_BY_START[token.name])
        self.enter(token)
        if token.name in VOID:
            self.leave_to(len(self.open) - 1, token.end, token.end)

    def _end_before(self, token: Token, ended: frozenset[str], bounds: frozenset[str]) -> None:
        """Closes the innermost open element that a start tag ends."""
        for depth in range(len(self.open) - 1, 0, -1):
            name = self.tree.elements[self.open[depth]].name
            if name in bounds:
                return
            if name in ended:
                self.leave_to(depth, token.start, token.start)
                return

    def _end(self, token: Token) -> None:
        """Closes the innermost open element of that name; words of a line end no block around them."""
        if not self.counts[token.name]:
            if token.name in ("p", "br"):  # the standard makes elements of these
                self.enter(Token(TokenKind.START, token.start, token.end, token.name))
                self.leave_to(len(self.open) - 1, token.end, token.end)
            return
        for depth in range(len(self.open) - 1, 0, -1):
            name = self.tree.elements[self.open[depth]].name
            if name == token.name:
                self.leave_to(depth, token.start, token.end)
                return
            if token.name not in BLOCKS and name in BLOCKS:
                return

    def _event(self, kind: EventKind, start: int, end: int, meant: str = "") -> None:
        self.tree.events.append(Event(kind, start, end, self.open[-1], meant))
