"""Reports as pages that a list leads to, made in whatever process."""

from typing import Any

from attrs import frozen

from attribution.model.document import Article
from attribution.renderers.html.index_page import Entry, entry_of
from attribution.renderers.html.report_page import render_html
from attribution.running.codec import flatten, restore
from attribution.running.outcomes import Job, outcome
from attribution.running.work import Made


@frozen
class Page:
    """An article's report as a page, and its line in a list of pages."""

    text: str
    entry: Entry


@frozen
class Paging:
    """The report of an article as a page that leads back to a list; `index` is the list's address."""

    index: str

    @property
    def kind(self) -> str:
        """The format with where it leads back to."""
        return f"page {self.index}"

    def __call__(self, job: Job) -> Made:
        """The page and its entry, as lists."""
        done = outcome(job)
        made = Page(render_html(done.report, index=self.index), entry_of(done.report))
        return Made(flatten(made), done.broken)

    def result(self, data: Any, article: Article) -> Page:
        """The page that the lists stand for."""
        return restore(Page, data)
