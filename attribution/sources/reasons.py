"""Why a source is not named: the stated reason for terms of anonymity, and its kind."""

import re
from functools import lru_cache

from attrs import frozen

from attribution.lexicons.entry import Group
from attribution.lexicons.loading import Lexicons
from attribution.lexicons.matching import trie_pattern, variable_pattern
from attribution.lexicons.verbs import conjugator
from attribution.model.source import ReasonKind
from attribution.model.span import Span

_LONGEST_REASON = 320
# How far behind the terms a reason may begin, in code points: "asked not to be named when we spoke, because …".
_REACH = 90
_NEAR = r"(?:\s{1,3}(?:publicly|openly|by name|in print|here|too|either|today|yesterday|\w{3,9}day)){0,2}"
# Where a reason ends, besides its sentence: a quotation, a semicolon, ", she said", ", that the plan …".
_ENDS = re.compile(
    r"\s?[“”\"]|''|;|\s[—–-]{1,2}\s"
    r"|,\s{1,3}(?:(?:he|she|they|it|who|[Tt]he\s\w{1,20}(?:\s\w{1,20})?|[A-Z][\w.'’-]{1,30})\s{1,3})?"
    r"(?:said|says|say|told|added|adds|wrote|confirmed|described|called|noted|explained|warned|recalled|estimated|put)(?!\w)"
    r"|,\s{1,3}(?:that|but|while|whereas|according)(?!\w)|,\s{1,3}and\s{1,3}(?:he|she|they|said|told|added)(?!\w)"
)
_TIMELIKE = re.compile(r"(?:since|as)(?!\s{1,4}(?:is|was|are|were)(?!\w))(?!\w)", re.IGNORECASE)
_CLAUSE = re.compile(
    r"\w{2,5}\s{1,4}(?:(?:he|she|they|it|we|there|doing|speaking|talking)(?!\w)|(?:[^\s,.;]{1,30}\s{1,4}){1,8}?"
    r"(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|may|might|must|fear(?:s|ed)?|forbids?|bars?|prohibits?"
    r"|requires?|remains?|works?|lives?|bans?|bought|sold|gave|made|took|got|kept|held|lost|left|knew|told|said|\w{3,12}ed"
    r"|\w{2,6}n['’]t)(?!\w))",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r",?\s{1,3}(?:citing|explaining|(?P<told>saying))(?!\w)"
    r"|\s{1,3}(?:describing|detailing|disclosing|discussing|recounting|revealing|sharing)(?!\w)"
)
_DOER = re.compile(r"\s(?:he|she|they|it)\s{1,4}\Z")
_QUOTATION = re.compile("[“\"]|''")
_INTERRUPTION = re.compile("[“”\";]|''")
_DASH = re.compile(r",?\s{0,3}(?:[—–]|-{1,2}(?=\s)|:(?=\s\w))\s{0,3}")
_CLAUSE_END = re.compile(r"\s[—–]\s?|\s-{1,2}\s|[;“”\"]")


@frozen
class Reason:
    """A stated reason."""

    span: Span
    kind: ReasonKind


def reason_after(text: str, position: int, end: int, lexicons: Lexicons) -> Reason | None:
    """The reason that follows terms ending at `position`, in a sentence that ends at `end`.

    >>> from attribution.lexicons.loading import load
    >>> text = "She asked not to be named because she feared for her job."
    >>> reason_after(text, 25, len(text), load())
    Reason(span=Span(start=26, end=56), kind=<ReasonKind.REPRISAL_JOB: 'reprisal_job'>)
    """
    openers = _openers(lexicons)
    near = openers.near.match(text, position, end)
    far = openers.anywhere.search(text, position, min(end, position + _REACH))
    if far is not None and _interrupted(text, position, far.start()):
        far = None
    opened = [match for match in (near, far) if match is not None and not _of_time(text, match, end)]
    if after_opener(text, position, end, lexicons) == position:
        opened = [match for match in opened if not match["reason"].lower().startswith("saying")]
    starts = [match.start("reason") for match in opened]
    if starts:
        return _reason(text, min(starts), end, lexicons)
    return _after_dash(text, position, end, lexicons)


def after_opener(text: str, position: int, end: int, lexicons: Lexicons) -> int:
    """The position behind a participle that gives the reason for terms ending at `position`; else `position`.

    "…, citing the sensitivity of the talks" and "…, explaining that he feared for his job" give one; "…, saying" does
    when what it says can be one: "…, saying two of his colleagues had been detained", but "…, saying the talks had
    failed" is what the source tells.
    """
    participle = _PARTICIPLE.match(text, position, end)
    if participle is None:
        return position
    told = participle["told"] is None or _sentence_pattern(lexicons).search(text, participle.end(), end) is not None
    return participle.end() if told else position


def reason_before(text: str, start: int, position: int, lexicons: Lexicons) -> Reason | None:
    """The reason that a sentence from `start` gives before terms at `position`: "Fearing arrest, he asked …"."""
    begin = max(start, position - _LONGEST_REASON)
    last = None
    for match in _openers(lexicons).leading.finditer(text, begin, position):
        last = match
    if last is None:
        return None
    opened = last.start("reason")
    if _interrupted(text, opened, position) or _of_time(text, last, position):
        return None
    comma = text.rfind(",", opened, position)
    doer = _DOER.search(text, opened, position)  # "Under army rules | he could give no surname"
    stop = comma if comma > opened else doer.start() if doer is not None else position
    return _classified(text, Span(opened, _trimmed(text, opened, stop)), lexicons)


