"""What kind of source an attribution's words are, read by themselves (policy section 3.1, tests in its order; decisions of section 8)."""

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
from attribution.sources.counting import Count, count_people
from attribution.sources.details import details_of
from attribution.sources.groups import group_kind
from attribution.sources.outlets import Desk, Outlet, desk_of, outlet_in
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
_ANONYMOUS = re.compile(r"\banonym|\bnot\s(?:to\s)?be(?:ing)?\s(?:named|identified|quoted)|\bunnamed\b", re.IGNORECASE)
_SPEAKING_FOR = frozenset(["for", "of", "at", "from", "with"])
_COUNTED = frozenset(
    {
        SourceStatus.ROLE_UNNAMED,
        SourceStatus.VAGUE_UNNAMED,
        SourceStatus.COLLECTIVE,
        SourceStatus.COLLECTIVE_VAGUE,
    }
)


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
        plain = span.of(self.document.text).strip(EDGES).lower().replace("’", "'")
        if plain in PRONOUNS:
            status = SourceStatus.OBSERVATION if plain in FIRST_PERSON else SourceStatus.PASSIVE
            return Reading(attribution.index, span, status, head=span, pronoun=plain)
        phrase = parse_phrase(self.document.text, span, self.words)
        if phrase is None:
            return Reading(attribution.index, span, SourceStatus.PASSIVE, head=span)
        return self._reading(attribution, span, phrase, plain)

    def _reading(self, attribution: Attribution, span: Span, phrase: Phrase, plain: str) -> Reading:
        text = self.document.text
        status, why, entities = self._kind(attribution, phrase, plain)
        count = count_people(phrase, self.lexicons) if status in _COUNTED else None
        status = _counted(status, count, attribution, phrase)
        details = details_of(text, phrase, status, count, self.register, self.lexicons)
        if why == "spokesperson":
            details = (Detail.SPOKESPERSON,)
        elif status is SourceStatus.DOCUMENT and not _owned(phrase, self.register):
            details = (Detail.UNIDENTIFIED,)
        return Reading(
            attribution=attribution.index,
            span=span,
            status=status,
            phrase=phrase,
            head=Span(phrase.head[0], phrase.head[1]),
            entities=tuple(entity.index for entity in entities),
            count=count,
            details=details,
            evidence=(Evidence(f"kinds.{why}", span),),
            modifiers=frozenset() if entities else self._modifiers(phrase.before) | self._modifiers(_behind(phrase)),
            side=frozenset() if entities else self._modifiers(phrase.before),
            outlet=self._outlet_name(phrase) if why == "outlet" else "",
            spoken_for=why == "spokesperson",
        )

    def _kind(
        self, attribution: Attribution, phrase: Phrase, plain: str
    ) -> tuple[SourceStatus, str, tuple[Entity, ...]]:
        """The status, the test that decided, and what is named."""
        text = self.document.text
        if plain in self.words.own or plain.removeprefix("the ") in self.words.own:
            return SourceStatus.OBSERVATION, "own-outlet", ()
        people = people_named(text, phrase, self.register, self.words)
        if people:
            return self._named(people, phrase)
        outlet = self._outlet(phrase)
        own = outlet is not None and outlet.own
        work = work_kind(text, phrase, attribution.cue, own, self.words)
        if work is not None:
            return work, work.value.replace("_", "-"), ()
        if outlet is not None:
            return (SourceStatus.OBSERVATION, "own-outlet", ()) if own else (SourceStatus.OUTLET, "outlet", ())
        body = self._body(attribution, phrase)
        if body is not None:
            return body
        group = group_kind(text, phrase, self.register, self.words)
        if group is not None:
            return *group, ()
        person = unknown_person(text, phrase, self.register, self.words)
        if person is not None:
            return self._named((person,), phrase)
        return self._otherwise(phrase)

    def _named(self, people: tuple[Entity, ...], phrase: Phrase) -> tuple[SourceStatus, str, tuple[Entity, ...]]:
        """NAMED_ROLE once a role, title or affiliation of each is known in the text so far, else NAMED."""
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
        outlet = outlet_in(self.document.text, core, self.desk, self.lexicons)
        if outlet is None or (outlet.unnamed and phrase.lemma in self.words.roles):
            return None
        heads = outlet.span.end >= phrase.head[1]
        if heads or phrase.lemma in self.words.media or (outlet.own and phrase.lemma in _OWN_STAFF):
            return outlet
        return None

    def _modifiers(self, words: Iterable[str]) -> frozenset[str]:
        idle = self.words.anaphora("idle", "clause_words")
        return frozenset(word for word in words if word not in idle and not word[0].isdigit())

    def _outlet_name(self, phrase: Phrase) -> str:
        outlet = self._outlet(phrase)
        return outlet.name if outlet is not None and not outlet.unnamed else ""

    def _body(self, attribution: Attribution, phrase: Phrase) -> tuple[SourceStatus, str, tuple[Entity, ...]] | None:
        """An organisation, a place for its government, or someone who speaks for a body."""
        text, words = self.document.text, self.words
        if phrase.lemma in words.spokespeople and self._speaks_for_body(phrase):
            shielded = _ANONYMOUS.search(text, phrase.span.start, min(len(text), phrase.span.end + 80))
            if shielded is None:
                return SourceStatus.INSTITUTION, "spokesperson", self._bodies_in(phrase)
        if phrase.head[2] in words.institutions and phrase.opening == "the" and phrase.plural and not phrase.before:
            return SourceStatus.INSTITUTION, "body", ()
        if phrase.lemma in words.roles and phrase.lemma not in words.institutions:
            return None
        for name, entity in self.register.names_in(phrase.span):
            if name.core.start <= phrase.head[0] < name.core.end and not phrase.quantifier:
                if entity.kind in (NameKind.ORGANISATION, NameKind.PLACE):
                    return SourceStatus.INSTITUTION, "named-body", (entity,)
                if (
                    entity.kind is NameKind.UNKNOWN
                    and phrase.opening == "the"
                    and not phrase.plural
                    and len(name.words) > 1
                ):
                    return SourceStatus.INSTITUTION, "named-body", (entity,)
        if phrase.head[2] in words.institutions and phrase.head[2] not in words.sided:
            return SourceStatus.INSTITUTION, "body", ()
        return None

    def _speaks_for_body(self, phrase: Phrase) -> bool:
        """Whether a spokesperson is one of a body; "representatives" and publicists need to say of which."""
        if phrase.lemma.startswith("spokes") or phrase.lemma.startswith("press "):
            return True
        return (phrase.tail[:1] in (("for",), ("of",)) and not phrase.quantifier) or bool(self._bodies_in(phrase))

    def _bodies_in(self, phrase: Phrase) -> tuple[Entity, ...]:
        """The last body named before the head ("an ICE spokeswoman"), else the first after it ("a spokesman for Tinder")."""
        named = [
            (name, entity)
            for name, entity in self.register.names_in(phrase.span)
            if entity.kind is not NameKind.PERSON or phrase.tail[:1] == ("for",)
        ]
        after = [entity for name, entity in named if name.core.start >= phrase.head[1]]
        before = [entity for name, entity in named if name.core.end <= phrase.head[0]]
        if after and phrase.tail and phrase.tail[0] in _SPEAKING_FOR:
            return (after[0],)
        return (before[-1],) if before else ()

    def _otherwise(self, phrase: Phrase) -> tuple[SourceStatus, str, tuple[Entity, ...]]:
        """A noun that no list knows: a group when plural, a body when definite, no source at all otherwise."""
        if phrase.plural:
            return SourceStatus.COLLECTIVE_VAGUE, "unknown-plural", ()
        if phrase.definite or phrase.possessor:
            return SourceStatus.INSTITUTION, "unknown-definite", ()
        for name, entity in self.register.names_in(phrase.span):
            if name.core.start <= phrase.head[0] < name.core.end:
                return SourceStatus.INSTITUTION, "unknown-name", (entity,)
        return SourceStatus.PASSIVE, "unknown", ()


def reader_of(document: Document, register: Register, lexicons: Lexicons, config: Config) -> Reader:
    """A reader for one article's sources."""
    return Reader(document, register, lexicons, vocabulary(lexicons), desk_of(document.text, config, lexicons))


_OWN_STAFF = frozenset(
    ["reporter", "correspondent", "journalist", "photographer", "team", "editor", "columnist", "witness", "crew"]
)


def _counted(status: SourceStatus, count: Count | None, attribution: Attribution, phrase: Phrase) -> SourceStatus:
    """A number makes informants of a group ("two officials"), unless it is a list of names for anyone to read ("95 generals endorsed")."""
    if count is None or status is not SourceStatus.ROLE_UNNAMED or count.tally.least < _PUBLIC_LIST:
        return status
    public = attribution.cue.cls in (CueClass.ATTITUDE, CueClass.DECREE) or attribution.cue.lemma in ("endorse", "sign")
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


def _owned(phrase: Phrase, register: Register) -> bool:
    """Whether a document says whose it is, or at least which: "a probation report opened to the court", "FEC filings"."""
    return bool(phrase.before) or bool(phrase.tail) or phrase.definite or bool(register.names_in(phrase.span))
