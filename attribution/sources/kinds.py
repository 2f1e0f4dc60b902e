"""What kind of source an attribution's words are, read by themselves (policy section 3.1, tests in its order)."""

import re
from collections.abc import Iterable

from attrs import frozen

from attribution.config import Config
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document
from attribution.model.name import NameKind
from attribution.model.source import Detail, SourceStatus
from attribution.model.span import Evidence, Span
from attribution.sources.bodies import body_named, spokesperson_of
from attribution.sources.counting import Count, count_people
from attribution.sources.details import details_of
from attribution.sources.groups import group_kind
from attribution.sources.outlets import Desk, Outlet, desk_of, means_newspaper, means_outlet, outlet_in
from attribution.sources.people import people_named, unknown_person
from attribution.sources.phrases import Phrase, parse_phrase
from attribution.sources.reading import EDGES, FIRST_PERSON, PRONOUNS, Reading
from attribution.sources.register import Entity, Register
from attribution.sources.vocabulary import Vocabulary, vocabulary
from attribution.sources.works import work_kind

_TAIL = 8  # words behind a head that are looked at
_SHORTEST = 3  # letters of a word that is no preposition
_CLAUSE_OPENERS = frozenset(["who", "which", "that", "whose", "and"])
_PUBLIC_LIST = 20  # so many people who endorse or sign are a list that anyone may read, not informants
_CROWD = 200  # so many people speak in nobody's ear
_DATELINE = re.compile(r"[A-Z][A-Z .,’'-]{2,40}(?:\([^)]{1,30}\)\s?)?\s?[-–—]{1,2}\s")
# What only people do, in a clause of their own: "a bosun said", but "a textbook explains", "according to an account".
_SAYING = frozenset(["add", "recall", "say", "tell"])
_DEPENDENT = frozenset(["controlled", "coordinated", "infinitive", "noun", "participle", "relative"])
_TOLD_OF = frozenset([",", "who", "in", "at", "from", "on"])
_ONE = frozenset(["a", "an", "another", "one"])
_CARRIERS = ("network", "site", "station", "website")
_NATIONS = frozenset(["nation", "people", "record", "republic"])  # papers and more than papers
_BODIES_IN_CAPITALS = ("US", "WHO")
_NO_NAME = (SourceStatus.ROLE_UNNAMED, SourceStatus.VAGUE_UNNAMED)

Kind = tuple[SourceStatus, str, tuple[Entity, ...]]
"""A status, the test that decided, and what is named."""


