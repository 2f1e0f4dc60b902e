"""Which findings are new after an edit, and which are gone."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

from attribution.comparing.paragraphs import Group, normalized
from attribution.model.comparison import Change, ChangeKind
from attribution.model.finding import Finding, Severity
from attribution.model.report import Report
from attribution.rules.base import Scope
from attribution.rules.catalogue import catalogue

Key = Callable[[Finding, str, Mapping[int, int]], Hashable | None]


def finding_changes(old: Report, new: Report, groups: Sequence[Group]) -> Iterator[Change]:
    """Findings of one version without a counterpart in the other one.

    Findings are the same when their fingerprints are, when a rule objects to the same words, when it objects in the
    same paragraph however that was edited, and when it objects to an article as a whole: each once.
    """
    ours, theirs = list(old.findings), list(new.findings)
    old_places = {index: place for place, group in enumerate(groups) for index in group.old}
    new_places = {index: place for place, group in enumerate(groups) for index in group.new}
    for key in (_fingerprint, _words, _paragraph, _document):
        left: dict[Hashable, list[Finding]] = defaultdict(list)
        for finding in reversed(theirs):
            left[key(finding, new.analysis.document.text, new_places)].append(finding)
        gone, matched = [], set()
        for finding in ours:
            wanted = key(finding, old.analysis.document.text, old_places)
            if wanted is not None and left[wanted]:
                matched.add(id(left[wanted].pop()))
            else:
                gone.append(finding)
        ours, theirs = gone, [finding for finding in theirs if id(finding) not in matched]
    for finding in theirs:
        kind = ChangeKind.FINDING_NEW
        yield Change(kind, finding.severity, None, finding.span, now=finding.message, finding=finding)
    for finding in ours:
        kind = ChangeKind.FINDING_GONE
        yield Change(kind, Severity.INFO, finding.span, None, was=finding.message, finding=finding)


def _fingerprint(finding: Finding, text: str, places: Mapping[int, int]) -> Hashable | None:
    return finding.fingerprint or None


def _words(finding: Finding, text: str, places: Mapping[int, int]) -> Hashable | None:
    return finding.code, normalized(finding.span.of(text))


def _paragraph(finding: Finding, text: str, places: Mapping[int, int]) -> Hashable | None:
    place = places.get(finding.paragraph)
    return (finding.code, place) if place is not None else None


def _document(finding: Finding, text: str, places: Mapping[int, int]) -> Hashable | None:
    declared = catalogue().get(finding.code)
    return finding.code if declared is not None and declared.scope is Scope.DOCUMENT else None
