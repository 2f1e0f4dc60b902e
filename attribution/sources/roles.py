"""The role and affiliation that the text gives a person where it names them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.loading import Lexicons
from attribution.lexicons.verbs import conjugator
from attribution.model.name import Name
from attribution.model.span import Span
from attribution.sources.phrases import Phrase, parse_phrase
from attribution.sources.vocabulary import Vocabulary, vocabulary

_REACH = 160  # code points on each side of a name in which its role is looked for
_MOST_MODIFIERS = 8  # words before a role: "Republican National Committee deputy communications director"

_BOUNDARY = re.compile(r"[.!?;:()\"“”\n—–'](?:(?<!')\s|(?<=[\"“”\n—–()])|(?<=')')")
_PARTY = re.compile(
    r"\s?\((?P<party>(?:D|R|I|Dem|Rep|Ind|Lab|Con|Lib Dem|SNP|Green|DUP)\.?(?:[-–—,/]\s?[^)\n]{1,24})?)\)"
)
_AGE = re.compile(r",\s?(?:aged\s)?\d{1,3}(?=[,\s)])|\s\(\d{1,3}\)")
# The two patterns that end at a name hold "by" or an apostrophe within so many code points before it.
_ENDING = 4
_POSSESSOR = re.compile(r"(?P<owner>(?:[A-ZÀ-Þ][\w.&-]{0,30}\s){0,4}[A-ZÀ-Þ][\w.&-]{0,30})['’]s?\s$")
_LED_BY = re.compile(r"\b(?:led|headed|chaired|founded|run|directed|edited|written|authored)\sby\s$")
_IS = re.compile(
    r",?\s(?:is|was|became|remains|(?P<serving>(?:(?:also|now|has|had)\s){0,2}(?:serve[sd]|work(?:s|ed))\sas|acts\sas)|is\snow)\s"
)
# "Marit Solheim (head teacher)", "Yusuf Demir — head chef at the Lantern —"
_BRACKETED = re.compile(
    r"\s?\((?P<inner>[^()\n\d]{3,80})\)|\s?(?:[—–]|--|-\s)\s?(?P<dashed>[^—–\n]{3,100}?)\s?(?:[—–]|--|\s-\s)"
)
_WHO = re.compile(
    r",?\swho\s(?:(?:has|had|have|is|are|was|were|sits|sit|both|also|now|currently|previously|once|long|been|has\sbeen|had\sbeen)\s){0,3}"
)
_OTHERS = re.compile(r"\sand\s(?:several\s|many\s|some\s)?other\s")
# A full stop belongs to "St." and "U.S."; any other may end a sentence: "of the University of Leeds. He".
_PROPER = r"(?:(?:Ft|Mt|Sts?)\.|(?:[A-Z]\.){2,4}|[A-ZÀ-Þ](?:[\w'’&-]|\.(?=\w)){0,30}|\d{1,4})"
_PLACE = rf"(?P<place>(?:the\s)?{_PROPER}(?:\s(?:(?:of|and|for|in|at|de|la|du|del|&|on)\s(?:the\s)?)?{_PROPER}){{0,6}})"
_FROM = re.compile(rf",?\s(?:of|from|at|with)\s{_PLACE}")
# "Axios, quoting someone in the room": what it does, and no apposition.
_DOING = re.compile(
    r"(?!(?:acting|beginning|deputi[sz]ing|founding|incoming|leading|managing|outgoing|reigning|retiring|rising|ruling|sitting"
    r"|standing|visiting|working)\s)[a-z]{3,12}ing\s"
)
_AFTER_BE = frozenset(["a", "an", "the", "one", "on", "both"])
_VERB = re.compile(r"\s(?:has\s|had\s|also\s|now\s)?(?P<verb>[a-z]{1,20})\s")
# "Trump's campaign": whoever has one is running for something.
_OWNED = re.compile(
    r"(?:['’]s?)?\s(?:\w{1,15}\s){0,2}(?P<owned>campaign|administration|government|cabinet|presidency|ministry)\b"
)
# "talks with Ana Ruiz when the party leader lands": a role behind "when" is not hers
_LATER = re.compile(
    r"[^.!?;\"“”\nA-Z]{1,60}\b(?:when|as|before|after|that|because|while|since|if|but|and)\sthe\s"
    r"(?P<described>(?:former|Republican|Democratic|[a-z]{3,14})\s(?:[a-z]{3,14}\s)?(?P<role>[a-z-]{4,14}))\b(?![’'])"
)
_WRITING = re.compile(rf",?\s(?:writing|reporting|speaking)\s(?:for|on\sbehalf\sof)\s{_PLACE}")
_CLOSED = frozenset('.!?;"“”')  # behind these nothing more is said of a name
_PREPOSITIONS_OF_OFFICE = frozenset(["of", "for", "at", "to", "in", "from", "with", "on", "under"])


@frozen
class RoleFound:
    """A role as the text gives it. `clause` marks one told by a verb ("who runs …"), which is no title."""

    role: Span | None
    affiliation: Span | None = None
    clause: bool = False


def roles_of(text: str, name: Name, lexicons: Lexicons) -> tuple[RoleFound, ...]:
    """Every role told where `name` stands: before it, in apposition, in parentheses, by a verb after it."""
    words = vocabulary(lexicons)
    return tuple(_roles(text, name, words, lexicons))


def _roles(text: str, name: Name, words: Vocabulary, lexicons: Lexicons) -> Iterator[RoleFound]:
    if name.role:
        yield RoleFound(name.title or Span(text.rfind(" ", name.core.start, name.core.end) + 1, name.core.end))
    yield from _before(text, name.span.start, words)
    offices, heading = _verb_forms(lexicons, "office_verbs"), _verb_forms(lexicons, "heading_verbs")
    yield from _after(text, name.span.end, words, offices, heading)


def _before(text: str, start: int, words: Vocabulary) -> Iterator[RoleFound]:
    low = max(0, start - _REACH)
    for boundary in _BOUNDARY.finditer(text, low, start):
        low = boundary.end() if boundary.end() < start or text[start - 1] != " " else low
    left = text[low:start]
    last = left[-_ENDING:]
    if "by" in last and _LED_BY.search(left):
        yield RoleFound(None, Span(low, start), clause=True)
        return
    owner = _POSSESSOR.search(left) if "'" in last or "’" in last else None
    if owner:
        yield RoleFound(None, Span(low + owner.start("owner"), low + owner.end("owner")))
    if left.endswith(", "):
        yield from _apposition_before(text, low, start - 2, words)
    elif left.endswith((" ", "\u00a0")):
        yield from _noun_before(text, low, start, words)


def _noun_before(text: str, low: int, start: int, words: Vocabulary) -> Iterator[RoleFound]:
    """A role right before the name: "manager Lieke", "Qatari foreign ministry spokesman Majed"."""
    role = "".join(text[low:start].split()[-1:]).lower()
    if role not in words.roles or role in words.adverbs:
        return
    spots = [match.span() for match in re.finditer(r"[^\s]+", text[low:start])][-_MOST_MODIFIERS:]
    first = len(spots) - 1
    while first > 0:
        word = text[low + spots[first - 1][0] : low + spots[first - 1][1]]
        plain = word.lower()
        if (
            word.endswith((",", ";"))
            or plain in words.determiners
            or plain in words.prepositions
            or plain in words.openers
        ):
            break
        if plain.endswith("ed") and word.islower() and plain not in words.former:  # "called founder Piers …"
            break
        first -= 1
        if word.endswith(("'s", "’s")):
            break
    yield RoleFound(Span(low + spots[first][0], low + spots[-1][1]))


def _apposition_before(text: str, low: int, end: int, words: Vocabulary) -> Iterator[RoleFound]:
    """A description and a comma before the name: "A spokesperson for FEMA, Dalia Reyes"."""
    comma = text.rfind(", ", low, end)
    low = comma + 2 if comma >= 0 else low
    opened = low
    for match in re.finditer(r"\b(?:a|an|the|his|her|their|its|another|one)\s|[\w.]+['’]s\s", text[low:end], re.I):
        before = text[low : low + match.start()].split()
        if len(before) < 2 or before[-1].lower() in words.openers:
            opened = low + match.start()
            break
    phrase = parse_phrase(text, Span(opened, end), words)
    if phrase is not None and phrase.lemma in words.roles and not phrase.plural and _only_office(phrase):
        yield RoleFound(Span(phrase.head[0] if not phrase.before else _first_word(phrase), end))


def _only_office(phrase: Phrase) -> bool:
    return not phrase.tail or phrase.tail[0] in _PREPOSITIONS_OF_OFFICE


def _first_word(phrase: Phrase) -> int:
    place = next(index for index, word in enumerate(phrase.words) if word[0] == phrase.head[0])
    return phrase.words[max(0, place - len(phrase.before))][0]


def _after(
    text: str, end: int, words: Vocabulary, offices: frozenset[str], heading: frozenset[str]
) -> Iterator[RoleFound]:
    """What follows a name: a party, then the first of a clause, an apposition, a form of be and a verb."""
    if text[end : end + 1] in _CLOSED:
        return
    party = _PARTY.match(text, end)
    if party:
        yield RoleFound(Span(party.start("party"), party.end("party")))
        end = party.end()
    age = _AGE.match(text, end)
    if age:
        end = age.end()
    if bracketed := _BRACKETED.match(text, end):
        yield from _told_apart(text, Span(*bracketed.span(bracketed.lastgroup or 0)), words)
    if others := _OTHERS.match(text, end):
        yield from _others(text, others.end(), words)
    elif who := _WHO.match(text, end):
        yield from _office_clause(text, who.end(), offices, words)
    elif owned := _OWNED.match(text, end):
        yield RoleFound(None, Span(*owned.span("owned")), clause=True)
    elif writing := _WRITING.match(text, end):
        yield RoleFound(None, Span(*writing.span("place")))
    elif copula := _IS.match(text, end):
        yield from _apposition_after(text, copula.end(), words, copula=not copula["serving"])
    elif text.startswith(", ", end):
        yield from _apposition_after(text, end + 2, words)
    elif age and text.startswith(" ", end):
        yield from _apposition_after(text, end + 1, words)
    else:
        yield from _loosely_after(text, end, words, heading)


def _others(text: str, start: int, words: Vocabulary) -> Iterator[RoleFound]:
    """What the others are, the named one is too: "Netanyahu and other Israeli leaders"."""
    phrase = parse_phrase(text, Span(start, min(len(text), start + 60)), words)
    if phrase and (phrase.lemma in words.roles or phrase.lemma in words.vague):
        yield RoleFound(Span(start, phrase.head[1]))


def _told_apart(text: str, span: Span, words: Vocabulary) -> Iterator[RoleFound]:
    """A role in brackets or between dashes."""
    phrase = parse_phrase(text, span, words)
    if phrase is not None and phrase.lemma in words.roles and not phrase.plural and _only_office(phrase):
        yield RoleFound(span)


def _office_clause(text: str, start: int, offices: frozenset[str], words: Vocabulary) -> Iterator[RoleFound]:
    """A clause that tells an office: "who runs a shipyard", "who is a nurse", "who are both on the committee"."""
    stop = _clause_end(text, start)
    verb = re.match(r"[\w'’-]+", text[start:stop])
    if verb and verb.group().lower() in offices | _AFTER_BE:
        if verb.group() in ("a", "an", "the"):
            yield from _told_apart(text, Span(start, stop), words)
        yield RoleFound(Span(start, stop), clause=True)


def _loosely_after(text: str, end: int, words: Vocabulary, heading: frozenset[str]) -> Iterator[RoleFound]:
    """A description later in the sentence, "of the University of Graz", or a verb of office."""
    later = _LATER.match(text, end)
    if later and later.group("role").lower() in words.offices:
        yield RoleFound(Span(later.start("described"), later.end("role")))
    place = _FROM.match(text, end)
    if place and not place.group().startswith(","):
        yield RoleFound(None, Span(*place.span("place")))
    verb = _VERB.match(text, end)
    if verb and verb["verb"] in heading:
        yield RoleFound(Span(verb.start("verb"), _clause_end(text, end)), clause=True)


def _apposition_after(text: str, start: int, words: Vocabulary, copula: bool = False) -> Iterator[RoleFound]:
    """A description after a comma or a form of be: "…, an analyst at the think tank Bruegel", "… is a nurse"."""
    stop = _clause_end(text, start)
    if stop <= start:
        return
    phrase = parse_phrase(text, Span(start, stop), words) if _DOING.match(text, start, stop) is None else None
    if phrase is None or phrase.words[0][2] in words.prepositions - {"of", "from"} or phrase.lemma in words.times:
        return
    opened = phrase.opening in ("a", "an", "the", "his", "her", "their", "its", "one", "another")
    known = phrase.lemma in words.roles or phrase.lemma in words.vague or phrase.lemma in words.relations
    place = _FROM.match(text, start - 1)
    if place and phrase.words[0][2] in ("of", "from"):
        yield RoleFound(None, Span(place.start("place"), min(stop, place.end("place"))))
    elif (known and (opened or not copula) and not (phrase.plural and not opened and not phrase.before)) or (
        opened and not copula and phrase.opening in ("a", "an", "the") and not phrase.plural
    ):
        yield RoleFound(Span(start, stop))


def _clause_end(text: str, start: int) -> int:
    """The end of the apposition or clause that begins at `start`: a comma, bracket, dash, quotation mark or stop."""
    limit = min(len(text), start + _REACH)
    for match in re.finditer(r"[,;:()\"“”\n—–]|[.!?](?=\s|$|[\"”])", text[start:limit]):
        position = start + match.start()
        if match.group() == "." and re.search(
            r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Inc|Co|Corp|Jr|No))$", text[start:position]
        ):
            continue
        return position
    return limit


@lru_cache(maxsize=16)
def _verb_forms(lexicons: Lexicons, group: str) -> frozenset[str]:
    """Every finite form of a group of verbs of the lexicon "roles": "runs", "chaired"."""
    conjugate = conjugator(lexicons)
    forms: set[str] = set()
    for lemma in lexicons.lexicon("roles").group(group).phrases:
        verb = conjugate(lemma)
        forms |= {verb.base, verb.third, verb.past, verb.participle}
    return frozenset(forms)
