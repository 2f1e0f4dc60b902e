"""News as agencies send it: NITF documents, and NewsML-G2 items or messages with a story in NITF, XHTML or plain text.

Each item with a story is an article: headline, byline, dateline and summary as headings, then the body. Its publisher
is the provider, its date that of the version, and `credited` are the sources of information that its metadata name.
"""

import re
from collections.abc import Iterator, Mapping

from attrs import define, evolve, field

from attribution.errors import OtherKindError, ReadError
from attribution.model.document import Article
from attribution.model.original import Original
from attribution.readers.composing import Composer
from attribution.readers.decoding import decode
from attribution.readers.news_story import Story
from attribution.readers.xml_scanning import scan

_DECLARED = re.compile(rb"""\A\s{0,100}<\?xml[^>]{1,200}?encoding\s{0,10}=\s{0,10}["']([A-Za-z0-9._:-]{1,40})["']""")
_ROOTS = ("nitf", "newsItem", "newsMessage", "packageItem")
_STORIES = frozenset({"body", "inlineData"})
_COMPACT_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(.*))?")
_PLAIN = ("", "text/plain")

# Where a document says what it is: the element that says it, and those it may stand in.
_PROVIDED, _CREDITED = "provider", "infoSource"


def parse_news_xml(data: bytes, name: str) -> Iterator[Article | ReadError]:
    """The articles of an XML document, and an error in the place of each that cannot be read."""
    found = _DECLARED.match(data)
    original = decode(data, name, declared=found[1].decode() if found else None)
    reader = _Reader(original)
    scan(original.text, name, reader)
    if reader.root not in _ROOTS:
        yield OtherKindError(name, f"an XML document of <{reader.root}> is not read; NITF and NewsML-G2 are")
        return
    items = [item for item in reader.items if item.story is not None or item.fault]
    if not items:
        yield ReadError(name, "holds no story: neither a body in NITF or XHTML nor inlineData")
    for number, item in enumerate(items, start=1):
        yield _article(item, name, f":{item.identifier or number}" if len(items) > 1 else "")


@define(eq=False)
class _Item:
    """One item in the making, and what it says of itself."""

    identifier: str = ""
    provider: str = ""
    published: str = ""
    credited: list[str] = field(factory=list)
    # Places of the headline and the byline in the metadata, for stories that have none of their own.
    heads: dict[str, list[tuple[str, int, int]]] = field(factory=dict)
    story: Story | None = None
    fault: str = ""


def _article(item: _Item, name: str, suffix: str) -> Article | ReadError:
    if item.fault or item.story is None:
        return ReadError(name + suffix, item.fault)
    try:
        made = item.story.composer.article(
            name,
            format="xml",
            publisher=item.provider or item.story.distributor.strip() or None,
            published=item.published or None,
        )
    except ReadError as error:
        return ReadError(name + suffix, error.problem)
    return evolve(made, name=name + suffix, credited=tuple(dict.fromkeys(item.credited)))


@define(eq=False)
class _Reader:
    """Tells metadata from stories."""

    original: Original
    root: str = ""
    items: list[_Item] = field(factory=list)
    _path: list[str] = field(factory=list)
    _words: list[tuple[str, int, int]] = field(factory=list)
    _literal: str = ""  # how a provider or source is called that is given no name
    _story_depth: int = 0

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        local = name.rpartition("}")[2]
        self.root = self.root or local
        self._path.append(local)
        if self._story_depth:
            self._story().start(local, at)
            return
        if local in ("newsItem", "packageItem") or not self.items:
            self.items.append(_Item(attributes.get("guid", "")))
        self._words.clear()
        if local in _STORIES and self.items[-1].story is None:
            self._begin(local, attributes)
        else:
            self._described(local, attributes)

    def end(self, name: str, at: int) -> None:
        if self._story_depth == len(self._path):
            self._story_depth = 0
        elif self._story_depth:
            self._story().end(self._path[-1])
        else:
            self._told(self._path[-1])
        self._path.pop()
        self._words.clear()

    def text(self, words: str, start: int, stop: int) -> None:
        if self._story_depth:
            self._story().text(words, start, stop)
        else:
            self._words.append((words, start, stop))

    def _story(self) -> Story:
        story = self.items[-1].story
        assert story is not None
        return story

    def _begin(self, local: str, attributes: Mapping[str, str]) -> None:
        """The story of an item begins."""
        item = self.items[-1]
        kind = attributes.get("contenttype", "").partition(";")[0].strip()
        if local == "inlineData" and kind not in _PLAIN:
            item.fault = f"has its story as {kind} within inlineData; NITF, XHTML and plain text are read"
            return
        heads = {} if "nitf" in self._path else item.heads
        item.story = Story(Composer(self.original), heads, plain=local == "inlineData")
        self._story_depth = len(self._path)

    def _described(self, local: str, attributes: Mapping[str, str]) -> None:
        """What the attributes of an element say of its item."""
        item = self.items[-1]
        if local in (_PROVIDED, _CREDITED):
            self._literal = attributes.get("literal") or attributes.get("qcode", "").rpartition(":")[2]
        elif local == "date.issue":
            item.published = _dated(attributes.get("norm", "")) or item.published
        elif local == "pubdata":
            item.provider = item.provider or attributes.get("name", "")
            item.published = item.published or _dated(attributes.get("date.publication", ""))

    def _told(self, local: str) -> None:
        """What the words of an element say of its item."""
        item, words = self.items[-1], " ".join("".join(words for words, _, _ in self._words).split())
        parent = self._path[-2] if len(self._path) > 1 else ""
        if local == "name" and parent in (_PROVIDED, _CREDITED):
            self._literal = words or self._literal
        elif local == _PROVIDED:
            item.provider = self._literal or item.provider
        elif local == _CREDITED and self._literal:
            item.credited.append(self._literal)
        elif local == "versionCreated":
            item.published = _dated(words) or item.published
        elif local in ("headline", "by") and parent == "contentMeta" and words:
            item.heads.setdefault(local, list(self._words))


def _dated(words: str) -> str:
    """A date and time as ISO 8601 writes them with hyphens and colons, which NITF leaves out.

    >>> _dated("20261124T101500Z"), _dated("20261124"), _dated("2026-11-24")
    ('2026-11-24T10:15:00Z', '2026-11-24', '2026-11-24')
    """
    match = _COMPACT_DATE.fullmatch(words)
    if match is None:
        return words
    year, month, day, hour, minute, second, zone = match.groups()
    time = f"T{hour}:{minute}:{second or '00'}{zone}" if hour else ""
    return f"{year}-{month}-{day}{time}"
