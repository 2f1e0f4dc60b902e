"""Prepositions at the head of a sentence that name whose claim follows: "In a new poll, …", "Under the law, …", "To her
critics, …"; and polls that stand behind their figures: "He fell to 10 percent in the latest poll"."""

import re
from functools import lru_cache

from attribution.cues.finding import SentenceCues
from attribution.extraction.contents.left_contents import clause_start
from attribution.extraction.contents.resumed import words_end
from attribution.extraction.drafts import Draft, Scene
from attribution.extraction.speakers.following import inverted_source_stop
from attribution.lexicons.inflection import plural
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Cue, CueClass
from attribution.model.span import Span

_OPENING = re.compile(r"C?,?[PT]")
# "To Lind, …", "To the Norwegians, …", "To them, …"; a person speaks for herself in "To me, …".
_NAMED = re.compile(r"D?n{0,3}Z{1,4}")
# "In a poll, [however, half …]", "In a poll, [conducted in May, half …]"
_ASIDE = re.compile(r"(?:A|[depg][^,.;:<>]{1,12}),(?=[^C])")
_ALONE = (("them",), ("him",), ("her",), ("many",), ("some",), ("others",))
# How many tokens may stand between the noun and the comma: "In a poll [taken for the county in March], …"
_FAR = 14
_GROUPS = {
    "in": ("surveys", CueClass.EVIDENCE),
    "under": ("rules", CueClass.DECREE),
    "to": ("holders", CueClass.BELIEF),
}


def leading(scene: Scene, cues: SentenceCues, lexicons: Lexicons) -> Draft | None:
    """The draft of a sentence that opens with such a preposition, its source, and a comma."""
    tokens = cues.phrases.tokens
    match = _OPENING.match(tokens.tags)
    position = match.end() - 1 if match else 0
    if match is None or tokens.words[position] not in _GROUPS:
        return None
    group, cls = _GROUPS[tokens.words[position]]
    core = cues.phrases.core_noun(position + 1)
    if not _names(cues, position + 1, core, group, lexicons):
        return None
    start = position + 1
    comma = tokens.tags.find(",", core or start + 1, (core or start) + _FAR)
    if comma < 0 or not cues.phrases.finite_between(comma, len(tokens)):
        return None
    stop = min(inverted_source_stop(cues, start, leading=True), comma)
    if tokens.tags[stop : stop + 1] == "," and tokens.tags[stop + 1 : stop + 2] == "w":
        return None
    aside = _ASIDE.match(tokens.tags, comma + 1)
    content = _to_the_end(cues, aside.end() if aside else comma + 1)
    if content is None:
        return None
    return _draft(cues, position, stop, content, cls, group)


def surveyed(scene: Scene, cues: SentenceCues, lexicons: Lexicons) -> Draft | None:
    """The draft of a figure and the poll behind it: "[Lind fell to 10 percent] in [the latest poll]"."""
    tokens = cues.phrases.tokens
    words, tags = tokens.words, tokens.tags
    polls = _forms(lexicons, "surveys")
    if "#" not in tags or polls.isdisjoint(words):
        return None
    for position in range(2, len(words) - 1):
        core = cues.phrases.core_noun(position + 1) if words[position] == "in" else None
        if core is None or words[core - 1] not in ("poll", "survey"):
            continue
        start = clause_start(tags, max(tags.rfind(mark, 0, position) for mark in ",;:-<>H") + 1, position)
        if "#" not in tags[start:position] or not cues.phrases.finite_between(start, position):
            return None
        if tags[core : core + 1] and tags[core] in "bBVKXse":
            return None  # "20 percent of those in the poll said": the people asked say it
        stop = inverted_source_stop(cues, position + 1)
        return _draft(cues, position, stop, tokens.span(start, position), CueClass.EVIDENCE, "surveys")
    return None


def _draft(cues: SentenceCues, position: int, stop: int, content: Span, cls: CueClass, group: str) -> Draft:
    tokens = cues.phrases.tokens
    cue = Cue(
        spans=(tokens.span(position, position + 1),),
        lemma=tokens.words[position],
        cls=cls,
        frame="noun",
        entry=f"leading/{group}",
    )
    source = tokens.span(position + 1, stop)
    opens = content.start > source.start
    shape = "according_first" if opens else "according"
    return Draft(cues.sentence.index, cue, source, (content,), shape)


def _names(cues: SentenceCues, start: int, core: int | None, group: str, lexicons: Lexicons) -> bool:
    """Whether what follows the preposition is such a source: the head of its noun phrase, or a person's name."""
    tokens = cues.phrases.tokens
    if group == "holders" and tokens.words[start : core or start + 1] in _ALONE:
        return True
    if core is None:
        return False
    if group == "holders" and _NAMED.fullmatch(tokens.tags, start, core) is not None:
        return True
    head = tokens.words[core - 1]
    return head in _forms(lexicons, group)


@lru_cache(maxsize=16)
def _forms(lexicons: Lexicons, group: str) -> frozenset[str]:
    nouns = lexicons.lexicon("leading").phrases(group)
    return nouns | {plural(noun) for noun in nouns}


def _to_the_end(cues: SentenceCues, position: int) -> Span | None:
    tokens = cues.phrases.tokens
    stop = words_end(tokens.tags, position)
    return tokens.span(position, stop) if stop > position else None
