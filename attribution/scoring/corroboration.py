"""Several sources for one claim: when two attributions say the same, and what the second adds (policy section 5.2)."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.score import Operation, Step
from attribution.model.source import Mention, Proximity, Source
from attribution.model.span import Evidence, Span
from attribution.scoring.origins import institution_of, outlet_of
from attribution.scoring.points import follow
from attribution.scoring.table import ScoreTable
from attribution.scoring.wording import stop_words, wording

SAME_CLAIM = 0.5
"""Jaccard similarity of the stemmed content words from which on two claims count as one."""

_MEMORY = 20
"""How many claims, and voices of each, one is compared with: no prose holds more, and cost stays linear."""

CONTESTED = "corroboration.contested"

_STEM_PREFIX = 2
"""Snowball changes endings only: words with one stem share at least their first two letters ("skies", "sky")."""

_NUMBER = "#"

_OPENING = 40
"""How far into a content "the same" may stand to be about the claim before: "he'd had the same notice"."""

_WORD = re.compile(r"\d[\d.,]{0,20}|[^\W\d_]{2,40}")


@frozen
class Voice:
    """One scored attribution that may stand behind a claim with others."""

    attribution: Attribution
    mention: Mention
    source: Source | None
    steps: tuple[Step, ...]

    @property
    def points(self) -> float:
        """Its strength on its own, 0-100."""
        return self.steps[-1].result


@frozen
class ClaimGroup:
    """The voices behind one claim, in order of position, and evidence that another one disputes it."""

    voices: tuple[Voice, ...]
    contested: tuple[Evidence, ...] = ()


def same_claims(voices: Sequence[Voice], text: str, lexicons: Lexicons) -> tuple[ClaimGroup, ...]:
    """The voices of one paragraph grouped by claim, each group where its first voice stands.

    An attribution joins an earlier one of another source when its cue says so ("confirmed", "echoed"), when its
    words do ("the same"), or when their content words are much alike.
    """
    groups: list[list[Voice]] = []
    words = {voice.attribution.index: content_words(voice.attribution, text, lexicons) for voice in voices}
    contested: dict[int, list[Evidence]] = {}
    for voice in voices:
        lemma = voice.attribution.cue.lemma
        if groups and lemma in lexicons.lexicon("corroboration").phrases("contradicting"):
            contested.setdefault(len(groups) - 1, []).append(Evidence(CONTESTED, voice.attribution.cue.span, lemma))
        place = _alike_group(voice, groups, words)
        if _joins_last(voice, groups, text, lexicons):
            groups[-1].append(voice)
        elif place is None:
            groups.append([voice])
        else:
            groups[place].append(voice)
    return tuple(ClaimGroup(tuple(group), tuple(contested.get(index, ()))) for index, group in enumerate(groups))


def corroborated(group: ClaimGroup, table: ScoreTable, text: str) -> tuple[Voice, tuple[Step, ...]]:
    """The strongest voice of a claim and its steps, followed by what each other voice adds and by the caps that bind.

    A cap never takes points from the strongest voice: another source for a claim cannot weaken it.
    """
    strongest, *others = sorted(group.voices, key=lambda voice: -voice.points)[:_MEMORY]
    steps = strongest.steps
    heard = [strongest]
    for voice in others:
        independence = min(_independence(voice, other, table, text) for other in heard)
        heard.append(voice)
        if independence > 0:
            value = voice.points * independence
            steps = follow(steps, "corroboration", Operation.CORROBORATE, value, voice.mention.span)
    if len(steps) > len(strongest.steps):
        for name, cap in _caps(heard, table):
            if steps[-1].result > cap:
                steps = follow(steps, name, Operation.CAP, max(cap, strongest.points), None)
    return strongest, steps


def confirms(attribution: Attribution, text: str, lexicons: Lexicons) -> bool:
    """Whether an attribution says that its source bears out what another one has just said: "confirmed", "the same"."""
    if attribution.cue.negated:
        return False
    if attribution.cue.lemma in lexicons.lexicon("corroboration").phrases("confirming"):
        return True
    same = wording(lexicons, "corroboration", "same-claim")
    return any(same.search(text, span.start, min(span.end, span.start + _OPENING)) for span in attribution.content)


def content_words(attribution: Attribution, text: str, lexicons: Lexicons) -> frozenset[str]:
    """The words that carry an attribution's claim, lower case; every number counts as the same word."""
    return claim_words(attribution.content, text, lexicons)


