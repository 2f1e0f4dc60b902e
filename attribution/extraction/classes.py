"""The class of a cue where its source decides it: a study, a letter or a poll gives evidence, it does not speak."""

from functools import lru_cache

from attrs import evolve

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import CueClass


def classed(cues: SentenceCues, draft: Draft, lexicons: Lexicons) -> Draft:
    """The draft with the class evidence where a document or data says it: "a Norwegian study suggests"."""
    if draft.cue.cls is not CueClass.SPEECH or draft.source is None or draft.shape == "turn":
        return draft
    tokens = cues.phrases.tokens
    start = tokens.first_at_or_after(draft.source.start)
    stop = cues.phrases.core_noun(start)
    if stop is None or tokens.starts[start] != draft.source.start or tokens.tags[stop - 1] == "Z":
        return draft
    head = tokens.words[stop - 1]
    known = _artifacts(lexicons)
    if head in known or head.removesuffix("s") in known:
        return evolve(draft, cue=evolve(draft.cue, cls=CueClass.EVIDENCE))
    return draft


@lru_cache(maxsize=8)
def _artifacts(lexicons: Lexicons) -> frozenset[str]:
    return lexicons.lexicon("artifacts").phrases("documents", "research", "data")
