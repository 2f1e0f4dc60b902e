"""Where a content that is a clause ends: "said that the dam was safe, | but he …", "… in four, | compared with …".

A clause goes on over what may belong to it: participles (", hoping to …"), second predicates and most conjunctions are
inside what was said more often than not.
"""

import re

from attribution.extraction.contents.places import Place, Rule

_NEW_SUBJECT = re.compile(r"[,-]?CRA{0,2}[BVKXsed]")
_OF_SUBJECT = re.compile(r",[^,.;:<>]{1,25},[NA]{0,2}[BVKXsed]")
_LEAVING_OUT = frozenset(
    {"citing", "detailing", "elaborating", "giving", "identifying", "naming", "offering", "providing", "specifying"}
)
_ASIDE = frozenset({"a", "an", "something", "which"})


def before_new_subject(place: Place) -> bool:
    """ "… that taxes would rise, | but he did not say when"; "… rise, but would fall again" goes on."""
    contrast = place.word(0 if place.tag() == "C" else 1)
    return contrast in ("but", "yet") and (place.quoted or place.tag() in ",-") and place.looking_at(_NEW_SUBJECT)


def after_closed_quotation(place: Place) -> bool:
    """ "… that it was “finished in every way,” | although …": the comma before the mark closes what was said."""
    closed = place.quoted and place.tag(-2) == ","
    return closed and place.word() in ("but", "yet", "while", "though", "although", "whereas", "despite")


def before_other_voice(place: Place) -> bool:
    """ "… that the dam was safe, | while the union said it leaked"; "… by ten points, while Lee trails" goes on."""
    if place.tag() not in ",-":
        return False
    return place.word(1) == "while" and place.bearings.later > place.index


def before_comment(place: Place) -> bool:
    """ "… that he had won, | a claim that officials reject"; "that Lee, a banker, had won" goes on."""
    return place.tag() == "," and place.word(1) == "a" and not place.looking_at(_OF_SUBJECT)


def before_comparison(place: Place) -> bool:
    """ "… that one in four would leave, | compared with one in ten last year" """
    return place.tag() == "," and place.word(1) == "compared" and place.word(2) in ("with", "to")


def before_where(place: Place) -> bool:
    """ "… that he would stay in Riga, | where he has a flat": known to the reporter, not part of the claim."""
    return place.tag() == "," and place.word(1) == "where"


def before_silence(place: Place) -> bool:
    """ "… that 40 rebels had died, | without citing a source": what the speaker left out."""
    return place.tag() == "," and place.word(1) == "without" and place.word(2) in _LEAVING_OUT


def before_aside(place: Place) -> bool:
    """ "… that he would run | - a surprise to nobody", "… | - and he did"; with a second dash the clause goes on."""
    if place.tag() != "-":
        return False
    return (place.word(1) in _ASIDE and "-" not in place.tags[place.index + 1 :]) or place.looking_at(_NEW_SUBJECT)


CLAUSE_CUTS: tuple[Rule, ...] = (
    before_new_subject,
    after_closed_quotation,
    before_other_voice,
    before_comment,
    before_comparison,
    before_where,
    before_silence,
    before_aside,
)
