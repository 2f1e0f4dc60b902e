"""Whether two versions of an article have the same source behind a claim, however it is described."""

import re
from difflib import SequenceMatcher
from enum import StrEnum

from attribution.comparing.claims import label_words
from attribution.comparing.paragraphs import normalized
from attribution.lexicons.loading import Lexicons
from attribution.model.source import Source, SourceStatus
from attribution.scoring.corroboration import stems

_ALIKE = 0.85
"""How alike two spellings of one name are, "Ada Lnid" and "Ada Lind"; "Ann Lind" and "Ada Lind" are not."""

_NAMED = (SourceStatus.NAMED, SourceStatus.NAMED_ROLE)
_VAGUE = (SourceStatus.VAGUE_UNNAMED, SourceStatus.COLLECTIVE_VAGUE)
_PEOPLE = (*_VAGUE, SourceStatus.ROLE_UNNAMED, SourceStatus.COLLECTIVE)

_PROPER = re.compile(r"\b[A-Z][\w.’'-]{1,40}")


class Sameness(StrEnum):
    """How the sources of a claim relate: the same one, another one, or nobody on one side."""

    SAME = "same"
    OTHER = "other"
    LOST = "lost"
    GAINED = "gained"


def sameness(old: Source | None, new: Source | None, old_text: str, new_text: str, lexicons: Lexicons) -> Sameness:
    """How the sources of one claim in two versions relate.

    A person with a name and one without are the same as long as nothing says otherwise: an editor takes names out more
    often than whole sources. So are a source and a vague one ("sources", "some").
    """
    if old is None or new is None:
        return Sameness.SAME if old is new else Sameness.LOST if new is None else Sameness.GAINED
    if normalized(old.label) == normalized(new.label):
        return Sameness.SAME
    if _name(old) is not None and _name(new) is not None:
        return _if(same_name(_name(old) or "", _name(new) or ""))
    if old.status is SourceStatus.OUTLET and new.status is SourceStatus.OUTLET:
        return _if(normalized(old.label) == normalized(new.label))
    ours, theirs = (_known_by(source, text, lexicons) for source, text in ((old, old_text), (new, new_text)))
    if not label_words(old.label, lexicons) or not label_words(new.label, lexicons):
        return Sameness.SAME  # a pronoun whose name was cut: "She", who was Ada Lind, is somebody less known
    if _distinguished(old.label, new.label):
        return Sameness.OTHER
    if ours & theirs or _became_vague(old, new):
        return Sameness.SAME
    return _if(_person_without_name(old, new))


def same_name(old: str, new: str) -> bool:
    """Whether two forms of a name are of one person: a longer and a shorter form, or two spellings.

    >>> same_name("Lind", "Ada Lind"), same_name("Ada Lnid", "Ada Lind"), same_name("Ann Lind", "Ada Lind")
    (True, True, False)
    """
    ours, theirs = normalized(old), normalized(new)
    shorter, longer = sorted((ours, theirs), key=len)
    if shorter and shorter[-1] == longer[-1] and set(shorter) <= set(longer):
        return True
    one, other = sorted((" ".join(ours), " ".join(theirs)))
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _if(same: bool) -> Sameness:
    return Sameness.SAME if same else Sameness.OTHER


def _name(source: Source) -> str | None:
    return (source.name or source.label) if source.status in _NAMED and source.name else None


def _known_by(source: Source, text: str, lexicons: Lexicons) -> frozenset[str]:
    """The stems of all by which a source is known: its label, office and body."""
    parts = (source.label, *(span.of(text) for span in (source.role, source.affiliation) if span is not None))
    return stems(word for part in parts for word in label_words(part, lexicons))


def _distinguished(old: str, new: str) -> bool:
    """Whether proper names tell two sources apart: "a Russian official", "a Ukrainian official"."""
    ours, theirs = (
        {part for word in _PROPER.findall(label) for part in normalized(word)} - set(normalized(other))
        for label, other in ((old, new), (new, old))
    )
    return bool(ours) and bool(theirs)


def _became_vague(old: Source, new: Source) -> bool:
    return (old.status in _VAGUE) != (new.status in _VAGUE)


def _person_without_name(old: Source, new: Source) -> bool:
    """Whether one is a person with a name and the other one is people without."""
    return any(one.status in _NAMED and other.status in _PEOPLE for one, other in ((old, new), (new, old)))
