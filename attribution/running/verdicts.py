"""What a linter needs of a report: its findings and where the article's parts are, a hundredth of the whole."""

from attrs import evolve, frozen

from attribution.model.document import Article, Document
from attribution.model.finding import Finding
from attribution.model.report import Analysis, PolicyInfo, Report
from attribution.model.score import DocumentScore, Scores


@frozen
class Verdict:
    """A report without its analysis; `document` has neither its article nor sentences nor figures."""

    document: Document
    findings: tuple[Finding, ...]
    policy: PolicyInfo
    version: str


def verdict_of(report: Report) -> Verdict:
    """The report without what only its analysis needs."""
    document = report.analysis.document
    bare = evolve(
        document,
        article=Article(""),
        paragraphs=tuple(evolve(paragraph, sentences=()) for paragraph in document.paragraphs),
        figures=(),
    )
    return Verdict(bare, report.findings, report.policy, report.version)


def report_of(verdict: Verdict, article: Article) -> Report:
    """The report of `article` with the verdict's findings; its analysis holds no attributions, sources or scores."""
    scores = Scores(DocumentScore(None, None, (), verdict.policy.score_table), (), ())
    analysis = Analysis(evolve(verdict.document, article=article), (), (), (), (), scores)
    return Report(analysis, verdict.findings, verdict.policy, verdict.version)
