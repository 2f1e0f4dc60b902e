"""Which mentions are one source: names, short names, pronouns and descriptions, in reading order.

Every link looks at a bounded number of earlier sources, found through indexes, so the cost grows with the number of mentions.
"""

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from attribution.model.attribution import Attribution
from attribution.model.name import Gender, NameKind
from attribution.model.source import Confidence, SourceStatus, Tally
from attribution.model.span import Span
from attribution.sources.descriptions import Descriptions, descriptions_of
from attribution.sources.discourse import BODY, OWN, PEOPLE, Discourse, Link, discourse_of, kind_of
from attribution.sources.kinds import Reader
from attribution.sources.outlets import last_outlet_before
from attribution.sources.pronouns import Candidate, Holder, antecedent, gender_of
from attribution.sources.reading import FIRST_PERSON, RELATIVE, Reading
from attribution.sources.relays import Relay

_OPENING = re.compile(
    r"\b(?:an?|the|one|two|three|four|five|some|many|several|another|other|those|his|her|their|its|any|every|no)\s",
    re.IGNORECASE,
)
_AND_OTHERS = -1  # in the key of "Netanyahu and other leaders", which is not Netanyahu alone
_CLEAR = -12.0  # the score from which an antecedent is clear enough for a description: met within a paragraph or two
_RELATIVE_REACH = 120  # code points before "who" in which its noun phrase is looked for


@frozen
class Linked:
    """For each attribution the number of its source, how it was linked, and its reading with what the link adds.

    `entities` lead from the number of a source to the register's people or bodies that it is.
    """

    sources: tuple[int | None, ...]
    links: tuple[Link, ...]
    readings: tuple[Reading, ...]
    statuses: tuple[SourceStatus, ...]
    entities: tuple[tuple[int, ...], ...]
    counts: tuple[Tally | None, ...]


def link_mentions(
    reader: Reader, attributions: Sequence[Attribution], readings: Sequence[Reading], relays: Sequence[Relay]
) -> Linked:
    """The sources behind an article's attributions; people who may be different are never made one."""
    linker = _linker(reader, attributions, relays)
    order = sorted(
        (reading for reading in readings if reading.span is not None),
        key=lambda reading: (reading.span.start if reading.span else 0, reading.attribution),
    )
    result: dict[int, tuple[Link, Reading]] = {}
    for reading in order:
        result[reading.attribution] = linker.link(reading)
    none = Link(None, Confidence.HIGH, "linking.no-source")
    links = tuple(result[i][0] if i in result else none for i in range(len(attributions)))
    return Linked(
        sources=tuple(link.source for link in links),
        links=links,
        readings=tuple(result[i][1] if i in result else readings[i] for i in range(len(attributions))),
        entities=linker.entities(),
        statuses=tuple(link.status or readings[i].status for i, link in enumerate(links)),
        counts=tuple(link.count or _tally(readings[i]) for i, link in enumerate(links)),
    )


def _tally(reading: Reading) -> Tally | None:
    return reading.count.tally if reading.count else None


