"""Attributions from cue candidates: the shapes tried in order, sentence by sentence, then what binds sentences
together."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence

from attrs import evolve

from attribution.cues.finding import Candidate, SentenceCues
from attribution.extraction import overlaps
from attribution.extraction.circumstances.carrying import carry
from attribution.extraction.circumstances.circumstances import read_circumstances
from attribution.extraction.circumstances.stance import stance
from attribution.extraction.classes import classed
from attribution.extraction.contents import edges
from attribution.extraction.contents.phrase_cuts import occasion_nouns
from attribution.extraction.contents.quoted import continued
from attribution.extraction.contents.running_on import running_on
from attribution.extraction.drafts import Draft, Scene, scene
from attribution.extraction.shapes import according, citing, nominal
from attribution.extraction.shapes.adjectival import adjectival
from attribution.extraction.shapes.announced import announced
from attribution.extraction.shapes.asked import asked
from attribution.extraction.shapes.heard import heard
from attribution.extraction.shapes.issued import issued
from attribution.extraction.shapes.leading import leading, surveyed
from attribution.extraction.shapes.nonresponse import nonresponses
from attribution.extraction.shapes.raised import raised
from attribution.extraction.shapes.reported import reported
from attribution.extraction.shapes.settled import settled
from attribution.extraction.shapes.signed import signed
from attribution.extraction.shapes.turns import closing_label, credited, turn
from attribution.extraction.shapes.unsaid import unsaid
from attribution.extraction.shapes.withheld import withheld
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution
from attribution.model.document import Document

# How many tokens back the mark may stand that opens the quotation around a cue.
_LONGEST_QUOTATION = 250
# How many cue candidates may stand between a frame and the preposition that passes it on: none of them claims anything.
_BESIDE = 4
_ANSWERING = frozenset({"reply", "respond"})
_HELPING = frozenset({"help", "helped", "helping", "helps"})


def extract(document: Document, cues: Iterable[SentenceCues], lexicons: Lexicons) -> tuple[Attribution, ...]:
    """The attributions of a document, in order of position."""
    looked_at = scene(document)
    drafts: list[Draft] = []
    for sentence in cues:
        drafts.extend(_sentence(looked_at, sentence, lexicons))
    kept = continued(looked_at, running_on(looked_at, overlaps.without_clashes(drafts)))
    kept.sort(key=lambda draft: (draft.start, draft.cue.span.start))
    found = [_circumstanced(document, attribution, lexicons) for attribution in _attributions(looked_at, kept)]
    return carry(document, found, lexicons)


def _circumstanced(document: Document, found: Attribution, lexicons: Lexicons) -> Attribution:
    told = read_circumstances(document, found, lexicons)
    return evolve(
        found,
        addressee=told.addressee,
        when=told.when,
        venue=told.venue,
        stance=stance(document, found, lexicons),
        circumstances=told,
    )


def _sentence(looked_at: Scene, sentence: SentenceCues, lexicons: Lexicons) -> list[Draft]:
    """The drafts of one sentence: first the frames that claim the text on their left, then the others around them."""
    tokens = sentence.phrases.tokens
    claimed: list[Draft | None] = []
    left = inner = 0
    for candidate in sentence.candidates:
        quoted_from = _quotation_start(sentence, candidate.start)
        unclaimed = max(left, inner, quoted_from) if quoted_from else left
        draft = _left_claiming(looked_at, sentence, candidate, unclaimed, lexicons)
        draft = draft or _relaying(sentence, candidate, claimed)
        if draft is not None and quoted_from:
            inner = tokens.first_at_or_after(draft.end)
        elif draft is not None:
            left = tokens.first_at_or_after(draft.end)
        claimed.append(draft)
    bounds = _bounds(sentence, [draft for draft in claimed if draft is not None])
    outer = _bounds(sentence, [draft for draft in claimed if draft is not None and not _is_inside(sentence, draft)])
    found = nonresponses(sentence, lexicons)
    refused = {span.start for draft in found for span in draft.spans}
    opening = _opening(looked_at, sentence, lexicons)
    if opening is not None:
        found.append(opening)
    for candidate, settled_draft in zip(sentence.candidates, claimed, strict=True):
        if tokens.starts[candidate.start] in refused:
            continue
        quoted = _quotation_start(sentence, candidate.start) > 0
        limit = _limit(sentence, bounds if quoted else outer, candidate.start)
        draft = settled_draft or _right_claiming(looked_at, sentence, candidate, found, limit, lexicons)
        if draft is not None:
            found.append(draft)
    unlisted = announced(looked_at, sentence, found)
    if unlisted is not None:
        found.append(unlisted)
    joined = citing.quoted_as_saying(sentence, citing.cited(sentence, found, lexicons))
    terms = lexicons.lexicon("words").phrases("terms_words")
    claims = [
        classed(sentence, edges.without_terms(sentence, draft, terms), lexicons)
        for draft in issued(sentence, joined, lexicons)
        if not withheld(sentence, draft, lexicons) and not unsaid(looked_at, sentence, draft)
    ]
    return edges.trim(sentence, claims, occasion_nouns(lexicons))


def _opening(looked_at: Scene, sentence: SentenceCues, lexicons: Lexicons) -> Draft | None:
    """The draft of what a sentence opens with that no lexicon of cues holds: a speaker and a colon, "In a poll, …"."""
    labelled = turn(looked_at, sentence, lexicons) or closing_label(looked_at, sentence)
    labelled = labelled or credited(looked_at, sentence) or signed(looked_at, sentence)
    return labelled or leading(looked_at, sentence, lexicons) or surveyed(looked_at, sentence, lexicons)


def _relaying(sentence: SentenceCues, candidate: Candidate, claimed: Sequence[Draft | None]) -> Draft | None:
    """The draft of a preposition that passes on the draft before it: "“It leaks,” Lee said, [according to] the
    Herald"."""
    if candidate.part != "preposition":
        return None
    last = next((draft for draft in reversed(claimed[-_BESIDE:]) if draft is not None), None)
    if last is None or last.cue.frame != "trailing":
        return None
    tokens = sentence.phrases.tokens
    between = tokens.tags[tokens.first_at_or_after(last.end) : candidate.start]
    beside = between in ("", ",") and last.end <= tokens.starts[candidate.start]
    return according.relaying(sentence, candidate, last) if beside else None


