"""Sources in the plural turn out to be one.

What it does
------------
Flags a plural without a number ("sources said", "officials said") that the article goes on from with a definite
singular ("the source added", "the official said"), when no single one was introduced in between ("one of them",
"a second source").

Why it matters
--------------
A plural tells readers that the claim was checked against a second person. If there was one, the plural is false.

When to switch it off
---------------------
Never, if it can be helped: the mend is one letter.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_DEFINITE = re.compile(r"the ([a-z]{3,20})", re.IGNORECASE)
_LOOKED_BACK = 20
"""How many attributions before the singular are looked at."""


@frozen
class Options:
    """`max_distance_sentences`: how many sentences the plural and the singular may stand apart."""

    max_distance_sentences: int = 6


@rule(
    code="ANON109",
    name="plural-mismatch",
    severity=Severity.ERROR,
    scope=Scope.SOURCE,
    message="“{text}” speak in the plural, and then there is only one.",
    policies=("RTR-H",),
    options=Options,
    examples=[
        flagged("[[Sources]] said the bank lost millions. The source added that more holes are hidden."),
        flagged("[[Port officials]] said the crane had failed. The official said it would be mended."),
        clean("Sources said the bank lost millions. One of the sources added that more holes are hidden."),
        clean("A source said the bank lost millions. The source added that more holes are hidden."),
        clean("Two officials said the crane had failed. A third official disagreed. The official said it was safe."),
        clean("Port officials said the crane had failed. The officials said it would be mended."),
    ],
)
def plural_mismatch(reading: Reading, options: Options) -> Iterator[Hit]:
    informants = reading.phrases("hearsay", "informants")
    for place, attribution in enumerate(reading.claiming):
        span = reading.mention(attribution).span
        singular = _DEFINITE.fullmatch(reading.text, span.start, span.end) if span is not None else None
        if singular is None:
            continue
        if singular.group(1).lower() not in informants:
            continue
        before = reading.claiming[max(0, place - _LOOKED_BACK) : place]
        plural = _plural(reading, before, singular.group(1).lower() + "s")
        if plural is None or not _near(reading, plural, attribution, options.max_distance_sentences):
            continue
        start = reading.mention(plural).span
        if start is not None and span is not None and not _introduced(reading, singular):
            yield Hit(start, reading.source(plural), plural, related=(span,))


def _plural(reading: Reading, before: tuple[Attribution, ...], noun: str) -> Attribution | None:
    """The nearest earlier attribution to a plural of the noun that has no number."""
    for attribution in reversed(before):
        mention = reading.mention(attribution)
        counted = mention.number is not None and mention.number.most is not None
        if mention.head is not None and mention.head.of(reading.text).lower() == noun and not counted:
            return attribution
    return None


def _near(reading: Reading, plural: Attribution, singular: Attribution, most: int) -> bool:
    first, second = reading.sentence_at(plural.cue.span.start), reading.sentence_at(singular.cue.span.start)
    return first is not None and second is not None and second.index - first.index <= most


def _introduced(reading: Reading, singular: re.Match[str]) -> bool:
    """Whether a single one was brought in anywhere before: "one official", "a port official", "Official Jan Smit"."""
    noun = re.escape(singular.group(1))
    single = re.compile(
        rf"\b(?:an?|one|another|each|other|second|third)\s(?:[\w.'’-]{{1,20}}\s){{0,4}}{noun}\b"
        rf"|\bone of (?:the|those|these) (?:\w{{1,20}} ){{0,3}}{noun}s\b|\b{noun},? [A-Z]",
        re.IGNORECASE if noun.islower() else 0,
    )
    return single.search(reading.text, max(0, singular.start() - 4000), singular.start()) is not None
