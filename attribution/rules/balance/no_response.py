"""Somebody is accused and not heard.

What it does
------------
Flags the first accusation of wrongdoing against a person or body with a full name ("Marta Kral embezzled", "accused
Marta Kral of fraud") in an article in which the accused does not speak, nobody speaks for them, and nothing says that
a reply was sought. Convictions, and accusations against people who speak anywhere in the article, are left alone.
`predicates` adds to the wrongs.

Why it matters
--------------
Every code demands the other side before an accusation runs, and in many countries a defence in court depends on it.
"Did not answer two e-mails" is one short sentence.

When to switch it off
---------------------
For live coverage and court reports, where the reply comes in another piece.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.lexicons.word_places import Wording
from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_NAME = r"[A-ZÀ-Þ][\w’'-]{1,30}(?:\s(?:al|bin|da|de|del|der|di|du|el|la|le|van|von))?(?:\s[A-ZÀ-Þ][\w’'-]{1,30}){1,2}"
_SUBJECT = re.compile(rf"({_NAME})(?:,[^,.;:!?]{{1,60}},)?(?:\s(?:has|had|have|also|then|once|\w{{3,12}}ly)){{0,2}}\s$")
_OBJECT = re.compile(rf"\s({_NAME})(?:,[^,.;:!?]{{1,60}},)?\sof\s")
_SURNAME = re.compile(r"\s([A-ZÀ-Þ][\w’'-]{2,30})\sof\s(?:\w{3,12}ly\s)?")
_WORD = re.compile(r"\w+(?:-\w+)*")
_LOOK_BACK = 110


@frozen
class Options:
    """`predicates`: more wrongs, as they stand in the text ("dumped waste")."""

    predicates: tuple[str, ...] = ()


@rule(
    code="BAL602",
    name="no-response",
    severity=Severity.WARNING,
    scope=Scope.DOCUMENT,
    message="{accused} is accused, and the article has no reply and no word that one was sought.",
    policies=("SPJ", "IPSO", "GDN"),
    options=Options,
    examples=[
        flagged("The fund closed in May. [[Marta Kral embezzled]] two million of it, a former clerk said."),
        flagged("Residents [[accused Norvik Shipping of]] dumping oil in the bay. The bay is closed to bathers."),
        clean("Marta Kral embezzled two million of the fund, a former clerk said. Kral said the books were in order."),
        clean(
            "Marta Kral embezzled two million of the fund, a former clerk said. Her lawyer did not respond to two "
            "e-mails."
        ),
        clean("Residents accused Oslo of neglect. The bay is closed to bathers."),
        clean("Marta Kral, who embezzled two million of the fund, was sentenced to four years in May."),
        clean("Marta Kral opened the fund in May. It lent money to two towns, a former clerk said."),
        clean("Prosecutors charged nobody. A thief embezzled two million of the fund, a former clerk said."),
    ],
)
def no_response(reading: Reading, options: Options) -> Iterator[Hit]:
    accusations = [*_accused_of(reading), *_said_to_have(reading, options.predicates)]
    if not accusations or reading.pattern("replies", "answers").search(reading.text) is not None:
        return
    heard = _heard(reading)
    for span, accused in sorted(accusations):
        if _surname(accused) not in heard and not _closed(reading, span) and not reading.heading(span):
            yield Hit(span, words={"accused": accused})
            return


def _accused_of(reading: Reading) -> Iterator[tuple[Span, str]]:
    """Accusations by the verb, with the accused: "accused Marta Kral of", and "accused Kral of embezzling".

    By one name, only crimes count: "accused Washington of weakness" is how politics talks.
    """
    wrongs = reading.pattern("allegations", "wrongdoing")
    for found in reading.pattern("replies", "accusing").finditer(reading.text):
        named = _OBJECT.match(reading.text, found.end())
        whom = named or _SURNAME.match(reading.text, found.end())
        if whom is not None and (named is not None or wrongs.match(reading.text, whom.end())):
            yield Span(found.start(), whom.end() - 1), whom.group(1)


def _said_to_have(reading: Reading, predicates: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Wrongs with a name as their subject: "Marta Kral embezzled"."""
    patterns: list[Wording | re.Pattern[str]] = [reading.pattern("allegations", "wrongdoing")]
    if predicates:
        patterns.append(re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(item) for item in predicates)})(?!\w)"))
    for pattern in patterns:
        for found in pattern.finditer(reading.text):
            before = reading.text[max(0, found.start() - _LOOK_BACK) : found.start()]
            if who := _SUBJECT.search(before):
                start = found.start() - len(before) + who.start()
                yield Span(start, found.end()), who.group(1)


def _heard(reading: Reading) -> frozenset[str]:
    """The words of every mention and name of those who speak anywhere in the article."""
    spoken = (reading.mention(item).span for item in reading.audited)
    mentions = (span.of(reading.text) for span in spoken if span is not None)
    names = (source.name or "" for source in reading.analysis.sources)
    return frozenset(word for words in (*mentions, *names) for word in _WORD.findall(words))


def _surname(accused: str) -> str:
    """The last word of a name, as those who speak are looked up."""
    words: list[str] = _WORD.findall(accused.removesuffix("’s").removesuffix("'s"))
    return words[-1]


def _closed(reading: Reading, accusation: Span) -> bool:
    """Whether a verdict, or a death, stands next to the accusation."""
    near = reading.around(accusation, 1)
    return reading.pattern("replies", "closed").search(reading.text, near.start, near.end) is not None
