"""Readers of plugins: files with their endings are read, and a broken parser costs those files alone."""

import pytest

from attribution import read
from attribution.errors import ConfigError, ReadError
from attribution.model.document import Article
from attribution.readers.reading import read_all

GROUP = "attribution.readers"
NAMED = "in/b.wire: plugin added 1.0 (entry point 'wire' of attribution.readers)"
HEAD = "from attribution.errors import ReadError\nfrom attribution.model.document import Article\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with a plain text and a `.wire` file."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Rain fell.")
    (tmp_path / "in" / "b.wire").write_text("Snow fell.")
    (tmp_path / "in" / "c.odd").write_text("Hail fell.")


def parser(install, body: str) -> None:
    install("added", {GROUP: {"wire": "made:parse"}}, {"made.py": f"{HEAD}\ndef parse(data, name):\n    {body}\n"})


def test_files_with_the_ending_are_read_alone_and_in_folders(install, folder):
    parser(install, "return Article(data.decode())")
    expected = Article("Snow fell.", name="in/b.wire", file="in/b.wire", format="wire")
    assert read("in/b.wire") == expected
    assert read("in/b.wire").file == "in/b.wire"
    assert [article.text for article in read_all(["in"])] == ["Rain fell.", "Snow fell."]


def test_the_ending_is_a_format(install, folder):
    parser(install, "return Article(data.decode().upper())")
    assert read("in/a.txt", format="wire").text == "RAIN FELL."
    with pytest.raises(ConfigError, match=r"accepted are txt, .*, wire"):
        read("in/a.txt", format="odd")


def test_a_parser_may_give_several_articles(install, folder):
    parser(install, "yield Article('One.'); yield Article('Two.', name='second'); yield Article(' ')")
    first, second, third = read_all(["in/b.wire"])
    assert [item.name for item in (first, second)] == ["in/b.wire:1", "second"]
    assert {item.file for item in (first, second)} == {"in/b.wire"}
    assert str(third) == "in/b.wire: article 3 holds no text"


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("raise ReadError(name, 'no head')", "in/b.wire: no head"),
        ("return Article(' ')", "in/b.wire: holds no text"),
        ("return []", "in/b.wire: holds no articles"),
        ("1 / 0", f"{NAMED}: ZeroDivisionError: division by zero"),
        ("return 1", f"{NAMED}: a parser gives articles, not a int"),
        ("return 'x'", f"{NAMED}: a parser gives articles, not a str"),
    ],
)
def test_what_goes_wrong_costs_the_file_alone(install, folder, body, problem):
    parser(install, body)
    article, error = read_all(["in"])
    assert article.text == "Rain fell."
    assert isinstance(error, ReadError)
    assert str(error).startswith(problem)


@pytest.mark.parametrize(
    ("value", "problem"),
    [("no_such_module:x", "ModuleNotFoundError"), ("math:pi", "math:pi is no function but a float")],
)
def test_a_parser_that_cannot_be_loaded_costs_its_files_alone(install, folder, value, problem):
    install("added", {GROUP: {"wire": value}}, {})
    article, error = read_all(["in"])
    assert article.text == "Rain fell."
    assert problem in str(error)


def test_an_ending_that_nobody_reads_names_those_that_are_read(install, folder):
    parser(install, "return Article(data.decode())")
    with pytest.raises(ReadError, match=r"cannot read '.odd' files; .txt, .* and .wire are read"):
        read("in/c.odd")


def test_our_own_endings_stay_ours(install, folder):
    install("added", {GROUP: {"txt": "no_such_module:x"}}, {})
    assert read("in/a.txt").text == "Rain fell."
