"""Quotations announced by a colon whose verb no lexicon lists: "She released the following statement: “…”".

What stands before a colon and a whole quoted sentence says who speaks, whatever its verb.
"""

from attribution.cues.finding import SentenceCues
from attribution.extraction.drafts import Draft, Scene
from attribution.extraction.speakers.subjects import subject_before
from attribution.model.attribution import Cue, CueClass
from attribution.model.document import Quotation
from attribution.text.phrases import VerbGroup

# A quotation of fewer words behind a colon may be a label or a title: "The sign had two words: “Keep out.”"
_SHORTEST = 4
# How many tokens may stand between the verb and the colon.
_WIDEST = 12


def announced(scene: Scene, cues: SentenceCues, found: list[Draft]) -> Draft | None:
    """The draft of a quotation behind a colon that none of the drafts `found` attributes."""
    tokens = cues.phrases.tokens
    colon = _colon(tokens.tags)
    if colon < 2:
        return None
    quotation = _quotation(scene, cues, colon)
    if quotation is None or not _is_sentence(quotation.inner.of(scene.text)):
        return None
    if any(span.overlaps(quotation.span) for draft in found for span in draft.spans):
        return None
    group = _verb(cues, colon)
    subject = subject_before(cues.phrases, group.start) if group is not None else None
    if group is None or subject is None:
        return None
    cue = Cue(
        spans=(tokens.span(group.start, colon + 1),),
        lemma=tokens.words[group.head],
        cls=CueClass.SPEECH,
        frame="colon",
        negated=group.negated,
        entry="words/labels",
    )
    source = tokens.span(subject.start, subject.stop)
    return Draft(cues.sentence.index, cue, source, (quotation.span,), "announced")


def _colon(tags: str) -> int:
    """The colon before a quotation, or the one that ends the sentence; -1 for none."""
    found = tags.find(":<")
    return found if found >= 0 or not tags.endswith(":") else len(tags) - 1


def _quotation(scene: Scene, cues: SentenceCues, colon: int) -> Quotation | None:
    """The quotation behind the colon, be it in the next paragraph."""
    tokens = cues.phrases.tokens
    if colon + 1 < len(tokens):
        return scene.opening.get(tokens.starts[colon + 1])
    following = cues.sentence.index + 1
    sentences = scene.document.sentences
    return scene.opening.get(sentences[following].span.start) if following < len(sentences) else None


def _is_sentence(words: str) -> bool:
    return words[:1].isupper() and words.count(" ") + 1 >= _SHORTEST and not words[-1:].isalnum()


def _verb(cues: SentenceCues, colon: int) -> VerbGroup | None:
    """The nearest finite verb before the colon that is no mere "is", in the same clause."""
    tags = cues.phrases.tokens.tags
    for group in reversed(cues.phrases.verbs_between(max(0, colon - _WIDEST), colon)):
        if group.form == "finite":
            clause = tags[group.stop : colon]
            plain = not any(mark in clause for mark in ";<>.")
            return group if plain and not group.passive and not (group.bare and tags[group.head] == "B") else None
    return None
