"""Where a content that stands on the right of its cue ends: an ordered list of cuts.

A content is taken up to the end of its sentence first. Each rule below looks at one place where it may end earlier, and
says so from what stands on both sides. The first place that any rule cuts is the end.
"""

import re
from collections.abc import Callable, Sequence

from attrs import evolve, frozen

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft
from attribution.extraction.neighbours import neighbour_start
from attribution.model.span import Span
from attribution.text.phrases import Phrases


@frozen(eq=False)
class Place:
    """A token at which a content may end.

    `quoted` says that a quotation has just closed; `clausal` that the content is a clause, not a phrase; `dependent`
    that the cue stands in a clause that a main clause must follow; `relative` that it stands in a relative clause;
    `awaited` is where the verb stands whose subject a noun cue is.
    """

    phrases: Phrases
    index: int
    quoted: bool
    clausal: bool
    dependent: bool
    relative: bool
    awaited: int | None

    @property
    def tags(self) -> str:
        """The tags of the whole sentence."""
        return self.phrases.tokens.tags

    def word(self, offset: int = 0) -> str:
        """The lower-case word `offset` tokens to the right; empty past the end."""
        index = self.index + offset
        return self.phrases.tokens.words[index] if index < len(self.phrases.tokens) else ""

    def tag(self, offset: int = 0) -> str:
        """The tag `offset` tokens to the right; empty past the end."""
        return self.tags[self.index + offset : self.index + offset + 1]

    def looking_at(self, pattern: re.Pattern[str]) -> bool:
        """Whether `pattern` matches the tags from here."""
        return pattern.match(self.tags, self.index) is not None


Rule = Callable[[Place], bool]

_SUBJECT = r"(?:R|[DSZ#n][^,;:.<>()BVKXsebdpgUHwq]{0,12})(?:,[^,;:.<>]{1,25},)?"
_MAIN_CLAUSE = re.compile(rf",A{{0,2}},?{_SUBJECT}A{{0,2}}[BVKXsedb]")
_PREDICATE = re.compile(r",A{0,2}[BVKXsed]")
_SECOND_CLAUSE = re.compile(rf",?C(?:{_SUBJECT})?A{{0,2}}[BVKXsed]")
_WITH_SUBJECT = re.compile(r",P[^,;:.<>BVKXsebdpgUHwq]{1,10}g")
_DASHED_CLAUSE = re.compile(r"-RA{0,2}[BVKXsed]")
_SECOND_VERB = re.compile(r"CA{0,2}[BVKXsed]")
_CONTRAST = frozenset({"while", "though", "although", "whereas", "despite"})
_NOT_CONTRAST = frozenset({"that", "also", "only", "because", "rather", "not", "to"})


def after_dependent_clause(place: Place) -> bool:
    """ "Years after she claimed that the vote was rigged, | the court ruled …" """
    return place.dependent and place.looking_at(_MAIN_CLAUSE)


def after_relative_clause(place: Place) -> bool:
    """ "The governor, who opposes abortion, | vetoed the bill", "Like owners who foresee a loss, | he said …" """
    return place.relative and (place.looking_at(_PREDICATE) or (not place.clausal and place.looking_at(_MAIN_CLAUSE)))


def before_predicate(place: Place) -> bool:
    """ "Her warning that the ice was thin | went unheard": the noun is a subject, and its verb comes next."""
    return place.awaited is not None and place.index == place.awaited


def before_participle(place: Place) -> bool:
    """ "… that the dam was safe, | adding that …", "… “a mistake” | citing …" """
    if place.tag() == ",":
        if place.word(1) == "with" and place.looking_at(_WITH_SUBJECT):
            return True  # "… a quick deal, | with officials urging him …"
        if not place.clausal and place.tag(1) in "edp" and place.tag(2) in "PU":
            return True  # "… yes, | compared with 23 percent …"
        return place.tag(1) == "g" or (place.tag(1) == "A" and place.tag(2) == "g")
    return place.quoted and place.tag() == "g"


def before_contrast(place: Place) -> bool:
    """ "… that taxes would rise, | even though he had promised …", "…, | but he did not say when" """
    if place.quoted and place.tag() in "CU":
        return place.word() in _CONTRAST or place.word() in ("but", "yet")
    if place.tag() not in (",", "-"):
        return False
    offset = 2 if place.tag(1) == "A" else 1
    if place.word(offset) in _CONTRAST:
        return True
    if place.word(1) not in ("but", "yet") or place.word(2) in _NOT_CONTRAST:
        return False
    return not place.clausal or place.tag(2) in "RZVKXBsed"


def before_second_clause(place: Place) -> bool:
    """ "… called for calm, | and the mayor agreed", "… denies any wrongdoing | and points out …": after a phrase
    only."""
    return not place.clausal and place.looking_at(_SECOND_CLAUSE)


def before_comment(place: Place) -> bool:
    """ "… that he had won, | a claim that officials reject", "… praised the deal, | which …" """
    if place.tag() != ",":
        return False
    return place.word(1) in ("a", "an") if place.clausal else place.word(1) == "which"


def before_aside(place: Place) -> bool:
    """ "… that he would run | (he later withdrew)", "… that he would run | - and that was that" """
    if place.tag() == "(":
        return place.tag(1) in ("Z", "R", "D", "S")
    if place.tag() != "-":
        return False
    return place.word(1) in ("and", "or", "a", "an", "something", "which") or place.looking_at(_DASHED_CLAUSE)


