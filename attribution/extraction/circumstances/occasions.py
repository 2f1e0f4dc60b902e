"""Where and how something was said: "in a statement", "at a rally in Ohio", "on Twitter", "in an interview"."""

from attrs import frozen

from attribution.extraction.circumstances.venues import MOST_WORDS, Venues, venues
from attribution.extraction.circumstances.words import Words, words_of
from attribution.lexicons.entry import Group
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.outlets import outlet_names
from attribution.model.circumstances import Occasion
from attribution.model.span import Span

_OURSELVES = frozenset(["us", "me"])


@frozen
class Listener:
    """A noun phrase of those who listen, from word `first` up to, not including, word `after`.

    `kind` is a group of the venue lexicon ("press", "court-audience" …), "outlet" for a known or likely outlet, "media"
    for media without a name, "ourselves" for the outlet whose article it is, and `None` for anyone else.
    """

    first: int
    after: int
    kind: str | None


def occasion_at(words: Words, index: int, lexicons: Lexicons) -> tuple[Occasion, int] | None:
    """The occasion that begins at word `index`, and the word after it.

    >>> from attribution.lexicons.loading import load
    >>> text = "in an interview with Reuters on Friday"
    >>> found, after = occasion_at(words_of(text, 0, len(text)), 0, load())
    >>> found.kind, found.partner.of(text), after
    ('interview', 'Reuters', 5)
    """
    known = venues(lexicons)
    whole = known.phrases.longest_at(words, index)
    if whole is not None:
        group, after = whole
        return Occasion(words.span(index, after), group.name.removesuffix("-phrase"), group.text("near")), after
    if words.lower[index] in known.words["puts-out"]:
        return _put_out(words, index, known, lexicons)
    if words.lower[index] not in known.words["opens-occasion"]:
        return None
    if index > 0 and words.lower[index - 1] in known.words["no-occasion-behind"]:
        return None
    headed = _headed(words, index + 1, known)
    if headed is None:
        return _on_outlet(words, index, lexicons)
    return _occasion(words, index, headed, lexicons)


def occasion_noun(text: str, start: int, end: int, lexicons: Lexicons) -> Occasion | None:
    """The occasion whose noun ends at `end`: "(his) speech"; `None` when another noun stands there."""
    words, known = words_of(text, start, end), venues(lexicons)
    for index in range(len(words)):
        found = known.occasions.longest_at(words, index)
        if found is not None and found[1] == len(words):
            return Occasion(words.span(index, found[1]), found[0].name, found[0].text("near"))
    return None


def listener_at(words: Words, index: int, lexicons: Lexicons) -> Listener | None:
    """The noun phrase of a listener at word `index`."""
    known = venues(lexicons)
    first = index
    if words.lower[index] in _OURSELVES:
        return Listener(first, index + 1, "ourselves")
    while index < len(words) and index - first < 2 and words.lower[index] in known.words["determiners"]:
        index += 1
    if index >= len(words) or not words.written[index][0].isalnum():
        return None
    outlet_end = _outlet_end(words, first, index, lexicons)
    if outlet_end is not None:
        return Listener(first, outlet_end, "outlet")
    found = _audience(words, first, index, known)
    if found is not None:
        return Listener(first, found[1], found[0].name)
    after = _name_end(words, index, known)
    if after == index:
        return None
    span = words.span(first, after)
    return Listener(first, after, _kind_of_name(words.text, span, lexicons))


def _put_out(words: Words, index: int, known: Venues, lexicons: Lexicons) -> tuple[Occasion, int] | None:
    """ "issued a statement", "put out a statement", "gave an interview to Le Monde"."""
    first = index + 1
    if first < len(words) and words.lower[first] == "out":
        first += 1
    if first >= len(words) or words.lower[first] not in known.words["determiners"]:
        return None
    headed = _headed(words, first, known)
    # "Posted a message" is open to everyone, unlike "said in a message".
    if headed is None or headed[0].name == "call":
        return None
    return _occasion(words, index, headed, lexicons)


def _occasion(words: Words, index: int, headed: tuple[Group, int], lexicons: Lexicons) -> tuple[Occasion, int]:
    """The occasion from word `index` on with its head and, where it is told, its partner."""
    group, after = headed
    partner = _partner(words, after, lexicons)
    end = partner[1] if partner else after
    told = words.span(*partner) if partner else None
    return Occasion(words.span(index, end), group.name, group.text("near"), told), end


