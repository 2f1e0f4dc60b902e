"""What is done with an article, part by part, so that each can be timed by itself: stages, rules, formats, files."""

import cProfile
import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from attrs import field, frozen

from attribution import Config, render
from attribution.archiving.rows import rows_of
from attribution.baseline.comparing import only_new
from attribution.baseline.entries import Baseline, Occurrences
from attribution.comparing.comparing import compare_reports
from attribution.cues.finding import find_cues
from attribution.errors import ReadError
from attribution.evaluation.agreement import agree
from attribution.evaluation.evaluating import evaluate
from attribution.evaluation.labelled import GoldArticle, Labelled, Prediction
from attribution.evaluation.selection import suited
from attribution.extraction.extracting import extract
from attribution.fixing.applying import fixed
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.model.report import Analysis, PolicyInfo, Report
from attribution.readers.formats import FORMATS as READERS
from attribution.readers.settings import Settings
from attribution.renderers.checks.formats import FORMATS as CHECKS
from attribution.renderers.comparisons.as_findings import reports as as_findings
from attribution.renderers.comparisons.json_comparison import render_comparison_json
from attribution.renderers.comparisons.plain import render_comparison
from attribution.renderers.json_loading import report_from_dict
from attribution.renderers.json_report import report_to_dict
from attribution.renderers.rendering import RENDERERS
from attribution.renderers.word_comments import comment_on
from attribution.rules.checking import check, look
from attribution.rules.reading import Reading
from attribution.rules.settings import Setting, all_settings
from attribution.running.codec import flatten, restore
from attribution.running.verdicts import Verdict, report_of, verdict_of
from attribution.scoring.scoring import score
from attribution.sources.resolution import resolve
from attribution.suppression.applying import without_suppressed
from attribution.suppression.writing import with_directives
from attribution.text.directives import cut_directives
from attribution.text.segmenting import segment
from attribution.version import VERSION

AUDIT = ("segment", "cues", "extract", "resolve", "score", "check")
"""The parts that a whole audit is made of."""

Costs = Mapping[str, float]


Meter = Callable[[Callable[[], Any]], tuple[Any, float]]
"""Calls a function and tells what it gave and what it took."""


def seconds(function: Callable[[], Any]) -> tuple[Any, float]:
    """What the function gives, and its seconds of processor time."""
    start = time.process_time()
    given = function()
    return given, time.process_time() - start


def calls(function: Callable[[], Any]) -> tuple[Any, float]:
    """What the function gives, and how many thousand calls it makes: the same on every machine, however busy it is.

    What a built-in function does within one call is not seen.
    """
    profile = cProfile.Profile()
    given = profile.runcall(function)
    return given, sum(entry.callcount for entry in profile.getstats()) / 1000


@frozen(eq=False)
class Measured:
    """What each part took, and the report that came of it, `None` where a file held no article."""

    costs: Costs
    report: Report | None = None

    @property
    def whole(self) -> float:
        """What reading, auditing and rendering to JSON take."""
        return sum(self.costs.get(part, 0.0) for part in ("read", *AUDIT, "json"))


@frozen(eq=False)
class Clock:
    """Measures what it calls, part by part; `now` is the part at work, for whoever interrupts it."""

    meter: Meter = seconds
    costs: dict[str, float] = field(factory=dict)
    now: list[str] = field(factory=list)

    def __call__(self, part: str, function: Callable[[], Any]) -> Any:
        """What the function gives, its cost noted under `part`."""
        self.now[:] = [part]
        given, self.costs[part] = self.meter(function)
        return given


def measure_text(text: str, earlier: Report | None, clock: Clock) -> Measured:
    """Every part for a text; `earlier` is a report on the first half of it, which it is compared with."""
    return Measured(clock.costs, _measured(Article(text), earlier, clock))


def measure_audit(text: str, clock: Clock) -> Measured:
    """The stages and every rule for a text, and nothing that is done with the report."""
    return Measured(clock.costs, _audited(Article(text), clock))


def measure_file(data: bytes, format: str, clock: Clock) -> Measured:
    """Every part for a file, its reading first; a file that is refused costs no more than that."""
    article = clock("read", lambda: _read(data, format))
    if article is None:
        return Measured(clock.costs)
    report = _measured(article, None, clock)
    if format == "docx":
        clock("comment_on", lambda: comment_on(data, report))
    return Measured(clock.costs, report)


