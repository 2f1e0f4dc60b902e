"""One formula stands in for every description.

What it does
------------
Flags an article in which "familiar with the matter" and its like come more than `max_uses` times, or in which the same
words bring in an unnamed source, or grant anonymity, more than `max_repeats` times. Quotations do not count, and
neither do back-references such as "the official".

Why it matters
--------------
The formula tells a reader nothing even once. Told over and over, it hides whether one person speaks or five.

When to switch it off
---------------------
On the deals desk, if it has no other words for its sources.
"""

from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_FEWEST_WORDS = 3
_BACK = ("the ", "this ", "that ", "these ", "those ", "his ", "her ", "their ", "its ")


@frozen
class Options:
    """`max_uses`: how often an article may use formulas of the word list.

    `max_repeats`: how often it may bring in unnamed sources, or grant anonymity, in the same words.
    """

    max_uses: int = 2
    max_repeats: int = 3


@rule(
    code="WORD505",
    name="stock-phrase",
    severity=Severity.INFO,
    scope=Scope.DOCUMENT,
    message="“{text}” and its like come {count} times: say how each source knows.",
    policies=("WSJ",),
    options=Options,
    examples=[
        flagged(
            "The merger is off, people [[familiar with the matter]] said. The banks knew, a person familiar with the "
            "talks said. The board did not, said a lawyer familiar with the board's thinking."
        ),
        flagged(
            "[[A senior official]] said the road was shut. A senior official said the bridge was too. Two ferries "
            "sank, a senior official said. Nobody drowned, a senior official said."
        ),
        clean(
            "The merger is off, people familiar with the matter said. The banks knew, a person familiar with the "
            "talks said."
        ),
        clean("The merger is off, said a lawyer who attended the talks. The banks knew, a board member said."),
        clean(
            "“I am familiar with the matter,” Ida Lund said. She is familiar with the road. “You are familiar with the "
            "case,” she told him. “We are all familiar with the case.”"
        ),
        clean(
            "A senior official said the road was shut. The official said the bridge was too. The official said two "
            "ferries sank. The official said nobody drowned."
        ),
    ],
)
def stock_phrase(reading: Reading, options: Options) -> Iterator[Hit]:
    uses = [Span(*found.span()) for found in reading.pattern("stock_phrases", "familiar").finditer(reading.text)]
    uses = [use for use in uses if not reading.quoted(use)]
    if len(uses) > options.max_uses:
        yield _hit(uses)
    for repeats in _formulas(reading).values():
        if len(repeats) > options.max_repeats:
            yield _hit(repeats)


def _hit(uses: Sequence[Span]) -> Hit:
    return Hit(uses[0], related=tuple(uses[1:]), words={"count": str(len(uses))})


def _formulas(reading: Reading) -> dict[str, list[Span]]:
    """Where each form of words brings in an unnamed source or grants anonymity, by the words in lower case."""
    found: dict[str, list[Span]] = {}
    mentions = (reading.mention(item) for item in reading.claiming)
    unnamed = (mention.span for mention in mentions if mention.status.unnamed_person and mention.span is not None)
    for span in (*unnamed, *(grant.span for grant in reading.analysis.grants)):
        words = " ".join(span.of(reading.text).lower().split())
        if words.count(" ") >= _FEWEST_WORDS - 1 and not words.startswith(_BACK) and not reading.quoted(span):
            found.setdefault(words, []).append(span)
    return found
