"""Words in a text that say a source speaks without being named."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.entry import Group, Lexicon
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import first_words, trie_pattern, variable_pattern
from attribution.lexicons.verbs import conjugator
from attribution.lexicons.word_places import Wording
from attribution.model.document import Document, Quotation
from attribution.model.source import AnonymityTerms
from attribution.model.span import Span

_PART = re.compile(r"\{(\w+)\}")
_BOUNDARY = r"(?<![\w-])"
_AS = re.compile(r"\s{1,4}as(?!\w)")
_AS_CLAUSE = re.compile(
    r"\s{1,4}as\s{1,4}(?:(?:he|she|they|it|we|there)(?!\w)|(?:[^\s,.;]{1,30}\s{1,4}){1,7}?(?:is|are|was|were|has|have|had"
    r"|do|does|did|can|could|will|would|may|might|fear(?:s|ed)?|\w{2,6}n['’]t)(?!\w))"
)
# "On condition that he be identified as a person close to the talks": what is to be said instead of a name.
_BARGAIN = re.compile(r"(?<!\w)(?:condition|understanding|proviso)(?!\w)")
# Loose ends of a phrase are looked for from here on, in code points.
_SHORTEST = 12
# What a source under terms did itself: "three aides, speaking on condition of anonymity, identified it as the Otter".
_MAIN_VERB = re.compile(r",\s{1,3}(?:and\s{1,3})?(?:identified|named|quoted)")
# They begin where a reason opens: "did not name the diplomats because …".
_LOOSE_END = re.compile(
    r"(?<!been)(?<!not),?\s{1,4}(?:because|since|as|given|for|due|owing|citing|while|until|before|in order|so"
    r"|to\s{1,4}(?:protect|avoid|keep|shield|spare|prevent|safeguard|preserve))(?!\w)"
)
_LOOSE_TAIL = re.compile(r"\s{1,4}(?:because|for|under|due|owing)$")


@frozen
class Terms:
    """Terms of anonymity as worded: their span, sentence and kind.

    `part` is that of the lexicon group: "terms", "outlet" or "implicit"; `alone` says that the words leave no doubt
    even where no source is found.
    """

    span: Span
    sentence: Span
    terms: AnonymityTerms
    part: str
    alone: bool


def find_terms(document: Document, lexicons: Lexicons) -> tuple[Terms, ...]:
    """Every wording of terms outside quotations, in order; a text without anchor words costs one search."""
    found: list[Terms] = []
    for sentence, anchors in _hot_sentences(document, lexicons):
        found.extend(_in_sentence(document, sentence, anchors, lexicons))
    return tuple(found)


def _hot_sentences(document: Document, lexicons: Lexicons) -> Iterator[tuple[Span, frozenset[str]]]:
    """The sentences that hold an anchor, with the anchors in them."""
    text = document.text
    anchors = [(match.start(), match.group().lower()) for match in _anchors(lexicons).finditer(text)]
    if not anchors:
        return
    position = 0
    for sentence in (sentence.span for paragraph in document.paragraphs for sentence in paragraph.sentences):
        inside: set[str] = set()
        while position < len(anchors) and anchors[position][0] < sentence.end:
            if anchors[position][0] >= sentence.start:
                inside.add(anchors[position][1])
            position += 1
        if inside:
            yield sentence, frozenset(inside)


def _in_sentence(document: Document, sentence: Span, anchors: frozenset[str], lexicons: Lexicons) -> list[Terms]:
    text = document.text
    lexicon = lexicons.lexicon("anonymity")
    words = sentence.of(text).lower().replace("’", "'")
    friends = [Span(*match.span()) for match in _friends(lexicons).finditer(text, sentence.start, sentence.end)]
    found: list[Terms] = []
    for group in lexicon.groups:
        if group.text("part") not in ("terms", "outlet", "implicit") or not _has_anchor(group, anchors):
            continue
        if not _has_companion(group, words):
            continue
        pattern = _pattern(lexicons, group.name)
        for match in pattern.finditer(text, sentence.start, sentence.end):
            span = _tightened(text, _last_clause(text, match, pattern), group, lexicons)
            if _overlaps_any(span, friends) or _appointed(text, span, sentence, lexicons):
                continue
            kind = _kind(text, span, group, lexicons)
            found.append(Terms(span, sentence, kind, group.text("part"), group.flag("alone")))
    found = _without_overlaps(found)
    return [terms for terms in found if not _quoted(document, terms.span)]


def _last_clause(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> Span:
    """The match from its last clause on: "confirmed it, speaking on condition of anonymity" opens at "speaking"."""
    comma = text.rfind(",", match.start(), match.end())
    shorter = pattern.search(text, comma, match.end()) if comma > 0 else None
    return Span(*(shorter if shorter is not None and shorter.end() == match.end() else match).span())


def _tightened(text: str, span: Span, group: Group, lexicons: Lexicons) -> Span:
    """The span without loose ends: what follows a comma and holds no anchor, and what belongs to a reason."""
    end = span.end
    comma = text.rfind(",", span.start + _SHORTEST, end)
    while comma > 0 and (
        _anchors(lexicons).search(text, comma, end) is None or _MAIN_VERB.fullmatch(text, comma, end) is not None
    ):
        end = comma
        comma = text.rfind(",", span.start + _SHORTEST, end)
    if group.text("part") == "terms":
        loose = _LOOSE_TAIL.search(text, span.start + _SHORTEST, end)
    else:
        loose = _LOOSE_END.search(text, span.start + _SHORTEST, end)
    return Span(span.start, loose.start() if loose is not None else end)


def _has_anchor(group: Group, anchors: frozenset[str]) -> bool:
    return any(anchor.lower() in anchors for anchor in group.texts("anchors"))


def _has_companion(group: Group, words: str) -> bool:
    companions = group.texts("companions")
    return not companions or any(companion in words for companion in companions)


def _kind(text: str, span: Span, group: Group, lexicons: Lexicons) -> AnonymityTerms:
    terms = AnonymityTerms(group.text("terms"))
    if terms is AnonymityTerms.ANONYMITY_GRANTED and _partial(lexicons).search(text, span.start, span.end):
        return AnonymityTerms.PARTIAL_NAME
    return terms


def _appointed(text: str, span: Span, sentence: Span, lexicons: Lexicons) -> bool:
    """Whether "named" means appointed, called or sued: "declined to be named as a defendant".

    "As" may open a reason instead, a clause with a verb: "asked not to be identified as the talks are private".
    """
    bargained = _BARGAIN.search(text, span.start, span.end) is not None
    if not bargained and _AS.match(text, span.end, sentence.end) and not _AS_CLAUSE.match(text, span.end, sentence.end):
        return True
    return _after_friends(lexicons).match(text, span.end, sentence.end) is not None


def _without_overlaps(found: list[Terms]) -> list[Terms]:
    """Of terms that overlap, the explicit rather than the implicit, then the longer, then the earlier."""
    kept: list[Terms] = []
    for terms in sorted(found, key=lambda terms: terms.span):
        if kept and kept[-1].span.overlaps(terms.span):
            if _rank(terms) > _rank(kept[-1]):
                kept[-1] = terms
        else:
            kept.append(terms)
    return kept


def _rank(terms: Terms) -> tuple[bool, int]:
    return terms.part != "implicit", len(terms.span)


def _overlaps_any(span: Span, spans: list[Span]) -> bool:
    """Whether `span` overlaps one of `spans`, which are in order and apart."""
    following = bisect_left(spans, Span(span.end, span.end))
    return following > 0 and spans[following - 1].overlaps(span)


def _quoted(document: Document, span: Span) -> bool:
    """Whether the words stand in a quotation: there they are somebody's own, and no terms of this article."""
    quotation = _last_before(document.quotations, span.start)
    return quotation is not None and quotation.inner.start <= span.start and span.end <= quotation.inner.end


