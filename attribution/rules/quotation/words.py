"""What quotation rules share: which quotations an attribution speaks, and how many words they hold."""

import re
from collections.abc import Iterator

from attribution.model.attribution import Attribution
from attribution.model.document import Quotation
from attribution.rules.reading import Reading

LOOK_BACK = 60
"""How many characters before a quotation may say what it is: "the slogan", "nicknamed"."""

_TERM = re.compile(
    r"\b(?:words?|terms?|phrases?|expressions?|slogan|hashtag|title|titled|entitled|nicknamed|nickname|dubbed|"
    r"codenamed|code-named|known|named|call(?:s|ed|ing)\s(?:him|her|it|them)sel(?:f|ves)|songs?|films?|movies?|books?|albums?|show|series|play|poem|novel|rated|rating|marked|labell?ed)[\s,:]{1,3}"
    r"(?:(?:the|a|as|of|like|such\sas|and|or)\s{1,2}){0,2}(?:[“\"'‘][\w -]{1,20}[”\"'’],?\s(?:and|or)\s)?$",
    re.IGNORECASE,
)
_NO_WORD = frozenset("-–—…'’‘.,;:!?()[]&/*")


def spoken_quotations(reading: Reading, attribution: Attribution) -> tuple[Quotation, ...]:
    """The outermost quotations whose words an attribution gives as its source's, in order.

    Those of a speaker quoted by this one are that speaker's; and what stands inside an audited attribution without
    being one itself ("is planning to “indefinitely” hold") speaks nothing of its own.
    """
    if attribution.depth > 0 and not attribution.audited:
        return ()
    own = attribution.content
    inner = [span for other in _quoted_speakers(reading, attribution) for span in other.content]
    return tuple(
        quotation
        for quotation in reading.quotations_within(own)
        if any(span.covers(quotation.inner) for span in own) and not any(span.covers(quotation.inner) for span in inner)
    )


def quoted_words(reading: Reading, quotation: Quotation) -> int:
    """How many words stand between the marks; a hyphenated word is one."""
    return sum(not _NO_WORD.issuperset(word) for word in quotation.inner.of(reading.text).split())


def term_or_title(reading: Reading, quotation: Quotation) -> bool:
    """Whether the marks set off a word as a word, a name or a title: "the word “famine”", “Night Train”."""
    before = reading.text[max(0, quotation.span.start - LOOK_BACK) : quotation.span.start]
    if _TERM.search(before):
        return True
    words = quotation.inner.of(reading.text).split()
    return bool(words) and all(word[0].isupper() or word[0].isdigit() for word in words)


def _quoted_speakers(reading: Reading, attribution: Attribution) -> Iterator[Attribution]:
    """The audited attributions inside this one that are nearest to it."""
    for child in reading.children(attribution):
        if child.audited:
            yield child
        else:
            yield from _quoted_speakers(reading, child)
