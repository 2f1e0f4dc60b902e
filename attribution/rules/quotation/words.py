"""What quotation rules share: which quotations an attribution speaks, and how many words they hold."""

from attribution.model.attribution import Attribution
from attribution.model.document import Quotation
from attribution.rules.reading import Reading

_NO_WORD = frozenset("-–—…'’‘.,;:!?()[]&/*")


def spoken_quotations(reading: Reading, attribution: Attribution) -> tuple[Quotation, ...]:
    """The outermost quotations that lie in the content of an attribution, in order."""
    found = reading.quotations_within(attribution.content)
    return tuple(quotation for quotation in found if any(span.covers(quotation.inner) for span in attribution.content))


def quoted_words(reading: Reading, quotation: Quotation) -> int:
    """How many words stand between the marks; a hyphenated word is one."""
    return sum(not _NO_WORD.issuperset(word) for word in quotation.inner.of(reading.text).split())
