import gzip
import io
import json

import pytest

from attribution.archiving.documents import Document, Failure, Page
from attribution.archiving.inputs.columns import Columns
from attribution.archiving.inputs.finding import check_paths, find_archive_files
from attribution.archiving.inputs.reading import read_documents
from attribution.errors import ArchiveError
from tests.archiving.inline import BRIDGE, TALKS, article, write_lines

LONGEST = 10_000
THREE = "".join(f"{json.dumps(article(number))}\n" for number in range(3)).encode()


def read(*paths, longest=LONGEST, **columns):
    """Every document that paths lead to."""
    files = find_archive_files([str(path) for path in paths])
    return [document for document, _ in read_documents(files, Columns(**columns), longest)]


def ids(documents):
    return [document.id if isinstance(document, Document) else document.reason for document in documents]


def test_a_folder_is_walked_in_order_and_each_format_is_read(tmp_path, monkeypatch):
    zstandard = pytest.importorskip("zstandard", reason="the extra 'archive' is not installed")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".hidden.txt").write_text(BRIDGE)
    (tmp_path / "in" / "notes.pdf").write_text("no article")
    (tmp_path / "in" / "c.txt").write_text(BRIDGE)
    (tmp_path / "in" / "d.html").write_text(f"<html><body><p>{BRIDGE}</p></body></html>")
    (tmp_path / "in" / "a.jsonl").write_bytes(THREE)
    (tmp_path / "in" / "b.jsonl.gz").write_bytes(gzip.compress(THREE.replace(b'"a', b'"b')))
    (tmp_path / "in" / "deep" / "a.jsonl.zst").write_bytes(zstandard.compress(THREE.replace(b'"a', b'"z')))
    expected = ["a0", "a1", "a2", "b0", "b1", "b2", "in/c.txt", "in/d.html", "z0", "z1", "z2"]
    assert ids(read("in")) == expected
    assert [document.place for document in read("in")][4:7] == ["in/b.jsonl.gz:2", "in/b.jsonl.gz:3", "in/c.txt"]


def test_how_far_it_has_come_never_falls_and_ends_with_the_size_of_all_files(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(THREE)
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(THREE.replace(b'"a', b'"b')))
    (tmp_path / "c.txt").write_text(BRIDGE)
    files = list(find_archive_files([str(tmp_path)]))
    consumed = [bytes_read for _, bytes_read in read_documents(files, Columns(), LONGEST)]
    assert consumed == sorted(consumed)
    assert consumed[-1] == sum(file.size for file in files)


def test_an_article_has_its_columns_under_whatever_names(tmp_path):
    record = {"body": BRIDGE, "key": 17, "outlet": "County Post", "day": "2026-03-04", "text": 5}
    path = write_lines(tmp_path / "a.jsonl", [record])
    (document,) = read(path, text="body", id="key", publisher="outlet", published="day")
    content = document.content
    assert (content.text, content.name, content.publisher, content.published) == (
        BRIDGE,
        "17",
        "County Post",
        "2026-03-04",
    )


BROKEN_LINES = [
    (
        b'{"id": "x", "text": "Caf\xe9."}',
        "not UTF-8: byte 0xe9 at offset 24 (invalid continuation byte); save it as UTF-8",
    ),
    (b'{"id": "x", "text": ', "not valid JSON: Expecting value at column 21"),
    (b"[1, 2]", "expected an object with a 'text', not a list"),
    (b'{"id": "x", "txt": "Rain fell."}', "there is no 'text'; did you mean txt?"),
    (b'{"id": "x", "text": null}', "'text' holds no text"),
    (b'{"id": "x", "text": " \\n "}', "'text' holds no text"),
    (b'{"id": "x", "text": 5}', "'text' must be a string, not a number"),
    (b'{"id": ["x"], "text": "Rain fell."}', "'id' must be a string, not a list"),
    (b'{"id": true, "text": "Rain fell."}', "'id' must be a string, not a boolean"),
    (b'{"id": "x", "text": "Rain fell.", "published": 2026}', "'published' must be a string, not a number"),
    (b'{"id": "a0", "text": "Rain fell."}', "id 'a0' was already used at {path}:1"),
    (b'{"id": "x", "text": "' + b"y" * LONGEST + b'"}', "longer than 10,000 bytes"),
    (b"[" * 100_000, "longer than 10,000 bytes"),
]