def reason_sentence(text: str, sentence: Span, lexicons: Lexicons) -> Reason | None:
    """The reason that a sentence beside the terms is: "Two of her colleagues were fired for giving interviews." """
    stop = min(sentence.end, sentence.start + _LONGEST_REASON)
    if _subjects(lexicons).match(text, sentence.start, stop) is None:
        return None
    if _QUOTATION.search(text, sentence.start, stop) is not None:
        return None
    match = _sentence_pattern(lexicons).search(text, sentence.start, stop)
    if match is None:
        return None
    return _classified(text, Span(sentence.start, _trimmed(text, sentence.start, stop)), lexicons)


def reason_kind(text: str, span: Span, lexicons: Lexicons) -> ReasonKind:
    """Of which kind the reason at `span` is; `OTHER` when no word tells."""
    for kind, pattern in _kinds(lexicons):
        if pattern.search(text, span.start, span.end) is not None:
            return kind
    return ReasonKind.OTHER


def _of_time(text: str, match: re.Match[str], end: int) -> bool:
    """Whether "since" or "as" tells a time or a likeness, being followed by no clause: "since the attacks in Paris"."""
    start = match.start("reason")
    return _TIMELIKE.match(text, start, end) is not None and _CLAUSE.match(text, start, end) is None


def _interrupted(text: str, start: int, end: int) -> bool:
    """Whether a quotation or a semicolon parts the terms from what follows."""
    return _INTERRUPTION.search(text, start, end) is not None


def _reason(text: str, start: int, end: int, lexicons: Lexicons) -> Reason | None:
    stop = min(end, start + _LONGEST_REASON)
    ended = _ENDS.search(text, start + 1, stop)
    if ended is not None:
        stop = ended.start()
    stop = _trimmed(text, start, stop)
    return _classified(text, Span(start, stop), lexicons) if stop > start else None


def _after_dash(text: str, position: int, end: int, lexicons: Lexicons) -> Reason | None:
    """A clause behind a dash or a colon: "– he still reports to her successor –"; only when it reads as a reason."""
    dash = _DASH.match(text, position, end)
    if dash is None:
        return None
    closed = _CLAUSE_END.search(text, dash.end(), min(end, dash.end() + _LONGEST_REASON))
    span = Span(dash.end(), _trimmed(text, dash.end(), closed.start() if closed else end))
    kind = reason_kind(text, span, lexicons)
    return Reason(span, kind) if kind is not ReasonKind.OTHER else None


def _classified(text: str, span: Span, lexicons: Lexicons) -> Reason:
    return Reason(span, reason_kind(text, span, lexicons))


def _trimmed(text: str, start: int, end: int) -> int:
    """`end` without closing marks and white space."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!?—–-"):
        end -= 1
    return end


@frozen(eq=False)
class _Openers:
    near: re.Pattern[str]
    anywhere: re.Pattern[str]
    leading: re.Pattern[str]


@lru_cache(maxsize=8)
def _openers(lexicons: Lexicons) -> _Openers:
    anywhere = _any_of(lexicons, "openers")
    near = _any_of(lexicons, "near-openers")
    return _Openers(
        near=re.compile(rf"{_NEAR},?\s{{1,4}}(?P<reason>(?:{anywhere}|{near})(?!\w))", re.IGNORECASE),
        anywhere=re.compile(rf"(?<![\w-])(?P<reason>(?:{anywhere})(?!\w))", re.IGNORECASE),
        leading=re.compile(
            rf"(?:^|(?<=[.!?”\"]\s)|(?<=[,;(]\s)|(?<=\n))(?:(?:[Bb]ut|[Aa]nd|[Ss]o|[Yy]et)\s)?(?P<reason>(?:{anywhere})(?!\w))",
            re.IGNORECASE,
        ),
    )


@lru_cache(maxsize=8)
def _sentence_pattern(lexicons: Lexicons) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_any_of(lexicons, 'sentence-alone')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _subjects(lexicons: Lexicons) -> re.Pattern[str]:
    phrases = sorted(lexicons.lexicon("reasons").group("subject").phrases)
    return re.compile(rf"(?:{trie_pattern(phrases)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _kinds(lexicons: Lexicons) -> tuple[tuple[ReasonKind, re.Pattern[str]], ...]:
    return tuple(
        (
            ReasonKind(group.text("kind")),
            re.compile(rf"(?<![\w-])(?:{_alternatives(lexicons, group)})(?!\w)", re.IGNORECASE),
        )
        for group in lexicons.lexicon("reasons").groups
        if group.text("part") == "kind"
    )


def _any_of(lexicons: Lexicons, name: str) -> str:
    return _alternatives(lexicons, lexicons.lexicon("reasons").group(name))


def _alternatives(lexicons: Lexicons, group: Group) -> str:
    forms = conjugator(lexicons)
    return "|".join(variable_pattern(phrase, forms) for phrase in group.phrases)
