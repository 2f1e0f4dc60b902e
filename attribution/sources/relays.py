"""How near an article stands to its source: first-hand, in public, or through other outlets."""

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.circumstances import Circumstances
from attribution.model.document import Document
from attribution.model.source import Detail, Proximity, SourceStatus
from attribution.model.span import Evidence, Span
from attribution.sources.access import reader_of_document
from attribution.sources.outlets import Desk, Outlet, last_outlet_before, outlet_in, refers_back
from attribution.sources.scenes import PRONOUN
from attribution.sources.voices import is_own_voice

_MEDIA = frozenset({"statement", "post", "call", "broadcast", "outlet", "essay", "journal", "remarks"})
_REPORTED = re.compile(
    r"(?<!\w)(?:been|was|were|is|being|first|previously|widely)\s{1,4}(?:\w{1,20}\s{1,4})?reported(?!\w)"
)
# A document without an owner or a date is no more than "studies show".
_VAGUE_DOCUMENT = re.compile(
    r"(?:(?:an?|one|some|many|several|most|other|various|numerous)\s{1,4})?(?:(?:recent|new|early|leaked|internal|secret)\s{1,4})?"
    r"(?:stud(?:y|ies)|research|polls?|polling|surveys?|data|figures|statistics|documents?|files|papers?|records|evidence|reports?"
    r"|trials?)(?:\s{1,4}of\s{1,4}\d(?:(?!\sby\s)[^,;.]){0,60})?",
    re.IGNORECASE,
)
_PROPER_NAME = re.compile(r"(?:[Tt]he\s)?[A-ZÀ-Þ][^\s,]{0,30}(?:\s[A-ZÀ-Þ&][^\s,]{0,30}){0,4}")
_OPINION = re.compile(r"(?<!\w)(?:editorials?|columnists?|op-eds?|leader column)(?!\w)", re.IGNORECASE)
# "[Though] the Greens boast of new members, the vote is close, two pollsters said": the boast is no pollster's news.
_CONCEDED = re.compile(r"(?<!\w)(?:Though|Although|Even though)\s(?:the\s)?\Z")
_LONGEST_CONJUNCTION = len("Even though the ")
_STAFF = re.compile(r"(?:[Tt]he\s{1,4})?[A-Z][^,;.]{1,40}?['’]s?\s{1,4}(?:own\s{1,4})?(?:[a-z]{2,20}\s{1,4}){0,2}[A-Z]")


