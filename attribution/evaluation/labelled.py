"""Attributions as annotators and scorers see them: three roles with spans, and nothing else."""

from enum import StrEnum

from attrs import frozen

from attribution.model.attribution import CueClass
from attribution.model.span import Span

Spans = tuple[Span, ...]


class Role(StrEnum):
    """The parts of an attribution that are measured."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@frozen
class Labelled:
    """One attribution; each role may be absent, or in several pieces.

    `name` is what its file calls it. `cls` is the class that a report gives the cue, and `None` where the file does not
    say; `depth` counts the attributions that it stands inside.
    """

    source: Spans = ()
    cue: Spans = ()
    content: Spans = ()
    name: str = ""
    cls: CueClass | None = None
    depth: int = 0

    def spans(self, role: Role) -> Spans:
        """The pieces of one role."""
        return {Role.SOURCE: self.source, Role.CUE: self.cue, Role.CONTENT: self.content}[role]


@frozen
class GoldArticle:
    """An article with the attributions that an annotator found in it; nobody looked at the regions in `ignore`."""

    name: str
    text: str
    attributions: tuple[Labelled, ...]
    ignore: Spans = ()


@frozen
class Prediction:
    """What was predicted for the article called `name`."""

    name: str
    attributions: tuple[Labelled, ...]
