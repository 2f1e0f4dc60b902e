"""Sources that are no people and no bodies: documents, data, posts, and outlets by their nouns."""

import re

from attribution.model.attribution import Cue
from attribution.model.source import SourceStatus
from attribution.sources.phrases import Phrase
from attribution.sources.reading import EDGES
from attribution.sources.vocabulary import Vocabulary

_ACCOUNT = re.compile(r"(?<!\w)@\w")
_IN_A_POLL = re.compile(
    r"\b(?:in|of|by|from)\s(?:an?|the|its|their|this|that)\s(?:[\w.’'-]+\s){0,4}?(?:survey|poll|questionnaire)\b|\b(?:surveyed|polled)\b"
)
_POSTED = re.compile(r"\b(?:posted|circulat(?:ed|ing)|shared|uploaded)\s(?:on|to|online|by)\b")
_POSTING = frozenset({"tweet", "retweet", "post"})
_PERCENT = re.compile(r"\d\s?(?:%|per\s?cent\b|percentage)")
_DATA_IN_CUE = re.compile(r"\b(?:analysis|poll|survey|data|figures|tally|count|estimates?|statistics)\b")
_STUDIES_WITH_PRODUCER = frozenset(
    ["by", "from", "at", "in", "of", "published", "conducted", "commissioned", "involving"]
)
_LOOKED_INTO = frozenset({"analysis", "review", "investigation", "examination", "count", "reporting"})
_NEEDS_PLATFORM = frozenset({"account", "user", "channel", "feed", "clip", "post", "posting", "thread", "blog"})


def work_kind(text: str, phrase: Phrase, cue: Cue, own: bool, words: Vocabulary) -> SourceStatus | None:
    """SOCIAL, DATA, DOCUMENT, or OUTLET for a noun that stands for one; `None` for people and bodies.

    `own` says that the phrase names the article's own outlet, whose looking into something is an observation.
    """
    lemma, head = phrase.lemma, phrase.head[2]
    whole = phrase.span.of(text)
    if _social(text, phrase, cue, words):
        return SourceStatus.SOCIAL
    if (_PERCENT.search(whole) and not _speaks(lemma, words)) or (
        (phrase.plural or phrase.quantifier) and _IN_A_POLL.search(whole)
    ):
        return SourceStatus.DATA
    if own and lemma in _LOOKED_INTO:
        return SourceStatus.OBSERVATION
    if _unnamed_media(phrase, words):
        return SourceStatus.OUTLET
    if lemma in words.research or lemma == "study":
        produced = not phrase.plural and (set(phrase.tail[:6]) & _STUDIES_WITH_PRODUCER or len(phrase.before) > 0)
        return SourceStatus.DATA if produced and lemma == "study" else SourceStatus.DOCUMENT
    if lemma in words.data and not _speaks(lemma, words):
        return SourceStatus.DATA
    if (
        _DATA_IN_CUE.search(" ".join(span.of(text) for span in cue.spans))
        and lemma not in words.roles
        and not phrase.plural
    ):
        return SourceStatus.DATA
    if lemma in words.documents and not _speaks(lemma, words) and head not in words.institutions:
        return SourceStatus.DOCUMENT
    return None


def _speaks(lemma: str, words: Vocabulary) -> bool:
    return lemma in words.roles


def _social(text: str, phrase: Phrase, cue: Cue, words: Vocabulary) -> bool:
    whole = phrase.span.of(text)
    platform = any(word.strip(EDGES) in words.platforms for word in whole.split()) or "social media" in whole.lower()
    if _ACCOUNT.search(whole) and (phrase.lemma in words.social or phrase.lemma in words.documents):
        return True
    if phrase.lemma in words.social:
        return phrase.lemma not in _NEEDS_PLATFORM or platform or "online" in phrase.tail
    if platform and phrase.lemma in words.documents and _POSTED.search(whole):
        return True
    return cue.lemma in _POSTING and phrase.head[2] in ("another", "one", "others", "some", "many", "person", "people")


def _unnamed_media(phrase: Phrase, words: Vocabulary) -> bool:
    """Media by their noun: "local media", "reports in Italy", "cable news networks", "the newspaper"."""
    head = phrase.head[2]
    if head in words.unnamed_media:
        return (
            head != "reports"
            or not phrase.before
            or bool(set(phrase.before) & _MEDIA_KINDS)
            or phrase.tail[:1] == ("in",)
        )
    joined = " ".join((*phrase.before[-1:], head))
    if phrase.definite and "'s" in phrase.before and phrase.before[0] in _PAPERS:
        return True
    return joined in words.unnamed_media or (phrase.definite and phrase.lemma in _PAPERS)


_MEDIA_KINDS = frozenset(
    [
        "media",
        "press",
        "news",
        "local",
        "state",
        "newspaper",
        "television",
        "tv",
        "foreign",
        "several",
        "some",
        "multiple",
    ]
)
_PAPERS = frozenset(
    [
        "newspaper",
        "tabloid",
        "broadcaster",
        "broadsheet",
        "magazine",
        "daily",
        "weekly",
        "outlet",
        "paper",
        "newswire",
        "fact-checker",
        "fact-check",
    ]
)
