"""Wire files: the agency's name in the first line, then an empty line, then the article."""

from attribution.errors import ReadError
from attribution.model.document import Article
from attribution.model.original import Original, Segment


def parse_wire(data: bytes, name: str) -> Article:
    """The article in the bytes of a `.wire` file."""
    original = Original(data.decode("utf-8"))
    agency, blank, text = original.text.partition("\n\n")
    if not blank:
        raise ReadError(name, "has no empty line between the agency's name and the article")
    segments = (Segment(0, len(text), len(agency) + len(blank)),)
    return Article(text=text, name=name, publisher=agency.strip(), segments=segments, originals=(original,))
