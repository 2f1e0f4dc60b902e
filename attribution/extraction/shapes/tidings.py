"""What is put out and the verb that tells what it says make one cue: "[issued a statement saying] that"."""

from bisect import bisect_left

from attrs import evolve

from attribution.cues.complements import skip_time
from attribution.cues.finding import Candidate, SentenceCues
from attribution.cues.frames import Reading


def through_gerund(cues: SentenceCues, candidate: Candidate, position: int) -> tuple[Candidate, Reading] | None:
    """The candidate of a noun, drawn out over the gerund at token `position`, and what that gerund is followed by."""
    tags = cues.phrases.tokens.tags
    index = bisect_left(cues.candidates, position, key=lambda other: other.start)
    for gerund in cues.candidates[index : index + 2]:
        if gerund.start != position or gerund.group is None or tags[gerund.head] != "g":
            continue
        readings = [reading for reading, _ in gerund.readings if reading.frame != "end"]
        if readings:
            return evolve(candidate, stop=gerund.stop, manner=gerund.stop, last=gerund.stop), readings[0]
    return None


def through_object(cues: SentenceCues, candidate: Candidate, reading: Reading) -> tuple[Candidate, Reading]:
    """The candidate of a verb that attributes with few objects, drawn out over its object where what it says follows:
    "[published a letter disputing] the figures", "[wrote a story about] the ferry", but "published | her diary".
    """
    phrases = cues.phrases
    stop = phrases.core_noun(reading.start)
    if stop is None or stop >= len(phrases.tokens):
        return candidate, reading
    if phrases.tokens.words[stop] == "about":
        return evolve(candidate, stop=stop, manner=stop, last=stop), Reading("about", stop)
    return through_gerund(cues, candidate, skip_time(phrases.tokens.tags, stop)) or (candidate, reading)
