"""Speaker turns and labelled headlines: "WALLACE: …", "Q: …", "Police: Driver fled scene".

The cue is the colon. A turn goes on over the sentences of its paragraph.
"""

import re

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft, Scene
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Cue, CueClass
from attribution.model.span import Span

_CLOSING_LABEL = re.compile(r"[:-](?P<source>D?[nZ]{1,4})\.?\Z")
_CREDIT = re.compile(r"-[^-,;:<>BVKXsebd]{0,2}?(?P<source>Z{1,4}(?:CZ{1,4})?):<")
_SHORTEST_CLAIM = 4
# A count or a handle behind a colon is an entry in a list, nothing that was said.
_FIGURES = re.compile(r"[#Y,.;()-]{1,12}|o[nZ]\.?")
_SPEAKER = re.compile(r"(?:D(?=:)|o[nZ#](?=:)|D?[nZ#]{1,6}(?:[OP]D?[Zn]{1,3})?(?:,D?[nZ#P]{1,5})?(?:\([^()]{1,6}\))?):")


def turn(scene: Scene, cues: SentenceCues, lexicons: Lexicons) -> Draft | None:
    """The draft of a paragraph that opens with a speaker and a colon; `None` for labels such as "Note:"."""
    paragraph = scene.document.paragraphs[cues.sentence.paragraph - 1]
    if paragraph.span.start != cues.sentence.span.start:
        return None
    tokens = cues.phrases.tokens
    match = _SPEAKER.match(tokens.tags)
    if match is None or match.end() >= len(tokens):
        return None
    colon = match.end() - 1
    labels = lexicons.lexicon("words").phrases("labels")
    first, last = tokens.words[0], tokens.words[colon - 1]
    if (tokens.tags[0] == "D" and colon == 1 and first != "a") or (tokens.tags[0] == "o" and first != "@"):
        return None  # "A: On the Sunday." and "@harbouroffice: The pier is closed.", but not "No: …"
    if first in labels or last in labels or tokens.starts[colon] != tokens.ends[colon - 1]:
        return None
    speaker = tokens.span(0, colon).of(scene.text)
    if _FIGURES.fullmatch(tokens.tags, colon + 1) and not speaker.isupper():
        return None  # "Mayor Lind: 1,204." in a list of results, not "PRYCE: 40." in a transcript
    quoted = tokens.tags[colon + 1] == "<"
    if not paragraph.heading and not quoted and not _is_name(scene.text, tokens.span(0, colon)):
        return None
    content = _said(scene, cues, colon + 1, paragraph.span.end)
    cue = Cue(
        spans=(tokens.span(colon, colon + 1),), lemma=":", cls=CueClass.SPEECH, frame="colon", entry="words/labels"
    )
    return Draft(cues.sentence.index, cue, tokens.span(0, colon), (content,), "turn")


def closing_label(scene: Scene, cues: SentenceCues) -> Draft | None:
    """The draft of a headline that ends in its source: "Firm hid leak: report", "Refinery to cut staff - sources"."""
    paragraph = scene.document.paragraphs[cues.sentence.paragraph - 1]
    tokens = cues.phrases.tokens
    match = _CLOSING_LABEL.search(tokens.tags) if paragraph.heading else None
    if match is None or match.start() < _SHORTEST_CLAIM:
        return None
    mark = match.start()
    if not scene.text[tokens.starts[mark + 1]].islower():
        return None
    cue = Cue(spans=(tokens.span(mark, mark + 1),), lemma=":", cls=CueClass.SPEECH, frame="colon", entry="words/labels")
    stop = match.end("source")
    content = tokens.span(0, mark)
    return Draft(cues.sentence.index, cue, tokens.span(mark + 1, stop), (content,), "closing_label")


def credited(scene: Scene, cues: SentenceCues) -> Draft | None:
    """The draft of a quotation behind a dash, a name and a colon: "Fares to rise - Ann Lee: “Nobody is told.”"."""
    tokens = cues.phrases.tokens
    match = _CREDIT.search(tokens.tags)
    quotation = scene.opening.get(tokens.starts[match.end() - 1]) if match else None
    if match is None or quotation is None:
        return None
    colon = match.end() - 2
    cue = Cue(
        spans=(tokens.span(colon, colon + 1),), lemma=":", cls=CueClass.SPEECH, frame="colon", entry="words/labels"
    )
    source = tokens.span(match.start("source"), colon)
    return Draft(cues.sentence.index, cue, source, (quotation.span,), "turn")


def _is_name(text: str, span: Span) -> bool:
    """Whether every longer word of a speaker has a capital: "Q", "Chris Wallace", "THE PRESIDENT"."""
    name = span.of(text).split("(")[0]  # "ROURKE (on phone)"
    return all(word[:1].isupper() or len(word) < 4 or word[0] == "@" for word in name.split())


def _said(scene: Scene, cues: SentenceCues, index: int, paragraph_end: int) -> Span:
    tokens = cues.phrases.tokens
    end = paragraph_end
    while end > tokens.starts[index] + 1 and scene.text[end - 1] in " .":
        end -= 1
    return Span(tokens.starts[index], end)
