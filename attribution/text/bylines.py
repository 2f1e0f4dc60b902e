"""Who wrote an article: lines whose names are those of its authors and editors, not of anybody in it."""

import re

from attribution.model.document import Document
from attribution.model.span import Span

# Paragraphs that a byline may follow: a kicker, a headline, a line under it, a place and date.
_OPENING = 5
_LONGEST = 160
_BYLINE = re.compile(r"(?:BY|(?i:(?:(?:words|story|report|written|reported|text|photographs) )?by)) (?=[A-ZÀ-Þ])")
# "By Friday, the dam had cracked." is a sentence.
_SENTENCE_END = re.compile(r"(?<![A-Z])[.!?][”\"’']?\s*\Z")
_CREDITS = re.compile(r"[(\[]?(?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled|Edited|Produced) by [A-ZÀ-Þ]")


def byline_spans(document: Document) -> tuple[Span, ...]:
    """The paragraphs at the head that say who wrote the article, and those that say so below it.

    >>> bool(_BYLINE.match("By Ida Moss, county reporter")), bool(_BYLINE.match("By and large"))
    (True, False)
    """
    text = document.text
    found = []
    for paragraph in document.paragraphs:
        start, end = paragraph.span.start, paragraph.span.end
        opens = paragraph.index <= _OPENING and end - start <= _LONGEST and _BYLINE.match(text, start, end)
        if (opens and not _SENTENCE_END.search(text, start, end)) or _CREDITS.match(text, start, end):
            found.append(paragraph.span)
    return tuple(found)
