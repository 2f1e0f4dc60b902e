"""News in JSON: ninjs of every version, and plain objects with a `text`; one of them or a list.

Headline and byline are headings, then comes the body: HTML or XHTML where there is one, else plain text, a line a
paragraph. The publisher is the provider or whoever holds the copyright, and `credited` are the sources of information.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from attrs import evolve, frozen

from attribution.errors import OtherKindError, ReadError
from attribution.model.document import Article, ParagraphKind
from attribution.model.original import Original, Segment
from attribution.model.span import Span
from attribution.readers.composing import BETWEEN, Composer
from attribution.readers.decoding import decode
from attribution.readers.json_lines import kind
from attribution.readers.json_strings import Path, pieces, string_places
from attribution.readers.nested import outward
from attribution.readers.settings import Settings

_EXPECTED = "an object of ninjs with a body, one with a 'text', or a list of those"
_HEADLINES, _BYLINES, _BODIES = ("headline", "headlines"), ("byline", "by", "bylines"), ("bodies",)
_PROVIDERS = ("provider", "copyrightholder", "copyrightHolder", "publisher")
_CREDITED = ("infosource", "infosources", "infoSource", "infoSources")
_DATES = ("versioncreated", "versionCreated", "published", "firstcreated", "firstCreated")
_MARKED_UP = ("html", "xhtml")


def parse_ninjs(data: bytes, name: str, settings: Settings) -> Iterator[Article | ReadError]:
    """The articles of a JSON document, and an error in the place of each item that has no text."""
    original = decode(data, name)
    try:
        value = json.loads(original.text)
    except (ValueError, RecursionError) as error:
        raise ReadError(name, f"not valid JSON: {error}") from error
    items = value if isinstance(value, list) else [value]
    if not any(isinstance(item, dict) and _has_body(item) for item in items):
        raise OtherKindError(name, f"holds no article; expected {_EXPECTED}")
    places = string_places(original.text)
    for number, item in enumerate(items):
        several = isinstance(value, list) and len(items) > 1
        called = f"{name}:{_identifier(item) or number + 1}" if several else name
        try:
            if not isinstance(item, dict):
                raise ReadError(called, f"expected {_EXPECTED}, not {kind(item)}")
            path: Path = (number,) if isinstance(value, list) else ()
            yield evolve(_Item(original, item, path, places).article(name, called, settings), name=called)
        except ReadError as error:
            yield error


def _has_body(item: Mapping[str, Any]) -> bool:
    return "bodies" in item or "text" in item or any(name.startswith("body_") for name in item)


def _identifier(item: object) -> str:
    found = item.get("uri") or item.get("id") if isinstance(item, dict) else None
    return str(found) if found else ""


@frozen(eq=False)
class _Item:
    """One object and where its strings stand in the file."""

    original: Original
    fields: Mapping[str, Any]
    path: Path
    places: Mapping[Path, Span]

    def article(self, file: str, called: str, settings: Settings) -> Article:
        """The article; raises `ReadError` when there is no body."""
        body, marked_up = self._body(called)
        composer = Composer(self.original)
        for names in (_HEADLINES, _BYLINES):
            for place in islice(self._strings(names), 1):
                self._write(composer, place, ParagraphKind.HEADING)
        if marked_up:
            made = _behind(composer, self._page(body, file, settings), file)
        else:
            self._write(composer, body, ParagraphKind.PROSE)
            made = composer.article(file, format="json")
        return evolve(
            made,
            publisher=next(self._words(_PROVIDERS), None),
            published=next(self._words(_DATES), None),
            credited=tuple(dict.fromkeys(self._words(_CREDITED))),
        )

    def _body(self, called: str) -> tuple[Span, bool]:
        """The place of the body, and whether it is marked up."""
        found = {name: self.places.get((*self.path, name)) for name in self.fields if name.startswith("body_")}
        bodies = [(name.removeprefix("body_"), place) for name, place in found.items() if place is not None]
        listed = self.fields.get("bodies")
        for number, item in enumerate(listed if isinstance(listed, list) else []):
            place = self.places.get((*self.path, "bodies", number, "value"))
            if place is not None and isinstance(item, dict):
                says = " ".join(str(item.get(key, "")) for key in ("contenttype", "contentType", "role"))
                bodies.append((next((each for each in _MARKED_UP if each in says.lower()), "text"), place))
        plain = self.places.get((*self.path, "text"))
        bodies += [("text", plain)] if plain is not None else []
        if not bodies:
            raise ReadError(called, f"has no body: expected {_EXPECTED}")
        marked_up = next((place for form, place in bodies if form in _MARKED_UP), None)
        return (marked_up, True) if marked_up is not None else (bodies[0][1], False)

    def _strings(self, names: Sequence[str]) -> Iterator[Span]:
        """The places of the strings that fields of these names are, or that their items have as `value`."""
        for name in names:
            value = self.fields.get(name)
            if isinstance(value, str) and value:
                yield self.places[(*self.path, name)]
            for number in range(len(value) if isinstance(value, list) else 0):
                place = self.places.get((*self.path, name, number, "value"))
                if place is not None:
                    yield place

    def _words(self, names: Sequence[str]) -> Iterator[str]:
        """What fields of these names say: themselves, or what they or their items are called."""
        for name in names:
            value = self.fields.get(name)
            for item in value if isinstance(value, list) else [value]:
                called = item.get("name") or item.get("literal") if isinstance(item, dict) else item
                if isinstance(called, str) and called:
                    yield called

    def _write(self, composer: Composer, place: Span, kind: ParagraphKind) -> None:
        """A string as paragraphs of this kind, one for each of its lines."""
        composer.paragraph(kind)
        for words, start, stop in pieces(self.original.text, place):
            if words == "\n":
                composer.paragraph(kind)
            elif stop - start == len(words):
                composer.write(start, stop)
            else:
                composer.put(words, start, stop)

    def _page(self, body: Span, name: str, settings: Settings) -> Article:
        """The body, read as a page, with segments that lead back to this file."""
        from attribution.readers.html.reading import read_html

        words: list[str] = []
        runs: list[Segment] = []
        length = 0
        for piece, start, stop in pieces(self.original.text, body):
            whole = stop - start if stop - start != len(piece) else None
            runs.append(Segment(length, length + len(piece), start, whole))
            words.append(piece)
            length += len(piece)
        page = read_html(Original("".join(words)), name, settings)
        return evolve(page, segments=tuple(outward(page.segments, runs)), originals=(self.original,))


def _behind(composer: Composer, page: Article, file: str) -> Article:
    """What was composed so far, and the page behind it."""
    composer.end()
    if not composer.written:
        return evolve(page, format="json", file=file)
    head = composer.article(file, format="json")
    shift = len(head.text) + len(BETWEEN)
    segments = (evolve(each, start=each.start + shift, end=each.end + shift) for each in page.segments)
    passages = (
        evolve(each, span=Span(each.span.start + shift, each.span.end + shift), origin=None) for each in page.passages
    )
    return evolve(
        head,
        text=head.text + BETWEEN + page.text,
        segments=(*head.segments, *segments),
        passages=(*head.passages, *passages),
    )
