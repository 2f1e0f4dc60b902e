"""Attributions from cue candidates: the shapes tried in order, sentence by sentence, then what binds sentences together."""

from attribution.cues.finding import Candidate, SentenceCues
from attribution.extraction import according, edges, nominal, overlaps
from attribution.extraction.drafts import Draft, Scene, scene
from attribution.extraction.quoted import continued
from attribution.extraction.reported import reported
from attribution.extraction.settled import settled
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.document import Document


def extract(document: Document, cues: tuple[SentenceCues, ...], lexicons: Lexicons) -> tuple[Attribution, ...]:
    """The attributions of a document, in order of position."""
    looked_at = scene(document, cues)
    drafts: list[Draft] = []
    for sentence in cues:
        drafts.extend(_sentence(looked_at, sentence))
    kept = continued(looked_at, overlaps.without_clashes(drafts))
    kept.sort(key=lambda draft: (draft.start, draft.cue.span.start))
    return _attributions(kept)


def _sentence(looked_at: Scene, sentence: SentenceCues) -> list[Draft]:
    found: list[Draft] = []
    left = 0
    tokens = sentence.phrases.tokens
    for candidate in sentence.candidates:
        draft = _draft(looked_at, sentence, candidate, left, found)
        if draft is None:
            continue
        found.append(draft)
        if draft.shape in ("trailing", "medial", "inverted", "according"):
            left = tokens.first_at_or_after(draft.end)
    return edges.trim(sentence, found)


def _draft(
    looked_at: Scene, sentence: SentenceCues, candidate: Candidate, left: int, found: list[Draft]
) -> Draft | None:
    match candidate.part:
        case "verb":
            return settled(looked_at, sentence, candidate, left) or reported(looked_at, sentence, candidate, found)
        case "preposition":
            return according.prepositional(looked_at, sentence, candidate, left)
        case "adverb":
            return according.adverbial(looked_at, sentence, candidate)
        case "adjective":
            return according.adjectival(looked_at, sentence, candidate)
        case "noun":
            return nominal.nominal(looked_at, sentence, candidate)
        case _:
            return None


def _attributions(drafts: list[Draft]) -> tuple[Attribution, ...]:
    above = overlaps.parents(drafts)
    depths: list[int] = []
    for index, parent in enumerate(above):
        depths.append(0 if parent is None else (depths[parent] + 1 if parent < index else 1))
    return tuple(
        Attribution(
            index=index,
            cue=draft.cue,
            source=draft.source,
            content=draft.content,
            shape=draft.shape,
            via=draft.via,
            parent=above[index],
            depth=depths[index],
        )
        for index, draft in enumerate(drafts)
    )
