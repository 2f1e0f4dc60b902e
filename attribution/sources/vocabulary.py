"""The word lists that tell kinds of source apart, compiled once from the lexicons."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.inflection import plural
from attribution.lexicons.loading import Lexicons
from attribution.model.name import Gender


@frozen(eq=False)
class Vocabulary:
    """Sets of lower-case nouns in the singular, as the lexicons group them; `singular` leads from a plural to its singular."""

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
    places: frozenset[str]
    after_nouns: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    adverbs: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    empty: frozenset[str]
    skipped: frozenset[str]
    staff: frozenset[str]
    adjectives: frozenset[str]
    again: Mapping[str, frozenset[str]]
    open_quantifiers: frozenset[str]
    uncounted: frozenset[str]
    needs_platform: frozenset[str]
    looking_into: frozenset[str]
    media_kinds: frozenset[str]
    units: frozenset[str]
    epithets: frozenset[str]
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
    roles = lexicons.lexicon("roles")
    collectives = lexicons.lexicon("collectives")
    artifacts = lexicons.lexicon("artifacts")
    metonyms = lexicons.lexicon("metonyms")
    nationalities = lexicons.lexicon("nationalities")
    parties = lexicons.lexicon("parties")
    words = lexicons.lexicon("words")
    people = _lower(
        roles.phrases("roles", "male_roles", "female_roles", "spokespeople", "offices", "generic_heads")
        | parties.phrases("members")
    )
    genders = dict.fromkeys(roles.phrases("male_roles"), Gender.MALE)
    genders |= dict.fromkeys(roles.phrases("female_roles"), Gender.FEMALE)
    institutions = _lower(lexicons.lexicon("institutions").phrases("heads"))
    documents = _lower(artifacts.phrases("documents", "research"))
    data = _lower(artifacts.phrases("data"))
    vague = collectives.phrases("vague")
    singular = {plural(noun): noun for noun in sorted(people | vague | institutions | documents | data)}
    singular |= {plural(noun): noun for noun in sorted(artifacts.phrases("social", "media"))}
    singular |= {
        "people": "person",
        "spokespeople": "spokesperson",
        "men": "man",
        "women": "woman",
        "children": "child",
    }
    return Vocabulary(
        singular=singular,
        roles=people,
        genders=genders,
        spokespeople=roles.phrases("spokespeople"),
        offices=_lower(roles.phrases("offices")),
        relations=roles.phrases("relations"),
        generic=roles.phrases("generic_heads"),
        ranks=_lower(roles.phrases("ranks")),
        former=roles.phrases("former"),
        vague=vague,
        crowds=collectives.phrases("crowds"),
        indefinite=collectives.phrases("indefinite"),
        gatherings=collectives.phrases("gatherings"),
        sided=collectives.phrases("sided"),
        institutions=institutions,
        documents=documents,
        research=_lower(artifacts.phrases("research")),
        data=data,
        social=_lower(artifacts.phrases("social")),
        platforms=artifacts.phrases("platforms"),
        media=_lower(artifacts.phrases("media")),
        unnamed_media=_lower(artifacts.phrases("unnamed_media")),
        own=artifacts.phrases("own"),
        sides=_lower(nationalities.phrases("adjectives") | parties.phrases()),
        peoples=_lower(nationalities.phrases("peoples") | parties.phrases("groups")),
        seats=_lower(metonyms.phrases("seats")),
        places=_lower(metonyms.phrases("countries", "cities", "states")),
        after_nouns=lexicons.lexicon("modifiers").phrases("after_nouns"),
        prepositions=words.phrases("prepositions"),
        determiners=words.phrases("determiners", "possessives"),
        adverbs=words.phrases("adverbs"),
        times=words.phrases("time_words"),
        numbers=words.phrases("number_words"),
        company_suffixes=lexicons.lexicon("institutions").phrases("company_suffixes"),
        epithets=_lower(roles.phrases("epithets")),
        questioners=roles.phrases("questioners"),
        papers=artifacts.phrases("papers"),
        again={group.name: frozenset(group.phrases) for group in lexicons.lexicon("anaphora").groups},
        open_quantifiers=collectives.phrases("open"),
        uncounted=collectives.phrases("uncounted"),
        needs_platform=artifacts.phrases("needs_platform"),
        looking_into=artifacts.phrases("looking_into"),
        media_kinds=_lower(artifacts.phrases("media_kinds")),
        units=lexicons.lexicon("institutions").phrases("units"),
        skipped=lexicons.lexicon("modifiers").phrases("skipped") | frozenset("\"“”`‘'"),
        staff=roles.phrases("staff"),
        adjectives=_lower(nationalities.phrases("adjectives")) - parties.phrases("members"),
        empty=lexicons.lexicon("modifiers").phrases("empty"),
        common=people | vague | institutions | documents | data | frozenset(singular) | _lower(nationalities.phrases()),
        nouns=people
        | institutions
        | documents
        | data
        | collectives.phrases("crowds")
        | _lower(artifacts.phrases("social", "media")),
        quantities=collectives.phrases("quantities"),
        longest=3,
    )


def _lower(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(phrase.lower() for phrase in phrases)
