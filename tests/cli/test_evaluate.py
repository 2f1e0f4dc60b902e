import json

import pytest

TEXT = "Ida Moss, the mayor, said that rents would rise. Rolf hopes to win."
GOLD = {
    "id": "a",
    "text": TEXT,
    "attributions": [
        {"source": [[0, 20]], "cue": [[21, 25]], "content": [[26, 47]]},
        {"source": [[49, 53]], "cue": [[54, 59]], "content": [[60, 66]]},
    ],
}
NARROW = {**GOLD, "attributions": GOLD["attributions"][:1]}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The working folder, with a gold file of one article, a narrower one, and spans predicted for it."""
    monkeypatch.chdir(tmp_path)
    for name, record in (("gold", GOLD), ("narrow", NARROW), ("spans", {**NARROW, "text": None})):
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return tmp_path


def evaluated(run, *arguments, **options):
    done = run("evaluate", *arguments, "--format", "json", **options)
    assert done.code == 0, done.err
    return done.json()


def test_without_reports_the_library_is_measured(run, place):
    done = run("evaluate", "gold.jsonl")
    assert (done.code, done.err) == (0, "")
    assert done.lines[0] == "Gold      gold.jsonl: 1 article, 2 attributions"
    assert done.lines[1].startswith("Measured  attribution ")
    assert any(
        line.split() == ["relation,", "strict:", "all", "equal", *["1.000"] * 3, "2", "2"] for line in done.lines
    )


def test_spans_are_measured_with_the_definitions_of_the_gold(run, place):
    data = evaluated(run, "gold.jsonl", "spans.jsonl")
    assert (data["measured"], data["attribution"]["precision"], data["attribution"]["recall"]) == (
        "spans.jsonl",
        1,
        0.5,
    )


@pytest.mark.parametrize("format", ["json", "jsonl", "spans"])
def test_every_format_of_reports_gives_the_same(run, place, format):
    options = ["--all-classes", "--top-level"] if format == "spans" else []
    report = run("report", "gold.jsonl", "--format", format, *options)
    (place / "reports").write_text(report.out, encoding="utf-8")
    data = evaluated(run, "gold.jsonl", "reports")
    alone = evaluated(run, "gold.jsonl")
    assert data["roles"] == alone["roles"]
    assert data["relation"] == alone["relation"]
    assert (data["cue_classes"] == {}) == (format == "spans")


def test_reports_come_from_standard_input_too(run, place):
    data = evaluated(run, "gold.jsonl", "-", stdin=json.dumps({"id": "a", "attributions": []}).encode())
    assert (data["measured"], data["attribution"]["predicted"]) == ("-", 0)


def test_gold_in_a_folder_of_brat(run, place):
    (place / "brat").mkdir()
    (place / "brat" / "town.txt").write_text(TEXT, encoding="utf-8")
    (place / "brat" / "town.ann").write_text(
        "T1\tSource 0 20\tIda Moss, the mayor,\nT2\tCue 21 25\tsaid\nT3\tContent 26 47\tthat rents would rise\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n",
        encoding="utf-8",
    )
    assert evaluated(run, "brat")["relation_strict"]["f1"] == 1
    reports = run("report", "brat", "--format", "jsonl").out.encode()
    assert evaluated(run, "brat", "-", stdin=reports)["relation_strict"]["f1"] == 1


def test_the_classes_measured_suit_the_gold_unless_the_command_says_otherwise(run, place):
    def predicted(*arguments):
        return evaluated(run, *arguments)["attribution"]["predicted"]

    assert predicted("gold.jsonl") == 2
    assert predicted("narrow.jsonl") == 1
    assert predicted("gold.jsonl", "--no-all-classes") == 1
    assert predicted("narrow.jsonl", "--all-classes") == 2


def test_nested_attributions_are_measured_where_the_gold_has_some_or_the_command_says_so(run, place):
    text = "Ida said that Rolf had told her that rents would rise."
    outer = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 53]]}
    inner = {"source": [[14, 18]], "cue": [[19, 27]], "content": [[32, 53]]}
    for name, attributions in (("flat", [outer]), ("nested", [outer, inner])):
        record = {"id": "a", "text": text, "attributions": attributions}
        (place / f"{name}.jsonl").write_text(json.dumps(record), encoding="utf-8")
    assert evaluated(run, "flat.jsonl")["attribution"]["predicted"] == 1
    assert evaluated(run, "flat.jsonl", "--no-top-level")["attribution"]["predicted"] == 2
    assert evaluated(run, "nested.jsonl")["attribution"]["predicted"] == 2
    assert evaluated(run, "nested.jsonl", "--top-level")["attribution"]["predicted"] == 1


def test_the_scope_decides_what_has_to_be_found(run, place):
    assert evaluated(run, "gold.jsonl", "spans.jsonl", "--scope", "reported")["attribution"]["recall"] == 1


def test_punctuation_may_be_left_out(run, place):
    source = {"source": [[0, 19]], "cue": [[21, 25]], "content": [[26, 47]]}
    (place / "spans.jsonl").write_text(json.dumps({"id": "a", "attributions": [source]}))
    assert evaluated(run, "narrow.jsonl", "spans.jsonl")["relation_strict"]["f1"] == 0
    assert evaluated(run, "narrow.jsonl", "spans.jsonl", "--ignore-punctuation")["relation_strict"]["f1"] == 1


def test_intervals_follow_from_the_seed(run, place):
    records = [GOLD, {**GOLD, "id": "b"}, {**GOLD, "id": "c"}]
    (place / "gold.jsonl").write_text("\n".join(map(json.dumps, records)))

    def interval(*options):
        arguments = ("gold.jsonl", "spans.jsonl", "--bootstrap", "40", *options)
        return evaluated(run, *arguments)["bootstrap"]["intervals"]["relation F1"]

    low, high = interval()
    assert low < high
    assert interval("--seed", "1") == [low, high]


def test_errors_are_listed_in_a_file_for_people(run, place):
    done = run("evaluate", "gold.jsonl", "spans.jsonl", "--errors", "errors.txt")
    assert done.code == 0
    assert (place / "errors.txt").read_text(encoding="utf-8") == (
        "a:1:50 missed\n"
        "  gold       Ida Moss, the mayor, said that rents would rise. [source Rolf] [cue hopes] [content to win].\n"
    )


def test_errors_are_listed_in_a_file_for_programs(run, place):
    run("evaluate", "gold.jsonl", "spans.jsonl", "--errors", "errors.jsonl", "--format", "json")
    (line,) = (place / "errors.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["kind"] == "missed"


def test_an_old_list_of_errors_is_emptied(run, place):
    (place / "errors.txt").write_text("old")
    run("evaluate", "narrow.jsonl", "spans.jsonl", "--errors", "errors.txt")
    assert (place / "errors.txt").read_text() == ""


def test_agreement_of_two_annotators(run, place):
    data = evaluated(run, "gold.jsonl", "spans.jsonl", "--agreement", "narrow.jsonl")
    assert data["agreement"]["gold"] == "narrow.jsonl"
    assert data["agreement"]["attribution"]["f1"] == pytest.approx(2 / 3)
    assert 0 < data["agreement"]["tokens"]["cue"]["alpha"] < 1
    assert (
        "Agreement with narrow.jsonl on 1 article" in run("evaluate", "gold.jsonl", "--agreement", "narrow.jsonl").out
    )


def test_annotators_of_different_articles_are_wrong_usage(run, place):
    (place / "other.jsonl").write_text(json.dumps({**GOLD, "id": "z"}))
    done = run("evaluate", "gold.jsonl", "spans.jsonl", "--agreement", "other.jsonl")
    assert (done.code, done.out) == (2, "")
    assert done.err == "attribution: agreement: the two share no article by name; there are 'a' and 'z' for instance\n"


def test_articles_without_a_report_are_misses_and_a_warning(run, place):
    records = [GOLD, *({**GOLD, "id": name} for name in "bcde")]
    (place / "gold.jsonl").write_text("\n".join(map(json.dumps, records)))
    done = run("evaluate", "gold.jsonl", "spans.jsonl", "--format", "json")
    warning = "attribution: warning: 4 of the articles ('b', 'c', 'd', …): no report; counted as found empty\n"
    assert (done.code, done.err) == (0, warning)
    assert (done.json()["missing"], done.json()["attribution"]["recall"]) == (["b", "c", "d", "e"], 0.1)


def test_bad_lines_of_gold_are_all_named_and_nothing_is_measured(run, place):
    lines = [json.dumps(GOLD), "{", json.dumps({"id": "b", "text": "x", "attributions": [{"cue": [[0, 2]]}]})]
    (place / "gold.jsonl").write_text("\n".join(lines))
    done = run("evaluate", "gold.jsonl")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        "attribution: gold.jsonl: line 2: not valid JSON: "
        "Expecting property name enclosed in double quotes at column 2",
        "attribution: gold.jsonl: line 3: attribution 1, 'cue': [0, 2] is no part of the text: "
        "0 <= start < end <= 1 characters must hold",
    ]


def test_reports_of_other_articles_are_named(run, place):
    done = run("evaluate", "gold.jsonl", "-", stdin=b'{"id": "z", "attributions": []}')
    assert (done.code, done.out) == (2, "")
    assert done.err == "attribution: -: line 1: the gold has no article 'z'; its articles are 'a'\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "the following arguments are required: GOLD"),
        (["gold.jsonl", "--bootstrap", "-5"], "argument --bootstrap: "),
        (["gold.jsonl", "--bootstrap", "many"], "argument --bootstrap: must be a whole number from 0 on, not 'many'"),
        (["gold.jsonl", "--scope", "some"], "argument --scope: invalid choice: 'some'"),
        (["missing.jsonl"], "missing.jsonl: no such file or folder"),
        (["gold.jsonl", "missing.jsonl"], "missing.jsonl: no such file or folder"),
        (["gold.jsonl", "--agreement", "missing.jsonl"], "missing.jsonl: no such file or folder"),
        (
            ["gold.jsonl", "spans.jsonl", "--errors", "no/e.txt"],
            "no/e.txt: cannot be written: No such file or directory",
        ),
    ],
)
def test_wrong_usage_is_one_line_and_2(run, place, arguments, problem):
    done = run("evaluate", *arguments)
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert problem in done.err


@pytest.mark.parametrize("format", ["plain", "json"])
def test_two_runs_write_the_same_bytes(run, place, format):
    arguments = ("evaluate", "gold.jsonl", "--bootstrap", "10", "--agreement", "narrow.jsonl", "--format", format)
    assert run(*arguments).out == run(*arguments).out
