import json

import pytest

from attribution.errors import ReadError
from attribution.model.document import Article
from attribution.readers.json_lines import looks_like_json_lines, parse_json_lines


def parse(*lines):
    return list(parse_json_lines([line if isinstance(line, bytes) else line.encode() for line in lines], "w.jsonl"))


def test_the_keys_become_the_article_and_others_are_left_alone():
    line = {"id": "a", "text": "Rain fell.", "publisher": "Post", "published": "2024-12-27", "words": 2}
    assert parse(json.dumps(line)) == [Article("Rain fell.", "a", "Post", "2024-12-27", format="jsonl")]


def test_only_the_text_is_required():
    assert parse("", '{"text": "Rain fell.", "publisher": null}') == [
        Article("Rain fell.", "w.jsonl:2", format="jsonl")
    ]


def test_a_line_separator_inside_a_string_does_not_end_the_line():
    assert parse('{"id": "a", "text": "one\u2028two"}')[0].text == "one\u2028two"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": ', "line 2: not valid JSON: Expecting value at column 10"),
        ("[1]", "line 2: expected an object with a 'text', not a list"),
        ("null", "line 2: expected an object with a 'text', not null"),
        ('{"id": "b"}', "line 2: the object has no 'text'"),
        ('{"id": "b", "text": 7}', "line 2: 'text' must be a string, not a number"),
        ('{"id": "b", "text": null}', "line 2: 'text' holds no text"),
        ('{"id": "b", "text": " \\n"}', "line 2: 'text' holds no text"),
        ('{"id": true, "text": "x"}', "line 2: 'id' must be a string, not a boolean"),
        ('{"id": "b", "text": "x", "publisher": {}}', "line 2: 'publisher' must be a string, not an object"),
        ('{"id": "a", "text": "x"}', "line 2: id 'a' was already used in line 1"),
        (b'{"text": "caf\xe9"}', "line 2: not UTF-8: byte 0xe9 at offset 13"),
        ("[" * 100_000, "line 2: not valid JSON"),
        ('{"text": ' + "9" * 5000 + "}", "line 2: not valid JSON"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "bytes",
)
def test_a_wrong_line_is_an_error_with_its_number_and_the_others_are_read(line, problem):
    first, wrong, last = parse('{"id": "a", "text": "One."}', line, '{"id": "c", "text": "Three."}')
    assert (first.name, last.name) == ("a", "c")
    assert isinstance(wrong, ReadError)
    assert (wrong.path, str(wrong).startswith(f"w.jsonl: {problem}")) == ("w.jsonl", True)


def test_a_file_without_articles_is_an_error():
    (error,) = parse("", "  \n")
    assert str(error) == "w.jsonl: holds no articles"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'{"id": "a", "text": "Rain."}\n{', True),
        (b'\xef\xbb\xbf\n {"text": "Rain."}', True),
        (b'{"id": "a"}', False),
        (b"{not json} but text", False),
        (b"Rain fell.", False),
        (b"", False),
        (b"{" * 100_000, False),
    ],
)
def test_json_lines_are_known_by_their_first_line(data, expected):
    assert looks_like_json_lines(data) is expected
