"""Noun phrases and verb groups: regular expressions over a sentence's tag string.

Positions are token indices, half-open. Every repeat is bounded, so that matching stays linear in the sentence.
"""

import re
from bisect import bisect_right

from attrs import frozen

from attribution.model.document import Tokens

_NOUN = r"[nZ#Y]{1,13}"
NOUN_PHRASE = (
    r"(?:[RM](?![nZ])"
    rf"|(?:D[DS#A]{{0,4}}|S[#A]{{0,3}}|#A?)?(?:A(?=[nZ])|(?<![nZRM#)>])d(?=[nZ]))?{_NOUN}(?:'(?:A(?=n))?{_NOUN}){{0,4}}"
    r"|D[D#]{0,2}|S(?=[,.<]))"
)
"""One noun phrase without anything attached: "the two former Pentagon officials", "Clinton's campaign", "he"."""

_CORE = re.compile(NOUN_PHRASE)
_WHOLE = re.compile(rf"{NOUN_PHRASE}(?:(?:[OPT]|P[OP]|C|(?:,{NOUN_PHRASE}){{1,4}},?C){NOUN_PHRASE}){{0,8}}")
_OF = re.compile(rf"{NOUN_PHRASE}(?:(?:O|C){NOUN_PHRASE}){{0,8}}")
_VERBS = re.compile(
    r"[AN]{0,2}(?P<auxiliaries>(?:[BVKX][NA]{0,3}){0,5})(?P<infinitive>T[NA]{0,2}B?[NA]{0,2})?(?P<head>[bsepgd])|[BVKX](?:[NA]{0,2}[BVKX]){0,3}[NA]{0,2}"
)


_NOBODY = frozenset({"it", "that", "this", "what"})


@frozen(eq=False)
class VerbGroup:
    """Auxiliaries, negation, adverbs and the verb they belong to: "has not yet said".

    `head` is the index of the main verb; `form` is "finite", "infinitive", "gerund" or "participle".
    """

    start: int
    head: int
    stop: int
    form: str
    passive: bool = False
    negated: bool = False
    bare: bool = False


@frozen(eq=False)
class Phrases:
    """The noun phrases and verb groups of one sentence, in order."""

    tokens: Tokens
    nouns: tuple[tuple[int, int], ...]
    verbs: tuple[VerbGroup, ...]
    _noun_stops: dict[int, int]
    _verb_starts: tuple[int, ...]
    _finite_starts: tuple[int, ...]

    def noun_ending(self, stop: int) -> int | None:
        """Where the noun phrase that ends before token `stop` starts, if one does."""
        start = self._noun_stops.get(stop)
        if start is None and stop and self.tokens.tags[stop : stop + 1] == "Y":
            start = self.noun_holding(stop)  # "the board [recently] said"
        return start if start != stop else None

    def noun_holding(self, position: int) -> int | None:
        """Where the noun phrase starts that holds token `position`, if one does."""
        index = bisect_right(self.nouns, (position, len(self.tokens) + 1)) - 1
        return self.nouns[index][0] if index >= 0 and self.nouns[index][1] > position else None

    def whole_noun(self, start: int) -> int | None:
        """Where the noun phrase at `start` ends, with what of-phrases and the like attach to it, if there is one."""
        match = _WHOLE.match(self.tokens.tags, start)
        return match.end() if match else None

    def of_noun(self, start: int) -> int | None:
        """Where the noun phrase at `start` ends, with of-phrases and what is coordinated with it, if there is one."""
        match = _OF.match(self.tokens.tags, start)
        return match.end() if match else None

    def core_noun(self, start: int) -> int | None:
        """Where the noun phrase at `start` ends, without attachments, if there is one."""
        match = _CORE.match(self.tokens.tags, start)
        return match.end() if match else None

    def verbs_between(self, start: int, stop: int) -> tuple[VerbGroup, ...]:
        """The verb groups that start in `[start, stop)`."""
        low = bisect_right(self._verb_starts, start - 1)
        high = bisect_right(self._verb_starts, stop - 1)
        return self.verbs[low:high]

    def finite_between(self, start: int, stop: int) -> bool:
        """Whether a finite verb starts in `[start, stop)`."""
        index = bisect_right(self._finite_starts, start - 1)
        return index < len(self._finite_starts) and self._finite_starts[index] < stop


def noun_phrase_at(tokens: Tokens, start: int) -> int | None:
    """Where the noun phrase at token `start` ends, without attachments, if there is one."""
    match = _CORE.match(tokens.tags, start)
    return match.end() if match else None


def find_phrases(tokens: Tokens) -> Phrases:
    """The noun phrases and verb groups of a sentence."""
    tags = tokens.tags
    nouns = tuple(match.span() for match in _CORE.finditer(tags))
    verbs = tuple(_verb_group(tokens, match) for match in _VERBS.finditer(tags))
    return Phrases(
        tokens=tokens,
        nouns=nouns,
        verbs=verbs,
        noun_stops={stop: start for start, stop in nouns},
        verb_starts=tuple(group.start for group in verbs),
        finite_starts=tuple(group.start for group in verbs if group.form == "finite"),
    )


def _verb_group(tokens: Tokens, match: "re.Match[str]") -> VerbGroup:
    start, stop = match.span()
    if match.group("head") is None:
        last = start + max(map(match.group().rfind, "BVKX"))
        return VerbGroup(start, last, stop, "finite", negated="N" in match.group(), bare=True)
    head = stop - 1
    letter = match.group("head")
    auxiliaries = match.group("auxiliaries")
    infinitive = match.group("infinitive")
    before = tokens.tags[start - 1] if start else ""
    being = auxiliaries.rstrip("NA").endswith("B") or "B" in (infinitive or "")
    passive = letter in "epd" and being and not _has_said(tokens, head)
    if auxiliaries and tokens.words[match.start("auxiliaries")] in ("having", "being"):
        form = "participle"
    elif auxiliaries:
        form = "finite" if before != "T" else "infinitive"
    elif infinitive or before == "T":
        form = "infinitive"
    elif letter in "sebd":
        form = "finite"
    else:
        form = "gerund" if letter == "g" else "participle"
    return VerbGroup(start, head, stop, form, passive, "N" in match.group())


def _has_said(tokens: Tokens, head: int) -> bool:
    """Whether "'s" before a verb stands for "has": "he's said he would go", "she's argued that", but "he's said to be
    ill", "it's argued that"."""
    if tokens.words[head - 1] != "'s":
        return False
    behind = tokens.tags[head + 1 : head + 2]
    return behind != "T" if tokens.words[head] == "said" else behind == "H" and tokens.words[head - 2] not in _NOBODY
