import io
import os
import sys
from types import SimpleNamespace

import pytest

from attribution.errors import ConfigError, ReadError
from attribution.model.document import Article
from attribution.readers import limits
from attribution.readers.formats import FORMATS, read_endings
from attribution.readers.reading import read, read_all

READ = " and ".join((", ".join(read_endings()[:-1]), read_endings()[-1]))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The working folder, with a few articles in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "in" / ".hidden").mkdir()
    for name in ("in/z.txt", "in/a.TXT", "in/b/c.txt", "in/.hidden/no.txt", "in/.no.txt", "in/notes.odd"):
        (tmp_path / name).write_text(f"Text of {name}.", encoding="utf-8")
    (tmp_path / "in" / "wire.jsonl").write_text(
        '{"id": "one", "text": "One."}\nbroken\n{"id": "two", "text": "Two."}\n'
    )
    return tmp_path


def standard_input(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))


def names(items):
    return [item.name if isinstance(item, Article) else f"! {item}" for item in items]


def test_a_text_file_is_read_as_it_is_and_named_as_given(folder):
    (folder / "in" / "crlf.txt").write_bytes(" “One”\r\n\r\nTwo \n".encode())
    assert read("in/crlf.txt") == Article(" “One”\r\n\r\nTwo \n", "in/crlf.txt")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("\ufeffRain.\r\n".encode(), "utf-8"),
        ("\ufeffRain.\r\n".encode("utf-16-le"), "utf-16-le"),
        ("\ufeffRain.\r\n".encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_a_byte_order_mark_is_no_part_of_the_text_and_the_file_is_written_with_one(folder, data, encoding):
    (folder / "bom.txt").write_bytes(data)
    article = read("bom.txt")
    assert (article.text, article.segments, article.original.encoding) == ("Rain.\r\n", (), encoding)
    assert article.original.encoded(article.text) == data


def test_a_folder_is_walked_in_order_and_hidden_files_are_left_out(folder):
    assert names(read_all(["in"])) == [
        "in/a.TXT",
        "in/b/c.txt",
        "one",
        "! in/wire.jsonl: line 2: not valid JSON: Expecting value at column 1",
        "two",
        "in/z.txt",
    ]


def test_a_file_that_is_reached_twice_is_read_once(folder):
    assert names(read_all(["in/z.txt", "./in/b", "in/b/c.txt", "in/z.txt"])) == ["in/z.txt", "in/b/c.txt"]


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("missing.txt", "missing.txt: no such file or folder"),
        ("in/notes.odd", f"in/notes.odd: cannot read '.odd' files; {READ} are read, or say --format-in"),
        ("empty.txt", "empty.txt: holds no text"),
        ("bare", f"bare: the folder holds no file that is read; these are {READ}"),
        ("nul\0.txt", "nul\0.txt: embedded null byte"),
    ],
)
def test_what_cannot_be_read_is_an_error_and_the_rest_is_read(folder, path, problem):
    (folder / "empty.txt").write_text(" \n")
    (folder / "bare").mkdir()
    assert names(read_all([path, "in/z.txt"])) == [f"! {problem}", "in/z.txt"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_an_error(folder):
    (folder / "in" / "z.txt").chmod(0)
    assert names(read_all(["in/z.txt"])) == ["! in/z.txt: permission denied"]


def test_standard_input_is_plain_text(monkeypatch):
    standard_input(monkeypatch, "Rain fell on “Oslo”.".encode())
    assert read("-") == Article("Rain fell on “Oslo”.", "-")


def test_standard_input_may_be_json_lines(monkeypatch):
    standard_input(monkeypatch, b'{"id": "a", "text": "One."}\n{"id": "b"}\n')
    assert names(read_all(["-"])) == ["a", "! -: line 2: the object has no 'text'"]


def test_one_article_is_asked_for_and_several_are_an_error(folder):
    (folder / "two.jsonl").write_text('{"text": "One."}\n{"text": "Two."}\n')
    with pytest.raises(ReadError, match=r"two\.jsonl: holds 2 articles; read_all\(\) gives each of them"):
        read("two.jsonl")
    with pytest.raises(ReadError, match="line 2"):
        read("in/wire.jsonl")


def test_the_format_may_be_given(folder):
    assert read("in/notes.odd", format="txt").text == "Text of in/notes.odd."
    with pytest.raises(
        ConfigError, match=f"'texts' is not known; did you mean txt\\?; accepted are {', '.join(FORMATS)}"
    ):
        read("in/notes.odd", format="texts")


def test_the_format_may_be_given_by_its_ending_and_for_standard_input(folder, monkeypatch):
    standard_input(monkeypatch, b'{"text": "One."}\n')
    assert read("-", format="txt").text == '{"text": "One."}\n'
    standard_input(monkeypatch, b'\n{"text": "One."}\n')
    assert read("-", format="jsonl").text == "One."


def test_nothing_is_read_behind_the_size_that_an_article_may_have(folder, monkeypatch):
    monkeypatch.setattr(limits, "LARGEST", 100)
    (folder / "long.jsonl").write_text('{"text": "One."}\n' * 2 + '{"text": "' + "x" * 100 + '"}\n')
    (folder / "long.txt").write_text("x" * 101)
    (folder / "fits.txt").write_text("x" * 100)
    problem = "holds more than 32 MiB, the most that one article may have"
    assert names(read_all(["long.txt", "fits.txt", "/dev/zero", "long.jsonl"])) == [
        f"! long.txt: {problem}",
        "fits.txt",
        f"! /dev/zero: {problem}",
        "long.jsonl:1",
        "long.jsonl:2",
        f"! long.jsonl: {problem}",
    ]


def test_an_error_is_an_os_error_with_its_facts_and_its_cause():
    with pytest.raises(OSError) as caught:
        read("missing.txt")
    assert (caught.value.path, caught.value.problem) == ("missing.txt", "no such file or folder")
    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_a_folder_passes_over_sound_files_of_other_kinds(tmp_path):
    report = '<meta name="generator" content="attribution"><p>Two officials said no.</p>'
    others = {"package.json": '{"name": "a"}', "feed.xml": "<rss/>", "report.html": report}
    for name, content in {**others, "a.txt": "Rain fell.", "broken.json": "{"}.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    first, second = read_all([tmp_path])
    assert isinstance(first, Article)
    assert isinstance(second, ReadError)
    assert second.path.endswith("broken.json")
    for name in others:
        (named,) = read_all([tmp_path / name])
        assert isinstance(named, ReadError), "a file that is named is one that somebody takes for an article"
