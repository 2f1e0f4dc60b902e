"""What rules on verbs of reporting share: which attributions choose a verb, and the same words with "said"."""

import re

from attribution.lexicons.verbs import conjugator
from attribution.model.attribution import Attribution
from attribution.model.finding import Edit, Fix
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.rules.reading import Reading

_CLAUSES = frozenset({"that", "clause", "trailing", "quotation", "colon", "wh"})
_ALOOF = frozenset({SourceStatus.OBSERVATION, SourceStatus.PASSIVE})
_POSSESSIVE = ("’s", "'s", "s’", "s'")
_DEMANDED = re.compile(
    r"(?:that\s)?(?:(?!(?:will|would|shall|should|can|could|may|might|must|to|\w{0,12}n['’]t|\w{1,12}['’](?:ll|d))\s)"
    r"[\w'’-]{1,30}\s){1,5}be\b",
    re.IGNORECASE,
)


def reports_words(reading: Reading, attribution: Attribution) -> bool:
    """Whether the article itself chose this verb to report what somebody said.

    Quoted verbs are the speaker's, those inside somebody else's content too; what somebody would not say, or was to
    say, has not been said; and a noun ("his claim that") is a name for the words rather than a report of them.
    """
    span, source = attribution.cue.span, attribution.source
    if not attribution.cue.entry.startswith("cues_speech/") or attribution.cue.negated:
        return False
    if attribution.depth > 0 or attribution.shape == "infinitive" or source is None:
        return False
    if reading.quoted(span) or reading.heading(span) or _owned(reading, source):
        return False
    return reading.mention(attribution).status not in _ALOOF


def introduces_clause(reading: Reading, attribution: Attribution) -> bool:
    """Whether what was said stands there as a clause or a quotation, not as an object ("claimed a prize").

    A demand is no statement: "insisted that the vote be held" would not become "said".
    """
    first = attribution.content[0]
    demanded = attribution.cue.frame == "that" and _DEMANDED.match(reading.text, first.start, first.end)
    return attribution.cue.frame in _CLAUSES and not demanded


def with_said(reading: Reading, attribution: Attribution) -> Fix | None:
    """The same report with the form of "say" that fits, where the cue ends in a form of its lemma."""
    forms, say = (conjugator(reading.lexicons)(lemma) for lemma in (attribution.cue.lemma, "say"))
    same = {
        forms.base: say.base,
        forms.third: say.third,
        forms.gerund: say.gerund,
        forms.participle: say.participle,
        forms.past: say.past,
    }
    span = attribution.cue.span
    written = span.of(reading.text).split(" ")[-1]
    said = same.get(written)
    if said is None:
        return None
    return Fix(f"“{said}” instead of “{written}”", (Edit(Span(span.end - len(written), span.end), said),))


def _owned(reading: Reading, source: Span) -> bool:
    """Whether the source is only the owner of words ("Novak's false claims that"): a noun then, and no verb."""
    text = reading.text
    return text.endswith(_POSSESSIVE, source.start, source.end) or text.startswith(_POSSESSIVE[:2], source.end)
