from collections import Counter

import pytest
from hypothesis import given, settings

from attribution import Config
from attribution.comparing.comparing import compare, compare_reports
from attribution.model.comparison import CODES, SEVERITIES, ChangeKind
from attribution.model.finding import Severity
from attribution.pipeline import audit
from tests.case_files import load_cases, parameters
from tests.fuzzing.strategies import TEXTS
from tests.fuzzing.test_properties import HOSTILE
from tests.test_golden import SEEDS

KEYS = ("old", "changes", "scores", "appeared", "gone", "quiet")
CASES = load_cases("comparing", KEYS)
SCORES = (ChangeKind.SCORE_FELL, ChangeKind.SCORE_ROSE)
FINDINGS = (ChangeKind.FINDING_NEW, ChangeKind.FINDING_GONE)


@pytest.mark.parametrize("case", parameters(CASES))
def test_an_edit_changes_what_it_changes(case):
    changes = compare(case.keys["old"], case.text).changes
    if case.keys.get("quiet"):
        assert [change.kind for change in changes] == []
        return
    sourcing = [change.kind for change in changes if change.kind not in (*SCORES, *FINDINGS)]
    assert sorted(sourcing) == case.keys["changes"]
    if "scores" in case.keys:
        assert [change.kind for change in changes if change.kind in SCORES] == case.keys["scores"]
    for key, kind in (("appeared", ChangeKind.FINDING_NEW), ("gone", ChangeKind.FINDING_GONE)):
        codes = {change.finding.code for change in changes if change.kind is kind}
        assert codes >= set(case.keys.get(key, ()))


def test_the_cases_are_many_and_know_innocent_edits():
    assert len(CASES) >= 45
    assert sum(case.label.startswith("innocent") for case in CASES) >= 12


def facts(comparison, *, undone=False):
    """Everything that changed, as the edit undone would say it where `undone` is set."""
    return Counter(
        (change.kind.mirror, change.after, change.before, change.now, change.was, change.aspects, change.claims)
        if undone
        else (change.kind, change.before, change.after, change.was, change.now, change.aspects, change.claims)
        for change in comparison.changes
    )


@pytest.mark.parametrize("case", [pytest.param(case, id=case.id) for case in CASES])
def test_the_edit_undone_is_the_mirror(case):
    there, back = compare(case.keys["old"], case.text), compare(case.text, case.keys["old"])
    assert facts(there, undone=True) == facts(back)
    assert (there.before, there.after) == (back.after, back.before)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_seed_and_itself_differ_in_nothing(path):
    text = path.read_text(encoding="utf-8")
    comparison = compare(text, text)
    assert comparison.changes == ()
    assert comparison.before == comparison.after
    assert len(comparison.paragraphs) == len(comparison.new.analysis.document.paragraphs)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_the_paragraphs_of_a_seed_the_other_way_round_lose_no_source(path):
    text = path.read_text(encoding="utf-8")
    turned = "\n\n".join(reversed(text.split("\n\n")))
    kinds = {change.kind for change in compare(text, turned).changes}
    assert not kinds & {ChangeKind.SOURCE_LOST, ChangeKind.FIGURE_SOURCE_LOST, ChangeKind.ATTRIBUTION_LOST}


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_two_texts_compare_and_mirror(old, new):
    there, back = compare(old, new), compare(new, old)
    assert facts(there, undone=True) == facts(back)


@settings(max_examples=30)
@given(TEXTS)
def test_any_text_and_itself_differ_in_nothing(text):
    assert compare(text, text).changes == ()


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_compare(name):
    compare(HOSTILE[name], HOSTILE[name] + " Ada Lind said that the bridge would close.")


def test_every_kind_has_a_mirror_a_code_and_a_place_among_the_severities():
    for kind in ChangeKind:
        assert kind.mirror.mirror is kind
    assert len(set(CODES.values())) == len(ChangeKind)
    assert SEVERITIES[ChangeKind.SOURCE_LOST] is Severity.ERROR
    assert all(SEVERITIES.get(kind, Severity.INFO) is Severity.INFO for kind in CODES if CODES[kind] > "DIFF750")


def test_one_change_of_a_source_is_told_once_with_its_claims():
    old = "Ada Lind, the county engineer, said the bridge was shut. Lind said the ferry would run until June."
    new = "A county official said the bridge was shut. The official said the ferry would run until June."
    (change,) = [change for change in compare(old, new).changes if change.kind is ChangeKind.SOURCE_VAGUER]
    assert (change.was, change.now, change.claims) == ("Ada Lind", "a county official", 2)
    assert (change.old_source, change.new_source) == ("S1", "S1")
    assert change.before.of(old) == "Ada Lind, the county engineer"


def test_the_configuration_holds_for_both_versions():
    old, new = "Two officers told Reuters the raid failed.", "Sources told Reuters that the raid failed."
    kinds = {change.kind for change in compare(old, new, config=Config(select=("RELAY",))).changes}
    assert ChangeKind.FINDING_NEW not in kinds


def test_reports_that_are_there_are_not_made_again():
    old, new = audit("The bridge will close, Ada Lind said."), audit("The bridge will close.")
    comparison = compare_reports(old, new)
    assert (comparison.old, comparison.new) == (old, new)
    assert comparison == compare("The bridge will close, Ada Lind said.", "The bridge will close.")


def test_against_nothing_everything_is_new():
    comparison = compare("", "The bridge will close, Ada Lind said.")
    assert {change.kind for change in comparison.changes} == {ChangeKind.ATTRIBUTION_ADDED}
    assert comparison.before.points is None
