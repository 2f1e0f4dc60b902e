"""States of mind told by an adjective: "X is adamant that", "X remains opposed to", "tenants wary of a strike"."""

from functools import lru_cache

from attribution.cues.finding import Candidate, SentenceCues
from attribution.extraction.drafts import Draft, Scene
from attribution.extraction.shapes.reported import ABSORBED, content_right
from attribution.extraction.speakers.clause_subjects import main_subject
from attribution.extraction.speakers.subjects import Subject, subject_before
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import Cue
from attribution.text.phrases import VerbGroup

# Adjectives that mean no state of mind behind a noun: "presidential hopeful", "a net positive", "a session devoted to".
_NOUN_LIKE = frozenset(
    {"a", "an", "conflicted", "devoted", "frank", "hopeful", "in", "invested", "loyal", "open", "positive", "sensitive"}
)
_SIDES = "cues_phrases/for-against"
# How many tokens back the verb may stand that the first of two joined adjectives hangs on: "were tired and [wary of]".
_JOINED = 14


def adjectival(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int, lexicons: Lexicons) -> Draft | None:
    """The draft of "X is adamant that", "X remains opposed to": the cue takes in the verb."""
    tokens = cues.phrases.tokens
    copula = _copula(cues, candidate, lexicons)
    subject = subject_before(cues.phrases, copula.start) if copula is not None else _bearer(cues, candidate)
    if subject is None:
        return None
    start = copula.start if copula is not None else _with_adverbs(cues, candidate.start)
    for reading, entry in candidate.readings:
        content = content_right(scene, cues, reading, limit)
        if content is None or reading.frame == "end" or (copula is None and entry.cls.audited):
            continue
        stop = candidate.stop + (reading.frame in ABSORBED and reading.start == candidate.stop)
        cue = Cue(
            spans=(tokens.span(start, stop),),
            lemma=candidate.lemma,
            cls=entry.cls,
            frame=reading.frame,
            negated=copula is not None and copula.negated,
            entry=entry.entry,
        )
        nobody = subject.stop == subject.start + 1 and tokens.words[subject.start] == "it"  # "it is unclear whether"
        source = None if nobody else tokens.span(subject.start, subject.stop)
        return Draft(cues.sentence.index, cue, source, content, "adjective", open_right=True)
    return None


def _bearer(cues: SentenceCues, candidate: Candidate) -> Subject | None:
    """Whose state of mind an adjective tells that no verb joins to it: "[voters] tired of the feud", "[Lind], eager to
    leave, …", "[the crews] were tired and wary of …"."""
    tags = cues.phrases.tokens.tags
    start = _with_adverbs(cues, candidate.start)
    before = tags[start - 1] if start else ""
    words = candidate.lemma.split(" ")
    if not before or words[0] in _NOUN_LIKE or any(entry.entry == _SIDES for _, entry in candidate.readings):
        return None
    if before in "nZ":
        noun = cues.phrases.noun_holding(start - 1)
        measured = cues.phrases.tokens.words[start - 1] == "percent"
        return Subject(noun, start, "noun") if noun is not None and not measured else None
    if before == ",":
        named = subject_before(cues.phrases, start - 1)
        apposed = named is not None and (named.start == 0 or tags[named.start - 1] in ",C")
        return named if apposed else main_subject(cues.phrases, start)
    if before == "C":
        for group in reversed(cues.phrases.verbs_between(max(0, start - _JOINED), start)):
            joins = group.form == "finite" and group.bare and "B" in tags[group.start : group.stop]
            return subject_before(cues.phrases, group.start) if joins else None
    return None


def _with_adverbs(cues: SentenceCues, start: int) -> int:
    while start and cues.phrases.tokens.tags[start - 1] == "A":
        start -= 1
    return start


def _copula(cues: SentenceCues, candidate: Candidate, lexicons: Lexicons) -> VerbGroup | None:
    """The verb that joins an adjective to its subject: "[is] adamant", "[are growing] increasingly frustrated"."""
    tokens = cues.phrases.tokens
    for group in reversed(cues.phrases.verbs_between(max(0, candidate.start - 6), candidate.start)):
        between = tokens.tags[group.stop : candidate.start]
        if group.passive and group.head == candidate.start and group.form == "finite":
            return group  # "is opposed to": the adjective is a participle as well
        become = cues.phrases.tokens.words[group.stop : group.stop + 1] == ("become",)
        if group.form != "finite" or any(tag not in "ADN" for tag in between[become:]):
            return None
        joins = group.bare and tokens.tags[group.start] in "BXV"
        return group if joins or tokens.words[group.head] in copulas(lexicons) else None
    return None


@lru_cache(maxsize=8)
def copulas(lexicons: Lexicons) -> frozenset[str]:
    """The forms of the verbs that join a state of mind to whose it is: "is", "remained", "grew"."""
    conjugate = conjugator(lexicons)
    be = lexicons.lexicon("words").phrases("be_forms")
    return be.union(*(conjugate(lemma).all() for lemma in sorted(lexicons.lexicon("words").phrases("copulas"))))
