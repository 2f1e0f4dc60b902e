"""Kinds of people without a name: one with a role, someone vague, a group with a side, a group without."""

import re

from attribution.model.name import Name, NameKind
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.sources.phrases import Phrase
from attribution.sources.register import Entity, Register
from attribution.sources.vocabulary import Vocabulary

_PLACING = frozenset(["in", "at", "inside", "within", "from", "under"])
_BELONGING = _PLACING | {"with", "of", "for", "on"}
_TAKING_SIDES = frozenset(["aligned", "affiliated", "allied", "loyal", "supporting", "opposing", "opposed", "backing"])
_KNOWS = re.compile(
    r"\b(?:familiar|knowledge|briefed|close|involved|aware|privy|access|informed|apprised|acquainted|seen|reviewed"
    r"|attended|present|who (?:were|was) (?:in|at|on)|in the (?:room|know)|on the call|knows? of|spoke|spoken"
    r"|interviewed|declined|asked|requested|watched|viewed|witnessed)\b"
)
_PREVENTING = frozenset(["deputy", "assistant", "acting", "unnamed", "junior", "associate", "second"])
_THEM = frozenset(["them", "us", "these", "those"])
_WINDOW = 12  # words behind the head in which an affiliation is looked for

Kind = tuple[SourceStatus, str]


def group_kind(phrase: Phrase, register: Register, words: Vocabulary) -> Kind | None:
    """The kind of people a phrase without names stands for, with the test that decided; `None` for no people."""
    head, lemma = phrase.head[2], phrase.lemma
    if lemma in words.generic:
        return _generic(phrase, register, words)
    if phrase.head[2] == "those" and _KNOWS.search(" ".join(phrase.tail)):
        return SourceStatus.VAGUE_UNNAMED, "those-who-know"
    if phrase.quantifier and lemma in _THEM:
        return SourceStatus.VAGUE_UNNAMED, "some-of-them"
    if lemma == "year-old":
        return SourceStatus.ROLE_UNNAMED, "age"
    if head == "several":
        return SourceStatus.COLLECTIVE_VAGUE, "crowd"
    if head in words.numbers or head in ("one", "another", "other", "both"):
        return SourceStatus.ROLE_UNNAMED, "pointing-back"
    if head in words.peoples or head.rpartition("-")[2] in words.peoples:
        return _people_or_party(phrase, words)
    if lemma in words.roles or lemma in words.vague:
        return _role(phrase, register, words)
    if head in words.sided or lemma in words.sided:
        return SourceStatus.COLLECTIVE, "sided-group"
    if head in words.crowds or head in words.indefinite or lemma in words.crowds:
        return SourceStatus.COLLECTIVE_VAGUE, "crowd"
    open_number = _open_number(phrase, words)
    if phrase.plural and lemma in words.institutions:
        return (SourceStatus.COLLECTIVE_VAGUE if open_number else SourceStatus.COLLECTIVE), "bodies"
    if phrase.plural and _sided(phrase, register, words) and not open_number:
        return SourceStatus.COLLECTIVE, "plural-with-side"
    return None


def _people_or_party(phrase: Phrase, words: Vocabulary) -> Kind:
    """A people or a party in the plural, counted or not: "Republicans", "half a dozen Senate Republicans"."""
    if _counted(phrase, words):
        return SourceStatus.ROLE_UNNAMED, "counted-people"
    return SourceStatus.COLLECTIVE, "people"


def _generic(phrase: Phrase, register: Register, words: Vocabulary) -> Kind:
    """Heads that say nothing: source, person, people, insider, someone."""
    if phrase.head[2] in ("anyone", "anybody"):
        return SourceStatus.COLLECTIVE_VAGUE, "anyone"
    if phrase.lemma == "person" and phrase.plural:
        return _people(phrase, register, words)
    if _affiliated(phrase, register, words):
        return SourceStatus.ROLE_UNNAMED, "generic-with-affiliation"
    return SourceStatus.VAGUE_UNNAMED, "generic-head"


