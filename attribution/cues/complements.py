"""What begins at a place of a sentence: a that-clause, a clause, a quotation, a noun phrase …"""

import re

from attribution.model.document import Tokens
from attribution.text.phrases import NOUN_PHRASE, Phrases

# "on Dec. 27", "Thursday", "last week", "in late September", "two days ago", "at the time"
TIME = r"(?:[PU]?[DS]?[nA]?#?Y[#Y]{0,3}(?:,#)?A?)"
_SKIPPED = re.compile(rf"(?:A(?![DSRnZ#]*[BVKXse])|{TIME}(?!#?[nZBVKX'])){{0,3}}")
_AFTER_SUBJECT = re.compile(
    rf"A{{0,2}}{NOUN_PHRASE}(?:(?:[OPT]|P[OP]|C){NOUN_PHRASE}){{0,5}}"
    r"(?:,[^,.;:<>]{1,25},|-[^-.;:<>]{1,25}-|\([^()]{1,25}\)|w[^,.;:<>]{1,15}?|[gd][P][^,.;:<>BVKXse]{1,8})?"
    r"[NA]{0,2}(?P<verb>[BVKX]|[sed])"
)
_PLURAL_SUBJECT = re.compile(rf"A{{0,2}}(?:R|D?[nZ]{{1,4}}(?:[OP]{NOUN_PHRASE}){{0,2}})A{{0,2}}b(?=[^OPC,.])")
# "says his “friend and ally” Jan Dorn ran", "says the “garden” is", "says Dorn's “judgment” was"
_QUOTED_SUBJECT = re.compile(
    rf"(?:[DS][nZA#]{{0,3}}|D?[nZ]{{1,4}}')<[^<>.,;:]{{1,8}}>[nZ#]{{0,4}}(?:[OP]{NOUN_PHRASE}){{0,2}}[NA]{{0,2}}(?:[BVKX]|[sed](?!P))"
)
# "thinks Dorn and his crew “need to mend the nets”"
_QUOTED_PREDICATE = re.compile(
    rf"A{{0,2}}{NOUN_PHRASE}(?:(?:[OPT]|P[OP]|C){NOUN_PHRASE}){{0,5}}(?<=[nZR#Y])<[NA]{{0,2}}(?:[BVKXs]|b(?=[TDSMRHAP])|e(?=[DSTMRH]))"
)
_BOUNDS = (("at", "least"), ("at", "most"), ("less", "than"), ("fewer", "than"), ("more", "than"), ("up", "to"))
_SET_OFF = re.compile(r",(?:A?[PUYAedg]|sT)[^,.;:]{1,15},")
_INFINITIVE = re.compile(r"T[NA]{0,3}<?[bBVK]")
_BEFORE_QUOTATION = re.compile(r",?[nA]{0,2},?<")


def skip_time(tags: str, position: int) -> int:
    """The position after adverbs and phrases of time."""
    match = _SKIPPED.match(tags, position)
    return match.end() if match else position


def frame_at(phrases: Phrases, position: int) -> str:
    """The name of what begins at token `position`."""
    tokens = phrases.tokens
    tags, words = tokens.tags, tokens.words
    if position >= len(tags):
        return "end"
    if words[position : position + 2] in _BOUNDS or words[position : position + 3] == ("as", "many", "as"):
        position += 2 + (words[position] == "as")  # "found at least 40 ferries were unsafe"
        if position >= len(tags):
            return "end"
    tag = tags[position]
    if tag == "<" or _BEFORE_QUOTATION.match(tags, position):
        return "quotation"
    if tag == ":":
        return "colon"
    if tag == "," and tags[position + 1 : position + 2] == "H":
        return "that"  # "He added, that there was …"
    if tag == "H" and _SET_OFF.match(tags, position + 1):
        return "that"  # "found that, on the whole, fares had risen"
    if tag == "H":
        return "noun" if position + 1 == len(tags) or tags[position + 1] in ",.;" else "that"
    if tag in "wq" or (tag == "U" and words[position] in ("whether", "if", "when")):
        return "wh"
    if tag == "N" and tags[position + 1 : position + 2] == "T":
        position, tag = position + 1, "T"  # "told them [not to drink it]"
    if tag == "T":
        return "to" if _INFINITIVE.match(tags, position) else "to_noun"
    if tag == "P" and words[position] == "about" and tags[position + 1 : position + 2] == "#":
        return "clause" if is_clause(phrases, position + 1) else "noun"  # "said about 140 people would leave"
    if tag in "PU":
        return words[position]
    if tag == "O":
        return "of"
    if tag == "g" or words[position] in ("being", "having"):
        return "ing"
    if is_clause(phrases, position):
        return "clause"
    if phrases.core_noun(position) is not None or (tag == "o" and tags[position + 1 : position + 2] == "#"):
        return "noun"  # a sum is one: "called for $40 million"
    return "end"


def is_clause(phrases: Phrases, position: int) -> bool:
    """Whether a noun phrase and its finite verb begin at token `position`."""
    tokens = phrases.tokens
    match = _AFTER_SUBJECT.match(tokens.tags, position)
    if match:
        verb = match.start("verb")
        by_phrase = match.group("verb") in "ed" and _followed_by(tokens, verb, "by")
        return not by_phrase
    if _PLURAL_SUBJECT.match(tokens.tags, position):
        return True
    quoted = (_QUOTED_SUBJECT, _QUOTED_PREDICATE) if "<" in tokens.tags else ()
    return any(pattern.match(tokens.tags, position) for pattern in quoted)


def _followed_by(tokens: Tokens, position: int, word: str) -> bool:
    return position + 1 < len(tokens) and tokens.words[position + 1] == word
