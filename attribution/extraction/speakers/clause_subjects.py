"""The subjects of the clauses around a verb that has none of its own: the first, the nearest, the main one.

>>> from attribution.extraction.speakers.subjects import Subject
>>> Subject(0, 2, "shared").kind
'shared'
"""

from attribution.extraction.speakers.subjects import Subject, subject_before
from attribution.text.phrases import Phrases, VerbGroup

# How far to the left the verb is looked for whose subject is shared, and the main clause of the sentence, in tokens.
_REACH = 45
_FAR = 120


def first_subject(phrases: Phrases, start: int, stop: int) -> Subject | None:
    """The subject of the first finite verb in `[start, stop)`."""
    for group in phrases.verbs_between(start, stop):
        if group.form == "finite":
            found = subject_before(phrases, group.start)
            if found is not None and found.start >= start:
                return found
    return None


def main_subject(phrases: Phrases, position: int) -> Subject | None:
    """The subject of the last clause before token `position` that is no content or relative clause itself.

    "Lee said [that] the dam was safe, adding …" goes on with Lee, "the delay came when [two pilots] left, saying …"
    with the pilots.
    """
    found = None
    for group in phrases.verbs_between(max(0, position - _FAR), position):
        subject = subject_before(phrases, group.start) if group.form == "finite" else None
        if subject is not None and subject.kind == "noun" and _opens_clause(phrases, subject.start):
            found = subject
    return found


def previous_subject(phrases: Phrases, position: int) -> Subject | None:
    """The subject of the nearest finite verb to the left of token `position` that has one."""
    groups: tuple[VerbGroup, ...] = phrases.verbs_between(max(0, position - _REACH), position)
    for group in reversed(groups):
        if group.form == "finite":
            found = subject_before(phrases, group.start)
            if found is not None:
                return Subject(found.start, found.stop, "shared")
    return None


def _opens_clause(phrases: Phrases, start: int) -> bool:
    tags = phrases.tokens.tags
    opening = max(tags.rfind(mark, max(0, start - _REACH), start) for mark in ",;:<>-") + 1
    before = tags[max(opening, tags.rfind("U", opening, start) + 1) : start]
    if before and before[-1] == "C":
        return True
    return not any(tag in "HwqBVXKsedbR" for tag in before)
