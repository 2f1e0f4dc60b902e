"""Whole runs over archives, without other processes."""

import csv
import gzip
import json

import pytest
from attrs import evolve

from attribution import audit
from attribution.archiving import mapping
from attribution.archiving.documents import Document
from attribution.archiving.encoding import TableFormat
from attribution.archiving.inputs.columns import Columns
from attribution.archiving.sharding import shards as cut_shards
from attribution.archiving.tables import TABLES
from attribution.errors import ArchiveError, ExtraError, LexiconError, WorkerError
from attribution.model.document import Article
from attribution.renderers.json_report import report_to_dict
from tests.archiving.inline import InlineEngine, article, contents, failures, lines, mapped, rows, write_lines


@pytest.fixture
def wire(tmp_path, monkeypatch):
    """An archive of eleven articles, in the working folder."""
    monkeypatch.chdir(tmp_path)
    write_lines(tmp_path / "wire.jsonl", map(article, range(11)))
    return tmp_path


def test_tables_hold_what_reports_say(wire):
    mapped("wire.jsonl", output=wire / "out")
    tables = {table.name: rows(wire / "out", table.name) for table in TABLES}
    for number in range(11):
        given = article(number)
        report = report_to_dict(audit(Article(given["text"], given["id"], given["publisher"], given["published"])))
        mine = {name: [row for row in found if row["document"] == number] for name, found in tables.items()}
        assert all(row["id"] == given["id"] for found in mine.values() for row in found)
        (document,) = mine["documents"]
        assert document["place"] == f"wire.jsonl:{number + 1}"
        assert (document["points"], document["grade"]) == (report["score"]["points"], report["score"]["grade"])
        assert document["sha256"] == report["article"]["sha256"]
        assert document["month"] == given["published"][:7]
        summary = report["summary"]
        for name in ("attributions", "sources", "anonymous_sources", "anonymous_with_reason", "independent_origins"):
            assert document[name] == summary[name]
        assert document["unnamed"] == round(summary["unnamed_share"] * summary["attributions"])
        assert document["relayed"] == summary["second_hand"]
        assert [document[f"{kind}s"] for kind in ("error", "warning", "info")] == list(summary["findings"].values())
        assert sum(row["counted"] for row in mine["attributions"]) == summary["attributions"]
        assert sum(row["counted"] for row in mine["sources"]) == summary["sources"]
        for row, found in zip(mine["attributions"], report["attributions"], strict=True):
            assert row["source"] == (found["source"] and found["source"]["text"])
            assert row["content"] == [piece["text"] for piece in found["content"]]
            assert row["content_starts"] == [piece["start"] for piece in found["content"]]
            for name in ("index", "paragraph", "depth", "class", "status", "proximity", "relay_chain", "points"):
                assert row[name] == found[name]
        assert [row["label"] for row in mine["sources"]] == [found["label"] for found in report["sources"]]
        assert [row["grade"] for row in mine["paragraphs"]] == [found["grade"] for found in report["paragraphs"]]
        assert [row["fingerprint"] for row in mine["findings"]] == [item["fingerprint"] for item in report["findings"]]
    assert len(tables["documents"]) == 11


def test_every_column_is_there_in_its_order_and_each_is_filled_somewhere(wire):
    mapped("wire.jsonl", output=wire / "out")
    for table in TABLES:
        found = rows(wire / "out", table.name)
        assert all(list(row) == [column.name for column in table.columns] for row in found)
    filled = {name for table in TABLES for row in rows(wire / "out", table.name) for name in row if row[name]}
    assert {"source", "content", "grade", "relay_chain", "terms", "message", "attributed"} <= filled


def test_the_same_archive_gives_the_same_bytes(wire):
    mapped("wire.jsonl", output=wire / "one")
    mapped("wire.jsonl", output=wire / "two")
    assert contents(wire / "one") == contents(wire / "two")
    assert len(list((wire / "one" / "documents").iterdir())) == 3


