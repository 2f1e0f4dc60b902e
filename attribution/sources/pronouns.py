"""Whom a pronoun stands for: the person, group or body that reading order and agreement make likeliest."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.name import Gender, Name, NameKind
from attribution.sources.discourse import BODY, PEOPLE, WORK, Discourse, Traits
from attribution.sources.reading import NEUTER, PLURAL_PRONOUNS, Reading
from attribution.sources.register import Entity, Register

_REACH = 3  # paragraphs back in which an antecedent is looked for
_NAMES = 14  # names back that are weighed
_OBJECT = re.compile(r"\b(?:of|to|for|with|about|by|from|against|at|on|in|than|and)\s(?:\w{1,12}\.?\s)?$")

_MALE = frozenset(["he", "him", "his", "himself"])
_FEMALE = frozenset(["she", "her", "hers", "herself"])
_OWNING = frozenset(["his", "her"])

# What makes an antecedent likely. The weights were chosen on articles whose sources were labelled by hand.
_PER_SENTENCE = -3.0
_SPEAKER = 2.0
_LAST_SPEAKER = 4.0
_SUBJECT = 3.0
_PARENT = 8.0
_SAME_GENDER = 2.0
_AS_OBJECT = -2.0
_TALKED_ABOUT = -4.0
_SINGULAR_THEY = -3.0
_BODY_THEY = -4.0
_UNKNOWN_GENDER = -1.0
_OWNER = -3.0  # "her comments": what is hers belongs to the person whom the text is about
_QUESTIONER = -6.0  # "a reporter asked … he said": the answer is another's
_PLACE = -4.0


@frozen
class Candidate:
    """Something a pronoun may stand for: a source met before (`source`), or someone named (`entity`)."""

    score: float
    position: int
    source: int | None = None
    entity: int | None = None


@frozen(eq=False)
class Contents:
    """Where content stands: who is named inside it is talked about, and a poor antecedent for a speaker."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    owners: tuple[int, ...]

    def hold(self, position: int) -> bool:
        """Whether some content covers `position`."""
        return self.owner(position) is not None

    def owner(self, position: int) -> int | None:
        """The attribution whose content covers `position`; of the few contents that begin last before it."""
        index = bisect_right(self.starts, position) - 1
        near = range(index, max(-1, index - 4), -1)
        return next((self.owners[i] for i in near if self.ends[i] > position), None)


def contents_of(attributions: Sequence[Attribution]) -> Contents:
    """The contents of all attributions, in order."""
    spans = sorted(
        (span.start, span.end, attribution.index)
        for attribution in attributions
        for span in (*attribution.content, *attribution.carried)
    )
    starts, ends, owners = zip(*spans, strict=True) if spans else ((), (), ())
    return Contents(starts, ends, owners)


def gender_of(pronoun: str) -> Gender:
    """The gender a pronoun tells.

    >>> gender_of("hers")
    <Gender.FEMALE: 'female'>
    """
    if pronoun in _MALE:
        return Gender.MALE
    return Gender.FEMALE if pronoun in _FEMALE else Gender.UNKNOWN


