"""The class of a cue where its source decides it.

A study, a letter or a poll gives evidence, it does not speak; a crisis that "highlights" something does not even that.
"""

from functools import lru_cache

from attrs import evolve

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import CueClass

_TELLING = (CueClass.SPEECH, CueClass.EVIDENCE)


def classed(cues: SentenceCues, draft: Draft, lexicons: Lexicons) -> Draft:
    """The draft as evidence where a document or data says it ("a Norwegian study suggests"), as an appearance where an
    event does ("the defeat signals", "the crisis highlights")."""
    if draft.cue.cls not in _TELLING or draft.source is None or draft.shape == "turn":
        return draft
    tokens = cues.phrases.tokens
    start = tokens.first_at_or_after(draft.source.start)
    stop = cues.phrases.core_noun(start)
    if stop is None or tokens.starts[start] != draft.source.start:
        return draft
    if tokens.tags[stop - 1] == "Z" and stop > 1:
        return draft  # a name, unless it is the capital of a sentence: "Data from 40 clinics suggest"
    head = tokens.words[stop - 1]
    for words, cls in _classes(lexicons):
        if head in words or head.removesuffix("s") in words:
            return evolve(draft, cue=evolve(draft.cue, cls=cls))
    return draft


@lru_cache(maxsize=8)
def _classes(lexicons: Lexicons) -> tuple[tuple[frozenset[str], CueClass], ...]:
    artifacts = lexicons.lexicon("artifacts")
    return (
        (artifacts.phrases("documents", "research", "data"), CueClass.EVIDENCE),
        (artifacts.phrases("occurrences"), CueClass.APPEARANCE),
    )
