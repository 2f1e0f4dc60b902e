"""Paragraphs: the lines of a text that are not blank, and which of them read as headlines or labels."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.model.document import ParagraphKind, Passage
from attribution.model.span import Span

# Every separator that `str.splitlines` breaks at. Each line is a paragraph: news copy is not hard-wrapped, and the
# report counts paragraphs by line breaks with blank lines skipped.
_LINE = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")

# Invisible characters that `str.strip` keeps: a byte order mark or a zero-width space is no text.
_INVISIBLE = "\ufeff\u200b\u200e\u200f\u2060"

# A headline is read in one breath: of 743 campaign stories, two had one of more than twenty words.
_HEADLINE_WORDS = 20
_SUBHEAD_WORDS = 10
_LABEL_WORDS = 6

_WORD = re.compile(r"[^\W_][^\s]*")
_ENDS_A_SENTENCE = (".", "!", "?", "…", ":", ",", '"', "”", "’", "'", ")", "]", "-", "–", "—")
_OPENS_AN_ITEM = ("-", "–", "—", "•", "*", "·", "#", "“", '"', "‘", "'", "(", "[")

# "Poll: Clinton leads", "Exclusive: …", "UPDATE 2: …": a short label and a colon before the headline itself.
_LABELLED = re.compile(r"[A-Z][\w.’'-]{1,20}(?: [\w.’'-]{1,20}){0,2}: ?[^\s“\"‘']")

# Small words stay lower case in a title; longer ones are capitalised by every house style that uses title case.
_SMALL_WORD = 4
_FEWEST_TITLE_WORDS = 3
_FEWEST_TITLE_WORDS_WITH_STOP = 4  # "Enter President Ames." is a sentence


@frozen
class Block:
    """A paragraph before its sentences are known: where it stands, if it reads as a heading, what its file says."""

    span: Span
    heading: bool = False
    kind: ParagraphKind = ParagraphKind.PROSE


def find_paragraphs(text: str, passages: Sequence[Passage] = ()) -> tuple[Block, ...]:
    """The lines of `text` that are not blank, without the white space around them.

    `heading` marks headlines and labels ("FULL TEXT"). It is set with care: a line of prose taken for a headline
    would be left out of the audit. `passages` are what the file's markup says of them: what it calls a heading is one,
    what it calls a quotation is none, and elsewhere the words decide, since many systems set subheads in bold alone.

    >>> [(block.span.of("By Jo Lee\\n\\nIt rained.\\n")) for block in find_paragraphs("By Jo Lee\\n\\nIt rained.\\n")]
    ['By Jo Lee', 'It rained.']
    """
    spans = [span for match in _LINE.finditer(text) if (span := _trimmed(text, *match.span())) is not None]
    last = len(spans) - 1
    return tuple(
        Block(span, _heads(text, span, kind, index, last), kind)
        for index, (span, kind) in enumerate(zip(spans, _kinds(spans, passages), strict=True))
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    line = text[start:end]
    if not line[0].isspace() and not line[-1].isspace() and line[0] not in _INVISIBLE and line[-1] not in _INVISIBLE:
        return Span(start, end)
    while start < end and (text[start].isspace() or text[start] in _INVISIBLE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _INVISIBLE):
        end -= 1
    return Span(start, end) if start < end else None


def _kinds(spans: Sequence[Span], passages: Sequence[Passage]) -> Iterator[ParagraphKind]:
    """What the markup says of each line; both come in order."""
    following = 0
    for span in spans:
        while following < len(passages) and passages[following].span.end <= span.start:
            following += 1
        inside = following < len(passages) and passages[following].span.start <= span.start
        yield passages[following].kind if inside else ParagraphKind.PROSE


def _heads(text: str, span: Span, kind: ParagraphKind, index: int, last: int) -> bool:
    if kind is ParagraphKind.HEADING:
        return True
    if kind is ParagraphKind.BLOCK_QUOTATION or not last:
        return False
    return _is_heading(text, span, first=index == 0, last=index == last)


def _is_heading(text: str, span: Span, *, first: bool, last: bool) -> bool:
    # Nothing longer than this can have so few words; it keeps a megabyte in one line from being split.
    if len(span) > _HEADLINE_WORDS * 20 or text[span.start] in _OPENS_AN_ITEM:
        return False
    line = span.of(text)
    words = _WORD.findall(line)
    if not words or len(words) > _HEADLINE_WORDS:
        return False
    unfinished = not line.endswith(_ENDS_A_SENTENCE)
    if _is_capitals(words) or _is_title_case(line, words):
        return True
    if first:
        return unfinished or (_LABELLED.match(line) is not None and _is_one_clause(line))
    # "What happens next" between paragraphs is a subhead; the last line may be prose that was cut off.
    return unfinished and not last and len(words) <= _SUBHEAD_WORDS and line[0].isupper()


def _is_capitals(words: list[str]) -> bool:
    """Whether the line is a label in capitals: "FULL TEXT.", "ABSTRACT"; "NO" may be a whole answer and is none."""
    joined = "".join(words)
    if not joined.isupper() or len(words) > 2 * _LABEL_WORDS:
        return False
    return sum(character.isalpha() for character in joined) >= _SMALL_WORD


def _is_title_case(line: str, words: list[str]) -> bool:
    """Whether every word but the small ones is capitalised: "Senator To Open Her Tax Records After Pressure."."""
    fewest = _FEWEST_TITLE_WORDS_WITH_STOP if line.endswith(_ENDS_A_SENTENCE) else _FEWEST_TITLE_WORDS
    long_words = [word for word in words if len(word) >= _SMALL_WORD and word[0].isalpha()]
    return len(long_words) >= fewest and all(word[0].isupper() for word in long_words) and _is_one_clause(line)


def _is_one_clause(line: str) -> bool:
    """Whether no sentence ends inside the line."""
    return re.search(r"[^\W\d_]{3}[.!?] \S", line) is None
