"""Voices of the outlet itself in a transcript: hosts and reporters, who pass on what others say and are no source."""

import re
from functools import lru_cache

from attribution.model.attribution import Attribution

# "MARA LINDQVIST, HOST:", "DOV ANSELL, BYLINE:"
_LABELLED = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][^\n:,a-z]{1,40}), (?:CO-)?(?:HOST|BYLINE|ANCHOR|CORRESPONDENT|REPORTER|PRESENTER|MODERATOR)\b",
    re.MULTILINE,
)
# "Our reporter Dov Ansell has been talking to people inside."
_OURS = re.compile(
    r"\b[Oo]ur (?:\w{2,14} ){0,2}(?:reporter|correspondent|editor|colleague|producer),? "
    r"(?P<name>[A-ZÀ-Þ][\w’'-]{1,20}(?: [A-ZÀ-Þ][\w’'-]{1,20}){0,2})"
)


def is_own_voice(text: str, attribution: Attribution) -> bool:
    """Whether the turn of a host or a reporter of the outlet is meant: "ANSELL: The ministry says it was told"."""
    source = attribution.source
    if attribution.shape != "turn" or source is None:
        return False
    label = source.of(text).split(",")[0].split()
    return bool(label) and label[-1].lower() in _own_voices(text)


@lru_cache(maxsize=4)
def _own_voices(text: str) -> frozenset[str]:
    """The surnames, in lower case, of the outlet's people who speak in a text: once an article."""
    found = (match["name"] for pattern in (_LABELLED, _OURS) for match in pattern.finditer(text))
    return frozenset(name.split()[-1].lower() for name in found)
