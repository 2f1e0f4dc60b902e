"""How firmly a source stands behind its words: asserted, believed, foreseen, or kept at a distance by the reporter."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import first_words, needed_words, trie_pattern
from attribution.lexicons.verbs import conjugator
from attribution.lexicons.word_places import Wording
from attribution.model.attribution import Attribution, CueClass, Stance
from attribution.model.document import Document
from attribution.model.span import Span

# An inner cue counts only at the beginning of what is said; further in, a state of mind is mostly someone else's.
_OPENING = 90
# How far a modal may stand from the beginning of the claim it qualifies.
_CLAIM = 160
_LEAD_IN = r"[\s“”\"‘’']{0,4}(?:(?:that|but|and|so|well|look|frankly|honestly)[,\s]{1,4})?"
_BETWEEN = (
    r"(?:\s{1,4}(?:also|still|now|both|all|really|just|personally|had|have|has|would|do|does|did|don['’]t|doesn['’]t|didn['’]t"
    r"|not|never|no longer|\w{2,15}ly)){0,3}"
)
# Where the claim's own clause ends and a condition begins.
_CONDITION = re.compile(r"[,;:—–]?\s(?:if|unless|whether|because|which|who|where|when|that|but)(?!\w)|[.!?]\s|;")
# "could have", "could not": ability or a past possibility, no forecast.
_NO_FORECAST = r"(?!\s{1,4}(?:not|have|no longer)(?!\w))(?!n['’]t)"
_PLURAL_SOURCE = re.compile(
    r"(?:they|we|both|some|several|many|most|two|three|four|five|six|seven|eight|nine|ten|\d+|at least|more than|dozens"
    r"|scores|a (?:dozen|few|number|couple|handful))(?!\w)"
    r"|(?:the\s)?(?:[^\s,]{1,30}\s){0,4}?(?:people|[a-z]{3,20}s)(?:,|$|\s(?:of|in|at|from|with|who|familiar|close|on|inside)(?!\w))",
    re.IGNORECASE,
)
_SINGULAR_SELF = re.compile(r"(?:he|she)(?!\w)", re.IGNORECASE)


@frozen(eq=False)
class _Patterns:
    inner: Wording
    phrases: Wording
    modals: Wording
    uncertain: Wording
    wishes: Wording
    hedges: Wording
    forecasts: frozenset[str]


def stance(document: Document, attribution: Attribution, lexicons: Lexicons) -> Stance:
    """The stance of one attribution (policy 5.1).

    A belief is the cue itself ("analysts expect") or the source's own opening words ("they believe …", "it was their
    hope …", "in my view"); with a modal, or as a bare "may" or "could", it is a forecast. What the source says of
    other people's minds, and what its own side plans, is asserted. A hedge is the reporter's, beside the cue or within
    the content.
    """
    text = document.text
    patterns = _patterns(lexicons)
    if attribution.source is not None and _hedged(text, attribution, patterns):
        return Stance.HEDGED
    content = attribution.content[0] if attribution.content else None
    believing = attribution.cue.cls is CueClass.BELIEF or attribution.cue.lemma in patterns.forecasts
    if content is None:
        return Stance.BELIEF if believing else Stance.ASSERTED
    opening = _own_belief(text, attribution, content, patterns)
    if opening is None and not believing:
        spoken = attribution.cue.cls in (CueClass.SPEECH, CueClass.EVIDENCE)
        foreseen = spoken and _has(patterns.uncertain, text, content.start, content.end)
        return Stance.BELIEF_MODAL if foreseen else Stance.ASSERTED
    claim = opening.end if opening is not None else content.start
    cue = attribution.cue.span
    wished = patterns.wishes.search(text, *((opening.start, opening.end) if opening else (cue.start, cue.end)))
    if attribution.cue.lemma in patterns.forecasts:
        return Stance.BELIEF_MODAL
    modal = patterns.uncertain if wished else patterns.modals
    return Stance.BELIEF_MODAL if _has(modal, text, claim, content.end) else Stance.BELIEF


def _hedged(text: str, attribution: Attribution, patterns: _Patterns) -> bool:
    """Whether the reporter keeps a distance, in the cue's words or early in unquoted content."""
    if attribution.cue.cls is CueClass.HEARSAY:
        return False
    if any(patterns.hedges.search(text, span.start, span.end) for span in attribution.cue.spans):
        return True
    for content in attribution.content:
        found = patterns.hedges.search(text, content.start, content.end)
        if found is not None and not re.search("[“\"]|''", text[content.start : found.start()]):
            return True
    return False


