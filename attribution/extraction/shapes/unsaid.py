"""What looks like a claim and is none, since nobody makes it: "nobody has claimed responsibility", "I didn't say that".

A speaker's words about what they do not, cannot or will say, or about a deed of theirs, add no source to the quotation
that they stand in.
"""

from bisect import bisect_right

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft, Scene
from attribution.model.attribution import CueClass

_NOBODY = (("nobody",), ("no-one",), ("no", "one"))
_SPEAKERS = frozenset({"i", "we"})
_SAID = (CueClass.SPEECH, CueClass.EVIDENCE, CueClass.NONRESPONSE)
# Frames of a deed rather than of words: "we repeated the check", "we have asked for everything".
_DEEDS = frozenset({"noun", "to"})
_CITING = frozenset({"cite", "quote"})
_FILED = frozenset({"declare", "disclose", "publish", "register", "report", "reveal"})
_OBLIGED = frozenset({"must", "shall", "should"})
# Tokens between "tell" and "apart": "tell the rebels and the loyalists apart".
_APART = 10


def unsaid(looked_at: Scene, cues: SentenceCues, draft: Draft) -> bool:
    """Whether a draft tells of words that nobody has said, of what must be said, or of telling things apart."""
    if draft.cue.cls not in _SAID:
        return False
    if draft.source is None:  # "I was never asked to resign"
        return draft.shape == "passive" and draft.cue.negated
    tokens = cues.phrases.tokens
    first, stop = (tokens.first_at_or_after(edge) for edge in (draft.cue.span.start, draft.cue.span.end))
    source = tokens.words[tokens.first_at_or_after(draft.source.start) : tokens.first_at_or_after(draft.source.end)]
    if source in _NOBODY:
        return True
    if draft.cue.lemma in _CITING and tokens.words[first - 1 : first] == ("without",):
        return True  # "reported the deal without citing a source"
    if draft.cue.lemma in _FILED and draft.cue.frame == "noun" and not _OBLIGED.isdisjoint(tokens.words[first:stop]):
        return True  # "firms must report breaches within 72 hours"
    if draft.cue.lemma == "tell" and "apart" in tokens.words[stop : stop + _APART]:
        return True
    if len(source) != 1 or source[0] not in _SPEAKERS:
        return False
    if draft.cue.negated and draft.cue.cls is CueClass.SPEECH:
        return True  # "I did not write that memo", wherever it stands
    unspoken = draft.cue.negated or "X" in tokens.tags[first:stop]
    return (unspoken or draft.cue.frame in _DEEDS) and _in_quotation(looked_at, draft.cue.span.start)


def _in_quotation(looked_at: Scene, position: int) -> bool:
    quotations = looked_at.document.quotations
    before = bisect_right(quotations, position, key=lambda quotation: quotation.span.start) - 1
    return before >= 0 and position < quotations[before].span.end