@pytest.mark.parametrize(("line", "reason"), BROKEN_LINES, ids=[reason for _, reason in BROKEN_LINES])
def test_a_broken_line_says_why_and_costs_no_other_line(tmp_path, line, reason):
    path = tmp_path / "a.jsonl"
    first, *others = THREE.splitlines(keepends=True)
    path.write_bytes(first + line + b"\n\n" + b"".join(others))
    found = read(path)
    assert ids(found) == ["a0", reason.format(path=path), "a1", "a2"]
    assert found[1].place == f"{path}:2"
    assert found[3].place == f"{path}:5"


def test_the_last_line_needs_no_end_and_may_be_too_long(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(THREE + b'{"text": "Rain fell."}')
    assert ids(read(path))[-1] == f"{path}:4"
    path.write_bytes(THREE + b"x" * (LONGEST + 1))
    assert ids(read(path))[-1] == "longer than 10,000 bytes"


def many_lines():
    """Enough lines, hard to compress, to fill several pieces of a file."""
    filler = [f"{number * 7919 % 100_003:x}" * 9 for number in range(3_000)]
    return b"".join(b'{"id": "a%d", "text": "Rain %s fell."}\n' % (n, text.encode()) for n, text in enumerate(filler))


def compressed(ending, data):
    if ending == ".gz":
        return gzip.compress(data)
    return pytest.importorskip("zstandard", reason="the extra 'archive' is not installed").compress(data)


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_what_stands_before_the_cut_of_a_compressed_file_is_read(tmp_path, ending):
    whole = compressed(ending, many_lines())
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(whole)
    assert len(read(path)) == 3_000
    path.write_bytes(whole[: len(whole) * 2 // 3])
    found = read(path)
    assert 500 < len(found) < 3_000
    assert all(isinstance(document, Document) for document in found[:-1])
    assert found[-1] == Failure(
        f"{path}:{len(found)}", "nothing can be read from here on: the compressed file ends too early"
    )


@pytest.mark.parametrize("ending", [".gz", ".zst"])
def test_a_compressed_file_may_be_in_several_parts(tmp_path, ending):
    parts = [compressed(ending, line) for line in THREE.splitlines(keepends=True)]
    path = tmp_path / f"a.jsonl{ending}"
    path.write_bytes(b"".join(parts) + (b"\0" * 512 if ending == ".gz" else b""))
    assert ids(read(path)) == ["a0", "a1", "a2"]


BROKEN_FILES = [
    ("a.jsonl", b"", "holds no documents"),
    ("a.jsonl", b"\n \n", "holds no documents"),
    ("a.txt", b"", "holds no text"),
    ("a.txt", b"Caf\xe9.", "not UTF-8: byte 0xe9 at offset 3 (invalid continuation byte); save it as UTF-8"),
    ("a.txt", b"x" * (LONGEST + 1), "longer than 10,000 bytes"),
    ("a.jsonl.gz", b"", "holds no documents"),
    ("a.jsonl.gz", THREE, "nothing can be read from here on: the compressed file is damaged"),
    ("a.jsonl.zst", THREE, "nothing can be read from here on: the compressed file is damaged"),
    ("a.parquet", b"", "damaged, or no Parquet"),
    ("a.parquet", THREE, "damaged, or no Parquet"),
    ("a.warc", b"", "holds no WARC records"),
    ("a.warc", THREE, "nothing can be read from here on"),
    ("a.pdf", b"%PDF", "cannot read '.pdf' files"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BROKEN_FILES)
def test_a_broken_file_is_one_failure_and_costs_no_other_file(tmp_path, name, content, reason):
    for needed in {"parquet": ["pyarrow"], "warc": ["warcio"], "zst": ["zstandard"]}.get(name.split(".")[-1], []):
        pytest.importorskip(needed, reason="the extra 'archive' is not installed")
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text(BRIDGE)
    found = read(tmp_path / name, tmp_path / "z.txt")
    assert len(found) == 2
    assert isinstance(found[0], Failure)
    assert found[0].reason.startswith(reason)
    assert found[0].place.startswith(str(tmp_path / name))
    assert isinstance(found[1], Document)


def test_what_is_not_there_is_a_failure(tmp_path):
    (tmp_path / "empty").mkdir()
    found = read(tmp_path / "no.jsonl", tmp_path / "empty")
    assert found[0].reason == "no such file or folder"
    assert found[1].reason.startswith("the folder holds no file that can be read: .jsonl, ")


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["in", "in/a.txt"], "in/a.txt is read twice: it is inside in"),
        (["in/a.txt", "./in/../in/a.txt"], "is read twice: it is the same as in/a.txt"),
    ],
)
def test_nothing_is_read_twice(tmp_path, monkeypatch, paths, message):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ArchiveError, match=message):
        check_paths(paths)
    check_paths(["in", "in2", "other/in"])


