import pytest

from attribution import audit
from attribution.model.document import Article
from attribution.renderers.markdown_summary import escaped, render_markdown
from tests.hand_built import empty_report, report


def test_grade_figures_sources_and_what_to_look_at():
    lines = render_markdown(report()).split("\n")
    assert lines[0].startswith("**dam.txt: ")
    assert "**Sources**" in lines
    assert any(line.startswith("- **S1** ") and "via Harbour Post" in line for line in lines)
    assert any(line.startswith("- Paragraph ") and "`" in line for line in lines)


def test_what_is_below_the_level_is_only_counted():
    found = report()
    levels = [finding.severity for finding in found.findings]
    every = render_markdown(found, min_level="info")
    assert every.count("\n- Paragraph ") == len(levels)
    assert "below" not in every
    errors = render_markdown(found, min_level="error")
    assert errors.count("\n- Paragraph ") == levels.count("error")
    assert f"{len(levels) - levels.count('error')} below error" in errors


def test_an_article_that_needs_no_source():
    assert render_markdown(empty_report("")).endswith("nothing in it needs a source.\n\nNo findings.")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("*bold*", r"\*bold\*"),
        ("[a](b)", r"\[a\](b)"),
        ("<img src=x>", r"\<img src=x\>"),
        ("`code`", r"\`code\`"),
        ("two\nlines\t| cell", r"two lines \| cell"),
        ("&lt; $x$ ~~y~~ #4", r"\&lt; \$x\$ \~\~y\~\~ \#4"),
        ("@mayor", "@\N{WORD JOINER}mayor"),
        ("a\x1b[2J", "a\N{REPLACEMENT CHARACTER}\\[2J"),
    ],
)
def test_words_of_the_article_format_nothing_and_call_no_one(words, written):
    assert escaped(words) == written


def test_a_hostile_name_stays_text():
    found = audit(Article("Ida Moss said that it would hold.", name="a*b\n# c"))
    assert render_markdown(found).startswith(r"**a\*b \# c: ")
