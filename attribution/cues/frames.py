"""What stands to the right of a cue: a that-clause, a quotation, a noun phrase …

A verb attributes in some frames and not in others ("see that he left" and "see him"), so the frame decides, not the
verb.
"""

import re
from collections.abc import Iterator

from attrs import frozen

from attribution.cues.complements import frame_at, is_clause, skip_time
from attribution.model.document import Tokens
from attribution.text.phrases import Phrases

# "told TV4's “Good Evening” that", "told a meeting in Brno, Moravia, that"
_TITLED = re.compile(r"'?<[^<>.,;:]{1,8}>")
_WIDER_PLACE = re.compile(r",Z{1,3},?(?=[HPY])")
# How many tokens may stand between a cue and the quotation that it announces.
_FAR = 30
# "at 14", "at about 40 million crowns"; not "at 4 p.m." nor "at 12 Main Street".
_FIGURE = re.compile(r"[^,;:.<>()#]{0,3}#{1,3}(?!Y|ZZ)")
_MARGIN = frozenset({"margin", "point", "points"})
_ENDS_OBJECT = frozenset("nZRM#edg")
# How many tokens the object of "put [the number of wounded] at 14" may have.
_OBJECT = 12
# How many tokens may stand between a verb of saying and the clause that was said: "says, [win or lose in March], he …"
_LONGEST_ASIDE = 20
_DAY = len("Monday")  # "day" and "today" are shorter
# "told Haaretz, [speaking on background], that", "said – [on the radio] – that"
_ASIDE = re.compile(r",[gPAdU][^,.;:<>]{0,25},|-[^-.;:<>]{1,20}-")
# "refused, [generally], to"
_ADVERB = 4
# "that sells …", but not "that talks would resume"
_RELATIVE_VERB = re.compile(r"H[sed](?![XBVKsed])")
_OPENINGS = tuple("ADSnZ#RNVdegbsX")
# Verbs that a clause follows nearly always: what does not look like one is one all the same.
_SAYING = frozenset({"said", "say", "saying", "says"})
_BEFORE_LATE_THAT = frozenset({"noun", "clause", "ing", "in", "on", "at"})
_LATE_THAT = re.compile(r"[^.,;:()BVKXsbwqHTRUC][^;:.()BVKXsbwqH]{1,25}?H")
_THAT_ONE = re.compile(r"H(?:<|n{1,2}(?:U|[.,;]|\Z))")


@frozen
class Reading:
    """One way to read what follows a cue.

    `start` is the token where the complement begins; `addressee` the tokens of whom it was said to.
    """

    frame: str
    start: int
    addressee: tuple[int, int] | None = None


def readings(phrases: Phrases, stop: int, *, addressed: bool = True) -> Iterator[Reading]:
    """The readings of what follows a cue that ends before token `stop`, the nearest first.

    Those with someone to whom it was said are left out unless the cue may be `addressed`.
    """
    tags = phrases.tokens.tags
    # "pointed to [the summer]": behind a preposition a time is no adverbial.
    start = stop if tags[stop - 1] in "PTO" else skip_time(tags, stop)
    behind_day = _clause_behind_day(phrases, start)
    if behind_day is not None:
        yield Reading("clause", behind_day)
        return
    nearest = frame_at(phrases, start)
    if nearest == "to_noun" and tags[start + 1 : start + 2] == "<":
        yield Reading("to", start)  # "promised to “lift up the valley”", where the lexicon has it take an infinitive
    if phrases.tokens.words[stop - 1] in _SAYING:
        start, nearest = _said(phrases, stop, start, nearest)
    if start > stop and nearest in ("wh", "clause", "noun") and _measures(phrases.tokens, start - 1):
        start -= 1
    yield Reading(nearest, start)
    if _THAT_ONE.match(tags, start):
        # "called that “nonsense”", "dismissed that idea as “nonsense”", for verbs that take no that-clause
        yield Reading("noun", start)
    if nearest in ("that", "quotation", "colon"):
        return
    if nearest == "clause":
        yield Reading("noun", start)
    yield from _after_aside(phrases, start, None)
    if nearest == "to_noun" and phrases.tokens.tags[start + 1 : start + 2] == "n":
        yield Reading("to", start)  # "declined to name him": a verb that no lexicon knows looks like a noun
    if nearest in ("noun", "clause") or tags[start : start + 1] == "M":
        if _puts_at(phrases, start):
            yield Reading("object_at", start)
        if _taken_as(phrases, start):
            yield Reading("object_as", start)
        if addressed:
            yield from _after_addressee(phrases, start)
    elif nearest != "end":
        yield from _after_adjunct(phrases, start)
    yield from _late_that(phrases, start, nearest)
    if nearest not in ("clause", "wh", "to", "ing"):
        yield from _announced(phrases, start)


