"""Nouns that attribute: "his claim that …", "Clinton's support for …", "allegations by two players that …"."""

from functools import lru_cache

from attrs import evolve

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading
from attribution.cues.table import Entry
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.shapes.issued import through_gerund
from attribution.extraction.shapes.reported import ABSORBED, content_right
from attribution.extraction.speakers.clause_subjects import main_subject, previous_subject
from attribution.extraction.speakers.phrase_starts import extend_left
from attribution.extraction.speakers.subjects import subject_before
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import Cue, CueClass
from attribution.model.span import Span
from attribution.text.phrases import VerbGroup

# Prepositions behind which those stand who give what is won: "the support of the unions", "praise from critics".
_GIVERS = frozenset({"of", "from", "among"})
_FROM = frozenset({"from", "among"})
_AGENTS = _FROM | {"by"}

_BEFORE_UNOWNED = frozenset({"", "amid", "after", "despite", "following", "on", "over", "to"})
_DIRECTIONS = frozenset({"up", "down", "back"})
_ARTICLES = frozenset({"the", "a", "an"})


def nominal(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int, lexicons: Lexicons) -> Draft | None:
    """The draft of a noun, from its by-phrase, its possessor or the subject of its light verb.

    `None` where the lexicon asks for a possessor and there is none, and for words that nobody is said to have said.
    """
    equated = _equated(scene, cues, candidate, limit)
    if equated is not None:
        return equated
    for reading, entry in candidate.readings:
        if reading.frame == "ing":
            candidate, reading = through_gerund(cues, candidate, reading.start) or (candidate, reading)
        content = content_right(scene, cues, reading, limit) if reading.frame != "end" else None
        if content is None:
            continue
        source = _agent(cues, candidate, reading) or possessor(cues, candidate)
        start = candidate.start
        received = _received(cues, candidate, reading, entry, lexicons)
        if received is not None:
            return received
        if reading.frame in _FROM:
            continue  # "support from the unions": theirs, but for what is said only where somebody gets it
        source, start = _carried_on(cues, candidate, lexicons) or (source, start)
        if source is None:
            source, start = _light_verb(cues, candidate, lexicons)
        unowned = source is None and _is_unowned(cues, candidate)
        in_phrase = _in_phrase(cues, candidate.start, candidate, lexicons)
        if source is None and not unowned and not in_phrase and not _may_lack_source(entry):
            return None
        if unowned and entry.cls is CueClass.SPEECH:
            entry = evolve(entry, cls=CueClass.HEARSAY)
        if start == candidate.start:
            start = _noun_start(cues, candidate, source, lexicons)
        cue = _cue(cues, candidate, entry, reading, start)
        if source is None and not unowned:
            source = _bearer(cues, candidate, entry, in_phrase)
        return Draft(cues.sentence.index, cue, source, content, "noun", open_right=True)
    return None


def _equated(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int) -> Draft | None:
    """The draft of "[Her] [main claim was] [that the dam leaks]"."""
    tokens = cues.phrases.tokens
    entry = candidate.frames.get("that")
    following = candidate.stop + 1
    if entry is None or tokens.tags[candidate.stop : candidate.stop + 2] not in ("BH", "B<"):
        return None
    source = possessor(cues, candidate)
    reading = Reading("that" if tokens.tags[following] == "H" else "quotation", following)
    content = content_right(scene, cues, reading, limit) if source is not None else None
    if source is None or content is None:
        return None
    cue = _cue(cues, candidate, entry, reading, tokens.first_at_or_after(source.end))
    cue = evolve(cue, spans=(Span(cue.span.start, tokens.ends[candidate.stop]),))
    return Draft(cues.sentence.index, cue, source, content, "noun", open_right=True)


