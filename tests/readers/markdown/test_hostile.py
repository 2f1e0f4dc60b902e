"""Malformed and hostile Markdown: each file is an article or a clear error."""

import sys

import pytest

from attribution.errors import ReadError
from attribution.readers.markdown.reading import parse_markdown

ERRORS = [
    ("nothing", b"", "a.md: holds no text"),
    ("code alone", b"```\nshe said\n```\n", "a.md: holds no text"),
    ("a fence that never closes", b"~~~\nshe said\n", "a.md: holds no text"),
    ("a picture alone", b"![said](x)\n", "a.md: holds no text"),
    ("front matter alone", b"---\ndate: 2025-03-02\n---\n", "a.md: holds no text"),
    (
        "bytes of no encoding",
        b"Caf\xe9 said",
        "a.md: not UTF-8: byte 0xe9 at offset 3 (invalid continuation byte); save it as UTF-8",
    ),
    (
        "front matter that is no YAML",
        b"---\ntitle: a\ndate: [1\n---\nNo.\n",
        "a.md: front matter is not valid YAML in line 4: expected ',' or ']', but got '<stream end>'",
    ),
    (
        "front matter that is no TOML",
        b"+++\ntitle =\n+++\nNo.\n",
        "a.md: front matter is not valid TOML: Invalid value (at line 1, column 8)",
    ),
    (
        "front matter that unfolds",
        b"---\na: &a [x]\nb: [*a, *a]\n---\nNo.\n",
        "a.md: front matter has aliases (*name), which are not read",
    ),
    (
        "front matter that is a program",
        b"---\na: !!python/object/apply:os.system [ls]\n---\nNo.\n",
        "a.md: front matter is not valid YAML in line 2: could not determine a constructor for the tag "
        "'tag:yaml.org,2002:python/object/apply:os.system'",
    ),
    (
        "front matter without end",
        b"---\n" + b"a: b\n" * 20_000 + b"---\nNo.\n",
        "a.md: front matter has more than 65,536 characters",
    ),
    (
        "quotations in quotations",
        b"ok\n\n" + b">" * 5_000 + b" said",
        "a.md: line 3: nests more than 32 quotations and lists in each other",
    ),
    ("lists in lists", b"- " * 5_000 + b"said", "a.md: line 1: nests more than 32 quotations and lists in each other"),
    (
        "lists in lists, a line each",
        b"".join(b"  " * depth + b"- said\n" for depth in range(400)),
        "a.md: line 129: nests more than 32 quotations and lists in each other",
    ),
    (
        "lines without end",
        b"a\n" * 100_001,
        "a.md: has more than 100,000 lines, the most that one article may have in Markdown",
    ),
    (
        "brackets",
        b"Yes.\n\n" + b"[" * 50_000 + b"]" * 50_000,
        "a.md: the paragraph from line 3 on has more than 2,000 signs of markup, the most that one paragraph may have",
    ),
    (
        "stars",
        b"*a **b " * 50_000,
        "a.md: the paragraph from line 1 on has more than 2,000 signs of markup, the most that one paragraph may have",
    ),
    (
        "comments that never end",
        b"a <!--" * 50_000,
        "a.md: the paragraph from line 1 on has more than 2,000 signs of markup, the most that one paragraph may have",
    ),
]

TEXTS = [
    ("markup that never closes", b"**a [b](c *d* `e\n", "**a [b](c d `e"),
    ("NUL", b"a\0b\n", "a\0b"),
    ("emphasis in emphasis", b"*" * 300 + b"a" + b"*" * 300, "a"),
    ("brackets as many as are read", b"[" * 900 + b"a" + b"]" * 900, "[" * 900 + "a" + "]" * 900),
    ("a reference to nothing", b"a [^1] b [c][d]\n", "a [^1] b [c][d]"),
    ("a footnote that refers to itself", b"a[^1]\n\n[^1]: b[^1]\n", "a\n\nb"),
    ("a table without rows", b"| a |\n|---|\n", "a"),
    ("a long line", b"word " * 100_000, ("word " * 100_000).strip()),
]


@pytest.mark.parametrize(("data", "said"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS])
def test_what_is_no_article_is_a_clear_error(data, said):
    with pytest.raises(ReadError) as caught:
        parse_markdown(data, "a.md")
    assert str(caught.value) == said


@pytest.mark.parametrize(("data", "text"), [row[1:] for row in TEXTS], ids=[row[0] for row in TEXTS])
def test_what_is_broken_is_read_as_far_as_it_goes(data, text):
    assert parse_markdown(data, "a.md").text == text


@pytest.mark.parametrize(("module", "data"), [("marko", b"No."), ("yaml", b"---\ntitle: a\n---\nNo.")])
def test_without_its_libraries_the_extra_is_named(module, data, monkeypatch):
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(
        ReadError, match=rf"reading Markdown needs {module}: pip install 'attribution-audit\[markdown\]'"
    ):
        parse_markdown(data, "a.md")