def claim_words(spans: Iterable[Span], text: str, lexicons: Lexicons) -> frozenset[str]:
    """The words of a claim that stands at `spans`, without stop words, lower case; every number is the same word."""
    stop = stop_words(lexicons)
    words = {word.lower() for span in spans for word in _WORD.findall(text, span.start, span.end)} - stop
    return frozenset(_NUMBER if word[0].isdigit() else word for word in words)


def same_content(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of content words are so alike, by their stems, that they make one claim.

    >>> same_content(frozenset(["bridge", "closed", "monday"]), frozenset(["bridge", "closes", "monday", "#"]))
    True
    """
    if not _may_be_alike(mine, theirs):
        return False
    ours, others = stems(mine), stems(theirs)
    return len(ours & others) >= SAME_CLAIM * len(ours | others)


def stems(words: Iterable[str]) -> frozenset[str]:
    """What is left of words without their endings."""
    return frozenset(map(_stemmer(), words))


def _joins_last(voice: Voice, groups: Sequence[Sequence[Voice]], text: str, lexicons: Lexicons) -> bool:
    """Whether the voice says that it bears out the claim before it, which another source made."""
    return (
        bool(groups)
        and confirms(voice.attribution, text, lexicons)
        and any(_other_source(voice, known) for known in groups[-1][:_MEMORY])
    )


def _alike_group(voice: Voice, groups: Sequence[Sequence[Voice]], words: Mapping[int, frozenset[str]]) -> int | None:
    """The last group in which another source says much the same."""
    mine = words[voice.attribution.index]
    for index in range(len(groups) - 1, max(-1, len(groups) - 1 - _MEMORY), -1):
        others = (known for known in groups[index][:_MEMORY] if _other_source(voice, known))
        if any(same_content(mine, words[known.attribution.index]) for known in others):
            return index
    return None


def _other_source(voice: Voice, known: Voice) -> bool:
    mine, theirs = voice.mention.source, known.mention.source
    return voice.mention.span is not None and known.mention.span is not None and (mine is None or mine != theirs)


def _may_be_alike(mine: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether the stems could agree far enough, judged by first letters: it spares most articles the import of NLTK."""
    ours, others = (Counter(word[:_STEM_PREFIX] for word in words) for words in (mine, theirs))
    shared = sum((ours & others).values())
    return shared > 0 and shared >= SAME_CLAIM * len(ours | others)


@cache
def _stemmer() -> Callable[[str], str]:
    from nltk.stem.snowball import SnowballStemmer

    stem: Callable[[str], str] = SnowballStemmer("english").stem
    return stem


def _independence(voice: Voice, other: Voice, table: ScoreTable, text: str) -> float:
    """How much of its strength a voice keeps beside another one."""
    if not _other_source(voice, other):
        return table.independence["same_source"]
    outlet = outlet_of(voice.mention)
    if outlet is not None and outlet == outlet_of(other.mention):
        return table.independence["same_outlet"]
    body = institution_of(voice.source, text)
    if body is not None and body == institution_of(other.source, text):
        return table.independence["same_institution"]
    return table.independence["independent"]


def _caps(voices: Sequence[Voice], table: ScoreTable) -> tuple[tuple[str, float], ...]:
    caps: Mapping[str, bool] = {
        "unnamed": all(table.unnamed(voice.mention.status) for voice in voices),
        "one_outlet": len({voice.mention.relay_chain[:1] for voice in voices}) == 1
        and all(voice.mention.proximity in (Proximity.SECOND_HAND, Proximity.THIRD_HAND) for voice in voices)
        and bool(voices[0].mention.relay_chain),
    }
    return tuple((f"{name}_cap", table.caps[name]) for name, binds in caps.items() if binds)
