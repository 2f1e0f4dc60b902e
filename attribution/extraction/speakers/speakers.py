"""Whose verb it is: the subject before it, or the one that it shares, hangs on or is made to have.

"Lee *said* …", "Lee rose and *said* …", "Lee went on *to say* …", "Lee defended his call for a vote, *saying* …", "the
leak prompted Lee *to say* …".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from attribution.cues.finding import Candidate, SentenceCues
from attribution.extraction.drafts import Draft
from attribution.extraction.speakers.clause_subjects import first_subject, main_subject, previous_subject
from attribution.extraction.speakers.controllers import doer, ends_noun, ends_noun_at
from attribution.extraction.speakers.subjects import Subject, subject_before
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import CueClass
from attribution.model.span import Span
from attribution.text.phrases import Phrases, VerbGroup

_MORE = frozenset({"more", "less"})
_CLAUSAL = frozenset({"that", "clause", "wh", "quotation"})
_BEFORE_GERUND = frozenset({"by", "despite", "after", "before", "in", "without"})
# The noun before an aside that a sentence opens with, its own asides included, has at most so many tokens.
_OPENING = 60
# "$10 million to", "millions of dollars into".
_AMOUNT = re.compile("#{1,4}(?:O[n#])?[TP]")
# The longest clause about somebody that stands between a name and its verb, in tokens.
_RELATIVE_REACH = 30


def speaker(
    cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft], lexicons: Lexicons
) -> tuple[Span | None, str]:
    """The source of a verb with its content on the right, and the name of the shape."""
    phrases = cues.phrases
    tokens = phrases.tokens
    group = candidate.group
    if group is None:
        return None, "left_subject"
    before = tokens.tags[candidate.start - 1] if candidate.start else ""
    if group.form in ("gerund", "participle"):
        return _main_clause_source(cues, candidate, earlier, lexicons), "participle"
    if group.form == "infinitive":
        found = doer(phrases, candidate.start, lexicons)
        if found is not None:
            return tokens.span(found.start, found.stop), "controlled"
        governing = governor(cues, candidate, earlier)
        found = subject_before(phrases, governing.start) if governing else None
        found = found or previous_subject(phrases, candidate.start - ends_noun_at(phrases, candidate.start))
        return (tokens.span(found.start, found.stop) if found else None), "infinitive"
    found = subject_before(phrases, candidate.start)
    if found is not None and found.start > 1 and tokens.tags[found.start - 2 : found.start] == "CP":
        found, before = None, "C"  # "Lee is for the plan and [in a letter] praised it"
    if found is None or before == "C":
        told_of = _behind_relative(phrases, candidate.start) if before == "," else None
        if told_of is not None:
            return tokens.span(told_of.start, told_of.stop), "left_subject"
        shared = _shared(cues, candidate, earlier) if before in "C,;" and before else None
        if shared is not None:
            return shared, "coordinated"
    if found is None:
        return None, "left_subject"
    return tokens.span(found.start, found.stop), "relative" if found.kind == "relative" else "left_subject"


def _behind_relative(phrases: Phrases, position: int) -> Subject | None:
    """The noun phrase of whom a clause tells that ends at the comma before token `position`.

    "Lee, who runs a mill, a loud one, *said*": the nearest verb is the clause's.
    """
    tags = phrases.tokens.tags
    pronoun = tags.rfind(",w", max(0, position - _RELATIVE_REACH), position) + 1
    if not pronoun or phrases.tokens.words[pronoun] != "who":
        return None
    found = subject_before(phrases, pronoun - 1)
    if found is None or found.kind != "noun" or found.stop != pronoun - 1:
        return None
    return Subject(found.start, position, "noun")


def governor(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> VerbGroup | None:
    """The verb group that an infinitive hangs on and that is no cue itself: "[went on] to say", "[was quick] to point
    out"."""
    heads = {draft.cue.span.start for draft in earlier[-3:]}
    tokens = cues.phrases.tokens
    for group in reversed(cues.phrases.verbs_between(max(0, candidate.start - 4), candidate.start)):
        between = tokens.tags[group.stop : candidate.start]
        if between.startswith("D") and tokens.words[group.stop] in _MORE:
            between = between[1:]  # "are slightly [more] likely to say"
        if ends_noun(cues.phrases, group):
            continue
        if group.form == "finite" and all(tag in "nAP" for tag in between) and group.stop <= candidate.start:
            return None if cues.phrases.tokens.starts[group.start] in heads else group
    return None


def _shared(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> Span | None:
    """The subject that "and added that" shares with the verb before it."""
    tokens = cues.phrases.tokens
    position = tokens.starts[candidate.start]
    outer = _same_voice(cues, candidate, earlier)
    if outer is not None:
        return outer
    found = previous_subject(cues.phrases, candidate.start)
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue.span.end <= position and draft.source.end <= position:
            if found is not None and _is_dependent(draft):
                break
            return draft.source
    found = found or main_subject(cues.phrases, candidate.start)
    return tokens.span(found.start, found.stop) if found else None


def _same_voice(cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft]) -> Span | None:
    """Who said the first of two things in the same form of the verb: "[He] said she was free and added that …"."""
    tokens = cues.phrases.tokens
    for draft in earlier:
        if draft.cue.cls is not CueClass.SPEECH or draft.shape != "left_subject" or draft.cue.frame not in _CLAUSAL:
            continue
        head = tokens.first_at_or_after(draft.cue.span.start)
        if draft.source is not None and tokens.tags[head] == tokens.tags[candidate.head]:
            return draft.source
    return None


