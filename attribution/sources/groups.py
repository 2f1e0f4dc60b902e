"""Kinds of people without a name: one with a role, someone vague, a group with a side, a group without."""

import re

from attribution.model.name import NameKind
from attribution.model.source import SourceStatus
from attribution.model.span import Span
from attribution.sources.phrases import Phrase
from attribution.sources.register import Register
from attribution.sources.vocabulary import Vocabulary

_OPEN_QUANTIFIERS = frozenset(
    [
        "some",
        "many",
        "several",
        "most",
        "few",
        "numerous",
        "countless",
        "various",
        "certain",
        "all",
        "any",
        "every",
        "no",
        "other",
        "more",
    ]
)
_AFFILIATING = frozenset(["in", "at", "inside", "within", "from", "with", "of", "for", "on", "under"])
_TAKING_SIDES = frozenset(["aligned", "affiliated", "allied", "loyal", "supporting", "opposing", "opposed", "backing"])
_KNOWS = re.compile(
    r"\b(?:familiar|knowledge|briefed|close|involved|aware|privy|access|informed|apprised|acquainted|seen|reviewed|attended|present"
    r"|who (?:were|was) (?:in|at|on)|in the room|on the call|in the know|know(?:s)? of|spoke|spoken|interviewed|declined|asked|requested)\b"
)

Kind = tuple[SourceStatus, str]


