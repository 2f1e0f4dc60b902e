"""Where a content that stands on the right of its cue ends: ordered lists of cuts.

A content is taken up to the end of its sentence first. Each rule looks at one place where it may end earlier, and says
so from what stands on both sides. The first place that any rule cuts is the end. The rules below hold for every
content; what holds for clauses or for phrases alone has a module of its own.
"""

import re
from collections.abc import Sequence

from attrs import evolve

from attribution.cues.finding import SentenceCues
from attribution.extraction.contents.clause_cuts import CLAUSE_CUTS
from attribution.extraction.contents.neighbours import neighbour_start
from attribution.extraction.contents.phrase_cuts import PHRASE_CUTS
from attribution.extraction.contents.places import SUBJECT, Bearings, Place, Rule, before_naming, is_clausal
from attribution.extraction.drafts import Draft
from attribution.model.attribution import CueClass
from attribution.model.document import Tokens
from attribution.model.span import Span
from attribution.text.phrases import Phrases

_MAIN_CLAUSE = re.compile(rf",(?:P[DS#]?[nZ#Y]{{1,3}}(?:DY)?,?)?A{{0,2}},?{SUBJECT}A{{0,2}}[BVKXsedb]")
_PREDICATE = re.compile(r",A{0,2}[BVKXsed]")
_JOINED_VERB = re.compile(r",?CA{0,2}[es]")
_DASHED_CLAUSE = re.compile(r"-RA{0,2}[BVKXsed]")


def after_dependent_clause(place: Place) -> bool:
    """ "Years after she claimed that the vote was rigged, | the court ruled …" """
    return place.bearings.dependent and place.looking_at(_MAIN_CLAUSE)


def after_relative_clause(place: Place) -> bool:
    """ "The governor, who opposes abortion, | vetoed the bill", "Like owners who foresee a loss, | he said …" """
    if not place.bearings.relative:
        return False
    return place.looking_at(_PREDICATE) or (not is_clausal(place.bearings.cue) and place.looking_at(_MAIN_CLAUSE))


def before_predicate(place: Place) -> bool:
    """ "Her warning that the ice was thin | went unheard": the noun is a subject, and its verb comes next."""
    return place.bearings.awaited is not None and place.index == place.bearings.awaited


def before_aside(place: Place) -> bool:
    """ "… that he would run | (he later withdrew)", "… that he would run | - he later withdrew" """
    if place.tag() == "(":
        return place.tag(1) in ("R", "D", "S")
    return place.looking_at(_DASHED_CLAUSE)


def before_semicolon(place: Place) -> bool:
    """ "… that the talks had failed; | a spokesman denied it" """
    return place.tag() == ";"


_EVERYWHERE: tuple[Rule, ...] = (
    after_dependent_clause,
    after_relative_clause,
    before_predicate,
    before_aside,
    before_semicolon,
    before_naming,
)
_IN_CLAUSES = (*_EVERYWHERE, *CLAUSE_CUTS)
_IN_PHRASES = (*_EVERYWHERE, *PHRASE_CUTS)

# How many of the following drafts are asked whether they share the source: more than a few verbs are never coordinated.
_NEXT = 4
_COUNTING_ON = frozenset({"and", "compared", "followed", "versus", "while", "with"})
# How far behind a comma the figure stands that goes on with a count, in tokens.
_NEAR = 9
# How many tokens the opening of a sentence may have before a cue that belongs to it.
_OPENING = 60


def trim(cues: SentenceCues, drafts: Sequence[Draft], occasions: frozenset[str]) -> list[Draft]:
    """The drafts of one sentence with their open contents cut where the first rule says so.

    `occasions` are the nouns for what people speak at: "rally", "interview".
    """
    drafts = sorted(drafts, key=lambda draft: draft.cue.span.start)
    trimmed = [
        _trimmed(cues, draft, drafts[index + 1 : index + 1 + _NEXT], occasions)
        if draft.open_right and draft.content
        else draft
        for index, draft in enumerate(drafts)
    ]
    return _within_outer(trimmed)


