"""Attributions and mentions from a marked text, so that what comes after extraction is tested without it."""

from attribution.config import Config
from attribution.lexicons.loading import Lexicons
from attribution.marked import Marked
from attribution.model.attribution import Attribution, Cue, CueClass
from attribution.model.document import Article, Document
from attribution.model.source import Mention, Proximity, SourceStatus, Tally
from attribution.model.span import Span
from attribution.text.segmenting import segment

LEMMAS = {
    "told": "tell",
    "telling": "tell",
    "said": "say",
    "says": "say",
    "tweeted": "tweet",
    "wrote": "write",
    "added": "add",
    "warned": "warn",
    "assured": "assure",
    "asked": "ask",
    "reported": "report",
    "posted": "post",
    "testified": "testify",
    "predicted": "predict",
    "announced": "announce",
}


def document_of(marked: Marked, lexicons: Lexicons) -> Document:
    """The marked text, cut as the pipeline cuts it."""
    return segment(Article(marked.text), lexicons)


def attribution_of(marked: Marked, cls: str = "speech", parent: int | None = None) -> Attribution:
    """The one attribution whose parts are marked "source", "cue", "content" and "via"."""
    return Attribution(
        index=0,
        cue=cue_of(marked.text, marked.labelled("cue"), cls),
        source=next(iter(marked.labelled("source")), None),
        content=marked.labelled("content"),
        shape="marked",
        via=marked.labelled("via"),
        parent=parent,
    )


def cue_of(text: str, spans: tuple[Span, ...], cls: str = "speech") -> Cue:
    """A cue with the lemma of its first known word."""
    words = " ".join(span.of(text) for span in spans).lower().split()
    lemma = next((LEMMAS[word] for word in words if word in LEMMAS), words[-1] if words else "")
    return Cue(spans=spans, lemma=lemma, cls=CueClass(cls), frame="that")


def mentions_of(
    marked: Marked, status: dict[str, str], people: dict[str, int]
) -> tuple[tuple[Attribution, ...], tuple[Mention, ...]]:
    """An attribution and a mention for every span marked "S1", "S2" …

    Its cue is the span marked "cue" before the next source, else nothing, at the end of the source.
    """
    attributions: list[Attribution] = []
    mentions: list[Mention] = []
    marks = [(label, span) for label, span in marked.spans if label == "cue" or label.startswith("S")]
    for number, (label, span) in enumerate(marks):
        if label == "cue":
            continue
        index = len(mentions)
        follows = number + 1 < len(marks) and marks[number + 1][0] == "cue"
        cue = cue_of(marked.text, (marks[number + 1][1] if follows else Span(span.end, span.end),))
        attributions.append(Attribution(index, cue, span, (), "marked"))
        count = people.get(label)
        mentions.append(
            Mention(
                attribution=index,
                span=span,
                head=None,
                status=SourceStatus(status.get(label, "role_unnamed")),
                proximity=Proximity.UNSTATED,
                number=Tally(count, count) if count else None,
                source=label,
            )
        )
    return tuple(attributions), tuple(mentions)


def config_of(own: str | None) -> Config:
    """A configuration whose own outlet is `own`."""
    return Config(own_outlet=own)
