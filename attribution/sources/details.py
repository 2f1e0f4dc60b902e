"""What the text says of a source that helps a reader to weigh it (policy section 3.3)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import first_words, needed_words, trie_pattern
from attribution.lexicons.word_places import Wording
from attribution.model.name import NameKind
from attribution.model.source import Detail, SourceStatus, in_order
from attribution.model.span import Span
from attribution.sources.counting import Count
from attribution.sources.phrases import Phrase
from attribution.sources.register import Register
from attribution.sources.vocabulary import Vocabulary, vocabulary

_PEOPLE = frozenset(
    {
        SourceStatus.ROLE_UNNAMED,
        SourceStatus.VAGUE_UNNAMED,
        SourceStatus.COLLECTIVE,
        SourceStatus.COLLECTIVE_VAGUE,
    }
)
_FOLLOWS = 90  # code points behind a source in which a relative clause may tell what it knows
_RELATIVE = re.compile(
    r",?\s(?:who|which)\s[^,.;:“”\"]{1,90}|,\s(?:briefed|familiar|close|citing|involved)[^,.;:“”\"]{1,80}"
)


def details_of(
    text: str, phrase: Phrase, status: SourceStatus, count: Count | None, register: Register, lexicons: Lexicons
) -> tuple[Detail, ...]:
    """The details that the words of a source tell, in the order of `Detail`.

    Only people and groups without a name get them: a named source is told by its role.
    """
    return in_order(_details(text, phrase, status, count, register, lexicons)) if status in _PEOPLE else ()


def _details(
    text: str, phrase: Phrase, status: SourceStatus, count: Count | None, register: Register, lexicons: Lexicons
) -> Iterator[Detail]:
    words = vocabulary(lexicons)
    if count is not None and count.exact and count.tally.least > 1:
        yield Detail.EXACT_COUNT
    before = set(phrase.before)
    joined = " ".join(phrase.all_words)
    if before & words.former or joined.startswith(("ex-", "former ")):
        yield Detail.FORMER
    if before & words.ranks or "vice president" in joined:
        yield Detail.RANK
    if (
        before & words.sides
        or any(word in words.sides and word not in ("southern", "independent") for word in phrase.tail[:8])
        or phrase.lemma in words.sides
        or phrase.head[2] in words.peoples
    ):
        yield Detail.NATIONALITY
    yield from _bodies(text, phrase, before, register, words)
    yield from _knowledge(text, phrase, lexicons)


def _bodies(text: str, phrase: Phrase, before: set[str], register: Register, words: Vocabulary) -> Iterator[Detail]:
    """Institution, unit and place: "a ministry official", "a source in the army's staff", "officials in Kyiv"."""
    names = [
        (name, entity)
        for name, entity in register.names_in(phrase.span)
        if name.core.of(text).lower() not in words.sides
    ]
    kinds = {entity.kind for _, entity in names}
    inside = set(phrase.tail[:14]) | before
    body = NameKind.ORGANISATION in kinds or bool(
        {word for word in inside if word in words.institutions and word != "company"}
    )
    if body or any(word in words.seats for word in inside) or "company" in inside:
        yield Detail.INSTITUTION
    if inside & words.units:
        yield Detail.UNIT
    for name, entity in names:
        if entity.kind is NameKind.PLACE:
            owns = text[name.core.end : name.core.end + 2] in ("'s", "’s")
            behind = name.core.start >= phrase.head[1] and phrase.tail[0] in ("in", "at", "from", "near", "across")
            if owns:
                yield Detail.NATIONALITY
            elif behind:
                yield Detail.LOCATION


def _knowledge(text: str, phrase: Phrase, lexicons: Lexicons) -> Iterator[Detail]:
    """The basis of knowledge and the motive, inside the source's words or in the relative clause right behind them."""
    spans = [Span(phrase.head[0], phrase.span.end)]
    follows = _RELATIVE.match(text, phrase.span.end, min(len(text), phrase.span.end + _FOLLOWS))
    if follows:
        spans.append(Span(*follows.span()))
    pattern, kinds = _knowledge_pattern(lexicons)
    for span in spans:
        for match in pattern.finditer(text, span.start, span.end):
            yield kinds[" ".join(match.group().lower().replace("’", "'").split())]
    if "rival" in phrase.before or "laid-off" in phrase.before:
        yield Detail.MOTIVE


@lru_cache(maxsize=8)
def _knowledge_pattern(lexicons: Lexicons) -> tuple[Wording, dict[str, Detail]]:
    kinds: dict[str, Detail] = {}
    for group in lexicons.lexicon("knowledge").groups:
        for phrase in group.phrases:
            kinds[phrase] = Detail(group.text("detail"))
    source = rf"(?<![\w-])(?:{trie_pattern(sorted(kinds))})(?![\w])"
    return Wording.of(source, re.IGNORECASE, first=first_words(kinds), needed=needed_words(kinds)), kinds
