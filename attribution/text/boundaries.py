"""Where sentences end, as far as a full stop and its neighbours tell without a model."""

import re
from collections.abc import Iterator

from attribution.lexicons.loading import Lexicons
from attribution.text.abbreviations import Abbreviations, Stop, abbreviations
from attribution.text.punkt import breaks_between

# A run of stops, the marks and brackets that close after it, white space, and what opens before the next word. A
# closing curly mark may stand for the white space: "he won.”Then". The run starts where no stop stands before it and
# is possessive, so that a megabyte of dots is read once.
CANDIDATE = re.compile(
    r"""
    (?<![.?!…]) (?P<stops>[.?!…]++)
    (?P<close>(?:["'”’»)\]}]|\[\d{1,3}\]){0,6})
    (?P<gap>\s++|(?<=[”»]))
    (?P<open>["'“‘«„`(\[{¿¡]{0,4})
    (?=(?P<next>\S))
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_][\w’'&.-]{0,30}")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){0,4}[^\W\d_]")
_WORD_LENGTH = 32
_ENUMERATOR_LENGTH = 3
_QUOTES = frozenset("\"'”’»")
_GOES_ON = frozenset(".,;:!?)]}…-–—―/")


def boundaries(text: str, start: int, end: int, lexicons: Lexicons) -> Iterator[tuple[int, int]]:
    """The sentence boundaries of the paragraph `text[start:end]`: where one sentence ends and where the next begins.

    >>> from attribution.lexicons.loading import load
    >>> text = "Sen. Lee won. He lives in the U.S. She said so."
    >>> [text[after : after + 3] for _, after in boundaries(text, 0, len(text), load())]
    ['He ', 'She']
    """
    known = abbreviations(lexicons)
    sentence = start
    for match in CANDIDATE.finditer(text, start, end):
        if _is_boundary(text, sentence, match, known, lexicons):
            sentence = match.end("gap")
            yield match.end("close"), sentence


def _is_boundary(text: str, sentence: int, match: re.Match[str], known: Abbreviations, lexicons: Lexicons) -> bool:
    stops, close, opened, following = match["stops"], match["close"], match["open"], match["next"]
    if following in _GOES_ON and not opened:
        return False
    word = _word_before(text, sentence, match.start())
    if stops != ".":
        return _after_strong_stop(text, match, word, known)
    stop = known.stop_of(word) if word else None
    if following.islower():
        # A new quotation may begin small: He waited. “it's time,” she wrote.
        return bool(opened) and not close and stop is None and not _INITIALS.fullmatch(word) and opened[0] in '“"‘'
    if stop is None and not _INITIALS.fullmatch(word):
        return not _is_enumerator(text, sentence, match.start(), word) and not _is_spaced_ellipsis(text, match, known)
    return _after_abbreviation(text, sentence, match, word, stop, known, lexicons)


def _word_before(text: str, sentence: int, stop: int) -> str:
    """The word that the stop belongs to, without what opens before it: "Vt" in "(D-Vt.)"; empty after a bracket."""
    pieces = text[max(sentence, stop - _WORD_LENGTH) : stop].rsplit(None, 1)
    if not pieces or text[stop - 1].isspace():
        return ""
    word = pieces[-1].lstrip("\"'“‘«„`([{$#@")
    for separator in "-–—/":
        word = word.rpartition(separator)[2]
    return word


def _after_strong_stop(text: str, match: re.Match[str], word: str, known: Abbreviations) -> bool:
    """Boundaries after "?", "!" and rows of dots."""
    following, close = match["next"], match["close"]
    if following.islower():
        return False
    if set(match["stops"]) <= {".", "…"}:
        return bool(close) or _starts_after_dots(text, match, known)
    if not close and match["stops"] == "!" and word.lower() in known.exclaiming and not match["open"]:
        return _starts_sentence(text, match, known)
    in_quotation = not _QUOTES.isdisjoint(close)
    return not (in_quotation and not match["open"] and known.tail.match(text, match.end()) is not None)


def _after_abbreviation(
    text: str,
    sentence: int,
    match: re.Match[str],
    word: str,
    stop: Stop | None,
    known: Abbreviations,
    lexicons: Lexicons,
) -> bool:
    following = match["next"]
    if stop is Stop.NEVER or ")" in match["close"] or (not following.isalpha() and not match["open"]):
        return stop is Stop.NUMBER and not following.isdigit() and not match["open"]
    if stop is Stop.NUMBER:
        return True
    if _is_enumerator(text, sentence, match.start(), word):
        return False
    if _starts_sentence(text, match, known):
        return True
    if stop is None:
        # "than I. Trump won": the pronoun is no initial, unless another one follows ("I. M. Pei").
        return word == "I" and text[match.end() + 1 : match.end() + 2] != "."
    if match["open"]:
        return False
    next_word = _next_word(text, match)
    if (word.lower(), next_word.lower()) in known.collocations:
        return False
    return breaks_between(word + ".", next_word, lexicons)


def _starts_sentence(text: str, match: re.Match[str], known: Abbreviations) -> bool:
    return _next_word(text, match).lower() in known.starters


def _starts_after_dots(text: str, match: re.Match[str], known: Abbreviations) -> bool:
    """Whether the word after a row of dots begins a sentence; "I" has its capital anywhere ("Well ... I think so")."""
    return _next_word(text, match) != "I" and _starts_sentence(text, match, known)


def _next_word(text: str, match: re.Match[str]) -> str:
    found = _WORD.match(text, match.end())
    return found.group().replace("’", "'").rstrip(".'-") if found else match["next"]


def _is_enumerator(text: str, sentence: int, stop: int, word: str) -> bool:
    """Whether the stop belongs to the number or letter of a list item that opens its sentence: "1. Taxes", "Q. Why"."""
    return (
        len(word) <= _ENUMERATOR_LENGTH
        and stop - len(word) == sentence
        and (word.isdigit() or (len(word) == 1 and word.isupper()))
    )


def _is_spaced_ellipsis(text: str, match: re.Match[str], known: Abbreviations) -> bool:
    """Whether the stop is the last of ". . ." and the next word does not begin a sentence."""
    return text[max(0, match.start() - 2) : match.start()] == ". " and not _starts_after_dots(text, match, known)
