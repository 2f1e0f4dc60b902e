"""The verb of reporting judges the speaker.

What it does
------------
Flags "claimed", "admitted", "conceded", "insisted", "boasted", "scoffed" and their like where they report words.
Quotations, headings, what nobody said yet ("refused to admit") and other senses ("claimed responsibility", "admitted
to hospital", "insisted on a recount") are left alone, and so are "alleged" and "claimed" where a charge or a suit is
spoken of. `verbs` adds to the list, `allow` takes away from it.

Why it matters
--------------
"Claimed" doubts, "admitted" finds guilty, "boasted" mocks. The reader is told what to think of the words before
reading them; "said" leaves that to the reader.

When to switch it off
---------------------
In criticism and sketch-writing. If the house allows "insisted" for what is said against contradiction, put it into
`allow`.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.finding import Fix, Severity
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.base import FixKind, Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading
from attribution.rules.wording.cue_verbs import introduces_clause, reports_words, with_said


@frozen
class Options:
    """`verbs`: more verbs to flag, in the base form.

    `allow`: verbs to leave alone, in the base form.
    """

    verbs: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()


@rule(
    code="WORD501",
    name="loaded-verb",
    severity=Severity.WARNING,
    scope=Scope.ATTRIBUTION,
    message="“{verb}” judges the words it reports; “say” does not.",
    policies=("TXT", "WPD"),
    options=Options,
    fix=FixKind.SUGGESTED,
    examples=[
        flagged("Vera Lindt, the mayor, [[claimed]] that the tram would pay for itself."),
        flagged("“We were late,” the contractor [[admitted]]."),
        flagged("She [[boasted of]] a full house, [[insisting]] that nobody had left early."),
        flagged("After [[bragging for]] a year about its speed, the contractor came late."),
        clean("The hotel boasts a pool and a bar."),
        clean("Vera Lindt, the mayor, said that the tram would pay for itself."),
        clean("A group nobody had heard of claimed responsibility for the fire."),
        clean("Vera Lindt was admitted to the bar in 1999 and insisted on a recount in 2004."),
        clean("“He claimed that it would pay for itself,” said Vera Lindt, the mayor."),
        clean("In a lawsuit, the contractor alleges that the mayor broke her word."),
        clean("The contractor refused to admit that it was late."),
        clean("Vera Lindt, the mayor, insisted that the tram would pay for itself.", allow=("insist",)),
    ],
)
def loaded_verb(reading: Reading, options: Options) -> Iterator[Hit]:
    loaded = (reading.phrases("loaded_verbs", "loaded") | {*options.verbs}) - {*options.allow}
    taken: set[int] = set()
    for attribution in reading.analysis.attributions:
        if attribution.cue.lemma in loaded and _judges(reading, attribution):
            taken.add(attribution.cue.span.start)
            words, fix = {"verb": attribution.cue.lemma}, _fix(reading, attribution)
            yield Hit(attribution.cue.span, reading.source(attribution), attribution, words=words, fix=fix)
    for found in reading.pattern("loaded_verbs", "vaunting").finditer(reading.text):
        span = Span(*found.span())
        if span.start in taken or found.group().lower().startswith(options.allow) or not reading.own_words(span):
            continue
        yield Hit(span, words={"verb": found.group()})


def _judges(reading: Reading, attribution: Attribution) -> bool:
    """Whether the verb reports words, and not a deed, a demand or a charge."""
    if not reports_words(reading, attribution):
        return False
    of_a_subject = " " in attribution.cue.lemma
    return (of_a_subject or introduces_clause(reading, attribution)) and not _of_the_law(reading, attribution)


def _of_the_law(reading: Reading, attribution: Attribution) -> bool:
    """Whether a suit or a charge is reported, in the law's own word for it."""
    if attribution.cue.lemma not in reading.phrases("loaded_verbs", "of-the-law"):
        return False
    if reading.mention(attribution).status is SourceStatus.DOCUMENT:
        return True
    here = reading.around(attribution.cue.span)
    return reading.pattern("hearsay", "accused", "proceedings").search(reading.text, here.start, here.end) is not None


def _fix(reading: Reading, attribution: Attribution) -> Fix | None:
    sayable = attribution.cue.lemma in reading.phrases("loaded_verbs", "sayable")
    return with_said(reading, attribution) if sayable and introduces_clause(reading, attribution) else None