def possessor(cues: SentenceCues, candidate: Candidate) -> Span | None:
    """Whose claim it is: "his", "Clinton's", "the panel's"."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    position = candidate.start
    while position and tags[position - 1] in "nAg#d" and candidate.start - position < 4:
        position -= 1
    if position and tags[position - 1] == "S":
        return tokens.span(position - 1, position)
    if position > 1 and tags[position - 1] == "'":
        start = cues.phrases.noun_holding(position - 1)
        if start is None:
            return None
        if start and tags[start - 1] == "O":
            start = extend_left(cues.phrases, start)
        return tokens.span(start, position)
    return None


def _may_lack_source(entry: Entry) -> bool:
    """Whether a noun attributes though nobody is named: "allegations that", but not "the statement that"."""
    if entry.possessor == "optional":
        return entry.cls not in (CueClass.SPEECH, CueClass.EVIDENCE)
    return entry.possessor == "free"


def _is_unowned(cues: SentenceCues, candidate: Candidate) -> bool:
    """Whether claims are made by nobody in particular: "[claims] that the water was poisoned spread"."""
    tokens = cues.phrases.tokens
    before = tokens.words[candidate.start - 1] if candidate.start else ""
    plural = tokens.words[candidate.head].endswith("s") and not candidate.lemma.endswith("s")
    return plural and before in _BEFORE_UNOWNED and tokens.tags[candidate.stop : candidate.stop + 1] == "H"


def _received(
    cues: SentenceCues, candidate: Candidate, reading: Reading, entry: Entry, lexicons: Lexicons
) -> Draft | None:
    """The draft of "[she] won the support of [both unions]": who gives it stands behind the noun."""
    tokens = cues.phrases.tokens
    group = _governing(cues, candidate)
    if group is None or reading.start != candidate.stop or tokens.words[candidate.stop] not in _GIVERS:
        return None
    owned = tokens.tags[group.head] == "V" and _is_of_others(tokens.words, candidate)
    if not owned and tokens.words[group.head] not in _forms(lexicons, "receiving_verbs"):
        return None
    subject = subject_before(cues.phrases, group.start)
    stop = cues.phrases.of_noun(candidate.stop + 1)
    if subject is None or stop is None:
        return None
    cue = _cue(cues, candidate, entry, reading, group.start)
    content = (tokens.span(subject.start, subject.stop),)
    return Draft(cues.sentence.index, cue, tokens.span(candidate.stop + 1, stop), content, "received")


def _is_of_others(words: tuple[str, ...], candidate: Candidate) -> bool:
    """Whether what somebody has is others': "has strong support among women", "has the full support of the board", but
    not "has the hope of winning"."""
    if words[candidate.stop] == "among":
        return True
    behind = words[candidate.stop + 1] if candidate.stop + 1 < len(words) else ""
    return (
        words[candidate.stop] == "of"
        and "the" in words[max(0, candidate.start - 2) : candidate.start]
        and behind[-3:] != "ing"
    )


def _governing(cues: SentenceCues, candidate: Candidate) -> VerbGroup | None:
    """The active verb whose object the noun is: "[issued] a statement", "[has] no doubt"."""
    tokens = cues.phrases.tokens
    for group in reversed(cues.phrases.verbs_between(max(0, candidate.start - 6), candidate.start)):
        between = tokens.tags[group.stop : candidate.start]
        if group.passive or any(tag not in "DSnAg#d" for tag in between):
            return None
        return group if not group.bare or tokens.tags[group.head] == "V" else None
    return None


def _agent(cues: SentenceCues, candidate: Candidate, reading: Reading) -> Span | None:
    """ "allegations by [two players] that …" """
    tokens = cues.phrases.tokens
    if reading.start <= candidate.stop + 1 or tokens.words[candidate.stop] not in _AGENTS:
        return None
    return tokens.span(
        candidate.stop + 1, min(reading.start, cues.phrases.whole_noun(candidate.stop + 1) or reading.start)
    )


def _noun_start(cues: SentenceCues, candidate: Candidate, source: Span | None, lexicons: Lexicons) -> int:
    """Where the words of a noun begin: its adjectives behind a possessor ("his [blunt warning]"), its article where
    nobody is named, and the preposition of a set phrase ("[in the hope] that")."""
    tokens = cues.phrases.tokens
    start = candidate.start
    if source is not None:
        return start if source.end > tokens.starts[start] else tokens.first_at_or_after(source.end)
    if start and tokens.tags[start - 1] in "nAgd":
        start -= 1  # one word: in "the minister faces allegations" there is a verb that no lexicon knows
    start = start - 1 if start and tokens.words[start - 1] in _ARTICLES else candidate.start
    return start - 1 if _in_phrase(cues, start, candidate, lexicons) else start


def _in_phrase(cues: SentenceCues, start: int, candidate: Candidate, lexicons: Lexicons) -> bool:
    """Whether a noun that starts at token `start` belongs to a set phrase: "marched [in support of] the millers"."""
    words = cues.phrases.tokens.words
    if start > 1 and words[start - 2 : start] == ("in", "the"):
        start -= 1  # "signed in the hope that"
    if not start or words[start - 1] != "in":
        return False
    return candidate.lemma in lexicons.lexicon("words").phrases("in_phrases")


def _bearer(cues: SentenceCues, candidate: Candidate, entry: Entry, in_phrase: bool) -> Span | None:
    """Whose plan it is that has no owner: "[the union] scrapped plans to", and who acts in a set phrase: "[the millers]
    marched in support of". Whoever "stoked fears that" need not share them."""
    phrases = cues.phrases
    group = _governing(cues, candidate) if entry.cls is CueClass.INTENT else None
    found = subject_before(phrases, group.start) if group is not None else None
    if found is None and in_phrase:
        aside = "," in phrases.tokens.tags[max(0, candidate.start - 3) : candidate.start]
        found = main_subject(phrases, candidate.start) if aside else None
        found = found or previous_subject(phrases, candidate.start)
    return phrases.tokens.span(found.start, found.stop) if found is not None else None


