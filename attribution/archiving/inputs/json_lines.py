"""JSON Lines, one document a line, however long a line is."""

from collections.abc import Iterator
from typing import BinaryIO

from attribution.archiving.documents import Document, Failure
from attribution.archiving.inputs.columns import Columns, article_of
from attribution.archiving.inputs.compression import opened
from attribution.errors import ReadError
from attribution.readers.json_lines import parse_object

_SKIPPED = 1 << 20  # bytes of a line that is too long anyway, at a time


def json_documents(path: str, columns: Columns, longest: int) -> Iterator[tuple[Document | Failure, int]]:
    """The document of each line that is not blank, with how many bytes of the file were read.

    A line of more than `longest` bytes is a failure and is never held; what follows a place where the file is damaged
    is one failure.
    """
    number = 0
    with opened(path) as file:
        try:
            for number, line in enumerate(_lines(file.stream, longest), start=1):
                if line is None or line.strip():
                    yield _document(line, path, number, columns, longest), file.consumed
        except ReadError as error:
            yield Failure(f"{path}:{number + 1}", f"nothing can be read from here on: {error.problem}"), file.consumed


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Each line; `None` in the place of one that is too long."""
    while line := stream.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while (rest := stream.readline(_SKIPPED)) and not rest.endswith(b"\n"):
            pass


def _document(line: bytes | None, path: str, number: int, columns: Columns, longest: int) -> Document | Failure:
    place = f"{path}:{number}"
    if line is None:
        return Failure(place, f"longer than {longest:,} bytes")
    try:
        record = parse_object(line.rstrip(b"\r\n"), path, "", f"an object with a {columns.text!r}")
        return Document(place, article_of(record, columns, path, place, ""))
    except ReadError as error:
        return Failure(place, error.problem)
