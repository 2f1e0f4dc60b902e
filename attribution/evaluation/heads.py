"""Whether two sources are the same one, by their heads: "Ann Lee, the mayor of Ober" is Ann Lee and is the mayor, not
Ober."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from attribution.evaluation.tokens import Tokens, is_word
from attribution.lexicons.loading import load

_BREAKS = frozenset(',;:()[]—–"“”')
_POSSESSIVES = ("'s", "’s")


def same_source(first: Tokens, second: Tokens, words: Sequence[str]) -> bool:
    """Whether each of two sources holds a head of the other, or neither has a token.

    >>> words = "Ann Lee , the mayor of Ober".split()
    >>> whole, name, town = frozenset(range(7)), frozenset({0, 1}), frozenset({6})
    >>> same_source(whole, name, words), same_source(whole, town, words)
    (True, False)
    """
    if not first or not second:
        return not first and not second
    return bool(heads(first, words) & second) and bool(heads(second, words) & first)


def heads(tokens: Tokens, words: Sequence[str]) -> Tokens:
    """The head tokens of a source, found by position alone.

    A source falls into pieces at commas, brackets, dashes and quotation marks, and the head of a piece is its last word
    before a preposition, a relative pronoun or a conjunction. A later piece that opens with one of these ("…, who …")
    has no head. All tokens when no piece has any.
    """
    found: set[int] = set()
    for number, piece in enumerate(_pieces(sorted(tokens), words)):
        head = _head(piece, words, first=number == 0)
        if head is not None:
            found.add(head)
    return frozenset(found) or tokens


def _pieces(tokens: Iterable[int], words: Sequence[str]) -> Iterator[list[int]]:
    piece: list[int] = []
    for token in tokens:
        if words[token] in _BREAKS:
            yield piece
            piece = []
        else:
            piece.append(token)
    yield piece


def _head(piece: Iterable[int], words: Sequence[str], *, first: bool) -> int | None:
    head = None
    for token in piece:
        word = words[token].lower()
        if word in _head_ends():
            if head is not None or not first:
                break
        elif is_word(word) and word not in _POSSESSIVES:
            head = token
    return head


@cache
def _head_ends() -> frozenset[str]:
    return load().lexicon("reporting").phrases("head-ends")
