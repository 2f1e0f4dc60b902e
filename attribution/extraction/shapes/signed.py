"""Quotations whose source a mark alone gives, no verb: "“The dam leaks.” — Ann Lee, baker", "From the report: “…”".

The mark is the cue.
"""

import re

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft, Scene
from attribution.model.attribution import Cue, CueClass
from attribution.model.span import Span

# "— Ann Lee, Norwich.", "- Sanders.", "— a nurse in Leeds"; in a line of capitals alone any word may be a name.
_SIGNATURE = re.compile(r"(?:\A|>)-(?P<source>[^-.,;:<>()]{1,6})(?:,[^.;:<>]{1,12})?\.?\Z")
_TAKEN = re.compile(r"[nDA]?P(?P<source>D?[nZ]{1,4}(?:CD?[nZ]{1,4})?):<")
# A shorter word may stand in a name without a capital: "Ana de la Cruz".
_SHORT = 4


def signed(scene: Scene, cues: SentenceCues) -> Draft | None:
    """The draft of a quotation with a signature behind it or below it, or that opens with where it is from."""
    return _signature(scene, cues) or _taken(scene, cues)


def _signature(scene: Scene, cues: SentenceCues) -> Draft | None:
    tokens = cues.phrases.tokens
    match = _SIGNATURE.search(tokens.tags)
    index = cues.sentence.paragraph - 1
    if match is None or not _names(scene, cues, match):
        return None
    mark = match.start("source") - 1
    if mark:
        quotation = scene.closing.get(tokens.ends[mark - 1])
        return _draft(cues, mark, match, quotation.span) if quotation is not None else None
    if not index or scene.document.paragraphs[index].span.start != cues.sentence.span.start:
        return None
    before = scene.document.paragraphs[index - 1].span
    quotation = scene.opening.get(before.start)
    whole = quotation is not None and quotation.span.end >= before.end - 1
    return _draft(cues, mark, match, quotation.span) if quotation is not None and whole else None


def _taken(scene: Scene, cues: SentenceCues) -> Draft | None:
    tokens = cues.phrases.tokens
    match = _TAKEN.match(tokens.tags)
    if match is None or tokens.words[match.start("source") - 1] != "from":
        return None
    colon = match.end() - 2
    quotation = scene.opening.get(tokens.starts[colon + 1])
    return _draft(cues, colon, match, quotation.span) if quotation is not None else None


def _names(scene: Scene, cues: SentenceCues, match: "re.Match[str]") -> bool:
    """Whether the source is a name, or somebody told of with an article: "Ann Lee", "a nurse"."""
    tokens = cues.phrases.tokens
    first = match.start("source")
    words = tokens.span(first, match.end("source")).of(scene.text).split()
    return tokens.tags[first] == "D" or all(word[0].isupper() or len(word) < _SHORT for word in words)


def _draft(cues: SentenceCues, mark: int, match: "re.Match[str]", content: Span) -> Draft:
    tokens = cues.phrases.tokens
    cue = Cue(spans=(tokens.span(mark, mark + 1),), lemma=":", cls=CueClass.SPEECH, frame="colon", entry="words/labels")
    source = tokens.span(match.start("source"), match.end("source"))
    return Draft(cues.sentence.index, cue, source, (content,), "signed")
