"""Files with markup on the command line: where findings are, what is mended, suppressed and accepted in them."""

import json

import pytest

HEAD = '<!DOCTYPE html>\n<meta charset="utf-8">\n<article>\n<h1>Pier shut</h1>\n'
PAGE = (
    HEAD + "  <p>He was allegedly accused of theft &mdash; officials said.</p>\n"
    "  <p>Sources said\n  the <b>pier</b> had sunk.</p>\n</article>\n"
)


@pytest.fixture
def page(folder):
    path = folder / "pier.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_finding_has_its_line_and_column_in_the_page(run, page):
    out = run("check", "pier.html", "--format", "concise", "--min-level", "info").out
    assert "pier.html:5:13: WORD503" in out
    assert "pier.html:6:6: ANON103" in out


def test_the_frame_shows_the_page(run, page):
    out = run("check", "pier.html", "--select", "ANON103").lines
    assert out[1:3] == ["    6 |   <p>Sources said", "      |      ^^^^^^^"]


def test_every_format_points_into_the_page(run, page):
    (record,) = run("check", "pier.html", "--select", "ANON103", "--format", "json").json()
    assert (record["line"], record["column"]) == (6, 6)
    start = PAGE.index("Sources")
    sarif = run("check", "pier.html", "--select", "ANON103", "--format", "sarif").json()
    region = sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["charOffset"]) == (6, 6, start)
    rdjson = run("check", "pier.html", "--select", "ANON103", "--format", "rdjson").json()
    assert rdjson["diagnostics"][0]["location"]["range"]["start"] == {"line": 6, "column": 6}
    for name, place in (("github", "line=6"), ("checkstyle", 'line="6" column="6"'), ("junit", 'line="6"')):
        assert place in run("check", "pier.html", "--select", "ANON103", "--format", name).out


def test_a_fix_is_made_in_the_page_and_nothing_else_changes(run, page):
    assert run("check", "pier.html", "--fix").err == ""
    assert page.read_text(encoding="utf-8") == PAGE.replace("allegedly ", "")


def test_a_fix_across_markup_is_left(run, page):
    broken = PAGE.replace("allegedly accused", "alle<i>gedly</i> accused")
    page.write_text(broken, encoding="utf-8")
    assert "WORD503" in run("check", "pier.html", "--fix", "--format", "concise").out
    assert page.read_text(encoding="utf-8") == broken
    assert run("check", "pier.html", "--diff").out == ""


def test_a_page_keeps_its_encoding_and_its_mark(run, page):
    page.write_bytes(PAGE.replace("utf-8", "windows-1252").replace("theft", "théft").encode("windows-1252"))
    run("check", "pier.html", "--fix")
    assert "th\xe9ft".encode("latin-1") in page.read_bytes()
    page.write_bytes(PAGE.encode("utf-16"))
    run("check", "pier.html", "--fix")
    assert page.read_bytes() == PAGE.replace("allegedly ", "").encode("utf-16")


def test_a_directive_is_a_comment_above_the_element(run, page):
    done = run("check", "pier.html", "--select", "ANON103", "--add-ignore", "--reason", "the desk knows")
    assert (done.code, done.lines) == (0, ["pier.html: 1 finding suppressed", "1 finding suppressed in 1 file"])
    comment = "  <!-- attribution: ignore[ANON103] the desk knows -->\n"
    assert page.read_text(encoding="utf-8") == PAGE.replace("  <p>Sources", comment + "  <p>Sources")
    assert run("check", "pier.html", "--select", "ANON103", "--quiet").out == ""
    assert "ANON103" in run("check", "pier.html", "--select", "ANON103", "--no-suppressions").out
    run("check", "pier.html", "--select", "ANON101", "--add-ignore")
    assert "ignore[ANON103, ANON101] the desk knows" in page.read_text(encoding="utf-8")


def test_a_baseline_holds_while_the_words_do(run, page):
    run("baseline", "write", "pier.html")
    assert (
        run("check", "pier.html", "--baseline", "attribution-baseline.json", "--format", "concise", "--quiet").out == ""
    )
    page.write_text(PAGE.replace("<b>pier</b>", "<em class=x>pier</em>"), encoding="utf-8")
    assert (
        run("check", "pier.html", "--baseline", "attribution-baseline.json", "--format", "concise", "--quiet").out == ""
    )


DRAFT = (
    "---\ntitle: Pier shut\n---\n\nHe was *allegedly* accused of theft. She was allegedly accused\nof fraud.\n\n"
    "Sources said\nthe **pier** had sunk.\n\n- Sources said it had not.\n"
)


