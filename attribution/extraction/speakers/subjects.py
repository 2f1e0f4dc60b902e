"""Whose verb it is: the noun phrase to the left of a verb group, with what identifies it."""

import re

from attrs import frozen

from attribution.extraction.speakers.phrase_starts import before_relative, ends_noun, extend_left, holds_noun
from attribution.text.phrases import Phrases

# How far to the left a matching comma, bracket or relative pronoun is looked for, in tokens: longer asides are too
# doubtful.
_REACH = 45
_LEADING_TIME = re.compile(r"(?:[PU]?[DS]?[nA]?#?(?<![a-zA-Z])Y[#Y]{0,3}|[DA]{1,2}#?Y[#Y]{0,2}|Y[#Y]{0,3})(?=[DSnZ#])")
# A phrase between an auxiliary and its verb: "the unions [have in fact] argued", "who [has in the past] called".
_INSERTED = re.compile(r"[BVX]PD?[nYP]\Z")
_TRAILING_TIME = re.compile(r"(?:,?[PU]?[DS]?[A#]{0,2}Y[#Y]{0,3}A?){1,2}\Z")
_TIME = re.compile(r"[DSA#]{0,3}Z?Y[Y#]{0,3},?")
# Words that open a clause before its subject and do not belong to it: "Now Lindqvist says", "Then 40 percent agreed".
_OPENING_ADVERB = re.compile(r"A(?=[DSZ#R])")
# Rough measures that belong to a number: "about 9 percent", "nearly all the tenants", "only a quarter".
_ROUGHLY = frozenset({"about", "almost", "just", "nearly", "only", "roughly", "virtually"})
_BOUNDS = frozenset({"at least", "at most", "fewer than", "just over", "less than", "more than", "up to"})
# "[Ohio], said" behind "in Leeds,".
_PLACE = re.compile("Z{1,2}")
_AT_PLACE = re.compile(r"[PO]Z{1,3}\Z")
_REFLEXIVE = ("self", "selves")
# Words that open an aside which tells of whom the clause speaks: "Ray, now director of the mill, said".
_TELLING = frozenset({"including", "like", "now", "then", "also", "once", "formerly", "currently"})
# "Those surveyed said", "most voters polled agreed".
_POLLED = frozenset({"interviewed", "polled", "questioned", "surveyed"})
_MEASURES = frozenset({"all", "every", "half", "one"})


@frozen
class Subject:
    """The tokens `[start, stop)` of a subject. `kind`: noun, relative ("who"), shared, controlled or following."""

    start: int
    stop: int
    kind: str


def subject_before(phrases: Phrases, position: int) -> Subject | None:
    """The subject that ends before token `position`, with its apposition or relative clause; `None` if there is
    none."""
    tags = phrases.tokens.tags
    stop = _without_time(phrases, position)
    if not stop:
        return None
    last = tags[stop - 1]
    if last == "w" and phrases.tokens.words[stop - 1] != "whose":
        whole = phrases.noun_ending(stop - 2) if tags[stop - 2 : stop - 1] == "O" else None  # "many of whom"
        return Subject(stop - 1 if whole is None else whole, stop, "relative")
    if last == "H" and stop > 1 and tags[stop - 2] in "nZY#>)":
        return Subject(stop - 1, stop, "relative")
    if last in "ed" and phrases.tokens.words[stop - 1] in _POLLED and stop > 1 and tags[stop - 2] in "DnZ#":
        return _noun_left(phrases, stop - 1, stop)
    if last in "bsepd":  # "a rival who has since retired told"
        whole = before_relative(phrases, stop, tags)
        if whole is None and last in "dp":
            reduced = phrases.noun_ending(stop - 1)  # "those surveyed said", "two in three tenants polled said"
            whole = extend_left(phrases, reduced) if reduced is not None else None
        return Subject(whole, stop, "noun") if whole is not None else None
    if last == ">" and stop > 2 and tags[stop - 2] == ",":
        return _around_title(phrases, stop)
    if last in ",-":
        return _around_aside(phrases, stop - 1, last)
    if last == ")":
        opened = tags.rfind("(", max(0, stop - _REACH), stop)
        return _noun_left(phrases, opened, stop) if opened > 0 else None
    found = _noun_left(phrases, stop, stop)
    if found is not None and found.stop < position and phrases.tokens.words[found.stop].endswith(_REFLEXIVE):
        return Subject(found.start, found.stop + 1, found.kind)  # "Lee himself said"
    return found


def _without_time(phrases: Phrases, position: int) -> int:
    """The position before adverbs, phrases of time, "himself" and "both": "a judge [last month] ordered"."""
    tags, words = phrases.tokens.tags, phrases.tokens.words
    stop = _before_auxiliary(tags, words, position)
    for _ in range(4):
        before = stop
        while stop and (
            tags[stop - 1] == "A"
            or (tags[stop - 1] == "M" and words[stop - 1].endswith(_REFLEXIVE))
            or (words[stop - 1] == "once" and tags[stop - 2 : stop - 1] in ("n", "Z", "R", "w"))
        ):
            stop -= 1
        if (
            stop > 1
            and tags[stop - 1] == "D"
            and words[stop - 1] in ("both", "all", "each")
            and tags[stop - 2] in "nZR)-"
        ):
            stop -= 1
        time = _TRAILING_TIME.search(tags, max(0, stop - 8), stop)
        if time and time.start() > 0 and tags[time.start() - 1] in "nZRM)wA":
            stop = time.start()
        if stop == before:
            break
    return stop


