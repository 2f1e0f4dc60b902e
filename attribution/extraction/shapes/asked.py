"""Questions told in passing: "Asked whether the dam would hold, she said …", "…, he said when asked about the fare".

Who asked is mostly unsaid; where it is told, it stands in a by-phrase.
"""

import re

from attribution.cues.complements import frame_at, skip_time
from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading
from attribution.cues.table import Entry
from attribution.extraction.drafts import Draft, Scene, cue_of
from attribution.extraction.shapes.reported import ABSORBED, content_right
from attribution.model.attribution import CueClass

# "Asked [at a briefing in Oslo] whether": places and occasions before the question itself.
_OCCASION = re.compile(r"P[^,.;:<>HwqUOBVKXsebdpg]{1,6}")
_TOPICS = frozenset({"wh", "about", "to", "on", "quotation"})
_ENTRY = Entry(cls=CueClass.QUESTION, entry="asked-in-passing")


def asked(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int) -> Draft | None:
    """The draft of a bare "asked" that opens its sentence or follows "when", whose question ends before `limit`."""
    tokens = cues.phrases.tokens
    if candidate.lemma != "ask" or candidate.group is None or tokens.tags[candidate.start] != "e":
        return None
    if candidate.start and tokens.words[candidate.start - 1] != "when":
        return None
    position = skip_time(tokens.tags, candidate.stop)
    source = None
    if tokens.words[position : position + 1] == ("by",):
        finish = cues.phrases.of_noun(position + 1)
        if finish is None:
            return None
        source = tokens.span(position + 1, finish)
        position = skip_time(tokens.tags, finish)
    occasion = _OCCASION.match(tokens.tags, position)
    if occasion and tokens.words[position] not in ABSORBED:
        position = skip_time(tokens.tags, occasion.end())
    frame = frame_at(cues.phrases, position)
    content = content_right(scene, cues, Reading(frame, position), limit) if frame in _TOPICS else None
    if not content:
        return None
    stop = candidate.stop + (position == candidate.stop and frame in ABSORBED)
    cue = cue_of(cues, candidate, _ENTRY, frame, stop)
    return Draft(cues.sentence.index, cue, source, content, "asked", open_right=True)
