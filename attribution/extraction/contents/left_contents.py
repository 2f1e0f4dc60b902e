"""What stands on the left of a frame as its content: a quotation with what leads into it, or a clause and its comma."""

import re

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Scene
from attribution.model.document import Tokens
from attribution.model.span import Span

# "DAKAR, May 3 (Reuters) -"
_DATELINE = re.compile(r"Z{1,4}(?:,[ZY#]{1,4})?(?:,[Y#]{1,3})?(?:\(Z{1,3}\))?-")
_CONCEDING = frozenset({"although", "despite", "though"})
_MAIN_CLAUSE = re.compile(r",(?=A{0,2}[RDSZ#n][^,;:.<>BVKXsebdpg]{0,12}A{0,2}[BVKXsedb])")
_CLOSING_MARKS = frozenset({"”", "’", '"', "''"})


def content_left(scene: Scene, cues: SentenceCues, position: int, left: int) -> Span | None:
    """What stands before token `position` as content: a quotation, or a clause that ends in a comma."""
    tokens = cues.phrases.tokens
    tags = tokens.tags
    if tags[max(left, position - 2) : position] == ",o" and tokens.words[position - 1] in _CLOSING_MARKS:
        position -= 1  # "We are broke,” the treasurer said": the opening mark is lost
    last = position - 1
    while last > left and tags[last] in ",-":
        last -= 1
    if last < left:
        return None
    if tags[last] == ">":
        quotation = scene.closing.get(tokens.ends[last])
        if quotation is None:
            return None
        end = tokens.ends[last]
        first = tokens.first_at_or_after(quotation.span.start)
        if quotation.span.start < cues.sentence.span.start:
            return Span(quotation.span.start, end)
        if first > left and tags[first - 1] in ",:-":
            # "he warned, “…,” Trump told NBC": the quotation is announced on its left already.
            if _is_announced(cues, first):
                return None
            small = tags[first - 1] == "," and quotation.inner.of(scene.text)[:1].islower()
            continued = small and (tags[first + 1] in "BVKXsed" or not cues.phrases.finite_between(left, first))
            return tokens.span(_led_into(tags, left, first, continued), last + 1)
        if first > left and tags[first - 1] == "C" and _opens(tags, left, first - 1):
            first -= 1  # "But “the sea took it,” she said"
            return tokens.span(first, last + 1)
        return tokens.span(_main_start(tokens, clause_start(tags, left, first), first), last + 1)
    if tags[position - 1] not in ",-":
        return None
    start = _main_start(tokens, clause_start(tags, left, last + 1), last)
    if tags[last] == "w" and last > start:
        start = last  # "the nurses, who, he said, had not slept"
    return tokens.span(start, last + 1) if start <= last else None


def clause_start(tags: str, left: int, stop: int) -> int:
    """The first token of the clause: after what is claimed already, a dateline, a leading conjunction and stray
    signs."""
    dateline = _DATELINE.match(tags) if left == 0 else None
    start = dateline.end() if dateline else left
    semicolon = tags.rfind(";", left, stop)
    if semicolon >= 0:
        start = semicolon + 1
    bracket = tags.rfind("(", start, stop)
    if bracket >= start and tags.find(")", bracket, stop) < 0:
        start = bracket + 1  # "The motto (“never late”, according to the driver) was painted over.", "(“No,” he said.)"
    while start < stop and tags[start] in "C,;.-o)":
        start += 1
    return start


def _main_start(tokens: Tokens, start: int, stop: int) -> int:
    """Where the claim begins behind what sets it against the words before: "Still, | the nets are whole, he said",
    "Despite the storm, | the nets are whole, he said"."""
    word = tokens.words[start] if start < stop else ""
    if word == "still" and tokens.tags[start + 1 : start + 2] == ",":
        return start + 2 if start + 2 < stop else start
    main = _MAIN_CLAUSE.search(tokens.tags, start + 1, stop) if word in _CONCEDING else None
    return main.start() + 1 if main else start


def ends_in_quotation(tokens: Tokens, position: int) -> bool:
    """Whether a quotation closes before token `position`, but for commas and dashes."""
    last = position - 1
    while last > 0 and tokens.tags[last] in ",-":
        last -= 1
    return last >= 0 and tokens.tags[last] == ">"


def _led_into(tags: str, left: int, quotation: int, continued: bool) -> int:
    """Where the words begin that lead into a quotation: "In a good year, “The nets come up full,” she said"; all of the
    clause that the quotation ends: "Lee, with his years at sea, “is seen as a sailor,” she said"."""
    start = clause_start(tags, left, quotation)
    if continued and start < quotation and tags[start] not in "qge":
        return start
    leads = tags[quotation - 1] == "," and tags[start] in "PTA" and not set(tags[start:quotation]) & set("BVKXse<>")
    return start if leads else quotation


def _opens(tags: str, left: int, position: int) -> bool:
    """Whether token `position` is the first one that is not claimed yet."""
    return all(tag in ",;.-o)" for tag in tags[left:position])


def _is_announced(cues: SentenceCues, quotation: int) -> bool:
    return any(
        reading.frame == "quotation" and reading.start in (quotation, quotation - 1)
        for candidate in cues.candidates
        if quotation - 4 <= candidate.stop <= quotation
        for reading, _ in candidate.readings
    )
