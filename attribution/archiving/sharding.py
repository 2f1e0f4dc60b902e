"""Where one shard ends and the next begins: decided by the documents alone, so that every run cuts alike."""

from collections.abc import Iterable, Iterator

from attribution.archiving.documents import Document, Failure, Shard, digest

DOCUMENTS = 500
"""Documents in a shard, unless said otherwise: under a minute of work, and a few files of a megabyte or less."""

_WEIGHT = 4_000_000  # characters of text, or bytes of pages, from which on a shard is full whatever its number


def shards(documents: Iterable[tuple[Document | Failure, int]], size: int = DOCUMENTS) -> Iterator[tuple[Shard, int]]:
    """The documents in shards of `size`, each with how many bytes of all files were read by its end.

    A shard holds fewer where documents are long, so that a bounded amount of text is held at once.
    """
    gathered: list[Document | Failure] = []
    number = first = weight = consumed = 0
    for document, consumed in documents:
        gathered.append(document)
        weight += document.weight if isinstance(document, Document) else 0
        if len(gathered) >= size or weight >= _WEIGHT:
            yield Shard(number, first, tuple(gathered), digest(gathered)), consumed
            number, first, weight = number + 1, first + len(gathered), 0
            gathered = []
    if gathered:
        yield Shard(number, first, tuple(gathered), digest(gathered)), consumed