@pytest.mark.parametrize(("length", "expected"), [(10, [5, 5, 1]), (1_500_000, [3, 3, 3, 2])])
def test_shards_are_cut_by_number_and_by_length(length, expected):
    document = Document("a", Article("x" * length, name="a"))
    cut = list(cut_shards(((document, 10 * number) for number in range(1, 12)), 5))
    assert [len(shard.documents) for shard, _ in cut] == expected
    assert [shard.first for shard, _ in cut] == [sum(expected[:number]) for number in range(len(expected))]
    assert [consumed for _, consumed in cut] == [10 * sum(expected[: number + 1]) for number in range(len(expected))]


def shards(output):
    return [json.loads(path.read_bytes()) for path in sorted((output / "shards").iterdir())]


def test_parquet_holds_the_same_rows_with_types_and_nothing_of_the_day(wire):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'archive' is not installed")
    mapped("wire.jsonl", output=wire / "lines")
    mapped("wire.jsonl", output=wire / "out", format=TableFormat.PARQUET)
    for table in TABLES:
        read = parquet.read_table(wire / "out" / table.name)
        assert read.to_pylist() == rows(wire / "lines", table.name)
        types = {"string": "string", "integer": "int64", "number": "double", "boolean": "bool"}
        types |= {"list of strings": "list<element: string>", "list of integers": "list<element: int64>"}
        assert [(field.name, str(field.type)) for field in read.schema] == [
            (column.name, types[column.type]) for column in table.columns
        ]
    assert not parquet.read_schema(wire / "out" / "documents" / "000000.parquet").metadata


def test_half_a_surrogate_pair_is_written_as_an_escape(wire):
    write_lines(
        wire / "odd.jsonl", [{"id": "o\ud800", "text": "“It fell \udc00,” Ada Lind said.", "publisher": "\ud801"}]
    )
    mapped("odd.jsonl", output=wire / "lines")
    assert rows(wire / "lines", "documents")[0]["id"] == "o\ud800"
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'archive' is not installed")
    mapped("odd.jsonl", output=wire / "out", format=TableFormat.PARQUET)
    assert parquet.read_table(wire / "out" / "documents").to_pylist()[0]["id"] == "o\\ud800"


def test_an_empty_table_is_a_file_too(wire):
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra 'archive' is not installed")
    write_lines(wire / "dull.jsonl", [{"text": "Rain fell."}])
    mapped("dull.jsonl", output=wire / "out", format=TableFormat.PARQUET)
    assert parquet.read_table(wire / "out" / "attributions").num_rows == 0


def test_sourcing_adds_up_by_outlet_and_month(wire):
    summary = mapped("wire.jsonl", output=wire / "out")
    with (wire / "out" / "sourcing.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    assert [(row["publisher"], row["month"]) for row in table] == [
        (outlet, f"2026-0{month}") for outlet in ("County Post", "Harbour Courier") for month in (1, 2, 3)
    ]
    documents = [
        row for row in rows(wire / "out", "documents") if (row["publisher"], row["month"]) == ("County Post", "2026-02")
    ]
    first = table[1]
    assert int(first["documents"]) == len(documents) == 2
    total = sum(row["attributions"] for row in documents)
    assert float(first["unnamed_share"]) == round(sum(row["unnamed"] for row in documents) / total, 4)
    assert float(first["relay_share"]) == round(sum(row["relayed"] for row in documents) / total, 4)
    anonymous = sum(row["anonymous_sources"] for row in documents)
    assert float(first["reason_share"]) == round(sum(row["anonymous_with_reason"] for row in documents) / anonymous, 4)
    assert float(first["points"]) == round(sum(row["points"] for row in documents) / len(documents), 2)
    assert sum(int(first[grade]) for grade in "ABCDEF") == len(documents)
    assert len(summary.sourcing) == 6
    said = json.loads((wire / "out" / "summary.json").read_bytes())
    assert said["documents"] == {"read": 11, "written": 11, "failed": 0}
    assert said["rows"] == {table.name: len(rows(wire / "out", table.name)) for table in TABLES}
    assert said["attributions"] == sum(int(row["attributions"]) for row in table)