@pytest.fixture
def parquet(tmp_path):
    """Writes columns as a Parquet file."""
    arrow = pytest.importorskip("pyarrow", reason="the extra 'archive' is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")

    def written(columns, **options):
        path = tmp_path / "a.parquet"
        parquet.write_table(arrow.table(columns), path, **options)
        return path

    return written


def test_parquet_is_read_a_row_a_document_with_types_of_its_own(parquet):
    import datetime

    import pyarrow

    path = parquet(
        {
            "other": [1, 2, 3],
            "text": pyarrow.array([BRIDGE, TALKS, None], pyarrow.large_string()),
            "id": [7, 8, 9],
            "publisher": pyarrow.array(["Post", None, "Post"]).dictionary_encode(),
            "published": [datetime.date(2026, 3, 4), None, datetime.date(2026, 3, 5)],
        }
    )
    first, second, third = read(path)
    assert (first.place, first.id, first.content.text) == (f"{path}:1", "7", BRIDGE)
    assert (first.content.publisher, first.content.published) == ("Post", "2026-03-04")
    assert (second.id, second.content.publisher, second.content.published) == ("8", None, None)
    assert third == Failure(f"{path}:3", "'text' holds no text")


def test_parquet_without_texts_is_one_failure(parquet):
    path = parquet({"txt": [BRIDGE], "id": ["a"]})
    assert ids(read(path)) == ["no column 'text'; there are txt, id; did you mean txt?"]


def test_texts_of_a_wrong_type_or_without_utf_8_fail_row_by_row(parquet):
    import pyarrow

    path = parquet({"text": [1.5, 2.5]})
    assert ids(read(path)) == ["'text' must be a string, not a number"] * 2
    broken = pyarrow.array([b"Caf\xe9.", b"Rain fell."], pyarrow.binary()).view(pyarrow.string())
    path = parquet({"text": broken, "id": ["x", "y"]})
    found = ids(read(path))
    assert found[0].startswith("'text' is not UTF-8")
    assert found[1] == "y"


def test_a_cut_off_parquet_file_is_one_failure(parquet):
    path = parquet({"text": [BRIDGE] * 10, "id": [str(number) for number in range(10)]})
    path.write_bytes(path.read_bytes()[:-40])
    (found,) = read(path)
    assert found.reason.startswith("damaged, or no Parquet")


PAGE = f"""<html><head><title>Bridge closes</title>
<meta property="article:published_time" content="2026-03-04T10:00:00Z"></head><body>
<nav><a href="/">Home</a><a href="/sport">Sport</a></nav>
<article><h1>Bridge closes</h1><p>{BRIDGE}</p><p>{TALKS} {BRIDGE}</p></article>
<footer>All rights reserved</footer></body></html>""".encode()


