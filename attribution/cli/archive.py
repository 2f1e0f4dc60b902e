"""`attribution archive`: an archive of any size as tables."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attribution.cli.auditing import whole_number
from attribution.cli.inputs import add_configuration_arguments, add_outlet_arguments, overrides
from attribution.cli.plugged import plugin_faults
from attribution.cli.progress import gauge
from attribution.cli.terminal import complain, width, write

if TYPE_CHECKING:
    from attribution.archiving.engines.engine import Engine
    from attribution.archiving.settings import Settings
    from attribution.archiving.summing import ArchiveSummary

_SHARD = 500  # what `attribution.archiving` takes too: known here, so that --help loads nothing of it
_LONGEST = 10_000_000


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser(
        "archive", help="an archive of any size as tables, on all cores or a cluster", allow_abbrev=False
    )
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="INPUT",
        help="a folder, or a file of JSON Lines (also .gz, .zst), Parquet, WARC (also .gz, .zst) or one article",
    )
    parser.add_argument("--output", metavar="DIR", required=True, help="the folder for the tables: a new or empty one")
    parser.add_argument("--resume", action="store_true", help="go on with what an earlier run left in this folder")
    parser.add_argument(
        "--format", choices=("parquet", "jsonl"), default="parquet", help="how tables are written (default: parquet)"
    )
    _add_column_arguments(parser)
    _add_engine_arguments(parser)
    add_outlet_arguments(parser)
    add_configuration_arguments(parser)
    parser.add_argument("--quiet", action="store_true", help="print no table of sourcing by outlet and month")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Writes the tables and prints what they add up to; 2 when there was anything that could not be read."""
    from attribution.archiving.archive import map_archive

    if plugin_faults():
        return 2
    line = gauge()
    line.start()
    try:
        summary = map_archive(
            arguments.paths,
            Path(arguments.output),
            _settings(arguments),
            _engine(arguments),
            resume=arguments.resume,
            advance=line.advance_to,
        )
    except KeyboardInterrupt:
        line.clear()
        complain(f"interrupted; the same command with --resume goes on: {line.done} documents of this run are kept")
        raise
    finally:
        line.clear()
    write(_result(summary, arguments), None)
    return 2 if summary.failed else 0


def _add_column_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("columns", "which columns of Parquet, or keys of JSON, hold what")
    group.add_argument("--text-column", metavar="NAME", default="text", help="the text (default: text)")
    group.add_argument("--id-column", metavar="NAME", default="id", help="an id of its own (default: id)")
    group.add_argument(
        "--publisher-column", metavar="NAME", default="publisher", help="the outlet (default: publisher)"
    )
    group.add_argument("--date-column", metavar="NAME", default="published", help="the date (default: published)")
    group.add_argument(
        "--longest",
        metavar="BYTES",
        type=whole_number,
        default=_LONGEST,
        help=f"a longer document is left out, and said (default: {_LONGEST:,})",
    )


def _add_engine_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("speed", "none of which changes what is written, but --shard-size")
    group.add_argument(
        "--jobs", type=whole_number, metavar="N", help="processes on this machine (default: one for each core)"
    )
    group.add_argument(
        "--engine", choices=("local", "dask"), default="local", help="what runs the processes (default: local)"
    )
    group.add_argument(
        "--scheduler", metavar="ADDRESS", help="dask: a cluster that runs already, as tcp://10.0.0.1:8786"
    )
    group.add_argument(
        "--shard-size",
        metavar="N",
        type=whole_number,
        default=_SHARD,
        help=f"documents that are worked on together and share files (default: {_SHARD})",
    )


def _settings(arguments: argparse.Namespace) -> "Settings":
    from attribution.archiving.encoding import TableFormat
    from attribution.archiving.inputs.columns import Columns
    from attribution.archiving.settings import Settings
    from attribution.configuring.project import project_of

    project = project_of(Path.cwd(), overrides(arguments))
    return Settings(
        project.config,
        TableFormat(arguments.format),
        Columns(arguments.text_column, arguments.id_column, arguments.publisher_column, arguments.date_column),
        publisher_is_own_outlet=arguments.own_outlet_from_publisher,
        suppressing=not arguments.no_suppressions,
        require_reason=project.require_reason,
        shard_documents=arguments.shard_size,
        longest=arguments.longest,
    )


def _engine(arguments: argparse.Namespace) -> "Engine":
    from attribution.errors import ConfigError
    from attribution.running.parallel import cores

    jobs = arguments.jobs or cores()
    if arguments.engine == "dask":
        from attribution.archiving.engines.dask import DaskEngine

        return DaskEngine(arguments.scheduler, jobs)
    if arguments.scheduler is not None:
        raise ConfigError(["--scheduler: only --engine dask has one"])
    from attribution.archiving.engines.local import LocalEngine

    return LocalEngine(jobs)


def _result(summary: "ArchiveSummary", arguments: argparse.Namespace) -> Iterator[str]:
    from attribution.archiving.folder import FAILED, SOURCING
    from attribution.archiving.sourcing import sourcing_lines
    from attribution.renderers.wording import counted

    output = Path(arguments.output)
    if not arguments.quiet and summary.sourcing:
        yield from (f"{line}\n" for line in sourcing_lines(summary.sourcing, width(), (output / SOURCING).as_posix()))
        yield "\n"
    said = f"{counted(summary.documents, 'document')} read, {summary.written} in the tables, {summary.failed} failed"
    yield f"{said} ({(output / FAILED).as_posix()})\n" if summary.failed else f"{said}\n"
