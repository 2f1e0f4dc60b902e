"""A newsroom's own rules: what they find, what they leave alone, and patterns that do not come to an end."""

import pytest

from attribution import audit
from attribution.config import Config, Phrase
from attribution.errors import ConfigError, PatternError

STYLE = Phrase("HOUSE001", "Say who.", phrases=("sources close to",), replacement="people near")
TEXT = "Sources close to the mayor said no. “Sources close to me lie,” she said."


def found(*phrases: Phrase, text: str = TEXT, **given):
    findings = audit(text, config=Config(phrases=phrases, **given)).findings
    return [finding for finding in findings if finding.code.startswith("HOUSE")]


def test_phrases_are_found_in_either_case_and_outside_quotations() -> None:
    (finding,) = found(STYLE)
    assert (finding.span.of(TEXT), finding.severity, finding.message) == ("Sources close to", "warning", "Say who.")
    assert finding.fix is not None and (finding.fix.safe, finding.fix.edits[0].text) == (False, "people near")
    assert finding.fingerprint


def test_quotations_may_be_objected_to_as_well() -> None:
    assert len(found(Phrase("HOUSE001", "Say who.", phrases=("sources close to",), quotations=True))) == 2


@pytest.mark.parametrize(("text", "count"), [("The outsources close to it.", 0), ("A source, close to it.", 0)])
def test_words_are_whole(text, count) -> None:
    assert len(found(STYLE, text=text)) == count


def test_a_pattern_is_a_regular_expression() -> None:
    findings = found(
        Phrase("HOUSE002", "Spell it out.", pattern=r"\b\d+ bn\b", severity="info"), text="It cost 4 bn kroner."
    )
    assert [finding.span.of("It cost 4 bn kroner.") for finding in findings] == ["4 bn"]


def test_house_rules_are_selected_like_any_other() -> None:
    assert not found(STYLE, ignore=("HOUSE",)) and not found(STYLE, select=("ANON",))
    assert found(STYLE, select=("HOUSE001",)) and found(STYLE, select=("ALL",))


def test_a_pattern_that_does_not_end_is_an_error_with_its_code(monkeypatch) -> None:
    monkeypatch.setattr("attribution.rules.house.SECONDS", 0.05)
    with pytest.raises(PatternError, match=r"phrase HOUSE003: its pattern did not finish within 0.05 s") as caught:
        found(Phrase("HOUSE003", "Never.", pattern=r"(?:a|a|aa)+$"), text="a" * 4000 + "!")
    assert caught.value.code == "HOUSE003"


@pytest.mark.parametrize(
    ("phrase", "fault"),
    [
        (Phrase("ANON101", "x", phrases=("y",)), "phrase ANON101.code: another rule has this code"),
        (Phrase("HOUSE001", "x"), "phrase HOUSE001: expected either phrases or a pattern"),
        (Phrase("HOUSE001", "x", ("y",), "z"), "phrase HOUSE001: expected either phrases or a pattern"),
        (Phrase("HOUSE001", "x", pattern="a*"), "phrase HOUSE001.pattern: it matches nothing at all, everywhere"),
        (
            Phrase("HOUSE001", "x", ("y",), severity="bad"),
            "phrase HOUSE001.severity: expected error, warning or info, not 'bad'",
        ),
    ],
)
def test_what_is_wrong_with_a_house_rule_is_said(phrase, fault) -> None:
    with pytest.raises(ConfigError) as caught:
        found(phrase)
    assert caught.value.faults == (fault,)
