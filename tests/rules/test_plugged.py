"""Rules of plugins in the catalogue: which are taken in, which are left out and why, and that they are selected."""

import pytest

from attribution import Config, audit
from attribution.errors import ConfigError, PluginError, PluginWarning
from attribution.rules.catalogue import catalogue, find_rule, own_rules, rule_faults
from attribution.rules.selection import family
from tests.made_rules import rule_module

GROUP = "attribution.rules"


def codes(text: str = "Rain fell.", **settings) -> list[str]:
    return [finding.code for finding in audit(text, config=Config(**settings)).findings]


def test_a_module_a_package_and_a_rule_are_entry_points(install):
    files = {
        "alone.py": rule_module("AAA1", "made-up-alone"),
        "many/__init__.py": "'''Rules.'''\nfrom many.first import made_up\n",
        "many/first.py": rule_module("BBB1", "made-up-first"),
        "many/second.py": rule_module("BBB2", "made-up-second"),
        "one.py": rule_module("CCC1", "made-up-one"),
    }
    install("added", {GROUP: {"x": "alone", "y": "many", "z": "one:made_up"}}, files)
    assert rule_faults() == ()
    assert set(catalogue()) - set(own_rules()) == {"AAA1", "BBB1", "BBB2", "CCC1"}
    assert list(catalogue()) == sorted(catalogue())
    assert str(find_rule("made-up-second").plugin.name) == "y"


def test_without_plugins_the_catalogue_is_ours():
    assert catalogue() == own_rules()
    assert all(rule.plugin is None for rule in catalogue().values())


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["TEST101"]),
        ({"select": ("TEST101",)}, ["TEST101"]),
        ({"select": ("TEST",)}, ["TEST101"]),
        ({"select": ("TEST1",)}, ["TEST101"]),
        ({"select": ("made-up",)}, ["TEST101"]),
        ({"select": ("added",)}, ["TEST101"]),
        ({"select": ("ALL",)}, ["TEST101"]),
        ({"select": ("ANON",)}, []),
        ({"ignore": ("TEST",)}, []),
        ({"ignore": ("added",)}, []),
        ({"rules": {"TEST101": {"enabled": False}}}, []),
    ],
)
def test_rules_of_plugins_are_selected_as_ours_are(install, settings, expected):
    install("added", {GROUP: {"x": "made"}}, {"made.py": rule_module()})
    assert codes(**settings) == expected
    assert family(find_rule("TEST101")) == "added"


def test_severity_and_options_are_set_as_for_ours(install):
    install("added", {GROUP: {"x": "made"}}, {"made.py": rule_module()})
    (finding,) = audit("Rain fell.", config=Config(rules={"TEST101": {"severity": "error"}})).findings
    assert finding.severity == "error"
    with pytest.raises(ConfigError, match=r"rules.TEST101.depth: no such option; this rule has none"):
        codes(rules={"TEST101": {"depth": 1}})


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (rule_module("ANON101", "made-up"), "its code is that of ANON101 no-anonymity-reason, which is built in"),
        (rule_module("TEST101", "bare-source"), "its name 'bare-source' is that of ANON103 bare-source, which is bui"),
        (rule_module("Test1"), "a code is capital letters and a number, as in HARB101"),
        (rule_module(name="Made Up"), "a name is small letters with hyphens, as in bare-source, not 'Made Up'"),
        (rule_module(severity="'fatal'"), "its severity and its scope must be members of Severity and Scope"),
        (rule_module(options="dict"), "NotAnAttrsClassError: "),
        (rule_module(options="Needy"), "every option needs a default: "),
        (rule_module(examples="[]"), "RuleError: TEST101: a rule needs 2 flagged and 3 clean examples"),
        ("", "made holds no rule"),
        ("import no_such_module", "ModuleNotFoundError: "),
    ],
)
def test_a_rule_that_cannot_be_taken_in_is_left_out_and_said(install, source, problem):
    install("added", {GROUP: {"x": "made"}}, {"made.py": source})
    install("sound", {GROUP: {"y": "sound"}}, {"sound.py": rule_module("SOUND1", "sound-rule")})
    (fault,) = rule_faults()
    assert fault.problem.startswith(problem)
    assert fault.distribution == "added"
    with pytest.warns(PluginWarning, match="plugin added 1.0"):
        assert set(catalogue()) - set(own_rules()) == {"SOUND1"}


def test_an_entry_point_that_is_no_rule_says_what_it_is(install):
    install("added", {GROUP: {"x": "math:pi"}}, {})
    assert rule_faults()[0].problem == "math:pi is neither a rule nor a module of rules but a float"


def test_a_broken_module_of_a_package_is_named(install):
    install("added", {GROUP: {"x": "many"}}, {"many/__init__.py": "", "many/first.py": "1 / 0"})
    assert rule_faults()[0].problem == "many.first: ZeroDivisionError: division by zero"


def test_two_plugins_may_not_share_a_code(install):
    install("aaa", {GROUP: {"x": "made"}}, {"made.py": rule_module()})
    install("bbb", {GROUP: {"y": "other"}}, {"other.py": rule_module(name="other-name")})
    (fault,) = rule_faults()
    assert fault.distribution == "bbb"
    assert fault.problem == "its code is that of TEST101 made-up, which is of aaa"


def test_a_rule_of_ours_that_a_plugin_imports_is_not_added_again(install):
    source = rule_module() + "from attribution.rules.anonymity.bare_source import bare_source\n"
    install("added", {GROUP: {"x": "made"}}, {"made.py": source})
    assert rule_faults() == ()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"body": "yield 1 / 0"}, "ZeroDivisionError: division by zero"),
        ({"body": "yield None"}, "AttributeError: "),
        ({"body": "return None"}, "TypeError: "),
        ({"body": "yield Hit(Span(0, 999))"}, "it objects to words behind the end of the text"),
        ({"message": "'{nobody} knows.'"}, "KeyError: 'nobody'"),
    ],
)
def test_a_rule_that_fails_in_an_article_is_an_error_that_names_it(install, changes, problem):
    install("added", {GROUP: {"x": "made"}}, {"made.py": rule_module(**changes)})
    with pytest.raises(PluginError) as caught:
        audit("Rain fell.")
    where = "plugin added 1.0 (entry point 'x' of attribution.rules, rule TEST101): "
    assert str(caught.value).startswith(where + problem)
    assert caught.value.code == "TEST101"
