"""Bodies as sources: organisations, places for their governments, and people who speak for a body without a name."""

import re

from attribution.model.name import NameKind
from attribution.sources.phrases import Phrase
from attribution.sources.register import Entity, Register
from attribution.sources.vocabulary import Vocabulary

_ANONYMOUS = re.compile(r"\banonym|\bnot\s(?:to\s)?be(?:ing)?\s(?:named|identified|quoted)|\bunnamed\b", re.IGNORECASE)
_AFTER = 80  # code points behind a spokesperson in which terms of anonymity make an informant of one
_SPEAKING_FOR = frozenset(["for", "of", "at", "from", "with"])


def spokesperson_of(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> tuple[Entity, ...] | None:
    """The body for which an unnamed spokesperson speaks, empty when the text does not name it; `None` for anyone else.

    One who speaks on terms of anonymity speaks as a person (policy section 8).
    """
    if phrase.lemma not in words.spokespeople:
        return None
    bodies = _bodies_in(phrase, register)
    clear = phrase.lemma.startswith(("spokes", "press "))
    if not clear and not bodies and (phrase.tail[:1] not in (("for",), ("of",)) or phrase.quantifier):
        return None
    if _ANONYMOUS.search(text, phrase.span.start, min(len(text), phrase.span.end + _AFTER)):
        return None
    return bodies


def body_named(phrase: Phrase, register: Register, words: Vocabulary) -> tuple[Entity, ...] | None:
    """What a phrase names as a body, empty for one without a name ("the company"); `None` when it is no body."""
    head = phrase.head[2]
    if head in words.institutions and phrase.opening == "the" and phrase.plural and not phrase.before:
        return ()  # "the auditors"
    if phrase.lemma in words.roles and phrase.lemma not in words.institutions:
        return None
    for name, entity in register.names_in(phrase.span):
        if not name.core.start <= phrase.head[0] < name.core.end or phrase.quantifier:
            continue
        if entity.kind in (NameKind.ORGANISATION, NameKind.PLACE):
            return (entity,)
        if entity.kind is NameKind.UNKNOWN and phrase.opening == "the" and not phrase.plural and len(name.words) > 1:
            return (entity,)
    return () if head in words.institutions and head not in words.sided else None


def _bodies_in(phrase: Phrase, register: Register) -> tuple[Entity, ...]:
    """The first body named after the head ("a spokesman for Tinder"), else the last before it ("an ICE aide")."""
    named = [
        (name, entity)
        for name, entity in register.names_in(phrase.span)
        if entity.kind is not NameKind.PERSON or phrase.tail[:1] == ("for",)
    ]
    after = [entity for name, entity in named if name.core.start >= phrase.head[1]]
    before = [entity for name, entity in named if name.core.end <= phrase.head[0]]
    if after and phrase.tail and phrase.tail[0] in _SPEAKING_FOR:
        return (after[0],)
    return (before[-1],) if before else ()