def _before_auxiliary(tags: str, words: tuple[str, ...], position: int) -> int:
    """The position before an auxiliary that stands apart from its verb: "the unions [have in fact] argued", "[have
    both] said"."""
    phrase = _INSERTED.search(tags, max(0, position - 4), position)
    if phrase and tags[phrase.start() - 1 : phrase.start() + 1] != "wB":  # but "people who were in the room said"
        return phrase.start()
    if position > 1 and words[position - 1] in ("both", "all", "each") and tags[position - 2] in "BVX":
        return position - 2
    return position


def _around_aside(phrases: Phrases, closing: int, mark: str) -> Subject | None:
    """The subject of "Robby Mook, who runs the campaign, said" when the aside ends at the mark at `closing`."""
    tags = phrases.tokens.tags
    if closing and tags[closing - 1] == ")":
        opened = tags.rfind("(", max(0, closing - _REACH), closing)
        return _noun_left(phrases, opened, closing) if opened > 0 else None
    opening = _before_place(phrases, tags.rfind(mark, max(0, closing - _REACH), closing), closing, mark)
    while opening > 0:
        first = tags[opening + 1] if opening + 1 < closing else ""
        finite = phrases.finite_between(opening + 1, closing)
        if (first and first in "wq") or (first and first in "DSnZ#(" and not finite):
            noun_stop = _before_bracket(tags, opening)
            noun = phrases.noun_ending(noun_stop) if first == "w" else None
            incidental = noun is not None and is_incidental(phrases, noun, opening)
            found = _noun_left(phrases, noun_stop, opening if incidental else closing, appositive=True)
            found = found and (_told_of(phrases, found.start, closing) or found)
            if found is not None and found.start > 1 and tags[found.start - 2 : found.start] == ",g":
                return _noun_left(
                    phrases, found.start - 2, found.start - 2
                )  # "Bild, citing Axios, which cited Y, said"
            return found
        if (
            first
            and first in "edp"
            and not phrases.finite_between(opening + 2, closing)
            and tags[opening - 1] in "nZR#"
        ):
            return _noun_left(phrases, opening, closing)
        if phrases.tokens.words[opening + 1] in _TELLING and not finite and holds_noun(tags, opening):
            return _noun_left(phrases, _before_bracket(tags, opening), closing, appositive=True)
        if first and first in "PUAOgdepTCMN" and ends_noun(phrases, opening):
            if first in "UC" and finite and phrases.tokens.words[opening + 2] != "asked":
                goes_on = first == "U" or tags[opening + 2] == "w"  # "an aide who left, and who asked …, said"
                return _told_of(phrases, opening, closing) if goes_on else None
            if tags[opening - 1] == ")":
                opened = tags.rfind("(", max(0, opening - _REACH), opening)
                return _noun_left(phrases, opened, opening) if opened > 0 else None
            return _noun_left(phrases, opening, opening, appositive=True)
        if finite:
            return _around_clause(phrases, opening, closing) if first not in ("U", "C") else None
        opening = tags.rfind(mark, max(0, closing - _REACH), opening)
    return None


def _told_of(phrases: Phrases, position: int, closing: int) -> Subject | None:
    """The noun phrase of whom a clause tells that runs up to `position`, as a subject that reaches to `closing`.

    "[A nurse, who gave no name], because she was shy, said"; "[A nurse, who gave only] her first name, Olga, said".
    """
    tags = phrases.tokens.tags
    pronoun = tags.rfind("w", max(0, position - _REACH), position)
    if pronoun < 1 or phrases.tokens.words[pronoun] != "who" or tags[pronoun:position].rstrip("A").count(",") > 1:
        return None
    return _noun_left(phrases, pronoun - (tags[pronoun - 1] == ","), closing, appositive=True)


def _before_place(phrases: Phrases, opening: int, closing: int, mark: str) -> int:
    """The mark at `opening`, or the one before the aside that ends in a place: "Lee[,] at an inn in Leeds, Ohio, said".

    In "The mayor of Leeds, Ann Lee, said" no aside ends with the name.
    """
    tags = phrases.tokens.tags
    if opening <= 0 or not _PLACE.fullmatch(tags, opening + 1, closing) or not _AT_PLACE.search(tags, 0, opening):
        return opening
    start = phrases.noun_ending(opening)
    outer = tags.rfind(mark, max(0, closing - _REACH), opening)
    if start is None or outer <= 0 or tags[outer + 1] not in "PwgepdO":
        return opening
    return outer