def test_articles_without_outlet_or_month_come_last(wire):
    records = [article(0), {"id": "x", "text": "Rain fell."}, {**article(1), "published": "some day"}]
    write_lines(wire / "some.jsonl", records)
    summary = mapped("some.jsonl", output=wire / "out")
    assert [(row["publisher"], row["month"]) for row in summary.sourcing] == [
        ("County Post", None),
        ("Harbour Courier", "2026-01"),
        (None, None),
    ]
    assert summary.sourcing[2]["points"] is None
    assert summary.sourcing[2]["ungraded"] == 1


def test_a_publisher_may_be_the_own_outlet(wire):
    told = {"id": "x", "text": "Ada Lind told the County Post that the dam had failed.", "publisher": "County Post"}
    write_lines(wire / "own.jsonl", [told])
    mapped("own.jsonl", output=wire / "far")
    mapped("own.jsonl", output=wire / "near", publisher_is_own_outlet=True)
    assert [rows(wire / name, "documents")[0]["relayed"] for name in ("far", "near")] == [1, 0]


def test_what_fails_is_said_with_its_number_and_nothing_else_is_lost(wire):
    given = [article(0), {"id": "b", "text": None}, article(2), article(0), {"txt": "x"}, article(5)]
    write_lines(wire / "some.jsonl", given)
    summary = mapped("some.jsonl", "no.jsonl", output=wire / "out", shard_documents=2)
    assert (summary.documents, summary.written, summary.failed) == (7, 3, 4)
    assert failures(wire / "out") == [
        {"document": 1, "place": "some.jsonl:2", "reason": "'text' holds no text", "id": None},
        {"document": 3, "place": "some.jsonl:4", "reason": "id 'a0' was already used at some.jsonl:1", "id": "a0"},
        {"document": 4, "place": "some.jsonl:5", "reason": "there is no 'text'; did you mean txt?", "id": None},
        {"document": 6, "place": "no.jsonl", "reason": "no such file or folder", "id": None},
    ]
    assert [row["document"] for row in rows(wire / "out", "documents")] == [0, 2, 5]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (ValueError("no  such\nthing"), "ValueError: no such thing"),
        (RecursionError(), "RecursionError"),
        (MemoryError(), "MemoryError"),
    ],
)
def test_a_document_that_raises_fails_alone(wire, monkeypatch, error, reason):
    true = mapping.outcome

    def raising(job):
        if job.article.name == "a6":
            raise error
        return true(job)

    monkeypatch.setattr(mapping, "outcome", raising)
    summary = mapped("wire.jsonl", output=wire / "out")
    assert (summary.written, summary.failed) == (10, 1)
    assert failures(wire / "out") == [{"document": 6, "place": "wire.jsonl:7", "reason": reason, "id": "a6"}]


class DyingEngine(InlineEngine):
    """Has the process die in which a document with a certain id is read."""

    def finished(self):
        key, result = super().finished()
        return key, result

    def start(self, key, function, *arguments):
        super().start(key, _dying(function), *arguments)

    def alone(self, function, *arguments):
        if getattr(arguments[0], "id", None) in ("a2", "a9"):
            raise WorkerError
        return function(*arguments)


def _dying(function):
    def run(shard, *others):
        fatal = any(document.id in ("a2", "a9") and not hasattr(document, "reason") for document in shard.documents)
        return WorkerError() if fatal else function(shard, *others)

    return run


def test_documents_that_end_the_process_are_found_and_left_out(wire):
    summary = mapped("wire.jsonl", output=wire / "out", engine=DyingEngine())
    assert (summary.written, summary.failed) == (9, 2)
    reason = "the process that read it ended; it may need more memory than there is"
    assert [(item["id"], item["reason"]) for item in failures(wire / "out")] == [("a2", reason), ("a9", reason)]


class HopelessEngine(InlineEngine):
    """Has every process die that works on a shard."""

    def finished(self):
        key, _, _ = self.begun.pop()
        return key, WorkerError()


def test_a_process_that_dies_without_a_documents_fault_is_an_error(wire):
    with pytest.raises(WorkerError):
        mapped("wire.jsonl", output=wire / "out", engine=HopelessEngine())


