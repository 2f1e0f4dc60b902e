"""Where a content that is a phrase ends: "praised the deal, | which …", "called for calm | and left".

A phrase names what someone speaks about; what is told about that thing, and what else its source does, is the
reporter's.
"""

import re
from functools import lru_cache

from attribution.extraction.contents.places import SUBJECT, Place, Rule
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import CueClass

_SECOND_CLAUSE = re.compile(rf",C(?:P[DS#]?[nZ#Y]{{1,3}},?)?(?:{SUBJECT})?A{{0,2}}[BVKXsed]")
_SECOND_VERB = re.compile(r"C(?:R|A{0,2}[BVKse])")
_WITH_SUBJECT = re.compile(r",P[^,;:.<>BVKXsebdpgUHwq]{1,10}g")
# "an inquiry, a new chief and a bonus": a list, and no apposition.
_LIST = re.compile(r",[^.,;:<>]{1,30}(?:,[^.,;:<>]{0,30})?,?C")
_CIRCUMSTANCE = re.compile(r"U(?:R|[DSZ#n][^,;:.<>()BVKXsebdpgUHwqPTC]{0,4})A?[BVKXsed]")
_AS_CLAUSE = re.compile(r",U(?:R|[DSZ#n][^,;:.<>()BVKXsebdpgUHwq]{0,8})A?[BVKXsed]")
_CONTRAST = frozenset({"while", "though", "although", "whereas", "despite"})
_ASIDE = frozenset({"and", "or", "a", "an", "something", "which"})
_WHEN = frozenset({"after", "as", "when"})
# Cues that say what somebody does or wants, not what somebody tells.
_DOING = frozenset({CueClass.ATTITUDE, CueClass.DECREE, CueClass.INTENT})
_AT = frozenset({"at", "during", "in", "on"})
_LONGEST_OCCASION = 7
_OUTSIDE = frozenset({"", *",.;:OPgTHCw<>()"})
_NOT_CONTRAST = frozenset({"that", "also", "only", "because", "rather", "not", "to"})


def before_participle(place: Place) -> bool:
    """ "… the ban, | adding that …", "… “a mistake” | citing …", "… yes, | compared with 23 percent …" """
    if place.tag() != ",":
        return place.quoted and place.tag() == "g"
    if place.word(1) == "with" and place.looking_at(_WITH_SUBJECT):
        return True  # "… a quick deal, | with officials urging him …"
    return place.tag(1) in "gedp" or (place.tag(1) == "A" and place.tag(2) == "g")


def before_contrast(place: Place) -> bool:
    """ "… higher taxes, | even though he had promised …", "…, | but he did not say when" """
    if place.quoted and place.tag() in "CU":
        return place.word() in _CONTRAST or place.word() in ("but", "yet")
    if place.tag() not in (",", "-"):
        return False
    if place.word(2 if place.tag(1) == "A" else 1) in _CONTRAST:
        return True
    return place.word(1) in ("but", "yet") and place.word(2) not in _NOT_CONTRAST


def after_closed_quotation(place: Place) -> bool:
    """ "… called it “a gift,” | a word that …", "The mill, which she called “a wreck,” | will close": the comma before
    the mark closes it."""
    return place.quoted and place.tag(-2) == "," and place.tag() in tuple("DRZwBVKXse")


def before_second_clause(place: Place) -> bool:
    """ "… called for calm, | and the mayor agreed", "… denies any wrongdoing | and left the room" """
    if place.tag() == ",":
        return place.word(1) != "or" and place.looking_at(_SECOND_CLAUSE)
    return place.bearings.cue.frame == "noun" and place.looking_at(_SECOND_VERB)


def before_comment(place: Place) -> bool:
    """ "… praised the deal, | which …", "… backed Lee, | the mayor of Riga", "… for calm, | as crowds gathered" """
    if place.tag() != ",":
        return False
    if place.word(1) in ("a", "an", "the"):
        return not place.looking_at(_LIST)
    if place.word(1) == "as" and place.bearings.cue.cls is CueClass.SPEECH:
        return place.looking_at(_AS_CLAUSE)  # but "cited the dean, an expert, as a witness", "…, as well as the inn"
    return place.word(1) in ("which", "as", "when")


def before_circumstance(place: Place) -> bool:
    """ "… endorsed Lee | after she won in Ohio", "… refused to testify | as he left": when it was done, not what.

    "… described the dress she wore | when she married": what somebody speaks about is told with its own circumstances.
    """
    if place.word() not in _WHEN or not (place.bearings.cue.cls in _DOING or place.bearings.cue.frame == "to"):
        return False
    return place.looking_at(_CIRCUMSTANCE) and (place.word() == "after" or place.tag(1) == "R")


def before_occasion(place: Place) -> bool:
    """ "… praised the nurses | at a rally in Ghent", "… endorsed her | in an interview": where it was done.

    "… spoke of his part in a debate": what somebody tells of may have its own occasion.
    """
    if place.bearings.cue.cls is not CueClass.ATTITUDE or place.word() not in _AT:
        return False
    if place.word(1) not in ("a", "an") and place.tag(1) != "S":
        return False
    for offset in range(2, _LONGEST_OCCASION):
        if place.word(offset) in place.bearings.occasions:
            return True
        if place.tag(offset) in _OUTSIDE:
            return False
    return False


def before_aside(place: Place) -> bool:
    """ "… a new trial | - and got it", "… the treaty | - the last relic of the war" """
    return place.tag() == "-" and (place.word(1) in _ASIDE or place.tag(1) == "D")


PHRASE_CUTS: tuple[Rule, ...] = (
    before_participle,
    before_contrast,
    after_closed_quotation,
    before_second_clause,
    before_comment,
    before_circumstance,
    before_occasion,
    before_aside,
)


@lru_cache(maxsize=8)
def occasion_nouns(lexicons: Lexicons) -> frozenset[str]:
    """The nouns for what people speak at, in small letters: "rally", "interview", "tweet"."""
    groups = lexicons.lexicon("venues").groups
    occasions = [group for group in groups if group.text("part", "") == "occasion"]
    return frozenset(phrase.split(" ")[-1].lower() for group in occasions for phrase in group.phrases)
