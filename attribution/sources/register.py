"""Everyone and everything an article names, each once: which names mean the same, and where a role is told."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from attrs import field, frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Document
from attribution.model.name import Gender, Name, NameKind
from attribution.model.span import Span
from attribution.sources.phrases import parse_phrase
from attribution.sources.roles import RoleFound, roles_of
from attribution.sources.same_names import owners_of
from attribution.sources.vocabulary import vocabulary
from attribution.text.names import find_names

_AGED = re.compile(r",\s(?:aged\s)?\d{2}(?=[,.;])|\s\(\d{2}\)")
_DOUBLE = re.compile(r"[A-ZÀ-Þ][^\W\d]{2,20}-[A-ZÀ-Þ][^\W\d]{2,20}")  # "Marchetti-Boateng"
_MAKERS = ("maker", "manufacturer", "retailer", "distributor", "exporter", "importer")


@frozen(eq=False)
class Entity:
    """One person, body or place: its names in order, the fullest of them, its roles with where each is told.

    A register holds each once, so that they are told apart by identity: comparing their names would cost more the
    more often an article names them.
    """

    index: int
    kind: NameKind
    names: tuple[Name, ...]
    full: Name
    gender: Gender
    roles: tuple[tuple[int, RoleFound], ...] = ()

    @property
    def known_from(self) -> int | None:
        """The position from which the text has given it a role or an affiliation."""
        return self.roles[0][0] if self.roles else None


@frozen(eq=False)
class Register:
    """All names of an article with the entities they belong to; built by `register_names`."""

    names: tuple[Name, ...]
    entities: tuple[Entity, ...]
    owners: tuple[int, ...]
    starts: tuple[int, ...] = field(repr=False)

    def names_in(self, span: Span) -> Sequence[tuple[Name, Entity]]:
        """The names within `span`, with what they name."""
        low, high = bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)
        return [
            (self.names[i], self.entities[self.owners[i]])
            for i in range(max(0, low - 1), high)
            if _within(self.names[i], span)
        ]

    def names_before(self, position: int, most: int) -> Sequence[tuple[Name, Entity]]:
        """The last `most` names that end before `position`, nearest first."""
        high = bisect_left(self.starts, position)
        return [(self.names[i], self.entities[self.owners[i]]) for i in range(high - 1, max(-1, high - 1 - most), -1)]


def register_names(document: Document, lexicons: Lexicons) -> Register:
    """The register of an article's names.

    A short name belongs to the last longer one before it that holds it and agrees in gender, else to the first after
    it; "Mr. Clinton" is never Hillary Clinton.
    """
    names = find_names(document, lexicons)
    owners = owners_of(document.text, names)
    groups: dict[int, list[int]] = {}
    for position, owner in enumerate(owners):
        groups.setdefault(owner, []).append(position)
    renumbered = {owner: index for index, owner in enumerate(groups)}
    entities = tuple(
        _entity(document.text, renumbered[owner], [names[i] for i in members], lexicons)
        for owner, members in groups.items()
    )
    return Register(
        names, entities, tuple(renumbered[owner] for owner in owners), tuple(name.span.start for name in names)
    )


def _within(name: Name, span: Span) -> bool:
    """Whether a name stands in `span`; of William “Bud” Kessler the surname is enough, which a quotation mark cuts
    off."""
    if name.core.end > span.end:
        return False
    surname = name.kind is NameKind.PERSON and name.core.end - len(name.words[-1]) >= span.start
    return name.core.start >= span.start or surname


def _tells_person(text: str, found: RoleFound, lexicons: Lexicons) -> bool:
    """Whether a description is one of a person: "sporting director"; not "a farming settlement"."""
    if found.role is None or found.clause:
        return False
    words = vocabulary(lexicons)
    phrase = parse_phrase(text, found.role, words)
    return phrase is not None and phrase.lemma in words.roles and phrase.lemma not in words.institutions


def _told_kind(
    text: str, full: Name, names: Sequence[Name], roles: Sequence[RoleFound], lexicons: Lexicons
) -> NameKind:
    """What the text tells of a name that no list knows: a role, an age, a double surname, or what a company makes."""
    if any(_tells_maker(text, found, lexicons) for found in roles):
        return NameKind.ORGANISATION
    if len(full.words) == 1:
        return NameKind.UNKNOWN
    told = any(_tells_person(text, found, lexicons) for found in roles)
    aged = any(_AGED.match(text, name.span.end) for name in names)
    return NameKind.PERSON if told or aged or _DOUBLE.fullmatch(full.words[-1]) else NameKind.UNKNOWN


def _tells_maker(text: str, found: RoleFound, lexicons: Lexicons) -> bool:
    """Whether a description is one of a company: "Palisade, the maker of warehouse robots"."""
    if found.role is None or found.clause:
        return False
    phrase = parse_phrase(text, found.role, vocabulary(lexicons))
    return phrase is not None and phrase.opening in ("a", "an", "the") and phrase.lemma.endswith(_MAKERS)


def _entity(text: str, index: int, names: Sequence[Name], lexicons: Lexicons) -> Entity:
    full = max(names, key=lambda name: (len(name.words), -name.core.start))
    kind = next((name.kind for name in names if name.kind is not NameKind.UNKNOWN), NameKind.UNKNOWN)
    gender = next((name.gender for name in names if name.gender is not Gender.UNKNOWN), Gender.UNKNOWN)
    roles: list[tuple[int, RoleFound]] = []
    if kind in (NameKind.PERSON, NameKind.UNKNOWN):
        for name in names:
            roles.extend((name.span.start, found) for found in roles_of(text, name, lexicons))
    if kind is NameKind.UNKNOWN:
        kind = _told_kind(text, full, names, [found for _, found in roles], lexicons)
    return Entity(index, kind, tuple(names), full, gender, tuple(roles))
