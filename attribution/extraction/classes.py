"""The class of a cue where more than its verb decides it.

A study, a letter or a poll gives evidence, it does not speak; a crisis that "highlights" something does not even that.
Who "chided the council for selling the site" has said what the council did; who "chided the council" need not.
"""

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import CueClass
from attribution.model.span import Span

_TELLING = (CueClass.SPEECH, CueClass.EVIDENCE)
_GLOSSING = frozenset({"allude to", "refer to"})
_FACTS = frozenset({"this", "that", "these", "those", "which"})


# "[A] Norvik Poll" is a poll; "the Boston Post" and "Statement Ltd" are names.
_ONE_OF_SEVERAL = frozenset({"a", "an"})


def classed(cues: SentenceCues, draft: Draft, lexicons: Lexicons) -> Draft:
    """The draft as evidence where a document or data says it ("a Norwegian study suggests"), as an appearance where an
    event does ("the defeat signals", "the crisis highlights") or the reporter explains what words were about
    ("“It was a farce,” she said, alluding to the vote") or a fact accounts for another ("this may explain the delay"),
    as speech where blame names a deed."""
    if draft.cue.cls is CueClass.ATTITUDE:
        return _with_class(draft, CueClass.SPEECH) if _charges(cues, draft, lexicons) else draft
    if draft.cue.cls not in _TELLING or draft.source is None or draft.shape == "turn":
        return draft
    if draft.shape == "participle" and draft.cue.lemma in _GLOSSING:
        return _with_class(draft, CueClass.APPEARANCE)
    if _accounts(cues, draft):
        return _with_class(draft, CueClass.APPEARANCE)
    head = _head(cues, draft.source)
    for words, cls in _classes(lexicons):
        if head is not None and _is_of(head, words):
            return _with_class(draft, cls)
    return draft


def is_artifact(cues: SentenceCues, source: Span, groups: tuple[str, ...], lexicons: Lexicons) -> bool:
    """Whether a source is a paper, a study or the like, of one of these groups of the lexicon of artifacts."""
    head = _head(cues, source)
    return head is not None and _is_of(head, lexicons.lexicon("artifacts").phrases(*groups))


def _with_class(draft: Draft, cls: CueClass) -> Draft:
    return evolve(draft, cue=evolve(draft.cue, cls=cls))


def _accounts(cues: SentenceCues, draft: Draft) -> bool:
    """Whether what explains something is a fact, not a speaker: "this explains", "it could explain"; "it explained"
    may be what a company did."""
    if draft.source is None or draft.cue.lemma != "explain" or draft.cue.frame != "noun":
        return False
    tokens = cues.phrases.tokens
    first, last = (tokens.first_at_or_after(place) for place in (draft.source.start, draft.source.end))
    verb = range(tokens.first_at_or_after(draft.cue.span.start), tokens.first_at_or_after(draft.cue.span.end))
    supposed = any(tokens.tags[position] == "X" for position in verb)
    return last == first + 1 and (tokens.words[first] in _FACTS or (supposed and tokens.words[first] == "it"))


def _charges(cues: SentenceCues, draft: Draft, lexicons: Lexicons) -> bool:
    """Whether somebody is blamed for a deed, which is a claim: "she chided the council [for selling] the site"."""
    if draft.source is None or draft.cue.lemma not in lexicons.lexicon("words").phrases("charging"):
        return False
    tokens = cues.phrases.tokens
    return any(
        tokens.words[position] == "for" and _names_deed(tokens.words, position + 1)
        for piece in draft.content
        for position in range(tokens.first_at_or_after(piece.start), tokens.first_at_or_after(piece.end))
    )


def _names_deed(words: Sequence[str], position: int) -> bool:
    """Whether a gerund with something behind it stands at `position`: "for siding with", but not "for anything"."""
    word = words[position] if position < len(words) else ""
    return (
        word.endswith("ing") and not word.endswith("thing") and words[position + 1 : position + 2] not in ((), (".",))
    )


def _head(cues: SentenceCues, source: Span) -> str | None:
    """The noun that a source is called by; `None` for a name, unless it is the capital of a sentence: "Data from 40
    clinics suggest"."""
    tokens = cues.phrases.tokens
    start = tokens.first_at_or_after(source.start)
    stop = cues.phrases.core_noun(start)
    if stop is None or tokens.starts[start] != source.start:
        return None
    if tokens.tags[stop - 1] == "Z" and stop > 1 and tokens.words[start] not in _ONE_OF_SEVERAL:
        return None
    return tokens.words[stop - 1]


def _is_of(head: str, words: frozenset[str]) -> bool:
    return head in words or head.removesuffix("s") in words


@lru_cache(maxsize=8)
def _classes(lexicons: Lexicons) -> tuple[tuple[frozenset[str], CueClass], ...]:
    artifacts = lexicons.lexicon("artifacts")
    return (
        (artifacts.phrases("documents", "research", "data"), CueClass.EVIDENCE),
        (artifacts.phrases("occurrences"), CueClass.APPEARANCE),
    )
