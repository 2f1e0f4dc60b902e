"""Who counts as unnamed: people known to a reporter and not to the reader (the notation of policy section 2)."""

import re

from attribution.model.attribution import Attribution, CueClass
from attribution.model.source import AnonymityTerms, Detail, Mention, Proximity, ReasonKind, Source
from attribution.rules.reading import Reading

PUBLIC_LIST = 6
"""From so many counted people on they act in public ("95 generals signed"): no reporter shields them one by one."""

_COORDINATION = re.compile(r"\b(?:and|as well as)\s+(?:an?|the|two|three|several|some|other|[a-z]{3,20}s)\b")
_MEMBER = re.compile(
    r"one|another|others?|both|neither|several|some|many|the (?:other|others|second|first|latter)"
    r"|(?:one|two|three|some|many|most|several) of (?:the|them|those|these)\b.{0,40}",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?:(?:about|nearly|almost|roughly|more than|fewer than|less than|at least|over|only|just|some|around)\s){0,2}"
    r"(?:half|(?:a|one|two|three)[ -](?:third|quarter|fifth)s?|\d{1,3}(?:\.\d)?\s?(?:%|percent|per cent)"
    r"|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine)[ -](?:in|out[ -]of)[ -](?:\d{1,2}|\w{3,5}))\b",
    re.IGNORECASE,
)
_NAMED_BESIDE = re.compile(r"(?:,|\s[-–—]{1,2})\s{1,2}(?:[A-Z][\w.'’-]{1,20}\s){1,3}[A-Z][\w'’-]{2,20}|\bnamed [A-Z]")
_BEFORE = 40
_NAME_BEFORE = re.compile(
    r"[A-Z][\w'’-]{1,20},?\s{1,2}(?:\([^()]{1,14}\),\s{1,2}|\d\d,\s{1,2})$"
    r"|(?:^|[a-z] )[A-Z][\w'’-]{1,20} [A-Z][\w'’-]{1,20},\s{1,2}$"
)
_INTRODUCED = re.compile(
    r"(?:an?|one|another|two|three|four|five|six|several|multiple|numerous|some|many|most|both|few|various|other"
    r"|at least|yet|still|even|more)\b|(?:dozens|scores|hundreds) of\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(
    r"(?:who|which|that|he|she|they|it|we|i|you)$|(?:the|this|that|these|those|every|each|any|all|none|neither|such|no|his|her|their|my|our|your"
    r"|its(?! own))\b|(?:[\w.-]{2,30} ){0,2}[\w.-]{2,30}['’]s? ",
    re.IGNORECASE,
)
_PLAIN_DETAILS = frozenset(
    {
        Detail.NATIONALITY,
        Detail.LOCATION,
        Detail.EXACT_COUNT,
        Detail.DATE_DAY,
        Detail.EYEWITNESS,
        Detail.MEDIUM,
        Detail.MOTIVE,
    }
)
_GUESSED = frozenset({"kinds.agent-noun", "kinds.plural-with-side", "kinds.unknown-plural"})
_ASKING = frozenset({"ask", "ask for", "wonder"})
_OPEN_TERMS = (AnonymityTerms.ON_RECORD, AnonymityTerms.UNSTATED)
_PRIVATE = (Proximity.FIRST_HAND, Proximity.SECOND_HAND, Proximity.THIRD_HAND)


def unnamed(reading: Reading, attribution: Attribution) -> bool:
    """Whether an unnamed source speaks here: a person without a name, or a group that spoke on terms or in private."""
    mention = reading.mention(attribution)
    if mention.status.unnamed_person:
        return True
    return mention.status.collective and (
        _shielded(mention, reading.source(attribution)) or _told(attribution, mention)
    )


