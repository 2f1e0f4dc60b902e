"""Whom a description stands for: "the official", "another official", "the agency", "one of the two"."""

from collections.abc import Mapping

from attrs import field, frozen

from attribution.model.name import Gender, NameKind
from attribution.model.source import Confidence, SourceStatus
from attribution.sources.discourse import PEOPLE, WORK, Discourse, Link, Traits, is_plural, modifiers_of
from attribution.sources.reading import Reading
from attribution.sources.register import Register
from attribution.sources.vocabulary import Vocabulary

_ONE_MORE = frozenset(["another", "one", "second", "third", "fourth"])
_PAIR = frozenset(["both", "two", "pair", "duo"])
_MAN = frozenset(["man", "woman", "person", "witness", "speaker", "boy", "girl"])
_GROUPS = frozenset(["group", "pair", "duo", "trio", "people", "men", "women"])
_COMPANY = frozenset(
    [
        "company",
        "firm",
        "group",
        "bank",
        "lender",
        "maker",
        "producer",
        "retailer",
        "business",
        "corporation",
        "startup",
        "fund",
        "carrier",
        "operator",
    ]
)
_PAPERS = frozenset(
    [
        "newspaper",
        "paper",
        "tabloid",
        "broadcaster",
        "magazine",
        "outlet",
        "network",
        "agency",
        "station",
        "site",
        "website",
    ]
)
_NEAR = 3  # paragraphs within which "the two" or "the company" points back


