"""Everyone and everything an article names, each once: which names mean the same, and where a role is told."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from attrs import field, frozen

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Document
from attribution.model.name import Gender, Name, NameKind
from attribution.model.span import Span
from attribution.sources.phrases import parse_phrase
from attribution.sources.roles import RoleFound, roles_of
from attribution.sources.vocabulary import vocabulary
from attribution.text.names import find_names


@frozen
class Entity:
    """One person, body or place: its names in order, the fullest of them, its roles with where each is told."""

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
            if self.names[i].core.start >= span.start and self.names[i].core.end <= span.end
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
    owners = _owners(names)
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


def _tells_person(text: str, found: RoleFound, lexicons: Lexicons) -> bool:
    """Whether a description is one of a person: "sporting director"; not "a farming settlement"."""
    if found.role is None or found.clause:
        return False
    words = vocabulary(lexicons)
    phrase = parse_phrase(text, found.role, words)
    return phrase is not None and phrase.lemma in words.roles and phrase.lemma not in words.institutions


def _owners(names: Sequence[Name]) -> list[int]:
    """For each name the position of the first name of its entity."""
    full: dict[tuple[str, ...], int] = {}
    by_word: dict[str, list[int]] = {}
    first_full: dict[str, int] = {}
    for position, name in enumerate(names):
        if _is_full(name):
            for word in {*_keys(name)}:
                first_full.setdefault(word, position)
    owners: list[int] = []
    for position, name in enumerate(names):
        owner = _owner(position, name, names, owners, full, by_word)
        if owner is None and not _is_full(name):
            later = first_full.get(name.words[-1])
            if later is not None and later > position and _compatible(name, names[later]):
                owner = full.setdefault(_identity(names[later]), position)
                by_word.setdefault(name.words[-1], []).append(position)
        if owner is None:
            owner = position
        owners.append(owner)
        if _is_full(name):
            full.setdefault(_identity(name), owner)
            for word in _keys(name):
                by_word.setdefault(word, []).append(position)
        elif owner == position:
            by_word.setdefault(name.words[-1], []).append(position)
    return owners


def _owner(
    position: int,
    name: Name,
    names: Sequence[Name],
    owners: Sequence[int],
    full: Mapping[tuple[str, ...], int],
    by_word: Mapping[str, list[int]],
) -> int | None:
    if _is_full(name):
        return full.get(_identity(name))
    for candidate in reversed(by_word.get(name.words[-1], ())[-6:]):
        if _compatible(name, names[candidate]):
            return owners[candidate]
    return None


def _is_full(name: Name) -> bool:
    return len(name.words) > 1


def _identity(name: Name) -> tuple[str, ...]:
    """What makes a full name the same: of people the first and the last word, so "Donald J. Trump" is Donald Trump."""
    if name.kind is NameKind.PERSON:
        return (name.words[0], name.words[-1])
    if name.words[0] in ("Department", "Ministry"):
        return (*name.words[1:], name.words[0])
    return name.words


def _keys(name: Name) -> tuple[str, ...]:
    """The single words by which a full name may be called again."""
    if name.kind is NameKind.PERSON or name.kind is NameKind.UNKNOWN:
        return name.words
    initials = "".join(word[0] for word in name.words if word[0].isupper())
    return (name.words[0], name.words[-1], initials) if len(initials) > 1 else (name.words[0], name.words[-1])


def _compatible(short: Name, long: Name) -> bool:
    if not short.gender.agrees(long.gender):
        return False
    people = (NameKind.PERSON, NameKind.UNKNOWN)
    if short.kind is NameKind.PLACE and long.kind is NameKind.PERSON:
        return long.words[-1] == short.words[-1] and short.bare  # "Steve Israel … Israel said"
    if short.kind in people and long.kind in people:
        return long.words[-1] == short.words[-1] or short.words[-1] in long.words
    if short.kind is NameKind.PERSON or long.kind is NameKind.PERSON:
        return False
    if NameKind.PLACE in (short.kind, long.kind):
        return short.words == long.words
    return True


def _entity(text: str, index: int, names: Sequence[Name], lexicons: Lexicons) -> Entity:
    full = max(names, key=lambda name: (len(name.words), -name.core.start))
    kind = next((name.kind for name in names if name.kind is not NameKind.UNKNOWN), NameKind.UNKNOWN)
    gender = next((name.gender for name in names if name.gender is not Gender.UNKNOWN), Gender.UNKNOWN)
    roles: list[tuple[int, RoleFound]] = []
    if kind in (NameKind.PERSON, NameKind.UNKNOWN):
        for name in names:
            roles.extend((name.span.start, found) for found in roles_of(text, name, lexicons))
    if (
        kind is NameKind.UNKNOWN
        and len(full.words) > 1
        and any(_tells_person(text, found, lexicons) for _, found in roles)
    ):
        kind = NameKind.PERSON
    return Entity(index, kind, tuple(names), full, gender, tuple(roles))