def _people(phrase: Phrase, register: Register, words: Vocabulary) -> Kind:
    """The word *people*: informants when counted, pointed back at or said to know; the public otherwise."""
    counted = any(word in words.numbers or word[0].isdigit() for word in (*phrase.before, *phrase.quantifier))
    if counted and _affiliated(phrase, register, words):
        return SourceStatus.ROLE_UNNAMED, "people-with-affiliation"
    bare = phrase.opening in ("the", "these", "those") and not phrase.before and phrase.tail[:1] != ("of",)
    if counted or bare or phrase.partitive or _KNOWS.search(" ".join(phrase.tail)):
        return SourceStatus.VAGUE_UNNAMED, "people-who-know"
    return SourceStatus.COLLECTIVE_VAGUE, "people"


def _role(phrase: Phrase, register: Register, words: Vocabulary) -> Kind:
    if _unique_office(phrase, words):
        return SourceStatus.NAMED_ROLE, "unique-office"
    if not phrase.plural or _counted(phrase, words):
        return SourceStatus.ROLE_UNNAMED, "role"
    sided = _sided(phrase, register, words)
    if phrase.lemma in words.vague and not phrase.partitive:
        named = any(entity.kind is not NameKind.PLACE for _, entity in _telling_names(phrase, register))
        party = any(word in words.peoples for word in phrase.before)  # "Republican opponents"
        placed = named or party or phrase.tail[:1] in (("at",), ("with",), ("from",))
        if phrase.definite or (sided and placed):
            return SourceStatus.COLLECTIVE, "vague-with-side"
        return SourceStatus.COLLECTIVE_VAGUE, "vague"
    if _open_number(phrase, words) and not sided:
        return SourceStatus.COLLECTIVE_VAGUE, "some-role"
    return SourceStatus.COLLECTIVE, "plural-role"


def _unique_office(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether an office identifies its holder: "the premier", "Ukraine's president"; not "a former president"."""
    if phrase.plural or phrase.lemma not in words.offices or phrase.quantifier:
        return False
    if set(phrase.before) & (words.former | _PREVENTING):
        return False
    alone = not phrase.opening and len(phrase.words) == 1
    return phrase.opening in ("the", "its", "our") or "'s" in phrase.before or alone


def _counted(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether a number stands before the head, alone or in front of "of"."""
    counting = [word for word in (*phrase.quantifier, phrase.opening, *phrase.before) if word]
    exact = any(word in words.numbers or word[0].isdigit() for word in counting)
    return exact and not any(word in words.uncounted for word in counting)


def _open_number(phrase: Phrase, words: Vocabulary) -> bool:
    opening = (*phrase.quantifier, phrase.opening, *phrase.before[:1])
    return any(word in words.open_quantifiers for word in opening)


def _affiliated(phrase: Phrase, register: Register, words: Vocabulary) -> bool:
    """Whether a generic head says where it belongs: "a source in the ministry", "an intelligence source"."""
    idle = words.empty | words.determiners | words.numbers
    if any(word not in idle and word[0].isalpha() for word in phrase.before):
        return True
    if not phrase.tail or phrase.tail[0] not in _PLACING:
        return False
    near = " ".join(phrase.tail[:_WINDOW]).split(",")[0]
    if _KNOWS.search(near):
        return False
    behind = Span(phrase.words[phrase.after][0], phrase.span.end)
    return bool(register.names_in(behind)) or any(word in words.institutions for word in near.split(" "))


def _sided(phrase: Phrase, register: Register, words: Vocabulary) -> bool:
    """Whether a group has a side, an institution or a place: "Israeli lawmakers", "officials at the bank"."""
    if any(word in words.sides or word in words.institutions or word in words.seats for word in phrase.before):
        return True
    if "'s" in phrase.before or phrase.definite:
        return True
    names = _telling_names(phrase, register)
    if any(name.core.end <= phrase.head[0] for name, _ in names):
        return True
    opens = phrase.tail[0] if phrase.tail else ""
    if opens in _TAKING_SIDES and names:
        return True
    if opens in _BELONGING:
        return bool(names) or any(word in words.institutions for word in phrase.tail[1:_WINDOW])
    return phrase.lemma in words.sides


def _telling_names(phrase: Phrase, register: Register) -> list[tuple[Name, Entity]]:
    """The names in a phrase, without a capitalised first word that is no name: "Political scientists"."""
    return [
        (name, entity)
        for name, entity in register.names_in(phrase.span)
        if entity.kind is not NameKind.UNKNOWN or name.core.start > phrase.span.start or len(name.words) > 1
    ]
