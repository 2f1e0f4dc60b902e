"""What a whole analysis adds up to."""

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from attribution.model.attribution import Attribution
from attribution.model.document import Document
from attribution.model.finding import Finding
from attribution.model.score import Scores
from attribution.model.source import AnonymityGrant, Mention, Source


@frozen
class Analysis:
    """An article read: attributions in order of position, one mention for each, sources, grants and scores."""

    document: Document
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    sources: tuple[Source, ...]
    grants: tuple[AnonymityGrant, ...]
    scores: Scores

    def source_of(self, attribution: int) -> Source | None:
        """The source behind the attribution with this index, if it has one."""
        wanted = self.mentions[attribution].source
        return self._sources.get(wanted) if wanted is not None else None

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        return {source.id: source for source in self.sources}


@frozen
class PolicyInfo:
    """Under which policy a report was made: its name, whose article it is, and the version of the score table."""

    name: str
    own_outlet: str | None
    score_table: str


@frozen
class Report:
    """An analysis and what a standards editor would object to in it."""

    analysis: Analysis
    findings: tuple[Finding, ...]
    policy: PolicyInfo
    version: str
