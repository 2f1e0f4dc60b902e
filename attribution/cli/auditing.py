"""How many articles are audited side by side, and which need not be audited again."""

import argparse
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from attrs import define, evolve, field

from attribution.cli.inputs import Audited, Input, inputs
from attribution.cli.plugged import plugin_faults, say_broken
from attribution.cli.progress import Progress
from attribution.cli.terminal import complain
from attribution.errors import AttributionError, PatternError, PluginError, ReadError
from attribution.model.document import Article
from attribution.readers.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from attribution.running.cache import Cache
    from attribution.running.outcomes import Job
    from attribution.running.paging import Page
    from attribution.running.parallel import Pending
    from attribution.running.work import Work

Result = TypeVar("Result")


def add_running_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say how articles are worked through, none of which changes what is found."""
    group = parser.add_argument_group("speed")
    group.add_argument(
        "--jobs", type=whole_number, metavar="N", help="processes to share articles out to (default: one for each core)"
    )
    group.add_argument("--no-cache", action="store_true", help="audit again what was audited before")


def whole_number(value: str) -> int:
    """The number in an argument that counts something."""
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 on, not {value!r}")
    return int(value)


def checked(arguments: argparse.Namespace, failures: list[AttributionError], progress: Progress) -> Iterator[Audited]:
    """The findings of each readable input, in reports that hold no analysis.

    What cannot be read is said on standard error and added to `failures`. Raises what a configuration is at fault for.
    """
    from attribution.running.work import Checking

    for given, report in _Run(arguments, Checking(), failures, progress).results():
        yield Audited(report, given.project, given.config, given.suppressing)


def rendered(
    arguments: argparse.Namespace,
    failures: list[AttributionError],
    progress: Progress,
    options: dict[str, object],
    format: str | None = None,
) -> Iterator[tuple[Article, str]]:
    """Each readable input with its report in a format: the one that the command line asks for, unless it is said."""
    from attribution.running.work import Rendering

    work = Rendering(format or arguments.format, options)
    for given, text in _Run(arguments, work, failures, progress).results():
        yield given.article, text


def paged(
    arguments: argparse.Namespace, failures: list[AttributionError], progress: Progress, index: str
) -> "Iterator[tuple[Article, Page]]":
    """Each readable input with its report as a page that leads back to a list at the address `index`."""
    from attribution.running.paging import Paging

    for given, page in _Run(arguments, Paging(index), failures, progress).results():
        yield given.article, page


@define(eq=False)
class _Found(Generic[Result]):
    """A result that needs no work."""

    result: Result


@define(eq=False)
class _Run(Generic[Result]):
    """All inputs of a command line, each with what some work makes of it."""

    arguments: argparse.Namespace
    work: "Work[Result]"
    failures: list[AttributionError]
    progress: Progress
    # The inputs that were read and not yet given back, with the keys of those that are worked on.
    begun: deque[tuple[Input, str | None]] = field(factory=deque)
    caches: dict[Path, "Cache"] = field(factory=dict)
    broken: bool = False

    def results(self) -> Iterator[tuple[Input, Result]]:
        """Each readable input with its result, in order."""
        from attribution.running.parallel import in_order

        self.failures.extend(plugin_faults())
        for found in in_order(self.work, self._items(), self.arguments.jobs):
            if isinstance(found, ReadError):
                self._fail(found)
                continue
            given, key = self.begun.popleft()
            self.progress.advance()
            if isinstance(found, _Found):
                yield given, found.result
                continue
            if found.broken:
                # Not kept: it is said again in the next run, unless the plugin was mended.
                given = self._without(given, found.broken)
            elif key is not None:
                self._keep(given, key, found.data)
            yield given, self.work.result(found.data, given.article)
        self._prune()

    def _items(self) -> "Iterator[Pending[Job] | Any]":
        from attribution.running.parallel import Pending

        for given in inputs(self.arguments):
            if isinstance(given, ReadError):
                yield given
                continue
            key = self._key(given)
            kept = self._kept(given, key) if key is not None else None
            self.begun.append((given, key))
            yield kept or Pending(given.job(), len(given.article.text))

    def _key(self, given: Input) -> str | None:
        """Under which key the input's result is kept; standard input, mostly an editor's, is not."""
        if self.arguments.no_cache or given.article.file in (None, STANDARD_INPUT):
            return None
        from attribution.running.keys import entry_key, fingerprint

        settings = [fingerprint(given.config), given.suppressing, given.project.require_reason]
        return entry_key(given.article, settings, self.work.kind)

    def _kept(self, given: Input, key: str) -> _Found[Result] | None:
        data = self._cache(given).read(key)
        if data is None:
            return None
        try:
            return _Found(self.work.result(data, given.article))
        except (TypeError, ValueError):
            return None  # damaged, and about to be written anew

    def _keep(self, given: Input, key: str, data: Any) -> None:
        if self.broken:
            return
        try:
            self._cache(given).write(key, data)
        except OSError as error:
            self._give_up(error)

    def _prune(self) -> None:
        for cache in self.caches.values():
            try:
                cache.prune()
            except OSError as error:
                self._give_up(error)

    def _cache(self, given: Input) -> "Cache":
        from attribution.running.cache import FOLDER, Cache

        root = given.project.root
        if root not in self.caches:
            self.caches[root] = Cache(root / FOLDER)
        return self.caches[root]

    def _give_up(self, error: OSError) -> None:
        """A cache that cannot be written costs time and nothing else: it is said once."""
        self.progress.clear()
        complain(f"warning: the cache cannot be written: {error.filename}: {error.strerror}; --no-cache does without")
        self.broken = True

    def _without(self, given: Input, broken: Sequence[PluginError | PatternError]) -> Input:
        """The input under the settings that were left after rules of plugins failed in it, which is said."""
        self.failures.extend(broken)
        self.progress.clear()
        say_broken(given.article, broken)
        codes = tuple(error.code for error in broken if error.code is not None)
        return evolve(given, config=evolve(given.config, ignore=(*given.config.ignore, *codes)))

    def _fail(self, error: ReadError) -> None:
        self.failures.append(error)
        self.progress.clear()
        complain(str(error))
