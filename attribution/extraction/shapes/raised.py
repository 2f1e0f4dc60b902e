"""Passives and verbs of seeming: what stands as their subject is mostly not the source but part of the content.

"The plan was criticised by X": the source is X. "She is said to have left", "The deal appears to be dead": there is
none. "They were dismayed by the plan": the lexicon says that the subject is the source.
"""

from attribution.cues.complements import frame_at, skip_time
from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading
from attribution.cues.table import Entry
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.shapes.reported import ABSORBED, content_right
from attribution.extraction.speakers.subjects import Subject, subject_before
from attribution.model.attribution import CueClass
from attribution.model.span import Span

# Frames that go on with the clause of the subject: "is said | to have left", "was described | as a failure".
_GOES_ON = frozenset({"to", "to_noun", "as", "noun", "ing", "quotation", "of", "for", "with", "in"})
_COMPLETE = frozenset({"that", "clause", "wh", "colon"})
# Prepositions right behind a passive belong to its cue: "was charged with | fraud", "is seen as | a win".
_ABSORBED = ABSORBED - {"to_noun"} | {"as"}
# The same behind what somebody is moved by: "were angered by | the deal", "was alarmed at | the cost".
_MOVERS = frozenset({"by", "at"})


def raised(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int) -> Draft | None:
    """The draft of a passive or of a verb of seeming; `None` for other verbs."""
    for reading, entry in candidate.readings:
        if not candidate.passive and entry.subject == "content":
            return _felt(cues, candidate, reading, entry)
        if not candidate.passive and entry.cls is not CueClass.APPEARANCE:
            return None
        draft = _draft(scene, cues, candidate, reading, entry, limit)
        if draft is not None:
            return draft
    return None


def _felt(cues: SentenceCues, candidate: Candidate, reading: Reading, entry: Entry) -> Draft | None:
    """The draft of "[the noise] has unsettled [the neighbours]": who feels is the object, what about the subject."""
    tokens = cues.phrases.tokens
    subject = subject_before(cues.phrases, candidate.start)
    stop = cues.phrases.of_noun(reading.start)
    if subject is None or stop is None or candidate.group is None or candidate.group.form != "finite":
        return None
    cue = cue_of(cues, candidate, entry, reading.frame, candidate.stop)
    content = (tokens.span(subject.start, subject.stop),)
    return Draft(cues.sentence.index, cue, tokens.span(reading.start, stop), content, "felt")


def _draft(
    scene: Scene, cues: SentenceCues, candidate: Candidate, reading: Reading, entry: Entry, limit: int
) -> Draft | None:
    tokens = cues.phrases.tokens
    subject = subject_before(cues.phrases, candidate.start)
    agent = _agent(cues, candidate) if entry.subject != "source" else None
    if reading.frame == "by" and agent is None and entry.subject != "source":
        return None
    if agent is not None and reading.start < agent[1]:
        # "accused by prosecutors | of hiding the losses": what stands behind the agent is read anew.
        # A time is skipped: "questioned by police on Tuesday" does not say on what.
        after = skip_time(tokens.tags, agent[1])
        behind = frame_at(cues.phrases, after)
        reading = Reading("noun" if behind in _GOES_ON else behind, after)
    stop = candidate.stop
    absorbed = _ABSORBED | _MOVERS if entry.subject == "source" else _ABSORBED
    if candidate.passive and reading.frame in absorbed and reading.start == stop:
        stop += 1
        reading = reading if reading.frame in ABSORBED else Reading(reading.frame, stop)
    right = content_right(scene, cues, reading, limit) if reading.start < limit and reading.frame != "end" else None
    if entry.subject == "source":
        source = tokens.span(subject.start, subject.stop) if subject else None
        content = right
    else:
        source = tokens.span(*agent) if agent else None
        content = _content(cues, reading, entry, subject, right)
    if not content or (entry.subject == "source" and source is None):
        return None
    cue = cue_of(cues, candidate, entry, reading.frame, stop)
    shape = "passive" if candidate.passive else "seeming"
    return Draft(cues.sentence.index, cue, source, content, shape, open_right=content[-1].start > cue.span.start)


def _agent(cues: SentenceCues, candidate: Candidate) -> tuple[int, int] | None:
    """X of "was told by X that", as tokens."""
    tokens = cues.phrases.tokens
    if candidate.passive and candidate.stop < len(tokens) and tokens.words[candidate.stop] == "by":
        stop = cues.phrases.of_noun(candidate.stop + 1)
        if stop is not None:
            return candidate.stop + 1, stop
    return None


def _content(
    cues: SentenceCues, reading: Reading, entry: Entry, subject: Subject | None, right: tuple[Span, ...] | None
) -> tuple[Span, ...]:
    tokens = cues.phrases.tokens
    after = right if right and reading.frame != "by" else ()
    if reading.frame in _COMPLETE or entry.subject == "addressee":
        return after
    if subject is None or tokens.words[subject.start] in ("it", "there"):
        return after if reading.frame in ("to", "as") else ()
    left = tokens.span(subject.start, subject.stop)
    return (left, *after) if reading.frame in _GOES_ON else (left,)
