"""Who has seen a document: "records seen by the AP", "a memo, which we have read"."""

import re

from attribution.extraction.circumstances.stretches import sentence_at
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.circumstances import Circumstances
from attribution.model.document import Document
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.sources.outlets import Desk, Outlet, outlet_in

_ACCESS = (
    r"(?:seen|reviewed|obtained|viewed|examined|read|heard|inspected|verified|authenticated|acquired|received|compiled|tallied"
    r"|analy[sz]ed|collected|gathered|reported|published|provided|leaked|shared|shown|given|sent|handed)"
)
_BY = re.compile(rf"(?<!\w){_ACCESS}\s{{1,4}}(?:exclusively\s)?(?:by|to|with)\s{{1,4}}(?P<who>[^,.;]{{1,60}})")
# "in a letter [dated June 2], [which its lawyers] sent to this magazine"
_ACCESS_FOLLOWS = re.compile(
    rf"(?:\s{{1,4}}dated\s[^;.]{{3,24}}?)?,?\s{{1,4}}"
    rf"(?:(?:which|that)\s{{1,4}}(?:[\w’']{{1,20}}\s{{1,4}}){{1,4}})?{_ACCESS}(?!\w)"
)
_HAS = re.compile(
    r"(?<!\w)(?P<who>(?:[Tt]he\s{1,4})?[^\s,.;]{1,30}(?:\s[^\s,.;]{1,30}){0,3})\s{1,4}(?:has|have|had)\s{1,4}"
    r"(?:seen|reviewed|obtained|viewed|examined|read|heard|inspected|verified|authenticated)(?!\w)"
)
_READERS_OWN = re.compile(r"(?:we|it|which\s{1,4}we|that\s{1,4}we|which\s{1,4}it|that\s{1,4}it)", re.IGNORECASE)
_PAPERS = frozenset({"statement", "call"})


def reader_of_document(
    document: Document,
    attribution: Attribution,
    status: SourceStatus,
    found: Circumstances,
    desk: Desk,
    lexicons: Lexicons,
) -> Outlet | None:
    """The outlet that has the document the words come from; `None` when that is not told, or no document speaks."""
    if status in (SourceStatus.DOCUMENT, SourceStatus.DATA):
        stretches = _stretches(document, attribution)
    else:
        papers = (occasion.span for occasion in found.occasions if occasion.kind in _PAPERS)
        stretches = [Span(paper.end, min(paper.end + 80, len(document.text))) for paper in papers]
        stretches = [
            stretch for stretch in stretches if _ACCESS_FOLLOWS.match(document.text, stretch.start, stretch.end)
        ]
    for stretch in stretches:
        outlet = _reader_in(document.text, stretch, desk, lexicons)
        if outlet is not None:
            return outlet
    return None


def _stretches(document: Document, attribution: Attribution) -> list[Span]:
    """Where access is told: in the source itself, or beside it in its sentence, outside the content."""
    stretches = [attribution.source] if attribution.source is not None else []
    sentence = sentence_at(document, attribution.cue.span.start)
    position = sentence.start
    for content in (*attribution.content, Span(sentence.end, sentence.end)):
        if position < content.start <= sentence.end:
            stretches.append(Span(position, min(content.start, position + 300)))
        position = max(position, content.end)
    return stretches


def _reader_in(text: str, stretch: Span, desk: Desk, lexicons: Lexicons) -> Outlet | None:
    by = _BY.search(text, stretch.start, stretch.end)
    if by is not None:
        outlet = outlet_in(text, Span(*by.span("who")), desk, lexicons)
        if outlet is not None and not outlet.unnamed:
            return outlet
    has = _HAS.search(text, stretch.start, stretch.end)
    if has is None:
        return None
    who = Span(*has.span("who"))
    if _READERS_OWN.search(text, who.start, who.end):
        return Outlet(who.of(text), who, own=True)
    outlet = outlet_in(text, who, desk, lexicons)
    return outlet if outlet is not None and not outlet.unnamed else None
