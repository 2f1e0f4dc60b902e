"""What every reader owes: each span of each attribution, led back to the file, is made of the same words."""

from collections.abc import Callable, Iterator

from attribution import audit
from attribution.model.document import Article
from attribution.model.report import Report
from attribution.model.span import Span


def spans_of(report: Report) -> Iterator[Span]:
    """Every span of every attribution, source, grant and finding, and every paragraph and sentence."""
    for attribution in report.analysis.attributions:
        yield from (*attribution.cue.spans, *attribution.content, *attribution.carried, *attribution.via)
        yield from filter(None, (attribution.source, attribution.addressee, attribution.when, attribution.venue))
    for source in report.analysis.sources:
        yield from (*source.spans, *source.characterization, *filter(None, (source.role, source.affiliation)))
    for grant in report.analysis.grants:
        yield from filter(None, (grant.span, grant.reason))
    for finding in report.findings:
        yield from (finding.span, *finding.related)
    for paragraph in report.analysis.document.paragraphs:
        yield paragraph.span
        yield from (sentence.span for sentence in paragraph.sentences)


def assert_spans_map_back(article: Article, stripped: Callable[[str], str]) -> int:
    """Fails unless the file's slices of each span, `stripped` of markup and decoded, are its text; how many there were.

    Both are compared without white space, which markup lets come and go; that no word is split or joined is seen in
    the characters at both ends of each slice.
    """
    report = audit(article)
    texts = {original.part: original.text for original in article.originals}
    count = 0
    for span in spans_of(report):
        pieces = article.slices(span)
        source = "".join(texts[piece.part][piece.start : piece.end] for piece in pieces)
        expected = "".join(span.of(article.text).split())
        assert "".join(stripped(source).split()) == expected, (span, span.of(article.text), source)
        count += 1
    return count
