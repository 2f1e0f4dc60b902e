"""A Markdown file as an article."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define, field

from attribution.model.document import Article, ParagraphKind
from attribution.readers.composing import Composer
from attribution.readers.decoding import decode
from attribution.readers.html.elements import BLOCKS
from attribution.readers.html.tokens import TokenKind, reference, tokens
from attribution.readers.markdown.front_matter import read_front_matter
from attribution.readers.markdown.normalizing import Normalized, normalized
from attribution.readers.markdown.parsing import parse

_DIRECTIVE = re.compile(r"<!--[ \t\r\n]*[Aa]ttribution:")
_AMPERSAND = re.compile("&")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_KINDS: Mapping[str, ParagraphKind] = {
    "Heading": ParagraphKind.HEADING,
    "SetextHeading": ParagraphKind.HEADING,
    "Quote": ParagraphKind.BLOCK_QUOTATION,
    "ListItem": ParagraphKind.ITEM,
    "TableCell": ParagraphKind.CELL,
    "FootnoteDef": ParagraphKind.FOOTNOTE,
}
_LINES = ("Paragraph", "Heading", "SetextHeading", "TableCell")
# Code, rules and definitions of links hold no words of an article; pictures and numbers of footnotes none of a line.
_SKIPPED = (
    "CodeBlock",
    "FencedCode",
    "ThematicBreak",
    "BlankLine",
    "LinkRefDef",
    "Image",
    "FootnoteRef",
    "Strikethrough",
)


def parse_markdown(data: bytes, name: str) -> Article:
    """The article in the bytes of a Markdown file.

    The title of its front matter is its headline, and footnotes stand at its end. Raises `ReadError` when the bytes
    cannot be decoded, for front matter that is none, for a file without words, and where marko is not installed.

    >>> article = parse_markdown(b"# Rain\\n\\nIt *rained*, [said](https://x.example) Jo\\\\* Lee.\\n", "rain.md")
    >>> article.text
    'Rain\\n\\nIt rained, said Jo* Lee.'
    """
    original = decode(data, name)
    front = read_front_matter(original.text, name)
    text = normalized(original.text, front.end)
    tree = parse(text.text, name)
    composer = Composer(original)
    if front.title is not None and not _opens_with_headline(tree):
        composer.paragraph(ParagraphKind.HEADING)
        composer.write(*front.title)
    _Writer(text, composer).write(tree)
    return composer.article(name, format="markdown", publisher=front.publisher, published=front.published)


def _opens_with_headline(tree: Any) -> bool:
    """Whether the first words are a heading of the first level."""
    shown = (block for block in tree.children if _kind(block) not in ("BlankLine", "HTMLBlock", "LinkRefDef"))
    first = next(shown, None)
    return first is not None and _kind(first) in ("Heading", "SetextHeading") and first.level == 1


def _kind(element: Any) -> str:
    return type(element).__name__


@define(eq=False)
class _Writer:
    """Tells a composer what stands in a Markdown tree."""

    text: Normalized
    composer: Composer
    footnotes: list[Any] = field(factory=list)

    def write(self, tree: Any) -> None:
        """Everything, in order."""
        for block in tree.children:
            self._block(block, ParagraphKind.PROSE, self._line_start(block))
        for footnote in self.footnotes:
            for block in footnote.children:
                self._block(block, ParagraphKind.FOOTNOTE, None)

    def _line_start(self, block: Any) -> int | None:
        """Where in the file a comment may be put before a block that stands in no other."""
        if _kind(block) not in ("Paragraph", "Heading", "SetextHeading", "Quote"):
            return None
        return self.text.origin(self.text.text.rfind("\n", 0, block.source_span[0]) + 1)

    def _block(self, block: Any, outer: ParagraphKind, origin: int | None) -> None:
        kind = _kind(block)
        if kind in _SKIPPED:
            return
        if kind == "FootnoteDef" and outer is not ParagraphKind.FOOTNOTE:
            self.footnotes.append(block)
        elif kind == "HTMLBlock":
            self._html(block, outer)
        elif kind in _LINES:
            self.composer.paragraph(_KINDS.get(kind, outer), origin)
            self._inline(block.children)
            self.composer.end()
        else:
            for child in block.children:
                self._block(child, _KINDS.get(kind, outer), origin)
                origin = None  # a comment before the second paragraph of a quotation would end it

    def _inline(self, children: Any) -> None:
        for child in children:
            kind = _kind(child)
            if kind in _SKIPPED:
                continue
            start, end = child.source_span
            if kind == "RawText":
                self._words(child.children, start, end)
            elif kind == "LineBreak":
                self.composer.space(*self.text.span(start, end))
            elif kind == "Literal":
                self.composer.put(child.children, *self.text.span(start, end))
            elif kind == "CodeSpan":
                self._code(child.children, start, end)
            elif kind == "InlineHTML":
                if _BREAK.fullmatch(child.children):
                    self.composer.space(*self.text.span(start, end))
            else:
                self._inline(child.children)

    def _words(self, words: str, start: int, end: int) -> None:
        """Words that stand in the file as they are, but for character references."""
        if self.text.text[start:end] != words:  # a bar in a cell has a backslash before it
            self.composer.put(words, *self.text.span(start, end))
            return
        position = start
        for found in _AMPERSAND.finditer(self.text.text, start, end):
            token = reference(self.text.text, found.start())
            if token.kind is TokenKind.REFERENCE and self.text.text[token.end - 1] == ";" and token.end <= end:
                self._write(position, token.start)
                self.composer.put(token.name, *self.text.span(token.start, token.end))
                position = token.end
        self._write(position, end)

    def _code(self, words: str, start: int, end: int) -> None:
        """Words in backquotes, which are part of a line."""
        inner = self.text.text[start:end].strip("`")
        start += self.text.text[start:end].index(inner)
        end = start + len(inner)
        if inner.split() == words.split():
            self._write(start, end)
        else:  # a backslash before a bar in a cell, a quotation's sign in front of a line
            self.composer.put(" ".join(words.split()), *self.text.span(start, end))

    def _write(self, start: int, end: int) -> None:
        if start < end:
            self.composer.write(*self.text.span(start, end))

    def _html(self, block: Any, outer: ParagraphKind) -> None:
        """A block of HTML: its words are paragraphs, and a comment may be a directive."""
        for start, end in self._stretches(block):
            written = self.text.text[start:end]
            self.composer.paragraph(outer)
            for token in tokens(written):
                place = self.text.span(start + token.start, start + token.end)
                if token.kind is TokenKind.TEXT:
                    self.composer.write(*place)
                elif token.kind is TokenKind.REFERENCE:
                    self.composer.put(token.name, *place)
                elif token.kind is TokenKind.COMMENT:
                    if not self.composer.begun and _DIRECTIVE.match(written, token.start):
                        self.composer.line(" ".join(written[token.start : token.end].split()), *place)
                elif token.name in BLOCKS:
                    self.composer.paragraph(outer)
                elif token.name == "br":
                    self.composer.space(*place)
            self.composer.end()

    def _stretches(self, block: Any) -> Iterator[tuple[int, int]]:
        """Where the HTML of a block stands: in one piece, or line by line where a quotation's signs are before each."""
        start, end = block.source_span
        if self.text.text[start:end].rstrip("\n") == block.body.rstrip("\n"):
            yield start, end
            return
        position = start
        for line in block.body.splitlines():
            found = self.text.text.find(line, position, end) if line.strip() else -1
            if found >= 0:
                yield found, found + len(line)
                position = found + len(line)