def _cue(cues: SentenceCues, candidate: Candidate, entry: Entry, reading: Reading, start: int) -> Cue:
    tokens = cues.phrases.tokens
    stop = candidate.stop
    if reading.start == stop and (reading.frame in ABSORBED or reading.frame == "colon"):
        stop += 1
    cue = cue_of(cues, candidate, entry, reading.frame, stop)
    if start == candidate.start:
        return cue
    return Cue(
        spans=(Span(tokens.starts[start], cue.span.end),),
        lemma=cue.lemma,
        cls=cue.cls,
        frame=cue.frame,
        entry=cue.entry,
    )


def _light_verb(cues: SentenceCues, candidate: Candidate, lexicons: Lexicons) -> tuple[Span | None, int]:
    """The subject of "issued a statement that", and where the verb starts; `None` when the noun has no such verb."""
    group = _governing(cues, candidate)
    if group is None or cues.phrases.tokens.words[group.head] not in _forms(lexicons, "light_verbs"):
        return None, candidate.start
    subject = subject_before(cues.phrases, group.start)
    if subject is None:
        return None, candidate.start
    return cues.phrases.tokens.span(subject.start, subject.stop), group.start


def _carried_on(cues: SentenceCues, candidate: Candidate, lexicons: Lexicons) -> tuple[Span, int] | None:
    """The subject of "stepped up his attacks on", and where the verb starts: who has them is who goes on with them."""
    phrases = cues.phrases
    words = phrases.tokens.words
    owner = phrases.tokens.tags.rfind("S", max(0, candidate.start - 3), candidate.start)
    verb_stop = owner - (words[owner - 1] in _DIRECTIONS) if owner > 0 else 0
    for group in phrases.verbs_between(max(0, verb_stop - 6), verb_stop):
        if group.stop != verb_stop or group.passive or words[group.head] not in _forms(lexicons, "carrying_on_verbs"):
            continue
        finite = group.form == "finite"
        subject = subject_before(phrases, group.start) if finite else previous_subject(phrases, group.start)
        if subject is not None:
            return phrases.tokens.span(subject.start, subject.stop), group.start
    return None


@lru_cache(maxsize=16)
def _forms(lexicons: Lexicons, name: str) -> frozenset[str]:
    conjugate = conjugator(lexicons)
    return frozenset(form for lemma in lexicons.lexicon("words").phrases(name) for form in conjugate(lemma).all())