def _main_clause_source(
    cues: SentenceCues, candidate: Candidate, earlier: Sequence[Draft], lexicons: Lexicons
) -> Span | None:
    """The subject of the clause that a participle belongs to: ", adding that", "Noting that …, X said"."""
    phrases = cues.phrases
    tokens = phrases.tokens
    tags = tokens.tags
    before = tags[candidate.start - 1] if candidate.start else ""
    besides = tokens.words[max(0, candidate.start - 3) : candidate.start] == ("in", "addition", "to")
    if (before and before in "OTDSBg" and not besides) or (
        before == "P" and tokens.words[candidate.start - 1] not in _BEFORE_GERUND
    ):
        return None
    if before and before in "nZRMY":
        start = phrases.noun_ending(candidate.start)
        preceding = tags[start - 1] if start else ""
        if start is not None and (preceding in "P" and tokens.words[start - 1] == "with"):
            return tokens.span(start, candidate.start)
        found = subject_before(phrases, candidate.start)
        if found is not None and before != "Y" and candidate.group is not None and candidate.group.form == "gerund":
            found = _through_vehicle(phrases, found, lexicons) or _without_amount(phrases, found)
            return tokens.span(found.start, found.stop)
    near = _near_subject(cues, candidate)
    if near is not None:
        return tokens.span(near.start, near.stop)
    position = tokens.starts[candidate.start]
    main = main_subject(phrases, candidate.start)
    for draft in reversed(earlier):
        if draft.source is not None and draft.cue.span.end <= position:
            if main is not None and _is_dependent(draft):
                break
            return draft.source
    subject: Subject | None = main
    if subject is None and candidate.start > 1:
        subject = first_subject(phrases, 0, candidate.start)
    if subject is None:
        comma = tags.find(",", candidate.stop, candidate.stop + 60)
        subject = first_subject(phrases, comma + 1, len(tags)) if comma >= 0 else None
    return tokens.span(subject.start, subject.stop) if subject else None


def _without_amount(phrases: Phrases, noun: Subject) -> Subject:
    """The noun phrase before a gerund without what went to it: "gave $10 million to [a group] backing the mayor", "in
    the wake of [a poll] showing"."""
    tags = phrases.tokens.tags
    core = phrases.noun_ending(noun.stop)
    if core is None or core <= noun.start:
        return noun
    paid = _AMOUNT.fullmatch(tags, noun.start, core) is not None
    inside = tags[core - 1] == "O" and tags[noun.start - 1 : noun.start] == "P"
    hanging = inside and phrases.tokens.words[noun.start - 1] not in ("with", "by")
    return Subject(core, noun.stop, noun.kind) if paid or hanging else noun


def _through_vehicle(phrases: Phrases, noun: Subject, lexicons: Lexicons) -> Subject | None:
    """The subject of the verb whose object the noun before a gerund is: "[Lee] opened a rally blasting the vote"."""
    for group in phrases.verbs_between(max(0, noun.start - 5), noun.start):
        if group.stop == noun.start and not group.passive and phrases.tokens.words[group.head] in _vehicles(lexicons):
            return subject_before(phrases, group.start) if group.form == "finite" else None
    return None


@lru_cache(maxsize=8)
def _vehicles(lexicons: Lexicons) -> frozenset[str]:
    conjugate = conjugator(lexicons)
    return frozenset(
        form for lemma in lexicons.lexicon("words").phrases("vehicle_verbs") for form in conjugate(lemma).all()
    )


def _near_subject(cues: SentenceCues, candidate: Candidate) -> Subject | None:
    """The subject of the verb right before a gerund ("the tenants [kept] asking", "opened [by] saying"), or the noun
    before the comma that a sentence opens with: "Lee, writing in the Herald, noted …"."""
    phrases = cues.phrases
    words, start = phrases.tokens.words, candidate.start
    if start and words[start - 1] == "by":
        return previous_subject(phrases, start)
    for group in phrases.verbs_between(max(0, start - 5), start):
        if group.stop == start and group.form == "finite" and not group.bare:
            return subject_before(phrases, group.start)
    if start > 2 and words[start - 1] in _BEFORE_GERUND and words[start - 2] == ",":
        start -= 1  # "Lee, after saying he would stay, left"
    if start > 1 and words[start - 1] == "," and start < _OPENING and not phrases.finite_between(0, start):
        return subject_before(phrases, start - 1)
    return None


def _is_dependent(draft: Draft) -> bool:
    """Whether the source of a draft is no subject but a possessor: "defended [his] call for a vote, saying"."""
    return draft.shape == "noun" and draft.source is not None and draft.source.end <= draft.cue.span.start
