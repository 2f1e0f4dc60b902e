"""Which mentions are one source: names, short names, pronouns and descriptions, in reading order.

Every link looks at a bounded number of earlier sources, found through indexes: the cost grows with the mentions alone.
"""

from collections.abc import Sequence

from attrs import evolve, frozen

from attribution.model.attribution import Attribution
from attribution.model.name import Gender
from attribution.model.source import Confidence, SourceStatus, Tally
from attribution.sources.definites import Definites, definites_of
from attribution.sources.discourse import BODY, OWN, PEOPLE, Discourse, Link, discourse_of, kind_of, reading_order
from attribution.sources.introduced import introduced_before
from attribution.sources.kinds import Reader
from attribution.sources.members import Members, members_of
from attribution.sources.naming import Naming
from attribution.sources.outlets import last_outlet_before
from attribution.sources.pronouns import Antecedents, contents_of, gender_of
from attribution.sources.reading import FIRST_PERSON, NEUTER, PERSONAL, RELATIVE, Reading
from attribution.sources.relatives import before_relative
from attribution.sources.relays import Relay

_AND_OTHERS = -1  # in the key of "Netanyahu and other leaders", who are not Netanyahu alone
_CLEAR = -12.0  # the score from which somebody is near enough for an epithet: met within a paragraph or two
_UNCLEAR = -0.5  # below it a pronoun's best antecedent stands farther off than the subject of the sentence before
_OWNERS = frozenset(["his", "her", "its", "their"])


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
    result = {index: linker.link(readings[index]) for index in reading_order(attributions, readings)}
    nobody = Link(None, Confidence.HIGH, "linking.no-source")
    pairs = [result.get(index, (nobody, reading)) for index, reading in enumerate(readings)]
    return Linked(
        sources=tuple(link.source for link, _ in pairs),
        links=tuple(link for link, _ in pairs),
        readings=tuple(reading for _, reading in pairs),
        statuses=tuple(link.status or reading.status for link, reading in pairs),
        entities=linker.discourse.entities(),
        counts=tuple(link.count or _tally(reading) for link, reading in pairs),
    )


def _tally(reading: Reading) -> Tally | None:
    return reading.count.tally if reading.count else None