def _around_clause(phrases: Phrases, opening: int, closing: int) -> Subject | None:
    """The subject before an aside with a verb of its own between the marks at `opening` and `closing`.

    "Ann Lee, clad in a red cape that drew looks, said": only the head of the clause can be the subject. "A clerk, who
    spoke if nobody named her – she works there still – said": the aside follows a relative clause.
    """
    tags = phrases.tokens.tags
    if tags[opening] == "-":
        relative = tags.rfind(",w", max(0, opening - _REACH), opening)
        if relative > 0:
            return _noun_left(phrases, relative, opening, appositive=True)
    found = _noun_left(phrases, opening, closing, appositive=True)
    return found if found is not None and (found.start == 0 or tags[found.start - 1] in "C,<") else None


def _before_bracket(tags: str, position: int) -> int:
    """The position before the bracket that closes there: "Ann Lee [(D-Ohio)]"."""
    opened = tags.rfind("(", max(0, position - _REACH), position) if tags[position - 1] == ")" else -1
    return opened if opened > 0 else position


def _around_title(phrases: Phrases, stop: int) -> Subject | None:
    """The subject of "Lindqvist, the singer known as “the Owl,” stated that": the aside ends inside its mark."""
    tags = phrases.tokens.tags
    mark = tags.rfind("<", max(0, stop - _REACH), stop)
    comma = tags.rfind(",", max(0, mark - _REACH), max(0, mark))
    if comma <= 0 or tags[comma + 1] not in "DSnZ" or phrases.finite_between(comma + 1, mark):
        return None
    return _noun_left(phrases, comma, stop, appositive=True)


def is_incidental(phrases: Phrases, noun: int, mark: int) -> bool:
    """Whether the relative clause behind the mark at `mark` only tells more of the noun phrase at `noun`.

    "Lee, who had come by train, said": a surname alone is of someone whom the reader knows already; so is what
    "which" goes on about.
    """
    return phrases.tokens.words[mark + 1] == "which" or phrases.tokens.tags[noun:mark] == "Z"


def _noun_left(phrases: Phrases, noun_stop: int, stop: int, appositive: bool = False) -> Subject | None:
    """The noun phrase that ends at `noun_stop`, extended to the left, as a subject that reaches to `stop`."""
    tags = phrases.tokens.tags
    if tags[noun_stop - 1] == "M" and phrases.tokens.words[noun_stop - 1].endswith(_REFLEXIVE):
        noun_stop -= 1  # "the council itself, however, said"
    start = phrases.noun_ending(noun_stop - (tags[noun_stop - 1] == "A"))  # "an official there, who …, said"
    if start is None and tags[noun_stop : noun_stop + 1] == "Y":
        start = phrases.noun_holding(noun_stop - 1)  # "Ann Lee recently said": a time word ends the noun phrase
    if start is None:
        return None
    if tags[start:noun_stop] == "M" and start and tags[start - 1] not in "OPT":  # "those who have endorsed him say"
        start = before_relative(phrases, start, tags)
        if start is None:
            return None
    start = extend_left(phrases, start)
    if start and phrases.tokens.words[start - 1] == "whose":
        start -= 1
    if appositive:
        start = _apposed(phrases, start)
    core = start
    start = _with_measure(phrases, start, stop)
    if 0 < start < core:
        start = extend_left(phrases, start)  # "a league of more than 50 unions"
    leading = _LEADING_TIME.match(tags, start, stop)
    if leading and leading.end() < stop:
        start = leading.end()
    trailing = _TRAILING_TIME.search(tags, start, stop) if stop == noun_stop else None
    if trailing and trailing.start() > start and tags[trailing.start() - 1] not in "edp":
        stop = trailing.start()
    return Subject(start, stop, "noun") if start < stop else None


def _with_measure(phrases: Phrases, start: int, stop: int) -> int:
    """Where the noun phrase at `start` begins with its rough measure ("[about] 9 percent") and without an opening
    adverb ("[now] Lindqvist")."""
    tags, words = phrases.tokens.tags, phrases.tokens.words
    while start + 1 < stop and words[start] not in _ROUGHLY and _OPENING_ADVERB.match(tags, start):
        start += 1
    for _ in range(2):
        before = words[start - 1] if start else ""
        if start > 1 and f"{words[start - 2]} {before}" in _BOUNDS:
            start -= 2
        elif start > 2 and words[start - 3 : start] in (("as", "many", "as"), ("no", "more", "than")):
            start -= 3
        elif f"{before} {words[start]}" in _BOUNDS or (
            before in _ROUGHLY and ("#" in tags[start : start + 2] or words[start] in _MEASURES)
        ):
            start -= 1
    return start


def _apposed(phrases: Phrases, start: int) -> int:
    """Where "Ann Lee, the mayor" starts when the noun phrase at `start` is "the mayor"."""
    tags = phrases.tokens.tags
    if start > 1 and tags[start - 1] == ",":
        before = phrases.noun_ending(start - 1)
        if (
            before is not None
            and tags[before] in "ZDn"
            and not _TIME.fullmatch(tags, before, start)
            and (before == 0 or tags[before - 1] in ",.;:CH<>-q")
        ):
            return before
    return start