def _own_belief(text: str, attribution: Attribution, content: Span, patterns: _Patterns) -> Span | None:
    """The source's own words of belief at the beginning of the content."""
    end = min(content.end, content.start + _OPENING)
    inner = patterns.inner.match(text, content.start, end)
    if inner is not None and not _someone_else(text, attribution.source, inner["self"]):
        return Span(*inner.span())
    phrase = patterns.phrases.search(text, content.start, end)
    return Span(*phrase.span()) if phrase is not None else None


def _someone_else(text: str, source: Span | None, self_word: str | None) -> bool:
    """Whether the pronoun cannot be the source: "officials said he believes" speaks of another."""
    if source is None or self_word is None or not _SINGULAR_SELF.fullmatch(self_word):
        return False
    return _PLURAL_SOURCE.match(text, source.start, source.end) is not None


def _has(modal: Wording, text: str, start: int, end: int) -> bool:
    """Whether a modal qualifies the claim that begins at `start`: before any condition or relative clause."""
    end = min(end, start + _CLAIM)
    ends = _CONDITION.search(text, start + 1, end) if end > start else None
    return modal.search(text, start, ends.start() if ends else end) is not None


@lru_cache(maxsize=8)
def _patterns(lexicons: Lexicons) -> _Patterns:
    lexicon = lexicons.lexicon("stance")
    conjugate = conjugator(lexicons)
    verbs = sorted({form for verb in lexicon.group("belief-verbs").phrases for form in conjugate(verb).all()})
    believing = verbs, *(lexicon.group(name).phrases for name in ("belief-nouns", "belief-adjectives"))
    nouns, adjectives = map(_trie, believing[1:])
    uncertain = lexicon.group("uncertain-modals").phrases
    selves = _trie(lexicon.group("self").phrases)
    short = r"(?:['’](?:m|re|s|d|ve))?"
    being = r"(?:am|are|is|was|were|been|felt|feel|feels|remain|remains|remained)"
    owner = r"(?:my|our|his|her|their|the\s\w{1,20}['’]s?)"
    inner = (
        rf"{_LEAD_IN}(?:(?P<self>{selves}){short}{_BETWEEN}\s{{1,4}}(?:{_trie(verbs)})(?!\w)"
        rf"|{selves}{short}{_BETWEEN}\s{{0,4}}{being}?{_BETWEEN}\s{{1,4}}(?:{adjectives})(?!\w)"
        rf"|(?:it|this|that)(?:['’]s|\s{{1,4}}(?:is|was|remains|had been))\s{{1,4}}{owner}\s{{1,4}}"
        rf"(?:\w{{2,15}}\s{{1,4}}){{0,2}}(?:{nouns})(?!\w)"
        rf"|{owner}\s{{1,4}}(?:\w{{2,15}}\s{{1,4}}){{0,2}}(?:{nouns})\s{{1,4}}(?:is|was|are|were|remains)(?!\w))"
    )
    return _Patterns(
        inner=Wording.of(inner, re.IGNORECASE, needed=needed_words(chain.from_iterable(believing))),
        phrases=_words(lexicon.group("belief-phrases").phrases),
        modals=_words(lexicon.group("modals").phrases),
        uncertain=Wording.of(
            rf"(?<!\w)(?:{_trie(uncertain)})(?!\w){_NO_FORECAST}",
            first=first_words(uncertain),
            needed=needed_words(uncertain),
        ),
        wishes=_words(lexicon.group("wishes").phrases),
        hedges=_words(lexicon.group("hedges").phrases),
        forecasts=lexicon.phrases("forecast-verbs"),
    )


def _trie(phrases: Iterable[str]) -> str:
    return f"(?:{trie_pattern(sorted(phrases))})"


def _words(phrases: Sequence[str]) -> Wording:
    source = rf"(?<![\w’'])(?:{trie_pattern(sorted(phrases))})(?!\w)"
    return Wording.of(source, re.IGNORECASE, first=first_words(phrases), needed=needed_words(phrases))
