"""A post by nobody in particular is the source.

What it does
------------
Flags claims by users, channels and accounts of a platform whose owner is not named, and pictures circulating there,
when no note nearby says that the post was verified, located or could not be checked. A named person's own account is
left alone.

Why it matters
--------------
Anybody can post anything under any name. Until someone finds out who posted it and where it was filmed, it is a rumour
with a picture.

When to switch it off
---------------------
For stories about the platforms themselves, whose users are the subject.
"""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.finding import Severity
from attribution.model.span import Span
from attribution.rules.base import Hit, Scope, clean, flagged, rule
from attribution.rules.reading import Reading

CLAIM_REACH = 80
"""How far behind the account its verb may stand: "a Telegram channel called Night Watch put the number at"."""


@frozen
class Options:
    """`window`: how many sentences around may vouch for the post.

    `trusted_accounts`: words that name accounts to leave alone.
    """

    window: int = 1
    trusted_accounts: tuple[str, ...] = ()


@rule(
    code="ATTR213",
    name="social-post-unverified",
    severity=Severity.WARNING,
    scope=Scope.SENTENCE,
    message="“{text}”: whose account, and has anyone checked?",
    policies=("AP-SOC", "AFP", "RTR-C"),
    options=Options,
    examples=[
        flagged("[[Telegram channels]] reported explosions near the port."),
        flagged("The queue was long. [[TikTok users]] are reporting empty shelves."),
        clean("The governor, Oleh Bondar, wrote on his Telegram channel that the port was hit."),
        clean("Telegram channels reported explosions. Reuters could not verify the posts."),
        clean("Twitter users posted their thoughts on the ruling."),
        clean("The firm has lost Facebook users since March."),
        clean("“Twitter users say so,” said Lea Braun, a teacher."),
    ],
)
def social_post_unverified(reading: Reading, options: Options) -> Iterator[Hit]:
    for found in reading.pattern("social", "unknown-accounts", "clips").finditer(reading.text):
        span = Span(*found.span())
        if reading.quoted(span) or reading.heading(span) or not _claims(reading, span):
            continue
        near = reading.around(span, options.window)
        words = near.of(reading.text)
        if not reading.pattern("social", "vouched").search(words) and not any(
            account in words for account in options.trusted_accounts
        ):
            yield Hit(span)


def _claims(reading: Reading, span: Span) -> bool:
    """Whether a verb of claiming stands behind the account, in its sentence. "Posted their thoughts" claims nothing."""
    here = reading.around(span, 0)
    end = max(span.end, min(here.end, span.end + CLAIM_REACH))
    told = reading.pattern("social", "telling").search(reading.text, span.end, end)
    return told is not None and reading.pattern("social", "reacting").match(reading.text, told.end() + 1) is None
