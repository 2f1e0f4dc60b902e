"""Scores of an article: each attribution, each paragraph as the mean of its claims, and the whole with its caps."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attribution.config import Config, load_policy
from attribution.lexicons.loading import Lexicons
from attribution.model.attribution import Attribution, CueClass
from attribution.model.document import Document, Paragraph
from attribution.model.score import Operation, ParagraphScore, Scores, Unit, UnitKind
from attribution.model.source import AnonymityGrant, Mention, Source, SourceStatus
from attribution.model.span import Span
from attribution.scoring.background import standing_note
from attribution.scoring.claims import Claim, ClaimOptions, unattributed
from attribution.scoring.corroboration import Voice, corroborated, same_claims
from attribution.scoring.overall import document_score
from attribution.scoring.points import follow, strength
from attribution.scoring.table import ScoreTable, load_table

_TOLD_BY_NAME = frozenset({SourceStatus.NAMED_ROLE, SourceStatus.NAMED, SourceStatus.INSTITUTION})


def score(
    document: Document,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    sources: Sequence[Source],
    grants: Sequence[AnonymityGrant],
    lexicons: Lexicons,
    config: Config,
) -> Scores:
    """How much the text tells about who stands behind each claim (policy section 5), in points from 0 to 100.

    Only outermost attributions of the audit classes have points; the others, non-responses (which claim nothing) and
    paragraphs in which nothing needs a source, have `None`. `grants` have already told on the mentions' terms.
    """
    table = load_table()
    voices = _voices(outermost(attributions), mentions, sources, table)
    options = ClaimOptions.of(load_policy(config.policy).options)
    claims = unattributed(document, attributions, lexicons, options, grants)
    stances, claims = _stances(document, attributions, mentions, sources, claims, table)
    paragraphs = _paragraphs(document, (*_told(document, voices), *stances), claims, lexicons, table)
    points: list[float | None] = [None] * len(attributions)
    for voice in voices:
        if _makes_a_claim(voice.attribution):
            points[voice.attribution.index] = voice.points
    overall = document_score(document, voices, paragraphs, table)
    return Scores(document=overall, paragraphs=paragraphs, attributions=tuple(points))


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The audited attributions that stand within no other audited one: the ones that scores and shares count."""
    within: dict[int, bool] = {}
    found: list[Attribution] = []
    for attribution in sorted(attributions, key=lambda item: item.depth):
        parent = attribution.parent
        # Words in a quotation whose speaker nobody names are nested too, though in no attribution.
        inside = attribution.depth > 0 if parent is None else within.get(parent, False)
        within[attribution.index] = inside or attribution.audited
        if attribution.audited and not inside:
            found.append(attribution)
    return tuple(sorted(found, key=lambda item: item.index))


def _voices(
    attributions: Iterable[Attribution], mentions: Sequence[Mention], sources: Sequence[Source], table: ScoreTable
) -> tuple[Voice, ...]:
    by_id = {source.id: source for source in sources}
    voices = []
    for attribution in attributions:
        mention = mentions[attribution.index]
        source = by_id.get(mention.source) if mention.source is not None else None
        voices.append(Voice(attribution, mention, source, strength(mention, attribution.stance, table)))
    return tuple(voices)


def _stances(
    document: Document,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    sources: Sequence[Source],
    claims: Sequence[Claim],
    table: ScoreTable,
) -> tuple[tuple[Voice, ...], tuple[Claim, ...]]:
    """Those who stand behind a sentence by what they praise or condemn, and the claims that remain without anyone.

    "The senator denounced the ruling" needs no other source than the senator. Only who can be told by name or office
    counts, and only where nothing in the sentence would need a source of its own.
    """
    soft = {claim.sentence.index: claim for claim in claims if claim.kind is UnitKind.SOFT}
    starts = [sentence.span.start for sentence in document.sentences]
    taken: dict[int, Attribution] = {}
    for attribution in attributions:
        index = bisect_right(starts, attribution.cue.span.start) - 1
        told = attribution.cue.cls is CueClass.ATTITUDE and mentions[attribution.index].status in _TOLD_BY_NAME
        if told and attribution.depth == 0 and index in soft:
            taken.setdefault(index, attribution)
    left = tuple(claim for claim in claims if claim.sentence.index not in taken)
    return _voices(taken.values(), mentions, sources, table), left


