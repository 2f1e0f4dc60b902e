"""The whole comparison on one screen: two reports → matches → changes, in order."""

from collections.abc import Iterable, Sequence

from attribution.comparing.changes import claim_changes, score_changes, source_changes
from attribution.comparing.claims import Side
from attribution.comparing.findings import finding_changes
from attribution.comparing.matching import match_claims
from attribution.comparing.paragraphs import Group, matched_paragraphs
from attribution.config import Config
from attribution.lexicons.loading import load
from attribution.model.attribution import CueClass
from attribution.model.comparison import Change, Comparison, ParagraphMatch, Standing
from attribution.model.document import Article
from attribution.model.report import Analysis, Report
from attribution.model.span import Span
from attribution.pipeline import audit
from attribution.scoring.origins import independent_origins
from attribution.scoring.scoring import outermost


def compare(old: str | Article, new: str | Article, *, config: Config | None = None) -> Comparison:
    """What an edit did to the sourcing of an article: both versions are read under one configuration.

    >>> comparison = compare("The bridge will close, Ada Lind said.", "The bridge will close.")
    >>> [(change.kind.value, change.was) for change in comparison.changes if change.severity == "error"]
    [('source-lost', 'Ada Lind')]
    """
    return compare_reports(audit(old, config=config), audit(new, config=config), config=config)


def compare_reports(old: Report, new: Report, *, config: Config | None = None) -> Comparison:
    """The same for two reports that are there already; `config` is the one that they were made under."""
    config = config or Config()
    lexicons = load(*config.lexicons, additions=config.words)
    before, after = Side.of(old, lexicons), Side.of(new, lexicons)
    groups = matched_paragraphs(old.analysis, new.analysis)
    matches = match_claims(before, after, groups)
    paragraphs = tuple(_paragraph(group, old.analysis, new.analysis) for group in groups)
    changes = (
        *source_changes(before, after, matches),
        *claim_changes(before, after, matches),
        *score_changes(paragraphs, before, after),
        *finding_changes(old, new, groups),
    )
    return Comparison(old, new, _standing(old), _standing(new), paragraphs, _ordered(changes, paragraphs, old, new))


def _paragraph(group: Group, old: Analysis, new: Analysis) -> ParagraphMatch:
    return ParagraphMatch(group.old, group.new, _mean(group.old, old), _mean(group.new, new))


def _mean(indices: Iterable[int], analysis: Analysis) -> float | None:
    """The mean points of all units of some paragraphs: splitting one in two changes nothing."""
    points = [unit.points for index in indices for unit in analysis.scores.paragraphs[index - 1].units]
    return sum(points) / len(points) if points else None


def _standing(report: Report) -> Standing:
    analysis = report.analysis
    counted = outermost(analysis.attributions)
    mentions = [analysis.mentions[attribution.index] for attribution in counted]
    told = [
        analysis.mentions[attribution.index]
        for attribution in counted
        if attribution.cue.cls is not CueClass.NONRESPONSE
    ]
    origins = independent_origins(told, {source.id: source for source in analysis.sources}, analysis.document.text)
    return Standing(
        points=analysis.scores.document.points,
        grade=analysis.scores.document.grade,
        attributions=len(counted),
        sources=len({mention.source for mention in mentions} - {None}),
        independent_origins=len(origins),
        findings=len(report.findings),
    )


def _ordered(
    changes: Sequence[Change], paragraphs: Iterable[ParagraphMatch], old: Report, new: Report
) -> tuple[Change, ...]:
    """Changes by where they stand in the new version; what is gone stands where its paragraph is, or at the end."""
    starts = {
        index: new.analysis.document.paragraphs[match.new[0] - 1].span.start
        for match in paragraphs
        for index in match.old
    }
    end = len(new.analysis.document.text)

    def place(change: Change) -> tuple[int, str, int]:
        before = change.before or Span(0, 0)
        if change.after is not None:
            return change.after.start, change.kind.code, before.start
        paragraph = old.analysis.document.paragraph_at(before.start)
        start = starts.get(paragraph.index, end) if paragraph is not None else end
        return start, change.kind.code, before.start

    return tuple(sorted(changes, key=place))
