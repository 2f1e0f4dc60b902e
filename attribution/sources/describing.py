"""A source as a reader would want it told: name, role, affiliation, and why it is heard (policy section 9)."""

import re
from collections.abc import Sequence

from attrs import frozen

from attribution.model.document import Document
from attribution.model.name import NameKind
from attribution.model.source import STRENGTH, SourceStatus
from attribution.model.span import Span
from attribution.sources.characters import Characters
from attribution.sources.phrases import Phrase, parse_phrase
from attribution.sources.reading import EDGES, Reading
from attribution.sources.register import Entity, Register
from attribution.sources.roles import RoleFound
from attribution.sources.vocabulary import Vocabulary

_OF_WHAT = frozenset(["of", "at", "for", "with", "in", "from", "to", "inside", "within"])
_NOW = (("now",), ("currently",), ("formerly",), ("then",))  # "a former commissioner now at the Riga Centre"
_MOST_BEFORE_KNOWLEDGE = 4  # "with direct knowledge of the talks"
_NO_AFFILIATION = frozenset(["knowledge", "access", "hers", "his", "theirs", "ours", "mine", "him", "them", "it"])
_ARTICLE = re.compile(r"(?:an?|the|one|another|its|his|her|their|our|this|that)\s", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|a\snumber\sof)\s", re.IGNORECASE
)
_PARTY = re.compile(r"(?:D|R|I|Dem|Rep|Ind|Lab|Con|Lib Dem|SNP|Green|DUP)\.?(?:[-–—,/]\s?\S|$)")
_OWNER = re.compile(r"(?P<owner>[^\s].{0,60}?)['’]s?\s")
_CLAUSE = re.compile(
    r",|\s(?:himself|herself|itself|themselves|who|whose|which|until|when|before|after|while|since|because)\s"
)
_TITLE_ENDING = "."  # an abbreviated title says less than a description does: "Sen.", "Dr."
_WEAK_TITLES = 8


@frozen
class Description:
    """What the whole article says of one source; every part that it does not tell is `None` or empty."""

    label: str
    name: str | None = None
    role: Span | None = None
    affiliation: Span | None = None
    characterization: tuple[Span, ...] = ()


