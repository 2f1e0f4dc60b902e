"""Most of what is attributed comes from people without a name.

What it does
------------
Flags an article in which unnamed people and groups stand behind more than `max_share` of at least
`min_attributions` attributions.

Why it matters
--------------
Each unnamed source may be justified; an article made of them leaves the reader nobody to hold to account.

When to switch it off
---------------------
For reporting from places where nobody can safely be named, once the article says so.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution, CueClass
from attribution.model.finding import Severity
from attribution.model.source import Proximity
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.unnamed import informant

_LISTED = re.compile(r"(?:[—–:(]|,\s)\s?[A-ZÀ-Þ][\w'’.&-]{1,30}(?:\s[\w'’.&-]{1,30}){0,3}(?:,|\s(?:and|&)\s[A-ZÀ-Þ])")


@frozen
class Options:
    """`max_share`: the greatest share of attributions to people without a name, from 0 to 1.

    `min_attributions`: the least number of attributions that make a story.

    `count_collectives`: whether groups without a number count as unnamed.
    """

    max_share: float = 0.5
    min_attributions: int = 4
    count_collectives: bool = True


@rule(
    code="ANON111",
    name="anonymous-share",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    message="{unnamed} of {all} attributions are to people without a name.",
    policies=("WSJ", "GDN"),
    options=Options,
    examples=[
        flagged(
            "[[One aide]] said the vote was off. Two ministers said it was not. A diplomat said he had not been told. "
            "Eva Ruiz, the speaker, said the house would sit."
        ),
        flagged(
            "[[Senior officials]] said the base was closed. An officer said it was not. A guard said the gate "
            "was shut. "
            "A driver said he had seen nobody."
        ),
        clean("One aide said the vote was off. Two ministers said it was not."),
        clean(
            "Eva Ruiz, the speaker, said the house would sit. Forty members wrote in an open letter that it should "
            "not. In their letter, the members said the vote could wait. The members urged a recess in an open letter."
        ),
        clean(
            "One aide said the vote was off. Two ministers said it was not. Eva Ruiz, the speaker, said the "
            "house would sit. "
            "Paul Adeyemi, her deputy, said he agreed."
        ),
        clean(
            "Eva Ruiz, the speaker, said the house would sit. Paul Adeyemi, her deputy, said he agreed. The "
            "court said it would rule. "
            "Nordbank said in a statement that it was ready."
        ),
    ],
)
def anonymous_share(reading: Reading, options: Options) -> Iterator[Hit]:
    audited = reading.audited
    unnamed = []
    for attribution in audited:
        status, source = reading.mention(attribution).status, reading.source(attribution)
        shielded = status.unnamed_person and source is not None and informant(reading, source)
        if shielded or (options.count_collectives and status.collective and _nameless(reading, attribution)):
            unnamed.append(attribution)
    if len(audited) < options.min_attributions or len(unnamed) <= options.max_share * len(audited):
        return
    spans = [reading.mention(item).span or item.cue.span for item in unnamed]
    words = {"unnamed": str(len(unnamed)), "all": str(len(audited))}
    yield Hit(spans[0], related=tuple(spans[1:]), words=words)


def _nameless(reading: Reading, attribution: Attribution) -> bool:
    """Whether a group speaks whose members a reader cannot find out.

    Those who signed a letter can be, those who are listed ("four banks – Nordbank, Hansa …") are, and "none of the
    checks showed it" is no group of people at all.
    """
    mention = reading.mention(attribution)
    if attribution.cue.cls is not CueClass.SPEECH or mention.span is None or mention.proximity is Proximity.PUBLIC:
        return False
    return not _LISTED.search(reading.text, mention.span.start, mention.span.end)
