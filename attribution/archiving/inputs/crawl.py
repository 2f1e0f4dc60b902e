"""WARC files of news crawls: a document for each page that a server answered with, or each text of a WET file."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from attribution.archiving.documents import Document, Failure, Page
from attribution.archiving.extras import imported
from attribution.archiving.inputs.compression import opened
from attribution.errors import ReadError
from attribution.model.document import Article

_PAGES = ("text/html", "application/xhtml+xml")
_PIECE = 1 << 16  # bytes of a record that nobody wants, at a time


def crawled_documents(path: str, longest: int) -> Iterator[tuple[Document | Failure, int]]:
    """The pages of a crawl, with how many bytes of the file were read.

    Requests, images, redirects, error pages and what else is no page are left out. Raises `ExtraError` without warcio.
    """
    iterator = imported("warcio.archiveiterator", "archive", "reading WARC").ArchiveIterator
    exceptions = imported("warcio.exceptions", "archive", "reading WARC")
    number = 0
    with opened(path) as file:
        records = iterator(_Pieces(file.stream))
        records.INC_RECORD = ""  # a warning that it would write to standard error
        try:
            for number, record in enumerate(records, start=1):
                if record.format != "warc":
                    raise ReadError(path, "this is no WARC record")
                document = _document(record, path, number, longest)
                if document is not None:
                    yield document, file.consumed
                _finish(record, path)
            if number == 0:
                yield Failure(path, "holds no WARC records"), file.consumed
        except (ReadError, exceptions.ArchiveLoadFailed) as error:
            problem = error.problem if isinstance(error, ReadError) else " ".join(str(error).split())
            place = f"{path}:{max(number, 1)}"
            yield Failure(place, f"nothing can be read from here on: {problem}"), file.consumed


class _Pieces:
    """A stream that gives what is at hand rather than as much as was asked for: what stands before the place where a
    file is damaged is given before the error."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        found: bytes = self._stream.read1(size)  # type: ignore[attr-defined]
        return found

    def tell(self) -> int:
        return self._stream.tell()


def _document(record: Any, path: str, number: int, longest: int) -> Document | Failure | None:
    """The document in a record, `None` when it is not of the kind that holds one."""
    place = f"{path}:{number}"
    url = record.rec_headers.get_header("WARC-Target-URI") or place
    text = record.rec_type == "conversion" and _content_type(record.rec_headers) == "text/plain"
    if not text and not _is_page(record):
        return None
    content: bytes = record.content_stream().read(longest + 1)
    if len(content) > longest:
        return Failure(place, f"longer than {longest:,} bytes", url)
    date = (record.rec_headers.get_header("WARC-Date") or "")[:10] or None
    if not text:
        return Document(place, Page(url, content, date))
    try:
        words = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Failure(place, f"not UTF-8: byte 0x{content[error.start]:02x} at offset {error.start}", url)
    if not words.strip():
        return Failure(place, "holds no text", url)
    return Document(place, Article(words, name=url, publisher=publisher_of(url), file=path))


def publisher_of(url: str) -> str | None:
    """The site that a page belongs to, without the "www." before it.

    >>> publisher_of("https://www.harbour-courier.example/2026/bridge")
    'harbour-courier.example'
    """
    from urllib.parse import urlsplit

    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _finish(record: Any, path: str) -> None:
    """Reads what is left of a record; raises `ReadError` when it is shorter than it says."""
    while record.raw_stream.read(_PIECE):
        pass
    if record.raw_stream.limit > 0:
        raise ReadError(path, "the record ends too early")


def _is_page(record: Any) -> bool:
    if record.rec_type == "response":
        headers = record.http_headers
        return headers is not None and headers.get_statuscode() == "200" and _content_type(headers) in _PAGES
    return record.rec_type == "resource" and _content_type(record.rec_headers) in _PAGES


def _content_type(headers: Any) -> str:
    return str(headers.get_header("Content-Type") or "").split(";")[0].strip().lower()
