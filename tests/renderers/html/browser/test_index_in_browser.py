from pathlib import Path

import pytest

from attribution.cli.main import main
from tests.renderers.html.seeds import FOLDER


@pytest.fixture(scope="module")
def index(tmp_path_factory) -> Path:
    """The list of all seeds, as the command writes it."""
    folder = tmp_path_factory.mktemp("list")
    assert main(["report", str(FOLDER), "--format", "html", "--no-cache", "--jobs", "1", "--output", f"{folder}/"]) == 0
    return folder / "index.html"


def column(seen, number):
    return [float(cell.get_attribute("data-value")) for cell in seen.all(f"tbody td:nth-child({number})").all()]


def test_it_is_sorted_by_the_column_that_is_clicked(index, opened):
    with opened(index) as seen:
        assert column(seen, 2) == sorted(column(seen, 2))
        words = seen.all("thead th:nth-child(3)")
        words.locator("button").click()
        assert column(seen, 3) == sorted(column(seen, 3))
        assert words.get_attribute("aria-sort") == "ascending"
        words.locator("button").press("Enter")
        assert column(seen, 3) == sorted(column(seen, 3), reverse=True)
        assert words.get_attribute("aria-sort") == "descending"
        assert seen.all("th[aria-sort]").count() == 1
        seen.all("thead th:nth-child(1) button").click()
        names = seen.all("tbody th").all_text_contents()
        assert names == sorted(names)


def test_it_leads_to_each_page_and_each_page_back(index, opened):
    with opened(index) as seen:
        first = seen.all("tbody a").first
        name = first.text_content()
        first.click()
        assert seen.all("h1").text_content() == name
        seen.all(".masthead a").click()
        assert seen.page.url == index.as_uri()


@pytest.mark.parametrize(("width", "color_scheme"), [("desktop", "light"), ("phone", "dark")])
def test_it_is_quiet_and_axe_finds_nothing_serious(index, opened, width, color_scheme):
    with opened(index, width, color_scheme=color_scheme) as seen:
        assert seen.harmful() == []
        assert (seen.console, seen.requests) == ([], [index.as_uri()])
        assert seen.value("window.shifts") == 0
        assert seen.value("document.documentElement.scrollWidth") <= seen.value("innerWidth")


def test_without_a_script_it_is_a_list_with_the_fewest_points_first(index, opened):
    with opened(index, java_script_enabled=False) as seen:
        assert seen.all("tbody tr").count() == len(list(FOLDER.glob("*.txt")))
        assert column(seen, 2) == sorted(column(seen, 2))
        assert seen.all("thead button").count() == 0
