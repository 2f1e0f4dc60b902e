"""What a run's findings are beside a baseline: accepted, new, or gone."""

from collections.abc import Iterable
from pathlib import Path

from attrs import evolve

from attribution.baseline.entries import Baseline, Entry, Key, Occurrences
from attribution.config import Config
from attribution.model.report import Report


def only_new(report: Report, file: str, config: Config, baseline: Baseline, found: Occurrences) -> Report:
    """The report without the findings that the baseline accepts; all of them are counted into `found`.

    An entry accepts as many findings of its file as it counts, in order of position.
    """
    found.visit(file, config)
    kept = []
    for finding in report.findings:
        entry = found.add(finding, report, file)
        known = baseline.entries.get(entry.key)
        if known is None or entry.count > known.count:
            kept.append(finding)
    return evolve(report, findings=tuple(kept))


def accepted(baseline: Baseline, found: Occurrences) -> int:
    """How many of a run's findings the baseline accepts."""
    counted = ((entry, baseline.entries.get(key)) for key, entry in found.entries.items())
    return sum(min(entry.count, known.count) for entry, known in counted if known is not None)


def gone(baseline: Baseline, found: Occurrences, root: Path, folders: Iterable[str]) -> tuple[Entry, ...]:
    """The entries that occur less often than they count, as far as this run can tell.

    It can tell of a file that it read, for rules that looked, and of a file that is no longer there in one of
    `folders`, named from `root` as files are.
    """
    within = tuple(folder.rstrip("/") for folder in folders)
    missing: dict[str, bool] = {}

    def told(entry: Entry) -> bool:
        if entry.file in found.idle:
            return entry.rule not in found.idle[entry.file]
        if entry.file not in missing:
            below = any(folder in (".", entry.file) or entry.file.startswith(f"{folder}/") for folder in within)
            missing[entry.file] = below and not (root / entry.file).exists()
        return missing[entry.file]

    return tuple(entry for key, entry in baseline.entries.items() if _count(found, key) < entry.count and told(entry))


def updated(baseline: Baseline, found: Occurrences) -> Baseline:
    """The baseline with what is new added; what it knows stays as it is written, and counts at least as often."""
    entries = dict(baseline.entries)
    for key, entry in found.entries.items():
        known = entries.get(key, entry)
        entries[key] = evolve(known, count=max(known.count, entry.count))
    return Baseline.of(entries)


def pruned(baseline: Baseline, found: Occurrences, dropped: Iterable[Entry]) -> Baseline:
    """The baseline in which the entries that are gone count only what is left of them."""
    entries = dict(baseline.entries)
    for entry in dropped:
        left = _count(found, entry.key)
        if left:
            entries[entry.key] = evolve(entry, count=left)
        else:
            del entries[entry.key]
    return Baseline.of(entries)


def _count(found: Occurrences, key: Key) -> int:
    entry = found.entries.get(key)
    return entry.count if entry is not None else 0
