from attrs import evolve

from attribution.renderers.html.index_page import COLUMNS, entry_of, render_index
from tests.hand_built import empty_report, report
from tests.renderers.html import hostile
from tests.renderers.html.parsed import elements


def test_an_entry_has_the_figures_of_its_report():
    entry = entry_of(report())
    assert (entry.name, entry.grade) == ("dam.txt", "E")
    assert dict(zip(COLUMNS[1:], (cell.shown for cell in entry.cells), strict=True)) == {
        "Points": "25",
        "Words": "36",
        "Attributions": "1",
        "Sources": "1",
        "Independent origins": "1",
        "Without a name": "100 %",
        "Passed on": "1",
        "Unsourced": "1",
        "Errors": "0",
        "Warnings": "1",
        "Info": "1",
    }


def test_where_nothing_needs_a_source_there_is_a_dash():
    entry = entry_of(empty_report("Rain fell."))
    assert entry.grade is None
    assert [cell.shown for cell in entry.cells].count("–") == 2


def test_the_fewest_points_come_first_and_those_without_last():
    weak = evolve(entry_of(report()), address="weak.html")
    none = evolve(entry_of(empty_report("Rain fell.", "none.txt")), address="none.html")
    strong = evolve(weak, name="strong.txt", cells=(evolve(weak.cells[0], value=80), *weak.cells[1:]))
    found = elements(render_index([none, evolve(strong, address="strong.html"), weak]))
    links = [item.attributes["href"] for item in found if item.tag == "a"]
    assert links == ["weak.html", "strong.html", "none.html"]


def test_the_title_counts_the_articles():
    titles = [item.text for count in (1, 2) for item in elements(render_index([entry_of(report())] * count))]
    assert "Sourcing of 1 article" in titles
    assert "Sourcing of 2 articles" in titles


def test_every_column_has_a_number_to_sort_by():
    found = elements(render_index([entry_of(report())]))
    assert len([item for item in found if item.tag == "th"]) == len(COLUMNS) + 1
    values = [float(item.attributes["data-value"]) for item in found if item.tag == "td"]
    assert values == [cell.value for cell in entry_of(report()).cells]


def test_a_hostile_name_is_text():
    found = elements(render_index([evolve(entry_of(hostile.report()), address="a.html")]))
    assert not [item for item in found if item.tag == "b"]
    assert [item.tag for item in found].count("script") == 1