@frozen(eq=False)
class _Linker:
    reader: Reader
    attributions: Sequence[Attribution]
    relays: Sequence[Relay]
    discourse: Discourse
    descriptions: Descriptions
    holder: Holder

    def entities(self) -> tuple[tuple[int, ...], ...]:
        """What each source is in the register, by the number of the source."""
        found: list[tuple[int, ...]] = [()] * len(self.discourse.traits)
        for key, source in self.discourse.by_key.items():
            found[source] = key
        return tuple(found)

    def link(self, reading: Reading) -> tuple[Link, Reading]:
        """The source of one mention; the discourse remembers it."""
        span = reading.span
        assert span is not None
        same = self.discourse.by_span.get((span.start, span.end))
        if same is not None:
            link = Link(same, Confidence.HIGH, "linking.same-words", self._status_of(same, span), None)
            self.discourse.meet(same, reading)
            return link, reading
        if reading.pronoun in RELATIVE:
            return self._relative(reading)
        if reading.pronoun in FIRST_PERSON and reading.pronoun:
            return self._first_person(reading), reading
        if reading.pronoun:
            return self._pronoun(reading), reading
        return self._plain(reading), reading

    def _plain(self, reading: Reading) -> Link:
        """A name, an outlet or a description."""
        span = reading.span
        assert span is not None
        if reading.entities:
            entities = tuple(sorted(reading.entities))
            if (
                len(entities) == 1
                and reading.phrase is not None
                and reading.phrase.plural
                and "other" in reading.phrase.before
            ):
                entities = (*entities, _AND_OTHERS)
            return self._entity_link(reading, entities, Confidence.HIGH, "linking.name", None)
        outlet = reading.outlet or self._outlet_before(reading)
        if outlet:
            known = self.discourse.by_outlet.get(outlet)
            source = known if known is not None else self.discourse.add(reading, BODY, Gender.UNKNOWN, ())
            self.discourse.by_outlet[outlet] = source
            return self._met(Link(source, Confidence.HIGH, "linking.outlet"), reading)
        if reading.status is SourceStatus.OBSERVATION:
            return self._own(reading)
        relay = self.relays[reading.attribution]
        told = relay.stated or self.attributions[reading.attribution].addressee is not None
        found = self.descriptions.find(reading, relay.chain, told)
        if found is not None and found.source is None and found.entities:
            return self._entity_link(reading, found.entities, found.confidence, found.code, found.status)
        if found is not None:
            status = self._upgraded(found, reading)
            return self._met(evolve(found, status=status), reading)
        return self._epithet(reading) or self._new(reading)

    def _outlet_before(self, reading: Reading) -> str | None:
        """ "The newspaper": the outlet named last."""
        if reading.status is not SourceStatus.OUTLET or reading.phrase is None or not reading.phrase.definite:
            return None
        return last_outlet_before(self.reader.document.text, reading.phrase.span.start, self.reader.lexicons)

    def _upgraded(self, found: Link, reading: Reading) -> SourceStatus | None:
        """A link gives a mention the status of its source, but for bodies and works, which keep their own."""
        if found.status is not None and found.source is not None:
            traits = self.discourse.traits[found.source]
            if traits.entity is not None and reading.span is not None and traits.kind == PEOPLE:
                return self._person_status(traits.entity, reading.span)
        return found.status

    def _epithet(self, reading: Reading) -> Link | None:
        """ "The businessman": the person whom the text is about, when the noun is one by which people are called again."""
        phrase = reading.phrase
        if phrase is None or phrase.plural or phrase.tail or phrase.lemma not in self.reader.words.epithets:
            return None
        if phrase.opening != "the" and not phrase.possessor:
            return None
        pronoun = {Gender.MALE: "he", Gender.FEMALE: "she"}.get(
            self.reader.words.genders.get(phrase.lemma, Gender.UNKNOWN), ""
        )
        found = self._antecedent(evolve(reading, pronoun=pronoun), epithet=True)
        if found is None or found.score < _CLEAR:
            return None
        entity = found.entity if found.source is None else self.discourse.traits[found.source].entity
        if entity is None:
            return None
        return self._entity_link(reading, (entity,), Confidence.LOW, "linking.epithet", SourceStatus.NAMED_ROLE)

    def _antecedent(self, reading: Reading, epithet: bool = False) -> Candidate | None:
        attribution = self.attributions[reading.attribution]
        questioners = self.reader.words.questioners
        return antecedent(reading, attribution, self.discourse, self.reader.register, self.holder, questioners, epithet)

    def _new(self, reading: Reading) -> Link:
        phrase = reading.phrase
        gender = self.reader.words.genders.get(phrase.lemma, Gender.UNKNOWN) if phrase else Gender.UNKNOWN
        status = reading.status
        if (
            phrase is not None
            and phrase.head[2] in ("one", "another", "other")
            and reading.status is SourceStatus.ROLE_UNNAMED
        ):
            status = self._member_status(reading)
        source = self.discourse.add(reading, kind_of(reading), gender, self.relays[reading.attribution].chain, status)
        return self._met(Link(source, Confidence.HIGH, "linking.first", status), reading)

    def _member_status(self, reading: Reading) -> SourceStatus:
        """The status of a bare "one" or "another": vague when the people it is one of are."""
        assert reading.span is not None
        for source in self.discourse.latest(3):
            traits = self.discourse.traits[source]
            if traits.kind == PEOPLE:
                return (
                    SourceStatus.VAGUE_UNNAMED
                    if traits.status is SourceStatus.VAGUE_UNNAMED
                    else SourceStatus.ROLE_UNNAMED
                )
        return SourceStatus.ROLE_UNNAMED

    def _entity_link(
        self,
        reading: Reading,
        entities: tuple[int, ...],
        confidence: Confidence,
        code: str,
        status: SourceStatus | None,
    ) -> Link:
        """The source that is this named person or body, or these people together."""
        first = self.reader.register.entities[entities[0]]
        span = reading.span
        assert span is not None
        person = first.kind in (NameKind.PERSON, NameKind.UNKNOWN) and reading.status is not SourceStatus.INSTITUTION
        source = self.discourse.by_key.get(entities)
        if source is None and person and len(entities) == 1:
            source = self._named_late(reading, entities[0])
            if source is not None:
                confidence, code = Confidence.MEDIUM, "linking.named-later"
        if source is None:
            kind = PEOPLE if person else BODY
            named = evolve(reading, entities=entities)
            told = status or (self._person_status(entities[0], span) if person else SourceStatus.INSTITUTION)
            source = self.discourse.add(named, kind, first.gender, self.relays[reading.attribution].chain, told)
            self.discourse.by_key[entities] = source
        if status is None and person and not reading.pronoun:
            status = reading.status if reading.status in (SourceStatus.NAMED, SourceStatus.NAMED_ROLE) else None
        if person and status is not SourceStatus.NAMED_ROLE and len(entities) == 1:
            status = self._person_status(entities[0], span)
        if person and status is SourceStatus.NAMED_ROLE:
            self.discourse.known.setdefault(entities[0], span.start)
        if not person and status is None:
            status = SourceStatus.INSTITUTION
        return self._met(Link(source, confidence, code, status), reading, first.gender)

    def _named_late(self, reading: Reading, entity: int) -> int | None:
        """Someone first met without a name, now named with that role: "a detective", then "Detective Sergeant …"."""
        span = reading.span
        assert span is not None
        person = self.reader.register.entities[entity]
        titles = [
            name.title for name in person.names if name.title is not None and name.role and span.covers(name.core)
        ]
        for title in titles:
            for word in title.of(self.reader.document.text).lower().split():
                fitting = [
                    source for source in self.discourse.called(word) if self._may_be_named(source, person.gender, span)
                ]
                if len(fitting) == 1:
                    self.discourse.name(fitting[0], entity)
                    return fitting[0]
        return None

    def _may_be_named(self, source: int, gender: Gender, span: Span) -> bool:
        traits = self.discourse.traits[source]
        near = self.discourse.paragraph(span.start) - self.discourse.paragraph(traits.last) <= 2
        return (
            near and traits.status is SourceStatus.ROLE_UNNAMED and not traits.plural and traits.gender.agrees(gender)
        )

    def _person_status(self, entity: int, span: Span) -> SourceStatus:
        known = self.reader.register.entities[entity].known_from
        described = self.discourse.known.get(entity)
        told = min((position for position in (known, described) if position is not None), default=None)
        return SourceStatus.NAMED_ROLE if told is not None and told <= span.end else SourceStatus.NAMED

    def _status_of(self, source: int, span: Span) -> SourceStatus:
        traits = self.discourse.traits[source]
        if traits.kind == PEOPLE and traits.entity is not None:
            return self._person_status(traits.entity, span)
        return traits.status

    def _own(self, reading: Reading) -> Link:
        known = self.discourse.by_outlet.get(OWN)
        source = known if known is not None else self.discourse.add(reading, OWN, Gender.UNKNOWN, ())
        self.discourse.by_outlet[OWN] = source
        return self._met(Link(source, Confidence.HIGH, "linking.own"), reading)

    def _first_person(self, reading: Reading) -> Link:
        """ "I" inside someone's words is that person; outside it is the reporter."""
        span = reading.span
        assert span is not None
        parent = self.attributions[reading.attribution].parent
        source = self.discourse.of_attribution.get(parent) if parent is not None else None
        if source is not None:
            return self._met(
                Link(source, Confidence.HIGH, "linking.first-person", self._status_of(source, span)), reading
            )
        return self._own(reading)

    def _pronoun(self, reading: Reading) -> Link:
        span = reading.span
        assert span is not None
        found = self._antecedent(reading)
        if found is None:
            status = (
                SourceStatus.NAMED
                if gender_of(reading.pronoun) is not Gender.UNKNOWN
                else SourceStatus.COLLECTIVE_VAGUE
            )
            source = self.discourse.add(reading, PEOPLE, gender_of(reading.pronoun), (), status)
            return self._met(Link(source, Confidence.LOW, "linking.no-antecedent", status), reading)
        if found.entity is not None:
            return self._entity_link(reading, (found.entity,), Confidence.MEDIUM, "linking.pronoun", None)
        assert found.source is not None
        traits = self.discourse.traits[found.source]
        link = Link(
            found.source, Confidence.MEDIUM, "linking.pronoun", self._status_of(found.source, span), traits.count
        )
        return self._met(link, reading, gender_of(reading.pronoun))

    def _relative(self, reading: Reading) -> tuple[Link, Reading]:
        """ "Who" and "which": the source, name or noun phrase right before."""
        span, text = reading.span, self.reader.document.text
        assert span is not None
        end = span.start - _trailing(text, span.start)
        for position in range(span.start, max(end - 1, 0), -1):
            source = self.discourse.by_end.get(position)
            if source is not None:
                status = self._status_of(source, span)
                return self._met(Link(source, Confidence.HIGH, "linking.relative", status), reading), reading
        low = max(0, end - _RELATIVE_REACH, self._sentence_start(span.start))
        named = next((pair for pair in self.reader.register.names_before(end, 1) if pair[0].core.end == end), None)
        opened = max((match.start() for match in _OPENING.finditer(text, low, end)), default=None)
        if named is not None and (opened is None or named[1].kind is NameKind.PERSON):
            return self._entity_link(reading, (named[1].index,), Confidence.HIGH, "linking.relative", None), reading
        if opened is not None:
            before = self.reader.register.names_before(opened, 1)
            if before and text[before[0][0].core.end : opened] == ", " and before[0][1].kind is NameKind.PERSON:
                return self._entity_link(
                    reading, (before[0][1].index,), Confidence.HIGH, "linking.relative", None
                ), reading
            stand_in = self.reader.read(self.attributions[reading.attribution], Span(opened, end))
            if not stand_in.pronoun:
                return self._plain(stand_in), evolve(stand_in, span=span)
        return self._new(evolve(reading, status=SourceStatus.COLLECTIVE_VAGUE)), reading

    def _sentence_start(self, position: int) -> int:
        index = self.discourse.sentence(position)
        return self.discourse.sentence_starts[index] if index >= 0 else 0

    def _met(self, link: Link, reading: Reading, gender: Gender = Gender.UNKNOWN) -> Link:
        assert link.source is not None
        self.discourse.meet(link.source, reading, gender)
        return link


def _trailing(text: str, position: int) -> int:
    """How many characters before `position` are no part of a word."""
    count = 0
    while count < 8 and position - count > 0 and text[position - count - 1] in " \t\u00a0,(—–-":
        count += 1
    return count


def _linker(reader: Reader, attributions: Sequence[Attribution], relays: Sequence[Relay]) -> _Linker:
    discourse = discourse_of(reader.document)
    contents = sorted((span.start, span.end) for attribution in attributions for span in attribution.content)
    holder = Holder(tuple(start for start, _ in contents), tuple(end for _, end in contents))
    return _Linker(
        reader, attributions, relays, discourse, descriptions_of(discourse, reader.register, reader.words), holder
    )
