"""A source's words read as a noun phrase: how it opens, its head, and what stands after the head."""

import re
from itertools import islice

from attrs import evolve, frozen

from attribution.model.span import Span
from attribution.sources.vocabulary import Vocabulary

_WORD = re.compile(
    r"\d{1,3}(?:,\d{3})+|(?:[^\W\d_]\.){2,}|No\.(?=\s\d)"
    r"|(?:Sen|Rep|Gov|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sgt|Maj|Capt|Jr|Sr|Ltd|Inc|Corp|Cos?)\."
    r"|[^\W_]+(?:[-‐‑.&@'’](?!s\b)[^\W_]+)*|['’]s?\b|%|[^\w\s]"
)
_MOST_WORDS = 60  # a source runs to 38 words in the corpus; more is no noun phrase
_MOST_NESTED = 2  # "one of dozens of members"

_DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"])
_REFLEXIVES = ("himself", "herself", "itself", "themselves")  # "the council itself"
_CLAUSES = ("who", "whom", "whose", "which", "that", "where", "when", "while", "because")
_STOPS = frozenset([*",;:()–—-[]", "--", *_CLAUSES, *_REFLEXIVES])
_SUBJECTS = frozenset(["it", "he", "she", "they", "we", "i", "you"])
_ADJECTIVAL = frozenset(["outside", "past", "inside", "like", "near", "over", "under", "about", "around"])
# "Those | close to the duke": the determiner is the head.
_OF_THOSE = frozenset(
    ["close", "familiar", "briefed", "involved", "present", "aware", "privy", "opposed", "interviewed"]
)
_BOUNDS = frozenset(
    [("at", "least"), ("at", "most"), ("more", "than"), ("less", "than"), ("fewer", "than"), ("up", "to")]
)

Word = tuple[int, int, str]


@frozen
class Phrase:
    """One noun phrase.

    `words` are its words, lower case, with their place; `opening` is its determiner, or ""; `before` are the words
    between the determiner and the head; `after` is the index of the first word behind the head. `quantifier` holds what
    stands before *of* in "some of the people", and `partitive` says that what follows is definite, so that some of a
    known group are meant. `joined` says that "and" follows the head, `possessor` that it owns something: "the base's".
    """

    span: Span
    words: tuple[Word, ...]
    opening: str
    before: tuple[str, ...]
    head: Word
    lemma: str
    plural: bool
    after: int
    quantifier: tuple[str, ...] = ()
    partitive: bool = False
    joined: bool = False
    possessor: bool = False

    @property
    def definite(self) -> bool:
        """Whether it points back at something known: "the officials", "her adviser"."""
        return self.opening in _DEFINITE

    @property
    def tail(self) -> tuple[str, ...]:
        """The words behind the head."""
        return tuple(word for _, _, word in self.words[self.after :])

    @property
    def all_words(self) -> tuple[str, ...]:
        """Every word, lower case."""
        return tuple(word for _, _, word in self.words)


def parse_phrase(text: str, span: Span, vocabulary: Vocabulary) -> Phrase | None:
    """The noun phrase at `span`, or `None` where there is no word.

    >>> from attribution.lexicons.loading import load
    >>> from attribution.sources.vocabulary import vocabulary
    >>> words = "two former aides to the mayor, who left in May"
    >>> phrase = parse_phrase(words, Span(0, len(words)), vocabulary(load()))
    >>> phrase.lemma, phrase.plural, phrase.before
    ('aide', True, ('two', 'former'))
    """
    words: list[Word] = []
    for match in islice(_WORD.finditer(text, span.start, span.end), _MOST_WORDS):
        words.append((*match.span(), match.group().lower().replace("’", "'")))
    start = 0
    while (
        start < len(words) - 1
        and words[start][2] in vocabulary.skipped
        and not (words[start][2] == "both" and start == 0)
    ):
        start += 1
    for skipped in (start + (words[start][2] == "no"), start) if words else ():
        if len(words) > skipped + 2 and (words[skipped][2], words[skipped + 1][2]) in _BOUNDS:
            start = skipped + 2
            break
    return _parse(text, span, tuple(words), start, vocabulary, 0) if words else None


def _parse(text: str, span: Span, words: tuple[Word, ...], start: int, vocabulary: Vocabulary, depth: int) -> Phrase:
    first = start
    opening = ""
    if first < len(words) - 1 and words[first][2] in vocabulary.determiners:
        opening = words[first][2]
        first += 1
    stop = _stop(text, words, first, vocabulary)
    if stop == first:  # "some of the people", "another": the determiner stands alone
        first = start
        stop = max(stop, start + 1)
        opening = "" if first == stop - 1 else opening
    last = stop - 1
    while last > first and words[last][2] in ("'s", "'"):
        last -= 1
    spelled, size, lemma, plural = _head(text, words, first, last, vocabulary)
    phrase = Phrase(
        span=span,
        words=words,
        opening=opening,
        before=tuple(word for _, _, word in words[first : max(first, last + 1 - size)]),
        head=(words[last + 1 - size][0], words[last][1], spelled),
        lemma=lemma,
        plural=plural,
        after=stop,
        joined=stop < len(words) and words[stop][2] in ("and", "or", "&"),
        possessor=last < stop - 1,
    )
    follows = stop < len(words) - 1 and words[stop][2] == "of"
    if depth < _MOST_NESTED and follows and _gathers(phrase, vocabulary):
        inner = _parse(text, span, words, stop + 1, vocabulary, depth + 1)
        outer = tuple(word for _, _, word in words[start : stop + 1])
        partitive = inner.definite or inner.lemma in ("them", "us", "these", "those")
        return evolve(inner, quantifier=outer, partitive=partitive)
    return phrase


