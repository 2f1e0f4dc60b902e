"""Which people a noun phrase names: as its head, joined by "and", or in apposition to a description."""

import re

from attribution.model.name import Name, NameKind
from attribution.model.span import Span
from attribution.sources.phrases import Phrase
from attribution.sources.reading import EDGES
from attribution.sources.register import Entity, Register
from attribution.sources.vocabulary import Vocabulary

_PLACED = re.compile(r"\s(?:of|at|from|with)\s")  # "another analyst, Hugo Prat of Banco Sur"
_GIVEN_AND_SURNAME = 2
_MEMBERS = frozenset({"another", "first", "one", "other", "second", "third"})
_JOINT = re.compile(r",?\s(?:and|or|&)\s(?:(?:the\s)?[^\s,]{1,20}\s){0,4}|,\s(?:[A-Z][^\s,]{0,20}\s){0,3}|/")
_TOLD_AS = re.compile(
    r"(?<!\w)(?:call(?:ed)? (?:him|her|them)|(?:gave|give|giving) (?:his|her|their) name|identified (?:himself|herself)"
    r"|(?:to be|be) (?:called|identified|known))(?: (?:just|only|simply))?(?: (?:as|by))?\s$"
)
_OTHERS = re.compile(r",?\s(?:and|or)\s(?:(?:several|many|some|most)\s)?other\s")
_LED_BY = re.compile(r"\b(?:led|headed|chaired)\sby\s(?:\w{1,12}\.?\s)?$")
# "Terrorists mock …": a plural of people that no list knows, capitalised as the first word; few surnames end so.
_PLURAL_OF_PEOPLE = re.compile(r"(?:ists|ians|ants|ees|ators)$")
# What only bodies are followed by: "Tinder spokeswoman", "Bruegel’s website".
_BODY_FOLLOWS = re.compile(
    r"['’]?s?\s(?:shares|stock|spokes\w+|website|app|users|users’|employees|executives|officials|customers)\b|\sitself\b|\s(?:Inc|Corp|Ltd)\b"
)
_BODY_PRECEDES = re.compile(
    r"(?:\b(?:on|via|through|joined|sued)\s|(?:spokes\w{3,6}|lawyer)\sfor\s|\w(?:ant|ee|er|ist|ive|man|or|yst)\sat\s|\bthe\s(?:company|group|firm|agency|app)\s)$"
    r"|\b(?i:airline|(?:auto|car|chip|drug|phone|plane)maker|bank|chain|charity|insurer|lender|manufacturer|retailer|start-?up)\s$"
)