def _left_claiming(
    looked_at: Scene, sentence: SentenceCues, candidate: Candidate, left: int, lexicons: Lexicons
) -> Draft | None:
    if candidate.start < left:
        return None
    if candidate.part == "verb":
        return settled(looked_at, sentence, candidate, left) or heard(looked_at, sentence, candidate, left, lexicons)
    if candidate.part == "preposition":
        return according.prepositional(looked_at, sentence, candidate, left)
    return None


def _right_claiming(
    looked_at: Scene,
    sentence: SentenceCues,
    candidate: Candidate,
    found: list[Draft],
    limit: int,
    lexicons: Lexicons,
) -> Draft | None:
    match candidate.part:
        case "verb":
            if sentence.phrases.tokens.words[max(0, candidate.start - 1)] in _HELPING:
                return None  # "an engineer who helped write it said …"
            if candidate.negated and candidate.lemma.split(" ")[0] in _ANSWERING:
                return None  # "did not respond to treatment": no answer, and none of the answers not given either
            draft = asked(looked_at, sentence, candidate, limit) or raised(looked_at, sentence, candidate, limit)
            if draft is not None or candidate.passive:
                return draft
            return reported(looked_at, sentence, candidate, found, limit, lexicons)
        case "adverb":
            return according.adverbial(looked_at, sentence, candidate)
        case "adjective":
            return adjectival(looked_at, sentence, candidate, limit, lexicons)
        case "idiom":
            return according.idiomatic(looked_at, sentence, candidate, limit)
        case "noun":
            viewed = according.viewpoint(looked_at, sentence, candidate)
            return viewed or nominal.nominal(looked_at, sentence, candidate, limit, lexicons)
        case "agent":
            return according.agentive(looked_at, sentence, candidate, limit, lexicons)
        case _:
            return None


def _bounds(sentence: SentenceCues, claimed: Sequence[Draft]) -> list[int]:
    """The tokens at which words begin or end that are claimed already, and the end of the sentence."""
    tokens = sentence.phrases.tokens
    edges_of = {edge for draft in claimed for span in draft.spans for edge in (span.start, span.end)}
    return [*sorted(bound for edge in edges_of if (bound := tokens.first_at_or_after(edge)) < len(tokens)), len(tokens)]


def _quotation_start(sentence: SentenceCues, position: int) -> int:
    """The first token of the quotation that token `position` stands in, or 0: "… that the dam “will, [I] fear, fall”"
    is a fear inside what is quoted, and leaves the words before the mark alone."""
    tags = sentence.phrases.tokens.tags
    reach = max(0, position - _LONGEST_QUOTATION)
    opening = tags.rfind("<", reach, position)
    return opening + 1 if opening > tags.rfind(">", reach, position) else 0


def _is_inside(sentence: SentenceCues, draft: Draft) -> bool:
    """Whether a draft belongs to what another one reports: in its quotation, or in "said [that, according to the
    count, …]"."""
    tokens = sentence.phrases.tokens
    position = tokens.first_at_or_after(draft.cue.span.start)
    if draft.shape == "according_first" and tokens.tags[max(0, position - 2) : position].rstrip(",").endswith("H"):
        return True
    return _quotation_start(sentence, position) > 0


def _limit(sentence: SentenceCues, bounds: Sequence[int], position: int) -> int:
    """Where a content on the right of a cue at token `position` must end.

    A cue in quotation marks reaches to the closing mark, any other one to the next words that are claimed already.
    """
    tags = sentence.phrases.tokens.tags
    limit = bounds[min(bisect_right(bounds, position), len(bounds) - 1)]
    closing = tags.find(">", position, limit)
    opening = tags.find("<", position, limit)
    return closing if closing >= 0 and not 0 <= opening < closing else limit


def _attributions(looked_at: Scene, drafts: list[Draft]) -> list[Attribution]:
    above = overlaps.parents(drafts)
    depths = _depths(above, overlaps.inside_quotations(looked_at, drafts))
    return [
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
    ]


def _depths(above: Sequence[int | None], quoted: Container[int]) -> list[int]:
    """How many attributions each attribution stands within; those that hold each other count once.

    In a quotation whose speaker is unknown, words are nested all the same.
    """
    depths: dict[int, int] = {}
    for index in range(len(above)):
        path: dict[int, None] = {}
        step: int | None = index
        while step is not None and step not in depths and step not in path:
            path[step] = None
            step = above[step]
        inwards = list(path)
        if step in path:
            ring = inwards[inwards.index(step) :]
            depths.update(dict.fromkeys(ring, len(ring) - 1))
        for inner in reversed(inwards):
            parent = above[inner]
            if inner not in depths:
                depths[inner] = int(inner in quoted) if parent is None else depths[parent] + 1
    return [depths[index] for index in range(len(above))]
