from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest


class Links(HTMLParser):
    """The addresses that a page leads to, its own places left out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if tag == "a" and name == "href" and value[0] != "#"]


def links(path: str) -> list[str]:
    return Links(Path(path).read_text(encoding="utf-8")).found


def test_one_article_is_one_file(run, folder):
    done = run("report", "in/talks.txt", "--format", "html", "--output", "talks.html")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert Path("talks.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert links("talks.html") == []


def test_standard_output_is_the_same_page(run, folder):
    run("report", "in/talks.txt", "--format", "html", "--output", "talks.html")
    assert run("report", "in/talks.txt", "--format", "html").out == Path("talks.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("output", [[], ["--output", "all.html"]])
def test_several_articles_want_a_folder_and_nothing_is_written(run, folder, output):
    done = run("report", "in", "--format", "html", *output)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "attribution: --format html writes a page for each article: say a folder for several, --output FOLDER/\n"
    )
    assert not Path("all.html").exists()


def test_a_folder_has_a_page_for_each_and_a_list_that_leads_there_and_back(run, folder):
    assert run("report", "in", "wire.jsonl", "--format", "html", "--output", "pages/").code == 0
    names = sorted(path.name for path in Path("pages").iterdir())
    assert names == ["in_bridge.html", "in_talks.html", "index.html", "w1.html", "w2.html"]
    assert sorted(map(unquote, links("pages/index.html"))) == sorted(set(names) - {"index.html"})
    assert links("pages/w1.html") == ["index.html"]


def test_a_folder_that_is_there_is_filled_and_keeps_what_else_it_holds(run, folder):
    Path("pages").mkdir()
    Path("pages/notes.txt").write_text("mine", encoding="utf-8")
    assert run("report", "in/talks.txt", "--format", "html", "--output", "pages").code == 0
    assert sorted(path.name for path in Path("pages").iterdir()) == ["in_talks.html", "index.html", "notes.txt"]


def test_names_that_no_file_could_have_lead_to_their_pages_all_the_same(run, folder):
    lines = [f'{{"id": "{name}", "text": "Rain fell."}}\n' for name in ("index", "a/b", "A_B", "../up", "çé: 50%?")]
    Path("odd.jsonl").write_text("".join(lines), encoding="utf-8")
    assert run("report", "odd.jsonl", "--format", "html", "--output", "pages/").code == 0
    leading = list(map(unquote, links("pages/index.html")))
    assert len(set(leading)) == 5
    assert all(Path("pages", name).is_file() for name in leading)
    assert not Path("up.html").exists()


def test_what_cannot_be_read_keeps_no_other_from_its_page(run, folder):
    Path("in/broken.txt").write_bytes(b"caf\xe9")
    done = run("report", "in", "--format", "html", "--output", "pages/")
    assert done.code == 2
    assert "in/broken.txt: not UTF-8" in done.err
    assert len(links("pages/index.html")) == 2


def test_nothing_readable_makes_no_list(run, folder):
    assert run("report", "missing.txt", "--format", "html", "--output", "pages/").code == 2
    assert not Path("pages").exists()


def test_a_second_run_takes_pages_from_the_cache_and_writes_the_same(run, folder):
    def pages():
        assert run("report", "in", "--format", "html", "--output", "pages/").code == 0
        return {path.name: path.read_bytes() for path in Path("pages").iterdir()}

    first = pages()
    assert Path(".attribution_cache").is_dir()
    assert pages() == first
