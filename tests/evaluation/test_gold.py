import gzip
import json

import pytest

from attribution.errors import ReadError
from attribution.evaluation.gold import parse_gold, read_gold
from attribution.evaluation.labelled import GoldArticle, Labelled
from attribution.model.span import Span

LINE = {
    "id": "a",
    "text": "Ida said rents rise. Metro.",
    "attributions": [{"id": "E7", "source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 14], [15, 19]]}],
    "ignore": [[21, 27]],
    "publisher": "Metro",
}


def parse(*lines):
    data = b"\n".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines)
    return list(parse_gold(data, "gold.jsonl"))


def test_a_line_is_an_article_and_other_keys_are_left_alone():
    labelled = Labelled((Span(0, 3),), (Span(4, 8),), (Span(9, 14), Span(15, 19)), name="E7")
    assert parse(LINE) == [GoldArticle("a", LINE["text"], (labelled,), (Span(21, 27),))]


def test_roles_may_be_absent_empty_or_null_and_blank_lines_are_skipped():
    line = {
        "id": "b",
        "text": "So it is said.",
        "attributions": [{"source": None, "cue": [[9, 13]], "content": []}, {"content": [[0, 2]]}],
    }
    (article,) = parse(b"", line, b"  \r", b"")
    assert [each.name for each in article.attributions] == ["1", "2"]
    assert article.attributions[0] == Labelled(cue=(Span(9, 13),), name="1")
    assert article.ignore == ()


def test_an_article_without_attributions_is_gold_too():
    assert parse({"id": "a", "text": "Rain.", "attributions": []}) == [GoldArticle("a", "Rain.", ())]


def changed(**keys):
    return {**LINE, **keys}


def labelled(**keys):
    return changed(attributions=[{"cue": [[4, 8]]}, keys])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b'{"id": "b",', "line 2: not valid JSON: Expecting property name enclosed in double quotes at column 12"),
        (b"caf\xe9", "line 2: not UTF-8: byte 0xe9 at offset 3 (unexpected end of data); save it as UTF-8"),
        ([1], "line 2: expected an object with 'id', 'text' and 'attributions', not a list"),
        ({"text": "x", "attributions": []}, "line 2: the object has no 'id'"),
        (changed(id=7), "line 2: 'id' must be a string, not a number"),
        (changed(), "line 2: id 'a' was already used in line 1; each article has one line"),
        ({"id": "b", "attributions": []}, "line 2: the object has no 'text'"),
        (changed(text=None), "line 2: 'text' must be a string, not null"),
        (
            {"id": "b", "text": "x"},
            "line 2: 'attributions' must be a list (empty where there is none), not null",
        ),
        (
            changed(attributions=["said"]),
            "line 2: attribution 1: expected an object with 'source', 'cue' and 'content', not a string",
        ),
        (labelled(cue="said"), "line 2: attribution 2, 'cue': spans are a list of [start, end], not a string"),
        (labelled(cue=[4, 8]), "line 2: attribution 2, 'cue': each span is [start, end], not a number"),
        (labelled(cue=[[4]]), "line 2: attribution 2, 'cue': each span is [start, end], not a list of another length"),
        (
            labelled(id="E9", source=[[0, 2.5]]),
            "line 2: attribution E9, 'source': start and end are whole numbers, not a number and a number",
        ),
        (
            labelled(content=[[True, 5]]),
            "line 2: attribution 2, 'content': start and end are whole numbers, not a boolean and a number",
        ),
        (
            labelled(content=[[9, 28]]),
            "line 2: attribution 2, 'content': [9, 28] is no part of the text: "
            "0 <= start < end <= 27 characters must hold",
        ),
        (
            labelled(cue=[[8, 8]]),
            "line 2: attribution 2, 'cue': [8, 8] is no part of the text: 0 <= start < end <= 27 characters must hold",
        ),
        (labelled(), "line 2: attribution 2: at least one of 'source', 'cue' and 'content' must have a span"),
        (
            changed(ignore=[[-1, 3]]),
            "line 2: 'ignore': [-1, 3] is no part of the text: 0 <= start < end <= 27 characters must hold",
        ),
    ],
)
def test_a_bad_line_is_named_and_told_what_would_be_right(line, problem):
    good, bad, other = parse(LINE, line, changed(id="c"))
    assert (good.name, other.name) == ("a", "c")
    assert isinstance(bad, ReadError)
    assert str(bad) == f"gold.jsonl: {problem}"


def test_a_file_without_a_line_is_an_error():
    (error,) = parse(b" \n")
    assert (
        str(error) == "gold.jsonl: holds no articles; each line must be an object with 'id', 'text' and 'attributions'"
    )


def test_a_packed_file_is_unpacked(tmp_path):
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(LINE).encode()))
    assert [article.name for article in read_gold(str(path))] == ["a"]


@pytest.mark.parametrize("data", [b"plain", gzip.compress(b"{}" * 99)[:20]])
def test_a_file_that_is_not_wholly_packed_is_an_error(tmp_path, data):
    path = tmp_path / "gold.jsonl.gz"
    path.write_bytes(data)
    (error,) = read_gold(str(path))
    assert error.problem.startswith("not a whole gzip file: ")


def test_a_file_that_is_not_there_is_an_error():
    (error,) = read_gold("missing/gold.jsonl")
    assert str(error) == "missing/gold.jsonl: no such file or folder"