def _told(document: Document, voices: Sequence[Voice]) -> Iterator[Voice]:
    """The voices, but for agentless ones in a sentence that tells a source: "he said that a raid was announced"."""
    starts = [sentence.span.start for sentence in document.sentences]
    places = [bisect_right(starts, voice.attribution.cue.span.start) for voice in voices]
    told = {place for place, voice in zip(places, voices, strict=True) if not _agentless(voice)}
    yield from (
        voice for place, voice in zip(places, voices, strict=True) if not _agentless(voice) or place not in told
    )


def _agentless(voice: Voice) -> bool:
    return voice.mention.status is SourceStatus.PASSIVE


def _paragraphs(
    document: Document, voices: Iterable[Voice], claims: Iterable[Claim], lexicons: Lexicons, table: ScoreTable
) -> tuple[ParagraphScore, ...]:
    speaking: dict[int, list[Voice]] = {}
    for voice in voices:
        if _makes_a_claim(voice.attribution):
            for index in _claimed_in(voice.attribution, document):
                speaking.setdefault(index, []).append(voice)
    silent: dict[int, list[Claim]] = {}
    for claim in claims:
        silent.setdefault(claim.sentence.paragraph, []).append(claim)
    scored: list[ParagraphScore] = []
    for paragraph in document.paragraphs:
        if standing_note(paragraph.span.of(document.text), lexicons):
            scored.append(ParagraphScore(paragraph.index, None, None))
            continue
        units = [_unsourced(claim, table) for claim in silent.get(paragraph.index, ())]
        units += _attributed(speaking.get(paragraph.index, ()), paragraph.span, document.text, lexicons, table)
        scored.append(_paragraph(paragraph, units, table))
    return tuple(scored)


def _makes_a_claim(attribution: Attribution) -> bool:
    """Whether something is claimed at all: who "declined to comment" has said nothing that needs a source."""
    return attribution.cue.cls is not CueClass.NONRESPONSE


def _claimed_in(attribution: Attribution, document: Document) -> list[int]:
    """The paragraphs that hold a piece of what is attributed: a long quotation may run on, or come after a colon."""
    pieces = (*attribution.content, *attribution.carried) or attribution.cue.spans
    found: list[int] = []
    for piece in pieces:
        first = document.paragraph_at(piece.start)
        index = first.index if first is not None else len(document.paragraphs) + 1
        while index <= len(document.paragraphs) and document.paragraphs[index - 1].span.start < piece.end:
            if index not in found:
                found.append(index)
            index += 1
    return found


def _attributed(
    voices: Sequence[Voice], within: Span, text: str, lexicons: Lexicons, table: ScoreTable
) -> Iterator[Unit]:
    for group in same_claims(voices, text, lexicons):
        voice, steps = corroborated(group, table, text)
        spoken = [item.attribution for item in group.voices]
        start, end = min(item.start for item in spoken), max(item.end for item in spoken)
        span = Span(max(start, within.start), min(end, within.end))
        yield Unit(UnitKind.ATTRIBUTED, span, steps[-1].result, steps, voice.attribution.index, group.contested)


def _unsourced(claim: Claim, table: ScoreTable) -> Unit:
    span = claim.sentence.span
    steps = follow((), f"unattributed_{claim.kind.value}", Operation.BASE, table.unattributed[claim.kind.value], span)
    return Unit(claim.kind, span, steps[-1].result, steps, None, claim.evidence)


def _paragraph(paragraph: Paragraph, units: Iterable[Unit], table: ScoreTable) -> ParagraphScore:
    """The mean of the units, whatever their length: anyone can work it out again."""
    ordered = sorted(units, key=lambda unit: (unit.span, unit.attribution or 0))
    if not ordered:
        return ParagraphScore(paragraph.index, None, None)
    points = sum(unit.points for unit in ordered) / len(ordered)
    return ParagraphScore(paragraph.index, points, table.grade(points), tuple(ordered))
