import pytest

from attribution.rules.catalogue import catalogue


def test_every_rule_is_listed_with_its_code_level_and_name(run):
    lines = run("rules").lines
    assert [line.split()[:3] for line in lines] == [
        [rule.code, str(rule.severity) if rule.enabled else "off", rule.name] for rule in catalogue().values()
    ]
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("code", catalogue())
def test_every_rule_has_a_page_with_its_sections_examples_and_options(run, code):
    rule = catalogue()[code]
    done = run("rule", code)
    assert done.code == 0
    assert done.lines[0].startswith(f"{code} {rule.name} ({rule.severity}")
    for heading in (*rule.page.sections, "Examples"):
        assert heading in done.lines
    assert sum(line.startswith(("  flagged ", "  clean ")) for line in done.lines) == len(rule.examples)
    shown = " ".join(done.out.split())
    assert all(f"{option.name} = " in shown and option.meaning in shown for option in rule.page.options)
    assert max(map(len, done.lines)) <= 80


def test_a_rule_may_be_asked_for_by_name_and_in_either_case(run):
    page = run("rule", "ANON101").out
    assert run("rule", "anon101").out == page
    assert run("rule", "no-anonymity-reason").out == page
