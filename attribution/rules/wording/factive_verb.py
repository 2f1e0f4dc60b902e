"""The verb of reporting vouches for a claim that is in dispute.

What it does
------------
Flags "noted", "pointed out", "revealed", "explained", "acknowledged", "recalled" and their like, where what follows
is a forecast, an accusation or a judgement. With `contested_only` off, it flags them wherever they report a clause.
Quotations, headings and what nobody said yet are left alone.

Why it matters
--------------
One can note only what is so. "He noted that the plan would fail" has the article agree that it will; "he said" has
not.

When to switch it off
---------------------
It is off unless asked for (or under the policy "strict"): most houses take "noted" for a plain synonym of "said", and
whether a forecast is in dispute shows in the world rather than in the sentence.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import FixKind, Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.wording.cue_verbs import reports_words, with_said

_RECORDS = frozenset({SourceStatus.DOCUMENT, SourceStatus.DATA, SourceStatus.OUTLET})

_PARAPHRASE = frozenset({"that", "clause"})


@frozen
class Options:
    """`verbs`: more verbs to flag, in the base form.

    `allow`: verbs to leave alone, in the base form.

    `contested_only`: whether only claims that are in dispute count.
    """

    verbs: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    contested_only: bool = True


@rule(
    code="WORD502",
    name="factive-verb",
    severity=Severity.INFO,
    scope=Scope.ATTRIBUTION,
    message="“{verb}” takes it for true: {claim}.",
    policies=("TXT", "WPD"),
    options=Options,
    enabled=False,
    fix=FixKind.SUGGESTED,
    examples=[
        flagged("Hanna Berg, the treasurer, [[noted]] that the merger was a disaster for savers."),
        flagged("Hanna Berg, the treasurer, [[pointed out]] that the merger is likely to fail."),
        flagged("Hanna Berg, the treasurer, [[noted]] that the vote was on Monday.", contested_only=False),
        clean("Hanna Berg, the treasurer, noted that the vote was on Monday."),
        clean("Hanna Berg, the treasurer, said that the merger is likely to fail."),
        clean("“He noted that it was a disaster,” said Hanna Berg, the treasurer."),
        clean("The auditors' report noted that the merger is likely to fail."),
    ],
)
def factive_verb(reading: Reading, options: Options) -> Iterator[Hit]:
    factive = (reading.phrases("loaded_verbs", "factive") | {*options.verbs}) - {*options.allow}
    for attribution in reading.analysis.attributions:
        if attribution.cue.lemma not in factive or not reports_words(reading, attribution):
            continue
        if attribution.cue.frame not in _PARAPHRASE or reading.mention(attribution).status in _RECORDS:
            continue
        claim = _disputed(reading, attribution) if options.contested_only else attribution.content[0]
        if claim is not None:
            words = {"verb": attribution.cue.span.of(reading.text), "claim": claim.of(reading.text)}
            fix = with_said(reading, attribution) if attribution.cue.frame == "that" else None
            source = reading.source(attribution)
            yield Hit(attribution.cue.span, source, attribution, (claim,), words, fix)


def _disputed(reading: Reading, attribution: Attribution) -> Span | None:
    """The paraphrased words by which the content foretells, accuses or runs down; quoted ones are the speaker's own."""
    patterns = (
        reading.pattern("loaded_verbs", "disputable"),
        reading.pattern("allegations", "wrongdoing"),
        reading.pattern("pejoratives", "insults"),
    )
    for piece in attribution.content:
        for pattern in patterns:
            for match in pattern.finditer(reading.text, piece.start, piece.end):
                if not reading.quoted(Span(*match.span())):
                    return Span(*match.span())
    return None
