"""Groups and their members: "one of the two", "both", "another official", "59 percent", "officials" once more."""

from collections.abc import Mapping

from attrs import field, frozen

from attribution.model.name import Gender, NameKind
from attribution.model.source import Confidence, SourceStatus
from attribution.sources.definites import Definites, compatible
from attribution.sources.discourse import PEOPLE, Discourse, Link, is_plural
from attribution.sources.phrases import Phrase
from attribution.sources.reading import Reading
from attribution.sources.register import Register
from attribution.sources.vocabulary import Vocabulary

_ANYONE = frozenset(["person", "them", "these", "those", "group", "man", "woman"])
_SAME_EACH_TIME = frozenset(
    {SourceStatus.COLLECTIVE, SourceStatus.INSTITUTION, SourceStatus.DOCUMENT, SourceStatus.OUTLET}
)
_POINTING = frozenset(["the", "this", "that", "these", "those"])
_OWNERS = frozenset(["his", "her", "its", "their"])


@frozen(eq=False)
class Members:
    """Finds the groups that words for some, all or one more of their members point at."""

    discourse: Discourse
    register: Register
    words: Vocabulary
    definites: Definites
    surnames: Mapping[str, Gender] = field(repr=False)

    def group(self, reading: Reading) -> Link | None:
        """The people met last who can be meant together by "one of the two", "both" or "the group"."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        head = phrase.head[2]
        couple = head in self.words.anaphora("couples") and phrase.opening == "the" and not phrase.before
        pair = head in self.words.anaphora("pairs") or phrase.opening == "both" or couple
        together = head in self.words.anaphora("groups") and phrase.definite and not phrase.before
        if not (pair or together or phrase.partitive):
            return None
        for source in self.discourse.latest():
            traits = self.discourse.traits[source]
            if traits.kind != PEOPLE or not traits.plural or self.definites.far(here.start, traits.last):
                continue
            two = traits.count is not None and (traits.count.least, traits.count.most) == (2, 2)
            if (pair and not two) or not (pair or phrase.lemma in traits.lemmas or phrase.lemma in _ANYONE):
                continue
            status = traits.status
            if phrase.partitive and status.collective and not is_plural(reading):
                status = SourceStatus.ROLE_UNNAMED
            code = "linking.part-of-group" if phrase.partitive else "linking.group"
            return Link(source, Confidence.MEDIUM, code, status, None if phrase.partitive else traits.count)
        return self._two_people(reading) if pair else None

    def bare_member(self, reading: Reading) -> Link | None:
        """The group of "the other" or "a second", when "one of" it has spoken; bare "one" and "another" are new."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        counted = phrase.head[2] in self.words.anaphora("ordinals") and phrase.opening
        if counted or (phrase.head[2] == "other" and phrase.opening == "the"):
            for source in self.discourse.latest(2):
                traits = self.discourse.traits[source]
                if traits.kind == PEOPLE and traits.split and not self.definites.far(here.start, traits.last):
                    status = traits.status if traits.status.unnamed_person else SourceStatus.ROLE_UNNAMED
                    return Link(source, Confidence.MEDIUM, "linking.part-of-group", status)
        return None

    def share(self, reading: Reading) -> Link | None:
        """The poll met last, for "59 percent" and "a third": a part of those who answered it."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        if reading.status is not SourceStatus.DATA or phrase.head[2] not in self.words.anaphora("shares"):
            return None
        for source in self.discourse.latest(4):
            traits = self.discourse.traits[source]
            if traits.status is SourceStatus.DATA and not self.definites.far(here.start, traits.last):
                return Link(source, Confidence.MEDIUM, "linking.same-poll")
        return None

    def owned_body(self, reading: Reading) -> Link | None:
        """The Sanders campaign for "his campaign": the one called so whose owner agrees, when there is only one."""
        phrase = reading.phrase
        assert phrase is not None
        gender = {"his": Gender.MALE, "her": Gender.FEMALE}.get(phrase.opening, Gender.UNKNOWN)
        fitting = []
        for source in self.discourse.called(phrase.lemma):
            owners = [self.surnames[word] for word in self.discourse.traits[source].words if word in self.surnames]
            if all(owner.agrees(gender) for owner in owners):
                fitting.append(source)
        return Link(fitting[0], Confidence.MEDIUM, "linking.owned-body") if len(fitting) == 1 else None

    def again(self, reading: Reading, relay: tuple[str, ...], told: bool) -> Link | None:
        """Indefinite words that go on: "another official", "officials" once more, "an official" after a headline's."""
        phrase = reading.phrase
        assert phrase is not None
        if phrase.opening in ("a", "an") and not self.one_more(phrase):
            return self._headline(reading)
        if reading.count is not None and is_plural(reading):
            found = self._headline(reading)
            if found is not None:
                return found
        if phrase.opening in _OWNERS or phrase.tail[:1] in (("who",), ("that",)):
            return None
        if not is_plural(reading) and self.one_more(phrase):
            return self._member(reading, relay, told)
        if reading.status.unnamed_person and reading.count is not None and is_plural(reading):
            return self._counted_again(reading, relay)
        if phrase.opening and phrase.opening != "these":
            return None
        vague = reading.status is SourceStatus.COLLECTIVE_VAGUE and phrase.lemma in self.words.vague and not phrase.tail
        if reading.status in _SAME_EACH_TIME or vague:
            return self.definites.called(reading, relay, told, definite=False)
        return None

    def one_more(self, phrase: Phrase) -> bool:
        """Whether a phrase brings in one more of a kind: "another official", "a second source", "one trader"."""
        more = self.words.anaphora("more")
        return phrase.opening in more or bool(more & set(phrase.before[:1]))

    def points_back(self, phrase: Phrase) -> bool:
        """Whether a phrase opens as one that points back: "the official", or a bare role: "counsel said"."""
        if phrase.opening in _POINTING:
            return not self.one_more(phrase)
        numbered = any(word in self.words.numbers or word[0].isdigit() for word in phrase.before)
        return not phrase.opening and not phrase.plural and phrase.lemma in self.words.roles and not numbered

    def _two_people(self, reading: Reading) -> Link | None:
        """The two people named last, for "both men", when they stand in this sentence or the two before."""
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

    def _headline(self, reading: Reading) -> Link | None:
        """The source of a headline without articles: "official says", then "a Chinese official" in the text; "players
        say", then "three players"."""
        phrase = reading.phrase
        assert phrase is not None
        several = is_plural(reading)
        for source in self.discourse.called(phrase.lemma, 2):
            traits = self.discourse.traits[source]
            same = traits.status.collective if several else traits.status is reading.status
            if traits.headline and traits.plural is several and same and traits.words <= reading.modifiers:
                return Link(source, Confidence.MEDIUM, "linking.headline")
        return None

    def _member(self, reading: Reading, relay: tuple[str, ...], told: bool) -> Link | None:
        """The group that was named by this noun before, for "one U.S. official" and "another official"."""
        phrase = reading.phrase
        assert phrase is not None
        for source in self.discourse.called(phrase.lemma):
            traits = self.discourse.traits[source]
            if traits.kind != PEOPLE or not traits.plural or not compatible(reading.side, traits):
                continue
            if (traits.relay == relay or not told) and (traits.status.unnamed_person or relay):
                vague = SourceStatus.VAGUE_UNNAMED
                status = vague if reading.status is traits.status is vague else SourceStatus.ROLE_UNNAMED
                return Link(source, Confidence.MEDIUM, "linking.member-of-group", status)
        return None

    def _counted_again(self, reading: Reading, relay: tuple[str, ...]) -> Link | None:
        """Officials who told an outlet, then "two officials" who told the same one: one group."""
        phrase, here = reading.phrase, reading.span
        assert phrase is not None and here is not None
        for source in self.discourse.called(phrase.lemma):
            traits = self.discourse.traits[source]
            same_outlet = bool(relay) and traits.relay == relay and not self.definites.far(here.start, traits.last)
            if traits.status is SourceStatus.COLLECTIVE and same_outlet and compatible(reading.modifiers, traits):
                return Link(source, Confidence.MEDIUM, "linking.same-group-same-outlet")
        return None


def members_of(discourse: Discourse, register: Register, words: Vocabulary, definites: Definites) -> Members:
    """The finder for one article."""
    people = [entity for entity in register.entities if entity.kind is NameKind.PERSON]
    surnames = {entity.full.words[-1].lower(): entity.gender for entity in people}
    return Members(discourse, register, words, definites, surnames)
