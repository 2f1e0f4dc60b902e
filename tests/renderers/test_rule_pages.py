"""The pages of rules: everything that a rule says, in Markdown that shows it as it is."""

import re

import pytest
from attrs import evolve

from attribution.renderers.rule_pages import INDEX, POLICIES, rule_page, rule_pages
from attribution.rules.base import Rule, flagged
from attribution.rules.catalogue import find_rule, own_rules

PAGES = rule_pages()


@pytest.mark.parametrize("rule", own_rules().values(), ids=own_rules())
def test_a_page_says_what_its_rule_says(rule: Rule) -> None:
    page = rule_page(rule, linked=True)
    assert PAGES[f"{rule.code}.md"].startswith(page)
    assert rule_page(rule) == re.sub(r"\[([\w-]+)\]\(policies\.md#[\w-]+\)", r"\1", page), "it can stand by itself"
    for text in (rule.page.summary, *rule.page.sections.values(), rule.message):
        assert text in page
    for option in rule.page.options:
        assert f"| `{option.name}` | {option.kind} |" in page
    assert page.count("\n- ") == len(rule.policies) + len(rule.examples)
    assert len(re.findall(r"<b>[^<]+</b>", page)) >= sum(example.flagged for example in rule.examples)


def test_the_index_leads_to_every_rule_and_every_rule_to_its_policies() -> None:
    assert sorted(re.findall(r"\[(\w+)\]\(\1\.md\)", PAGES[INDEX])) == list(own_rules())
    anchors = set(re.findall(r'<a id="([\w-]+)">', PAGES[POLICIES]))
    wanted = {anchor for page in PAGES.values() for anchor in re.findall(rf"{POLICIES}#([\w-]+)\)", page)}
    assert wanted == anchors


def test_levels_are_those_of_the_profiles() -> None:
    heads = "| `default` | `relay` | `strict` | `wire` |\n|---|---|---|---|\n"
    assert heads + "| info | info | warning | info |" in rule_page(find_rule("ANON102"))
    assert heads + "| off | info | warning | off |" in rule_page(find_rule("RELAY403"))


def test_what_markdown_would_read_is_shown_as_it_stands() -> None:
    odd = flagged("A *b* [c]\\(d) `e` <f> & g_h_ [[i\n\nj]]")
    page = rule_page(evolve(find_rule("ANON103"), code="HOUSE1", policies=("HOUSE",), examples=(odd,)))
    assert "- A \\*b\\* \\[c\\]\\\\(d) \\`e\\` &lt;f&gt; &amp; g\\_h\\_ <b>i\n\n    j</b>\n" in page
    assert "- HOUSE\n" in page
    assert "| error | error | error | error |" in page, "a plugin's rule has its own level in every profile"
