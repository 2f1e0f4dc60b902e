"""A web page to the article in it, by trafilatura."""

from attribution.archiving.documents import Page
from attribution.archiving.extras import imported
from attribution.archiving.inputs.crawl import publisher_of
from attribution.errors import ReadError
from attribution.model.document import Article

_LAST_DAY = "2100-01-01"  # for pages of crawlers that do not tell when they came by


def article_of_page(page: Page, place: str) -> Article:
    """The article in a page, its address for a name and its site for a publisher.

    Its date is the one that the page gives itself, never later than the day it was crawled; pages without a date have
    none. Raises `ReadError` for a page without an article, and `ExtraError` without trafilatura.
    """
    trafilatura = imported("trafilatura", "archive", "reading web pages")
    # Without a last day, the dates that are believed would depend on the day of the run.
    dates = {"original_date": True, "extensive_search": False, "max_date": page.crawled or _LAST_DAY}
    found = trafilatura.bare_extraction(
        page.content,
        url=page.url,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dates,
    )
    text = found.text if found is not None else None
    if not text or not text.strip():
        raise ReadError(place, "no article on this page")
    return Article(text, name=page.url, publisher=publisher_of(page.url), published=found.date)