def _stop(text: str, words: tuple[Word, ...], first: int, vocabulary: Vocabulary) -> int:
    """The index of the first word that cannot belong to the head and what stands before it."""
    for index in range(first, len(words)):
        if _ends_before(text, words, index, first, vocabulary):
            return index
    return len(words)


def _ends_before(text: str, words: tuple[Word, ...], index: int, first: int, vocabulary: Vocabulary) -> bool:
    """Whether the part up to the head ends before this word: at a preposition, a clause, a modifier behind the noun."""
    word = words[index][2]
    if word in _STOPS or (word == "to" and not _numbers_around(words, index, vocabulary)):
        return True
    if index == first:
        apart = index > 0 and words[index - 1][2] == "those" and word in _OF_THOSE
        return apart or (word in vocabulary.prepositions and word not in _ADJECTIVAL)
    left = words[index - 1][2]
    known = _is_head(left, vocabulary)
    if word in _SUBJECTS or _opens_time(words, index, known, vocabulary):
        return True
    if word in vocabulary.prepositions and word != "to":
        return known or word not in _ADJECTIVAL
    if (
        word == "&"
        and text[words[index][1] + 1 : words[index][1] + 2].isupper()
        and text[words[index - 1][0]].isupper()
    ):
        return False  # "Baker & Finch"
    if word in ("and", "or", "&"):
        apart = known or left == "'s" or left in vocabulary.sides
        return apart and not _shares_head(words, index, vocabulary)
    if known and word.endswith("ed") and text[words[index][0]].islower():
        return True  # "text messages | discovered on a phone"
    following = words[index + 1][2] if index + 1 < len(words) else ""
    if known and word.endswith("ing") and following in vocabulary.determiners and text[words[index][0]].islower():
        return True  # "a video | doing the rounds"
    if word in vocabulary.after_nouns:
        right = words[index + 1][2] if index + 1 < len(words) else ""
        return known or (left not in vocabulary.determiners and right in vocabulary.prepositions)
    return False


def _opens_time(words: tuple[Word, ...], index: int, known: bool, vocabulary: Vocabulary) -> bool:
    """Whether a time phrase begins here: "a poll | last week", "a report | Tuesday"."""
    following = words[index + 1][2] if index + 1 < len(words) else ""
    if words[index][2] in ("last", "this", "next", "earlier", "late"):
        return following in vocabulary.times
    return known and words[index][2] in vocabulary.times and not _is_head(following, vocabulary)


def _numbers_around(words: tuple[Word, ...], index: int, vocabulary: Vocabulary) -> bool:
    """Whether a range stands here: "two to three traders"."""
    around = [word for _, _, word in words[max(0, index - 1) : index + 2 : 2]]
    return len(around) == 2 and all(word in vocabulary.numbers or word[0].isdigit() for word in around)


def _shares_head(words: tuple[Word, ...], index: int, vocabulary: Vocabulary) -> bool:
    """Whether "and" joins modifiers of one head: "U.S. and Israeli officials"."""
    left = words[index - 1][2]
    right = words[index + 1][2] if index + 1 < len(words) else ""
    sides = left in vocabulary.sides and right in vocabulary.sides
    return sides and index + 2 < len(words) and not left.endswith("s")


def _is_head(word: str, vocabulary: Vocabulary) -> bool:
    lemma = vocabulary.singular.get(word, word)
    return lemma in vocabulary.nouns or word in vocabulary.peoples


def _head(
    text: str, words: tuple[Word, ...], first: int, last: int, vocabulary: Vocabulary
) -> tuple[str, int, str, bool]:
    """The head's words and how many they are, its lemma, and whether it is a plural; the longest known one wins."""
    for size in range(min(vocabulary.longest, last + 1 - first), 1, -1):
        joined = " ".join([word for _, _, word in words[last + 1 - size : last + 1]])
        lemma = vocabulary.singular.get(joined, joined)
        if lemma in vocabulary.common or joined in vocabulary.common:
            return joined, size, lemma, joined in vocabulary.singular
    word = words[last][2]
    lemma = vocabulary.lemma(word)
    named = text[words[last][0]].isupper() and word not in vocabulary.singular
    plural = word in vocabulary.peoples or word == "those" or (lemma != word and not named)
    return word, 1, lemma, plural


def _gathers(phrase: Phrase, vocabulary: Vocabulary) -> bool:
    """Whether "of" after the phrase leads to the people meant: "dozens of", "a group of", "one of", "most of"."""
    head = phrase.head[2]
    if head in vocabulary.indefinite:
        return True
    if head in vocabulary.gatherings or phrase.lemma in vocabulary.gatherings:
        return bool(phrase.opening) or phrase.plural or head.endswith("s")  # "a host of critics", not "host of a show"
    if head in vocabulary.numbers or head in ("both", "either", "neither", "each", "lots", "half"):
        return True
    return head in vocabulary.quantities and phrase.opening in ("", "the", "a")
