"""What "who", "which" and "that" stand for: the words right before them."""

import re

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.name import NameKind
from attribution.model.span import Span
from attribution.sources.discourse import PEOPLE, Discourse, kind_of
from attribution.sources.kinds import Reader
from attribution.sources.reading import Reading

_OPENING = re.compile(
    r"\b(?:an?|the|one|two|three|four|five|some|many|several|another|other|those|his|her|their|its|any|every|no)\s",
    re.IGNORECASE,
)
_REACH = 120  # code points before the pronoun in which its noun phrase is looked for
_TRIES = 4  # noun phrases before the pronoun that are read, nearest first
_BETWEEN = " \t\u00a0,(—–-"  # what may stand between a noun phrase and its relative pronoun


@frozen
class Before:
    """What stands before a relative pronoun: a source met already, someone named, or a noun phrase read anew."""

    source: int | None = None
    entity: int | None = None
    reading: Reading | None = None


def before_relative(reader: Reader, discourse: Discourse, attribution: Attribution, reading: Reading) -> Before:
    """The antecedent of the relative pronoun of `reading`; an empty one when nothing there can be a source.

    "Who" skips what is no person: in "one senator familiar with the bill, who said" it is the senator.
    """
    span, text = reading.span, reader.document.text
    assert span is not None
    end = span.start
    while end > 0 and span.start - end < 8 and text[end - 1] in _BETWEEN:
        end -= 1
    for position in range(span.start, max(end - 1, 0), -1):
        if position in discourse.by_end:
            return Before(source=discourse.by_end[position])
    index = discourse.sentence(span.start)
    low = max(0, end - _REACH, discourse.sentence_starts[index] if index >= 0 else 0)
    openings = [match.start() for match in _OPENING.finditer(text, low, end)][-_TRIES:]
    named = next((pair for pair in reader.register.names_before(end, 1) if pair[0].core.end == end), None)
    if named is not None and (not openings or named[1].kind is NameKind.PERSON):
        return Before(entity=named[1].index)
    for opened in reversed(openings):
        if opened in discourse.by_start:
            return Before(source=discourse.by_start[opened])
        found = _read(reader, attribution, opened, end)
        if found is not None and (reading.pronoun != "who" or found.entity is not None or _is_person(found)):
            return found
    return Before()


def _read(reader: Reader, attribution: Attribution, opened: int, end: int) -> Before | None:
    """The noun phrase from `opened` to `end`, or the person to whose name it is an apposition."""
    before = reader.register.names_before(opened, 1)
    apposed = before and reader.document.text[before[0][0].core.end : opened] == ", "
    if apposed and before[0][1].kind is NameKind.PERSON:
        return Before(entity=before[0][1].index)
    found = reader.read(attribution, Span(opened, end))
    return Before(reading=found) if not found.pronoun else None


def _is_person(found: Before) -> bool:
    return found.reading is not None and kind_of(found.reading) == PEOPLE
