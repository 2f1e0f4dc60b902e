"""One shard to tables: a pure function, the same in every process and on every machine."""

from collections.abc import Iterable

from attrs import evolve, frozen

from attribution.archiving.documents import Document, Failure, Page, Shard
from attribution.archiving.encoding import encode
from attribution.archiving.pages import article_of_page
from attribution.archiving.rows import Rows, rows_of
from attribution.archiving.settings import Settings, tool_facts
from attribution.archiving.sourcing import Group, Tally, tally
from attribution.archiving.tables import TABLES
from attribution.config import of_publisher
from attribution.errors import ArchiveError, ReadError
from attribution.model.document import Article
from attribution.running.outcomes import Job, outcome


@frozen
class MappedShard:
    """What a shard became: the file of each table, the documents that gave no rows, and sums by outlet and month."""

    number: int
    files: tuple[tuple[str, bytes], ...]
    rows: tuple[tuple[str, int], ...]
    failures: tuple[tuple[int, Failure], ...]
    tallies: tuple[tuple[Group, Tally], ...]


def map_shard(shard: Shard, settings: Settings, tools: tuple[str | None, ...]) -> MappedShard:
    """The tables of a shard, in files. No document holds up another: what fails in one is a failure.

    `tools` are the `tool_facts` of the process that asks; raises `ArchiveError` when they differ from those here.
    """
    if tools != tool_facts():
        here, there = (" ".join(map(str, facts)) for facts in (tool_facts(), tools))
        raise ArchiveError([f"a worker has another version: {here}, and not {there}"])
    rows: Rows = {table.name: [] for table in TABLES}
    failures: list[tuple[int, Failure]] = []
    for number, document in enumerate(shard.documents, start=shard.first):
        found = audited(document, number, settings)
        if isinstance(found, Failure):
            failures.append((number, found))
        else:
            for table, more in found.items():
                rows[table].extend(more)
    return MappedShard(
        number=shard.number,
        files=tuple((table.name, encode(table, rows[table.name], settings.format)) for table in TABLES),
        rows=tuple((name, len(found)) for name, found in rows.items()),
        failures=tuple(failures),
        tallies=tuple(tally(rows["documents"]).items()),
    )


def audited(document: Document | Failure, number: int, settings: Settings) -> Rows | Failure:
    """The rows of one document, or why there are none. Nothing is raised, whatever the document is."""
    if isinstance(document, Failure):
        return document
    try:
        article = _article(document)
        config = settings.config
        if settings.publisher_is_own_outlet and article.publisher:
            config = of_publisher(config, article.publisher)
        done = outcome(Job(article, config, settings.suppressing, settings.require_reason))
        if done.broken:
            raise done.broken[0]
        return rows_of(done.report, number, document.place)
    except ReadError as error:
        return Failure(document.place, error.problem, document.id)
    except Exception as error:  # a fault of ours or of a plugin, which must not cost the other documents
        return Failure(document.place, _reason(error), document.id)


def survives(document: Document | Failure, settings: Settings) -> bool:
    """Whether a document can be read without the process ending: where it does not, nothing is given back."""
    audited(document, 0, settings)
    return True


def without(shard: Shard, fatal: Iterable[int]) -> Shard:
    """The shard with a failure in the place of each document, by index, that ended the process it was read in."""
    indices = set(fatal)
    return evolve(
        shard,
        documents=tuple(
            Failure(
                document.place, "the process that read it ended; it may need more memory than there is", document.id
            )
            if index in indices
            else document
            for index, document in enumerate(shard.documents)
        ),
    )


def _article(document: Document) -> Article:
    if isinstance(document.content, Page):
        return article_of_page(document.content, document.place)
    return document.content


def _reason(error: Exception) -> str:
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message}" if message else type(error).__name__
