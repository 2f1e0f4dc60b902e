"""Names as they stand in a text: of people, organisations and places."""

from enum import StrEnum

from attrs import frozen

from attribution.model.span import Span


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    UNKNOWN = "unknown"


class Gender(StrEnum):
    """Which pronoun a name or a title goes with, where it tells."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"

    def agrees(self, other: "Gender") -> bool:
        """Whether both may be said of one person."""
        return self is other or Gender.UNKNOWN in (self, other)


@frozen
class Name:
    """One name in a text: `span` with its title, `core` without, `words` those of the core as they are written.

    `title` is the office or rank before it ("Prime Minister", "Detective Sergeant"); `role` says that it tells more
    than a form of address does, so "Mr." is a title and no role. `bare` says that nothing before or behind the
    name shows it to be an object or an owner, so that it may be a subject.
    """

    span: Span
    core: Span
    words: tuple[str, ...]
    kind: NameKind
    gender: Gender = Gender.UNKNOWN
    title: Span | None = None
    role: bool = False
    bare: bool = False