class StoppingEngine(InlineEngine):
    """Is interrupted after so many tasks."""

    def __init__(self, tasks):
        super().__init__()
        self.tasks = tasks

    def finished(self):
        if self.tasks == 0:
            raise KeyboardInterrupt
        self.tasks -= 1
        return super().finished()


class CountingEngine(InlineEngine):
    """Counts its tasks."""

    count = 0

    def start(self, key, function, *arguments):
        self.count += 1
        super().start(key, function, *arguments)


@pytest.fixture
def stopped(wire):
    """An output that holds one shard of three, and what the whole would be."""
    mapped("wire.jsonl", output=wire / "whole")
    with pytest.raises(KeyboardInterrupt):
        mapped("wire.jsonl", output=wire / "out", engine=StoppingEngine(1))
    return contents(wire / "whole")


def test_a_run_that_was_stopped_goes_on_where_it_was(wire, stopped):
    assert len(shards(wire / "out")) == 1
    assert not (wire / "out" / "summary.json").exists()
    engine = CountingEngine()
    mapped("wire.jsonl", output=wire / "out", engine=engine, resume=True)
    assert engine.count == 2
    assert contents(wire / "out") == stopped


def test_resuming_what_is_whole_does_nothing_and_beginning_with_it_does_all(wire, stopped):
    engine = CountingEngine()
    assert mapped("wire.jsonl", output=wire / "whole", engine=engine, resume=True).written == 11
    assert engine.count == 0
    mapped("wire.jsonl", output=wire / "new", resume=True)
    assert contents(wire / "whole") == contents(wire / "new") == stopped


@pytest.mark.parametrize("damage", ["gone", "short", "record", "unfinished"])
def test_files_that_were_lost_or_cut_are_written_again(wire, stopped, damage):
    mapped("wire.jsonl", output=wire / "out", resume=True)
    file = wire / "out" / "sources" / "000001.jsonl"
    if damage == "gone":
        file.unlink()
    elif damage == "short":
        file.write_bytes(file.read_bytes()[:-5])
    elif damage == "record":
        (wire / "out" / "shards" / "000001.json").write_bytes(b'{"shard": 1')
    else:
        file.with_name("000001.jsonl.unfinished").write_bytes(b"half")
    mapped("wire.jsonl", output=wire / "out", resume=True)
    assert contents(wire / "out") == stopped


def other_input(wire, old, new):
    path = wire / "wire.jsonl"
    path.write_bytes(path.read_bytes().replace(old, new))
    return {}


DIFFERENCES = [
    (lambda wire: {"shard_documents": 3}, "shard_documents: 3 now, 4 then"),
    (lambda wire: {"columns": Columns(id="key")}, 'columns.id: "key" now, "id" then'),
    (lambda wire: {"suppressing": False}, "suppressions: false now, true then"),
    (lambda wire: {"format": TableFormat.PARQUET}, 'format: "parquet" now, "jsonl" then'),
    (lambda wire: other_input(wire, b"a10", b"a100"), "input: wire.jsonl has 3,180 bytes now, and had 3,179 bytes"),
    (lambda wire: other_input(wire, b"May", b"Jun"), "the input has changed: documents 8 to 10 are others than before"),
]


@pytest.mark.parametrize(("change", "message"), DIFFERENCES)
def test_going_on_with_anything_else_is_an_error_that_says_what_differs(wire, stopped, change, message):
    pytest.importorskip("pyarrow", reason="the extra 'archive' is not installed")
    before = contents(wire / "out")
    with pytest.raises(ArchiveError, match=message):
        mapped("wire.jsonl", output=wire / "out", resume=True, **change(wire))
    assert contents(wire / "out") == before


def test_going_on_with_another_version_or_other_files_is_an_error_too(wire, stopped, monkeypatch):
    from attribution.archiving import settings

    write_lines(wire / "b.jsonl", [article(99)])
    with pytest.raises(ArchiveError, match=r"input: b\.jsonl now, nothing then"):
        mapped("wire.jsonl", "b.jsonl", output=wire / "out", resume=True)
    with pytest.raises(ArchiveError, match=r"input: b\.jsonl now, wire\.jsonl then"):
        mapped("b.jsonl", output=wire / "out", resume=True)
    monkeypatch.setattr(settings, "VERSION", "9.0")
    with pytest.raises(ArchiveError, match=r'version: "9\.0" now, "[\d.]+" then'):
        mapped("wire.jsonl", output=wire / "out", resume=True)


