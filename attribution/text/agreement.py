"""Number agreement: whether a word is noun or verb, where the noun before it decides.

A base form wants a plural subject: "residents worry about", but "at the party debate that". What agreement cannot tell
is left to the neighbours (`settling`).
"""

import re
from collections.abc import Sequence

from attribution.text.settling import settle
from attribution.text.tags import Tagger

_BEHIND_NOUN = re.compile(r"v(?:(?<=[^X]n.)|(?<=\An.))")  # "would likely support" has no noun
# "at the Liberal debate": behind a preposition a name is no subject. Elsewhere it may be a plural: "Labour plan to".
_BEHIND_NAME = re.compile(r"v(?:(?<=[es]P[DY']Z.)|(?<=[es]PDAZ.)|(?<=Y'Z.))(?=[H,.])")
# "many fear Lee", "that the board [hopes] will help", "the mayor [hopes] rain would": letters and what they become.
_CLAUSES = (
    (re.compile(r"i(?:(?<=\A.)|(?<=\AC.)|(?<=,.)|(?<=,C.))(?=v[ZDSRM])"), "R"),
    (re.compile(r"u(?:(?<=[HU]D[nZ].)|(?<=[HU][nZ].)|(?<=[HU][nZ]{2}.)|(?<=[HU]D[nZ]{2}.))(?=X)"), "s"),
    (re.compile(r"u(?:(?<=>D[nZ][PO]D[nZ].)|(?<=>D[nZ]{2}[PO]D[nZ].))(?=[.,])"), "s"),
    (re.compile(r"u(?:(?<=,[nZ].)|(?<=,D[nZ].)|(?<=\AD[nZ].)|(?<=\A[nZ].))(?=[nZvu]{1,2}X)"), "s"),
)
_COMPARED = re.compile(r"(?<!D)[iD](?=A[edsbp])")
_COMPARING = frozenset({"most", "more", "less"})
_BEHIND_CONJUNCTION = re.compile(r"[uv](?<=C.)(?=[RMSDZ])")
_COORDINATED = re.compile(r"[nZ]CD?S?[#A]?[nZ]{1,4}\Z")
# How many tokens may stand between the "and" of "Dorn and [the harbour union] plan" and its verb.
_COORDINATION = 8
# A subject that opens its clause: "many [residents]", "critics [of the plan]", before what may be its verb.
_OPENING_SUBJECT = re.compile(
    r"(?:\AC?|[,<;]C?|[HUw])"
    r"(?P<noun>[Di]?[DS]?[#A]?[nZ]{0,3}[nZ])(?P<place>(?:[PO]D?[nZ#]{1,4}){0,2})(?=v)"
)
_OPENS_COMPLEMENT = re.compile(r"v(?![BVKXesud.]|A[BVKXesd])")
_BEFORE_ADVERB = re.compile(r"(?<![DSOP'#])[vu](?=A)")
_NAMES_AND_VERB = re.compile(r"b(?:(?<=[Di]Z.)|(?<=[Di][nDd]Z.)|(?<=[wqH,]Z.))(?![eB'])")


def settled(words: Sequence[str], tags: str, model: Tagger) -> str:
    """The tags with every noun-or-verb word decided: by agreement where a noun stands before it, else by what else
    does; as long as before."""
    tags = _with_comparisons(words, tags) if not _COMPARING.isdisjoint(words) else tags
    agreed = _with_particles(words, tags) if "out" in words or "but" in words else tags
    agreed = _agreed(words, _in_clauses(agreed), model) if "v" in agreed or "u" in agreed else agreed
    found = settle(agreed)
    return _kept(words, agreed, found, model) if "b" in agreed else found


def _agreed(words: Sequence[str], tags: str, model: Tagger) -> str:
    """The tags with base forms made nouns behind a singular noun, and verbs behind a plural one that opens a clause."""
    letters = list(tags)
    subjects = [match for match in _OPENING_SUBJECT.finditer(tags) if _is_plural(words[match.end("noun") - 1], model)]
    governed = {match.end() for match in subjects}
    for match in (*_BEHIND_NOUN.finditer(tags), *_BEHIND_NAME.finditer(tags)):
        position = match.start()
        if position in governed or _is_plural(words[position - 1], model) or words[position] in model.unchanging:
            continue
        if _COORDINATED.search(tags, max(0, position - _COORDINATION), position) is None:
            letters[position] = "n"
    for match in subjects:
        if not match.group("place") and _OPENS_COMPLEMENT.match(tags, match.end()):
            letters[match.end()] = "b"
    return "".join(letters)


def _with_comparisons(words: Sequence[str], tags: str) -> str:
    """The tags with comparisons of adverbs: "[most] recently defended"."""
    letters = list(tags)
    for match in _COMPARED.finditer(tags):
        if words[match.start()] in _COMPARING:
            letters[match.start()] = "A"
    return "".join(letters)


def _in_clauses(tags: str) -> str:
    """The tags with verbs settled by the shape of their clause."""
    for pattern, letter in _CLAUSES:
        tags = pattern.sub(letter, tags)
    return tags


def _with_particles(words: Sequence[str], tags: str) -> str:
    """The tags with verbs before "out" and behind "but": "the board also [points] out", "but [views] it as"."""
    letters = list(tags)
    for match in (*_BEFORE_ADVERB.finditer(tags), *_BEHIND_CONJUNCTION.finditer(tags)):
        if words[match.end() : match.end() + 1] == ["out"] or words[match.start() - 1] == "but":
            letters[match.start()] = "b" if match.group() == "v" else "s"
    return "".join(letters)


def _kept(words: Sequence[str], before: str, found: str, model: Tagger) -> str:
    """The tags with verbs restored that only verbs can be, behind a plural name: "which Democrats [say] could help"."""
    letters = list(found)
    for match in _NAMES_AND_VERB.finditer(before):
        if _is_plural(words[match.start() - 1], model):
            letters[match.start()] = "b"
    return "".join(letters)


def _is_plural(word: str, model: Tagger) -> bool:
    return word in model.plurals or (
        word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in model.singulars
    )
