"""The words that make, open and join names, compiled once from the lexicons, and the one pattern that finds them."""

from collections.abc import Mapping
from functools import lru_cache

import regex
from attrs import frozen

from attribution.lexicons.inflection import plural
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern
from attribution.model.name import Gender

# Groups of the lexicon "words" that may open a sentence with a capital and belong to no name.
_PLAIN_GROUPS = [
    "determiners",
    "possessives",
    "prepositions",
    "coordinators",
    "subordinators",
    "relatives",
    "wh_words",
    "nominative_pronouns",
    "objective_pronouns",
    "indefinite_pronouns",
    "be_forms",
    "have_forms",
    "do_forms",
    "modals",
    "negations",
    "adverbs",
    "time_words",
    "number_words",
]


@frozen(eq=False)
class NameWords:
    """Word sets for names; every set holds lower-case words but for `titles`, `heads`, `connecting` and the places."""

    pattern: "regex.Pattern[str]"
    plain: frozenset[str]
    titles: frozenset[str]
    title_openers: frozenset[str]
    courtesy: Mapping[str, Gender]
    suffixes: frozenset[str]
    letters: frozenset[str]
    roles: frozenset[str]
    gendered_roles: Mapping[str, Gender]
    given: Mapping[str, Gender]
    particles: frozenset[str]
    heads: frozenset[str]
    legal_forms: frozenset[str]
    connecting: frozenset[str]
    bodies: frozenset[str]
    organisations: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]


@lru_cache(maxsize=8)
def name_words(lexicons: Lexicons) -> NameWords:
    """The compiled words for these lexicons."""
    roles = lexicons.lexicon("roles")
    institutions = lexicons.lexicon("institutions")
    places = lexicons.lexicon("metonyms")
    peoples = lexicons.lexicon("nationalities")
    parties = lexicons.lexicon("parties")
    words = lexicons.lexicon("words")
    titles = roles.phrases("titles")
    particles = lexicons.lexicon("particles").phrases()
    singular = roles.phrases("roles", "male_roles", "female_roles", "spokespeople", "offices", "generic_heads")
    courtesy = dict.fromkeys(roles.phrases("courtesy_male"), Gender.MALE)
    courtesy |= dict.fromkeys(roles.phrases("courtesy_female"), Gender.FEMALE)
    gendered = dict.fromkeys(roles.phrases("male_roles"), Gender.MALE)
    gendered |= dict.fromkeys(roles.phrases("female_roles"), Gender.FEMALE)
    return NameWords(
        pattern=_pattern(titles | frozenset(courtesy) | roles.phrases("suffixes", "letters"), particles),
        # "Former Fed chair Ann Lee", "Drugmaker Halvorsen": the first word belongs to no name; "Late Night" may be one.
        plain=(words.phrases(*_PLAIN_GROUPS) | roles.phrases("former") | institutions.phrases("trades"))
        - {"said", "late", "past"},
        titles=titles,
        # "Secretary of State" may be one piece of a run, so what opens a title may be several words.
        title_openers=titles | {title[:end] for title in titles for end, sign in enumerate(title) if sign == " "},
        courtesy=courtesy,
        suffixes=roles.phrases("suffixes", "letters"),
        letters=roles.phrases("letters"),
        roles=singular | frozenset(plural(role) for role in singular),
        gendered_roles=gendered,
        given=_given_names(lexicons),
        particles=particles,
        heads=institutions.phrases("name_heads", "company_suffixes"),
        legal_forms=institutions.phrases("legal_forms", "sure_heads"),
        connecting=institutions.phrases("connecting"),
        bodies=institutions.phrases("heads"),
        organisations=institutions.phrases("known") | places.phrases("seats"),
        places=places.phrases("countries", "cities", "states"),
        peoples=peoples.phrases() | parties.phrases(),
    )


def _given_names(lexicons: Lexicons) -> dict[str, Gender]:
    names = lexicons.lexicon("given_names")
    given = dict.fromkeys(names.phrases("male"), Gender.MALE)
    given |= dict.fromkeys(names.phrases("female"), Gender.FEMALE)
    return given | dict.fromkeys(names.phrases("either"), Gender.UNKNOWN)


def _pattern(titles: frozenset[str], particles: frozenset[str]) -> "regex.Pattern[str]":
    """One run of capitalised words: titles, abbreviations, initials, particles, hyphens and apostrophes.

    Every repeat is bounded or possessive over one class, so a match costs no more than its length.
    """
    dotted = trie_pattern(sorted(title for title in titles if title.endswith(".")))
    joined = trie_pattern(sorted(title for title in titles if " of " in title))
    small = trie_pattern(sorted(particle for particle in particles if particle[-1] not in "'’"))
    gap = r"[ \u00a0]{1,2}"
    letters = r"[\p{L}\p{M}\d]"
    word = rf"\p{{Lu}}{letters}*+(?:(?:[&.’'ʼ‐‑-](?![sS]\b))(?=\p{{L}}){letters}++){{0,4}}"
    initials = r"(?:\p{Lu}\.){1,4}(?:-\p{Lu}\.)?"
    glued = r"(?:(?:al|el|ad|ar|an|as|ash|at|az|ul|de|ibn|abu)[-‐‑]|[dlLD]['’])"
    item = rf"(?P<word>(?:{joined})\b|(?:{dotted})|{initials}(?!\p{{L}})|{glued}?{word}|{glued}\p{{Lu}}{letters}*+)"
    inner = rf"(?:(?:(?:{small}|&){gap}){{0,3}})"
    opening = rf"(?<![\p{{L}}\p{{M}}\d_@#'’-])(?=\p{{Lu}}|{glued})"  # most words are told from names at a glance
    return regex.compile(rf"{opening}{item}(?:{gap}{inner}{item}){{0,11}}")