def informant(reading: Reading, source: Source) -> bool:
    """Whether a source informs a reporter without being named, so that the reader is owed a reason.

    Public collectives, people who are heard in public only, and bystanders of a story are none.
    """
    spoken = reading.spoken_by(source)
    if not any(unnamed(reading, item) for item in spoken) or not (
        source.status.unnamed_person or source.status.collective
    ):
        return False
    if all(reading.mention(item).proximity is Proximity.PUBLIC for item in spoken) and not _on_terms(source):
        return False
    if _on_terms(source):
        return True
    return _introduced(reading, source) and not _bystander(reading, source) and not _public_list(source)


def reason_given(reading: Reading, source: Source) -> bool:
    """Whether any mention of the source, or any grant to it, says why it is not named."""
    if source.reason is not ReasonKind.NONE:
        return True
    if any(grant.reason is not None for grant in reading.grants_to(source)):
        return True
    return any(reading.mention(item).reason is not ReasonKind.NONE for item in reading.spoken_by(source))


def share(words: str) -> bool:
    """Whether a share of people asked is meant, as polls count them: "nearly half of voters", "one in five"."""
    return _SHARE.match(words) is not None


def single_person(reading: Reading, attribution: Attribution) -> bool:
    """Whether exactly one unnamed person speaks, and nobody alongside, as in "an official and residents"."""
    mention = reading.mention(attribution)
    if not mention.status.unnamed_person or mention.number is None or mention.number.most != 1:
        return False
    return mention.span is None or _COORDINATION.search(reading.text, mention.span.start, mention.span.end) is None


def member_of_a_group(reading: Reading, mention: Mention) -> bool:
    """Whether a mention only picks someone out of people named before: "one", "the other", "some of the people"."""
    return mention.span is not None and _MEMBER.fullmatch(mention.span.of(reading.text)) is not None


def _shielded(mention: Mention, source: Source | None) -> bool:
    return mention.terms not in _OPEN_TERMS or (source is not None and _on_terms(source))


def _on_terms(source: Source) -> bool:
    return source.terms not in _OPEN_TERMS


def _told(attribution: Attribution, mention: Mention) -> bool:
    """Whether a group told an outlet, ours or another, rather than the public."""
    return attribution.addressee is not None and mention.proximity in _PRIVATE


def _introduced(reading: Reading, source: Source) -> bool:
    """Whether the first mention brings in someone new ("an aide"), not someone known ("his lawyer")."""
    first = reading.mention(reading.spoken_by(source)[0])
    if first.span is None or any(item.code in _GUESSED for item in first.evidence):
        return False
    if all(item.cue.cls is CueClass.EVIDENCE for item in reading.spoken_by(source)):
        return False  # "four people were hurt, showing how thin the hull was"
    words = first.span.of(reading.text)
    before = reading.text[max(0, first.span.start - _BEFORE) : first.span.start]
    if _KNOWN.match(words) or share(words) or _NAME_BEFORE.search(before) or _NAMED_BESIDE.search(words):
        return False
    return _INTRODUCED.match(words) is not None or _plural(first) or _bare(reading, first)


def _plural(mention: Mention) -> bool:
    return mention.status.collective or (mention.number is not None and mention.number.most != 1)


def _bare(reading: Reading, mention: Mention) -> bool:
    """Whether the noun says that someone informs and nothing else: "Source familiar with the sale says". Any other
    singular noun without an article is a headline's or a title before a name: "Former mayor Rosa Blum"."""
    head = mention.head.of(reading.text).lower() if mention.head is not None else ""
    return head in reading.phrases("informants", "bare")


def _bystander(reading: Reading, source: Source) -> bool:
    bystanders = reading.phrases("informants", "bystanders")
    mention = reading.mention(reading.spoken_by(source)[0])
    head = mention.head.of(reading.text).lower() if mention.head is not None else ""
    asking = all(item.cue.lemma in _ASKING for item in reading.spoken_by(source))
    return (
        asking
        or head in reading.phrases("informants", "in-public")
        or (head in bystanders and _PLAIN_DETAILS.issuperset(mention.details))
    )


def _public_list(source: Source) -> bool:
    return source.count is not None and source.count.least >= PUBLIC_LIST
