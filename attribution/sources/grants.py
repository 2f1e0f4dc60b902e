"""Grants of anonymity: words that say a source speaks without being named, on what terms, and why."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from attribution.extraction.circumstances.stretches import sentence_after, sentence_before
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.document import Document
from attribution.model.source import AnonymityGrant, Mention, ReasonKind, Source
from attribution.model.span import Span
from attribution.sources.grantees import FAR, Candidates, before, candidates, grantees
from attribution.sources.outlets import names_an_outlet
from attribution.sources.reasons import Reason, after_opener, reason_after, reason_before, reason_sentence
from attribution.sources.terms import Terms, find_terms

# "…, who asked not to be named because …, said": an insertion opens with a comma and ends with the next one.
_INSERTED = re.compile(r"[,–—]\s{1,4}(?:(?:who|whose|which|and|but)(?!\w)[^,;]{0,60}|(?:also|all|each|both)\s)?$")
# "A second adviser, who also asked for anonymity as neither may brief the press": so did the first.
_OF_BOTH = re.compile(r"(?<!\w)(?:neither|both)(?!\w)")
# "An aide who spoke anonymously to discuss strategy said …": the verb of the sentence ends the reason.
_RELATIVE = re.compile(r"(?<!,)\s{1,4}who(?!\w)[^,;]{0,60}$")
_MAIN_VERB = re.compile(
    r"(?<!he)(?<!she)(?<!they)(?<!it),?\s{1,4}(?:said|says|told|added|confirmed|described|recalled|called|put|estimated|warned)(?!\w)"
)
# "who asked to be called by her middle name, June, since her clinic …": the name closes no insertion.
_GIVEN_NAME = re.compile(r",\s{1,4}[A-Z][\w’'-]{1,30}(?=,)")
# "…, because neither had been cleared": who follows a conjunction is spoken of in the reason, and no other source.
_IN_REASON = re.compile(r"(?<!\w)(?:because|since|as|so|lest|that|if)\s{1,4}$|:\s$", re.IGNORECASE)
_BOUND = re.compile(r"(?<!\w)(?:bound|signed)(?!\w)")
_CLOSING_COMMA = re.compile(r",\s{1,4}(?!(?:which|who|whose|where|and|or|because|since|citing|as)(?!\w))")


def find_grants(
    document: Document,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    sources: Sequence[Source],
    lexicons: Lexicons,
) -> tuple[AnonymityGrant, ...]:
    """Every grant of anonymity in the article, in order of position, with its reason and the source it is for.

    Terms count only when they are about a source of the article, save formulas that leave no doubt; a bar on speaking
    ("not authorised to speak publicly") without terms beside it is a grant of unstated terms that gives its own reason.
    Follows policy sections 3.4, 4.1 and 4.2.
    """
    found = find_terms(document, lexicons)
    if not found:
        return ()
    known = candidates(document, attributions, mentions, found)
    worded = _Worded(
        explicit=frozenset(terms.sentence for terms in found if terms.part != "implicit"),
        bars={terms.sentence: terms for terms in reversed(found) if terms.part == "implicit"},
    )
    grants: list[AnonymityGrant] = []
    for terms in found:
        if terms.part != "implicit":
            grants.extend(_granted(document, terms, known, worded, lexicons))
    used = sorted(grant.reason for grant in grants if grant.reason is not None)
    for terms in found:
        if terms.part == "implicit" and terms.sentence not in worded.explicit and not _within_any(terms.span, used):
            grants.extend(_implied(document, terms, known))
    order = {source.id: index for index, source in enumerate(sources)}
    grants.sort(key=lambda grant: (grant.span, order.get(grant.source or "", -1)))
    return tuple(grants)


@frozen(eq=False)
class _Worded:
    """The sentences that word terms, and the first bar on speaking of each sentence that has one."""

    explicit: frozenset[Span]
    bars: Mapping[Span, Terms]


def _within_any(span: Span, reasons: list[Span]) -> bool:
    """Whether a reason already given, of `reasons` in order, holds `span`."""
    following = bisect_left(reasons, Span(span.end, span.end))
    return following > 0 and reasons[following - 1].overlaps(span)


def _granted(
    document: Document, terms: Terms, known: Candidates, worded: _Worded, lexicons: Lexicons
) -> Iterator[AnonymityGrant]:
    """The grants that worded terms make: none when they are about nobody who speaks."""
    if terms.part == "outlet" and not _said_by_outlet(document.text, terms, lexicons):
        return
    whom = grantees(document, terms, known)
    if not whom and not terms.alone:
        return
    reason = _reason(document, terms, known, worded, lexicons)
    if reason is not None and len(whom) == 1 and _OF_BOTH.search(document.text, reason.span.start, reason.span.end):
        whom = (*before(known, terms, whom[0]), *whom)
    for source in whom or (None,):
        yield AnonymityGrant(
            span=terms.span,
            terms=terms.terms,
            reason=reason.span if reason else None,
            reason_kind=reason.kind if reason else ReasonKind.NONE,
            source=source,
        )


def _said_by_outlet(text: str, terms: Terms, lexicons: Lexicons) -> bool:
    """Whether an outlet is the subject: police who do not name a suspect grant nothing."""
    start = max(terms.sentence.start, terms.span.start - 60)
    return names_an_outlet(text, Span(start, terms.span.start), lexicons)


def _implied(document: Document, terms: Terms, known: Candidates) -> Iterator[AnonymityGrant]:
    """The grants that a bar on speaking implies; it is its own reason."""
    kind = ReasonKind.LEGAL if _BOUND.search(document.text, terms.span.start, terms.span.end) else None
    for source in grantees(document, terms, known):
        yield AnonymityGrant(terms.span, terms.terms, terms.span, kind or ReasonKind.NOT_AUTHORISED, source)


def _reason(document: Document, terms: Terms, known: Candidates, worded: _Worded, lexicons: Lexicons) -> Reason | None:
    """The reason for the terms: behind them, before them in their sentence, or in the sentence after or before."""
    text, sentence = document.text, terms.sentence
    reason = reason_after(text, terms.span.end, _end_of_clause(text, terms, known, lexicons), lexicons)
    if reason is None:
        reason = reason_before(text, sentence.start, terms.span.start, lexicons)
    bar = worded.bars.get(sentence)
    if reason is None and bar is not None:
        reason = Reason(bar.span, ReasonKind.NOT_AUTHORISED)
    return reason or _reason_beside(document, terms, worded, lexicons)


def _end_of_clause(text: str, terms: Terms, known: Candidates, lexicons: Lexicons) -> int:
    """Where a reason behind the terms must end.

    At the next source, at a cue of the terms' own source that opens no reason itself, or at the comma that closes the
    insertion in which the terms stand (", who asked not to be named because …, ").
    """
    end = min(terms.sentence.end, terms.span.end + FAR)
    for following in known.between(terms.span.end, end):
        if _IN_REASON.search(text, max(terms.span.end, following.span.start - 20), following.span.start) is None:
            end = following.span.start
            break
    end = min(end, known.cue_after(terms, after_opener(text, terms.span.end, end, lexicons), end))
    if _RELATIVE.search(text, max(terms.sentence.start, terms.span.start - 80), terms.span.start) is not None:
        main_verb = _MAIN_VERB.search(text, terms.span.end + 1, end)
        end = main_verb.start() if main_verb is not None else end
    if _INSERTED.search(text, max(terms.sentence.start, terms.span.start - 80), terms.span.start) is not None:
        given = _GIVEN_NAME.match(text, terms.span.end, end)
        closed = _CLOSING_COMMA.search(text, given.end() + 1 if given else terms.span.end + 1, end)
        if closed is not None:
            end = closed.start()
    return end


def _reason_beside(document: Document, terms: Terms, worded: _Worded, lexicons: Lexicons) -> Reason | None:
    """A reason that fills the sentence after the terms, or before them."""
    position = terms.span.start
    for sentence in (sentence_after(document, position), sentence_before(document, position)):
        if sentence is None or sentence in worded.explicit:
            continue
        reason = reason_sentence(document.text, sentence, lexicons)
        if reason is not None:
            return reason
    return None
