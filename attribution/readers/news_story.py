"""The story of a news item, in NITF, XHTML or plain text, put together as it is told of."""

from collections.abc import Iterable, Mapping

from attrs import define, field

from attribution.model.document import ParagraphKind
from attribution.readers.composing import Composer

# What the text of an element is, by its name in NITF or XHTML. An element that is not here goes on with what is around.
_KINDS: Mapping[str, ParagraphKind] = {
    **dict.fromkeys(("p", "pre", "div", "section", "article", "address"), ParagraphKind.PROSE),
    **dict.fromkeys(("hl1", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "byline", "dateline"), ParagraphKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), ParagraphKind.ITEM),
    **dict.fromkeys(("td", "th"), ParagraphKind.CELL),
    **dict.fromkeys(("media-caption", "caption", "figcaption"), ParagraphKind.CAPTION),
    **dict.fromkeys(("tagline", "credit"), ParagraphKind.FOOTNOTE),
}
# Elements that say what plain paragraphs within them are.
_AROUND: Mapping[str, ParagraphKind] = {
    **dict.fromkeys(("bq", "blockquote"), ParagraphKind.BLOCK_QUOTATION),
    **dict.fromkeys(("abstract", "hedline"), ParagraphKind.HEADING),
    **dict.fromkeys(("media", "figure"), ParagraphKind.CAPTION),
    **dict.fromkeys(("note", "fn", "body.end"), ParagraphKind.FOOTNOTE),
}
_UNREAD = frozenset(
    {"script", "style", "media-metadata", "media-reference", "media-producer", "media-object", "distributor", "nav"}
)
_BREAKS = frozenset({"br", "hr"})


@define(eq=False)
class Story:
    """A story in the making.

    `heads` are the headline and the byline of the item's metadata, which are written first; the story's own first
    heading is then left out. In a `plain` story each line is a paragraph, as it is in a file of plain text.
    """

    composer: Composer
    heads: Mapping[str, Iterable[tuple[str, int, int]]] = field(factory=dict)
    plain: bool = False
    distributor: str = ""
    _around: list[tuple[str, ParagraphKind]] = field(factory=list)
    _unread: list[str] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        for pieces in self.heads.values():
            self.composer.paragraph(ParagraphKind.HEADING)
            for words, start, stop in pieces:
                self._write(words, start, stop)
        self._open(ParagraphKind.PROSE)

    def start(self, local: str, at: int) -> None:
        """An element begins at `at`."""
        if self._unread or local in _UNREAD or (local == "h1" and self.heads):
            self._unread.append(local)
        elif local in _BREAKS:
            self.composer.space(at, self.composer.original.text.index(">", at) + 1)
        elif local in _AROUND:
            self._around.append((local, _AROUND[local]))
            self._open(ParagraphKind.PROSE)
        elif local in _KINDS:
            self._open(_KINDS[local])

    def end(self, local: str) -> None:
        """An element ends."""
        if self._unread:
            self._unread.pop()
            return
        if self._around and self._around[-1][0] == local:
            self._around.pop()
        if local in _KINDS or local in _AROUND:
            self._open(ParagraphKind.PROSE)

    def text(self, words: str, start: int, stop: int) -> None:
        """Characters, which stand in the file from `start` to `stop`."""
        if self._unread:
            self.distributor += words if self._unread == ["distributor"] else ""
        elif self.plain and words == "\n":
            self._open(ParagraphKind.PROSE)
        else:
            self._write(words, start, stop)

    def _open(self, kind: ParagraphKind) -> None:
        """A paragraph begins; where it says nothing of itself, it is what the element around it says."""
        around = self._around[-1][1] if self._around else ParagraphKind.PROSE
        self.composer.paragraph(around if kind is ParagraphKind.PROSE else kind)

    def _write(self, words: str, start: int, stop: int) -> None:
        if self.composer.original.text[start:stop] == words:
            self.composer.write(start, stop)
        else:
            self.composer.put(words, start, stop)
