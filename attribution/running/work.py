"""What is made of one article in whatever process: data that travel and keep, and the result that they stand for."""

from typing import Any, Protocol, TypeVar

from attrs import field, frozen

from attribution.errors import PatternError, PluginError
from attribution.model.document import Article
from attribution.model.report import Report
from attribution.running.codec import flatten, restore
from attribution.running.outcomes import Job, outcome
from attribution.running.verdicts import Verdict, report_of, verdict_of

Result = TypeVar("Result", covariant=True)


@frozen(eq=False)
class Made:
    """What was made of an article: data for JSON, and the rules of plugins that failed in it."""

    data: Any
    broken: tuple[PluginError | PatternError, ...] = ()


class Work(Protocol[Result]):
    """Something to make of an article: calling it gives data, `result` what they stand for.

    `kind` tells its data from those of any other work. `result` raises `ValueError` or `TypeError` for other data.
    """

    @property
    def kind(self) -> str:
        """What is made."""

    def __call__(self, job: Job) -> Made:
        """What is made of an article."""

    def result(self, data: Any, article: Article) -> Result:
        """What the data stand for."""


@frozen
class Checking:
    """The findings of an article, as a report without an analysis."""

    kind: str = "check"

    def __call__(self, job: Job) -> Made:
        """The findings as lists."""
        done = outcome(job)
        return Made(flatten(verdict_of(done.report)), done.broken)

    def result(self, data: Any, article: Article) -> Report:
        """The report that the lists stand for."""
        return report_of(restore(Verdict, data), article)


@frozen
class Rendering:
    """The report of an article, written in a format with its options."""

    format: str
    options: dict[str, object] = field(factory=dict)

    @property
    def kind(self) -> str:
        """The format with its options."""
        return f"report {self.format} {sorted(self.options.items())}"

    def __call__(self, job: Job) -> Made:
        """The text."""
        from attribution.renderers.rendering import render

        done = outcome(job)
        return Made(render(done.report, self.format, **self.options), done.broken)

    def result(self, data: Any, article: Article) -> str:
        """The text."""
        if not isinstance(data, str):
            raise ValueError(f"expected a text, not {data!r}")
        return data
