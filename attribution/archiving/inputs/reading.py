"""All documents of an archive, in order, each with how far they reach into its files."""

from collections.abc import Iterable, Iterator

from attribution.archiving.documents import Document, Failure
from attribution.archiving.inputs.columns import Columns
from attribution.archiving.inputs.crawl import crawled_documents
from attribution.archiving.inputs.finding import File, FileKind
from attribution.archiving.inputs.identities import Identities
from attribution.archiving.inputs.json_lines import json_documents
from attribution.archiving.inputs.parquet import parquet_documents
from attribution.errors import ReadError
from attribution.readers.reading import read_all
from attribution.readers.settings import DEFAULT, Settings


def read_documents(
    files: Iterable[File | Failure], columns: Columns, longest: int, readers: Settings = DEFAULT
) -> Iterator[tuple[Document | Failure, int]]:
    """Every document of the files, with how many bytes of all files were read by then.

    What cannot be read is a failure in its place, and so is a document with the id of another one before it.
    `longest` is the most bytes that a document may have, `readers` how files of one article are read. Raises
    `ExtraError` when a library is missing.
    """
    before = 0
    with Identities() as identities:
        for file in files:
            if isinstance(file, Failure):
                yield file, before
                continue
            for document, consumed in _documents(file, columns, longest, readers):
                yield identities.checked(document), before + consumed
            before += file.size


def _documents(
    file: File, columns: Columns, longest: int, readers: Settings
) -> Iterator[tuple[Document | Failure, int]]:
    """The documents of a file; one that holds none at all is a failure."""
    found = False
    try:
        for item in _of_kind(file, columns, longest, readers):
            found = True
            yield item
    except OSError as error:
        found = True
        yield Failure(file.name, (error.strerror or str(error)).lower()), file.size
    if not found:
        yield Failure(file.name, "holds no documents"), file.size


def _of_kind(file: File, columns: Columns, longest: int, readers: Settings) -> Iterator[tuple[Document | Failure, int]]:
    if file.kind is FileKind.JSON_LINES:
        return json_documents(file.name, columns, longest)
    if file.kind is FileKind.PARQUET:
        return parquet_documents(file.name, columns, longest)
    if file.kind is FileKind.CRAWL:
        return crawled_documents(file.name, longest)
    return ((document, file.size) for document in _single(file, longest, readers))


def _single(file: File, longest: int, readers: Settings) -> Iterator[Document | Failure]:
    """The article in a file of one, or of a few in a format that a plugin reads."""
    if file.size > longest:
        yield Failure(file.name, f"longer than {longest:,} bytes")
        return
    for item in read_all([file.name], settings=lambda name: readers):
        if isinstance(item, ReadError):
            yield Failure(file.name, item.problem)
        else:
            yield Document(file.name, item)