def _said(phrases: Phrases, stop: int, start: int, nearest: str) -> tuple[int, str]:
    """Where what was said begins, and its frame: a clause wherever a finite verb follows, though no subject shows."""
    tokens = phrases.tokens
    if start == stop + 2 and tokens.words[stop + 1] == "time" and tokens.tags[start : start + 1] in ("P", "O"):
        start, nearest = stop, frame_at(phrases, stop)  # "said [the time for talk] was over"
    aside = _aside_stop(phrases, start)
    if aside is not None:
        return aside, "clause"
    word = nearest == "noun" and tokens.tags[start] == "n" and phrases.core_noun(start) == start + 1
    if not word and nearest in ("end", "noun", "ing") and _holds_clause(phrases, start):  # "said goodbye and left"
        nearest = "clause"
    return start, nearest


def _aside_stop(phrases: Phrases, start: int) -> int | None:
    """Where the words of someone begin that open with an aside, with or without a comma before it: "says, | win or lose
    in March, he will stay", "says | despite all that, the dam held"."""
    tags = phrases.tokens.tags
    opening = start + (tags[start : start + 1] == ",")
    first = tags[opening : opening + 1]
    if opening > start and first and first in "DSnZ#R" and is_clause(phrases, opening):
        return opening
    comma = tags.find(",", opening + 1, opening + _LONGEST_ASIDE)
    if not first or comma < 0 or any(mark in tags[opening:comma] for mark in ".;:<>"):
        return None
    leads = first in "PU" or (opening > start and first in "bnA")
    return opening if leads and is_clause(phrases, comma + 1) else None


def _measures(tokens: Tokens, position: int) -> bool:
    """Whether an adverb belongs to what follows it: "said [nearly] half were damp", "revealed [exactly] what"."""
    return tokens.tags[position] == "A" and tokens.words[position].endswith("ly")


def _clause_behind_day(phrases: Phrases, start: int) -> int | None:
    """Where a clause starts whose first noun stands right behind a day: "said on Monday | net profit rose"."""
    tokens = phrases.tokens
    day = start + (tokens.words[start : start + 1] == ("on",))
    if tokens.tags[day : day + 1] != "Y" or not tokens.words[day].endswith("day") or len(tokens.words[day]) < _DAY:
        return None
    first = tokens.tags[day + 1 : day + 2]
    return day + 1 if first in ("n", "Z") and is_clause(phrases, day + 1) else None


def figure_follows(phrases: Phrases, position: int) -> bool:
    """Whether a figure is given at token `position`: "at 40 million crowns", "within two points"."""
    tokens = phrases.tokens
    if tokens.words[position : position + 1] == ("within",):
        return not _MARGIN.isdisjoint(tokens.words[position + 1 : position + 5])
    return tokens.words[position : position + 1] == ("at",) and _FIGURE.match(tokens.tags, position + 1) is not None


def _puts_at(phrases: Phrases, start: int) -> bool:
    """Whether an object and a figure follow: "put [the damage at 40 million crowns]"."""
    tokens = phrases.tokens
    for index in range(start + 1, min(start + _OBJECT, len(tokens))):
        if tokens.words[index] in ("at", "within"):
            return tokens.tags[index - 1] in _ENDS_OBJECT and figure_follows(phrases, index)
        if tokens.tags[index] in ",;:.<>()":
            break
    return False


def _taken_as(phrases: Phrases, start: int) -> bool:
    """Whether an object and what it is taken for follow: "sees [the ferry as a lifeline]"."""
    stop = phrases.whole_noun(start)
    return stop is not None and phrases.tokens.words[stop : stop + 1] == ("as",)


def _after_aside(phrases: Phrases, start: int, addressee: tuple[int, int] | None) -> Iterator[Reading]:
    """ "told Haaretz, speaking on condition of anonymity, | that the vote would be put off" """
    match = _ASIDE.match(phrases.tokens.tags, start)
    if match:
        frame = frame_at(phrases, match.end())
        set_off = frame == "noun" and addressee is None and phrases.tokens.tags[start + 1] in "PA"
        adverb = frame == "to" and match.end() - start <= _ADVERB
        if set_off or adverb or frame in ("that", "quotation"):
            yield Reading(frame, match.end(), addressee)