@frozen(eq=False)
class Reader:
    """Reads the sources of one article, given its register of names."""

    document: Document
    register: Register
    lexicons: Lexicons
    words: Vocabulary
    desk: Desk

    def read(self, attribution: Attribution, span: Span | None) -> Reading:
        """The words at `span` as the source of `attribution`; no span is agentless reporting (PASSIVE)."""
        if span is None:
            return Reading(attribution.index, None, SourceStatus.PASSIVE)
        text = self.document.text
        plain = span.of(text).strip(EDGES).lower().replace("’", "'")
        plain = span.of(text) if span.of(text) in _BODIES_IN_CAPITALS else plain
        if plain in PRONOUNS:
            status = SourceStatus.OBSERVATION if plain in FIRST_PERSON else SourceStatus.PASSIVE
            return Reading(attribution.index, span, status, head=span, pronoun=plain)
        dateline = _DATELINE.match(text, span.start, span.end)
        phrase = parse_phrase(text, Span(dateline.end(), span.end) if dateline else span, self.words)
        if phrase is None:
            return Reading(attribution.index, span, SourceStatus.PASSIVE, head=span)
        return self._reading(attribution, span, phrase, plain)

    def _reading(self, attribution: Attribution, span: Span, phrase: Phrase, plain: str) -> Reading:
        status, why, entities = self._kind(attribution, phrase, plain)
        people = status.unnamed_person or status.collective
        count = count_people(phrase, self.lexicons) if people else None
        status = _counted(status, count, attribution)
        outlet = self._outlet(phrase) if why == "outlet" else None
        side = frozenset() if entities else self._modifiers(phrase.before)
        return Reading(
            attribution=attribution.index,
            span=span,
            status=status,
            phrase=phrase,
            head=Span(phrase.head[0], phrase.head[1]),
            entities=tuple(entity.index for entity in entities),
            count=count,
            details=self._details(phrase, status, why, count),
            evidence=(Evidence(f"kinds.{why}", span),),
            modifiers=side if entities else side | self._modifiers(_behind(phrase)),
            side=side,
            outlet=outlet.name if outlet is not None and not outlet.unnamed else "",
            spoken_for=why == "spokesperson",
        )

    def _kind(self, attribution: Attribution, phrase: Phrase, plain: str) -> Kind:
        """The first test that holds."""
        text, words = self.document.text, self.words
        if plain.removeprefix("the ") in words.own or plain in words.own:
            return SourceStatus.OBSERVATION, "own-outlet", ()
        if phrase.opening == "our" and phrase.lemma in words.staff | words.questioners:
            return SourceStatus.OBSERVATION, "own-staff", ()  # "our reporter in the town, Jock Abara"
        people = people_named(text, phrase, self.register, words)
        if people:
            return self._named(people, phrase)
        outlet = self._outlet(phrase)
        own = outlet is not None and outlet.own
        if outlet is not None and not outlet.unnamed and outlet.span.covers(_head(phrase)):
            return _of_outlet(own)  # "the Daily Telegraph" is no telegraph
        if phrase.opening == "the" and not phrase.before and not phrase.tail:
            means = {"paper": means_newspaper, **dict.fromkeys(_CARRIERS, means_outlet)}.get(phrase.head[2])
            if means is not None and means(text, phrase.span.start, self.lexicons):
                return SourceStatus.OUTLET, "outlet", ()
        work = work_kind(text, phrase, attribution.cue, own, words)
        if work is not None:
            return work, work.value.replace("_", "-"), ()
        if outlet is not None:
            return _of_outlet(own)
        spoken_for = spokesperson_of(text, phrase, self.register, words)
        if spoken_for is not None:
            return SourceStatus.INSTITUTION, "spokesperson", spoken_for
        body = body_named(phrase, self.register, words)
        if body is not None:
            return SourceStatus.INSTITUTION, "named-body" if body else "body", body
        ordinal = phrase.head[2] in words.anaphora("ordinals") and phrase.opening in ("a", "the")
        alone = len(phrase.words) == 1 and phrase.head[2] in words.adjectives
        if alone or (phrase.lemma in words.times and not ordinal):
            return SourceStatus.PASSIVE, "no-source", ()
        group = group_kind(phrase, self.register, words)
        if group is not None:
            return *group, ()
        person = unknown_person(text, phrase, self.register, words)
        return self._named((person,), phrase) if person is not None else self._otherwise(attribution, phrase)

    def _named(self, people: tuple[Entity, ...], phrase: Phrase) -> Kind:
        """NAMED_ROLE once a role, title or affiliation of one of them is known in the text so far, else NAMED."""
        known = phrase.lemma in self.words.roles or any(
            entity.known_from is not None and entity.known_from <= phrase.span.end for entity in people
        )
        if known:
            return SourceStatus.NAMED_ROLE, "named-with-role", people
        return SourceStatus.NAMED, "named", people

    def _outlet(self, phrase: Phrase) -> Outlet | None:
        """The outlet that the phrase is headed by, or whose own staff or work it is."""
        core = phrase.span
        if not phrase.quantifier:
            core = Span(phrase.words[0][0], phrase.words[phrase.after - 1][1])
        text = self.document.text
        # "according to the Sun": behind a small article a capital tells the paper's name, whatever else it means.
        named = text.startswith("the ", core.start) and text[core.start + 4].isupper() and phrase.lemma not in _NATIONS
        outlet = outlet_in(text, core, self.desk, self.lexicons, trusting=named)
        if outlet is None or (outlet.unnamed and phrase.lemma in self.words.roles):
            return None
        if not outlet.unnamed and outlet.span.end < phrase.head[0]:
            programme = outlet_in(self.document.text, Span(outlet.span.end, core.end), self.desk, self.lexicons)
            if programme is not None and programme.span.covers(_head(phrase)):
                return programme  # "BBC Newsnight"
        heads = outlet.span.end >= phrase.head[1] or phrase.lemma in self.words.media
        doing = self.words.questioners | self.words.staff | self.words.looking_into
        own = outlet.own and phrase.lemma in doing
        return outlet if heads or own else None

    def _otherwise(self, attribution: Attribution, phrase: Phrase) -> Kind:
        """A noun that no list knows: a person or people by its ending, a group when plural, a body when definite."""
        person = self._person_in(phrase)
        if person is not None:
            return self._named((person,), phrase)
        counted = any(word[0].isdigit() or word in self.words.numbers for word in phrase.before)
        endings = tuple(self.lexicons.lexicon("roles").group("agent_endings").phrases)
        if phrase.lemma.endswith(endings):  # "a deckhand", "two tilers": no list holds every trade
            role = counted or not phrase.plural
            return (SourceStatus.ROLE_UNNAMED if role else SourceStatus.COLLECTIVE), "agent-noun", ()
        if phrase.plural:
            return (SourceStatus.COLLECTIVE if counted else SourceStatus.COLLECTIVE_VAGUE), "unknown-plural", ()
        if phrase.head[2] in self.words.adjectives and (phrase.opening or phrase.before):
            return SourceStatus.ROLE_UNNAMED, "one-of-a-people", ()
        if phrase.definite:
            return SourceStatus.INSTITUTION, "unknown-definite", ()
        for name, entity in self.register.names_in(phrase.span):
            if name.core.start <= phrase.head[0] < name.core.end and entity.kind is not NameKind.PERSON:
                return SourceStatus.INSTITUTION, "unknown-name", (entity,)
        says = attribution.cue.lemma in _SAYING and attribution.shape not in _DEPENDENT
        if phrase.opening in _ONE and says and (not phrase.tail or phrase.tail[0] in _TOLD_OF):
            return SourceStatus.ROLE_UNNAMED, "someone-who-speaks", ()  # "a bosun told Reuters"
        return SourceStatus.PASSIVE, "unknown", ()

    def _person_in(self, phrase: Phrase) -> Entity | None:
        """The person whose name opens words that no list makes a noun of: "Edda Kral joked about Danish [manners]"."""
        if phrase.opening or phrase.plural or phrase.quantifier:
            return None
        for name, entity in self.register.names_in(phrase.span):
            opens = name.span.start == phrase.words[0][0] and name.core.end < phrase.head[0]
            return entity if opens and entity.kind is NameKind.PERSON else None
        return None

    def _details(self, phrase: Phrase, status: SourceStatus, why: str, count: Count | None) -> tuple[Detail, ...]:
        if why == "spokesperson":
            return (Detail.SPOKESPERSON,)
        if status in (SourceStatus.DOCUMENT, SourceStatus.DATA):
            share = phrase.head[2] in self.words.anaphora("shares")  # of the poll told before
            return () if share or _identified(phrase, self.register) else (Detail.UNIDENTIFIED,)
        return details_of(self.document.text, phrase, status, count, self.register, self.lexicons)

    def _modifiers(self, words: Iterable[str]) -> frozenset[str]:
        idle = self.words.anaphora("idle", "clause_words")
        return frozenset(word for word in words if word not in idle and not word[0].isdigit())