def _headed(words: Words, index: int, known: Venues) -> tuple[Group, int] | None:
    """The group of the first occasion noun from word `index` on, and the word after it."""
    for position in range(index, min(index + MOST_WORDS, len(words))):
        if words.written[position] in known.words["papers-by-name"]:
            return None
        found = known.occasions.longest_at(words, position)
        if found is not None:
            return found
        if words.lower[position] in known.words["ends-modifiers"] or not words.written[position][0].isalnum():
            return None
    return None


def _on_outlet(words: Words, index: int, lexicons: Lexicons) -> tuple[Occasion, int] | None:
    """ "on CNN", "to Le Monde", "in The Guardian": a preposition and an outlet."""
    if index + 1 >= len(words):
        return None
    determined = words.lower[index + 1] in venues(lexicons).words["determiners"] and index + 2 < len(words)
    second = index + 2 if determined else index + 1
    after = _outlet_end(words, index + 1, second, lexicons)
    if after is None:
        return None
    return Occasion(words.span(index, after), "outlet", "broadcast", words.span(index + 1, after)), after


def _partner(words: Words, index: int, lexicons: Lexicons) -> tuple[int, int] | None:
    """With whom the occasion was shared: "(an interview) with Reuters", "(comments) carried by state television"."""
    # "carried by", "broadcast on", "published in": a participle may stand before the preposition.
    if index + 1 < len(words) and words.lower[index].endswith(("ed", "cast", "given")):
        index += 1
    if index + 1 >= len(words) or words.lower[index] not in venues(lexicons).words["opens-partner"]:
        return None
    found = listener_at(words, index + 1, lexicons)
    return (found.first, found.after) if found else None


def _kind_of_name(text: str, span: Span, lexicons: Lexicons) -> str | None:
    names = outlet_names(lexicons)
    if names.itself.match(text, span.start, span.end):
        return "ourselves"
    if names.unnamed.search(text, span.start, span.end):
        return "media"
    return "outlet" if names.unknown.search(text, span.start, span.end) else None


def _audience(words: Words, first: int, index: int, known: Venues) -> tuple[Group, int] | None:
    """The audience named from word `first` on, at most three words of description before its noun."""
    found = known.audiences.longest_at(words, first)
    if found is not None:
        return found
    for position in range(index, min(index + 4, len(words))):
        found = known.audiences.longest_at(words, position)
        if found is not None:
            return found
        if words.lower[position] in known.words["ends-modifiers"] or not words.written[position][0].isalnum():
            return None
    return None


def _outlet_end(words: Words, first: int, second: int, lexicons: Lexicons) -> int | None:
    """The word after an outlet that begins at word `first` or, behind a determiner, `second`."""
    names = outlet_names(lexicons)
    for index in (first,) if first == second else (first, second):
        found = names.at(words.text, words.spans[index][0], words.spans[-1][1])
        if found is not None:
            return _with_programme(words, _index_at(words, found.span.end))
    # "told the Latvian broadcaster Radio Kurzeme": the noun says that the name is an outlet's
    described = names.described.match(words.text, words.spans[first][0], words.spans[-1][1])
    return _index_at(words, described.end()) if described is not None else None


def _index_at(words: Words, position: int) -> int:
    """The index of the first word that starts at or after `position`."""
    return next((index for index, (start, _) in enumerate(words.spans) if start >= position), len(words))


def _with_programme(words: Words, index: int) -> int:
    """After an outlet: the end of its programme, "(CNN)'s State of the Union", or of the noun, "(Bild) newspaper"."""
    if words.lower[index - 1].endswith("'s"):
        while index < len(words) and (words.written[index][0].isupper() or words.lower[index] in ("of", "the")):
            index += 1
    elif index < len(words) and words.lower[index] in ("newspaper", "magazine", "news", "website", "programme", "show"):
        index += 1
    return index


def _name_end(words: Words, index: int, known: Venues) -> int:
    """The word after the name, or the lower-case noun phrase, that begins at word `index`."""
    start = index
    named = words.written[index][0].isupper()
    modifiers, listener = known.words["ends-modifiers"], known.words["ends-listener"]
    while index < len(words) and index - start < MOST_WORDS:
        word = words.written[index]
        lower = words.lower[index]
        if not word[0].isalnum() or lower in modifiers or lower in listener or (named and not word[0].isupper()):
            break
        if index > start and not named and word[0].isupper():
            break
        index += 1
    return index
