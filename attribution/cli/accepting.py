"""What `check` and `baseline` do with baselines: which file holds, what it accepts, and what the last line says."""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from attribution.cli.inputs import Audited

if TYPE_CHECKING:
    from attribution.baseline.entries import Baseline, Entry, Occurrences


@frozen(eq=False)
class Compared:
    """One baseline in use: the file, the folder that it names files from, what it held, and what this run found."""

    path: Path
    root: Path
    baseline: "Baseline"
    found: "Occurrences"

    def gone(self, paths: Iterable[str]) -> "tuple[Entry, ...]":
        """The entries that no longer occur as often, as far as a run over `paths` can tell."""
        from attribution.baseline.comparing import gone
        from attribution.baseline.files import named_from

        return gone(self.baseline, self.found, self.root, [named_from(self.root, path) for path in paths])


@frozen(eq=False)
class Accepting:
    """The baselines of one run, each read when its first article comes."""

    arguments: argparse.Namespace
    used: dict[Path, Compared] = field(factory=dict)

    def only_new(self, audited: Audited) -> Audited:
        """The article without the findings that its baseline accepts; all of them where there is none."""
        if self.arguments.no_baseline:
            return audited
        path = Path(self.arguments.baseline).absolute() if self.arguments.baseline else audited.project.baseline
        if path is None:
            return audited
        from attribution.baseline.comparing import only_new
        from attribution.baseline.files import named_from

        used = self.compared(path)
        article = audited.report.analysis.document.article
        file = named_from(used.root, article.file or article.name)
        return evolve(audited, report=only_new(audited.report, file, audited.config, used.baseline, used.found))

    def compared(self, path: Path, *, anew: bool = False) -> Compared:
        """The baseline at `path`, empty when it is to be made `anew`. Raises `ReadError` when it cannot be used."""
        from attribution.baseline.entries import Baseline, Occurrences
        from attribution.baseline.files import load_baseline, root_of
        from attribution.configuring.files import shown

        if path not in self.used:
            baseline = Baseline() if anew else load_baseline(path, shown(path))
            self.used[path] = Compared(path, root_of(path), baseline, Occurrences())
        return self.used[path]

    def summary(self) -> str:
        """What the last line says of the baselines, if any was used."""
        return "".join(self._said())

    def _said(self) -> Iterator[str]:
        if not self.used:
            return
        from attribution.baseline.comparing import accepted
        from attribution.renderers.wording import counted

        yield f"; {sum(accepted(item.baseline, item.found) for item in self.used.values())} accepted by the baseline"
        lost = sum(len(item.gone(self.arguments.paths)) for item in self.used.values())
        if lost:
            yield f", {counted(lost, 'entry', 'entries')} of which no longer {'occurs' if lost == 1 else 'occur'}"


def add_baseline_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments that say which baseline holds."""
    group = parser.add_argument_group("baseline")
    group.add_argument("--baseline", metavar="FILE", help="this file's findings are accepted; only others count")
    group.add_argument("--no-baseline", action="store_true", help="no finding is accepted, whatever is configured")
