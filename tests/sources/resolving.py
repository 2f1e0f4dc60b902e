"""Attributions made of marked texts, so that sources are tested without the stages before them."""

import re

from attribution.config import Config
from attribution.lexicons.loading import load
from attribution.marked import Marked
from attribution.model.attribution import Attribution, Cue, CueClass
from attribution.model.document import Article, Document
from attribution.model.span import Span
from attribution.sources.resolution import Resolution, resolve
from attribution.text.segmenting import segment

LEXICONS = load()


def document_of(text: str) -> Document:
    """The text cut into paragraphs and sentences."""
    return segment(Article(text), LEXICONS)


def attributions_of(
    marked: Marked, labels: frozenset[str] | None = None, lemma: str = "say"
) -> tuple[Attribution, ...]:
    """One attribution for each mark with one of these labels (of all marks by default), its cue the word behind it."""
    spans = [span for label, span in marked.spans if labels is None or label in labels]
    return tuple(_attribution(index, marked.text, span, lemma) for index, span in enumerate(spans))


def resolved(marked: Marked, labels: frozenset[str] | None = None, config: Config | None = None) -> Resolution:
    """The sources behind the marks of a text."""
    return resolve(document_of(marked.text), attributions_of(marked, labels), LEXICONS, config or Config())


def _attribution(index: int, text: str, span: Span, lemma: str) -> Attribution:
    addressee = _addressee(text, span)
    cue = Cue((_cue(text, span),), "tell" if addressee else lemma, CueClass.SPEECH, "")
    return Attribution(index, cue, span, (), "test", addressee=addressee)


_TOLD = re.compile(r"\s(?:has\s)?told\s(?P<whom>(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+)*)")


def _addressee(text: str, span: Span) -> Span | None:
    told = _TOLD.match(text, span.end)
    return Span(*told.span("whom")) if told else None


def _cue(text: str, span: Span) -> Span:
    start = span.end
    while start < len(text) and not text[start].isalnum():
        start += 1
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, end) if end > start else Span(span.end, span.end)
