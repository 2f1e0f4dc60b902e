"""Words and marks as evaluation counts them: spans that differ in white space or inside a word are equal."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from attrs import field, frozen

from attribution.model.span import Span

Tokens = frozenset[int]
"""Indices of tokens in one text."""

# Deliberately not the tokens of `attribution.text`: those may improve, and a yardstick must not change with what it
# measures. Tried in this order at each position.
_TOKEN = re.compile(
    r"""
      (?: [^\W\d_] \. ){2,}                  # letters with full stops: "U.S.", "a.m."
    | \d+ (?: [.,:] \d+ )+                   # figures: "1,000", "9:05", "3.5"
    | ['’] (?: s | re | ve | ll | d | m | t ) \b   # what is contracted: "'s", "’ll"
    | [^\W_]+ (?: - [^\W_]+ )*               # words, also with hyphens
    | [^\w\s] | _                            # any other visible character by itself
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@frozen(eq=False)
class TokenizedText:
    """A text and its tokens in order.

    >>> TokenizedText.of("Ann’s aides won’t pay 1,000.").words
    ('Ann', '’s', 'aides', 'won', '’t', 'pay', '1,000', '.')
    """

    text: str = field(repr=False)
    words: tuple[str, ...]
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "TokenizedText":
        """The tokens of `text`."""
        found = list(_TOKEN.finditer(text))
        return cls(
            text=text,
            words=tuple(match.group() for match in found),
            starts=tuple(match.start() for match in found),
            ends=tuple(match.end() for match in found),
        )

    def within(self, spans: Iterable[Span]) -> Tokens:
        """The tokens that share at least one character with one of the spans.

        >>> sorted(TokenizedText.of("They said so.").within([Span(1, 6)]))
        [0, 1]
        """
        found: set[int] = set()
        for span in filter(len, spans):
            found.update(range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)))
        return frozenset(found)

    @property
    def punctuation(self) -> Tokens:
        """The tokens without a letter or a digit."""
        return frozenset(index for index, word in enumerate(self.words) if not is_word(word))


def is_word(token: str) -> bool:
    """Whether a token holds a letter or a digit."""
    return _LETTER_OR_DIGIT.search(token) is not None
