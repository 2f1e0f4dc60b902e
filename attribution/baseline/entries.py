"""What a baseline holds, and what an article's findings are in it."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve, field, frozen

from attribution.config import Config
from attribution.model.finding import Finding
from attribution.model.report import Report
from attribution.rules.catalogue import catalogue
from attribution.rules.settings import codes_looking
from attribution.rules.upkeep import UPKEEP, upkeep_looking

# As much of a finding's words as a reviewer needs to recognise it.
_SHOWN = 100

Key = tuple[str, str, str]
"""What tells one entry from another: file, rule and fingerprint."""


@frozen(order=True)
class Entry:
    """A finding that is accepted, `count` times over.

    The fingerprint is that of the paragraph's words, so that nothing else in the file matters. `message` and `words`
    are for whoever reviews the file.
    """

    file: str
    rule: str
    fingerprint: str
    count: int = field(default=1, order=False)
    message: str = field(default="", order=False)
    words: str = field(default="", order=False)

    @property
    def key(self) -> Key:
        """What tells this entry from others."""
        return self.file, self.rule, self.fingerprint


@frozen(eq=False)
class Baseline:
    """The entries of a baseline by key, in the order of file, rule and fingerprint."""

    entries: Mapping[Key, Entry] = MappingProxyType({})

    @classmethod
    def of(cls, entries: "Mapping[Key, Entry]") -> "Baseline":
        """A baseline of these entries."""
        return cls(MappingProxyType(dict(sorted(entries.items()))))


@frozen(eq=False)
class Occurrences:
    """The findings of a run as entries, and for each file the rules that did not look."""

    entries: dict[Key, Entry] = field(factory=dict)
    idle: dict[str, frozenset[str]] = field(factory=dict)

    def visit(self, file: str, config: Config) -> None:
        """Notes that the rules which look under `config` have looked at a file."""
        there = {*catalogue(), *(phrase.code for phrase in config.phrases), *UPKEEP}
        self.idle[file] = frozenset(there - codes_looking(config) - upkeep_looking(config))

    def add(self, finding: Finding, report: Report, file: str) -> Entry:
        """Counts a finding in; gives its entry so far."""
        entry = self.entries.get((file, finding.code, finding.fingerprint))
        if entry is not None:
            entry = evolve(entry, count=entry.count + 1)
        else:
            words = _shown(finding.span.of(report.analysis.document.text))
            entry = Entry(file, finding.code, finding.fingerprint, 1, _written(finding.message), words)
        self.entries[entry.key] = entry
        return entry


def _shown(words: str) -> str:
    flat = " ".join(_written(words[: 4 * _SHOWN]).split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rstrip() + "…"


def _written(text: str) -> str:
    """The text as UTF-8 can hold it: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode("utf-8")
