"""The inputs that `report` and `check` share: paths to articles, with the configuration that holds for each."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from attribution.cli.plugged import plugin_faults, say_broken
from attribution.cli.terminal import complain
from attribution.config import Config, of_publisher, policy_names
from attribution.errors import AttributionError, ReadError
from attribution.model.document import Article
from attribution.model.report import Report
from attribution.readers.formats import FORMATS
from attribution.readers.reading import STANDARD_INPUT, read_all
from attribution.readers.settings import Settings

if TYPE_CHECKING:
    from attribution.configuring.project import Overrides, Project
    from attribution.running.outcomes import Job


@frozen(eq=False)
class Input:
    """One article with the settings that hold for it, and whether its directives count."""

    article: Article
    project: "Project"
    config: Config
    suppressing: bool = True

    def job(self) -> "Job":
        """What there is to do."""
        from attribution.running.outcomes import Job

        return Job(self.article, self.config, self.suppressing, self.project.require_reason)


@frozen(eq=False)
class Audited:
    """One article's report and the settings that it was made under."""

    report: Report
    project: "Project"
    config: Config
    suppressing: bool = True

    def again(self, article: Article) -> "Audited":
        """The same for another state of the article."""
        from attribution.running.outcomes import outcome

        job = Input(article, self.project, self.config, self.suppressing).job()
        return evolve(self, report=outcome(job).report)


def add_input_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say what to read and whose articles they are."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file of a format that is read, a folder to walk for them, or - (standard input)",
    )
    add_format_in_argument(parser)
    add_outlet_arguments(parser)


def add_format_in_argument(parser: argparse.ArgumentParser) -> None:
    """The argument that says what the inputs are."""
    parser.add_argument(
        "--format-in", metavar="NAME", help=f"what they are, whatever their endings: {', '.join(FORMATS)}"
    )


def add_outlet_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say whose articles they are."""
    parser.add_argument(
        "--own-outlet", metavar="NAME", help="the outlet whose articles these are: what was told to it is first-hand"
    )
    parser.add_argument(
        "--own-outlet-from-publisher",
        action="store_true",
        help="take it from each article's publisher, and from --own-outlet where there is none",
    )


def add_configuration_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say which configuration holds, and which rules look."""
    group = parser.add_argument_group("configuration")
    group.add_argument("--config", metavar="FILE", help="this file holds for every article, in place of the nearest")
    group.add_argument("--isolated", action="store_true", help="leave out every configuration file")
    group.add_argument("--profile", choices=policy_names(), help="the policy to start from (default: default)")
    group.add_argument("--select", metavar="RULES", help="only these rules: codes, first letters, families or names")
    group.add_argument("--extend-select", metavar="RULES", help="these rules besides those that look anyway")
    group.add_argument("--ignore", metavar="RULES", help="leave out these rules")
    group.add_argument(
        "--no-suppressions", action="store_true", help="show what directives in the text suppress as well"
    )
    group.add_argument("--require-reason", action="store_true", help="object to suppressions that give no reason")


def overrides(arguments: argparse.Namespace) -> "Overrides":
    """What the command line says over configuration files."""
    from attribution.configuring.project import Overrides

    return Overrides(
        file=Path(arguments.config).absolute() if arguments.config else None,
        isolated=arguments.isolated,
        profile=arguments.profile,
        own_outlet=arguments.own_outlet,
        select=listed(arguments.select) if arguments.select is not None else None,
        extend_select=listed(arguments.extend_select),
        ignore=listed(arguments.ignore),
        require_reason=True if arguments.require_reason else None,
    )


def reports(arguments: argparse.Namespace, failures: list[AttributionError]) -> Iterator[Report]:
    """The report of each readable input; what cannot be read is said on standard error and added to `failures`."""
    return (audited.report for audited in audits(arguments, failures))


def audits(arguments: argparse.Namespace, failures: list[AttributionError]) -> Iterator[Audited]:
    """The same with the settings of each article. Raises `ConfigError` when those of one are wrong."""
    from attribution.running.outcomes import outcome

    failures.extend(plugin_faults())
    for given in inputs(arguments):
        if isinstance(given, ReadError):
            failures.append(given)
            complain(str(given))
            continue
        done = outcome(given.job())
        failures.extend(done.broken)
        say_broken(given.article, done.broken)
        yield Audited(done.report, given.project, done.config, given.suppressing)


def inputs(arguments: argparse.Namespace) -> "Iterator[Input | ReadError]":
    """Each article with the settings that hold for it, and an error in the place of each that cannot be read.

    Raises `ConfigError` when the settings of one are wrong.
    """
    said = overrides(arguments)
    for article in articles(arguments.paths, arguments.format_in, said):
        if isinstance(article, ReadError):
            yield article
            continue
        file = article.file or article.name
        project = _project(file, said)
        config = project.config_for(file)
        if arguments.own_outlet_from_publisher and article.publisher:
            config = of_publisher(config, article.publisher)
        yield Input(article, project, config, not arguments.no_suppressions)


def articles(paths: Iterable[str], format: str | None, said: "Overrides") -> Iterator[Article | ReadError]:
    """What paths lead to, read as the command line and the configuration of each file say."""

    def settings(file: str) -> Settings:
        return _project(file, said).config_for(file).readers

    return read_all(paths, format=format, settings=settings)


def _project(file: str, said: "Overrides") -> "Project":
    """The settings that hold for a file's folder: where one stands, for standard input."""
    # Read here and not above, since it loads every rule: `attribution --version` needs none.
    from attribution.configuring.project import project_of

    folder = Path.cwd() if file == STANDARD_INPUT else Path(file).absolute().parent
    return project_of(folder, said)


def listed(text: str | None) -> tuple[str, ...]:
    """The items of a list with commas.

    >>> listed("ANON, RELAY401")
    ('ANON', 'RELAY401')
    """
    return tuple(item.strip() for item in text.split(",") if item.strip()) if text else ()
