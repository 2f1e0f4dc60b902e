"""Which lines are directives, and that an article is read as if they were not there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import audit
from attribution.lexicons.loading import load
from attribution.model.document import Article
from attribution.text.directives import asked, cut_directives, find_directives
from attribution.text.segmenting import segment

LINES = {
    "plain": ("[attribution: ignore ANON101 known to the desk]", True),
    "comment": ("<!-- attribution: ignore[ANON101] known -->", True),
    "comment without spaces": ("<!--attribution:off-->", True),
    "capital": ("[Attribution: off]", True),
    "brackets in brackets": ("[attribution: ignore[ANON101] known]", True),
    "indented": ("  \t[attribution: on]  ", True),
    "a slip in the verb": ("[attribution: ingore ANON101]", True),
    "any comment of ours": ("<!-- attribution: whatever -->", True),
    "a credit": ("[Attribution: Reuters]", False),
    "a licence": ("[attribution: CC BY-SA 4.0]", False),
    "no closing bracket": ("[attribution: off", False),
    "no closing mark": ("<!-- attribution: off", False),
    "words before": ("Rain fell. [attribution: off]", False),
    "words behind": ("[attribution: off] Rain fell.", False),
    "words between two": ("[attribution: off] Rain [attribution: on]", False),
    "two comments": ("<!-- attribution: off --><!-- attribution: on -->", False),
    "another comment": ("<!-- attributions: off -->", False),
}


@pytest.mark.parametrize("label", LINES)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b"])
def test_a_directive_fills_its_line(label: str, end: str) -> None:
    line, expected = LINES[label]
    text = f"Rain fell.{end}{line}{end}Snow fell."
    found = [span.of(text) for span in find_directives(text)]
    assert found == ([line.strip()] if expected else [])


def test_a_directive_may_be_the_first_or_the_last_line_or_all() -> None:
    for text in ("[attribution: off]\nRain.", "Rain.\n[attribution: off]", "\ufeff[attribution: off]"):
        assert [span.of(text) for span in find_directives(text)] == ["[attribution: off]"]


def test_what_is_asked_stands_between_the_marks() -> None:
    assert asked("[attribution: ignore[ANON101] a reason ]") == "ignore[ANON101] a reason"
    assert asked("<!--attribution:on-->") == "on"


def test_a_directive_is_no_paragraph_and_offsets_stay_true() -> None:
    directive = "[attribution: ignore 4,000 people said “so”]"
    text = f"HARBOUR CRANE FAILS\n{directive}\n\nHarbour officials said the crane failed.\n"
    report = audit(text)
    document = report.analysis.document
    assert [paragraph.span.of(text) for paragraph in document.paragraphs] == [
        "HARBOUR CRANE FAILS",
        "Harbour officials said the crane failed.",
    ]
    assert (document.text, document.words, document.figures, document.quotations) == (text, 9, (), ())
    assert [item.cue.span.of(text) for item in report.analysis.attributions] == ["said"]
    assert [sentence.tokens.span(0, 2).of(text) for sentence in document.sentences[1:]] == ["Harbour officials"]
    assert document == segment(Article(text), load())


PARAGRAPHS = st.sampled_from(
    [
        "Sources said the pier had sunk.",
        "Two officials, who spoke on condition of anonymity, told Reuters that the talks had failed.",
        "“We read about it in the paper,” she said. “Nobody told us.",
        "Nearly 4,000 people were killed.",
        "WHAT HAPPENS NEXT",
        "",
        "He said so because he feared for his job.",
    ]
)
DIRECTIVES = st.sampled_from(
    ["[attribution: ignore ANON101 because she fears “them”]", "<!-- attribution: off -->", "  [attribution: on]\t"]
)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\u2028", "\r"])


@given(st.lists(st.tuples(PARAGRAPHS, st.lists(DIRECTIVES, max_size=2)), max_size=6), LINE_ENDS)
@settings(max_examples=60, deadline=None)
def test_an_article_is_read_as_if_its_directives_were_not_there(pieces: list[tuple[str, list[str]]], end: str) -> None:
    plain = "".join(paragraph + end for paragraph, _ in pieces)
    directed = "".join("".join(line + end for line in lines) + paragraph + end for paragraph, lines in pieces)
    before, after = audit(plain), audit(directed)
    cut = cut_directives(Article(directed))
    assert cut.without.text == plain
    assert len(cut.directives) == sum(len(lines) for _, lines in pieces)
    assert cut.restored(before.findings) == after.findings
    assert cut.restored(before.analysis.attributions) == after.analysis.attributions
    assert cut.restored(before.analysis.scores) == after.analysis.scores
    assert cut.restored(before.analysis.document) == after.analysis.document
    spans = [(item.span, moved.span) for item, moved in zip(before.findings, after.findings, strict=True)]
    assert all(span.of(plain) == moved.of(directed) for span, moved in spans if "\n" not in moved.of(directed))


def test_many_directives_cost_no_more_than_their_lines() -> None:
    text = "[attribution: off]\n" * 20_000 + "Sources said so."
    cut = cut_directives(Article(text))
    assert (len(cut.directives), cut.without.text) == (20_000, "Sources said so.")
    padded = (" " * 200 + "[attribution:") * 2_000
    assert find_directives(padded) == ()
