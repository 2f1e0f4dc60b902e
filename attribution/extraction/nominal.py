"""Nouns that attribute: "his claim that …", "Clinton's support for …", "allegations by two players that …"."""

from functools import lru_cache

from attrs import evolve

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading
from attribution.cues.table import Entry
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.reported import ABSORBED, content_right
from attribution.extraction.subjects import extend_left, subject_before
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import Cue, CueClass
from attribution.model.span import Span

_BEFORE_UNOWNED = frozenset({"", "amid", "after", "despite", "following", "on", "over", "to"})
_ARTICLES = frozenset({"the", "a", "an"})


def nominal(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int, lexicons: Lexicons) -> Draft | None:
    """The draft of a noun, from its by-phrase, its possessor or the subject of its light verb.

    `None` where the lexicon asks for a possessor and there is none, and for words that nobody is said to have said.
    """
    for reading, entry in candidate.readings:
        content = content_right(scene, cues, reading, limit) if reading.frame != "end" else None
        if content is None:
            continue
        source = _agent(cues, candidate, reading) or _possessor(cues, candidate)
        start = candidate.start
        if source is None:
            source, start = _light_verb(cues, candidate, lexicons)
        unowned = source is None and _is_unowned(cues, candidate)
        if source is None and not unowned and not _may_lack_source(entry):
            return None
        if unowned and entry.cls is CueClass.SPEECH:
            entry = evolve(entry, cls=CueClass.HEARSAY)
        if start == candidate.start:
            start = _noun_start(cues, candidate, source, lexicons)
        cue = _cue(cues, candidate, entry, reading, start)
        return Draft(cues.sentence.index, cue, source, content, "noun", open_right=True)
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


def _agent(cues: SentenceCues, candidate: Candidate, reading: Reading) -> Span | None:
    """ "allegations by [two players] that …" """
    tokens = cues.phrases.tokens
    if reading.start <= candidate.stop + 1 or tokens.words[candidate.stop] not in ("by", "from"):
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
    in_phrase = start and tokens.words[start - 1] == "in"
    return start - 1 if in_phrase and candidate.lemma in lexicons.lexicon("words").phrases("in_phrases") else start


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


def _possessor(cues: SentenceCues, candidate: Candidate) -> Span | None:
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


def _light_verb(cues: SentenceCues, candidate: Candidate, lexicons: Lexicons) -> tuple[Span | None, int]:
    """The subject of "issued a statement that", and where the verb starts; `None` when the noun has no such verb."""
    tokens = cues.phrases.tokens
    for group in reversed(cues.phrases.verbs_between(max(0, candidate.start - 6), candidate.start)):
        between = tokens.tags[group.stop : candidate.start]
        if group.bare or group.passive or any(tag not in "DSnAg#d" for tag in between):
            return None, candidate.start
        if tokens.words[group.head] not in _light_verbs(lexicons):
            return None, candidate.start
        subject = subject_before(cues.phrases, group.start)
        if subject is None:
            return None, candidate.start
        return tokens.span(subject.start, subject.stop), group.start
    return None, candidate.start


@lru_cache(maxsize=8)
def _light_verbs(lexicons: Lexicons) -> frozenset[str]:
    conjugate = conjugator(lexicons)
    return frozenset(
        form for lemma in lexicons.lexicon("words").phrases("light_verbs") for form in conjugate(lemma).all()
    )