@frozen(eq=False)
class Descriptions:
    """Finds the antecedents of descriptions, by indexes over what the register knows."""

    discourse: Discourse
    register: Register
    words: Vocabulary
    roles: Mapping[str, list[tuple[int, int]]] = field(repr=False)
    bodies: Mapping[str, list[tuple[int, int]]] = field(repr=False)
    surnames: Mapping[str, Gender] = field(repr=False)

    def find(self, reading: Reading, relay: tuple[str, ...], told: bool) -> Link | None:
        """The source that a description points back at; `None` makes it a new one."""
        phrase = reading.phrase
        if phrase is None or reading.span is None:
            return None
        head = phrase.head[2]
        if (
            phrase.partitive
            or head in _PAIR
            or phrase.opening == "both"
            or (head in _GROUPS and phrase.definite and not phrase.before)
        ):
            found = self._group(reading)
            if found is not None:
                return found
        if head in ("one", "another", "other") and not phrase.quantifier:
            return self._member_without_noun(reading)
        share = self._share(reading)
        if share is not None:
            return share
        if phrase.opening in ("the", "this", "that", "these", "those") and not _one_more(reading):
            return self._definite(reading, relay, told)
        if (
            not phrase.opening
            and not phrase.plural
            and phrase.lemma in self.words.roles
            and not _numbered(reading, self.words)
        ):
            return self._definite(reading, relay, told)
        if phrase.opening in ("his", "her", "its", "their") and reading.status is SourceStatus.INSTITUTION:
            return self._owned_body(reading)
        return self._indefinite(reading, relay, told)

    def _group(self, reading: Reading) -> Link | None:
        """ "One of the two", "both", "some of the people": the group met last that can be meant."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        pair = phrase.head[2] in _PAIR
        for source in self.discourse.latest():
            traits = self.discourse.traits[source]
            if traits.kind != PEOPLE or not traits.plural or self._far(here.start, traits.last):
                continue
            if pair and traits.count is not None and (traits.count.least, traits.count.most) != (2, 2):
                continue
            named = (
                phrase.lemma in traits.lemmas
                or pair
                or phrase.lemma in ("person", "them", "these", "those", "group", "man", "woman")
            )
            if not named:
                continue
            code = "linking.part-of-group" if phrase.partitive else "linking.group"
            status = traits.status
            if phrase.partitive and status.collective and not is_plural(reading):
                status = SourceStatus.ROLE_UNNAMED
            count = traits.count if not phrase.partitive else None
            return Link(source, Confidence.MEDIUM, code, status, count)
        return self._two_people(reading) if pair or (phrase.opening == "both" and phrase.lemma == "man") else None

    def _two_people(self, reading: Reading) -> Link | None:
        """ "Both men": the two people named last, when they stand in one sentence or in two that follow each other."""
        here = reading.span
        assert here is not None
        found: list[int] = []
        for name, entity in self.register.names_before(here.start, 8):
            if self.discourse.sentence(here.start) - self.discourse.sentence(name.span.start) > 2:
                break
            if entity.kind is NameKind.PERSON and entity.index not in found:
                found.append(entity.index)
        if len(found) != 2:
            return None
        return Link(None, Confidence.LOW, "linking.two-people", entities=tuple(sorted(found)))

    def _member_without_noun(self, reading: Reading) -> Link | None:
        """ "The other" is of the group when "one of the two" was; bare "one" and "another" are new sources."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if phrase.head[2] == "other" and phrase.opening == "the":
            for source in self.discourse.latest(2):
                traits = self.discourse.traits[source]
                if traits.kind == PEOPLE and traits.plural and traits.split and not self._far(here.start, traits.last):
                    return Link(source, Confidence.MEDIUM, "linking.part-of-group", SourceStatus.ROLE_UNNAMED)
        return None

    def _definite(self, reading: Reading, relay: tuple[str, ...], told: bool) -> Link | None:
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        called = self._called(reading, relay, told, definite=True)
        if reading.status in (SourceStatus.INSTITUTION, SourceStatus.OUTLET):
            body = self._body(reading)
            best = max((link for link in (called, body) if link), key=lambda link: self._last(link), default=None)
            return best or self._last_of_kind(reading)
        if reading.status in (SourceStatus.DOCUMENT, SourceStatus.DATA, SourceStatus.SOCIAL):
            return called
        named = self._by_role(reading)
        best = max((link for link in (called, named) if link), key=lambda link: self._last(link), default=None)
        if best is not None or phrase.plural:
            return best
        return self._last_unnamed(reading) if phrase.lemma in _MAN else None

    def _called(self, reading: Reading, relay: tuple[str, ...], told: bool, definite: bool) -> Link | None:
        """A source called by the same noun before, with modifiers that do not speak against it."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        mine = modifiers_of(reading)
        plural = is_plural(reading)
        for source in self.discourse.called(phrase.lemma):
            traits = self.discourse.traits[source]
            if traits.plural != plural and not (definite and phrase.lemma in ("source",)):
                continue
            if not (_compatible(mine, traits) or (definite and _abbreviates(mine, traits.words))) or (
                told and traits.relay != relay and traits.kind == PEOPLE
            ):
                continue
            status = traits.status if traits.kind == PEOPLE else None
            return Link(
                source, Confidence.HIGH if definite else Confidence.MEDIUM, "linking.same-noun", status, traits.count
            )
        return None

    def _by_role(self, reading: Reading) -> Link | None:
        """A named person to whom the text gave this role before: "the president", "the Sanders aide"."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        gender = self.words.genders.get(phrase.lemma, Gender.UNKNOWN)
        for position, entity in reversed(self.roles.get(phrase.lemma, ())):
            if position >= here.start or not self.register.entities[entity].gender.agrees(gender):
                continue
            return Link(
                self._source_of(entity), Confidence.HIGH, "linking.role", SourceStatus.NAMED_ROLE, entities=(entity,)
            )
        if (
            reading.status is SourceStatus.NAMED_ROLE
        ):  # "the president" in the lead, "President …" in the paragraph after
            for position, entity in self.roles.get(phrase.lemma, ()):
                if position > here.start and not self._far(position, here.start):
                    return Link(
                        None, Confidence.MEDIUM, "linking.role-to-come", SourceStatus.NAMED_ROLE, entities=(entity,)
                    )
        return None

    def _body(self, reading: Reading) -> Link | None:
        """A named body of this kind: "the agency" after "Federal Emergency Management Agency"."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if phrase.before:
            return None
        lemma = "company" if phrase.lemma in _COMPANY and phrase.lemma not in self.bodies else phrase.lemma
        for position, entity in reversed(self.bodies.get(lemma, ())):
            if position < here.start:
                return Link(self._source_of(entity), Confidence.MEDIUM, "linking.body", entities=(entity,))
        return None

    def _last_of_kind(self, reading: Reading) -> Link | None:
        """The body met last, for "the group", "the paper" and other nouns that fit any."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if phrase.before or phrase.tail[:1] == ("of",):
            return None
        wanted = SourceStatus.OUTLET if reading.status is SourceStatus.OUTLET else SourceStatus.INSTITUTION
        if phrase.lemma not in _COMPANY | _PAPERS | {
            "agency",
            "organization",
            "organisation",
            "movement",
            "body",
            "unit",
            "bureau",
        }:
            return None
        for source in self.discourse.latest(4):
            traits = self.discourse.traits[source]
            if self._far(here.start, traits.last):
                continue
            if traits.status is wanted:
                return Link(source, Confidence.MEDIUM, "linking.last-body")
            if phrase.lemma == "group" and traits.kind == PEOPLE and traits.plural:
                return Link(source, Confidence.MEDIUM, "linking.group", traits.status)
        return None

    def _last_unnamed(self, reading: Reading) -> Link | None:
        here = reading.span
        assert here is not None
        for source in self.discourse.latest(3):
            traits = self.discourse.traits[source]
            if (
                traits.kind == PEOPLE
                and not traits.plural
                and traits.status.unnamed_person
                and not self._far(here.start, traits.last)
            ):
                return Link(source, Confidence.MEDIUM, "linking.last-person", traits.status)
        return None

    def _share(self, reading: Reading) -> Link | None:
        """ "59 percent", "a third": a part of those who answered the poll met last."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if reading.status is not SourceStatus.DATA or phrase.head[2] not in _SHARES:
            return None
        for source in self.discourse.latest(4):
            traits = self.discourse.traits[source]
            if traits.status is SourceStatus.DATA and not self._far(here.start, traits.last):
                return Link(source, Confidence.MEDIUM, "linking.same-poll")
        return None

    def _owned_body(self, reading: Reading) -> Link | None:
        """ "His campaign" after "the Sanders campaign": the one called so whose owner agrees, when there is only one."""
        phrase = reading.phrase
        assert phrase is not None
        gender = {"his": Gender.MALE, "her": Gender.FEMALE}.get(phrase.opening, Gender.UNKNOWN)
        fitting = []
        for source in self.discourse.called(phrase.lemma):
            owners = [self.surnames[word] for word in self.discourse.traits[source].words if word in self.surnames]
            if all(owner.agrees(gender) for owner in owners):
                fitting.append(source)
        return Link(fitting[0], Confidence.MEDIUM, "linking.owned-body") if len(fitting) == 1 else None

    def _indefinite(self, reading: Reading, relay: tuple[str, ...], told: bool) -> Link | None:
        """ "Another official" belongs to the group of officials named before; a bare plural is the same group each time."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if phrase.opening in ("a", "an"):
            for source in self.discourse.called(phrase.lemma, 2):
                traits = self.discourse.traits[source]
                if (
                    traits.headline
                    and traits.words <= modifiers_of(reading)
                    and traits.status is reading.status
                    and not traits.plural
                ):
                    return Link(source, Confidence.MEDIUM, "linking.headline")
        if phrase.opening in ("his", "her", "its", "their", "a", "an") and not _one_more(reading):
            return None
        if not is_plural(reading) and _one_more(reading):
            return self._member(reading, relay, told)
        if reading.status.unnamed_person and reading.count is not None and is_plural(reading):
            return self._counted_again(reading, relay)
        bare = not phrase.opening or phrase.opening == "these"
        if (
            reading.status
            in (SourceStatus.COLLECTIVE, SourceStatus.INSTITUTION, SourceStatus.DOCUMENT, SourceStatus.OUTLET)
            and bare
        ):
            return self._called(reading, relay, told, definite=False)
        if (
            reading.status is SourceStatus.COLLECTIVE_VAGUE
            and bare
            and phrase.lemma in self.words.vague
            and not phrase.tail
        ):
            return self._called(reading, relay, told, definite=False)
        return None

    def _member(self, reading: Reading, relay: tuple[str, ...], told: bool) -> Link | None:
        """ "One U.S. official", "another official": one of a group that was named by this noun before."""
        phrase = reading.phrase
        assert phrase is not None
        mine = modifiers_of(reading)
        for source in self.discourse.called(phrase.lemma):
            traits = self.discourse.traits[source]
            if (
                traits.kind == PEOPLE
                and traits.plural
                and _compatible(mine, traits)
                and (traits.relay == relay or not told)
            ):
                if traits.status.unnamed_person or relay:
                    return Link(source, Confidence.MEDIUM, "linking.member-of-group", SourceStatus.ROLE_UNNAMED)
        return None

    def _counted_again(self, reading: Reading, relay: tuple[str, ...]) -> Link | None:
        """ "Two U.S. officials told Bloomberg" after "U.S. officials told Bloomberg": one group, since the outlet is the same."""
        phrase = reading.phrase
        assert phrase is not None and reading.span is not None
        for source in self.discourse.called(phrase.lemma):
            traits = self.discourse.traits[source]
            near = not self._far(reading.span.start, traits.last)
            if (
                traits.status is SourceStatus.COLLECTIVE
                and relay
                and traits.relay == relay
                and near
                and _compatible(modifiers_of(reading), traits)
            ):
                return Link(source, Confidence.MEDIUM, "linking.same-group-same-outlet")
        return None

    def _source_of(self, entity: int) -> int | None:
        return self.discourse.by_key.get((entity,))

    def _last(self, link: Link) -> int:
        if link.source is not None:
            return self.discourse.traits[link.source].last
        return 0

    def _far(self, here: int, there: int) -> bool:
        return self.discourse.paragraph(here) - self.discourse.paragraph(there) > _NEAR


