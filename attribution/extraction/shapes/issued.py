"""Words that somebody gives out in writing: "the bank [issued a statement saying] the vault was safe".

One attribution comes of it: the bank is its source, and its cue runs from the giving out to what the paper says. Where
the giving out is a cue of its own, it is drawn out over the verb of telling (`through_gerund`, `through_object`); where
only the telling is one, it is drawn back (`issued`).
"""

import re
from bisect import bisect_left
from functools import lru_cache

from attrs import evolve

from attribution.cues.complements import skip_time
from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading
from attribution.extraction.drafts import Draft
from attribution.extraction.speakers.subjects import subject_before
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.span import Span
from attribution.text.phrases import VerbGroup

# What may stand between the paper and what it says: "a letter [to the mayor in May] urging".
_BETWEEN = re.compile(r"(?:[PT]?[DS]?[nZ#YA]{1,4}){0,3}H?")
# How many tokens before the cue the verb of giving out may stand.
_REACH = 14


def issued(cues: SentenceCues, drafts: list[Draft], lexicons: Lexicons) -> list[Draft]:
    """The drafts with what a paper says joined to who issued it: "[released] a letter [urging] …"."""
    found = drafts
    for draft in drafts:
        if draft.shape in ("participle", "relative"):
            joined = _joined(cues, draft, found, lexicons)
            if joined is not None:
                cue = joined.cue.span
                found = [*(other for other in found if not cue.overlaps(other.cue.span)), joined]
    return found


def through_gerund(cues: SentenceCues, candidate: Candidate, position: int) -> tuple[Candidate, Reading] | None:
    """The candidate of a noun, drawn out over the gerund at token `position`, and what that gerund is followed by."""
    tags = cues.phrases.tokens.tags
    index = bisect_left(cues.candidates, position, key=lambda other: other.start)
    for gerund in cues.candidates[index : index + 2]:
        if gerund.start != position or gerund.group is None or tags[gerund.head] != "g":
            continue
        readings = [reading for reading, _ in gerund.readings if reading.frame != "end"]
        if readings:
            return evolve(candidate, stop=gerund.stop, manner=gerund.stop, last=gerund.stop), readings[0]
    return None


def through_object(cues: SentenceCues, candidate: Candidate, reading: Reading) -> tuple[Candidate, Reading]:
    """The candidate of a verb that attributes with few objects, drawn out over its object where what it says follows:
    "[published a letter disputing] the figures", "[wrote a story about] the ferry", but "published | her diary".
    """
    phrases = cues.phrases
    stop = phrases.core_noun(reading.start)
    if stop is None or stop >= len(phrases.tokens):
        return candidate, reading
    if phrases.tokens.words[stop] == "about":
        return evolve(candidate, stop=stop, manner=stop, last=stop), Reading("about", stop)
    return through_gerund(cues, candidate, skip_time(phrases.tokens.tags, stop)) or (candidate, reading)


def _joined(cues: SentenceCues, draft: Draft, drafts: list[Draft], lexicons: Lexicons) -> Draft | None:
    tokens = cues.phrases.tokens
    position = tokens.first_at_or_after(draft.cue.span.start)
    for group in reversed(cues.phrases.verbs_between(max(0, position - _REACH), position)):
        stop = _paper_stop(cues, group, lexicons) if not group.passive and not group.bare else None
        if stop is None or not _BETWEEN.fullmatch(tokens.tags, stop, position):
            continue
        source = _issuer(cues, group, drafts)
        if source is None:
            return None
        span = Span(tokens.starts[group.start], draft.cue.span.end)
        return evolve(draft, cue=evolve(draft.cue, spans=(span,)), source=source, shape="issued")
    return None


def _paper_stop(cues: SentenceCues, group: VerbGroup, lexicons: Lexicons) -> int | None:
    """Where the paper ends that a verb group gives out ("sent out [a letter]"), if it does."""
    phrases, words = cues.phrases, cues.phrases.tokens.words
    if words[group.head] not in _giving_out(lexicons):
        return None
    start = group.stop + (words[group.stop : group.stop + 1] == ("out",))
    stop = phrases.core_noun(start)
    while stop is not None and stop > start and phrases.tokens.tags[stop - 1] in "Y#":
        stop -= 1  # "issued a statement [Tuesday] saying"
    papers = lexicons.lexicon("artifacts").phrases("documents", "social")
    if stop is None or stop == start:
        return None
    return stop if words[stop - 1] in papers or words[stop - 1].removesuffix("s") in papers else None


def _issuer(cues: SentenceCues, group: VerbGroup, drafts: list[Draft]) -> Span | None:
    tokens = cues.phrases.tokens
    head = tokens.starts[group.head]
    for draft in drafts:
        if draft.source is not None and draft.cue.span.start <= head < draft.cue.span.end:
            return draft.source
    subject = subject_before(cues.phrases, group.start) if group.form == "finite" else None
    return tokens.span(subject.start, subject.stop) if subject is not None else None


@lru_cache(maxsize=8)
def _giving_out(lexicons: Lexicons) -> frozenset[str]:
    conjugate = conjugator(lexicons)
    return frozenset(
        form for lemma in lexicons.lexicon("words").phrases("giving_out") for form in conjugate(lemma).all()
    )