def _last_before(quotations: tuple[Quotation, ...], position: int) -> Quotation | None:
    """The last outermost quotation that starts at or before `position`."""
    low, high = 0, len(quotations)
    while low < high:
        middle = (low + high) // 2
        if quotations[middle].span.start <= position:
            low = middle + 1
        else:
            high = middle
    while low and quotations[low - 1].level:
        low -= 1
    return quotations[low - 1] if low else None


@lru_cache(maxsize=8)
def _anchors(lexicons: Lexicons) -> Wording:
    words = {anchor for group in lexicons.lexicon("anonymity").groups for anchor in group.texts("anchors")}
    first = first_words(sorted(words))
    words |= {word[:1].upper() + word[1:] for word in words}
    return Wording.of(rf"(?<!\w)(?:{trie_pattern(sorted(words))})(?!\w)", first=first, needed=first)


@lru_cache(maxsize=64)
def _pattern(lexicons: Lexicons, name: str) -> re.Pattern[str]:
    lexicon = lexicons.lexicon("anonymity")
    return _any_of(lexicon.group(name).phrases, lexicon, conjugator(lexicons))


@lru_cache(maxsize=8)
def _friends(lexicons: Lexicons) -> re.Pattern[str]:
    lexicon = lexicons.lexicon("anonymity")
    phrases = [phrase for group in lexicon.groups if group.text("part") == "friend" for phrase in group.phrases]
    return _any_of(tuple(phrases), lexicon, conjugator(lexicons))


@lru_cache(maxsize=8)
def _after_friends(lexicons: Lexicons) -> re.Pattern[str]:
    lexicon = lexicons.lexicon("anonymity")
    phrases = [phrase for group in lexicon.groups if group.text("part") == "friend-after" for phrase in group.phrases]
    return re.compile(rf"\s{{1,4}}(?:{trie_pattern(sorted(phrases))})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _partial(lexicons: Lexicons) -> re.Pattern[str]:
    lexicon = lexicons.lexicon("anonymity")
    words = [word.replace("_", " ") for word in sorted(lexicon.phrases("first_name", "surname"))]
    words = [word for word in words if not word.startswith(("full", "real"))]
    return re.compile(rf"{_BOUNDARY}(?:{trie_pattern(words)})(?!\w)", re.IGNORECASE)


def _any_of(phrases: tuple[str, ...], lexicon: Lexicon, forms: Callable[..., object]) -> re.Pattern[str]:
    patterns = [variable_pattern(_expanded(phrase, lexicon), forms) for phrase in phrases]  # type: ignore[arg-type]
    return re.compile(rf"{_BOUNDARY}(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)


def _expanded(phrase: str, lexicon: Lexicon) -> str:
    """The phrase with "{name}" replaced by the choices of that group."""
    return _PART.sub(lambda match: "|".join(lexicon.group(match[1]).phrases), phrase)
