import json
import re
from pathlib import Path

import pytest


def test_a_person_reads_grade_paragraphs_sources_and_findings(run, folder):
    done = run("report", "in/talks.txt")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "in/talks.txt"
    for heading in ("Paragraphs", "Sources", "Findings"):
        assert any(line.startswith(heading) for line in done.lines)
    assert "via Reuters" in done.out
    assert "anonymity granted" in done.out


def test_one_document_is_an_object_and_several_are_a_list(run, folder):
    assert run("report", "in/talks.txt", "--format", "json").json()["article"]["name"] == "in/talks.txt"
    several = run("report", "in", "wire.jsonl", "--format", "json").json()
    assert [item["article"]["name"] for item in several] == ["in/bridge.txt", "in/talks.txt", "w1", "w2"]


@pytest.mark.parametrize("count", [2, 3])
def test_a_list_is_valid_json_whatever_its_length(run, folder, count):
    paths = ["in/talks.txt", "in/bridge.txt", "wire.jsonl"][:count]
    assert len(run("report", *paths, "--format", "json").json()) == (2 if count == 2 else 4)


def test_json_lines_hold_one_document_each(run, folder):
    lines = run("report", "in", "--format", "jsonl").lines
    assert [json.loads(line)["article"]["name"] for line in lines] == ["in/bridge.txt", "in/talks.txt"]


def test_spans_are_the_neutral_format(run, folder):
    (line,) = run("report", "in/talks.txt", "--format", "spans", "--top-level", "--all-classes").lines
    row = json.loads(line)
    assert (row["id"], row["attributions"][0]["source"], row["attributions"][0]["cue"]) == (
        "in/talks.txt",
        [[0, 13]],
        [[14, 18]],
    )


def test_standard_input_is_an_article_or_json_lines(run):
    assert run("report", "-", "--format", "json", stdin=b"Rain fell.").json()["article"]["name"] == "-"
    lines = run("report", "-", "--format", "jsonl", stdin=b'{"id": "a", "text": "Rain fell."}\n').lines
    assert [json.loads(line)["article"]["name"] for line in lines] == ["a"]


def test_what_was_told_to_the_own_outlet_is_first_hand(run, folder):
    def proximity(*options):
        lines = run("report", "wire.jsonl", "--format", "jsonl", *options).lines
        return json.loads(lines[0])["attributions"][0]["proximity"]

    assert proximity() == "second_hand"
    assert proximity("--own-outlet", "Reuters") == "first_hand"
    assert proximity("--own-outlet-from-publisher") == "first_hand"
    assert proximity("--own-outlet-from-publisher", "--own-outlet", "Bloomberg") == "first_hand"


def test_the_own_outlet_is_the_fallback_where_an_article_has_no_publisher(run, folder):
    lines = run("report", "wire.jsonl", "--format", "jsonl", "--own-outlet-from-publisher", "--own-outlet", "AP").lines
    assert [json.loads(line)["policy"]["own_outlet"] for line in lines] == ["Reuters", "AP"]


def test_output_goes_to_a_file(run, folder):
    done = run("report", "in", "--format", "jsonl", "--output", "out.jsonl")
    assert (done.code, done.out) == (0, "")
    assert len((folder / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_file_that_cannot_be_written_is_one_line_and_2(run, folder):
    done = run("report", "in", "--output", "missing/out.txt")
    assert (done.code, done.err) == (2, "attribution: missing/out.txt: cannot be written: No such file or directory\n")


def test_nothing_is_overwritten_when_nothing_could_be_read(run, folder):
    (folder / "out.json").write_text("before")
    assert run("report", "missing.txt", "--output", "out.json").code == 2
    assert (folder / "out.json").read_text() == "before"


@pytest.mark.parametrize("format", ["plain", "json", "jsonl", "spans"])
def test_two_runs_write_the_same_bytes(run, folder, format):
    assert run("report", "in", "--format", format).out == run("report", "in", "--format", format).out


def test_one_paragraph_is_explained_step_by_step(run, folder):
    done = run("report", "in/talks.txt", "--explain", "1")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "in/talks.txt"
    assert done.lines[1].startswith("Paragraph 1: ")
    assert any(" x 0.8 = " in line and "second-hand" in line for line in done.lines)


def test_an_article_without_that_paragraph_holds_up_no_other(run, folder):
    done = run("report", "in", "--explain", "2")
    short = [line for line in done.err.splitlines() if "no paragraph 2" in line]
    assert done.code == (2 if short else 0)
    assert len(short) + done.out.count("Paragraph 2: ") == 2


@pytest.mark.parametrize("format", ["label-studio", "web-annotation"])
def test_formats_of_json_are_one_value_for_several_articles(run, folder, format):
    assert len(run("report", "in", "--format", format).json()) == 2


def test_a_table_of_several_articles_has_one_head(run, folder):
    done = run("report", "in", "wire.jsonl", "--format", "sources-csv")
    head, *rows = done.out.removesuffix("\n").split("\n")
    assert head.startswith("article,publisher")
    assert [row.split(",")[0] for row in rows] == ["in/bridge.txt", "in/talks.txt", "w1", "w2"]


def test_a_summary_for_each_article(run, folder):
    lines = run("report", "in", "--format", "markdown").lines
    assert [line.split(":")[0] for line in lines if line.endswith(" sourcing")] == ["**in/bridge.txt", "**in/talks.txt"]


def test_brat_fills_a_folder_that_evaluate_reads(run, folder):
    done = run("report", "in", "wire.jsonl", "--format", "brat", "--output", "labels")
    assert (done.code, done.out) == (0, "")
    files = sorted(path.relative_to("labels").as_posix() for path in Path("labels").rglob("*") if path.is_file())
    stems = ("in/bridge", "in/talks", "w1", "w2")
    assert files == sorted(["annotation.conf", *(stem + ending for stem in stems for ending in (".ann", ".txt"))])
    measured = run("evaluate", "labels", "--no-all-classes", "--no-top-level", "--format", "json").json()
    assert measured["relation_strict"]["f1"] == 1.0


def test_brat_wants_a_folder(run, folder):
    done = run("report", "in", "--format", "brat")
    assert done.code == 2
    assert "--format brat writes a folder: say which with --output FOLDER" in done.err
    Path("taken").write_text("", encoding="utf-8")
    assert "cannot be made a folder" in run("report", "in", "--format", "brat", "--output", "taken").err


@pytest.mark.parametrize("there", [True, False])
def test_on_a_terminal_the_same_words_are_in_colour_with_rich_and_without(run, folder, monkeypatch, there):
    plain = run("report", "in/talks.txt")
    monkeypatch.setattr("attribution.cli.report.color", lambda output: True)
    monkeypatch.setattr("attribution.cli.report.rich_installed", lambda: there)
    done = run("report", "in/talks.txt")
    assert "\x1b[" in done.out
    assert ("\x1b[1;7;" in done.out) is there
    bare = re.sub("\x1b\\[[0-9;]*m", "", done.out)
    assert sorted("".join(bare.split())) == sorted("".join(plain.out.split()))


def test_a_file_is_replaced_whole_or_not_at_all(run, folder, monkeypatch):
    Path("out.txt").write_text("old", encoding="utf-8")
    monkeypatch.setattr("attribution.cli.report.JOINED", {"jsonl": _failing})
    with pytest.raises(ZeroDivisionError):
        run("report", "in", "--format", "jsonl", "--output", "out.txt")
    assert Path("out.txt").read_text(encoding="utf-8") == "old"
    assert [path.name for path in Path().glob(".out*")] == []


def _failing(texts):
    yield next(texts)
    yield str(1 / 0)
