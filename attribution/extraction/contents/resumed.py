"""What stands on the right of a frame inside its content: the content that goes on there, and whether it does.

"“The money,” Petrosyan said, | “went where the votes were.”", "In a good year, she said, | the nets come up full."
"""

import re

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Scene
from attribution.model.attribution import CueClass
from attribution.model.span import Span

# What opens with one of these tells when, where or how something was said: "In her diary", "Still", "Asked about it".
_CIRCUMSTANTIAL = frozenset("PAYTged")
# "…, she said, but the nets were empty", "…, he said, because …": conjunctions that carry a claim on behind its frame.
_GOES_ON = frozenset({"and", "but", "because", "so", "yet"})
# What people think, want and like is told inside what someone says of them.
_INNER = frozenset({CueClass.BELIEF, CueClass.INTENT, CueClass.ATTITUDE, CueClass.PERCEPTION})
# How many tokens what somebody speaks of may have between two halves of a quotation.
_LONGEST_ASIDE = 25
_CLAUSE = re.compile(r"[CU]A?(?:R|[DSZ#n][^,;:.<>()BVKXsebdpgUHwq]{0,12})?A{0,2}[BVKXsed]")
_ACTION = re.compile(r",g[^,.;:<>]{0,20},<")


def resumed(scene: Scene, cues: SentenceCues, stop: int, content: Span, quoted: bool) -> tuple[Span, ...]:
    """The content that goes on behind the frame: the second half of a quotation, or of a sentence cut in two."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    if quoted:
        stop = _behind_aside(scene, cues, stop)
    if stop >= len(tags) or tags[stop] not in ",-:.":
        return ()
    following = stop + 1
    while following < len(tags) and tags[following] in ",:-":
        following += 1
    if following >= len(tags) or tags[following] == ">":
        return ()
    if tags[following] == "<":
        quotation = scene.opening.get(tokens.starts[following])
        return (quotation.span,) if quotation else ()
    if tags[following : following + 2] == "C<" and tags[stop] == ",":
        return to_the_end(scene, cues, following)  # "“It was loud,” she said, | and “nobody slept.”"
    if quoted and tags[stop : stop + 2] == ",g":
        return _behind_action(scene, cues, stop)
    if tags[stop] not in ",-" or quoted or tags[following] in "gw." or tags[following : following + 2] == "Pg":
        return ()  # "…, a spokesman said, without giving details"
    if tags[following] in "CU" and not _carries_on(cues, following):
        return ()
    return to_the_end(scene, cues, following)


def _behind_aside(scene: Scene, cues: SentenceCues, stop: int) -> int:
    """The comma before the second half of a quotation that stands behind an aside: "“I left,” he said of the men who
    hired him, | “since nobody paid.”"; `stop` where there is none."""
    tokens = cues.phrases.tokens
    comma = tokens.tags.find(",<", stop, stop + _LONGEST_ASIDE)
    if comma < 0 or tokens.starts[comma + 1] not in scene.opening or set(tokens.tags[stop:comma]) & set(";:.<>"):
        return stop
    return stop if any(stop <= candidate.start < comma for candidate in cues.candidates) else comma


def to_the_end(scene: Scene, cues: SentenceCues, start: int) -> tuple[Span, ...]:
    """The rest of the sentence from token `start`, as content; the whole quotation where one opens there."""
    tokens = cues.phrases.tokens
    if start < len(tokens) and tokens.tags[start] == "<" and tokens.starts[start] in scene.opening:
        return (scene.opening[tokens.starts[start]].span,)
    last = words_end(tokens.tags, start)
    return (tokens.span(start, last),) if last > start else ()


def words_end(tags: str, start: int) -> int:
    """Where the words of a sentence end that begin at token `start`: before its stop, and before a bracket that opened
    earlier: "(In Riga, he said, the nets came up empty | .)"."""
    signs = ".;,-" if "(" in tags[start:] else ".;,-)"
    last = len(tags)
    while last > start and tags[last - 1] in signs:
        last -= 1
    return last


def completed_by_quotation(scene: Scene, cues: SentenceCues, content: Span, stop: int) -> bool:
    """Whether a quotation behind the frame completes the words before it: "A dry year, he said, | “would be a gift.”".

    In "When asked, he said, | “A dry year would be a gift.”" a sentence of its own is quoted, and in "In her diary, she
    wrote, | “the dam is a joke.”" the words before tell where.
    """
    tokens = cues.phrases.tokens
    quotation = scene.opening.get(tokens.starts[stop + 1]) if stop + 1 < len(tokens) else None
    if quotation is None or not quotation.inner.of(scene.text)[:1].islower():
        return False
    first = tokens.first_at_or_after(content.start)
    return tokens.tags[first] not in _CIRCUMSTANTIAL and not _is_told(cues, first, stop)


def _carries_on(cues: SentenceCues, position: int) -> bool:
    """Whether a conjunction at `position` carries the claim on: it opens a clause in which nobody else speaks."""
    tokens = cues.phrases.tokens
    if tokens.words[position] not in _GOES_ON or not _CLAUSE.match(tokens.tags, position):
        return False
    return not any(
        candidate.start > position and any(entry.cls not in _INNER for _, entry in candidate.readings)
        for candidate in cues.candidates
    )


def _behind_action(scene: Scene, cues: SentenceCues, comma: int) -> tuple[Span, ...]:
    """ "“That one,” she said, pointing at the crane, | “killed my cousin.”": what was done meanwhile is no speech."""
    tokens = cues.phrases.tokens
    match = _ACTION.match(tokens.tags, comma)
    if match is None or any(comma < candidate.start < match.end() for candidate in cues.candidates):
        return ()
    quotation = scene.opening.get(tokens.starts[match.end() - 1])
    return (quotation.span,) if quotation else ()


def _is_told(cues: SentenceCues, start: int, stop: int) -> bool:
    """Whether more than one voice may speak between the tokens `start` and `stop`: "She warned him, he says, “…”"."""
    told = [
        candidate
        for candidate in cues.candidates
        if start <= candidate.start < stop and any(entry.cls not in _INNER for _, entry in candidate.readings)
    ]
    return len(told) > 1
