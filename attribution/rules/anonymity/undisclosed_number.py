"""Several people speak and the reader is not told how many.

What it does
------------
Flags a source in the plural ("officials", "people familiar with the talks", "friends of the minister") for which
the article never gives a number. Bodies that speak in public as a body (police, prosecutors, a party) are left
alone, and so is a plural that a named member follows in the same paragraph.

Why it matters
--------------
"Officials" may be two or twenty, and has been one. A plural lends weight that the reader cannot check.

When to switch it off
---------------------
For short items without room for more than one sentence of sourcing. Set `include_public_groups` to false to look at
unnamed people only.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.finding import Severity
from attribution.model.source import Mention, Source, SourceStatus
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.unnamed import share

_NOBODY = frozenset(
    f"kinds.{kind}"
    for kind in ("agent-noun", "bodies", "people", "plural-with-side", "pointing-back", "sided-group", "unknown-plural")
)
_KNOWN = re.compile(r"(?:the|those|these|who|one of)\b|.{1,60}\band (?:his|her|their)\b", re.IGNORECASE)
_CLASSES = frozenset({CueClass.SPEECH, CueClass.EVIDENCE, CueClass.BELIEF})
_NAMED = (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)


@frozen
class Options:
    """`exempt_heads`: more nouns to leave alone, besides those of the word list.

    `include_public_groups`: whether plain groups count ("Ukrainian officials").
    """

    exempt_heads: tuple[str, ...] = ()
    include_public_groups: bool = True


@rule(
    code="ANON108",
    name="undisclosed-number",
    severity=Severity.INFO,
    scope=Scope.SOURCE,
    message="“{text}”: how many? The article gives no number.",
    policies=("RTR-H", "RTR-S"),
    options=Options,
    examples=[
        flagged("[[Finnish diplomats]] said the border would stay shut."),
        flagged("The fund lost $40 million, according to [[people familiar with its results]]."),
        clean("Two Finnish diplomats said the border would stay shut."),
        clean("Police said the road would stay shut."),
        clean("Five people briefed on the deal said it was close. The people said lawyers were still at work."),
        clean("A Finnish diplomat said the border would stay shut."),
    ],
)
def undisclosed_number(reading: Reading, options: Options) -> Iterator[Hit]:
    exempt = reading.phrases("informants", "counted-in-public") | frozenset(options.exempt_heads)
    for source in reading.analysis.sources:
        spoken = _heard(reading, source)
        mentions = [reading.mention(item) for item in spoken]
        stating = reading.phrases("informants", "stating")
        if not any(item.cue.lemma in stating and item.shape != "turn" for item in spoken):
            continue
        if not mentions or _counted(source, mentions) or not _plural(mentions[0], reading, options):
            continue
        mention = mentions[0]
        head = mention.head.of(reading.text).lower() if mention.head is not None else ""
        if mention.span is None or head in exempt or reading.heading(mention.span):
            continue
        if _counts_nobody(mention, mention.span.of(reading.text)) or _exemplified(reading, spoken[0]):
            continue
        yield Hit(mention.span, source, spoken[0])


def _counts_nobody(mention: Mention, words: str) -> bool:
    """Whether no group of informants is meant: things, peoples, shares of people asked, or people the article knows."""
    return any(item.code in _NOBODY for item in mention.evidence) or share(words) or _KNOWN.match(words) is not None


def _heard(reading: Reading, source: Source) -> list[Attribution]:
    """What a source says or believes, outermost only."""
    found = (reading.analysis.attributions[index] for index in source.attributions)
    return [item for item in found if item.depth == 0 and item.cue.cls in _CLASSES]


def _counted(source: Source, mentions: list[Mention]) -> bool:
    """Whether the article gives a number anywhere, be it a lower bound as in "dozens of"."""
    numbers = [source.count, *(mention.number for mention in mentions)]
    return any(number is not None and ((number.most or 0) > 1 or number.least > 2) for number in numbers)


def _plural(mention: Mention, reading: Reading, options: Options) -> bool:
    if mention.head is None or not (mention.status.unnamed_person or mention.status is SourceStatus.COLLECTIVE):
        return False
    if mention.status is SourceStatus.COLLECTIVE and not options.include_public_groups:
        return False
    head = mention.head.of(reading.text).lower()
    return head.endswith(("people", "men", "women")) or (head.endswith("s") and not head.endswith("ss"))


def _exemplified(reading: Reading, attribution: Attribution) -> bool:
    """Whether the next voice of the paragraph has a name: "Doctors urged caution. “One trial,” said Eva Ruiz, a …"."""
    paragraph = reading.document.paragraph_at(attribution.cue.span.start)
    following = reading.following(attribution)
    if paragraph is None or following is None or not paragraph.span.covers(following.cue.span):
        return False
    if following.cue.cls is CueClass.NONRESPONSE:
        return False
    return reading.mention(following).status in _NAMED
