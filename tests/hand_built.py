"""A report built by hand, so that renderers are tested without the stages before them."""

from attribution.marked import parse
from attribution.model.attribution import Attribution, Cue, CueClass, Stance
from attribution.model.document import Article, Document, Paragraph, Sentence
from attribution.model.finding import Edit, Finding, Fix, Severity
from attribution.model.report import Analysis, PolicyInfo, Report
from attribution.model.score import (
    DocumentScore,
    Grade,
    Operation,
    ParagraphScore,
    Scores,
    Step,
    Unit,
    UnitKind,
)
from attribution.model.source import (
    AnonymityGrant,
    AnonymityTerms,
    Confidence,
    Detail,
    Mention,
    Proximity,
    ReasonKind,
    Source,
    SourceStatus,
    Tally,
)
from attribution.model.span import Evidence, Span

MARKED = parse(
    "[[source|Two dam inspectors]] [[cue|told]] [[outlet|the Harbour Post]] [[content|that the wall had cracked]]. "
    "They spoke [[grant|on condition of anonymity]].\n"
    "The dam opened in 1931.\n"
    "[[hard|Some 4,000 homes]] lie below it.\n"
    "[[source|Mayor Ada Lind]] [[cue|hopes]] [[content|it will hold]]."
)

TEXT = MARKED.text

_SOURCES = MARKED.labelled("source")
_CUES = MARKED.labelled("cue")
_CONTENTS = MARKED.labelled("content")
_GRANT = MARKED.labelled("grant")[0]
_HARD = MARKED.labelled("hard")[0]


def document(article: Article) -> Document:
    """One paragraph a line, each a single sentence."""
    paragraphs: list[Paragraph] = []
    start = 0
    for number, line in enumerate(article.text.split("\n"), start=1):
        span = Span(start, start + len(line))
        paragraphs.append(Paragraph(number, span, (Sentence(number - 1, number, span),)))
        start = span.end + 1
    return Document(article, tuple(paragraphs), ())


def report(name: str = "dam.txt", text: str = TEXT) -> Report:
    """A report of `TEXT`: an anonymous pair of inspectors, a bare figure and a mayor who hopes."""
    article = Article(text, name=name, publisher="Valley News")
    analysis = Analysis(document(article), _attributions(), _mentions(), _sources(), _grants(), _scores())
    return Report(analysis, _findings(), PolicyInfo("default", "Valley News", "1"), "0.1.0")


def empty_report(text: str, name: str = "") -> Report:
    """A report that found nothing in `text`."""
    plain = document(Article(text, name=name))
    paragraphs = tuple(ParagraphScore(paragraph.index, None, None) for paragraph in plain.paragraphs)
    scores = Scores(DocumentScore(None, None, (), "1"), paragraphs, ())
    return Report(Analysis(plain, (), (), (), (), scores), (), PolicyInfo("default", None, "1"), "0.1.0")


def _attributions() -> tuple[Attribution, ...]:
    told = Cue((_CUES[0],), "tell", CueClass.SPEECH, "that", entry="cues/tell-like")
    hopes = Cue((_CUES[1],), "hope", CueClass.BELIEF, "clause", entry="cues/hope-like")
    return (
        Attribution(
            index=0,
            cue=told,
            source=_SOURCES[0],
            content=(_CONTENTS[0],),
            shape="left-subject",
            addressee=MARKED.labelled("outlet")[0],
            evidence=(Evidence("extraction.left-subject", _SOURCES[0], "the subject of the cue"),),
        ),
        Attribution(
            index=1,
            cue=hopes,
            source=_SOURCES[1],
            content=(_CONTENTS[1],),
            shape="left-subject",
            depth=1,
            parent=0,
            stance=Stance.BELIEF,
        ),
    )


def _mentions() -> tuple[Mention, ...]:
    inspectors = Mention(
        attribution=0,
        span=_SOURCES[0],
        head=Span(8, 18),
        status=SourceStatus.ROLE_UNNAMED,
        proximity=Proximity.SECOND_HAND,
        details=(Detail.EXACT_COUNT,),
        number=Tally(2, 2),
        relay_chain=("Harbour Post",),
        terms=AnonymityTerms.ANONYMITY_GRANTED,
        source="S1",
        evidence=(Evidence("kinds.numbered-role", _SOURCES[0], "a number and a role"),),
    )
    mayor = Mention(1, _SOURCES[1], None, SourceStatus.NAMED_ROLE, Proximity.UNSTATED, source="S2")
    return inspectors, mayor


def _sources() -> tuple[Source, ...]:
    inspectors = Source(
        id="S1",
        label="two dam inspectors",
        status=SourceStatus.ROLE_UNNAMED,
        spans=(_SOURCES[0],),
        attributions=(0,),
        role=Span(4, 18),
        relay_chain=("Harbour Post",),
        anonymous=True,
        terms=AnonymityTerms.ANONYMITY_GRANTED,
        count=Tally(2, 2),
        details=(Detail.EXACT_COUNT,),
        confidence=Confidence.MEDIUM,
    )
    name = "Ada Lind"
    mayor = Source("S2", "Mayor Ada Lind", SourceStatus.NAMED_ROLE, (_SOURCES[1],), (1,), name=name)
    return inspectors, mayor


def _grants() -> tuple[AnonymityGrant, ...]:
    return (AnonymityGrant(_GRANT, AnonymityTerms.ANONYMITY_GRANTED, None, ReasonKind.NONE, "S1"),)


def _scores() -> Scores:
    steps = (
        Step("role_unnamed", Operation.BASE, 40, 40, _SOURCES[0]),
        Step("exact_count", Operation.ADD, 3, 43, Span(0, 3)),
        Step("second_hand", Operation.MULTIPLY, 0.8, 34.4, MARKED.labelled("outlet")[0]),
    )
    told = Unit(UnitKind.ATTRIBUTED, Span(0, _CONTENTS[0].end + 1), 34.4, steps, attribution=0)
    homes = Unit(
        UnitKind.HARD,
        Span(_HARD.start, TEXT.index("\n", _HARD.end)),
        10,
        (Step("hard", Operation.BASE, 10, 10),),
        evidence=(Evidence("claims.statistic", _HARD, "a figure"),),
    )
    paragraphs = (
        ParagraphScore(1, 34.4, Grade.E, (told,)),
        ParagraphScore(2, None, None),
        ParagraphScore(3, 10, Grade.F, (homes,)),
        ParagraphScore(4, None, None),
    )
    return Scores(DocumentScore(24.0 + 0.64, Grade.E, ("no_named_source",), "1"), paragraphs, (34.4, None))


def _findings() -> tuple[Finding, ...]:
    fix = Fix("Say where the figure is from.", (Edit(Span(_HARD.end, _HARD.end), ", by the council's count,"),))
    return (
        Finding(
            code="ANON101",
            name="no-anonymity-reason",
            severity=Severity.WARNING,
            paragraph=1,
            span=_GRANT,
            message="Two dam inspectors are granted anonymity without a reason.",
            related=(_SOURCES[0],),
            source="S1",
            fingerprint="f1",
        ),
        Finding("ATTR203", "bare-figure", Severity.INFO, 3, _HARD, "A figure without a source.", fix=fix),
    )