@frozen(eq=False)
class _Linker:
    reader: Reader
    attributions: Sequence[Attribution]
    relays: Sequence[Relay]
    discourse: Discourse
    definites: Definites
    members: Members
    antecedents: Antecedents
    naming: Naming

    def link(self, reading: Reading) -> tuple[Link, Reading]:
        """The source of one mention; the discourse remembers it."""
        span = reading.span
        assert span is not None
        same = self.discourse.by_span.get((span.start, span.end))
        if same is not None:
            link = Link(same, Confidence.HIGH, "linking.same-words", self.naming.status_of(same, span))
            return self._met(link, reading), reading
        if reading.pronoun in RELATIVE:
            return self._relative(reading)
        if reading.pronoun in FIRST_PERSON:
            return self._first_person(reading), reading
        if reading.pronoun in NEUTER and self.naming.subject_before(span.start) is None:
            work = self.naming.work_before(span.start)
            if work is not None:
                told = self.reader.read(self.attributions[reading.attribution], work)
                return self._plain(told), evolve(told, span=span)
        return self._pronoun(reading) if reading.pronoun else (self._plain(reading), reading)

    def _plain(self, reading: Reading) -> Link:
        """A name, an outlet or a description."""
        if reading.entities:
            phrase = reading.phrase
            others = phrase is not None and phrase.plural and "other" in phrase.before
            entities = tuple(sorted(reading.entities)) + ((_AND_OTHERS,) if others else ())
            return self._named(reading, Link(None, Confidence.HIGH, "linking.name", entities=entities))
        if reading.outlet or reading.status is SourceStatus.OUTLET:
            outlet = reading.outlet or self._outlet_before(reading)
            if outlet:
                return self._outlet(outlet, reading)
        if reading.status is SourceStatus.OBSERVATION:
            return self._own(reading)
        found = self._described(reading)
        if found is None:
            return self._new(reading)
        if found.source is None or found.entities:
            return self._named(reading, found)
        return self._met(self._upgraded(found, reading), reading)

    def _described(self, reading: Reading) -> Link | None:
        """What a description points back at, by how it opens."""
        phrase = reading.phrase
        if phrase is None:
            return None
        relay = self.relays[reading.attribution]
        told = relay.stated or self.attributions[reading.attribution].addressee is not None
        if reading.spoken_for:
            return self.definites.spoken_for(reading)
        found = self.members.group(reading)
        if found is None and phrase.partitive and phrase.lemma == "them":
            introduced = self._introduced(reading, several=True)
            found = introduced[0] if introduced is not None else None
        if found is not None:
            return found
        bare = phrase.head[2] in self.reader.words.anaphora("bare")
        ordinal = phrase.head[2] in self.reader.words.anaphora("ordinals") and not phrase.tail
        found = self.members.bare_member(reading) if (bare or ordinal) and not phrase.quantifier else None
        if found is not None or (bare and not phrase.quantifier):
            return found
        found = self.members.share(reading)
        if found is not None:
            return found
        if self.members.points_back(phrase):
            return self.definites.find(reading, relay.chain, told) or self._epithet(reading)
        if phrase.opening in _OWNERS and reading.status is SourceStatus.INSTITUTION:
            return self.members.owned_body(reading)
        return self.members.again(reading, relay.chain, told)

    def _upgraded(self, found: Link, reading: Reading) -> Link:
        """The link with the status that a named source has at this point of the text."""
        assert found.source is not None and reading.span is not None
        traits = self.discourse.traits[found.source]
        if found.status is not None and traits.entity is not None and traits.kind == PEOPLE:
            return evolve(found, status=self.naming.person_status(traits.entity, reading.span))
        return found

    def _epithet(self, reading: Reading) -> Link | None:
        """The person whom the text is about, for a noun that people are called again by: "the businessman"."""
        phrase, words = reading.phrase, self.reader.words
        assert phrase is not None
        office = phrase.lemma in words.offices and bool(words.former & set(phrase.before))
        known = phrase.lemma in words.epithets or phrase.lemma == "year-old" or office
        if phrase.plural or phrase.tail or not known:
            return None
        gender = words.genders.get(phrase.lemma, Gender.UNKNOWN)
        pronoun = {Gender.MALE: "he", Gender.FEMALE: "she"}.get(gender, "")
        found = self.antecedents.without_role(evolve(reading, pronoun=pronoun), self.attributions[reading.attribution])
        if found is None or found.score < _CLEAR:
            return None
        entity = found.entity if found.source is None else self.discourse.traits[found.source].entity
        if entity is None:
            return None
        return Link(None, Confidence.LOW, "linking.epithet", SourceStatus.NAMED_ROLE, entities=(entity,))

    def _new(self, reading: Reading) -> Link:
        """A source met for the first time."""
        phrase, words = reading.phrase, self.reader.words
        gender = words.genders.get(phrase.lemma, Gender.UNKNOWN) if phrase else Gender.UNKNOWN
        status = reading.status
        bare = phrase is not None and phrase.head[2] in words.anaphora("bare")
        if bare and status is SourceStatus.ROLE_UNNAMED and self._member_is_vague():
            status = SourceStatus.VAGUE_UNNAMED
        chain = self.relays[reading.attribution].chain
        source = self.discourse.add(reading, kind_of(reading), gender, chain, status)
        return self._met(Link(source, Confidence.HIGH, "linking.first", status), reading)

    def _member_is_vague(self) -> bool:
        """Whether a bare "one" or "another" is one of people who are vague themselves."""
        for source in self.discourse.latest(3):
            traits = self.discourse.traits[source]
            if traits.kind == PEOPLE:
                return traits.status is SourceStatus.VAGUE_UNNAMED
        return False

    def _named(self, reading: Reading, link: Link) -> Link:
        """The source that is the people or the body of `link.entities`."""
        chain = self.relays[reading.attribution].chain
        return self._met(*self.naming.link(reading, link, chain))

    def _outlet_before(self, reading: Reading) -> str | None:
        """The outlet named last, for "the newspaper"."""
        if reading.phrase is None or not reading.phrase.definite:
            return None
        return last_outlet_before(self.reader.document.text, reading.phrase.span.start, self.reader.lexicons)

    def _outlet(self, name: str, reading: Reading) -> Link:
        known = self.discourse.by_outlet.get(name)
        kind = OWN if name == OWN else BODY
        source = known if known is not None else self.discourse.add(reading, kind, Gender.UNKNOWN, ())
        self.discourse.by_outlet[name] = source
        return self._met(Link(source, Confidence.HIGH, "linking.outlet"), reading)

    def _own(self, reading: Reading) -> Link:
        return self._outlet(OWN, reading)

    def _first_person(self, reading: Reading) -> Link:
        """Whom "I" means: inside someone's words that person, outside the reporter."""
        span, parent = reading.span, self.attributions[reading.attribution].parent
        assert span is not None
        speaking = parent if parent is not None else self.antecedents.contents.owner(span.start)
        source = self.discourse.speaker_around(speaking, self.attributions)
        if source is None:
            return self._own(reading)
        status = self.naming.status_of(source, span)
        return self._met(Link(source, Confidence.HIGH, "linking.first-person", status), reading)

    def _pronoun(self, reading: Reading) -> tuple[Link, Reading]:
        span = reading.span
        assert span is not None
        subject = self.naming.subject_before(span.start)
        found = self.antecedents.find(reading, self.attributions[reading.attribution], subject)
        gender = gender_of(reading.pronoun)
        if reading.pronoun in ("he", "she"):
            clear = found is not None and found.score >= _UNCLEAR
            introduced = self._introduced(reading, several=False, known=clear)
            if introduced is not None:
                self.discourse.meet(introduced[0].source or 0, reading, gender, nested=False)
                return introduced
        if found is None:
            loose = self.antecedents.loose(reading)
            if loose is not None:
                known = self.discourse.traits[loose].status
                return self._met(Link(loose, Confidence.LOW, "linking.no-antecedent", known), reading), reading
            status = SourceStatus.NAMED if reading.pronoun in PERSONAL else SourceStatus.COLLECTIVE_VAGUE
            source = self.discourse.add(reading, PEOPLE, gender, (), status)
            if reading.pronoun in NEUTER:
                self.discourse.loose.append(source)
            return self._met(Link(source, Confidence.LOW, "linking.no-antecedent", status), reading, gender), reading
        if found.source is None:
            assert found.entity is not None
            link = Link(None, Confidence.MEDIUM, "linking.pronoun", entities=(found.entity,))
            return self._named(reading, link), reading
        status = self.naming.status_of(found.source, span)
        count = self.discourse.traits[found.source].count
        return self._met(
            Link(found.source, Confidence.MEDIUM, "linking.pronoun", status, count), reading, gender
        ), reading

    def _introduced(self, reading: Reading, *, several: bool, known: bool = False) -> tuple[Link, Reading] | None:
        """Those without a name whom the sentence before brought in: "A cook wept. “It is gone,” he said."."""
        span, attribution = reading.span, self.attributions[reading.attribution]
        assert span is not None
        told = introduced_before(self.reader, self.discourse, attribution, span.start, several=several, known=known)
        if told is None:
            return None
        link = self._plain(told)
        link = evolve(link, confidence=Confidence.MEDIUM, code="linking.introduced", status=link.status or told.status)
        return link, evolve(told, span=span)

    def _relative(self, reading: Reading) -> tuple[Link, Reading]:
        """What "who" and "which" stand for: the source, the name or the noun phrase right before."""
        span = reading.span
        assert span is not None
        found = before_relative(self.reader, self.discourse, self.attributions[reading.attribution], reading)
        if found.source is not None:
            status = self.naming.status_of(found.source, span)
            return self._met(Link(found.source, Confidence.HIGH, "linking.relative", status), reading), reading
        if found.entity is not None:
            link = Link(None, Confidence.HIGH, "linking.relative", entities=(found.entity,))
            return self._named(reading, link), reading
        if found.reading is not None:
            return self._plain(found.reading), evolve(found.reading, span=span)
        return self._new(evolve(reading, status=SourceStatus.COLLECTIVE_VAGUE)), reading

    def _met(self, link: Link, reading: Reading, gender: Gender = Gender.UNKNOWN) -> Link:
        assert link.source is not None
        span = reading.span
        inside = self.antecedents.contents.owner(span.start) if span is not None else None
        nested = inside is not None and self.attributions[reading.attribution].parent is not None
        self.discourse.meet(link.source, reading, gender, nested=nested)
        return link


def _linker(reader: Reader, attributions: Sequence[Attribution], relays: Sequence[Relay]) -> _Linker:
    discourse = discourse_of(reader.document)
    definites = definites_of(discourse, reader.register, reader.words)
    members = members_of(discourse, reader.register, reader.words, definites)
    antecedents = Antecedents(discourse, reader.register, contents_of(attributions), reader.words.questioners)
    naming = Naming(reader, discourse, definites.roles)
    return _Linker(reader, attributions, relays, discourse, definites, members, antecedents, naming)