@pytest.mark.parametrize("resume", [False, True])
def test_a_folder_with_other_things_is_left_alone_unless_told_to_go_on(wire, resume):
    (wire / "out").mkdir()
    (wire / "out" / "letter.txt").write_text("Dear Ada")
    if not resume:
        with pytest.raises(ArchiveError, match="out is not empty: it is not an archive's"):
            mapped("wire.jsonl", output=wire / "out")
        assert list((wire / "out").iterdir()) == [wire / "out" / "letter.txt"]
    with pytest.raises(ArchiveError, match=r"letter\.txt is not empty"):
        mapped("wire.jsonl", output=wire / "out" / "letter.txt", resume=False)


def test_a_finished_archive_is_not_begun_again_by_mistake(wire):
    mapped("wire.jsonl", output=wire / "out")
    with pytest.raises(ArchiveError, match="out is not empty: --resume goes on with it; else name another folder"):
        mapped("wire.jsonl", output=wire / "out")


def test_documents_that_got_lost_are_noticed(wire, monkeypatch):
    true = mapping.audited
    monkeypatch.setattr(mapping, "audited", lambda *given: evolve_without(true(*given)))
    with pytest.raises(ArchiveError, match="11 documents went in, and 0 came out with 0 failed"):
        mapped("wire.jsonl", output=wire / "out")


def evolve_without(found):
    return {**found, "documents": []}


def test_a_worker_with_another_version_is_an_error(wire):
    from attribution.archiving.documents import Shard
    from attribution.archiving.settings import Settings
    from attribution.config import Config

    with pytest.raises(ArchiveError, match=r"a worker has another version: .* and not 0\.0\.1 abc"):
        mapping.map_shard(Shard(0, 0, (), ""), Settings(Config()), ("0.0.1", "abc"))


def test_a_missing_library_is_said_before_anything_is_done(wire, monkeypatch):
    from attribution.archiving import extras

    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(ExtraError, match=r"writing Parquet needs pyarrow: pip install 'attribution-audit\[archive\]'"):
        mapped("wire.jsonl", output=wire / "out", format=TableFormat.PARQUET)
    (wire / "a.jsonl.zst").write_bytes(b"")
    with pytest.raises(ExtraError, match=r"reading \.zst files needs zstandard"):
        mapped("a.jsonl.zst", output=wire / "out")
    (wire / "a.warc.gz").write_bytes(gzip.compress(b""))
    with pytest.raises(ExtraError, match="reading WARC needs warcio"):
        mapped("a.warc.gz", output=wire / "out")
    assert not (wire / "out").exists()


def test_a_wrong_word_list_is_said_before_anything_is_done(wire):
    from attribution.archiving.archive import map_archive
    from attribution.archiving.settings import Settings
    from attribution.config import Config

    (wire / "words").mkdir()
    (wire / "words" / "roles.toml").write_text("[[group]\n")
    settings = evolve(Settings(Config(lexicons=(wire / "words",))), format=TableFormat.JSON_LINES)
    with pytest.raises(LexiconError):
        map_archive(["wire.jsonl"], wire / "out", settings, InlineEngine())
    assert not (wire / "out").exists()


def test_progress_counts_documents_and_ends_with_the_whole(wire):
    from attribution.archiving.archive import map_archive
    from attribution.archiving.settings import Settings
    from attribution.config import Config

    told = []
    settings = Settings(Config(), TableFormat.JSON_LINES, shard_documents=4)
    map_archive(["wire.jsonl"], wire / "out", settings, InlineEngine(), advance=lambda *given: told.append(given))
    assert sorted(documents for documents, _ in told) == [3, 4, 4]
    assert max(share for _, share in told) == 1.0
    assert lines(wire / "out" / "failed.jsonl") == []
