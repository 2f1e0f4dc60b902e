"""What an archive adds up to, once all its shards are written: failures, sourcing by outlet and month, and a count of
everything that went in and came out."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from attribution.archiving.folder import FAILED, SOURCING, SUMMARY, Folder
from attribution.archiving.sourcing import SOURCING as SOURCING_TABLE
from attribution.archiving.sourcing import Group, Tally, share, sourcing_rows
from attribution.archiving.tables import TABLES
from attribution.errors import ArchiveError
from attribution.renderers.json_report import dump
from attribution.renderers.spreadsheet import csv_row
from attribution.version import VERSION

SCHEMA = "attribution-archive/1"


@frozen
class ArchiveSummary:
    """How many documents went in, how many gave rows and how many failed; `sourcing` are the rows by outlet and
    month."""

    documents: int
    written: int
    failed: int
    sourcing: tuple[Mapping[str, Any], ...]


def summarize_archive(folder: Folder, shards: int, given: int) -> ArchiveSummary:
    """Writes what all shards add up to; `given` is how many documents were read from the input.

    Raises `ArchiveError` when the tables and the failures together do not hold each document once.
    """
    sums: dict[Group, Tally] = {}
    rows = dict.fromkeys((table.name for table in TABLES), 0)
    read = failed = 0
    with folder.writing(FAILED) as failures:
        for record in folder.records(shards):
            read += record["documents"]
            for failure in record["failures"]:
                failures.write(f"{dump(failure, None)}\n".encode())
                failed += 1
            for table in rows:
                rows[table] += folder.counted(record, table)
            for publisher, month, found in record["sourcing"]:
                sums[publisher, month] = sums.get((publisher, month), Tally()) + Tally(**found)
    _check(folder.path, given, read, rows["documents"], failed)
    sourcing = sourcing_rows(sums)
    folder.write(SOURCING, "".join(_csv(sourcing)).encode("utf-8", "backslashreplace"))
    summary = ArchiveSummary(given, rows["documents"], failed, tuple(sourcing))
    folder.write(SUMMARY, f"{dump(_summary(summary, rows, sums.values(), shards), 2)}\n".encode())
    return summary


def _check(path: Path, given: int, read: int, written: int, failed: int) -> None:
    if not given == read == written + failed:
        found = f"{given} documents went in, and {written} came out with {failed} failed"
        raise ArchiveError([f"{path}: {found}; name another folder and begin again"])


def _summary(summary: ArchiveSummary, rows: Mapping[str, int], sums: Iterable[Tally], shards: int) -> dict[str, Any]:
    total = sum(sums, Tally())
    counts = asdict(total)
    return {
        "schema": SCHEMA,
        "tool": {"name": "attribution", "version": VERSION},
        "documents": {"read": summary.documents, "written": summary.written, "failed": summary.failed},
        "shards": shards,
        "rows": dict(rows),
        "words": total.words,
        "attributions": total.attributions,
        "sources": total.sources,
        "unnamed_share": share(total.unnamed, total.attributions),
        "relay_share": share(total.relayed, total.attributions),
        "anonymous_sources": total.anonymous_sources,
        "reason_share": share(total.anonymous_with_reason, total.anonymous_sources),
        "unattributed_hard_sentences": total.unattributed_hard_sentences,
        "points": round(total.points / total.graded, 2) if total.graded else None,
        "grades": {**{grade: counts[grade] for grade in "ABCDEF"}, "none": total.documents - total.graded},
        "findings": {"error": total.errors, "warning": total.warnings, "info": total.infos},
    }


def _csv(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    columns = [column.name for column in SOURCING_TABLE.columns]
    yield csv_row(columns)
    for row in rows:
        yield csv_row([row[column] for column in columns])
