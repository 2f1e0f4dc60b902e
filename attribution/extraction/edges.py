"""Where a content that stands on the right of its cue ends: an ordered list of cuts.

A content is taken up to the end of its sentence first. Each rule below looks at one place where it may end earlier, and
says so from what stands on both sides. The first place that any rule cuts is the end.
"""

import re
from collections.abc import Callable, Sequence

from attrs import frozen

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft
from attribution.model.document import Tokens
from attribution.text.phrases import Phrases


@frozen(eq=False)
class Place:
    """A token at which a content may end: `quoted` says that a quotation has just closed, `first` where the content starts."""

    phrases: Phrases
    index: int
    first: int
    quoted: bool
    dependent: bool

    @property
    def tokens(self) -> Tokens:
        """The tokens of the sentence."""
        return self.phrases.tokens

    def word(self, offset: int = 0) -> str:
        """The lower-case word `offset` tokens to the right; empty past the end."""
        index = self.index + offset
        return self.tokens.words[index] if index < len(self.tokens) else ""

    def tag(self, offset: int = 0) -> str:
        """The tag `offset` tokens to the right; empty past the end."""
        return self.tokens.tags[self.index + offset : self.index + offset + 1]


Rule = Callable[[Place], bool]

_MAIN_CLAUSE = re.compile(r",A{0,2},?(?:[RDSZ#n][^,;:.<>BVKXsebdpg]{0,12})(?:,[^,;:.<>]{1,25},)?A{0,2}[BVKXsed]")
_CONTRAST = frozenset({"while", "though", "although", "whereas", "but", "despite", "yet"})


def after_dependent_clause(place: Place) -> bool:
    """ "Years after she claimed that the vote was rigged, | the court ruled …" """
    return place.dependent and place.tag() == "," and _MAIN_CLAUSE.match(place.tokens.tags, place.index) is not None


def before_participle(place: Place) -> bool:
    """ "… that the dam was safe, | adding that …", "… “a mistake” | citing …" """
    if place.tag() == ",":
        return place.tag(1) == "g" or (place.tag(1) == "A" and place.tag(2) == "g")
    return place.quoted and place.tag() == "g"


def before_contrast(place: Place) -> bool:
    """ "… that taxes would rise, | but he did not say when" """
    return place.tag() in (",", "-") and place.word(1) in _CONTRAST


def before_aside(place: Place) -> bool:
    """ "… that he would run | (he later withdrew)", "… that he would run | - and that was that" """
    if place.tag() == "(":
        return place.tag(1) in ("Z", "R", "D", "S")
    return place.tag() == "-" and place.word(1) in ("and", "or", "a", "an", "something", "which")


def after_partial_quotation(place: Place) -> bool:
    """ "… called the plan “a disaster” | and left the room", "… “a disaster,” | an assessment that …" """
    if not place.quoted:
        return False
    if place.tag() == "C":
        return place.tag(1) in ("e", "s", "d", "V", "K", "X", "B", "g") or place.tag(1) == "A" and place.tag(2) in ("e", "s", "d")
    return False


def before_semicolon(place: Place) -> bool:
    """ "… that the talks had failed; | a spokesman denied it" """
    return place.tag() == ";"


# How many of the following drafts are asked whether they share the source: more than a few verbs are never coordinated.
_NEXT = 4

RULES: tuple[Rule, ...] = (
    after_dependent_clause,
    before_participle,
    before_contrast,
    before_aside,
    after_partial_quotation,
    before_semicolon,
)


def trim(cues: SentenceCues, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one sentence with their open contents cut where the first rule says so."""
    return [
        _trimmed(cues, draft, drafts[index + 1 : index + 1 + _NEXT]) if draft.open_right and draft.content else draft
        for index, draft in enumerate(drafts)
    ]


def _trimmed(cues: SentenceCues, draft: Draft, following: Sequence[Draft]) -> Draft:
    tokens = cues.phrases.tokens
    last = draft.content[-1]
    first = tokens.first_at_or_after(last.start)
    stop = tokens.first_at_or_after(last.end)
    if last.start < draft.cue.span.start or first >= stop:
        return draft
    stop = min(stop, _next_shared(tokens, draft, following, first, stop))
    stop = _cut(cues.phrases, first, stop, _is_dependent(cues.phrases, draft))
    while stop > first + 1 and tokens.tags[stop - 1] in ",;-:C":
        stop -= 1
    return draft.with_content(*draft.content[:-1], tokens.span(first, stop))


def _next_shared(tokens: Tokens, draft: Draft, following: Sequence[Draft], first: int, stop: int) -> int:
    """Where a later cue of the same source begins: "denies it | and points out that"."""
    for other in following:
        if other.cue.span.start <= draft.cue.span.start or other.source != draft.source or other.source is None:
            continue
        if other.shape in ("coordinated", "participle"):
            index = tokens.first_at_or_after(other.cue.span.start)
            while index > first + 1 and tokens.tags[index - 1] in "C,A":
                index -= 1
            if first < index < stop:
                return index
    return stop


def _cut(phrases: Phrases, first: int, stop: int, dependent: bool) -> int:
    tags = phrases.tokens.tags
    depth = 0
    for index in range(first, stop):
        tag = tags[index]
        if tag == "<":
            depth += 1
        elif tag == ">":
            depth = max(0, depth - 1)
        elif depth == 0 and index > first and (tag in ",-;(" or tags[index - 1] == ">"):
            place = Place(phrases, index, first, tags[index - 1] == ">", dependent)
            if any(rule(place) for rule in RULES):
                return index
    return stop


def _is_dependent(phrases: Phrases, draft: Draft) -> bool:
    """Whether the cue stands in a clause that a main clause must follow: "After X said …,", "Noting that …,"."""
    tokens = phrases.tokens
    start = draft.cue.span.start if draft.source is None else min(draft.cue.span.start, draft.source.start)
    if draft.shape == "participle":
        start = draft.cue.span.start
    index = tokens.first_at_or_after(start)
    opening = index
    while opening > 0 and tokens.tags[opening - 1] not in ",;:-<>.":
        opening -= 1
    if opening > 0:
        return False
    return tokens.tags[0] in "gU" or "U" in tokens.tags[0:index] or (tokens.tags[0] == "P" and tokens.words[0] in ("with",))


