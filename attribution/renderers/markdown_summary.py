"""A summary in Markdown, for the comment on a pull request or a message: the grade, the sources, what to look at.

It has lists and no tables or headings, so that it reads well wherever only part of Markdown is shown.
"""

import re
from collections.abc import Iterator

from attribution.model.finding import Finding, Severity
from attribution.model.report import Report
from attribution.renderers.display import printable, quoted
from attribution.renderers.source_rows import figures, source_rows
from attribution.renderers.summary import summarize
from attribution.renderers.wording import CAPS, GRADES, counted, rounded

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_QUOTED = 60
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~$&])")
# A name behind an at sign would call that person. A word joiner between them is not seen.
_AT = "@\N{WORD JOINER}"


def render_markdown(report: Report, *, min_level: str = "warning") -> str:
    """The summary, without a line break at its end; findings below `min_level` are only counted.

    Words of the article are escaped: they can neither format the message nor call anyone.
    """
    parts = [list(_head(report))]
    rows = [
        f"- **{row.id}** {escaped(row.who)}: {row.known_by}; {escaped(row.near)}"
        + (f"; {row.terms}" if row.terms != "–" else "")
        + f"; {counted(row.times, 'attribution')}"
        for row in source_rows(report.analysis)
    ]
    if rows:
        parts.append(["**Sources**", "", *rows])
    parts.append(list(_findings(report, Severity(min_level))))
    return "\n\n".join("\n".join(lines) for lines in parts)


def escaped(text: str) -> str:
    r"""`text` on one line as Markdown that shows just that.

    >>> escaped("the *Echo* [sic]")
    'the \\*Echo\\* \\[sic\\]'
    """
    flat = " ".join(printable(text).split())
    return _SPECIAL.sub(r"\\\1", flat).replace("@", _AT)


def _head(report: Report) -> Iterator[str]:
    score = report.analysis.scores.document
    name = escaped(report.analysis.document.article.name) or "(no name)"
    if score.points is None or score.grade is None:
        yield f"**{name}**: nothing in it needs a source."
        return
    yield f"**{name}: {score.grade}**, {rounded(score.points)} of 100, {GRADES[score.grade]} sourcing"
    yield ""
    yield escaped(figures(summarize(report)))
    if score.caps:
        yield ""
        yield f"No more than that, since {'; '.join(CAPS[cap] for cap in score.caps)}."


def _findings(report: Report, least: Severity) -> Iterator[str]:
    shown = [finding for finding in report.findings if _ORDER.index(finding.severity) <= _ORDER.index(least)]
    hidden = len(report.findings) - len(shown)
    if not shown:
        yield f"No findings{f' but {hidden} below {least}' if hidden else ''}."
        return
    yield f"**{counted(len(shown), 'finding')}**{f', and {hidden} below {least}' if hidden else ''}"
    yield ""
    text = report.analysis.document.text
    for finding in shown:
        yield _finding(finding, text)


def _finding(finding: Finding, text: str) -> str:
    words = escaped(quoted(finding.span.of(text), _QUOTED))
    return f"- Paragraph {finding.paragraph}, {finding.severity} `{finding.code}`: {escaped(finding.message)} {words}"
