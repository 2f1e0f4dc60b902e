"""Names of news outlets, found with the outlet lexicon.

Names are looked up word by word in dictionaries: compiling two thousand names into one pattern would cost more than
reading a dozen articles.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import needed_words, trie_pattern
from attribution.lexicons.word_places import Wording
from attribution.model.span import Span

_WORD_KINDS = frozenset({"word", "noun", "unnamed"})
_SHORT = " ? "
_ALSO = " = "
_LONGEST_NAME = 80
_WORD = re.compile(r"[^\s,;:()\[\]“”\"]{1,60}")
_POSSESSIVE = re.compile(r"(?:['’]s?|[.!?]|['’]s[.!?])$")
_POSSESSIVE_ENDS = frozenset("'’s.!?")
# A capitalised word of a name, as in "Millbrook", "Al-Watan" or "St."; bounded, so that matching stays linear.
_CAPITALISED = r"[A-ZÀ-ÞŠŽČ][\w'’&.\-]{0,30}"


@frozen
class Found:
    """An outlet in a text: where, and its canonical name."""

    span: Span
    name: str


@frozen(eq=False)
class OutletNames:
    """The outlet lexicon, ready for searching.

    `forms` leads from each full name to the canonical one and `shortened` from each short form to the outlets that use
    it; `longest` says how many words a name beginning with this word may have. `unknown` matches names that end as
    names of papers do, or stand beside a word like "newspaper"; `described` matches such a name with its noun;
    `unnamed` matches "local media", `itself` "this newspaper" and the like.
    """

    forms: Mapping[str, str]
    shortened: Mapping[str, frozenset[str]]
    short_forms: Mapping[str, str]
    longest: Mapping[str, int]
    by_key: Mapping[str, str]
    unknown: Wording
    described: Wording
    unnamed: Wording
    itself: re.Pattern[str]

    def full(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Full names in `text[start:end]`, in order, the longest where several begin together."""
        return self._search(text, start, end, self.forms)

    def short(self, text: str, start: int, end: int) -> Iterator[Found]:
        """Short forms there; `name` is the form itself."""
        return self._search(text, start, end, self.short_forms)

    def at(self, text: str, start: int, end: int) -> Found | None:
        """The full name that begins at `start`, within `text[:end]`."""
        end = min(end, start + _LONGEST_NAME)
        first = _WORD.match(text, start, end)
        if first is None or not self._most(first.group()):
            return None
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        found = self._longest_at(text, words, 0, self.forms)
        return Found(Span(start, found[1]), found[2]) if found else None

    def _search(self, text: str, start: int, end: int, forms: Mapping[str, str]) -> Iterator[Found]:
        words = [match.span() for match in _WORD.finditer(text, start, end)]
        after = 0
        for index in range(len(words)):
            found = self._longest_at(text, words, index, forms) if index >= after else None
            if found is not None:
                count, stop, name = found
                yield Found(Span(words[index][0], stop), name)
                after = index + count

    def _most(self, first: str) -> int:
        """How many words a name may have at most that begins with this one: of most words none."""
        plain = _straight(first)
        most = self.longest.get(plain, 0)
        return max(most, self.longest.get(_owner(plain), 0)) if plain[-1] in _POSSESSIVE_ENDS else most

    def _longest_at(
        self, text: str, words: list[tuple[int, int]], index: int, forms: Mapping[str, str]
    ) -> tuple[int, int, str] | None:
        start, first_end = words[index]
        most = self._most(text[start:first_end])
        for count in range(min(most, len(words) - index) if most else 0, 0, -1):
            stop = words[index + count - 1][1]
            form = _plain(text[start:stop])
            if form in forms:
                return count, stop, forms[form]
            bare = _owner(form)
            if bare in forms:
                return count, stop - (len(form) - len(bare)), forms[bare]
        return None


def outlet_key(name: str) -> str:
    """A form of `name` under which its spellings coincide.

    >>> outlet_key("The Huff-Post") == outlet_key("HuffPost")
    True
    """
    bare = name[4:] if name[:4].casefold() == "the " else name
    return re.sub(r"[\W_]+", "", bare.casefold())


