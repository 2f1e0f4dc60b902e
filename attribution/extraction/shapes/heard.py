"""Statements that nobody is named for, told at the end: "…, it is claimed", "…, the court was told", "…, an inquest
heard".

Whoever spoke in court goes unnamed, and the court is no source: it was spoken to.
"""

from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.table import Entry
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.shapes.settled import after_cue, around
from attribution.extraction.speakers.subjects import Subject, subject_before
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import CueClass

_NOBODY = Entry(CueClass.HEARSAY, "words/hearings")


def heard(scene: Scene, cues: SentenceCues, candidate: Candidate, left: int, lexicons: Lexicons) -> Draft | None:
    """The draft of such a frame, without a source; `left` is the first token not yet claimed by another."""
    group = candidate.group
    if group is None or group.form != "finite" or group.negated:
        return None
    if not (candidate.passive or candidate.lemma == "hear"):
        return None
    tokens = cues.phrases.tokens
    subject = subject_before(cues.phrases, candidate.start)
    if subject is None or subject.start <= left or tokens.tags[subject.start - 1] not in ",>":
        return None
    if candidate.passive and tokens.words[subject.start] == "it":
        hearsay = candidate.frames.get("end")
        if hearsay is None or hearsay.cls is not CueClass.HEARSAY:
            return None
    elif candidate.lemma not in ("hear", "tell") or not _is_hearing(cues, subject, lexicons):
        return None
    pieces = around(scene, cues, subject.start, after_cue(cues, candidate, _NOBODY, candidate.stop), left)
    if not pieces:
        return None
    cue = cue_of(cues, candidate, _NOBODY, "trailing", candidate.stop)
    return Draft(cues.sentence.index, cue, None, pieces, "heard", open_right=len(pieces) > 1)


def _is_hearing(cues: SentenceCues, subject: Subject, lexicons: Lexicons) -> bool:
    """Whether the subject is a court or the like: "Leeds Crown Court", "an inquest in Hull"."""
    stop = cues.phrases.core_noun(subject.start)
    hearings = lexicons.lexicon("words").phrases("hearings")
    return stop is not None and cues.phrases.tokens.words[stop - 1] in hearings