@frozen(eq=False)
class Antecedents:
    """Finds what pronouns stand for in one article."""

    discourse: Discourse
    register: Register
    contents: Contents
    questioners: frozenset[str]

    def find(self, reading: Reading, attribution: Attribution, subject: int | None = None) -> Candidate | None:
        """The likeliest antecedent of the pronoun of `reading`, or `None` when nothing agrees with it.

        `subject` is the source that the sentence before begins with, if it begins with one.
        """
        found = [*self._sources(reading, attribution), *self._names(reading, attribution)]
        if subject is not None and self._agrees(self.discourse.traits[subject], reading):
            found.append(Candidate(_PER_SENTENCE + _SPEAKER + _LAST_SPEAKER + _SUBJECT, 0, source=subject))
        return max(found, key=lambda candidate: (candidate.score, candidate.position), default=None)

    def loose(self, reading: Reading) -> int | None:
        """The "it" of the sentence before that stands for nothing known either: whatever it is, it goes on."""
        here, discourse = reading.span, self.discourse
        if here is None or reading.pronoun not in NEUTER or not discourse.loose:
            return None
        last = discourse.traits[discourse.loose[-1]].last
        near = discourse.sentence(here.start) - discourse.sentence(last) <= 1
        same = discourse.paragraph(here.start) == discourse.paragraph(last)
        return discourse.loose[-1] if near and same else None

    def without_role(self, reading: Reading, attribution: Attribution) -> Candidate | None:
        """The likeliest person to whom the text has given no role: an epithet ("the businessman") tells a new one."""
        found = [*self._sources(reading, attribution), *self._names(reading, attribution)]
        fitting = [candidate for candidate in found if self._is_without_role(candidate)]
        return max(fitting, key=lambda candidate: (candidate.score, candidate.position), default=None)

    def _is_without_role(self, candidate: Candidate) -> bool:
        entity = candidate.entity
        if candidate.source is not None:
            entity = self.discourse.traits[candidate.source].entity
        return entity is not None and self.register.entities[entity].known_from is None

    def _agrees(self, traits: Traits, reading: Reading) -> bool:
        """Number, gender and kind: "they" of one unnamed person or of a body is allowed, "he" of a group is not."""
        if not traits.gender.agrees(gender_of(reading.pronoun)):
            return False
        if reading.pronoun in NEUTER:
            return traits.kind in (BODY, WORK)
        if reading.pronoun in PLURAL_PRONOUNS:
            return traits.kind == BODY or (traits.kind == PEOPLE and (traits.plural or traits.status.unnamed_person))
        one = traits.kind == PEOPLE and not traits.plural and not traits.status.collective
        return one or self._speaks_for(traits, reading)

    def _speaks_for(self, traits: Traits, reading: Reading) -> bool:
        """Whether "she" may be who just spoke for a body: "a spokeswoman for Velocar said … she said"."""
        speaker, here = traits.spoken_for, reading.span
        if (
            not speaker
            or here is None
            or self.discourse.sentence(here.start) - self.discourse.sentence(traits.last) > 2
        ):
            return False
        told = (
            Gender.FEMALE if speaker.endswith("woman") else Gender.MALE if speaker.endswith("man") else Gender.UNKNOWN
        )
        return told.agrees(gender_of(reading.pronoun))

    def _sources(self, reading: Reading, attribution: Attribution) -> Iterator[Candidate]:
        assert reading.span is not None
        here, discourse = reading.span.start, self.discourse
        parent = discourse.of_attribution.get(attribution.parent) if attribution.parent is not None else None
        for rank, source in enumerate(discourse.latest()):
            traits = discourse.traits[source]
            near = discourse.paragraph(here) - discourse.paragraph(traits.last) <= _REACH
            if traits.last >= here or not near or not self._agrees(traits, reading):
                continue
            score = _PER_SENTENCE * (discourse.sentence(here) - discourse.sentence(traits.last)) + _SPEAKER
            score += _LAST_SPEAKER if rank == 0 else 0.0
            if source == parent:
                score += _PARENT
            elif self.contents.hold(traits.last):
                score += _TALKED_ABOUT
            yield Candidate(score + self._fitness(traits, reading), traits.last, source=source)

    def _fitness(self, traits: Traits, reading: Reading) -> float:
        """How well a source that agrees suits the pronoun."""
        score = 0.0
        if reading.pronoun in PLURAL_PRONOUNS:
            score += _BODY_THEY if traits.kind == BODY else 0.0 if traits.plural else _SINGULAR_THEY
        gender = gender_of(reading.pronoun)
        if gender is not Gender.UNKNOWN:
            if traits.gender is gender:
                score += _SAME_GENDER
            elif traits.entity is None:
                score += _UNKNOWN_GENDER + (_OWNER if reading.pronoun in _OWNING else 0.0)
        return score + (_QUESTIONER if traits.lemmas & self.questioners else 0.0)

    def _names(self, reading: Reading, attribution: Attribution) -> Iterator[Candidate]:
        assert reading.span is not None
        if reading.pronoun in PLURAL_PRONOUNS:
            return
        here, discourse = reading.span.start, self.discourse
        bodies = (NameKind.ORGANISATION, NameKind.PLACE)
        wanted = bodies if reading.pronoun in NEUTER else (NameKind.PERSON,)
        names = [pair for pair in self.register.names_before(here, _NAMES) if pair[1].kind in wanted]
        first_in = {discourse.sentence(name.span.start): name.span.start for name, _ in names}
        for name, entity in names:
            start = name.span.start
            far = discourse.paragraph(here) - discourse.paragraph(start) > _REACH
            own = any(span.start <= start < span.end for span in attribution.content)
            if far or own or name.span.end > here or not entity.gender.agrees(gender_of(reading.pronoun)):
                continue
            sentence = discourse.sentence(start)
            score = _PER_SENTENCE * (discourse.sentence(here) - sentence)
            yield Candidate(
                score + self._prominence(name, entity, reading, first_in[sentence]), start, entity=entity.index
            )

    def _prominence(self, name: Name, entity: Entity, reading: Reading, first: int) -> float:
        """How much a name is what its sentence is about: its first one rather than an object or an owner."""
        text, start = self.discourse.document.text, name.span.start
        before = text[max(0, start - 24) : start]
        obliquely = _OBJECT.search(before) is not None or text[name.span.end : name.span.end + 2] in ("'s", "’s")
        score = _AS_OBJECT if obliquely else _SUBJECT if first == start else 0.0
        score += _TALKED_ABOUT if self.contents.hold(start) else 0.0
        gender = gender_of(reading.pronoun)
        score += _SAME_GENDER if gender is not Gender.UNKNOWN and entity.gender is gender else 0.0
        return score + (_PLACE if entity.kind is NameKind.PLACE else 0.0)
