"""The inputs of `diff`: which article of one side belongs to which of the other."""

import argparse
import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from attribution.cli.inputs import articles, overrides
from attribution.cli.plugged import say_broken
from attribution.cli.terminal import complain
from attribution.config import of_publisher
from attribution.errors import AttributionError, ConfigError, ReadError
from attribution.model.document import Article
from attribution.readers.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from attribution.model.comparison import Comparison
    from attribution.running.outcomes import Job


_WHOLE = Path().as_posix()
_NOTHING = Article("", name=os.devnull)


@frozen
class Pair:
    """Two versions of an article: without words on the side where there is none."""

    old: Article
    new: Article


def article_pairs(arguments: argparse.Namespace, failures: list[AttributionError]) -> Iterator[Pair]:
    """The articles of both sides in pairs, in the new side's order, then those that the old one alone has.

    Two single articles are a pair whatever they are called; others belong together by their path below the folder and
    their id. What cannot be read is said on standard error and added to `failures`, and its counterpart is left out.
    Raises `ConfigError` when both
    sides are standard input, or only one is a folder.
    """
    old, new = arguments.old, arguments.new
    if old == new == STANDARD_INPUT:
        raise ConfigError(["diff: only one side can be standard input"])
    if Path(old).is_dir() != Path(new).is_dir() and os.devnull not in (old, new):
        folder, other = (old, new) if Path(old).is_dir() else (new, old)
        raise ConfigError([f"diff: {folder} is a folder and {other} is none; two files or two folders are compared"])
    before, after = (_Side.of(path, arguments, failures) for path in (old, new))
    unreadable = before.unreadable | after.unreadable
    if _WHOLE in unreadable:
        return
    if len(before.articles) == len(after.articles) == 1 and not unreadable:
        yield Pair(before.articles[0], after.articles[0])
        return
    waiting: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in reversed(before.articles):
        waiting[before.key(article)].append(article)
    for article in after.articles:
        if after.below(article.file) not in unreadable:
            known = waiting[after.key(article)]
            yield Pair(known.pop() if known else _NOTHING, article)
    left = {id(article) for articles in waiting.values() for article in articles}
    for article in before.articles:
        if id(article) in left and before.below(article.file) not in unreadable:
            yield Pair(article, _NOTHING)


def compared(pair: Pair, arguments: argparse.Namespace, failures: list[AttributionError]) -> "Comparison":
    """The comparison of a pair. A plugin's rule that fails in one version is said, and looks at neither."""
    from attribution.comparing.comparing import compare_reports
    from attribution.running.outcomes import outcome

    job = _job(pair, arguments)
    old = outcome(job)
    new = outcome(evolve(job, article=pair.new, config=old.config))
    if new.broken:
        old = evolve(outcome(evolve(job, config=new.config)), broken=old.broken)
    for article, broken in ((pair.old, old.broken), (pair.new, new.broken)):
        failures.extend(broken)
        say_broken(article, broken)
    return compare_reports(old.report, new.report, config=new.config)


def _job(pair: Pair, arguments: argparse.Namespace) -> "Job":
    """The old version under the configuration of the new one's file, which holds for both, else of its own.

    One for both, so that a change of the newsroom's rules is not taken for one of the article.
    """
    from attribution.configuring.project import project_of
    from attribution.running.outcomes import Job

    file = next((article.file for article in (pair.new, pair.old) if _stands_in_folder(article)), None)
    folder = Path(file).absolute().parent if file is not None else Path.cwd()
    project = project_of(folder, overrides(arguments))
    config = project.config_for(file or pair.new.name)
    publisher = pair.new.publisher or pair.old.publisher
    if arguments.own_outlet_from_publisher and publisher:
        config = of_publisher(config, publisher)
    return Job(pair.old, config, not arguments.no_suppressions, project.require_reason)


@frozen(eq=False)
class _Side:
    """One side: its articles, and the files that could not be read, by their path below the folder."""

    path: str
    articles: tuple[Article, ...]
    unreadable: frozenset[str]

    @classmethod
    def of(cls, path: str, arguments: argparse.Namespace, failures: list[AttributionError]) -> "_Side":
        """What `path` leads to; no article for the device that version control names in place of a missing file."""
        read = articles([path], arguments.format_in, overrides(arguments)) if path != os.devnull else []
        found = list(read)
        errors = [item for item in found if isinstance(item, ReadError)]
        for error in errors:
            failures.append(error)
            complain(str(error))
        side = cls(path, tuple(item for item in found if isinstance(item, Article)), frozenset())
        return evolve(side, unreadable=frozenset(side.below(error.path) for error in errors))

    def below(self, file: str | None) -> str:
        """The path of a file below the folder; the same for every file that was named itself."""
        if file is None or not Path(self.path).is_dir():
            return _WHOLE
        return Path(file).relative_to(self.path).as_posix()

    def key(self, article: Article) -> tuple[str, str]:
        """What both versions of an article share: its file's path below the folder, and its id within the file."""
        return self.below(article.file), article.name.removeprefix(article.file or "")


def _stands_in_folder(article: Article) -> bool:
    """Whether an article is in a file: standard input and a pipe (`<(git show …)`) say nothing about a newsroom."""
    return article.file is not None and article.file != STANDARD_INPUT and Path(article.file).is_file()
