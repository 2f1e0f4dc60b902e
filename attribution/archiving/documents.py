"""What an archive holds: documents, pages of a crawl that are still to be read, and what could not be read."""

import hashlib
from collections.abc import Iterable

from attrs import frozen

from attribution.model.document import Article


@frozen
class Page:
    """A web page as a crawler kept it: `content` in HTML, `crawled` the day as "2026-03-01"."""

    url: str
    content: bytes
    crawled: str | None = None


@frozen
class Document:
    """One document of an archive; `place` says where it stands, as "wire.jsonl:12"."""

    place: str
    content: Article | Page

    @property
    def id(self) -> str:
        """What the archive calls it: the address, for a page."""
        return self.content.name if isinstance(self.content, Article) else self.content.url

    @property
    def weight(self) -> int:
        """How much there is to read: characters of an article, bytes of a page."""
        return len(self.content.text if isinstance(self.content, Article) else self.content.content)


@frozen
class Failure:
    """A document, or the rest of a file, that gives no rows, and why."""

    place: str
    reason: str
    id: str | None = None


@frozen
class Shard:
    """Documents that are worked on together.

    `number` counts shards from 0, `first` is the number of the first document in the archive, and `digest` tells the
    contents of one shard from those of another.
    """

    number: int
    first: int
    documents: tuple[Document | Failure, ...]
    digest: str


def digest(documents: Iterable[Document | Failure]) -> str:
    """The SHA-256 of everything that documents hold.

    >>> one = Document("a.txt", Article("Rain fell.", name="a.txt"))
    >>> digest([one]) == digest([one]), digest([one]) == digest([one, one])
    (True, False)
    """
    found = hashlib.sha256()
    for document in documents:
        for part in _parts(document):
            data = part if isinstance(part, bytes) else (part or "").encode("utf-8", "surrogatepass")
            found.update(f"{len(data)} ".encode() if part is not None else b"- ")
            found.update(data)
    return found.hexdigest()


def _parts(document: Document | Failure) -> tuple[str | bytes | None, ...]:
    if isinstance(document, Failure):
        return "failure", document.place, document.reason, document.id
    content = document.content
    if isinstance(content, Page):
        return "page", document.place, content.url, content.content, content.crawled
    # What the file of an article says of its paragraphs and credits decides findings too.
    markup = repr((content.passages, content.credited)) if content.passages or content.credited else None
    return "article", document.place, content.name, content.text, content.publisher, content.published, markup
