"""On the seed article the rules find exactly what a careful editor expects, and nothing else."""

from collections import Counter

from attribution.config import Config
from attribution.lexicons.loading import load
from attribution.rules.checking import check
from tests.scoring.seed_article import seed_analysis

EXPECTED = [
    ("ANON104", 1, "that they believe"),
    ("ANON111", 1, "U.S. officials"),
    ("ANON112", 1, "U.S. officials"),
    ("RELAY401", 1, "U.S. officials"),
    ("RELAY402", 1, "U.S. officials"),
    ("ANON101", 2, "Speaking on the condition of anonymity"),
    ("ANON104", 2, "that it was their hope"),
    ("ANON101", 4, "a source in Ukraine's General Staff"),
    ("ANON112", 4, "a source in Ukraine's General Staff"),
    ("ANON114", 4, "over 40 per cent"),
    ("RELAY401", 4, "a source in Ukraine's General Staff"),
    ("ANON104", 5, "they believed the intention"),
    ("ATTR209", 6, "Zelensky"),
    ("QUOT304", 6, '"indefinitely"'),
    ("ATTR203", 7, "nearly 60,000"),
    ("ATTR204", 8, "heavy casualties"),
    ("BAL604", 8, "Zelensky"),
    ("ANON108", 9, "Ukrainian officials"),
    ("ATTR209", 9, "Ukrainian officials"),
    ("ATTR209", 10, "Trump"),
    ("QUOT303", 10, '"peace through strength"'),
    ("QUOT304", 10, '"out"'),
]


def test_the_findings_of_the_seed() -> None:
    analysis = seed_analysis()
    findings = check(analysis, load(), Config())
    found = Counter((item.code, item.paragraph) for item in findings)
    assert found == Counter((code, paragraph) for code, paragraph, _ in EXPECTED)
    anchors = {(item.code, item.paragraph): item.span.of(analysis.document.text) for item in findings}
    for code, paragraph, words in EXPECTED:
        assert anchors[code, paragraph].startswith(words)


def test_the_statistic_of_the_seed_lists_both_figures_of_its_sentence() -> None:
    analysis = seed_analysis()
    (finding,) = [item for item in check(analysis, load(), Config()) if item.code == "ATTR203"]
    assert [span.of(analysis.document.text) for span in finding.related] == ["approximately 12,000"]
    assert "approximately 12,000" in finding.message


def test_the_seed_has_no_error_thirteen_warnings_and_nine_infos() -> None:
    findings = check(seed_analysis(), load(), Config())
    assert Counter(item.severity.value for item in findings) == {"warning": 13, "info": 9}
