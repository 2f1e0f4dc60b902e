"""Descriptions that point back at one known source: "the official", "the agency", "the president"."""

from collections.abc import Mapping

from attrs import field, frozen

from attribution.model.name import Gender, NameKind
from attribution.model.source import Confidence, SourceStatus
from attribution.model.span import Span
from attribution.sources.discourse import PEOPLE, WORK, Discourse, Link, Traits, is_plural
from attribution.sources.phrases import Phrase
from attribution.sources.reading import Reading
from attribution.sources.register import Register
from attribution.sources.vocabulary import Vocabulary

_NEAR = 3  # paragraphs within which "the man" or "the company" points back
_WORKS = frozenset({SourceStatus.DOCUMENT, SourceStatus.DATA, SourceStatus.SOCIAL})
_BODIES = frozenset({SourceStatus.INSTITUTION, SourceStatus.OUTLET})
_LAWMAKERS = frozenset({"senator", "representative", "congressman", "congresswoman", "mp"})
_SENIOR_COUNSEL = frozenset({"SC", "KC", "QC"})

Index = Mapping[str, list[tuple[int, int]]]
"""From a noun to the positions and entities that it was used of, in order."""


@frozen(eq=False)
class Definites:
    """Finds the antecedents of definite descriptions, by indexes over what the register knows."""

    discourse: Discourse
    register: Register
    words: Vocabulary
    roles: Index = field(repr=False)
    bodies: Index = field(repr=False)

    def find(self, reading: Reading, relay: tuple[str, ...], told: bool) -> Link | None:
        """What a definite description points back at; of several that fit, the one met last."""
        phrase = reading.phrase
        assert phrase is not None
        called = self.called(reading, relay, told, definite=True)
        if reading.status in _WORKS:
            return called or self._last_document(reading)
        if reading.status in _BODIES:
            found = self._later(called, self._named_body(reading))
            return found or self._other_body(reading)
        found = self._later(called, self._by_role(reading))
        if found is None and not phrase.plural and phrase.lemma in self.words.anaphora("persons"):
            return self._last_unnamed(reading)
        return found

    def called(self, reading: Reading, relay: tuple[str, ...], told: bool, definite: bool) -> Link | None:
        """A source called by the same noun before, with modifiers that do not speak against it.

        `told` says that the words were told to someone: then the outlets between must be the same.
        """
        phrase = reading.phrase
        assert phrase is not None
        mine, plural = reading.modifiers, is_plural(reading)
        for source in self.discourse.called(phrase.lemma):
            traits = self.discourse.traits[source]
            if traits.plural != plural and not (definite and phrase.lemma == "source"):
                continue
            if told and traits.relay != relay and traits.kind == PEOPLE:
                continue
            if compatible(mine, traits) or (definite and _abbreviates(mine, traits.words)):
                status = traits.status if traits.kind == PEOPLE else None
                confidence = Confidence.HIGH if definite else Confidence.MEDIUM
                return Link(source, confidence, "linking.same-noun", status, traits.count)
        return self._called_longer(reading) if definite and reading.side else None

    def _called_longer(self, reading: Reading) -> Link | None:
        """Someone of a longer noun and the same side: "the French minister" after "the French foreign minister"."""
        assert reading.phrase is not None
        for source in self.discourse.called_longer(reading.phrase.lemma):
            traits = self.discourse.traits[source]
            if reading.side <= traits.words and traits.plural == is_plural(reading):
                return Link(source, Confidence.MEDIUM, "linking.same-noun", traits.status, traits.count)
        return None

    def _last_document(self, reading: Reading) -> Link | None:
        """The document met last, for "the document" after an indictment."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if phrase.before or phrase.tail or phrase.plural or phrase.lemma not in self.words.anaphora("works"):
            return None
        for source in self.discourse.latest(4):
            traits = self.discourse.traits[source]
            if traits.status is SourceStatus.DOCUMENT and not self.far(here.start, traits.last):
                return Link(source, Confidence.MEDIUM, "linking.last-document")
        return None

    def far(self, here: int, there: int) -> bool:
        """Whether two places are too many paragraphs apart for a word to point back without a name."""
        return self.discourse.paragraph(here) - self.discourse.paragraph(there) > _NEAR

    def _later(self, one: Link | None, other: Link | None) -> Link | None:
        """Of two links the one whose source was met last."""
        if one is None or other is None:
            return one or other
        return max((one, other), key=self._last_met)

    def _last_met(self, link: Link) -> int:
        return self.discourse.traits[link.source].last if link.source is not None else 0

    def _by_role(self, reading: Reading) -> Link | None:
        """A named person to whom the text gave this role ("the president") or, for an office, is about to give it."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        gender = self.words.genders.get(phrase.lemma, Gender.UNKNOWN)
        told = [
            (position, entity)
            for position, entity in self.roles.get(phrase.lemma, ())[-_MOST_ROLES:]
            if self.register.entities[entity].gender.agrees(gender)
        ]
        before = self._with_modifiers([entity for position, entity in told if position < here.start], reading)
        status = SourceStatus.NAMED_ROLE
        if before:
            entity = before[-1]
            source = self.discourse.by_key.get((entity,))
            return Link(source, Confidence.HIGH, "linking.role", status, entities=(entity,))
        if reading.status is status:  # "the president" in the lead, "President …" in the paragraph after
            for position, entity in told:
                if not self.far(position, here.start):
                    return Link(None, Confidence.MEDIUM, "linking.role-to-come", status, entities=(entity,))
        return None

    def _with_modifiers(self, entities: list[int], reading: Reading) -> list[int]:
        """Of several people with one role those of whom the modifiers were said: "the Florida senator"."""
        if not reading.side or len(set(entities)) < 2:
            return entities
        return [entity for entity in entities if reading.side & self._said_of(entity)]

    def _said_of(self, entity: int) -> frozenset[str]:
        text = self.discourse.document.text
        told = [found.role or found.affiliation for _, found in self.register.entities[entity].roles[:_MOST_SAID]]
        return frozenset(word for span in told if span is not None for word in span.of(text).lower().split())

    def spoken_for(self, reading: Reading) -> Link | None:
        """The body met before for which somebody speaks: "a spokesman for the company", "a hospital spokeswoman"."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        noun = spoken_noun(phrase, self.words)
        if noun is None:
            return self._spoken_for_last(phrase, here)
        for source in self.discourse.called(noun, 2):
            traits = self.discourse.traits[source]
            if traits.status is SourceStatus.INSTITUTION and not self.far(here.start, traits.last):
                return Link(source, Confidence.MEDIUM, "linking.spoken-for")
        return self._body(noun, here) or self._last_body(noun, here, SourceStatus.INSTITUTION)

    def _spoken_for_last(self, phrase: Phrase, here: Span) -> Link | None:
        """The body that spoke last in the paragraph, for "a spokesman" of nobody in particular."""
        if phrase.before or phrase.tail or phrase.opening not in ("a", "an"):
            return None
        for source in self.discourse.latest(1):
            traits = self.discourse.traits[source]
            near = self.discourse.paragraph(here.start) == self.discourse.paragraph(traits.last)
            if near and traits.status is SourceStatus.INSTITUTION:
                return Link(source, Confidence.LOW, "linking.spoken-for")
        return None

    def _named_body(self, reading: Reading) -> Link | None:
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        return None if phrase.before else self._body(phrase.lemma, here)

    def _other_body(self, reading: Reading) -> Link | None:
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if phrase.before or phrase.tail[:1] == ("of",):
            return None
        wanted = SourceStatus.OUTLET if reading.status is SourceStatus.OUTLET else SourceStatus.INSTITUTION
        return self._last_body(phrase.lemma, here, wanted)

    def _body(self, lemma: str, here: Span) -> Link | None:
        """A named body of this kind: "the agency" after "Federal Emergency Management Agency"."""
        if lemma in self.words.anaphora("companies") and lemma not in self.bodies:
            lemma = "company"
        for position, entity in reversed(self.bodies.get(lemma, ())[-_MOST_ROLES:]):
            if position < here.start:
                source = self.discourse.by_key.get((entity,))
                return Link(source, Confidence.MEDIUM, "linking.body", entities=(entity,))
        return None

    def _last_body(self, lemma: str, here: Span, wanted: SourceStatus) -> Link | None:
        """The body met last, for "the company", "the paper" and other nouns that fit any."""
        if lemma not in self.words.anaphora("companies", "bodies", "papers"):
            return None
        unlikely: Link | None = None
        for source in self.discourse.latest(4):
            traits = self.discourse.traits[source]
            if self.far(here.start, traits.last):
                continue
            if traits.status is wanted:
                link = Link(source, Confidence.MEDIUM, "linking.last-body")
                if traits.entity is None or self._may_be_called(lemma, traits.entity):
                    return link
                unlikely = unlikely or link
            if lemma == "group" and traits.kind == PEOPLE and traits.plural:
                return Link(source, Confidence.MEDIUM, "linking.group", traits.status)
        named = self._named_before(lemma, here) if wanted is SourceStatus.INSTITUTION else None
        return named or unlikely

    def _named_before(self, lemma: str, here: Span) -> Link | None:
        """A body that was named but said nothing yet: "Brightwater Foods is closing … The company said"."""
        discourse = self.discourse
        for name, entity in self.register.names_before(here.start, _MOST_NAMES):
            start = name.span.start
            if discourse.paragraph(here.start) - discourse.paragraph(start) > 1:
                return None
            if entity.kind is NameKind.ORGANISATION and self._may_be_called(lemma, entity.index):
                source = discourse.by_key.get((entity.index,))
                return Link(source, Confidence.LOW, "linking.last-body", entities=(entity.index,))
        return None

    def _may_be_called(self, lemma: str, entity: int) -> bool:
        """Whether a body may be called by a noun that is not its own: no ministry is "the company"."""
        names = self.register.entities[entity].full.words
        own = {self.words.lemma(word.lower()) for word in (names[0], names[-1])}
        if lemma in own:
            return True
        strangers = "public_bodies" if lemma in self.words.anaphora("companies") else "own_nouns"
        return not own & self.words.anaphora(strangers)

    def _last_unnamed(self, reading: Reading) -> Link | None:
        """The person without a name who spoke last, for "the witness" or "the man"."""
        here = reading.span
        assert here is not None
        for source in self.discourse.latest(3):
            traits = self.discourse.traits[source]
            one = traits.kind == PEOPLE and not traits.plural and traits.status.unnamed_person and traits.entity is None
            if one and not self.far(here.start, traits.last):
                return Link(source, Confidence.MEDIUM, "linking.last-person", traits.status)
        return None


_MOST_NAMES = 8  # names back among which a body is looked for
_MOST_SAID = 8  # roles of one person that are searched for a modifier
_MOST_ROLES = 60  # uses of a noun that are looked at, so that a thousand mayors cost no more than sixty


def definites_of(discourse: Discourse, register: Register, words: Vocabulary) -> Definites:
    """The finder for one article's register."""
    text = discourse.document.text
    roles: dict[str, list[tuple[int, int]]] = {}
    bodies: dict[str, list[tuple[int, int]]] = {}
    for entity in register.entities:
        for position, found in entity.roles:
            if found.role is not None and not found.clause:
                for noun in sorted(role_nouns(found.role.of(text), words)):
                    roles.setdefault(noun, []).append((position, entity.index))
        if entity.kind is NameKind.ORGANISATION:
            ends = (entity.full.words[0].lower(), entity.full.words[-1].lower())
            nouns = {words.lemma(word) for word in ends} & words.institutions
            if entity.full.words[-1] in words.company_suffixes:
                nouns.add("company")
            for noun in sorted(nouns):
                bodies.setdefault(noun, []).extend((name.span.start, entity.index) for name in entity.names)
    for index in (roles, bodies):
        for entries in index.values():
            entries.sort()
    return Definites(discourse, register, words, roles, bodies)


