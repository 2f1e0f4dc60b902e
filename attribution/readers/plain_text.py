"""Plain text: the file is the article."""

from attribution.errors import ReadError
from attribution.model.document import Article, Segment
from attribution.readers.decoding import decode


def parse_text(data: bytes, name: str) -> Article:
    """The article in the bytes of a `.txt` file; raises `ReadError` when they are not UTF-8 or hold no text.

    >>> parse_text(b"The mayor resigned.", "mayor.txt").text
    'The mayor resigned.'
    """
    text, skipped = decode(data, name)
    if not text.strip():
        raise ReadError(name, "holds no text")
    segments = (Segment(0, len(text), skipped),) if skipped else ()
    return Article(text=text, name=name, segments=segments, file=name)
