"""A paper is the source, and nothing says whose it is or how the article came by it.

What it does
------------
Flags documents, files, memos, e-mails and recordings that are cited without an owner ("leaked files reveal",
"according to a document"), when nothing in the sentence or up to `window` sentences around it says who wrote, obtained,
reviewed, filed or published them.

Why it matters
--------------
Papers are forged and quoted out of context. Whether the reporter has read this one, and where it comes from, decides
what it proves.

When to switch it off
---------------------
Where naming the way to a paper would name the source.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

_BEFORE = 20
_OPENED = re.compile(r"\b(?:if|whether|unless|the|these|those|whose|her|his|their|its)\s{1,3}$", re.IGNORECASE)


@frozen
class Options:
    """`window`: how many sentences around may say where the paper comes from."""

    window: int = 1


@rule(
    code="ATTR212",
    name="document-provenance",
    severity=Severity.WARNING,
    scope=Scope.PARAGRAPH,
    message="“{text}”: whose, and how does the article know?",
    policies=("NPR", "CBC", "RTR-S"),
    options=Options,
    examples=[
        flagged("[[Leaked files reveal]] the true balance."),
        flagged("Prices could double by spring, [[according to a document]]."),
        clean("Leaked files obtained by The Herald reveal the true balance."),
        clean("According to a memo by the treasurer, which we have seen, the balance is false."),
        clean("Documents filed in court show the true balance."),
        clean("The council cleared him over his use of a private email server, saying that no rule was broken."),
        clean("The plan is seen by analysts as a document of its time."),
    ],
)
def document_provenance(reading: Reading, options: Options) -> Iterator[Hit]:
    for found in reading.pattern("research", "papers").finditer(reading.text):
        span = Span(*found.span())
        if _conditional(reading, span) or "," in found.group():
            continue  # "use of a private email server, saying": the verb is somebody else's
        if not reading.quoted(span) and not reading.heading(span) and not _known(reading, span, options.window):
            yield Hit(span)


def _conditional(reading: Reading, span: Span) -> bool:
    """Whether nothing is said to be shown ("if the emails show that …"), or papers known already are meant."""
    return _OPENED.search(reading.text, max(0, span.start - _BEFORE), span.start) is not None


def _known(reading: Reading, span: Span, window: int) -> bool:
    """Whether words nearby tell of access or origin, or the paper's owner stands right behind it ("a memo by")."""
    near = reading.around(span, window)
    following = reading.text[span.end : span.end + 4].split(" ")
    if len(following) > 1 and following[1] in ("by", "of", "fr", "fro"):
        return True
    return reading.pattern("research", "access").search(reading.text, near.start, near.end) is not None
