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
_OCCASION = re.compile(r"P[^,.;:<>HwqUOPBVKXsebdpg]{1,6}")
_OCCASIONS = 3
PUT_TO = frozenset({"asked", "pressed", "questioned", "quizzed"})
"""What happens to those to whom a question is put."""
_WHENEVER = frozenset({"when", "whenever"})
_TOPICS = frozenset({"wh", "about", "to", "on", "quotation"})
_ENTRY = Entry(cls=CueClass.QUESTION, entry="asked-in-passing")


def asked(scene: Scene, cues: SentenceCues, candidate: Candidate, limit: int) -> Draft | None:
    """The draft of a bare "asked" or "pressed" that opens its sentence or follows "when"; its question ends before
    `limit`."""
    tokens = cues.phrases.tokens
    if tokens.words[candidate.start] not in PUT_TO or candidate.group is None:
        return None
    if candidate.start and tokens.words[candidate.start - 1] not in _WHENEVER:
        return None
    position = skip_time(tokens.tags, candidate.group.stop)
    source = None
    if tokens.words[position : position + 1] == ("by",):
        finish = cues.phrases.of_noun(position + 1)
        if finish is None:
            return None
        source = tokens.span(position + 1, finish)
        position = skip_time(tokens.tags, finish)
    for _ in range(_OCCASIONS):
        occasion = _OCCASION.match(tokens.tags, position)
        if occasion and tokens.words[position] not in ABSORBED:
            position = skip_time(tokens.tags, occasion.end())
    frame = frame_at(cues.phrases, position)
    beside = position == candidate.group.stop or position < candidate.stop
    reading = Reading(frame if beside else "wh", position)  # "Asked [about the leak]", but "Asked in May [about it]"
    content = content_right(scene, cues, reading, limit) if frame in _TOPICS else None
    if not content:
        return None
    stop = candidate.group.stop + (beside and frame in ABSORBED)
    cue = cue_of(cues, candidate, _ENTRY, frame, stop)
    return Draft(cues.sentence.index, cue, source, content, "asked", open_right=True)