def compatible(mine: frozenset[str], traits: Traits) -> bool:
    """Whether modifiers may be said of a source: it has been called by each of them, or is a work called by none."""
    return mine <= traits.words or (not traits.words and traits.kind == WORK)


def spoken_noun(phrase: Phrase, words: Vocabulary) -> str | None:
    """The noun of the body for which somebody speaks: "a hospital spokesman", "a spokeswoman for the company"."""
    before = tuple(word for word in phrase.before if word != "'s")
    if len(before) == 1 and before[0] in words.institutions:
        return before[0]
    told = not before and phrase.tail[:2] in (("for", "the"), ("for", "its"), ("of", "the")) and len(phrase.tail) == 3
    return phrase.tail[2] if told and phrase.tail[2] in words.institutions else None


def _abbreviates(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether these are initials of those: "RNC" of "Republican National Committee"."""
    initials = {word[0] for word in theirs}
    return bool(mine) and all(2 <= len(word) <= 5 and set(word) <= initials for word in mine)


def role_nouns(role: str, words: Vocabulary) -> set[str]:
    """The nouns by which a role may be called again: "Defense Minister" gives minister and defense minister."""
    if role in _SENIOR_COUNSEL:
        return {"counsel", "barrister"}
    if role in words.abbreviations:
        return set(words.abbreviations[role])
    lower = role.lower().replace("’", "'").split(",")[0].split()
    nouns = {words.lemma(word) for word in lower} & words.roles
    nouns |= {"lawmaker"} if nouns & _LAWMAKERS else set()
    for size in (2, 3):
        nouns |= {" ".join(lower[i : i + size]) for i in range(len(lower) - size + 1)} & words.roles
    return nouns