@lru_cache(maxsize=8)
def outlet_names(lexicons: Lexicons) -> OutletNames:
    """The outlet lexicon, ready for searching.

    >>> from attribution.lexicons.loading import load
    >>> text = "He told the Financial Times."
    >>> [(found.span.of(text), found.name) for found in outlet_names(load()).full(text, 0, len(text))]
    [('Financial Times', 'Financial Times')]
    """
    lexicon = lexicons.lexicon("outlets")
    forms: dict[str, str] = {}
    shortened: dict[str, set[str]] = {}
    by_key: dict[str, str] = {}
    for group in lexicon.groups:
        if group.text("kind") in _WORD_KINDS:
            continue
        for line in group.phrases:
            named, *short = line.split(_SHORT)
            full = named.split(_ALSO)
            for form in full:
                by_key.setdefault(outlet_key(form), full[0])
                forms.setdefault(_plain(form), full[0])
                if form.startswith("The ") and " " in form[4:]:
                    forms.setdefault(_plain(form[4:]), full[0])
            for form in short:
                shortened.setdefault(form, set()).add(full[0])
    longest: dict[str, int] = {}
    for form in (*forms, *shortened):
        first, *rest = form.split(" ")
        longest[first] = max(longest.get(first, 0), 1 + len(rest))
    nouns, media = lexicon.phrases("outlet-nouns"), lexicon.phrases("unnamed-media")
    adjectives = lexicons.lexicon("nationalities").phrases("adjectives")
    peoples = frozenset(word.capitalize() if word.islower() else word for word in adjectives)
    return OutletNames(
        forms=forms,
        shortened={form: frozenset(names) for form, names in shortened.items()},
        short_forms={form: form for form in shortened},
        longest=longest,
        by_key=by_key,
        unknown=_unknown(lexicon.phrases("journal-words"), nouns, peoples),
        described=_described(nouns - lexicon.phrases("also-others")),
        unnamed=Wording.of(rf"(?<![\w-])(?:{_trie(media)})(?![\w-])", re.IGNORECASE, needed=needed_words(media)),
        itself=re.compile(
            rf"(?<!\w)(?:[Tt]his|[Oo]ur)\s{{1,4}}(?:own\s{{1,4}})?(?:{_trie(nouns)})(?!\w)|(?<!\w)(?:us|me|we|We)(?!\w)"
        ),
    )


def _owner(form: str) -> str:
    """A form without the ending of a possessive and the stop of a sentence."""
    return _POSSESSIVE.sub("", form) if form[-1:] in _POSSESSIVE_ENDS else form


def _plain(words: str) -> str:
    """`words` with single spaces and straight apostrophes, so that it can be looked up."""
    return _straight(" ".join(words.split()))


def _straight(words: str) -> str:
    return words.replace("’", "'").replace("ʼ", "'")


def _described(nouns: frozenset[str]) -> Wording:
    """An outlet told with its noun: "the Latvian broadcaster Radio Kurzeme", "Italy's Gazzetta Ligure daily"."""
    word = r"[A-Za-zÀ-ž][\w.'’\-]{0,24}"
    name = rf"{_CAPITALISED}(?:\s{{1,4}}{_CAPITALISED}){{0,3}}"
    noun = _trie(nouns)
    return Wording.of(
        rf"(?:(?:[Tt]he|[Aa]n?)\s)?(?:(?:{word}\s){{0,4}}?(?:{noun})\s{name}|{name}\s(?:{noun})(?=[\s,]))",
        needed=needed_words(nouns),
    )


def _unknown(ends: frozenset[str], nouns: frozenset[str], peoples: frozenset[str]) -> Wording:
    noun, openers = _trie(nouns), ("Radio", "Channel", "TV", "Studio")
    no_name = (
        r"(?!(?:The|A|An|This|That|Our|His|Her|Its|Their|One|Another)\s|[A-ZÀ-Þ][\w.\-]{0,24}['’]s?\s)"
        rf"(?!(?:{_trie(peoples)})\s)"
    )
    name = rf"{no_name}{_CAPITALISED}(?:\s{{1,4}}{_CAPITALISED}){{0,3}}"
    return Wording.of(
        rf"(?<!\w)(?:(?P<ended>(?:{_CAPITALISED}\s{{1,4}}){{1,4}}(?:{_trie(ends)}))(?!\w)"
        rf"|(?P<before>{name})\s{{1,4}}(?:{noun})(?!\w)"
        rf"|(?:{noun})\s{{1,4}}(?P<after>{name})"
        rf"|(?P<opened>(?:{'|'.join(openers)})\s{{1,4}}(?:{_CAPITALISED}|\d{{1,3}})))",
        needed=needed_words([*ends, *nouns, *openers]),
    )


def _trie(phrases: frozenset[str]) -> str:
    return trie_pattern(sorted(phrases))
