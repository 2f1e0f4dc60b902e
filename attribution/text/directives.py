"""Directives to this linter that stand in an article on lines of their own; they are no part of what it says.

`<!-- attribution: ignore[ANON101] reason -->` is for formats with comments, `[attribution: ignore ANON101 reason]` for
plain text. What a directive asks for is read in `attribution.suppression`. Here its line is told from prose and cut
out, so that an article is read as if nobody had written it; spans are then moved to where they are in the whole text.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, TypeVar, cast

from attrs import evolve, field, fields, frozen, has

from attribution.model.document import Article, Document, Passage, Tokens
from attribution.model.span import Span

Value = TypeVar("Value")

VERBS = ("ignore", "ignore-file", "off", "on")
"""What a directive may ask for."""

# Everything that ends a line for `attribution.text.paragraphs`.
_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_ENDS}]")
_OPENING = re.compile(rf"(?:<!--[ \t]*|\[)[Aa]ttribution:[^{_ENDS}]*")
_NEVER_THERE = "ttribution:"
_AROUND = " \t\xa0\ufeff\u200b\u200e\u200f\u2060"
_COMMENT = re.compile(r"<!--[ \t]*[Aa]ttribution:((?:(?!-->).)*)-->", re.DOTALL)
# One pair of brackets may stand inside: "[attribution: ignore[ANON101] reason]".
_BRACKETS = re.compile(r"\[[Aa]ttribution:([^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)?)\]", re.DOTALL)
_WORD = re.compile(r"\s*([A-Za-z-]{1,20})(?![\w-])")

# "[Attribution: Reuters]" is a credit, "[attribution: ingore ANON101]" a slip: at least so alike, and so long.
_ALIKE, _SHORTEST_SLIP = 0.75, 4


def find_directives(text: str) -> tuple[Span, ...]:
    """Where the directives of `text` stand, in order; each is the whole of its line but for white space.

    >>> text = "[attribution: ignore ANON103 cleared]\\nSources said so. [attribution: off]\\n[Attribution: Reuters]"
    >>> [span.of(text) for span in find_directives(text)]
    ['[attribution: ignore ANON103 cleared]']
    """
    if _NEVER_THERE not in text:
        return ()
    spans = (_directive(text, found.start(), found.end()) for found in _OPENING.finditer(text))
    return tuple(span for span in spans if span is not None)


@frozen(eq=False)
class Cut:
    """An article and the same `without` its directives.

    At `places` of the shorter text something is missing, in all the `missing` characters of the same index.
    """

    article: Article
    without: Article
    directives: tuple[Span, ...] = ()
    places: "array[int]" = field(factory=lambda: array("l"))
    missing: "array[int]" = field(factory=lambda: array("l"))

    def restored(self, value: Value) -> Value:
        """A value that was made from the article without directives, with every span where it is in the whole one."""
        return cast(Value, self._moved(value)) if self.directives else value

    def _moved(self, value: Any) -> Any:
        if isinstance(value, Span):
            start = self._place(value.start)
            return Span(start, self._place(value.end - 1) + 1 if value.end > value.start else start)
        if isinstance(value, tuple):
            return tuple(map(self._moved, value))
        if isinstance(value, Tokens):
            return evolve(value, starts=self._all(value.starts), ends=self._all(value.ends, last=1))
        if isinstance(value, Article) or not has(type(value)):
            return value
        moved = {item.name: self._moved(getattr(value, item.name)) for item in fields(type(value))}
        if isinstance(value, Document):
            moved |= {"article": self.article, "directives": self.directives}
        return evolve(value, **moved)

    def _all(self, offsets: "array[int]", last: int = 0) -> "array[int]":
        return array("l", (self._place(offset - last) + last for offset in offsets))

    def _place(self, offset: int) -> int:
        """Where in the whole text the character at `offset` of the shorter one stands."""
        passed = bisect_right(self.places, offset)
        return offset + (self.missing[passed - 1] if passed else 0)


def cut_directives(article: Article) -> Cut:
    """The article without the lines of its directives.

    >>> cut = cut_directives(Article("Rain.\\n[attribution: off]\\nSnow."))
    >>> cut.without.text, cut.restored(Span(6, 10)).of(cut.article.text)
    ('Rain.\\nSnow.', 'Snow')
    """
    directives = find_directives(article.text)
    if not directives:
        return Cut(article, article)
    text = article.text
    pieces: list[str] = []
    places, missing = array("l"), array("l")
    kept = end = 0
    for span in directives:
        start, stop = _whole_line(text, span)
        pieces.append(text[end:start])
        kept += start - end
        end = stop
        places.append(kept)
        missing.append(end - kept)
    pieces.append(text[end:])
    passages = tuple(_shortened(article.passages, places, missing))
    without = evolve(article, text="".join(pieces), segments=(), originals=(), passages=passages)
    return Cut(article, without, directives, places, missing)


def asked(directive: str) -> str:
    """What stands in a directive between its marks.

    >>> asked("<!-- attribution: off[ANON] -->")
    'off[ANON]'
    """
    found = _COMMENT.fullmatch(directive) or _BRACKETS.fullmatch(directive)
    return found[1].strip() if found is not None else ""


def is_comment(directive: str) -> bool:
    """Whether a directive is written as a comment."""
    return directive.startswith("<")


def _shortened(passages: Iterable[Passage], places: "array[int]", missing: "array[int]") -> Iterator[Passage]:
    """The passages where they stand in the text without directives, none of which is part of one."""
    ends = [place + gone for place, gone in zip(places, missing, strict=True)]
    for passage in passages:
        passed = bisect_right(ends, passage.span.start)
        gone = missing[passed - 1] if passed else 0
        yield evolve(passage, span=Span(passage.span.start - gone, passage.span.end - gone))


def _directive(text: str, start: int, end: int) -> Span | None:
    """The directive that opens at `start` in a line that goes to `end`, when it fills the line."""
    written = text[start:end].rstrip(_AROUND)
    found = (_COMMENT if is_comment(written) else _BRACKETS).fullmatch(written)
    opening = _line_start(text, start)
    if found is None or not (opening == 0 or _BREAK.fullmatch(text[opening - 1])):
        return None
    return Span(start, start + len(written)) if is_comment(written) or _is_asking(found[1]) else None


def _line_start(text: str, start: int) -> int:
    """Where the white space before `start` begins, within its line."""
    while start > 0 and text[start - 1] in _AROUND:
        start -= 1
    return start


def _whole_line(text: str, span: Span) -> tuple[int, int]:
    """A directive with the white space around it and the line break behind it."""
    end = span.end
    while end < len(text) and text[end] in _AROUND:
        end += 1
    found = _BREAK.match(text, end)
    return _line_start(text, span.start), found.end() if found is not None else end


def _is_asking(asked_for: str) -> bool:
    """Whether words in brackets are a directive, perhaps with a slip in its first word."""
    word = _WORD.match(asked_for)
    if word is None:
        return False
    verb = word[1].lower()
    if verb in VERBS:
        return True
    return len(verb) >= _SHORTEST_SLIP and any(SequenceMatcher(None, verb, known).ratio() >= _ALIKE for known in VERBS)