def _of_outlet(own: bool) -> Kind:
    return (SourceStatus.OBSERVATION, "own-outlet", ()) if own else (SourceStatus.OUTLET, "outlet", ())


def _head(phrase: Phrase) -> Span:
    return Span(phrase.head[0], phrase.head[1])


def reader_of(document: Document, register: Register, lexicons: Lexicons, config: Config) -> Reader:
    """A reader for one article's sources."""
    return Reader(document, register, lexicons, vocabulary(lexicons), desk_of(document.text, config, lexicons))


def _counted(status: SourceStatus, count: Count | None, attribution: Attribution) -> SourceStatus:
    """A number makes informants of a group, unless it is a list for anyone to read: "95 generals endorsed …"."""
    if count is None or status not in _NO_NAME or count.tally.least < _PUBLIC_LIST:
        return status
    if count.tally.least >= _CROWD:
        return SourceStatus.COLLECTIVE if status is SourceStatus.ROLE_UNNAMED else SourceStatus.COLLECTIVE_VAGUE
    cue = attribution.cue
    public = cue.cls in (CueClass.ATTITUDE, CueClass.DECREE) or cue.lemma in ("endorse", "sign")
    return SourceStatus.COLLECTIVE if public or count.tally.most is None else status


def _behind(phrase: Phrase) -> tuple[str, ...]:
    """The words behind the head that tell one group from another, up to a clause: "officials in Minnesota"."""
    if phrase.quantifier:
        return ()
    words: list[str] = []
    for word in phrase.tail[:_TAIL]:
        if not word[0].isalpha() or word in _CLAUSE_OPENERS:
            break
        if len(word) > _SHORTEST:
            words.append(word)
    return tuple(words)


def _identified(phrase: Phrase, register: Register) -> bool:
    """Whether a document says which or whose it is: "a probation report opened to the court", "FEC filings"."""
    told = bool(phrase.before) or bool(phrase.tail) or bool(phrase.quantifier) or " " in phrase.head[2]
    # "Studies show": the capital of a sentence's first word makes no name.
    named = any(name.span != phrase.span for name, _ in register.names_in(phrase.span))
    return told or phrase.definite or named
