"""Pages in a real browser: Chromium, driven by Playwright.

Where one of them is missing these tests are skipped, unless `ATTRIBUTION_BROWSER_TESTS=required` says that they must
run. `pip install -e ".[browser-test]"` brings Playwright; Chromium is the system's, or the one that `CHROMIUM` names.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from attrs import define, field

from attribution import audit
from attribution.model.document import Article
from attribution.renderers.html.report_page import render_html
from tests.renderers.html import hostile
from tests.renderers.html.seeds import SEEDS

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDTHS = {"desktop": (1360, 900), "tablet": (900, 900), "phone": (375, 800)}
# Adds up every shift of the layout that nobody asked for.
WATCH_SHIFTS = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@define(eq=False)
class Seen:
    """A page that is open, what it wrote to the console, what it asked for, and what of that it got."""

    page: Any
    console: list[str] = field(factory=list)
    requests: list[str] = field(factory=list)
    loaded: list[str] = field(factory=list)

    def all(self, selector: str) -> Any:
        """The elements that a selector finds."""
        return self.page.locator(selector)

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript gives in the page, whatever its policy is."""
        return self.page.evaluate(expression)

    def harmful(self) -> list[tuple[str, str]]:
        """What axe-core finds that is serious or critical: the rule, and the first element that breaks it."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page, options={"resultTypes": ["violations"]}).response["violations"]
        return [(item["id"], item["nodes"][0]["html"]) for item in found if item["impact"] in ("serious", "critical")]


Open = Callable[..., Any]


def missing() -> str | None:
    """What these tests need and do not have."""
    try:
        import axe_playwright_python  # noqa: F401
        import playwright  # noqa: F401
    except ImportError as error:
        return f"{error.name} is not installed: pip install -e '.[browser-test]'"
    return None if executable() else f"no Chromium: none of {', '.join(CHROMIUM)} is installed"


def executable() -> str | None:
    """Where Chromium is."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once."""
    problem = missing()
    if problem is not None:
        if os.environ.get("ATTRIBUTION_BROWSER_TESTS") == "required":
            pytest.fail(problem)
        pytest.skip(problem)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable(), args=QUIET)
        yield started
        started.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The page of each seed and of the hostile article, in files."""
    folder = tmp_path_factory.mktemp("pages")
    reports = {name: audit(Article(text, name=f"seeds/{name}.txt")) for name, text in SEEDS.items()}
    paths = {}
    for name, report in {**reports, "hostile": hostile.report()}.items():
        paths[name] = folder / f"{name}.html"
        paths[name].write_text(render_html(report), encoding="utf-8")
    return paths


@pytest.fixture
def opened(browser: Any) -> Open:
    """Opens a file: `with opened(path, width="phone", color_scheme="dark") as seen`."""

    @contextmanager
    def open_page(path: Path, width: str = "desktop", **options: Any) -> Iterator[Seen]:
        across, down = WIDTHS[width]
        context = browser.new_context(viewport={"width": across, "height": down}, **options)
        context.add_init_script(WATCH_SHIFTS)
        seen = Seen(context.new_page())
        seen.page.on("console", lambda message: seen.console.append(message.text))
        seen.page.on("pageerror", lambda error: seen.console.append(str(error)))
        seen.page.on("dialog", lambda dialog: (seen.console.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.on("requestfinished", lambda request: seen.loaded.append(request.url))
        seen.page.goto(path.as_uri())
        yield seen
        context.close()

    return open_page