@pytest.fixture
def crawl(tmp_path):
    """Writes a WARC file: pages by address, with their status and type."""
    pytest.importorskip("warcio", reason="the extra 'archive' is not installed")
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    def written(pages, name="a.warc.gz"):
        path = tmp_path / name
        with path.open("wb") as file:
            writer = WARCWriter(file, gzip=name.endswith(".gz"))
            writer.write_record(writer.create_warcinfo_record(name, {"software": "a test"}))
            for url, status, kind, content in pages:
                headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
                record = writer.create_warc_record(
                    url,
                    "response",
                    payload=io.BytesIO(content),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2026-03-05T12:00:00Z"},
                )
                writer.write_request_response_pair(
                    writer.create_warc_record(
                        url, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
                    ),
                    record,
                )
        return path

    return written


CRAWLED = [
    ("https://www.harbour-courier.example/bridge", "200 OK", "text/html; charset=utf-8", PAGE),
    ("https://www.harbour-courier.example/logo", "200 OK", "image/png", b"\x89PNG"),
    ("https://www.harbour-courier.example/gone", "404 Not Found", "text/html", PAGE),
    ("https://county-post.example/talks", "200 OK", "text/html", PAGE),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_the_pages_of_a_crawl_are_its_documents(crawl, name):
    found = read(crawl(CRAWLED, name))
    assert ids(found) == ["https://www.harbour-courier.example/bridge", "https://county-post.example/talks"]
    assert found[0].content == Page(CRAWLED[0][0], PAGE, "2026-03-05")


def test_a_page_is_read_as_the_article_in_it():
    pytest.importorskip("trafilatura", reason="the extra 'archive' is not installed")
    from attribution.archiving.pages import article_of_page

    found = article_of_page(Page(CRAWLED[0][0], PAGE, "2026-03-05"), "a.warc:3")
    assert BRIDGE in found.text.splitlines()
    assert "rights reserved" not in found.text
    assert (found.name, found.publisher, found.published) == (CRAWLED[0][0], "harbour-courier.example", "2026-03-04")
    later = article_of_page(Page(CRAWLED[0][0], PAGE, "2026-03-01"), "a.warc:3")
    assert later.published is None or later.published <= "2026-03-01"


def test_a_page_without_an_article_is_an_error():
    pytest.importorskip("trafilatura", reason="the extra 'archive' is not installed")
    from attribution.archiving.pages import article_of_page
    from attribution.errors import ReadError

    with pytest.raises(ReadError, match="no article on this page"):
        article_of_page(Page("https://a.example", b"<html><body></body></html>"), "a.warc:3")
    with pytest.raises(ReadError, match="no article on this page"):
        article_of_page(Page("https://a.example", b""), "a.warc:3")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_what_stands_before_the_cut_of_a_crawl_is_read(crawl, name):
    path = crawl([(f"https://a.example/{number}", "200 OK", "text/html", PAGE) for number in range(5)], name)
    path.write_bytes(path.read_bytes()[:-700])
    found = read(path)
    assert ids(found[:4]) == [f"https://a.example/{number}" for number in range(4)]
    assert found[-1].reason.startswith("nothing can be read from here on")


def test_texts_of_a_crawl_are_read_as_they_are(tmp_path):
    warcwriter = pytest.importorskip("warcio.warcwriter", reason="the extra 'archive' is not installed")
    path = tmp_path / "a.warc"
    with path.open("wb") as file:
        writer = warcwriter.WARCWriter(file, gzip=False)
        for url, content in (("https://a.example/1", BRIDGE.encode()), ("https://a.example/2", b"Caf\xe9")):
            writer.write_record(
                writer.create_warc_record(
                    url, "conversion", payload=io.BytesIO(content), warc_content_type="text/plain"
                )
            )
    found = read(path)
    assert (found[0].content.text, found[0].content.publisher) == (BRIDGE, "a.example")
    assert found[1].reason == "not UTF-8: byte 0xe9 at offset 3"
