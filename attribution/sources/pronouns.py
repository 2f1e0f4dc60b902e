"""Whom a pronoun stands for: the person, group or body that reading order and agreement make likeliest."""

import re

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.name import Gender, NameKind
from attribution.model.source import SourceStatus
from attribution.sources.discourse import BODY, PEOPLE, WORK, Discourse
from attribution.sources.reading import NEUTER, PLURAL_PRONOUNS, Reading
from attribution.sources.register import Register

_REACH = 3  # paragraphs back in which an antecedent is looked for
_NAMES = 14  # names back that are weighed
_OBJECT = re.compile(r"\b(?:of|to|for|with|about|by|from|against|at|on|in|than|and)\s(?:\w{1,12}\.?\s)?$")

_MALE = frozenset(["he", "him", "his", "himself"])
_FEMALE = frozenset(["she", "her", "hers", "herself"])

# Weights of what makes an antecedent likely, in sentences of distance; chosen on articles whose sources were labelled by hand.
_PER_SENTENCE = -3.0
_LAST_SPEAKER = 4.0
_SPEAKER = 2.0
_SUBJECT = 3.0
_PARENT = 8.0
_AS_OBJECT = -2.0
_TALKED_ABOUT = -4.0
_SAME_GENDER = 2.0
_SINGULAR_THEY = 3.0
_UNKNOWN_GENDER = 1.0
_OWNER = 3.0  # "her comments": what is hers belongs to the person whom the text is about
_QUESTIONER = 6.0
_PLACE = 4.0


@frozen
class Candidate:
    """Something a pronoun may stand for: a source met before (`source`), or someone named (`entity`)."""

    score: float
    position: int
    source: int | None = None
    entity: int | None = None


def gender_of(pronoun: str) -> Gender:
    """The gender a pronoun tells."""
    if pronoun in _MALE:
        return Gender.MALE
    return Gender.FEMALE if pronoun in _FEMALE else Gender.UNKNOWN


def antecedent(
    reading: Reading,
    attribution: Attribution,
    discourse: Discourse,
    register: Register,
    held: "Holder",
    questioners: frozenset[str],
    epithet: bool = False,
) -> Candidate | None:
    """The likeliest antecedent of a personal pronoun, or `None` when nothing agrees with it.

    For an epithet ("the businessman") only people count whom the text has given no role: it tells a new one.
    """
    assert reading.span is not None
    gender = gender_of(reading.pronoun)
    kinds: tuple[str, ...] = (PEOPLE,)
    plural = reading.pronoun in PLURAL_PRONOUNS
    if reading.pronoun in NEUTER:
        kinds = (BODY, WORK)
    elif plural:
        kinds = (PEOPLE, BODY)
    found = _sources(reading, attribution, discourse, gender, kinds, plural, questioners)
    if not plural:
        found += _names(reading, attribution, discourse, register, gender, reading.pronoun in NEUTER, held)
    if epithet:
        found = [candidate for candidate in found if _without_role(candidate, discourse, register)]
    return max(found, key=lambda candidate: (candidate.score, candidate.position), default=None)


def _without_role(candidate: Candidate, discourse: Discourse, register: Register) -> bool:
    entity = candidate.entity if candidate.source is None else discourse.traits[candidate.source].entity
    return entity is not None and register.entities[entity].known_from is None


def _sources(
    reading: Reading,
    attribution: Attribution,
    discourse: Discourse,
    gender: Gender,
    kinds: tuple[str, ...],
    plural: bool,
    questioners: frozenset[str],
) -> list[Candidate]:
    assert reading.span is not None
    here = reading.span.start
    parent = discourse.of_attribution.get(attribution.parent) if attribution.parent is not None else None
    found: list[Candidate] = []
    latest = discourse.latest()
    for rank, source in enumerate(latest):
        traits = discourse.traits[source]
        if (
            traits.kind not in kinds
            or traits.last >= here
            or not _agrees(traits.plural, plural, traits.kind, traits.status)
        ):
            continue
        if not traits.gender.agrees(gender) or discourse.paragraph(here) - discourse.paragraph(traits.last) > _REACH:
            continue
        score = _PER_SENTENCE * (discourse.sentence(here) - discourse.sentence(traits.last)) + _SPEAKER
        score += _LAST_SPEAKER if rank == 0 else 0.0
        score += _PARENT if source == parent else 0.0
        score -= _SINGULAR_THEY if plural and not traits.plural else 0.0
        score += _SAME_GENDER if gender is not Gender.UNKNOWN and traits.gender is gender else 0.0
        if gender is not Gender.UNKNOWN and traits.gender is Gender.UNKNOWN and traits.entity is None:
            score -= _UNKNOWN_GENDER + (_OWNER if reading.pronoun in ("his", "her") else 0.0)
        score -= _QUESTIONER if traits.lemmas & questioners else 0.0
        found.append(Candidate(score, traits.last, source=source))
    return found


def _agrees(plural_source: bool, plural: bool, kind: str, status: SourceStatus) -> bool:
    """Number: "they" of one unnamed person or of a body is allowed, "he" of several people is not."""
    if plural:
        return plural_source or kind == BODY or status.unnamed_person
    return not plural_source or kind != PEOPLE


@frozen(eq=False)
class Holder:
    """Where content stands, so that a person who is only talked about is a poor antecedent."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def holds(self, position: int) -> bool:
        """Whether some content covers `position`; looks at the few that begin last before it."""
        from bisect import bisect_right

        index = bisect_right(self.starts, position) - 1
        return any(self.ends[i] > position for i in range(index, max(-1, index - 4), -1))


def _names(
    reading: Reading,
    attribution: Attribution,
    discourse: Discourse,
    register: Register,
    gender: Gender,
    neuter: bool,
    held: Holder,
) -> list[Candidate]:
    assert reading.span is not None
    here, text = reading.span.start, discourse.document.text
    found: list[Candidate] = []
    names = register.names_before(here, _NAMES)
    first_in: dict[int, int] = {}
    wanted = (NameKind.ORGANISATION, NameKind.PLACE) if neuter else (NameKind.PERSON,)
    for name, entity in names:
        if entity.kind in wanted:
            first_in[discourse.sentence(name.span.start)] = name.span.start
    for name, entity in names:
        start = name.span.start
        if entity.kind not in wanted or not entity.gender.agrees(gender) or name.span.end > here:
            continue
        if discourse.paragraph(here) - discourse.paragraph(start) > _REACH or any(
            span.start <= start < span.end for span in attribution.content
        ):
            continue
        sentence = discourse.sentence(start)
        score = _PER_SENTENCE * (discourse.sentence(here) - sentence)
        before = text[max(0, start - 24) : start]
        obliquely = _OBJECT.search(before) is not None or text[name.span.end : name.span.end + 2] in ("'s", "’s")
        score += _SUBJECT if first_in[sentence] == start and not obliquely else 0.0
        score += _AS_OBJECT if obliquely else 0.0
        score += _TALKED_ABOUT if held.holds(start) else 0.0
        score += _SAME_GENDER if gender is not Gender.UNKNOWN and entity.gender is gender else 0.0
        score -= _PLACE if neuter and entity.kind is NameKind.PLACE else 0.0
        found.append(Candidate(score, start, entity=entity.index))
    return found
