"""Sources with a name: which source a person or a body is, and whether the reader knows a role at this point."""

import re

from attrs import evolve, field, frozen

from attribution.model.name import Gender, NameKind
from attribution.model.source import Confidence, SourceStatus
from attribution.model.span import Span
from attribution.sources.definites import Index, role_nouns
from attribution.sources.discourse import BODY, PEOPLE, Discourse, Link
from attribution.sources.introduced import opening_phrase
from attribution.sources.kinds import Reader
from attribution.sources.phrases import Phrase
from attribution.sources.reading import Reading
from attribution.sources.register import Entity

_NEAR = 2  # paragraphs in which somebody met without a name is named
_MOST_ROLES = 8  # roles of one person that are looked at
_ARTICLES = ("The ", "A ", "An ", "This ", "That ")
_GIVEN_OUT = re.compile(
    r"\b(?:circulated|distributed|gave out|handed out|issued|posted|published|read(?: out)?|released|sent|signed)\s"
    r"(?P<work>an?\s(?:\w{2,20}\s){0,3}?(?:e-?mail|letter|memo|message|note|notice|petition|post|report|statement))\b"
)
_NAMED = (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)


@frozen(eq=False)
class Naming:
    """Leads from the register's people and bodies to sources."""

    reader: Reader
    discourse: Discourse
    roles: Index = field(repr=False)

    def link(self, reading: Reading, link: Link, chain: tuple[str, ...]) -> tuple[Link, Reading, Gender]:
        """`link` with its source: that of its entities, found or made; the reading; and the gender they tell."""
        entities, span = link.entities, reading.span
        assert span is not None
        first = self.reader.register.entities[entities[0]]
        body = first.kind in (NameKind.ORGANISATION, NameKind.PLACE) or reading.status is SourceStatus.INSTITUTION
        status = SourceStatus.INSTITUTION if body else self._status(reading, link, span)
        source = self.discourse.by_key.get(entities)
        if source is None and not body and len(entities) == 1 and not _one_more(reading.phrase):
            source = self._named_late(entities[0], reading)
            if source is not None:
                link = evolve(link, confidence=Confidence.MEDIUM, code="linking.named-later")
        if source is None:
            named = evolve(reading, entities=entities)
            source = self.discourse.add(named, BODY if body else PEOPLE, first.gender, chain, status)
            self.discourse.by_key[entities] = source
        if status is SourceStatus.NAMED_ROLE:
            self.discourse.known.setdefault(entities[0], span.start)
        gender = Gender.UNKNOWN if body or len(entities) > 1 else first.gender
        return evolve(link, source=source, status=status), reading, gender

    def person_status(self, entity: int, span: Span) -> SourceStatus:
        """NAMED_ROLE once the text has told a role or an affiliation, at the latest in the mention itself."""
        known = self.reader.register.entities[entity].known_from
        described = self.discourse.known.get(entity)
        told = min((position for position in (known, described) if position is not None), default=None)
        return SourceStatus.NAMED_ROLE if told is not None and told <= span.end else SourceStatus.NAMED

    def status_of(self, source: int, span: Span) -> SourceStatus:
        """The status of a mention at `span` that only points at `source`."""
        traits = self.discourse.traits[source]
        if traits.kind == PEOPLE and traits.entity is not None:
            return self.person_status(traits.entity, span)
        return traits.status

    def subject_before(self, position: int) -> int | None:
        """The source that the sentence before begins with: "The report lists gaps. It says …"."""
        phrase = self._opening_before(position)
        if phrase is None:
            return None
        called = self.discourse.called(phrase.lemma, 2) if phrase.definite else []
        if called:
            return called[0]
        # "A report listed gaps": a person who is asked or spoken of, as in "a reporter asked", need not go on speaking.
        return self.discourse.by_start.get(phrase.span.start) if self._is_work(phrase) else None

    def work_before(self, position: int) -> Span | None:
        """The document or data that the sentence before begins with, whether or not it was a source already; else a
        statement that somebody gave out in it: "She read [a statement] for the family. “We are glad,” it said."."""
        phrase = self._opening_before(position)
        if phrase is not None and self._is_work(phrase):
            return Span(phrase.span.start, phrase.head[1])
        return self._given_out_before(position)

    def _given_out_before(self, position: int) -> Span | None:
        """The statement that somebody by name, and no body, gave out in the sentence before, in the same paragraph."""
        sentence = self.discourse.sentence_before(position)
        if sentence is None:
            return None
        before = sentence.span
        given = _GIVEN_OUT.search(self.reader.document.text, before.start, before.end)
        named = self.reader.register.names_in(before) if given is not None else ()
        somebody = any(entity.kind is NameKind.PERSON for _, entity in named)
        return Span(*given.span("work")) if given is not None and somebody else None

    def _is_work(self, phrase: Phrase) -> bool:
        words = self.reader.words
        return not phrase.plural and (phrase.lemma in words.documents or phrase.lemma in words.data)

    def _opening_before(self, position: int) -> Phrase | None:
        """The noun phrase with an article that opens the sentence before, in the same paragraph."""
        sentence = self.discourse.sentence_before(position)
        if sentence is None or not self.reader.document.text.startswith(_ARTICLES, sentence.span.start):
            return None
        return opening_phrase(self.reader, sentence)

    def _status(self, reading: Reading, link: Link, span: Span) -> SourceStatus:
        told = link.status or (reading.status if reading.status in _NAMED else None)
        known = [self.person_status(entity, span) for entity in link.entities if entity >= 0]
        return SourceStatus.NAMED_ROLE if SourceStatus.NAMED_ROLE in (told, *known) else SourceStatus.NAMED

    def _named_late(self, entity: int, reading: Reading) -> int | None:
        """Someone first met without a name, now named with that role.

        "A detective", then "Detective Sergeant Orla Byrne"; "a supervisor", then "the supervisor, Grady Oduya".
        """
        person, span, phrase = self.reader.register.entities[entity], reading.span, reading.phrase
        assert span is not None
        titles = [name.title for name in person.names if name.title and name.role and span.covers(name.core)]
        words = [word for title in titles for word in title.of(self.reader.document.text).lower().split()]
        if (
            phrase is not None
            and phrase.opening == "the"
            and not phrase.before
            and phrase.lemma in self.reader.words.roles
        ):
            words.append(phrase.lemma)
        for word in words:
            fitting = [s for s in self.discourse.called(word) if self._may_be_named(s, person.gender, span)]
            if len(fitting) == 1:
                self.discourse.name(fitting[0], entity)
                return fitting[0]
        return self._announced(person, span)

    def _announced(self, person: Entity, span: Span) -> int | None:
        """Someone whom the headline or the lead put before the reader by role alone, now named with it.

        "Plumber warns of leaks", "a plumber said", and further down "Ivo Brandt, a plumber from Dunmore".
        """
        text, words = self.reader.document.text, self.reader.words
        told = [found.role for position, found in person.roles[:_MOST_ROLES] if position < span.end]
        nouns = {noun for role in told if role is not None for noun in role_nouns(role.of(text), words)}
        official = bool(nouns & words.offices)
        only = [noun for noun in sorted(nouns) if all(entity == person.index for _, entity in self.roles.get(noun, ()))]
        fitting = {
            source
            for noun in (*only, *(("official",) if official else ()))
            for source in self.discourse.called(noun)
            if self._is_announced(source, bare=noun == "official") and self._may_be(source, person.gender)
        }
        if len(fitting) != 1:
            return None
        source = fitting.pop()
        self.discourse.name(source, person.index)
        return source

    def _is_announced(self, source: int, *, bare: bool) -> bool:
        """Whether a source was first met where an article says in short what it goes on to tell in full.

        `bare` asks for headline style too ("official says"): "an official" may be anybody.
        """
        traits = self.discourse.traits[source]
        return traits.opening and not traits.relay and (traits.headline or not bare)

    def _may_be_named(self, source: int, gender: Gender, span: Span) -> bool:
        near = self.discourse.paragraph(span.start) - self.discourse.paragraph(self.discourse.traits[source].last)
        return near <= _NEAR and self._may_be(source, gender)

    def _may_be(self, source: int, gender: Gender) -> bool:
        traits = self.discourse.traits[source]
        unnamed = traits.status is SourceStatus.ROLE_UNNAMED and traits.entity is None and not traits.plural
        return unnamed and traits.gender.agrees(gender)


def _one_more(phrase: Phrase | None) -> bool:
    """Whether a description brings in somebody new: "another resident, Dorothea Klamm"."""
    return phrase is not None and (phrase.opening == "another" or phrase.before[:1] in (("second",), ("third",)))
