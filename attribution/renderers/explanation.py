"""One paragraph's arithmetic in words: every step of its points, with the words of the article that decided it."""

from collections.abc import Iterator, Mapping
from textwrap import wrap

from attribution.errors import ConfigError
from attribution.model.report import Analysis, Report
from attribution.model.score import ParagraphScore
from attribution.renderers.arithmetic import Sum, mean, sums
from attribution.renderers.display import printable
from attribution.renderers.wording import GRADES, counted, rounded

_NARROWEST = 56
_INDENT = "  "
# "= 50.7" and the operation before it, with the gaps after them.
_SUM = 24


def render_explanation(report: Report, *, paragraph: int | None = None, width: int = 80) -> str:
    """How the points of one paragraph, or of every one, came about.

    `paragraph` counts from 1 as the plain report does. Each line can be worked out by hand from the one above it
    (policy section 5). Raises `ConfigError` when the article has no such paragraph.
    """
    analysis, width = report.analysis, max(width, _NARROWEST)
    scores = [score for score in analysis.scores.paragraphs if paragraph in (None, score.paragraph)]
    if paragraph is not None and not scores:
        name, known = analysis.document.article.name, counted(len(analysis.scores.paragraphs), "paragraph")
        raise ConfigError([f"explain: no paragraph {paragraph}; {printable(name)} has {known}"])
    labels = {source.id: source.label for source in analysis.sources}
    return "\n\n".join("\n".join(_lines(score, analysis, labels, width)) for score in scores)


def _lines(score: ParagraphScore, analysis: Analysis, labels: Mapping[str, str], width: int) -> Iterator[str]:
    if score.points is None or score.grade is None:
        yield f"Paragraph {score.paragraph}: not scored, since nothing in it needs a source."
        return
    yield f"Paragraph {score.paragraph}: {score.grade} {rounded(score.points)} of 100, {GRADES[score.grade]} sourcing"
    for item in sums(score, analysis, labels):
        yield ""
        yield from _sum(item, width)
    yield ""
    yield from wrap(mean(score), width)


def _sum(item: Sum, width: int) -> Iterator[str]:
    yield from wrap(item.title, width, subsequent_indent=_INDENT)
    for line in item.lines:
        operation = f"{line.operation:>{_SUM - 8}} = {line.result:>5}"
        rows = wrap(line.why, width - _SUM - len(_INDENT) - 2) or [""]
        yield f"{_INDENT}{operation}  {rows[0]}"
        yield from (" " * (_SUM + len(_INDENT) + 2) + row for row in rows[1:])