_SENIOR_COUNSEL = frozenset({"SC", "KC", "QC"})
_SHARES = frozenset(
    [
        "percent",
        "%",
        "third",
        "quarter",
        "half",
        "majority",
        "minority",
        "fraction",
        "respondents",
        "most",
        "proportion",
    ]
) | {"per cent"}


def _one_more(reading: Reading) -> bool:
    """Whether a phrase brings in one more of a kind: "another official", "a second source", "one trader"."""
    phrase = reading.phrase
    assert phrase is not None
    return phrase.opening in _ONE_MORE or bool(_ONE_MORE & set(phrase.before[:1]))


def _numbered(reading: Reading, words: Vocabulary) -> bool:
    phrase = reading.phrase
    assert phrase is not None
    return any(word in words.numbers or word[0].isdigit() for word in phrase.before)


def _compatible(mine: frozenset[str], traits: Traits) -> bool:
    """Whether these modifiers may be said of a source: it must have been called by each of them; bodies and works may be called more."""
    return mine <= traits.words or (not traits.words and traits.kind == WORK)


def _abbreviates(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """ "The RNC member" after "a Republican National Committee member"."""
    initials = {word[0] for word in theirs}
    return bool(mine) and all(2 <= len(word) <= 5 and set(word) <= initials for word in mine)


def descriptions_of(discourse: Discourse, register: Register, words: Vocabulary) -> Descriptions:
    """The description finder for one article."""
    text = discourse.document.text
    roles: dict[str, list[tuple[int, int]]] = {}
    bodies: dict[str, list[tuple[int, int]]] = {}
    for entity in register.entities:
        for position, found in entity.roles:
            if found.role is not None and not found.clause:
                for lemma in _role_nouns(found.role.of(text), words):
                    roles.setdefault(lemma, []).append((position, entity.index))
        if entity.kind is NameKind.ORGANISATION:
            last = entity.full.words[-1].lower()
            first = entity.full.words[0].lower()
            nouns = {words.lemma(last), words.lemma(first)} & words.institutions
            if entity.full.words[-1] in words.company_suffixes:
                nouns.add("company")
            for noun in sorted(nouns):
                bodies.setdefault(noun, []).extend((name.span.start, entity.index) for name in entity.names)
    for index in (roles, bodies):
        for entries in index.values():
            entries.sort()
    people = [entity for entity in register.entities if entity.kind is NameKind.PERSON]
    surnames = {entity.full.words[-1].lower(): entity.gender for entity in people}
    return Descriptions(discourse, register, words, roles, bodies, surnames)


def _role_nouns(role: str, words: Vocabulary) -> set[str]:
    if role in _SENIOR_COUNSEL:
        return {"counsel", "barrister"}
    lower = role.lower().replace("’", "'").split(",")[0].split()
    nouns = {words.lemma(word) for word in lower} & words.roles
    for size in (2, 3):
        nouns |= {" ".join(lower[i : i + size]) for i in range(len(lower) - size + 1)} & words.roles
    return nouns
