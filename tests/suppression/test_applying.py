"""Which findings directives suppress, and what there is to say about directives."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attribution import Config, audit
from attribution.config import Phrase
from attribution.model.finding import Severity
from attribution.model.report import Report
from attribution.suppression.applying import without_suppressed
from attribution.text.directives import cut_directives

BARE = "Sources said the pier had sunk."
AGAIN = "A source said the quay had sunk as well."
ONLY = Config(select=("ANON101", "ANON103"))


def applied(text: str, config: Config = ONLY, **options: bool) -> Report:
    return without_suppressed(audit(text, config=config), config, **options)


def left(text: str, config: Config = ONLY, **options: bool) -> list[str]:
    """The findings that are left, as code and paragraph."""
    return [f"{finding.code} {finding.paragraph}" for finding in applied(text, config, **options).findings]


BOTH = ["ANON101 1", "ANON103 1", "ANON101 2", "ANON103 2"]

REACH = {
    "the next paragraph": (f"[attribution: ignore]\n{BARE}\n{AGAIN}", BOTH[2:]),
    "over blank lines": (f"<!-- attribution: ignore -->\n\n \n{BARE}\n{AGAIN}", BOTH[2:]),
    "one rule": (f"[attribution: ignore ANON101]\n{BARE}\n{AGAIN}", BOTH[1:]),
    "a family": (f"[attribution: ignore anonymity]\n{BARE}\n{AGAIN}", BOTH[2:]),
    "first letters": (f"<!-- attribution: ignore[ANON10] -->\n{BARE}\n{AGAIN}", BOTH[2:]),
    "a name": (f"[attribution: ignore bare-source]\n{BARE}\n{AGAIN}", [BOTH[0], *BOTH[2:]]),
    "two directives": (f"[attribution: ignore ANON101]\n[attribution: ignore ANON103]\n{BARE}\n{AGAIN}", BOTH[2:]),
    "the file": (f"{BARE}\n{AGAIN}\n[attribution: ignore-file]", []),
    "the file, one rule": (f"[attribution: ignore-file ANON103]\n{BARE}\n{AGAIN}", [BOTH[0], BOTH[2]]),
    "from off to on": (f"[attribution: off]\n{BARE}\n[attribution: on]\n{AGAIN}", BOTH[2:]),
    "from off to the end": (f"{BARE}\n<!-- attribution: off -->\n{AGAIN}", BOTH[:2]),
    "one rule off": (f"[attribution: off ANON103]\n{BARE}\n{AGAIN}\n[attribution: on ANON103]", [BOTH[0], BOTH[2]]),
    "one rule on": (f"[attribution: off]\n{BARE}\n[attribution: on ANON101]\n{AGAIN}", [BOTH[2]]),
}


@pytest.mark.parametrize("label", REACH)
def test_a_directive_reaches_what_it_says(label: str) -> None:
    text, expected = REACH[label]
    assert sorted(left(text, Config(select=ONLY.select, ignore=("META",)))) == sorted(expected)
    assert sorted(left(text)) == sorted(expected)


SAID = {
    "nothing to suppress": ("[attribution: ignore ANON103]\nRain fell.", "META901", "suppresses nothing of ANON103."),
    "half of it": (f"[attribution: ignore bare-source, ANON103]\n{BARE}", "META901", "nothing of ANON103."),
    "nothing follows": ("Rain fell.\n[attribution: ignore ANON103]", "META901", "suppresses nothing of ANON103."),
    "nothing was off": ("Rain fell.\n[attribution: on]", "META901", "Nothing was off that this turns on."),
    "nothing of it was off": (f"[attribution: off ANON101]\n{BARE}\n[attribution: on ANON103]", "META901", "ANON103"),
    "twice": (f"[attribution: ignore]\n[attribution: ignore ANON103]\n{BARE}", "META901", "nothing of ANON103"),
    "an unknown code": ("[attribution: ignore ANON1O1]\nRain.", "META902", "'ANON1O1'; did you mean ANON101?"),
    "an unknown family": ("[attribution: ignore[anonimity]]\nRain.", "META902", "did you mean anonymity?"),
    "a code of ours": ("[attribution: ignore META901]\nRain.", "META902", "META901 cannot be suppressed"),
    "a slip": ("[attribution: ingore ANON101]\nRain.", "META904", "'ingore'; did you mean ignore?"),
    "no verb": ("<!-- attribution: -->\nRain.", "META904", "may be ignore, ignore-file, off, on"),
    "another verb": ("<!-- attribution: hush -->\nRain.", "META904", "there are ignore, ignore-file, off, on"),
    "no rule in brackets": ("<!-- attribution: ignore[] -->\nRain.", "META904", "No rule stands in the brackets"),
}  # fmt: skip


@pytest.mark.parametrize("label", SAID)
def test_what_is_wrong_with_a_directive_is_a_finding(label: str) -> None:
    text, code, words = SAID[label]
    (finding,) = [item for item in applied(text).findings if item.code.startswith("META")]
    assert (finding.code, words in finding.message) == (code, True), finding.message
    assert finding.span.of(text).startswith(("[attribution:", "<!-- attribution:"))
    assert len(finding.fingerprint) == 16


def test_an_unknown_code_leaves_the_others_of_its_directive_in_force() -> None:
    assert left(f"[attribution: ignore ANON101, ANON1O3]\n{BARE}") == ["META902 1", "ANON103 1"]


@pytest.mark.parametrize(
    ("select", "directive", "said"),
    [
        (("ANON103",), "ignore ANON103", True),
        (("ANON101",), "ignore ANON103", False),
        (("ANON103",), "ignore", False),
        (("ANON103",), "ignore ANON", False),
        (None, "ignore", True),
        (None, "ignore ANON", True),
        (None, "ignore QUOT305", False),
        (("QUOT305",), "ignore QUOT305", True),
    ],
)
def test_a_directive_is_unused_only_when_its_rules_looked(select, directive: str, said: bool) -> None:
    assert left(f"[attribution: {directive}]\nRain fell.", Config(select=select)) == (["META901 1"] if said else [])


def test_a_reason_is_required_where_it_is() -> None:
    text = f"[attribution: ignore]\n{BARE}\n[attribution: off]\n{AGAIN}\n[attribution: on]"
    assert left(text) == []
    assert left(text, require_reason=True) == ["META903 1", "META903 2"]
    assert left(f"[attribution: ignore ANON cleared]\n{BARE}", require_reason=True) == []


@pytest.mark.parametrize(("ignore", "expected"), [(("META901",), []), (("META",), []), (("unused-suppression",), [])])
def test_findings_about_directives_are_left_out_by_selection_alone(ignore, expected) -> None:
    text = "[attribution: ignore-file known]\n[attribution: ignore ANON103 known]\nRain fell."
    assert left(text, Config()) == ["META901 1", "META901 1"]
    assert left(text, Config(ignore=ignore)) == expected


def test_findings_about_directives_have_the_severity_that_is_configured() -> None:
    text = "[attribution: ignore ANON1O1]\nRain fell."
    for level in Severity:
        config = Config(rules={"META902": {"severity": level.value}})
        found = applied(text, config).findings
        assert [(item.code, item.severity) for item in found] == [("META902", level)]


def test_a_finding_about_the_whole_article_goes_with_the_file_or_its_paragraph() -> None:
    config = Config(select=("BAL605",))
    text = f"{BARE}\n{AGAIN}\nSources said the crane had sunk."
    (finding,) = audit(text, config=config).findings
    assert left(f"[attribution: ignore-file]\n{text}", config) == []
    lines = text.split("\n")
    lines.insert(finding.paragraph - 1, "[attribution: ignore BAL605]")
    assert left("\n".join(lines), config) == []


def test_a_rule_of_a_newsroom_is_suppressed_like_ours() -> None:
    config = Config(phrases=(Phrase("HOUSE001", "No.", phrases=("had sunk",)),), select=("HOUSE001",))
    assert left(BARE, config) == ["HOUSE001 1"]
    assert left(f"[attribution: ignore HOUSE001]\n{BARE}", config) == []


def test_a_report_without_directives_is_the_same() -> None:
    report = audit(BARE)
    assert without_suppressed(report) is report


LINES = st.sampled_from(
    [
        BARE,
        AGAIN,
        "Rain fell.",
        "[attribution: ignore]",
        "[attribution: ignore ANON101, ANON1O3 so]",
        "<!-- attribution: ignore[ANON] -->",
        "[attribution: ignore-file ANON103]",
        "[attribution: off]",
        "<!-- attribution: off[ANON103] -->",
        "[attribution: on]",
        "[attribution: on ANON101]",
        "[attribution: ignroe]",
        "<!-- attribution: \x00 İ 🙂 \ud800 -->",
        "",
    ]
)


@given(st.lists(LINES, max_size=12), st.booleans())
@settings(max_examples=80, deadline=None)
def test_any_directives_give_a_report_and_removing_them_gives_the_first_findings(lines, require_reason) -> None:
    text = "\n".join(lines)
    report = audit(text, config=ONLY)
    result = without_suppressed(report, ONLY, require_reason=require_reason)
    kept = [finding for finding in result.findings if not finding.code.startswith("META")]
    assert set(kept) <= set(report.findings)
    assert list(result.findings) == sorted(
        result.findings, key=lambda item: (item.span.start, item.code, item.span.end)
    )
    cut = cut_directives(report.analysis.document.article)
    assert cut.restored(audit(cut.without, config=ONLY).findings) == report.findings


@given(st.text(st.sampled_from("[]<!->:,\n attribution ignore off ANON101 -file"), max_size=120))
@settings(max_examples=150, deadline=None)
def test_any_text_that_looks_like_directives_gives_a_report(text: str) -> None:
    for line in (text, f"[attribution: {text}]", f"<!-- attribution: {text} -->\n{BARE}"):
        applied(line, require_reason=True)


def test_cost_is_linear_in_directives() -> None:
    text = "".join(f"[attribution: off ANON101]\n[attribution: ignore]\n{BARE}\n" for _ in range(300))
    assert len(applied(text).findings) >= 300
