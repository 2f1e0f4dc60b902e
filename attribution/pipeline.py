"""The whole chain on one screen: text → document → cues → attributions → sources → scores → findings → report."""

from attribution.config import Config
from attribution.cues.finding import find_cues
from attribution.extraction.extracting import extract
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.model.report import Analysis, PolicyInfo, Report
from attribution.rules.checking import check
from attribution.scoring.scoring import score
from attribution.sources.resolution import resolve
from attribution.text.directives import cut_directives
from attribution.text.segmenting import segment
from attribution.version import VERSION

# What is compiled for a configuration is kept by its identity, so that the standard one must be the same every time.
_STANDARD = Config()


def audit(text: str | Article, *, config: Config | None = None) -> Report:
    """Everything there is to say about an article: who stands behind each claim, how well, and what to object to.

    Any `str` gives a report. Raises `ConfigError` and `LexiconError` for a wrong configuration, never for a text.

    >>> report = audit("The bridge will close, two city officials said on Monday.")
    >>> report.analysis.sources[0].label
    'two city officials'
    """
    config = config or _STANDARD
    cut = cut_directives(Article(text) if isinstance(text, str) else text)
    analysis = _analysis(cut.without, config)
    findings = check(analysis, load(*config.lexicons, additions=config.words), config)
    return Report(
        analysis=cut.restored(analysis),
        findings=cut.restored(findings),
        policy=PolicyInfo(config.policy, config.own_outlet, analysis.scores.document.table_version),
        version=VERSION,
    )


def analyze(text: str | Article, *, config: Config | None = None) -> Analysis:
    """An article up to its scores, without the rules.

    >>> [attribution.cue.lemma for attribution in analyze("She said the bridge was safe.").attributions]
    ['say']
    """
    cut = cut_directives(Article(text) if isinstance(text, str) else text)
    return cut.restored(_analysis(cut.without, config or _STANDARD))


def _analysis(article: Article, config: Config) -> Analysis:
    """The analysis of an article without directives."""
    lexicons = load(*config.lexicons, additions=config.words)
    document = segment(article, lexicons)
    cues = find_cues(document, lexicons)
    attributions = extract(document, cues, lexicons)
    resolution = resolve(document, attributions, lexicons, config)
    mentions, sources, grants = resolution.mentions, resolution.sources, resolution.grants
    scores = score(document, attributions, mentions, sources, grants, lexicons, config)
    return Analysis(document, attributions, mentions, sources, grants, scores)