@pytest.fixture
def draft(folder):
    path = folder / "pier.md"
    path.write_text(DRAFT, encoding="utf-8")
    return path


def test_markdown_is_checked_and_mended_where_words_stand_unbroken(run, draft):
    out = run("check", "pier.md", "--format", "concise", "--min-level", "info").out
    assert "pier.md:5:9: WORD503" in out and "pier.md:5:46: WORD503" in out and "pier.md:8:1: ANON103" in out
    run("check", "pier.md", "--fix")
    assert draft.read_text(encoding="utf-8") == DRAFT.replace("was allegedly", "was")


def test_directives_go_above_paragraphs_of_markdown_and_what_they_cannot_reach_is_said(run, draft):
    done = run("check", "pier.md", "--select", "ANON103", "--add-ignore", "--reason", "known")
    comment = "<!-- attribution: ignore[ANON103] known -->\n"
    assert draft.read_text(encoding="utf-8") == DRAFT.replace("Sources said\nthe", comment + "Sources said\nthe")
    assert done.code == 2
    assert done.err == "attribution: pier.md: 1 finding left: no directive can stand above paragraph 4\n"
    assert done.lines == ["pier.md: 1 finding suppressed", "1 finding suppressed in 1 file"]
    shown = run("check", "pier.md", "--select", "ANON103", "--format", "concise", "--quiet").lines
    assert [line.split(" ")[0] for line in shown] == ["pier.md:12:3:"]


def test_a_folder_of_mixed_files_is_read_in_one_go(run, page, folder):
    (folder / "in" / "story.html").write_text("<p>Sources said no.</p>")
    (folder / "in" / "broken.html").write_bytes(b"<p>Caf\xe9")
    done = run("report", "in", "--format", "jsonl")
    assert [json.loads(line)["article"]["name"] for line in done.lines] == [
        "in/bridge.txt",
        "in/story.html",
        "in/talks.txt",
    ]
    assert done.err == (
        "attribution: in/broken.html: not UTF-8: byte 0xe9 at offset 6 (unexpected end of data); save it as UTF-8\n"
    )
    assert done.code == 2


def test_a_report_says_where_findings_stand_in_the_page(run, page):
    report = run("report", "pier.html", "--format", "json").json()
    finding = next(item for item in report["findings"] if item["code"] == "ANON103")
    start = PAGE.index("Sources")
    assert finding["file"] == {
        "line": 6,
        "column": 6,
        "end_line": 6,
        "end_column": 13,
        "slices": [{"start": start, "end": start + 7}],
    }


def test_what_cannot_be_mended_in_a_file_is_said(run, folder):
    (folder / "many.jsonl").write_text('{"id": "a", "text": "He was allegedly accused of theft."}\n')
    done = run("check", "many.jsonl", "--fix")
    assert done.err.startswith("attribution: a: 1 finding not mended; files of one article can be: .txt, ")


def test_words_in_a_block_quotation_are_somebody_elses(run, folder):
    path = folder / "quote.html"
    html = "<p>The board said in a statement:</p><blockquote><p>He was allegedly accused of theft.</p></blockquote>"
    path.write_text(html)
    report = run("report", "quote.html", "--format", "json").json()
    assert [item["text"] for item in report["attributions"][0]["content"]] == ["He was allegedly accused of theft."]
    run("check", "quote.html", "--fix")
    assert path.read_text() == html


def test_two_versions_of_a_page_are_compared_by_what_they_say(run, page, folder):
    (folder / "new.html").write_text(PAGE.replace("<b>pier</b>", "<i class=x>pier</i>"), encoding="utf-8")
    assert run("diff", "pier.html", "new.html").lines[-1].startswith("0 ")
    changed = PAGE.replace("Sources", "Ada Lind").encode()
    done = run("diff", "pier.html", "-", "--format-in", "html", "--min-level", "info", stdin=changed)
    assert (done.code, done.err) == (0, "")
    assert "\n-:6:6 " in done.out


def test_standard_input_is_what_the_option_says(run):
    report = run("report", "-", "--format-in", "html", "--format", "json", stdin=b"<p>She said <b>no</b>.</p>").json()
    assert report["attributions"][0]["content"][0]["text"] == "no"
    done = run("check", "-", "--format-in", "htlm", stdin=b"x")
    assert (done.code, "'htlm' is not known; did you mean html?" in done.err) == (2, True)