def _read(data: bytes, format: str) -> Article | None:
    """The first article in a file; all of them are read."""
    try:
        read = list(READERS[format].parse(data, f"file.{format}", Settings()))
    except ReadError:
        return None
    return next((item for item in read if isinstance(item, Article)), None)


def _measured(article: Article, earlier: Report | None, clock: Clock) -> Report:
    report = _audited(article, clock)
    for part, function in (*_formats(report), *_afterwards(report)):
        clock(part, function)
    for part, function in _beside(report, earlier or report):
        clock(part, function)
    return report


def _audited(article: Article, clock: Clock) -> Report:
    """The report on an article, as the pipeline makes it, and each rule once more by itself."""
    gc.collect()
    cut = cut_directives(article)
    analysis = _analyzed(cut.without, clock)
    findings = clock("check", lambda: check(analysis, load(), Config()))
    reading = partial(Reading, analysis, load())
    for setting in all_settings(Config()):
        clock(setting.rule.code, partial(_looked, reading, setting))
    policy = PolicyInfo("default", None, analysis.scores.document.table_version)
    return Report(cut.restored(analysis), cut.restored(findings), policy, VERSION)


def _analyzed(article: Article, clock: Clock) -> Analysis:
    """The stages of an analysis, as the pipeline calls them."""
    lexicons, config = load(), Config()
    document = clock("segment", lambda: segment(article, lexicons))
    cues = clock("cues", lambda: tuple(find_cues(document, lexicons)))
    attributions = clock("extract", lambda: extract(document, cues, lexicons))
    found = clock("resolve", lambda: resolve(document, attributions, lexicons, config))
    described = (found.mentions, found.sources, found.grants)
    scores = clock("score", lambda: score(document, attributions, *described, lexicons, config))
    return Analysis(document, attributions, *described, scores)


def _looked(reading: Callable[[], Reading], setting: Setting) -> int:
    return sum(1 for _ in look(reading(), setting))


def _formats(report: Report) -> Iterator[tuple[str, Callable[[], object]]]:
    for format in RENDERERS:
        yield format, partial(render, report, format)
    for format, written in CHECKS.items():
        yield f"check {format}", lambda written=written: _length(written([report]))


def _length(pieces: Iterable[str]) -> int:
    return sum(map(len, pieces))


def _afterwards(report: Report) -> Iterator[tuple[str, Callable[[], object]]]:
    """What may be done with a report besides writing it."""
    document, config = report.analysis.document, Config()
    yield "load", lambda: report_from_dict(report_to_dict(report), document.article, load())
    yield "keep", lambda: report_of(restore(Verdict, flatten(verdict_of(report))), document.article)
    yield "archive", lambda: rows_of(report, 1, "")
    yield "suppress", lambda: without_suppressed(report)
    yield "ignore", lambda: with_directives(document, report.findings, "known")
    yield "fix", lambda: fixed(report, unsafe=True)
    yield "baseline", lambda: only_new(report, "file", config, Baseline.of({}), Occurrences())


def _beside(report: Report, earlier: Report) -> Iterator[tuple[str, Callable[[], object]]]:
    """What two reports are needed for: an edit that lost half of the article, and a reader that missed half of it."""
    text = report.analysis.document.text
    yield "diff", lambda: compare_reports(report, earlier)
    comparison = compare_reports(report, earlier)
    yield "diff plain", lambda: render_comparison(comparison)
    yield "diff json", lambda: render_comparison_json(comparison)
    yield "diff check", lambda: list(as_findings(comparison))
    gold = [GoldArticle("a", text, _labelled(report))]
    found = _labelled(earlier)
    yield "evaluate", lambda: evaluate(gold, [Prediction("a", found)])
    yield "agree", lambda: agree(gold, [GoldArticle("a", text, found)])
    yield "suited", lambda: suited(gold)


def _labelled(report: Report) -> tuple[Labelled, ...]:
    return tuple(
        Labelled(
            source=(item.source,) if item.source is not None else (),
            cue=item.cue.spans,
            content=item.content,
            name=str(item.index),
        )
        for item in report.analysis.attributions
    )
