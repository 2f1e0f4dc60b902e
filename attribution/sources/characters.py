"""Why a source is heard: the clauses and sentences that tell its experience, knowledge or stake (policy section 9)."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.matching import trie_pattern
from attribution.model.attribution import Attribution
from attribution.model.document import Document
from attribution.model.span import Span
from attribution.sources.phrases import Phrase
from attribution.sources.reading import Reading
from attribution.sources.register import Entity
from attribution.sources.vocabulary import Vocabulary

_MOST_NAMES = 12  # names of one person that are looked at
_RELATIVES = frozenset(["who", "whose", "which"])
_TELLING = _RELATIVES | frozenset(
    ["with", "involved", "briefed", "familiar", "close", "reached", "present", "travelling", "traveling"]
)
_MOST_SPANS = 6  # a description is a summary
_OPENING = 4  # code points before a name that still opens its sentence: a quotation mark, "Ms."
_AGE = r"(?:,\s(?:aged\s)?\d{1,3})?"
_RELATIVE = re.compile(
    rf"{_AGE},?\s(?P<clause>(?:who|whose|which)\s[^,.;:()\"“”\n—–]{{2,160}}(?:,\s(?:and|but|including|where)\s[^,.;:()\"“”\n—–]{{2,100}})?)"
)
_APPOSITION = re.compile(r",\s[^,.;:()\"“”\n—–]{3,120}?(?=,?\swho(?:se)?\s)")
_TOLD = re.compile(
    r"who(?:se)?\s(?:\w+ly\s|also\s|has\s|have\s|had\s|then\s)?(?:said|says|told|added|wrote|spoke|asked|declined|requested|insisted|warned|argued|noted)\b"
)
_TERMS = re.compile(
    r"\b(?:anonym\w+|(?:not|cannot|n['’]t|without|to)\s(?:be\s)?(?:named|identified|quoted)|authori[sz]ed|by\sname|first\sname)\b",
    re.I,
)


@frozen(eq=False)
class Covered:
    """Stretches of attributions, in order: what stands in them tells what somebody says, not who somebody is."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def touches(self, span: Span) -> bool:
        """Whether an attribution reaches into `span`."""
        index = bisect_left(self.starts, span.end)
        return any(self.ends[i] > span.start for i in range(max(0, index - 6), index))


def covered_by(spans: Iterable[Span]) -> Covered:
    """The stretches of these cues and contents."""
    ordered = sorted((span.start, span.end) for span in spans)
    return Covered(tuple(start for start, _ in ordered), tuple(end for _, end in ordered))


@frozen(eq=False)
class Characters:
    """Finds what an article says of its sources besides their words."""

    text: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    covered: Covered
    words: Vocabulary

    def of(self, readings: Sequence[Reading], entity: Entity | None) -> tuple[Span, ...]:
        """The clauses and sentences that say why this source is heard, in order, wherever they stand.

        Terms of anonymity and their reasons are left out: they have fields of their own.
        """
        found: list[Span] = []
        if entity is not None and not readings[0].spoken_for:
            for name in entity.names[:_MOST_NAMES]:
                found.extend(_clauses(self.text, name.span.end))
            told = (found_role for _, found_role in entity.roles if found_role.clause)
            found.extend(found_role.role for found_role in told if found_role.role is not None)
            found.extend(self._sentences(entity))
        else:
            for reading in readings[:_MOST_NAMES]:
                if reading.phrase is not None and reading.span is not None and not reading.pronoun:
                    found.extend(_tail(self.text, reading.phrase, self.words))
                    found.extend(_clauses(self.text, reading.span.end))
        return _apart(found)[:_MOST_SPANS]

    def _sentences(self, entity: Entity) -> Iterator[Span]:
        """Whole sentences about a person that nobody says: "Dlamini chaired the authority until October"."""
        for name in entity.names[:_MOST_NAMES]:
            index = bisect_left(self.starts, name.span.start + 1) - 1
            if index < 0:
                continue
            sentence = self.sentences[index]
            opens = name.span.start - sentence.start <= _OPENING
            if not opens and not _apposed_at_start(self.text, sentence.start, name.span.start):
                continue
            if _life(self.words).match(self.text, name.span.end) and not self.covered.touches(sentence):
                yield Span(sentence.start, _stripped_end(self.text, sentence))


def characters_of(document: Document, attributions: Iterable[Attribution], words: Vocabulary) -> Characters:
    """The finder for one article; what its audited attributions cover is what somebody says."""
    audited = (attribution for attribution in attributions if attribution.audited)
    covered = covered_by(span for each in audited for span in (*each.cue.spans, *each.content))
    sentences = tuple(sentence.span for sentence in document.sentences)
    return Characters(document.text, sentences, tuple(span.start for span in sentences), covered, words)


def _clauses(text: str, end: int) -> Iterator[Span]:
    """The relative clause behind a name or a description, within it or right behind an apposition."""
    start = end
    for _ in range(2):
        match = _RELATIVE.match(text, start, min(len(text), start + 300))
        if match is not None:
            span = Span(*match.span("clause"))
            if not _TOLD.match(text, span.start) and not _TERMS.search(text, span.start, span.end):
                yield span
            return
        apposition = _APPOSITION.match(text, start, min(len(text), start + 140))
        if apposition is None:
            return
        start = apposition.end()


def _tail(text: str, phrase: Phrase, words: Vocabulary) -> Iterator[Span]:
    """What stands behind the head of an unnamed source: how it knows, what it has at stake."""
    if phrase.after >= len(phrase.words) or phrase.quantifier:
        return
    first = next((at for at in range(phrase.after, len(phrase.words)) if phrase.words[at][2] not in (",", ";")), None)
    if first is None:
        return
    word = phrase.words[first][2]
    if word not in _TELLING and word not in words.after_nouns:
        # "an executive at a rival lender, whose firm lost": what tells its stake comes behind the place
        first = next((at for at in range(first, len(phrase.words)) if phrase.words[at][2] in _RELATIVES), None)
    if first is None:
        return
    start = phrase.words[first][0]
    end = _before_terms(text, start, phrase.words[-1][1])
    if end is not None and not _TOLD.match(text, start):
        yield Span(start, end)


def _before_terms(text: str, start: int, end: int) -> int | None:
    """Where what is told of a source ends before a clause with its terms; `None` when terms are all there is."""
    terms = _TERMS.search(text, start, end)
    if terms is None:
        return end
    comma = text.rfind(", ", start, terms.start())
    return comma if comma > start else None


@lru_cache(maxsize=8)
def _life(words: Vocabulary) -> re.Pattern[str]:
    """What follows the name in a sentence about somebody: an office held, a past, a stake."""
    return re.compile(
        r"(?:\s\([^)]{1,30}\)|,\s(?:aged\s)?\d{1,3},)?\s"
        r"(?:(?:has|had|have|is|was|were|also|once|then|now|previously|currently|since|long|been)\s){0,3}"
        rf"(?:(?:an?|the|one\sof|in|on|at|among)\s|{trie_pattern(sorted(words.life_words))}(?!\w))"
    )


def _apposed_at_start(text: str, start: int, name: int) -> bool:
    """Whether only an apposition stands before the name: "A former pupil barrister, Achterberg was …"."""
    opening = text[start:name]
    return opening.endswith(", ") and opening.count(",") == 1 and len(opening) < 80


def _stripped_end(text: str, span: Span) -> int:
    end = span.end
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return end


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those inside a longer one left out."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
