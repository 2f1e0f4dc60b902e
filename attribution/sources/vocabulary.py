"""The word lists that tell kinds of source apart, compiled once from the lexicons."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import frozen

from attribution.lexicons.inflection import plural
from attribution.lexicons.loading import Lexicons
from attribution.model.name import Gender


@frozen(eq=False)
class Vocabulary:
    """Sets of lower-case nouns in the singular, as the lexicons group them; `singular` leads from a plural to it."""

    singular: Mapping[str, str]
    roles: frozenset[str]
    genders: Mapping[str, Gender]
    spokespeople: frozenset[str]
    offices: frozenset[str]
    relations: frozenset[str]
    generic: frozenset[str]
    ranks: frozenset[str]
    former: frozenset[str]
    vague: frozenset[str]
    crowds: frozenset[str]
    indefinite: frozenset[str]
    gatherings: frozenset[str]
    sided: frozenset[str]
    institutions: frozenset[str]
    documents: frozenset[str]
    figured: frozenset[str]
    clips: frozenset[str]
    research: frozenset[str]
    data: frozenset[str]
    social: frozenset[str]
    platforms: frozenset[str]
    media: frozenset[str]
    unnamed_media: frozenset[str]
    own: frozenset[str]
    sides: frozenset[str]
    peoples: frozenset[str]
    seats: frozenset[str]
    after_nouns: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    empty: frozenset[str]
    skipped: frozenset[str]
    openers: frozenset[str]
    staff: frozenset[str]
    adjectives: frozenset[str]
    abbreviations: Mapping[str, tuple[str, ...]]
    again: Mapping[str, frozenset[str]]
    open_quantifiers: frozenset[str]
    uncounted: frozenset[str]
    needs_platform: frozenset[str]
    looking_into: frozenset[str]
    media_kinds: frozenset[str]
    units: frozenset[str]
    epithets: frozenset[str]
    life_words: frozenset[str]
    questioners: frozenset[str]
    papers: frozenset[str]
    company_suffixes: frozenset[str]
    common: frozenset[str]
    nouns: frozenset[str]
    quantities: frozenset[str]
    longest: int

    def anaphora(self, *groups: str) -> frozenset[str]:
        """The words of these groups of the lexicon "anaphora": nouns and numbers by which sources are met again."""
        if len(groups) == 1:
            return self.again[groups[0]]
        return frozenset().union(*(self.again[group] for group in groups))

    def lemma(self, word: str) -> str:
        """The singular of a lower-case noun; a word that no lexicon knows loses a plural ending."""
        found = self.singular.get(word)
        if found is not None:
            return "document" if found in self.papers else found
        if word in self.papers:
            return "document"
        if word.endswith("-year-old"):
            return "year-old"
        if "-" in word and word not in self.roles:
            last = word.rpartition("-")[2]  # "star-turned-candidate"
            if self.singular.get(last, last) in self.roles:
                return self.singular.get(last, last)
        if word in self.roles or word in self.institutions or word in self.documents or word in self.data:
            return word
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
            return word[:-1]
        return word


@lru_cache(maxsize=8)
def vocabulary(lexicons: Lexicons) -> Vocabulary:
    """The compiled sets for these lexicons."""
    sets: dict[str, Any] = {
        name: frozenset(phrase.lower() for phrase in lexicons.lexicon(lexicon).phrases(*groups))
        for name, (lexicon, groups) in _LISTS.items()
    }
    parties = lexicons.lexicon("parties")
    members = frozenset(phrase.lower() for phrase in parties.phrases("members"))
    groups = frozenset(phrase.lower() for phrase in parties.phrases("groups"))
    sets["roles"] |= members
    sets["peoples"] |= groups
    sets["sides"] = sets["adjectives"] | members | groups
    sets["adjectives"] -= members
    sets["skipped"] |= frozenset("\"“”`‘'")
    singular = _singular(sets)
    things = sets["institutions"] | sets["documents"] | sets["data"]
    return Vocabulary(
        **sets,
        singular=singular,
        genders=_genders(lexicons),
        abbreviations=_abbreviations(lexicons),
        again={group.name: frozenset(group.phrases) for group in lexicons.lexicon("anaphora").groups},
        common=sets["roles"] | sets["vague"] | things | sets["sides"] | sets["peoples"] | frozenset(singular),
        nouns=sets["roles"] | things | sets["crowds"] | sets["social"] | sets["media"],
        platforms=lexicons.lexicon("artifacts").phrases("platforms"),
        company_suffixes=lexicons.lexicon("institutions").phrases("company_suffixes"),
        longest=_LONGEST_NOUN,
    )


_LONGEST_NOUN = 3  # words: "member of parliament"
_IRREGULAR = {"people": "person", "spokespeople": "spokesperson", "children": "child", "men": "man", "women": "woman"}

# Where each set of lower-case words comes from: a lexicon and its groups.
_LISTS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "roles": ("roles", ("roles", "male_roles", "female_roles", "spokespeople", "offices", "generic_heads")),
    "spokespeople": ("roles", ("spokespeople",)),
    "offices": ("roles", ("offices",)),
    "relations": ("roles", ("relations",)),
    "generic": ("roles", ("generic_heads",)),
    "ranks": ("roles", ("ranks",)),
    "former": ("roles", ("former",)),
    "epithets": ("roles", ("epithets",)),
    "life_words": ("roles", ("life_words",)),
    "questioners": ("roles", ("questioners",)),
    "staff": ("roles", ("staff",)),
    "vague": ("collectives", ("vague",)),
    "crowds": ("collectives", ("crowds",)),
    "indefinite": ("collectives", ("indefinite",)),
    "gatherings": ("collectives", ("gatherings",)),
    "sided": ("collectives", ("sided",)),
    "open_quantifiers": ("collectives", ("open",)),
    "uncounted": ("collectives", ("uncounted",)),
    "quantities": ("collectives", ("quantities",)),
    "institutions": ("institutions", ("heads",)),
    "units": ("institutions", ("units",)),
    "documents": ("artifacts", ("documents", "research")),
    "figured": ("artifacts", ("figured",)),
    "clips": ("artifacts", ("clips",)),
    "papers": ("artifacts", ("papers",)),
    "research": ("artifacts", ("research",)),
    "data": ("artifacts", ("data",)),
    "social": ("artifacts", ("social",)),
    "needs_platform": ("artifacts", ("needs_platform",)),
    "looking_into": ("artifacts", ("looking_into",)),
    "media": ("artifacts", ("media",)),
    "media_kinds": ("artifacts", ("media_kinds",)),
    "unnamed_media": ("artifacts", ("unnamed_media",)),
    "own": ("artifacts", ("own",)),
    "adjectives": ("nationalities", ("adjectives",)),
    "peoples": ("nationalities", ("peoples",)),
    "seats": ("metonyms", ("seats",)),
    "after_nouns": ("modifiers", ("after_nouns",)),
    "openers": ("modifiers", ("openers",)),
    "skipped": ("modifiers", ("skipped",)),
    "empty": ("modifiers", ("empty",)),
    "prepositions": ("words", ("prepositions",)),
    "determiners": ("words", ("determiners", "possessives")),
    "adverbs": ("words", ("adverbs",)),
    "times": ("words", ("time_words",)),
    "numbers": ("words", ("number_words",)),
}


def _singular(sets: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """From each plural that the lists make to its singular."""
    listed = ("roles", "vague", "institutions", "documents", "data", "social", "media")
    nouns = sorted(frozenset().union(*(sets[name] for name in listed)))
    return {plural(noun): noun for noun in nouns} | _IRREGULAR


def _abbreviations(lexicons: Lexicons) -> dict[str, tuple[str, ...]]:
    """From each abbreviated title to the nouns by which its holder is called again: "Sen." to senator and lawmaker."""
    lines = lexicons.lexicon("roles").group("abbreviations").phrases
    pairs = (line.split(" = ") for line in lines)
    return {short: tuple(nouns.split(", ")) for short, nouns in pairs}


def _genders(lexicons: Lexicons) -> dict[str, Gender]:
    roles = lexicons.lexicon("roles")
    male = dict.fromkeys(roles.phrases("male_roles"), Gender.MALE)
    return male | dict.fromkeys(roles.phrases("female_roles"), Gender.FEMALE)