@frozen(eq=False)
class Describer:
    """Describes the sources of one article."""

    document: Document
    register: Register
    words: Vocabulary
    characters: Characters

    def describe(
        self, readings: Sequence[Reading], statuses: Sequence[SourceStatus], entities: Sequence[Entity]
    ) -> Description:
        """The source mentioned by `readings`, with the status of each; `entities` are the people or body it is."""
        label = self._label(readings, statuses, entities)
        alone = entities[0] if len(entities) == 1 else None
        characters = self.characters.of(readings, alone)
        if alone is not None and readings[0].spoken_for:
            role = readings[0].head
            return Description(label, self._full_name(alone), role, None, characters)
        if alone is not None and alone.kind is not NameKind.PERSON and statuses[0] is SourceStatus.INSTITUTION:
            return Description(label, self._body_name(readings, alone), None, None, characters)
        if alone is not None:
            role, affiliation = self._named_role(alone)
            return Description(label, self._full_name(alone), role, affiliation, characters)
        outlet = next((reading.outlet for reading in readings if reading.outlet), None)
        phrase = next((reading.phrase for reading in readings if reading.phrase is not None), None)
        people = statuses[0].unnamed_person or statuses[0].collective or readings[0].spoken_for
        if phrase is None or not people or entities:
            name = outlet or (self._body_name(readings, None) if statuses[0] is SourceStatus.INSTITUTION else None)
            return Description(label, name, None, None, characters)
        role, affiliation = self._parts(self._core(phrase), phrase.head[1])
        if not self._is_role(phrase):
            role = None
        return Description(label, outlet, role, affiliation, characters)

    def _full_name(self, entity: Entity) -> str:
        return entity.full.core.of(self.document.text)

    def _body_name(self, readings: Sequence[Reading], entity: Entity | None) -> str | None:
        """The name of a body, with its owner where that tells it from others: "Moscow's Defense Ministry"."""
        text = self.document.text
        for reading in readings:
            phrase = reading.phrase
            if phrase is None or phrase.quantifier:
                continue
            start = self._without_opening(phrase.words[0][0], phrase.head[0])
            names = self.register.names_in(Span(start, phrase.head[1]))
            if len(names) > 1 - (entity is None) and "'s" in phrase.before:
                return Span(start, phrase.head[1]).of(text)
        return self._full_name(entity) if entity is not None else None

    def _named_role(self, entity: Entity) -> tuple[Span | None, Span | None]:
        """The role that says most, and the first affiliation told anywhere."""
        told = [found for _, found in entity.roles if found.role is not None and not found.clause]
        role = max(told, key=self._worth, default=None)
        affiliation: Span | None = None
        best: Span | None = None
        if role is not None and role.role is not None:
            best, affiliation = self._parts(role.role, None)
        if affiliation is None:
            affiliation = self._affiliation_elsewhere(entity, told)
        return best, affiliation

    def _worth(self, found: RoleFound) -> tuple[int, int]:
        """First what is no party and no mere abbreviation; of those, the first told."""
        assert found.role is not None
        spelled = found.role.of(self.document.text)
        weak = (spelled.endswith(_TITLE_ENDING) and len(spelled) <= _WEAK_TITLES) or len(spelled) <= 2
        return (0 if _PARTY.match(spelled) else 1 if weak else 2, -found.role.start)

    def _affiliation_elsewhere(self, entity: Entity, told: Sequence[RoleFound]) -> Span | None:
        for found in told:
            assert found.role is not None
            if _PARTY.match(found.role.of(self.document.text)):
                return found.role
            _, affiliation = self._parts(found.role, None)
            if affiliation is not None:
                return affiliation
        return next((found.affiliation for _, found in entity.roles if found.affiliation and not found.clause), None)

    def _is_role(self, phrase: Phrase) -> bool:
        """Whether the head tells what somebody is: "aide" does, "source", "people" and "another" do not."""
        known = (
            phrase.lemma in self.words.roles or phrase.lemma in self.words.vague or phrase.head[2] in self.words.peoples
        )
        return (
            (known or phrase.plural)
            and phrase.lemma not in self.words.generic
            and phrase.head[2] not in self.words.indefinite
        )

    def _core(self, phrase: Phrase) -> Span:
        """A description without its relative clause."""
        clause = _CLAUSE.search(self.document.text, phrase.head[1], phrase.span.end)
        start = phrase.words[0][0] if not phrase.quantifier else phrase.head[0]
        return Span(start, clause.start() if clause else phrase.span.end)

    def _parts(self, span: Span, head_end: int | None) -> tuple[Span | None, Span | None]:
        """A description split into role and affiliation: "an analyst | at the think tank Bruegel"."""
        text = self.document.text
        if _PARTY.match(span.of(text)):
            return None, span
        phrase = parse_phrase(text, span, self.words)
        if phrase is None:
            return span, None
        start = self._without_opening(span.start, phrase.head[0])
        role = Span(start, max(phrase.head[1], start))
        after = phrase.after + (phrase.tail[:1] in _NOW)
        if after + 1 < len(phrase.words) and phrase.words[after][2] in _OF_WHAT:
            if not _NO_AFFILIATION.isdisjoint(phrase.tail[1:_MOST_BEFORE_KNOWLEDGE]) or self._infinitive(phrase, after):
                return role, None
            begin = phrase.words[after + 1][0]
            role, told = self._of_what(role, Span(begin, self._before_clause(begin, span.end)))
            if told is not None:
                return role, told
        owner = _OWNER.match(text, phrase.words[0][0], phrase.head[0])
        if owner is not None and not self._within_a_name(owner.end("owner")):
            begin, end = owner.span("owner")
            article = text[max(0, begin - 4) : begin].lower() == "the "
            return Span(owner.end(), role.end), Span(begin - 4 if article else begin, end)
        return role, self._named_within(role, phrase.head[0])

    def _of_what(self, role: Span, rest: Span) -> tuple[Span, Span | None]:
        """A role with what stands behind its preposition: an affiliation, or a field ("professor of law | at Yale")."""
        text = self.document.text
        field = rest.of(text)
        at = field.find(" at ")
        if at > 0 and text[role.end : rest.start].strip() in ("of", "for"):
            return Span(role.start, rest.start + at), Span(rest.start + at + len(" at "), rest.end)
        plain = field.islower() and not _ARTICLE.match(field) and not any(map(self._is_body, field.split()))
        if plain and text[role.end : rest.start].strip() == "of":
            return Span(role.start, rest.end), None  # "head of security"
        return role, rest

    def _infinitive(self, phrase: Phrase, index: int) -> bool:
        """Whether a verb follows "to" at the word `index`: "the only one to vote no", but "an aide to the mayor"."""
        to, following = phrase.words[index][2], phrase.words[index + 1]
        if to != "to" or self.document.text[following[0]].isupper() or following[2] in self.words.determiners:
            return False
        lemma = self.words.lemma(following[2])
        return lemma == following[2] and lemma not in self.words.roles and lemma not in self.words.institutions

    def _is_body(self, word: str) -> bool:
        return self.words.lemma(word) in self.words.institutions

    def _within_a_name(self, position: int) -> bool:
        """Whether an apostrophe belongs to a body's name: "Transport Workers’ Federation"."""
        before = self.register.names_before(position, 1)
        return bool(before) and before[0][0].core.end > position + len("’s")

    def _without_opening(self, start: int, head: int) -> int:
        text = self.document.text
        for pattern in (_ARTICLE, _NUMBER, _ARTICLE):
            opening = pattern.match(text, start, head)
            start = opening.end() if opening else start
        return start

    def _before_clause(self, start: int, end: int) -> int:
        clause = _CLAUSE.search(self.document.text, start, end)
        return clause.start() if clause else end

    def _named_within(self, role: Span, head: int) -> Span | None:
        """The body or place named before the head: "a Tinder spokeswoman", "the Florida congressman"."""
        for name, entity in self.register.names_in(Span(role.start, head)):
            spelled = name.core.of(self.document.text)
            if entity.kind is not NameKind.PERSON and spelled.lower() not in self.words.sides:
                return name.core
        return None

    def _label(self, readings: Sequence[Reading], statuses: Sequence[SourceStatus], entities: Sequence[Entity]) -> str:
        """What a report calls the source: its full name, else the words that tell most of it."""
        if entities:
            return " and ".join(self._full_name(entity) for entity in entities)
        outlet = next((reading.outlet for reading in readings if reading.outlet), None)
        if outlet:
            return outlet
        strongest = min(statuses, key=STRENGTH.__getitem__)
        described = [
            reading
            for reading, status in zip(readings, statuses, strict=True)
            if reading.phrase is not None and reading.span is not None and not reading.pronoun and status is strongest
        ]
        if not any(_stands_alone(reading) for reading in described):
            described = [reading for reading in readings if _stands_alone(reading)] or described or list(readings)
        best = max(described, key=_tells)
        assert best.span is not None
        return self._lowered(self._shortened(best))

    def _shortened(self, reading: Reading) -> Span:
        assert reading.span is not None
        if reading.phrase is None:
            return reading.span
        span = reading.phrase.span
        clause = _CLAUSE.search(self.document.text, reading.phrase.head[1], span.end)
        return Span(span.start, clause.start() if clause else span.end)

    def _lowered(self, span: Span) -> str:
        """The words without marks at their ends; an opening article or number in lower case."""
        spelled = span.of(self.document.text).strip(EDGES) or span.of(self.document.text)
        first = spelled.split(" ")[0]
        lower = first.lower()
        if (
            lower in self.words.determiners
            or lower in self.words.numbers
            or self.words.lemma(lower) in self.words.common
        ):
            return lower + spelled[len(first) :] if lower not in self.words.sides else spelled
        return spelled


def _stands_alone(reading: Reading) -> bool:
    """Whether a mention tells who speaks without pointing back: "three players", but not "one of them"."""
    phrase = reading.phrase
    return phrase is not None and reading.span is not None and not phrase.definite and not phrase.partitive


def _tells(reading: Reading) -> tuple[bool, bool, int]:
    """What does not point back, then more than one person counted, then the first."""
    several = reading.count is not None and reading.count.tally.least > 1
    assert reading.span is not None
    return (_stands_alone(reading), several, -reading.span.start)
