"""Nouns that attribute: "his claim that …", "Clinton's support for …", "a report by X that …"."""

from attribution.cues.finding import Candidate, SentenceCues
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.reported import content_right
from attribution.extraction.subjects import extend_left
from attribution.model.span import Span


def nominal(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int) -> Draft | None:
    """The draft of a noun, from its possessor or its by-phrase; `None` where the lexicon asks for one and there is none."""
    for reading, entry in candidate.readings:
        if reading.frame == "end":
            continue
        source, start = _possessor(cues, candidate)
        if source is None and entry.possessor == "required":
            return None
        content = content_right(scene, cues, reading, limit)
        if content is None:
            continue
        cue = cue_of(cues, candidate, entry, reading.frame, candidate.stop)
        del start
        return Draft(cues.sentence.index, cue, source, content, "noun", open_right=True)
    return None


def _possessor(cues: SentenceCues, candidate: Candidate) -> tuple[Span | None, int]:
    """Whose claim it is: "his", "Clinton's", "the panel's", and where the noun's own words start."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    position = candidate.start
    while position and tags[position - 1] in "nAg#d" and candidate.start - position < 4:
        position -= 1
    if position and tags[position - 1] == "S":
        return tokens.span(position - 1, position), position
    if position and tags[position - 1] == "'":
        bounds = next(((start, stop) for start, stop in cues.phrases.nouns if start < position <= stop), None)
        if bounds is not None:
            start = extend_left(cues.phrases, bounds[0]) if tags[bounds[0] - 1 : bounds[0]] == "O" else bounds[0]
            return tokens.span(start, position), position
    return None, candidate.start