def _late_that(phrases: Phrases, start: int, nearest: str) -> Iterator[Reading]:
    """The that-clause behind a long addressee or occasion: "told a full hall in Oslo on the last day of March that"."""
    match = _LATE_THAT.match(phrases.tokens.tags, start) if nearest in _BEFORE_LATE_THAT else None
    if match and (phrases.tokens.tags[match.end() : match.end() + 1] == "<" or is_clause(phrases, match.end())):
        addressee = (start, match.end() - 1) if nearest in ("noun", "clause", "ing") else None
        yield Reading("that", match.end() - 1, addressee)


def _announced(phrases: Phrases, start: int) -> Iterator[Reading]:
    """The quotation that a sentence ends with: "said in the spring, when the story broke, “…”"."""
    tags = phrases.tokens.tags
    position = tags.find(",<", start + 1, start + _FAR)
    if tags[position - 1 : position] == "g":
        return  # "defended the mill, [saying], “…”": the quotation is the participle's
    if position > 0 and "." not in tags[start:position] and not _is_of_main_clause(phrases, start, position):
        yield Reading("quotation", position + 1)


def _is_of_main_clause(phrases: Phrases, start: int, comma: int) -> bool:
    """Whether a quotation belongs to the verb behind an opening participle: "Stressing the danger, Dorn said, “…”"."""
    if "g" not in phrases.tokens.tags[max(0, start - 2) : start]:
        return False
    groups = phrases.verbs_between(start, comma)
    return bool(groups) and groups[-1].stop == comma and groups[-1].form == "finite"


def _after_addressee(phrases: Phrases, start: int) -> Iterator[Reading]:
    tags = phrases.tokens.tags
    pronoun = start + 1 if tags[start] == "M" else None  # "told them Lee had won": no noun phrase of two words
    for finish in (phrases.core_noun(start) or pronoun, phrases.whole_noun(start)):
        if finish is None:
            continue
        after = skip_time(tags, _addressee_stop(tags, finish))
        if _RELATIVE_VERB.match(tags, after):
            continue  # "advised a company that sells …"
        frame = frame_at(phrases, after)
        yield Reading(frame, after, (start, finish))
        yield from _after_aside(phrases, after, (start, finish))
        if frame in ("that", "quotation", "colon", "clause", "wh"):
            continue
        for reading in _after_adjunct(phrases, after):
            yield Reading(reading.frame, reading.start, (start, finish))


def _addressee_stop(tags: str, finish: int) -> int:
    """Where an addressee ends whose noun phrase ends at `finish`: with the name of a programme, or the wider place."""
    match = _TITLED.match(tags, finish) or _WIDER_PLACE.match(tags, finish)
    return match.end() if match else finish


def _after_adjunct(phrases: Phrases, start: int) -> Iterator[Reading]:
    """Readings behind "in a statement", "on Twitter", "to reporters in Ohio"."""
    tokens = phrases.tokens
    position = start
    for _ in range(3):
        if position >= len(tokens) or tokens.tags[position] not in "PTUO":
            return
        finish = phrases.whole_noun(position + 1)
        if finish is None:
            return
        position = skip_time(tokens.tags, finish)
        frame = frame_at(phrases, position)
        if tokens.words[start - 1].startswith("report") and tokens.tags[start] == "T" and frame == "clause":
            return  # "reports to a colonel he has never met"
        asks = frame == "wh" and _asks(tokens, start, position)
        if asks or frame in ("that", "quotation", "colon") or (frame == "clause" and tokens.tags[position] == "R"):
            yield Reading(frame, position)
            return


def _asks(tokens: Tokens, start: int, position: int) -> bool:
    """Whether a question follows: "asked in March whether", "explained to the board why"."""
    return tokens.words[position] == "whether" or (tokens.tags[start] == "T" and tokens.tags[position] == "q")


def _holds_clause(phrases: Phrases, position: int) -> bool:
    """Whether a finite verb follows the words at token `position`, even where no subject of it is recognised: "said
    [closed ponds — those without a sluice — were dead]"."""
    tags = phrases.tokens.tags
    return tags[position : position + 1] in _OPENINGS and phrases.finite_between(position + 1, len(tags))
