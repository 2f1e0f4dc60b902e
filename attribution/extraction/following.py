"""How far a source reaches that follows its cue: "said Kelly Birch, 34, from Wigan", "according to X, who …"."""

import re

from attribution.cues.finding import SentenceCues

# "from Wigan", with nothing but a stop behind it.
_HAILING = frozenset({"from", "of"})
_PLACE = re.compile(r"Z{1,4}(?:,Z{1,3})?(?:[.,;]|$)")


def inverted_source_stop(cues: SentenceCues, start: int) -> int:
    """Where a source that follows its verb ends: with its apposition, bracket or relative clause."""
    tokens, tags = cues.phrases.tokens, cues.phrases.tokens.tags
    stop = cues.phrases.whole_noun(start) or start + 1
    aside = False
    for _ in range(4):
        if stop >= len(tags):
            break
        if tags[stop] == "(":
            closed = tags.find(")", stop, stop + 12)
            if closed < 0:
                break
            stop = closed + 1
        elif tags[stop] == "," and stop + 1 < len(tags) and (tags[stop + 1] == "w" or _is_apposition(cues, stop + 1)):
            stop = _aside_stop(tags, stop + 1)
            aside = True
        elif (
            tags[stop : stop + 2] == ",#"
            and tags[stop + 2 : stop + 3] in ("", ".", ",")
            and len(tokens.words[stop + 1]) < 4
        ):
            stop += 2  # an age: "said Farouk, 29."
        elif tags[stop : stop + 2] == ",P" and tokens.words[stop + 1] in _HAILING and _PLACE.match(tags, stop + 2):
            stop = _aside_stop(tags, stop + 2)  # "said Kelly Birch, 34, from Wigan."
            aside = True
        elif tags[stop] in "edpg" or (tags[stop] == "R" and _has_finite(cues, stop + 1)):
            stop = _aside_stop(tags, stop)  # "a diary kept by one of the nurses", "a letter it had seen"
            aside = True
        elif tags[stop] in "Pw" and tags[stop + 1 : stop + 2] not in ("Y", "g"):
            if tags[stop] == "w":
                stop = _aside_stop(tags, stop)
                aside = True
            else:
                finish = cues.phrases.whole_noun(stop + 1)
                if finish is None:
                    break
                stop = finish
        else:
            break
    while stop > start + 1 and tags[stop - 1] in (",-" if aside else ",-Y"):
        stop -= 1
    return stop


def _has_finite(cues: SentenceCues, position: int) -> bool:
    groups = cues.phrases.verbs_between(position, position + 1)
    return bool(groups) and groups[0].form == "finite"


def _is_apposition(cues: SentenceCues, position: int) -> bool:
    """Whether a noun phrase without a verb of its own stands at `position`: ", the mayor of Kyiv."""
    tags = cues.phrases.tokens.tags
    if tags[position] not in "DSnZ#":
        return False
    stop = cues.phrases.whole_noun(position)
    return stop is not None and (stop >= len(tags) or tags[stop] in ",.;wP-") and tags[position:stop].strip("Y#") != ""


def _aside_stop(tags: str, position: int) -> int:
    for index in range(position, min(len(tags), position + 40)):
        if tags[index] in ",.;<" and (tags[index] != "," or index > position):
            return index
    return min(len(tags), position + 40)
