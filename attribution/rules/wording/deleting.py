"""The fix that takes words out."""

from attribution.model.finding import Edit, Fix
from attribution.model.span import Span

_VOWELS = tuple("aeiouAEIOU")
# A line break is no space between words: behind it another paragraph begins, or a directive.
_SPACES = " \t\xa0"


def without(text: str, words: Span, *, safe: bool = False) -> Fix:
    """A fix that takes `words` out of `text` with the white space after them.

    The article before them is mended, and a sentence that began with them still begins with a capital.

    >>> without("an alleged suspect", Span(3, 10)).edits
    (Edit(span=Span(start=0, end=11), text='a '),)
    >>> without("Reliable sources", Span(0, 8)).edits
    (Edit(span=Span(start=0, end=10), text='S'),)
    """
    end = words.end
    while end < len(text) and text[end] in _SPACES:
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
    if text[words.start : words.start + 1].isupper():
        first = text[end : end + 1]
        return Fix(description, (Edit(Span(words.start, end + len(first)), first.upper()),), safe)
    return Fix(description, (Edit(Span(words.start, end), ""),), safe)
