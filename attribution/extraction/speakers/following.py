"""Where a source ends that follows its cue: "said [Ann Lee, 31, of Leeds, a nurse who …]", "according to [a report
by …]"."""

import re

from attribution.cues.finding import SentenceCues
from attribution.extraction.speakers.subjects import is_incidental
from attribution.text.phrases import Phrases

# How many attachments a source has at most, and how many tokens one of them.
_ATTACHMENTS = 5
_LONGEST = 40
_BRACKET = 12
# What may come right behind an apposition, and behind one that names a role: "the only member [to] object".
_BEHIND = frozenset(",.;wP-")
_BEHIND_ROLE = frozenset("edpgTUHAY")
# Nouns that may be verbs: ", a senior tram volunteer who", ", president of a building trades council".
_BEHIND_NOUN = frozenset("wP,.n")
# Words before the role in an apposition: "Lee, [then] a senator", "Lee, [managing] director of the mill".
_BEFORE_ROLE = frozenset({"now", "then", "once", "formerly", "currently", "managing", "acting"})
_LONGEST_AGE = 3
# "Wigan", "Mobile, Ala.", with nothing but a stop behind it.
_PLACE = re.compile(r"Z{1,4}(?:,Z{1,3})?(?:[.,;]|$)")


def inverted_source_stop(cues: SentenceCues, start: int, leading: bool = False) -> int:
    """Where a source that follows its verb ends: with its apposition, bracket or relative clause.

    `leading` says that the main clause comes after it: "According to Lee, [the brothers met] in a yard".
    """
    phrases = cues.phrases
    tags = phrases.tokens.tags
    stop = phrases.whole_noun(start) or start + 1
    aside = False
    for _ in range(_ATTACHMENTS):
        if stop >= len(tags):
            break
        found = _aside(phrases, start, stop, leading)
        finish = found or _attachment(phrases, stop)
        if finish is None:
            break
        aside = aside or found is not None
        stop = finish
    while stop > start + 1 and tags[stop - 1] in (",-" if aside else ",-Y"):
        stop -= 2 if tags[stop - 2 : stop] == "PY" and stop > start + 2 else 1  # "said a clerk in Hull [on Monday]"
    return stop


def _aside(phrases: Phrases, start: int, stop: int, leading: bool) -> int | None:
    """Where an apposition or a clause ends that begins at `stop`: ", the mayor of Kyiv", "kept by a nurse"."""
    tags = phrases.tokens.tags
    if tags[stop] == "," and stop + 1 < len(tags):
        if tags[stop + 1] == "w":
            return None if is_incidental(phrases, start, stop) else _aside_stop(tags, stop + 1)
        return _aside_stop(tags, stop + 1) if _is_apposition(phrases, stop + 1, leading) else None
    if tags[stop] in "edpgw" and (tags[stop] != "w" or tags[stop + 1 : stop + 2] not in ("Y", "g")):
        return _aside_stop(tags, stop)
    if tags[stop] == "R" and _has_finite(phrases, stop + 1):
        return _aside_stop(tags, stop)  # "a letter it had seen"
    return None


def _attachment(phrases: Phrases, stop: int) -> int | None:
    """Where a bracket, an age, a home town or a prepositional phrase ends that begins at `stop`."""
    tokens, tags = phrases.tokens, phrases.tokens.tags
    if tags[stop] == "(":
        closed = tags.find(")", stop, stop + _BRACKET)
        return closed + 1 if closed >= 0 else None
    if tags[stop : stop + 2] == ",#" and len(tokens.words[stop + 1]) <= _LONGEST_AGE:
        return stop + 2 if tags[stop + 2 : stop + 3] in ("", ".", ",") else None  # "said Farouk, 29."
    if tags[stop] == "," and tokens.words[stop + 1 : stop + 2] in (("of",), ("from",)) and _PLACE.match(tags, stop + 2):
        return _aside_stop(tags, stop + 2)  # "said Misha Shah, 32, of Leeds", "said Kelly Birch, from Wigan"
    if tags[stop] == "P" and tags[stop + 1 : stop + 2] not in ("Y", "g"):
        finish = phrases.whole_noun(stop + 1)
        timed = finish is not None and not tags[stop + 1 : finish].strip("DSA#Y")  # "polls at the time"
        return None if timed else finish
    return None


def _is_apposition(phrases: Phrases, position: int, leading: bool) -> bool:
    """Whether a noun phrase without a verb of its own stands at `position`: ", the mayor of Kyiv."""
    tags = phrases.tokens.tags
    if phrases.tokens.words[position] in _BEFORE_ROLE and position + 1 < len(tags):
        position += 1
    if tags[position] not in "DSnZ#":
        return False
    stop = phrases.whole_noun(position)
    if stop is None or tags[position:stop].strip("Y#") == "":
        return False
    if stop >= len(tags) or tags[stop] in _BEHIND:
        return True
    if leading or tags[position] not in "Dn":
        return False
    after = tags[stop + 1 : stop + 2]
    if tags[stop] in "bs":
        return after in _BEHIND_NOUN
    if tags[stop] == "O":
        return after == "<"  # "the author of “A Long Night”"
    if tags[stop] == "C":
        return tags[position] == "D"
    return tags[stop] in _BEHIND_ROLE and (tags[stop] in "AY" or after not in tuple("RHDSB:<"))


def _has_finite(phrases: Phrases, position: int) -> bool:
    groups = phrases.verbs_between(position, position + 1)
    return bool(groups) and groups[0].form == "finite"


def _aside_stop(tags: str, position: int) -> int:
    title = tags.find("O<", position, position + _LONGEST)
    closed = tags.find(">", title) if title >= 0 and not set(tags[position + 1 : title]) & set(",.;") else -1
    if 0 <= closed < position + _LONGEST:
        position = closed + 1  # "the author of “A Long Night, and After” who"
    limit = min(len(tags), position + _LONGEST)
    index = position
    while index < limit:
        closed = tags.find(">", index, limit) if _quotes_within(tags, position, index) else -1
        if closed < 0 and tags[index] in ",.;<" and (tags[index] != "," or index > position):
            return index
        index = closed + 1 if closed >= 0 else index + 1
    return min(len(tags), max(limit, index))


def _quotes_within(tags: str, position: int, index: int) -> bool:
    """Whether a relative clause quotes a few words at `index`: ", who called the plan [“dead”] on Monday"."""
    return tags[index] == "<" and tags[position] == "w" and tags[index - 1] not in ",:-w"
