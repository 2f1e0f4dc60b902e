"""Where the whole noun phrase starts whose last part is known: "[officials in] Kyiv", "[Lee, Ray and] Olsen".

>>> from attribution.extraction.speakers.phrase_starts import extend_left
>>> extend_left.__name__
'extend_left'
"""

from attribution.text.phrases import Phrases

# How far to the left the start of a clause is looked for, in tokens.
_REACH = 45
_OPENS = ("", ",", ";", ":", "-", "<", "U", "A", "H", "C")
_OPENS_LIST = ("", ",", ";", ":", "-", "<", "U", "H")
_NAMING = frozenset({"called", "named", "nicknamed"})
# How many commas a list has at most: "Lee, Ray, Brandt and Olsen".
_LONGEST_LIST = 8


def extend_left(phrases: Phrases, start: int) -> int:
    """Where the whole noun phrase starts whose last part starts at `start`: "officials in Kyiv", "Smith and Jones"."""
    tags = phrases.tokens.tags
    for _ in range(8):
        if start == 0:
            return 0
        before = _one_step_left(phrases, start, tags)
        if before is None:
            return start
        start = before
    return start


def before_relative(phrases: Phrases, start: int, tags: str) -> int | None:
    """Where "a woman who attended" starts when "the rally" starts at `start`."""
    told = tags[start - 1] in "nA" and phrases.tokens.words[start - 2 : start - 1] == ("who",)  # "those who back her"
    if tags[start - 1] not in "bsepdBVX" and not told:
        return None
    pronoun = max(tags.rfind("w", max(0, start - 12), start), tags.rfind("H", max(0, start - 12), start))
    if pronoun <= 0 or "," in tags[pronoun:start]:
        return None
    possessive = tags[pronoun - 1] == "'"  # "friends of Mr. Lee's who"
    return phrases.noun_ending(pronoun - 1 if possessive else pronoun)


def ends_noun(phrases: Phrases, mark: int) -> bool:
    """Whether a noun phrase ends before the mark at `mark`: "[an official] [there], speaking on background, said"."""
    return phrases.tokens.tags[mark - 1] in "nZRMD#)" or phrases.tokens.words[mark - 1] in ("there", "here")


def holds_noun(tags: str, opening: int) -> bool:
    """Whether a noun phrase stands on both sides of the word after the mark at `opening`: "Ray, [now] director"."""
    return tags[opening - 1] in "nZRMD#)" and tags[opening + 2] not in "gA"


def _one_step_left(phrases: Phrases, start: int, tags: str) -> int | None:
    last = tags[start - 1]
    if last == "A" and start > 1 and tags[start - 2] == "C":
        last, start = "C", start - 1  # "politicians and [even] some engineers"
    if last in "OPT" or phrases.tokens.words[start - 1] == "since":  # "who has known him [since college]"
        return _before_preposition(phrases, start, tags)
    if (last == "C" or phrases.tokens.words[start - 1] == "nor") and start > 1:
        serial = tags[start - 2] == "," and phrases.tokens.words[start - 1] in ("and", "or")
        before = phrases.noun_ending(start - 1 - serial)
        listed = _list_start(phrases, before) if before else None
        if listed is not None or serial:
            return listed
        if before is None or tags[before] == "M" or (tags[before] == "R" and tags[before - 1 : before] not in _OPENS):
            return None  # "she and her allies said", but "said it and the mayor agreed"
        clause = max(tags.rfind(mark, max(0, before - _REACH), before) for mark in ",;:<>-HU") + 1
        return None if phrases.verbs_between(clause, before) else before
    if last == "g":
        return phrases.noun_ending(start - 1)
    if last in "ed" and phrases.tokens.words[start - 1] in _NAMING and tags[start] == "Z":
        return phrases.noun_ending(start - 1)  # "a boy named Ali said"
    verb = start - 1 - (last == "A")
    if verb > 0 and tags[verb] in "edp" and "Y" in tags[start : start + 2]:
        reduced = phrases.noun_ending(verb)  # "a survey conducted last week found"
        if reduced is not None:
            return reduced
    return before_relative(phrases, start, tags)


def _before_preposition(phrases: Phrases, start: int, tags: str) -> int | None:
    """Where the noun phrase starts on which the preposition right before `start` hangs."""
    joint = start - 1 if tags[start - 2 : start - 1] not in ("O", "P") else start - 2
    joint = _before_twin(phrases, joint) if tags[start - 1] == "P" else joint
    before = phrases.noun_ending(joint)
    if before is not None:
        timed = tags[before:joint].strip("Y#DA") == "" and "Y" in tags[before:joint]
        return _before_dated(phrases, before, tags) if timed else before
    while joint > 1 and tags[joint - 1] == "A":
        joint -= 1  # "an analysis going [back] to 1972"
    if joint > 0 and tags[joint - 1] in "edpg":
        verb = joint - 1
        while verb > 1 and tags[verb - 1] in "NA":
            verb -= 1  # "doctors [not] involved in the study"
        verb -= tags[verb - 1] == "C"  # "pictures taken by Planet Labs [and examined by] the paper"
        found = phrases.noun_ending(verb)
        return found if found is not None else before_relative(phrases, joint, tags)
    return before_relative(phrases, joint, tags) if joint else None  # "people who were in the room"


def _before_dated(phrases: Phrases, time: int, tags: str) -> int | None:
    """Where "pictures taken on Oct. 9 by Planet Labs" starts when "Oct. 9" starts at `time`, or "a poll conducted last
    month by …"."""
    verb = len(tags[:time].rstrip("PADY#")) - 1
    return phrases.noun_ending(verb) if verb > 0 and tags[verb] in "edp" else None


def _before_twin(phrases: Phrases, joint: int) -> int:
    """The position before what the preposition at `joint` is coordinated with.

    "Voters [within and] outside the party", "officials in [Leeds and] at Hull".
    """
    tags = phrases.tokens.tags
    if joint < 3 or tags[joint - 1] != "C":
        return joint
    if tags[joint - 2] == "P":
        return joint - 2
    other = phrases.noun_ending(joint - 1)
    return joint - 1 if other and tags[other - 1] == "P" else joint


def _list_start(phrases: Phrases, last: int) -> int | None:
    """Where "Lee, Ray and Olsen" starts when "Ray" starts at `last`, if the list opens its clause.

    "In Leeds, Lee and Ray said" is no list, for what stands before the comma hangs on a preposition; in "In Leeds, Lee,
    Ray and Olsen said" the list starts behind it.
    """
    tags = phrases.tokens.tags
    starts = [last]
    if tags[last] in "RM" or phrases.tokens.words[last].endswith("."):
        return None  # "For the refugees, she and her allies", "in Mobile, Ala., and"
    while len(starts) < _LONGEST_LIST and tags[starts[-1] - 1 : starts[-1]] == ",":
        comma = starts[-1] - 1
        item = phrases.noun_ending(comma)
        if item is None or "Y" in tags[item:comma] or tags[item] in "RM":
            break
        while item and tags[item - 1] in "OP":
            whole = phrases.noun_ending(item - 1)  # "voters in Leeds, Hull and York"
            if whole is None:
                break
            item = whole
        starts.append(item)
    before = starts[-1] - (tags[starts[-1] - 1 : starts[-1]] == "C")  # "But Lee, Ray and Olsen said"
    if tags[before - 1 : before] not in _OPENS_LIST and len(starts) > 1:
        starts.pop()
    return starts[-1] if len(starts) > 1 else None
