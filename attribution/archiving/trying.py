"""What would go wrong in every document, found out before the first one."""

from collections.abc import Iterable

from attribution.archiving.documents import Failure
from attribution.archiving.encoding import encode
from attribution.archiving.extras import imported
from attribution.archiving.inputs.finding import File, FileKind
from attribution.archiving.rows import rows_of
from attribution.archiving.settings import Settings
from attribution.archiving.tables import DOCUMENTS
from attribution.model.document import Article
from attribution.running.outcomes import Job, outcome


def try_out(settings: Settings, files: Iterable[File | Failure]) -> None:
    """Raises what a configuration is at fault for, and `ExtraError` for a library that will be needed."""
    report = outcome(Job(Article("Rain fell, she said.", name="a"), settings.config)).report
    encode(DOCUMENTS, rows_of(report, 0, "a")["documents"], settings.format)
    kinds: set[tuple[FileKind, bool]] = set()
    for file in files:
        if isinstance(file, File):
            kinds.add((file.kind, file.name.lower().endswith(".zst")))
    if any(kind is FileKind.PARQUET for kind, _ in kinds):
        imported("pyarrow.parquet", "archive", "reading Parquet")
    if any(kind is FileKind.CRAWL for kind, _ in kinds):
        imported("warcio", "archive", "reading WARC")
        imported("trafilatura", "archive", "reading web pages")
    if any(zstandard for _, zstandard in kinds):
        imported("zstandard", "archive", "reading .zst files")
