"""What kind of content an attribution has, and whether it reports words at all."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from attribution.evaluation.labelled import Spans
from attribution.evaluation.tokens import Tokens, is_word
from attribution.lexicons.loading import load

_MARK = re.compile('[“”"]')
_CLOSED = re.compile('[“"][^“”"]*[”"]')
_OPENED_BEFORE = re.compile('^[^“”"]*”')
_NEVER_CLOSED = re.compile('[“"].*', re.DOTALL)
_NOT_REPORTING = "head-ends"


class Scope(StrEnum):
    """Which attributions have to be found.

    `REPORTED` asks for those that quote or report words; beliefs, hopes, endorsements and rulings are then neither
    missed nor wrong.
    """

    ALL = "all"
    REPORTED = "reported"


class ContentKind(StrEnum):
    """How much of a content stands in quotation marks: all of its words, some, or none; or there is no content."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NONE = "none"


def content_kind(content: Spans, text: str) -> ContentKind:
    """The kind of a content, from its quotation marks.

    A mark that opens before the content, or closes after it, quotes up to the content's edge.

    >>> from attribution.model.span import Span
    >>> content_kind((Span(0, 26),), "that the bridge “will fall”")
    <ContentKind.MIXED: 'mixed'>
    """
    if not content:
        return ContentKind.NONE
    words = " ".join(span.of(text) for span in content).replace("''", '"').strip(" ,.;:")
    if not _MARK.search(words):
        return ContentKind.INDIRECT
    for quoted in (_CLOSED, _OPENED_BEFORE, _NEVER_CLOSED):
        words = quoted.sub(" ", words)
    return ContentKind.MIXED if is_word(words) else ContentKind.DIRECT


def reports_words(kind: ContentKind, cue: Tokens, words: Sequence[str]) -> bool:
    """Whether an attribution quotes, or has a reporting word in its cue."""
    if kind in (ContentKind.DIRECT, ContentKind.MIXED):
        return True
    return any(words[token].lower() in _reporting_words() for token in cue)


@cache
def _reporting_words() -> frozenset[str]:
    lexicon = load().lexicon("reporting")
    return lexicon.phrases(*(group.name for group in lexicon.groups if group.name != _NOT_REPORTING))