def _within_outer(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, none reaching beyond the content its cue stands in: "denied [the notion that a strike is near], |
    adding that …"."""
    found: list[Draft] = []
    outer: list[Span] = []
    for draft in drafts:
        while outer and outer[-1].end < draft.cue.span.end:
            outer.pop()
        last = draft.content[-1] if draft.content else None
        if last is not None and draft.open_right and outer and last.start < outer[-1].end < last.end:
            last = Span(last.start, outer[-1].end)
            draft = draft.with_content(*draft.content[:-1], last)
        if last is not None and last.start >= draft.cue.span.end:
            outer.append(last)
        found.append(draft)
    return found


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


def _trimmed(cues: SentenceCues, draft: Draft, following: Sequence[Draft], occasions: frozenset[str]) -> Draft:
    tokens = cues.phrases.tokens
    last = draft.content[-1]
    first = tokens.first_at_or_after(last.start)
    stop = tokens.first_at_or_after(last.end)
    if last.start < draft.cue.span.start or first >= stop or last.end > tokens.ends[-1]:
        return draft
    stop = min(_bracket_end(tokens.tags, first, stop), neighbour_start(tokens, draft, following, first, stop))
    later = max((tokens.first_at_or_after(other.cue.span.start) for other in following), default=-1)
    awaited = _awaited_verb(cues.phrases, draft, first, stop) if draft.shape == "noun" else None
    if draft.shape == "noun" and awaited is None and not is_clausal(draft.cue):
        stop = _before_outer_verb(cues.phrases, draft, first, stop)
    dependent, relative = _is_dependent(cues.phrases, draft), _is_relative(tokens, draft)
    stop = _cut(cues.phrases, Bearings(draft.cue, dependent, relative, awaited, later, occasions), first, stop)
    while stop > first + 1 and tokens.tags[stop - 1] in ",;-:C":
        stop -= 1
    return draft.with_content(*draft.content[:-1], Span(last.start, tokens.ends[stop - 1]))


def _bracket_end(tags: str, first: int, stop: int) -> int:
    """Where a bracket closes that opened before the content: "(She says the mill was sold | .)"; `stop` where none
    does."""
    depth = 0
    for index in range(first, stop):
        depth += (tags[index] == "(") - (tags[index] == ")")
        if depth < 0 and index > first:
            return index - (tags[index - 1] == "." and index > first + 1)
    return stop


def _cut(phrases: Phrases, bearings: Bearings, first: int, stop: int) -> int:
    """The first place in `[first, stop)` at which a rule ends the content, outside quotations; `stop` without one."""
    tags = phrases.tokens.tags
    rules, marks = (_IN_CLAUSES, ",-;(C") if is_clausal(bearings.cue) else (_IN_PHRASES, ",-;(CU")
    if bearings.cue.cls is CueClass.ATTITUDE:
        marks += "P"
    depth = 0
    for index in range(first, stop):
        tag = tags[index]
        if tag == "<":
            depth += 1
        elif tag == ">":
            depth = max(0, depth - 1)
        elif depth == 0 and index > first and (tag in marks or tags[index - 1] == ">" or index == bearings.awaited):
            place = Place(phrases, bearings, index)
            if any(rule(place) for rule in rules) and not _counts_on(place):
                return index
    return stop


def _counts_on(place: Place) -> bool:
    """Whether a poll or a count goes on: "found that 28 percent would stay, | while 15 percent would go"."""
    cue = place.bearings.cue
    if cue.cls is not CueClass.EVIDENCE or cue.lemma == "say":
        return False  # "47 percent said they would stay; 12 percent disagreed": each group speaks for itself
    goes_on = place.tag() == ";" or (place.tag() == "," and place.word(1) in _COUNTING_ON)
    return goes_on and "#" in place.tags[place.index + 1 : place.index + _NEAR]


def _awaited_verb(phrases: Phrases, draft: Draft, first: int, stop: int) -> int | None:
    """The finite verb that a noun cue is the subject of: the first one behind a phrase, the second one behind a
    clause."""
    start = draft.cue.span.start if draft.source is None else min(draft.cue.span.start, draft.source.start)
    index = phrases.tokens.first_at_or_after(start)
    if index and phrases.tokens.tags[index - 1] not in "D,;:<>H-UC":
        return None
    if phrases.tokens.tags[phrases.tokens.first_at_or_after(draft.cue.span.start)] in "BVKXsebdgp":
        return None  # "issued a statement saying the dam was safe": the noun is an object
    own = 1 if is_clausal(draft.cue) else 0
    for group in phrases.verbs_between(first, stop):
        before = phrases.tokens.tags[group.start - 1 : group.start]
        # "to regret the crimes committed.", but "the promise to lower tolls was kept."
        lone = group.start == group.head and not group.passive
        ends = lone and phrases.tokens.tags[group.stop : group.stop + 1] in ("", ".")
        if group.form != "finite" or ends or (own == 0 and before in ("w", "H", "C", "R")):
            continue
        if own == 0:
            return group.start
        own -= before not in ("C", "w")
    return None


def _before_outer_verb(phrases: Phrases, draft: Draft, first: int, stop: int) -> int:
    """Where the verb is joined whose object the noun is part of: "praised the views on water | and said …"."""
    start = phrases.tokens.first_at_or_after(draft.start)
    joined = _JOINED_VERB.search(phrases.tokens.tags, first + 1, stop)
    return joined.start() if joined and phrases.finite_between(max(0, start - _OPENING), start) else stop


def _is_relative(tokens: Tokens, draft: Draft) -> bool:
    """Whether the cue stands in a clause inside another one: its source is "who", it was asked in passing, or it is the
    participle of an aside: "Lee, [after saying he would stay], left"."""
    if draft.shape == "asked" or draft.source is None:
        return draft.shape == "asked"
    opening = tokens.first_at_or_after(draft.source.start)
    if draft.shape == "participle" and draft.source.end < draft.cue.span.start and tokens.tags[opening] != "w":
        return tokens.tags[tokens.first_at_or_after(draft.source.end)] == ","
    return tokens.tags[opening : opening + 1] == "w"


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
