"""Passives and verbs of seeming: what stands as their subject is not the source but part of the content.

"The plan was criticised by X": the source is X. "She is said to have left", "The deal appears to be dead": there is none.
"""

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading
from attribution.cues.table import Entry
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.reported import content_right
from attribution.extraction.subjects import Subject, subject_before
from attribution.model.attribution import CueClass
from attribution.model.span import Span

# Frames that go on with the clause of the subject: "is said | to have left", "was described | as a failure".
_GOES_ON = frozenset({"to", "to_noun", "as", "noun", "ing", "quotation", "of", "for", "with", "in"})
_COMPLETE = frozenset({"that", "clause", "wh", "colon"})


def raised(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int) -> Draft | None:
    """The draft of a passive or of a verb of seeming; `None` for other verbs."""
    for reading, entry in _readings(candidate):
        if not candidate.passive and entry.cls is not CueClass.APPEARANCE:
            return None
        subject = subject_before(cues.phrases, candidate.start)
        agent = _agent(cues, candidate)
        content = _content(scene, cues, reading, subject, agent, limit)
        if not content:
            continue
        source = cues.phrases.tokens.span(*agent) if agent else None
        cue = cue_of(cues, candidate, entry, reading.frame, candidate.stop)
        shape = "passive" if candidate.passive else "seeming"
        return Draft(cues.sentence.index, cue, source, content, shape, open_right=len(content) > 1 or not subject)
    return None


def _readings(candidate: Candidate) -> tuple[tuple[Reading, Entry], ...]:
    by_agent = candidate.frames.get("by")
    if candidate.readings:
        return candidate.readings
    return ((Reading("by", candidate.stop), by_agent),) if by_agent is not None else ()


def _agent(cues: SentenceCues, candidate: Candidate) -> tuple[int, int] | None:
    """X of "was told by X that", as tokens."""
    tokens = cues.phrases.tokens
    if candidate.passive and candidate.stop < len(tokens) and tokens.words[candidate.stop] == "by":
        stop = cues.phrases.whole_noun(candidate.stop + 1)
        if stop is not None:
            return candidate.stop + 1, stop
    return None


def _content(
    scene: Scene,
    cues: SentenceCues,
    reading: Reading,
    subject: Subject | None,
    agent: tuple[int, int] | None,
    limit: int,
) -> tuple[Span, ...]:
    tokens = cues.phrases.tokens
    start = agent[1] if agent and reading.start <= agent[1] else reading.start
    right = content_right(scene, cues, Reading(reading.frame, start), limit) if reading.frame != "by" else None
    if reading.frame in _COMPLETE:
        return right or ()
    if subject is None or tokens.words[subject.start] in ("it", "there"):
        return (right or ()) if reading.frame in ("to", "as") else ()
    left = tokens.span(subject.start, subject.stop)
    return (left, *right) if right and reading.frame in _GOES_ON else (left,)
