"""Plain text: the file is the article."""

from attribution.errors import ReadError
from attribution.model.document import Article
from attribution.readers.decoding import decode


def parse_text(data: bytes, name: str) -> Article:
    """The article in the bytes of a `.txt` file; raises `ReadError` when they cannot be decoded or hold no text.

    >>> parse_text(b"The mayor resigned.", "mayor.txt").text
    'The mayor resigned.'
    """
    original = decode(data, name)
    if not original.text.strip():
        raise ReadError(name, "holds no text")
    plain = original.encoding == "utf-8" and not original.marked
    return Article(text=original.text, name=name, file=name, originals=() if plain else (original,))