def after_partial_quotation(place: Place) -> bool:
    """ "… called the plan “a disaster” | and left the room" """
    return place.quoted and place.looking_at(_SECOND_VERB)


def before_semicolon(place: Place) -> bool:
    """ "… that the talks had failed; | a spokesman denied it" """
    return place.tag() == ";"


RULES: tuple[Rule, ...] = (
    after_dependent_clause,
    after_relative_clause,
    before_predicate,
    before_participle,
    before_contrast,
    before_second_clause,
    before_comment,
    before_aside,
    after_partial_quotation,
    before_semicolon,
)

# How many of the following drafts are asked whether they share the source: more than a few verbs are never coordinated.
_NEXT = 4
# How many tokens the opening of a sentence may have before a cue that belongs to it.
_OPENING = 60


def trim(cues: SentenceCues, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one sentence with their open contents cut where the first rule says so."""
    return [
        _trimmed(cues, draft, drafts[index + 1 : index + 1 + _NEXT]) if draft.open_right and draft.content else draft
        for index, draft in enumerate(drafts)
    ]


def without_terms(cues: SentenceCues, draft: Draft, terms: frozenset[str]) -> Draft:
    """The draft with its source cut before a clause that holds one of `terms`: anonymity is kept as a grant of its
    own."""
    tokens = cues.phrases.tokens
    if draft.source is None:
        return draft
    start = tokens.first_at_or_after(draft.source.start)
    stop = tokens.first_at_or_after(draft.source.end)
    for index in range(start + 1, stop):
        if tokens.tags[index] in "wg" and not terms.isdisjoint(tokens.words[index:stop]):
            while index > start + 1 and tokens.tags[index - 1] in ",-":
                index -= 1
            return evolve(draft, source=tokens.span(start, index))
    return draft


def _trimmed(cues: SentenceCues, draft: Draft, following: Sequence[Draft]) -> Draft:
    tokens = cues.phrases.tokens
    last = draft.content[-1]
    first = tokens.first_at_or_after(last.start)
    stop = tokens.first_at_or_after(last.end)
    if last.start < draft.cue.span.start or first >= stop or last.end > tokens.ends[-1]:
        return draft
    stop = min(stop, neighbour_start(tokens, draft, following, first, stop))
    stop = _cut(cues.phrases, draft, first, stop)
    while stop > first + 1 and tokens.tags[stop - 1] in ",;-:C":
        stop -= 1
    return draft.with_content(*draft.content[:-1], Span(last.start, tokens.ends[stop - 1]))


def _cut(phrases: Phrases, draft: Draft, first: int, stop: int) -> int:
    tags = phrases.tokens.tags
    clausal = draft.cue.frame in ("that", "clause", "wh")
    dependent = _is_dependent(phrases, draft)
    source = draft.source
    opening = phrases.tokens.first_at_or_after(source.start) if source is not None else len(tags)
    relative = draft.shape == "asked" or tags[opening : opening + 1] == "w"
    awaited = _awaited_verb(phrases, draft, first, stop) if draft.shape == "noun" else None
    depth = 0
    for index in range(first, stop):
        tag = tags[index]
        if tag == "<":
            depth += 1
        elif tag == ">":
            depth = max(0, depth - 1)
        elif depth == 0 and index > first and (tag in ",-;(C" or tags[index - 1] == ">" or index == awaited):
            place = Place(phrases, index, tags[index - 1] == ">", clausal, dependent, relative, awaited)
            if any(rule(place) for rule in RULES):
                return index
    return stop


def _awaited_verb(phrases: Phrases, draft: Draft, first: int, stop: int) -> int | None:
    """The finite verb that a noun cue is the subject of: the first one behind a phrase, the second one behind a
    clause."""
    start = draft.cue.span.start if draft.source is None else min(draft.cue.span.start, draft.source.start)
    index = phrases.tokens.first_at_or_after(start)
    if index and phrases.tokens.tags[index - 1] not in "D,;:<>H-UC":
        return None
    own = 1 if draft.cue.frame in ("that", "clause", "wh") else 0
    for group in phrases.verbs_between(first, stop):
        before = phrases.tokens.tags[group.start - 1 : group.start]
        if group.form != "finite" or (own == 0 and before in ("w", "H", "C", "R")):
            continue
        if own == 0:
            return group.start
        own -= before not in ("C", "w")
    return None


def _is_dependent(phrases: Phrases, draft: Draft) -> bool:
    """Whether the cue stands in a clause that a main clause must follow: "After X said …,", "Noting that …,"."""
    tokens = phrases.tokens
    start = draft.cue.span.start if draft.source is None else min(draft.cue.span.start, draft.source.start)
    if draft.shape == "participle":
        start = draft.cue.span.start
    index = tokens.first_at_or_after(start)
    opening = index
    while opening > max(0, index - _OPENING) and tokens.tags[opening - 1] not in ",;:-<>.":
        opening -= 1
    if opening > 0:
        return False
    inner = draft.shape in ("participle", "noun", "relative", "infinitive")
    opened = tokens.tags[0] in "gUq" or "U" in tokens.tags[:index] or (tokens.tags[0] == "P" and inner)
    return opened or draft.shape == "asked"
