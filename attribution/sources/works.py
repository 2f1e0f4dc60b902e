"""Sources that are no people and no bodies: documents, data, posts, and outlets by their nouns."""

import re

from attribution.model.attribution import Cue
from attribution.model.source import SourceStatus
from attribution.sources.phrases import Phrase
from attribution.sources.reading import EDGES
from attribution.sources.vocabulary import Vocabulary

_ACCOUNT = re.compile(r"(?<!\w)@\w")
_IN_A_POLL = re.compile(
    r"\b(?:in|of|by|from)\s(?:an?|the|its|their|this|that)\s(?:[\w.’'-]{1,30}\s){0,4}?(?:survey|poll|questionnaire)\b"
    r"|\b(?:surveyed|polled)\b"
)
_POSTED = re.compile(r"\b(?:posted|circulat(?:ed|ing)|shared|uploaded)\s(?:on|to|online|by)\b")
_PERCENT = re.compile(r"\d\s?(?:%|per\s?cent\b|percentage)")
_DATA_IN_CUE = re.compile(r"\b(?:analysis|poll|survey|data|figures|tally|count|estimates?|statistics)\b")
_SHOWING = frozenset({"indicate", "reveal", "show"})
_POSTING = frozenset({"tweet", "retweet", "post"})
_MOST_SOURCES = 200  # code points of a source that are searched for signs of a poll or a post


def work_kind(text: str, phrase: Phrase, cue: Cue, own: bool, words: Vocabulary) -> SourceStatus | None:
    """SOCIAL, DATA, DOCUMENT, or OUTLET for a noun that stands for one; `None` for people and bodies.

    `own` says that the phrase names the article's own outlet, whose looking into something is an observation.
    """
    if _social(text, phrase, cue, words):
        return SourceStatus.SOCIAL
    if _answers_poll(text, phrase, words):
        return SourceStatus.DATA
    if own and phrase.lemma in words.looking_into:
        return SourceStatus.OBSERVATION
    if _media(phrase, words):
        return SourceStatus.OUTLET
    # "NHS England figures show", but "senior figures say"
    shown = cue.lemma in _SHOWING
    figures = phrase.head[2] == "figures" and (shown or bool(set(phrase.before) & words.figured))
    if phrase.lemma in words.roles and not figures:
        return None
    if phrase.lemma in words.research:
        return _research(phrase)
    counted = _DATA_IN_CUE.search(" ".join(span.of(text) for span in cue.spans)) is not None and not phrase.plural
    if phrase.lemma in words.data or counted:
        return SourceStatus.DATA
    if phrase.lemma in words.documents and phrase.head[2] not in words.institutions:
        return SourceStatus.DOCUMENT
    return None


def _social(text: str, phrase: Phrase, cue: Cue, words: Vocabulary) -> bool:
    """A post, an account or users of a network; anybody at all whose cue is a post."""
    whole = text[phrase.span.start : min(phrase.span.end, phrase.span.start + _MOST_SOURCES)]
    platform = any(word.strip(EDGES) in words.platforms for word in whole.split()) or "social media" in whole.lower()
    if phrase.lemma in words.social:
        alone = phrase.lemma not in words.needs_platform
        return alone or platform or "online" in phrase.tail or _ACCOUNT.search(whole) is not None
    if phrase.lemma in words.clips and "'s" not in phrase.before:
        return bool(set(whole.split()) & words.platforms) or _ACCOUNT.search(whole) is not None
    if phrase.lemma in words.documents:
        return _ACCOUNT.search(whole) is not None or (platform and _POSTED.search(whole) is not None)
    anybody = phrase.head[2] in words.indefinite or phrase.head[2] in ("one", "person", "people")
    return cue.lemma in _POSTING and anybody


def _answers_poll(text: str, phrase: Phrase, words: Vocabulary) -> bool:
    """Shares and people who answer a poll: "59 percent", "analysts in a Bloomberg survey"."""
    whole = text[phrase.span.start : min(phrase.span.end, phrase.span.start + _MOST_SOURCES)]
    if phrase.lemma not in words.roles and _PERCENT.search(whole):
        return True
    several = phrase.plural or bool(phrase.quantifier) or phrase.opening == "those"
    return several and _IN_A_POLL.search(whole) is not None


def _media(phrase: Phrase, words: Vocabulary) -> bool:
    """Media by their noun: "local media", "reports in Italy", "cable news networks", "the newspaper"."""
    head, papers = phrase.head[2], words.anaphora("papers")
    if head == "reports":
        return not phrase.before or bool(set(phrase.before) & words.media_kinds) or phrase.tail[:1] == ("in",)
    if head in words.unnamed_media or " ".join((*phrase.before[-1:], head)) in words.unnamed_media:
        return True
    owner = "'s" in phrase.before and phrase.before[0] in papers  # "the paper's editorial board"
    return phrase.definite and (owner or phrase.lemma in papers - {"network", "station", "site", "website"})


def _research(phrase: Phrase) -> SourceStatus:
    """A study with a producer or a subject is data; "studies show" and "research" are papers nobody can look up."""
    told = bool(phrase.before) or bool(phrase.tail)
    single = phrase.lemma == "study" and not phrase.plural
    return SourceStatus.DATA if single and told else SourceStatus.DOCUMENT