def group_kind(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> Kind | None:
    """The kind of people a phrase without names stands for, with the test that decided; `None` when it stands for no people."""
    head, lemma = phrase.head[2], phrase.lemma
    if lemma in words.generic:
        return _generic(text, phrase, register, words)
    if head in words.numbers or head in ("one", "another", "other", "two", "both"):
        return SourceStatus.ROLE_UNNAMED, "pointing-back"
    if head in words.peoples:
        if _counted(phrase, words):
            return SourceStatus.ROLE_UNNAMED, "counted-people"
        open_number = _open_number(phrase) and not phrase.tail
        return (
            (SourceStatus.COLLECTIVE_VAGUE, "some-of-a-people")
            if open_number and lemma == head
            else (SourceStatus.COLLECTIVE, "people")
        )
    if lemma in words.roles or lemma in words.vague:
        return _role(text, phrase, register, words)
    if head in words.sided or lemma in words.sided:
        return SourceStatus.COLLECTIVE, "sided-group"
    if head in words.crowds or head in words.indefinite or lemma in words.crowds:
        return SourceStatus.COLLECTIVE_VAGUE, "crowd"
    if phrase.plural and lemma in words.institutions:
        return (SourceStatus.COLLECTIVE_VAGUE if _open_number(phrase) else SourceStatus.COLLECTIVE), "bodies"
    if phrase.plural and _sided(text, phrase, register, words) and not _open_number(phrase):
        return SourceStatus.COLLECTIVE, "plural-with-side"
    return None


def _generic(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> Kind:
    """Heads that say nothing: source, person, people, insider, someone."""
    head, lemma = phrase.head[2], phrase.lemma
    if head in ("anyone", "anybody", "voice"):
        return SourceStatus.COLLECTIVE_VAGUE, "anyone"
    if lemma == "person" and phrase.plural:
        return _people(text, phrase, register, words)
    if _affiliated(text, phrase, register, words):
        return SourceStatus.ROLE_UNNAMED, "generic-with-affiliation"
    return SourceStatus.VAGUE_UNNAMED, "generic-head"


def _people(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> Kind:
    """The word *people*: informants when counted, pointed back at or said to know; the public otherwise."""
    counted = any(word in words.numbers or word[0].isdigit() for word in (*phrase.before, *phrase.quantifier))
    knows = _KNOWS.search(" ".join(phrase.tail)) is not None
    if counted and _affiliated(text, phrase, register, words):
        return SourceStatus.ROLE_UNNAMED, "people-with-affiliation"
    bare = phrase.opening in ("the", "these", "those") and not phrase.before
    if knows or counted or (bare and not phrase.tail[:1] == ("of",)) or phrase.partitive:
        return SourceStatus.VAGUE_UNNAMED, "people-who-know"
    return SourceStatus.COLLECTIVE_VAGUE, "people"


def _role(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> Kind:
    if _unique_office(phrase, words):
        return SourceStatus.NAMED_ROLE, "unique-office"
    if not phrase.plural or _counted(phrase, words):
        return SourceStatus.ROLE_UNNAMED, "role"
    sided = _sided(text, phrase, register, words)
    if phrase.lemma in words.vague and not phrase.partitive:
        named = any(
            entity.kind is not NameKind.PLACE
            and (entity.kind is not NameKind.UNKNOWN or name.core.start > phrase.span.start)
            for name, entity in register.names_in(phrase.span)
        )
        if (sided and (named or phrase.tail[:1] in (("at",), ("with",), ("from",)))) or phrase.definite:
            return SourceStatus.COLLECTIVE, "vague-with-side"
        return SourceStatus.COLLECTIVE_VAGUE, "vague"
    if _open_number(phrase) and not sided:
        return SourceStatus.COLLECTIVE_VAGUE, "some-role"
    return SourceStatus.COLLECTIVE, "plural-role"


def _unique_office(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether an office identifies its holder: "the prime minister", "Ukraine's president"; not "a former president"."""
    if phrase.plural or phrase.lemma not in words.offices or phrase.quantifier:
        return False
    if set(phrase.before) & words.former or set(phrase.before) & {
        "deputy",
        "assistant",
        "acting",
        "unnamed",
        "junior",
        "associate",
        "second",
    }:
        return False
    return (
        phrase.opening in ("the", "its", "our")
        or "'s" in phrase.before
        or (not phrase.opening and len(phrase.words) == 1)
    )


def _counted(phrase: Phrase, words: Vocabulary) -> bool:
    """Whether a number stands before the head, alone or in front of "of"."""
    counting = [word for word in (*phrase.quantifier, phrase.opening, *phrase.before) if word]
    exact = any(word in words.numbers or word[0].isdigit() for word in counting)
    return exact and not any(word in _UNCOUNTED for word in counting)


_UNCOUNTED = frozenset(
    [
        "first",
        "second",
        "last",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
        "several",
        "couple",
        "number",
        "many",
        "hundred",
        "thousand",
        "million",
    ]
) - {"couple"}


def _open_number(phrase: Phrase) -> bool:
    return any(word in _OPEN_QUANTIFIERS for word in (*phrase.quantifier, phrase.opening, *phrase.before[:1]) if word)


def _affiliated(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> bool:
    """Whether a generic head says where it belongs: "a source in the ministry", "an intelligence source", "a Treasury insider"."""
    named = [
        word
        for word in phrase.before
        if word not in words.empty and word not in words.determiners and word not in words.numbers
    ]
    if any(not word[0].isdigit() and word != "'s" for word in named):
        return True
    if not phrase.tail or phrase.tail[0] not in _AFFILIATING - {"with", "on", "of", "for"}:
        return False
    first = " ".join(phrase.tail[:10])
    if _KNOWS.search(first.split(",")[0]):
        return False
    behind = Span(phrase.words[phrase.after][0], phrase.span.end)
    return bool(register.names_in(behind)) or any(word in words.institutions for word in phrase.tail[1:10])


def _sided(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> bool:
    """Whether a group has a side, an institution or a place: "Israeli lawmakers", "officials at the bank"."""
    if any(word in words.sides or word in words.institutions or word in words.seats for word in phrase.before):
        return True
    if "'s" in phrase.before or phrase.opening in ("his", "her", "its", "their", "the", "these", "those"):
        return True
    names = [
        (name, entity)
        for name, entity in register.names_in(phrase.span)
        if entity.kind is not NameKind.UNKNOWN or name.core.start > phrase.span.start or len(name.words) > 1
    ]
    if any(name.core.end <= phrase.head[0] for name, _ in names):
        return True
    if phrase.tail[:1] and phrase.tail[0] in _TAKING_SIDES and names:
        return True
    if phrase.tail and phrase.tail[0] in _AFFILIATING:
        return bool(names) or any(word in words.institutions for word in phrase.tail[1:8])
    return phrase.head[2] in words.peoples or phrase.lemma in words.sides