@frozen
class Relay:
    """How words reached the reader.

    `chain` holds the outlets between source and reader, nearest to the reader first; `stated` says that the sentence
    itself tells the occasion, so that other words may share it, `timed` that it tells the time, `spoken` that its cue
    reports words or findings of others than the outlet. `setting` is the kind of occasion, a group of the venue
    lexicon without its ending ("court", "speech" …), or "".
    """

    chain: tuple[str, ...]
    proximity: Proximity
    details: tuple[Detail, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    stated: bool = False
    timed: bool = False
    spoken: bool = True
    setting: str = ""


def relay_of(
    document: Document,
    attribution: Attribution,
    status: SourceStatus,
    found: Circumstances,
    desk: Desk,
    lexicons: Lexicons,
    parent: Relay | None = None,
) -> Relay:
    """How the words of one attribution reached the reader (policy on proximity, sections 3.2 and 8).

    `found` is what `circumstances_of` gives, `desk` whose article it is, and `parent` the relay of the attribution in
    whose content this one stands. What was told to the own outlet, or to the agency in the dateline, is first-hand;
    what was told to any other outlet is second-hand.
    """
    hops = _hops(document, attribution, status, found, desk, lexicons)
    printed = _printed(document.text, attribution, status, desk, lexicons)
    if printed:
        hops = ()
    chain = _chain(hops, parent)
    evidence = tuple(Evidence("relays.outlet", hop.span, hop.name) for hop in hops)
    proximity = Proximity.PUBLIC
    if not printed:
        proximity = _proximity(document, attribution, status, found, hops, chain, parent, lexicons)
    own_voice = is_own_voice(document.text, attribution)
    stated = bool(hops) or proximity not in (Proximity.UNSTATED, Proximity.THIRD_HAND)
    return Relay(
        chain=chain,
        proximity=proximity,
        details=_details(status, found, hops),
        evidence=evidence,
        stated=stated,
        timed=found.when is not None,
        spoken=attribution.audited and status is not SourceStatus.OBSERVATION and not own_voice,
        setting=_setting(found),
    )


def _setting(found: Circumstances) -> str:
    if found.audience is not None and found.audience.endswith("-audience"):
        return found.audience.removesuffix("-audience")
    return found.occasions[0].kind if found.occasions else ""


def _hops(
    document: Document,
    attribution: Attribution,
    status: SourceStatus,
    found: Circumstances,
    desk: Desk,
    lexicons: Lexicons,
) -> tuple[Outlet, ...]:
    """The outlets that pass the words on, nearest to the reader first; the article's own among them."""
    text = document.text
    hops: list[Outlet] = []
    hops.extend(_passing_on(text, attribution.via, desk, lexicons))
    if status is SourceStatus.OUTLET and attribution.source is not None:
        hops.append(_speaking(text, attribution.source, desk, lexicons))
    if attribution.source is not None and status in (SourceStatus.NAMED, SourceStatus.NAMED_ROLE):
        hops.extend(_staff(text, attribution.source, desk, lexicons))
    spans: list[Span | None] = [found.addressee] if found.audience in ("outlet", "media", "ourselves", None) else []
    # "Taking to social media": a platform is no outlet.
    spans.extend(occasion.partner or occasion.span for occasion in found.occasions if occasion.kind != "post")
    # "At a media breakfast": those who came are many.
    open_to_all = {each.span for each in found.occasions if each.near == "public" and each.partner is None}
    for place in spans:
        if place is None:
            continue
        outlet = outlet_in(text, place, desk, lexicons, trusting=True)
        if outlet is None or (attribution.parent is not None and outlet.name in ("us", "me", "we")):
            continue
        if outlet.unnamed and place in open_to_all:
            continue
        if all(outlet.name != hop.name for hop in hops):
            hops.append(outlet)
    reader = reader_of_document(document, attribution, status, found, desk, lexicons)
    if reader is not None:
        hops.append(reader)
    return tuple(hops)


def _printed(text: str, attribution: Attribution, status: SourceStatus, desk: Desk, lexicons: Lexicons) -> bool:
    """Whether an opinion page speaks, or one of the own outlet's writers: their articles are there to be read."""
    source = attribution.source
    if source is None or attribution.parent is not None:
        return False
    if status is SourceStatus.OUTLET:
        return _OPINION.search(text, source.start, source.end) is not None
    if status not in (SourceStatus.NAMED, SourceStatus.NAMED_ROLE):
        return False
    match = _STAFF.match(text, source.start, source.end)
    outlet = outlet_in(text, Span(*match.span()), desk, lexicons) if match else None
    return outlet is not None and outlet.own


def _passing_on(text: str, via: Sequence[Span], desk: Desk, lexicons: Lexicons) -> Iterator[Outlet]:
    """Those who report and cite a source: outlets, and proper names of which nothing is known. A report is none."""
    for span in via:
        if refers_back(text, span):
            yield _speaking(text, span, desk, lexicons)
            continue
        outlet = outlet_in(text, span, desk, lexicons)
        if outlet is not None:
            yield outlet
        elif _PROPER_NAME.fullmatch(text, span.start, span.end):
            yield Outlet(span.of(text), span)


def _staff(text: str, span: Span, desk: Desk, lexicons: Lexicons) -> tuple[Outlet, ...]:
    """The outlet whose reporter speaks: "CNN's Dana Bash"; nothing for one of the article's own."""
    match = _STAFF.match(text, span.start, span.end)
    outlet = outlet_in(text, Span(*match.span()), desk, lexicons) if match else None
    return () if outlet is None or outlet.own or outlet.unnamed else (outlet,)


def _speaking(text: str, span: Span, desk: Desk, lexicons: Lexicons) -> Outlet:
    """The outlet that is itself the source, by name, by "the newspaper", or without a name."""
    outlet = outlet_in(text, span, desk, lexicons, trusting=True)
    if outlet is not None and not outlet.unnamed:
        return outlet
    before = last_outlet_before(text, span.start, lexicons) if refers_back(text, span) else None
    if before is not None:
        return Outlet(before, span, own=desk.owns(before))
    return Outlet(span.of(text), span, unnamed=True)


def _chain(hops: tuple[Outlet, ...], parent: Relay | None) -> tuple[str, ...]:
    names = list(parent.chain) if parent is not None else []
    for hop in hops:
        if not hop.own and hop.name not in names:
            names.append(hop.name)
    return tuple(names)


def _proximity(
    document: Document,
    attribution: Attribution,
    status: SourceStatus,
    found: Circumstances,
    hops: tuple[Outlet, ...],
    chain: tuple[str, ...],
    parent: Relay | None,
    lexicons: Lexicons,
) -> Proximity:
    if status is SourceStatus.OBSERVATION:
        return Proximity.FIRST_HAND
    if status is SourceStatus.OUTLET and hops[0].unnamed and len(chain) == 1:
        return Proximity.OUTLET_UNNAMED
    if chain:
        return Proximity.SECOND_HAND if len(chain) == 1 else Proximity.THIRD_HAND
    if any(hop.own for hop in hops):
        return Proximity.FIRST_HAND
    posted = attribution.cue.lemma in lexicons.lexicon("venues").phrases("public-verbs")  # "he tweeted"
    if posted and attribution.parent is not None and attribution.cue.cls is CueClass.SPEECH:
        return Proximity.PUBLIC
    if parent is not None and attribution.parent is not None and not found.occasions and found.audience is None:
        nested = _nested(document.text, attribution, parent)
        # "He said he would come, although he tweeted that …"
        return Proximity.PUBLIC if nested is Proximity.UNSTATED and _public(attribution, lexicons) else nested
    if status is SourceStatus.PASSIVE and not found.occasions and found.audience is None:
        reported = _REPORTED.search(" ".join(span.of(document.text) for span in attribution.cue.spans))
        return Proximity.OUTLET_UNNAMED if reported else Proximity.UNSTATED
    if status in (SourceStatus.DOCUMENT, SourceStatus.DATA) and not found.occasions:
        source = attribution.source
        vague = source is not None and _VAGUE_DOCUMENT.fullmatch(document.text, source.start, source.end)
        return Proximity.UNSTATED if vague else Proximity.PUBLIC
    if status is SourceStatus.SOCIAL:
        return Proximity.PUBLIC
    return _by_occasion(attribution, found, lexicons)


def _nested(text: str, attribution: Attribution, parent: Relay) -> Proximity:
    """Words within someone's words: the same person's own, or another's at third hand."""
    source = attribution.source
    if not parent.spoken:
        return Proximity.UNSTATED
    if source is None or PRONOUN.fullmatch(text, source.start, source.end):
        return parent.proximity
    conceded = _CONCEDED.search(text, max(0, source.start - _LONGEST_CONJUNCTION), source.start) is not None
    third = attribution.cue.cls is CueClass.SPEECH and not conceded
    return Proximity.THIRD_HAND if third else Proximity.UNSTATED


def _by_occasion(attribution: Attribution, found: Circumstances, lexicons: Lexicons) -> Proximity:
    """From where and to whom the words were spoken, when no outlet is named."""
    nears = {occasion.near for occasion in found.occasions}
    if found.audience == "ourselves" and attribution.parent is None:
        return Proximity.FIRST_HAND
    if found.audience == "media" or "broadcast" in nears:
        return Proximity.SECOND_HAND
    if found.audience not in (None, "outlet", "ourselves"):
        return Proximity.PUBLIC
    if "public" in nears or _public(attribution, lexicons):
        return Proximity.PUBLIC
    return Proximity.FIRST_HAND if "first" in nears else Proximity.UNSTATED


def _public(attribution: Attribution, lexicons: Lexicons) -> bool:
    """Whether the cue says by itself that the words were public: "tweeted", "her announcement that"."""
    return attribution.cue.lemma in lexicons.lexicon("venues").phrases("public-verbs", "public-nouns")


def _details(status: SourceStatus, found: Circumstances, hops: tuple[Outlet, ...]) -> tuple[Detail, ...]:
    """What helps to weigh the words; "told OUTLET" is an occasion for those who are named (policy 5.1)."""
    details: list[Detail] = []
    if found.day:
        details.append(Detail.DATE_DAY)
    to_outlet = any(hop.span is not None and not hop.unnamed for hop in hops)
    named = not (status.unnamed_person or status.collective)
    kinds = [occasion.kind for occasion in found.occasions if named or occasion.kind not in ("interview", "outlet")]
    somewhere = any(kind not in _MEDIA for kind in kinds)
    gathered = found.audience not in (None, "outlet", "media", "ourselves")
    if somewhere or gathered or (named and to_outlet and status is not SourceStatus.OUTLET):
        details.append(Detail.VENUE)
    if any(kind in _MEDIA for kind in kinds):
        details.append(Detail.MEDIUM)
    return tuple(details)
