"""A page of HTML, or a piece of one as a content management system keeps it, as an article."""

import re

from attrs import define

from attribution.errors import OtherKindError, ReadError
from attribution.model.document import Article, ParagraphKind
from attribution.model.original import Original
from attribution.readers.composing import Composer
from attribution.readers.decoding import decode
from attribution.readers.html.body import Body, choose_body
from attribution.readers.html.elements import BLOCKS, KINDS
from attribution.readers.html.metadata import read_metadata
from attribution.readers.html.tree import Event, EventKind, Tree, build_tree
from attribution.readers.settings import DEFAULT, Settings

# Where an encoding may be declared (https://html.spec.whatwg.org/#determining-the-character-encoding).
_HEAD = 1024
_COMMENTS = re.compile(rb"<!--.*?(?:-->|$)", re.DOTALL)
_CHARSET = re.compile(rb"""<meta[\s/][^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'/>;]{1,99})""", re.IGNORECASE)
_XML = re.compile(rb"""\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([^"'>]{1,99})["']""")
_DIRECTIVE = re.compile(r"<!--[ \t\r\n]*[Aa]ttribution:")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def parse_html(data: bytes, name: str, settings: Settings = DEFAULT) -> Article:
    """The article in the bytes of an HTML file.

    Paragraphs are those that a browser shows, without navigation, code, captions and pull-quotes; `<q>` has the marks
    that a browser puts. Raises `ReadError` when the bytes cannot be decoded, for a page without words, and for one that
    nests elements too deeply.

    >>> page = b"<nav>Home</nav><article><h1>Rain</h1><p>It <b>rained</b>, said&nbsp;Jo Lee.</p></article>"
    >>> parse_html(page, "rain.html").text
    'Rain\\n\\nIt rained, said\\xa0Jo Lee.'
    """
    return read_html(decode(data, name, declared=_declared(data)), name, settings)


def read_html(original: Original, name: str, settings: Settings = DEFAULT) -> Article:
    """The article in a page, or a piece of one, that has been decoded; raises `ReadError` as `parse_html` does."""
    tree = build_tree(original.text, lambda problem: ReadError(name, problem))
    if _is_report(tree):
        raise OtherKindError(name, "is a report that this program wrote, and no article")
    composer = Composer(original)
    _Writer(tree, choose_body(tree, settings), composer).write()
    metadata = read_metadata(tree)
    return composer.article(name, format="html", publisher=metadata.publisher, published=metadata.published)


def _is_report(tree: Tree) -> bool:
    """Whether a page says that this program made it."""
    generators = (element for element in tree.elements if (element.attribute("name") or "").lower() == "generator")
    return any(element.attribute("content") == "attribution" for element in generators)


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, if it does."""
    head = _COMMENTS.sub(b"", data[:_HEAD])
    found = _XML.match(head) or _CHARSET.search(head)
    return found[1].decode("latin-1") if found is not None else None


@define(eq=False)
class _Writer:
    """Tells a composer what stands in the article of a page."""

    tree: Tree
    body: Body
    composer: Composer
    # Whether a line break was the last thing that was written.
    broken: bool = False

    def write(self) -> None:
        """Everything, in order; directives also from around the article."""
        body = self.tree.elements[self.body.element]
        headline = self.tree.elements[self.body.headline] if self.body.headline is not None else None
        position = 0
        if headline is not None:
            self._directives(position, headline.enter)
            self._walk(headline.enter, headline.leave)
            position = headline.leave
        self._directives(position, body.enter)
        self._walk(body.enter, body.leave)
        self.composer.end()
        self._directives(body.leave, len(self.tree.events))

    def _directives(self, first: int, stop: int) -> None:
        for event in self.tree.events[first:stop]:
            if event.kind is EventKind.COMMENT and event.element not in self.body.skipped:
                self._comment(event)

    def _walk(self, first: int, last: int) -> None:
        """The events of one element."""
        position = first
        while position <= last:
            event = self.tree.events[position]
            position += 1
            if event.kind is EventKind.ENTER and event.element in self.body.skipped:
                leave = self.tree.elements[event.element].leave
                self._skip(event, self.tree.events[leave])
                position = leave + 1
            elif event.kind is EventKind.TEXT:
                self._text(event)
            elif event.kind is EventKind.REFERENCE:
                self.broken = False
                self.composer.put(event.meant, event.start, event.end)
            elif event.kind is EventKind.COMMENT:
                self._comment(event)
            else:
                self._tag(event)

    def _tag(self, event: Event) -> None:
        element = self.tree.elements[event.element]
        entering = event.kind is EventKind.ENTER
        if element.name in BLOCKS:
            self.broken = False
            self.composer.paragraph(self._kind(event), event.start if entering else event.end)
        elif element.name == "br" and entering:
            self._line_break(event)
        elif element.name == "q" and event.end > event.start:
            self.broken = False
            self.composer.put(self._mark(event), event.start, event.end)

    def _skip(self, enter: Event, leave: Event) -> None:
        """What is left out parts what stands around it if it is a block."""
        element = self.tree.elements[enter.element]
        if element.name in BLOCKS:
            self.composer.paragraph(self._kind_in(element.parent), leave.end)

    def _text(self, event: Event) -> None:
        text = self.tree.text
        if not text[event.start : event.end].isspace():
            self.broken = False
        position = event.start
        if any(item.name == "pre" for item in self.tree.ancestors(event.element)):
            for found in _BLANK_LINE.finditer(text, event.start, event.end):
                self.composer.write(position, found.start())
                self.composer.paragraph(self._kind_in(event.element), found.end())
                position = found.end()
        self.composer.write(position, event.end)

    def _line_break(self, event: Event) -> None:
        """One line break is a space in a paragraph, since lines are broken for looks; two end it."""
        if self.broken:
            self.composer.paragraph(self._kind_in(event.element), event.end)
        else:
            self.composer.space(event.start, event.end)
        self.broken = True

    def _comment(self, event: Event) -> None:
        """A directive to this linter between paragraphs is a line of its own; other comments are nothing."""
        if not self.composer.begun and _DIRECTIVE.match(self.tree.text, event.start):
            written = self.tree.text[event.start : event.end]
            self.composer.line(" ".join(written.split()), event.start, event.end)

    def _mark(self, event: Event) -> str:
        """The quotation mark that a browser shows for `<q>` or `</q>`."""
        depth = sum(item.name == "q" for item in self.tree.ancestors(event.element))
        marks = "“”" if depth % 2 else "‘’"
        return marks[event.kind is EventKind.LEAVE]

    def _kind(self, event: Event) -> ParagraphKind:
        inside = event.element if event.kind is EventKind.ENTER else self.tree.elements[event.element].parent
        return self._kind_in(inside)

    def _kind_in(self, number: int) -> ParagraphKind:
        """What words that stand directly in an element are."""
        if number < 0:
            return ParagraphKind.PROSE
        prose = self.tree.elements[number].name == "p"
        for element in self.tree.ancestors(number):
            kind = KINDS.get(element.name)
            if kind is not None:  # a paragraph in a cell is prose: whole pages were once laid out in tables
                return ParagraphKind.PROSE if prose and kind is ParagraphKind.CELL else kind
        return ParagraphKind.PROSE
