"""The fix that takes words out."""

from attribution.model.finding import Edit, Fix
from attribution.model.span import Span

_VOWELS = tuple("aeiouAEIOU")


def without(text: str, words: Span, *, safe: bool = False) -> Fix:
    """A fix that takes `words` out of `text` with the white space after them, and mends the article before them.

    >>> without("an alleged suspect", Span(3, 10)).edits
    (Edit(span=Span(start=0, end=11), text='a '),)
    """
    end = words.end
    while end < len(text) and text[end].isspace():
        end += 1
    description = f"without “{words.of(text)}”"
    for article in ("an ", "a "):
        start = words.start - len(article)
        if (
            start >= 0
            and text[start : words.start].lower() == article
            and not text[max(0, start - 1) : start].isalnum()
        ):
            fitting = "an " if text.startswith(_VOWELS, end) else "a "
            written = fitting.capitalize() if text[start].isupper() else fitting
            return Fix(description, (Edit(Span(start, end), written),), safe)
    return Fix(description, (Edit(Span(words.start, end), ""),), safe)
