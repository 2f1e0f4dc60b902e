"""What the reader is told of a source in two versions: how it is named, what is added, on what terms and why."""

from collections.abc import Iterator

from attrs import frozen

from attribution.model.comparison import ChangeKind
from attribution.model.source import AnonymityTerms, Detail, ReasonKind, Source, SourceStatus
from attribution.scoring.table import ScoreTable, load_table

_OCCASION = frozenset({Detail.DATE_DAY, Detail.VENUE, Detail.MEDIUM, Detail.LOCATION})
_OPEN = (AnonymityTerms.ON_RECORD, AnonymityTerms.UNSTATED)
_NAMED = (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)
STATUS, COUNT = "status", Detail.EXACT_COUNT.value


@frozen
class Difference:
    """One thing that a reader is told no longer, or only now, with what of the source it is about."""

    kind: ChangeKind
    aspects: tuple[str, ...] = ()


def differences(old: Source, new: Source) -> Iterator[Difference]:
    """What became of a source: losses first.

    Rank is the base of the score table. Details count while the rank stays, and only those that the table counts for
    such sources: nobody misses how many people a name stands for.
    """
    yield from _fallen(old, new)
    yield from (Difference(lost.kind.mirror, lost.aspects) for lost in _fallen(new, old))


def _fallen(old: Source, new: Source) -> Iterator[Difference]:
    """What `new` tells less of than `old`."""
    table = load_table()
    before, after = (_rank(source, table) for source in (old, new))
    if after < before:
        yield Difference(ChangeKind.SOURCE_VAGUER, (STATUS,))
    elif after == before and (lost := tuple(_lost_details(old, new, table))):
        yield Difference(ChangeKind.SOURCE_VAGUER, lost)
    if after == before and (missing := tuple(_missing(old, new, _OCCASION, table))):
        yield Difference(ChangeKind.OCCASION_LOST, missing)
    if new.status not in _NAMED:
        yield from _untold(old, new)


def _rank(source: Source, table: ScoreTable) -> float:
    """The base of the source's status, less what the table takes from a document that nobody can find."""
    status = SourceStatus.NAMED_ROLE if Detail.OFFICIAL_ACCOUNT in source.details else source.status
    return table.base[status]


def _lost_details(old: Source, new: Source, table: ScoreTable) -> Iterator[str]:
    identifying = frozenset(Detail) - _OCCASION - {Detail.UNIDENTIFIED, Detail.OFFICIAL_ACCOUNT}
    found = list(_missing(old, new, identifying, table))
    if COUNT not in found and _fewer(old, new):
        found.append(COUNT)
    yield from found
    if Detail.UNIDENTIFIED in new.details and Detail.UNIDENTIFIED not in old.details:
        yield Detail.UNIDENTIFIED.value


def _missing(old: Source, new: Source, wanted: frozenset[Detail], table: ScoreTable) -> Iterator[str]:
    """The details among `wanted` that only `old` has, where the table has points for them."""
    group = table.groups[old.status]
    counted = {name for addition in table.additions if group in addition.groups for name in addition.any}
    for detail in old.details:
        if detail in wanted and detail not in new.details and detail.value in counted:
            yield detail.value


def _fewer(old: Source, new: Source) -> bool:
    """Whether fewer people speak than did: "three officials" became "an official"."""
    if old.count is None or new.count is None or new.count.most is None:
        return False
    return new.count.most < old.count.least


def _untold(old: Source, new: Source) -> Iterator[Difference]:
    """The terms on which a source without a name speaks, and why, where readers are told so no longer."""
    if old.terms not in _OPEN and new.terms in _OPEN:
        yield Difference(ChangeKind.TERMS_LOST, (old.terms.value,))
    if old.reason is ReasonKind.NONE or new.reason == old.reason:
        return
    if new.reason is ReasonKind.NONE or (new.reason.rote and not old.reason.rote):
        yield Difference(ChangeKind.REASON_LOST, (old.reason.value,))
