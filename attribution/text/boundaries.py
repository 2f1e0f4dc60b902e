"""Where sentences end, as far as a stop and its neighbours tell without a model."""

import re
from collections.abc import Iterator

from attribution.lexicons.loading import Lexicons
from attribution.text.abbreviations import Abbreviations, Stop, abbreviations
from attribution.text.punkt import breaks_between

# A run of stops, the marks and brackets that close after it, white space, and what opens before the next word. A
# closing curly mark may stand for the white space: "he won.”Then". The run starts where no stop stands before it and
# is possessive, so that a megabyte of dots is read once; it begins with the stop, which `re` looks for much faster than
# for what does not stand before it.
_CANDIDATE = re.compile(
    r"""
    (?P<stops>[.?!…] (?<![.?!…]{2}) [.?!…]*+)
    (?P<close>(?:["'”’»)\]}]|\[\d{1,3}\]){0,6})
    (?P<gap>\s++|(?<=[”»]))
    (?P<open>["'“‘«„`(\[{¿¡]{0,4})
    (?=(?P<next>\S))
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_][\w’'&.-]{0,30}")
# Four words or more within quotation marks.
_QUOTED_SENTENCE = re.compile(r"[^\s\"“”]{1,30}(?:\s[^\s\"“”]{1,30}){3}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){0,4}[^\W\d_]")
_WORD_LENGTH = 32
_LONGER_THAN_ABBREVIATIONS = 4
_OPENING_QUOTES = frozenset("\"'“‘«„`")
_NO_BEGINNING = frozenset(".,;:!?)]}…-–—―/")


def boundaries(text: str, start: int, end: int, lexicons: Lexicons) -> Iterator[tuple[int, int]]:
    """The sentence boundaries of the paragraph `text[start:end]`: where one sentence ends and where the next begins.

    >>> from attribution.lexicons.loading import load
    >>> text = "Sen. Lee won. He lives in the U.S. She said so."
    >>> [text[after : after + 3] for _, after in boundaries(text, 0, len(text), load())]
    ['He ', 'She']
    """
    known = abbreviations(lexicons)
    for match in _CANDIDATE.finditer(text, start, end):
        if _is_boundary(text, start, match, known, lexicons):
            yield match.end("close"), match.end("gap")


def next_word(text: str, position: int) -> str:
    """The word that begins at `position`, with straight apostrophes; a sign alone where no word begins there."""
    found = _WORD.match(text, position)
    return found.group().replace("’", "'").rstrip(".'-") if found else text[position : position + 1]


def _is_boundary(text: str, start: int, match: re.Match[str], known: Abbreviations, lexicons: Lexicons) -> bool:
    opened, following = match["open"], match["next"]
    if following in _NO_BEGINNING and not opened:
        return False
    word = _word_before(text, start, match.start())
    if match["stops"] != ".":
        return _after_strong_stop(text, start, match, word, known)
    stop = known.stop_of(word) if word else None
    plain = stop is None and not _INITIALS.fullmatch(word)
    if following.islower():
        # A quotation may begin small, and so may a careless sentence or a brand: He waited. “it's time,” she wrote.
        quoted = opened != "" and opened[0] in _OPENING_QUOTES
        whole_word = opened == "" and word.islower() and len(word) >= _LONGER_THAN_ABBREVIATIONS
        return plain and not match["close"] and (quoted or whole_word)
    return plain or _after_abbreviation(text, match, word, stop, known, lexicons)


def _word_before(text: str, start: int, stop: int) -> str:
    """The word that the stop belongs to, without what opens before it: "Vt" in "(D-Vt.)"; empty after a bracket."""
    pieces = text[max(start, stop - _WORD_LENGTH) : stop].rsplit(None, 1)
    if not pieces or text[stop - 1].isspace():
        return ""
    word = pieces[-1].lstrip("\"'“‘«„`([{$#@")
    for separator in "-–—/":
        word = word.rpartition(separator)[2]
    return word


def _after_strong_stop(text: str, start: int, match: re.Match[str], word: str, known: Abbreviations) -> bool:
    """Boundaries after "?", "!" and rows of dots."""
    if match["next"].islower():
        return False
    following = next_word(text, match.end())
    if set(match["stops"]) <= {".", "…"}:
        # "I" has its capital anywhere: "Well ... I think so"; not so in "He left. ... I stayed".
        ended = match["close"] != "" or text[max(start, match.start() - 3) : match.start()].rstrip().endswith(
            (".", "?", "!")
        )
        return ended or (following != "I" and following.lower() in known.starters)
    if match["stops"] == "!" and match["close"] == "" and word.lower() in known.exclaiming:
        return following.lower() in known.starters
    return True


def _after_abbreviation(
    text: str, match: re.Match[str], word: str, stop: Stop | None, known: Abbreviations, lexicons: Lexicons
) -> bool:
    following, opened = match["next"], match["open"]
    if stop is Stop.NUMBER:
        return not following.isdigit()
    if stop is Stop.NEVER or ")" in match["close"] or not (following.isalpha() or opened):
        return False
    beginning = next_word(text, match.end())
    if beginning.lower() in known.starters:
        return True
    if stop is None:
        # "than I. Trump won": the pronoun is no initial, unless another one follows ("I. M. Pei").
        return word == "I" and text[match.end() + 1 : match.end() + 2] != "."
    if opened:
        # "at a rally in Salem, N.H. “Every mill …”", but "W.C. “Bill” Fields": a name is no sentence.
        return opened[0] in _OPENING_QUOTES and "." in word and _QUOTED_SENTENCE.match(text, match.end()) is not None
    if (word.lower(), beginning.lower()) in known.collocations:
        return False
    return breaks_between(word + ".", beginning, lexicons)
