"""A whole archive, from its files to its tables: read, cut into shards, mapped by an engine, written and counted."""

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import define, field

from attribution.archiving.documents import Shard
from attribution.archiving.engines.engine import Engine
from attribution.archiving.folder import Folder
from attribution.archiving.inputs.finding import File, check_paths, find_archive_files
from attribution.archiving.inputs.reading import read_documents
from attribution.archiving.mapping import map_shard, survives, without
from attribution.archiving.settings import Settings, facts, tool_facts
from attribution.archiving.sharding import shards
from attribution.archiving.summing import ArchiveSummary, summarize_archive
from attribution.archiving.trying import try_out
from attribution.errors import WorkerError

Advance = Callable[[int, float], None]


def map_archive(
    paths: Sequence[str],
    output: Path,
    settings: Settings,
    engine: Engine,
    *,
    resume: bool = False,
    advance: Advance = lambda documents, share: None,
) -> ArchiveSummary:
    """Audits every document that `paths` lead to, writes the tables to the folder `output`, and gives what it all
    adds up to.

    `advance` is called with the documents of each shard that is done, and the share of the input, 0 to 1, that was
    done by then. Raises `ArchiveError` when the folder is in use or was begun with something else, `ExtraError` when a
    library is missing, and what a configuration is at fault for. What was finished stays when it is interrupted.
    """
    check_paths(paths)
    try_out(settings, find_archive_files(paths))
    folder = Folder(output, settings.format)
    folder.begin(facts(settings), find_archive_files(paths), resume=resume)
    size = sum(file.size for file in find_archive_files(paths) if isinstance(file, File))
    files = find_archive_files(paths)
    documents = read_documents(files, settings.columns, settings.longest, settings.config.readers)
    given = number = 0
    with engine:
        run = _Run(folder, settings, engine, advance)
        for shard, consumed in shards(documents, settings.shard_documents):
            given, number = given + len(shard.documents), shard.number + 1
            run.add(shard, consumed / size if size else 1.0)
        run.end()
    return summarize_archive(folder, number, given)


@define(eq=False)
class _Run:
    """The shards that are being worked on."""

    folder: Folder
    settings: Settings
    engine: Engine
    advance: Advance
    under_way: dict[int, tuple[Shard, float]] = field(factory=dict)
    tools: tuple[str | None, ...] = field(factory=tool_facts)

    def add(self, shard: Shard, share: float) -> None:
        """Has a shard worked on unless it is done already; waits for others while there are enough of them."""
        if self.folder.is_finished(shard):
            self.advance(0, share)
            return
        while self.engine.room <= 0:
            self._take()
        self._start(shard, share)

    def end(self) -> None:
        """Waits for all of them."""
        while self.under_way:
            self._take()

    def _start(self, shard: Shard, share: float) -> None:
        self.under_way[shard.number] = shard, share
        self.engine.start(shard.number, map_shard, shard, self.settings, self.tools)

    def _take(self) -> None:
        number, mapped = self.engine.finished()
        shard, share = self.under_way.pop(number)
        if isinstance(mapped, WorkerError):
            self._start(self._survivable(shard, mapped), share)
            return
        self.folder.finish(shard, mapped)
        self.advance(len(shard.documents), share)

    def _survivable(self, shard: Shard, error: WorkerError) -> Shard:
        """The shard without the documents that end the process they are read in; raises `error` when there are none."""
        fatal = [index for index in range(len(shard.documents)) if not self._survives(shard, index)]
        if not fatal:
            raise error
        return without(shard, fatal)

    def _survives(self, shard: Shard, index: int) -> bool:
        try:
            return self.engine.alone(survives, shard.documents[index], self.settings)
        except WorkerError:
            return False
