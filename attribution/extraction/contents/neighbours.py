"""Where a content must end because another attribution of the same sentence begins.

"denies it | and points out that …", "a woman who attended the rally | said …", "praised the deal, | Mr. Lee said …"
"""

from collections.abc import Sequence

from attribution.extraction.contents.places import is_clausal
from attribution.extraction.drafts import Draft
from attribution.model.attribution import CueClass
from attribution.model.document import Tokens
from attribution.model.span import Span

_CONJOINING = frozenset({"although", "as", "because", "though", "when", "whereas", "while"})
_SETTING = frozenset({"after", "before", "since", "until"})


def neighbour_start(tokens: Tokens, draft: Draft, following: Sequence[Draft], first: int, stop: int) -> int:
    """Where the content `[first, stop)` of `draft` meets one of the drafts after it; `stop` where it meets none."""
    for other in following:
        if other.cue.span.start <= draft.cue.span.start or other.source is None:
            continue
        index = _meeting(tokens, draft, other)
        if index is None:
            continue
        while index > first + 1 and (tokens.tags[index - 1] in "C,-AUwq" or tokens.words[index - 1] == "by"):
            index -= 1
        quoted = tokens.tags.count("<", first, index) > tokens.tags.count(">", first, index)
        if first < index < stop and not quoted:
            return index
    return stop


def _meeting(tokens: Tokens, draft: Draft, other: Draft) -> int | None:
    """The token at which `other` begins, if it is an attribution of its own and no part of what `draft` reports."""
    source = other.source
    if source is None:
        return None
    if source == draft.source and other.shape in ("coordinated", "participle", "nonresponse"):
        index = tokens.first_at_or_after(other.cue.span.start)
        return index if _goes_beside(tokens, index, draft, other) else None
    if other.shape == "relative":
        return _relative_opening(tokens, draft, other, source)
    if other.shape not in ("left_subject", "nonresponse"):
        return None
    if source.start > draft.cue.span.end:
        index = tokens.first_at_or_after(source.start)
        if draft.cue.cls is CueClass.EVIDENCE and draft.cue.lemma != "say" and tokens.tags[index] == "#":
            return None  # "the poll found that 59 percent were glad, and 74 percent said they would stay"
        return index if 0 < index < len(tokens) and _separates(tokens, index, draft, other) else None
    if source.start <= draft.cue.span.start:
        # "A woman who attended the rally said …": the verb inside another one's subject ends where the subject does.
        within = source.end > draft.cue.span.start
        return tokens.first_at_or_after(source.end if within else other.cue.span.start)
    return None


def _relative_opening(tokens: Tokens, draft: Draft, other: Draft, source: Span) -> int | None:
    """Where a relative clause with its own verb of saying begins: "praised Ms. Lee, | who has vowed to stay"."""
    told = other.cue.cls in (CueClass.SPEECH, CueClass.EVIDENCE)
    if not told or source.start <= draft.cue.span.end:
        return None
    index = tokens.first_at_or_after(source.start)
    return index if tokens.tags[index - 1] == "," and not is_clausal(draft.cue) else None


def _goes_beside(tokens: Tokens, index: int, draft: Draft, other: Draft) -> bool:
    """Whether a cue at token `index` with the same source stands beside the draft: "said …, adding that", "said it
    worked and called it cheap"; not "said he would pay by borrowing", "said she was tired and wanted to leave"."""
    while index and tokens.tags[index - 1] == "A":
        index -= 1
    before = tokens.tags[index - 1]
    if other.shape == "participle":
        if before == "P" and tokens.words[index - 1] == "by":
            # "criticized the plan | by saying it was dear"; "said he won by calling voters"
            return not is_clausal(draft.cue) and other.cue.cls is CueClass.SPEECH
        if tokens.words[index - 1] == "before":
            return True  # "asked for calm | before telling them that …"
        return before in ",-C>"
    if other.shape == "nonresponse":
        return before in ",C"  # "said the man was known to the police | but did not elaborate"
    # What somebody wants or thinks is told inside what they said.
    inner = other.cue.cls not in (CueClass.SPEECH, CueClass.ATTITUDE)
    return not (inner and before == "C" and tokens.tags[index - 2] != "," and is_clausal(draft.cue))


def _separates(tokens: Tokens, index: int, draft: Draft, other: Draft) -> bool:
    """Whether another attribution that starts at token `index` is one of its own: "…, and the mayor said", "… as she
    thanked", "… the ban, Mr. Lee said"."""
    before = tokens.tags[index - 1]
    # A phrase holds no clause of somebody else's; a clause may go on with one: "that when it rains, the mayor says so".
    phrase = not is_clausal(draft.cue)
    told = other.cue.cls is CueClass.SPEECH
    if before == "U":
        word = tokens.words[index - 1]
        # "issued a statement | after the mayor told a crowd that …"
        return phrase and (word in _CONJOINING or (told and word in _SETTING))
    if tokens.tags[index - 2 : index] == ",>" or (told and tokens.tags[index - 2 : index] == ",w"):
        return True  # "… that it was “a slip,” | Lee said", "… in the shelf laws, | which he called a burden"
    if told and tokens.tags[index] == "R" and before in ",C" and tokens.words[index - 1] != "or":
        return True  # "said that the dam would hold | and he praised the crew"
    if before in ",-":
        return phrase
    joined = phrase and tokens.words[index - 1] in ("and", "but")  # "praised Lee | and the mayor said she would run"
    return before == "C" and (joined or tokens.tags[index - 2] in ",;")