def people_named(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> tuple[Entity, ...]:
    """The people whom `phrase` names; none for "Clinton aides" or "a source close to Clinton"."""
    given = _given(text, phrase, register, words)
    if given is not None:
        return (given,)
    names = [pair for pair in register.names_in(phrase.span) if pair[1].kind is NameKind.PERSON]
    if not names:
        return ()
    head = next((index for index, pair in enumerate(names) if _holds_head(pair[0], phrase)), None)
    first = names[0][0]
    if phrase.opening == "the" and not phrase.before and first.title is None and _holds_head(first, phrase):
        return ()  # "the Sanders [campaign]", "the Obamas"
    if head is None and _OTHERS.match(text, first.core.end) and first.core.end <= phrase.head[0]:
        return (names[0][1],)
    if head is not None and not phrase.quantifier:
        return _joined(text, [name for name, _ in names], [entity for _, entity in names], head)
    described = phrase.lemma in words.roles or phrase.lemma in words.vague or phrase.lemma in words.generic
    if described or _one_of_several(phrase):
        for name, person in names:
            if _apposed(text, name, phrase):
                return (person,)
    return ()


def _given(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> Entity | None:
    """The part of a name that a source lets be told: "a baker who asked us to call him Musa"."""
    if phrase.plural or phrase.lemma not in words.roles:
        return None
    for name, entity in register.names_in(Span(phrase.head[1], phrase.span.end)):
        bodiless = entity.kind in (NameKind.PERSON, NameKind.UNKNOWN) and len(name.words) == 1
        if bodiless and _TOLD_AS.search(text, max(phrase.head[1], name.span.start - 40), name.span.start):
            return entity
    return None


def unknown_person(text: str, phrase: Phrase, register: Register, words: Vocabulary) -> Entity | None:
    """The person behind a name that nothing marks as one: "Huerta said", where no first name or title ever stands.

    A name with an article, or one used as a body's elsewhere ("a Tinder spokeswoman"), is none.
    """
    if phrase.opening or phrase.plural or phrase.quantifier:
        return None
    for name, entity in register.names_in(phrase.span):
        if entity.kind is not NameKind.UNKNOWN or not _holds_head(name, phrase):
            continue
        spelled = name.core.of(text)
        if name.words[0].lower() in words.sides or len(spelled) == 1:
            return None
        if phrase.tail[:1] == ("of",) and not _of_a_body(name, phrase, register, words):
            return None
        if _PLURAL_OF_PEOPLE.search(spelled):
            return None
        if (
            spelled.lower() in words.common
            or spelled.lower().rpartition("-")[2] in words.peoples
            or (spelled.isupper() and len(spelled) > 1)
        ):
            return None
        return None if any(_used_as_body(text, other) for other in entity.names[:8]) else entity
    return None


def _of_a_body(name: Name, phrase: Phrase, register: Register, words: Vocabulary) -> bool:
    """Whether two words that no list knows name someone "of the Passengers’ Council"; "Friends of the Earth" do not."""
    known = any(words.lemma(word.lower()) in words.common for word in name.words)
    others = register.names_in(Span(phrase.head[1], phrase.span.end))
    return (
        len(name.words) == _GIVEN_AND_SURNAME
        and not known
        and any(entity.kind is NameKind.ORGANISATION for _, entity in others)
    )


def _holds_head(name: Name, phrase: Phrase) -> bool:
    return name.span.start <= phrase.head[0] < name.core.end


def _joined(text: str, names: list[Name], people: list[Entity], head: int) -> tuple[Entity, ...]:
    """The people joined with the one at `head`, on both sides."""
    low = high = head
    while low > 0 and _JOINT.fullmatch(text, names[low - 1].span.end, names[low].span.start):
        low -= 1
    while high + 1 < len(names) and _JOINT.fullmatch(text, names[high].span.end, names[high + 1].span.start):
        high += 1
    return tuple(dict.fromkeys(people[low : high + 1]))


def _one_of_several(phrase: Phrase) -> bool:
    """Whether a phrase means one of some who were told of before: "one of them, Ann Lee", "the other, Otto Ray"."""
    return phrase.quantifier[:1] == ("one",) or (not phrase.quantifier and phrase.head[2] in _MEMBERS)


def _apposed(text: str, name: Name, phrase: Phrase) -> bool:
    """Whether a name behind a description says who is described: "a spokesperson for FEMA, Dalia Reyes"."""
    if name.span.start < phrase.head[1]:
        return False
    before = text[max(phrase.span.start, name.span.start - 24) : name.span.start]
    if phrase.plural and not _one_of_several(phrase):
        return _LED_BY.search(before) is not None
    if not before.endswith(", "):
        return before == " "  # "a resident Halimatou", "his aide Jo"
    rest = text[name.core.end : phrase.span.end].strip(EDGES)
    return not rest or text[name.core.end] in ",(" or _PLACED.match(text, name.core.end) is not None


def _used_as_body(text: str, name: Name) -> bool:
    start, end = name.core.start, name.core.end
    return (
        _BODY_FOLLOWS.match(text, end, end + 30) is not None
        or _BODY_PRECEDES.search(text[max(0, start - 16) : start]) is not None
    )
