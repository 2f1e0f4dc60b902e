"""Rules that settle what a word is by its neighbours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.text.settling import _RULES, settle

TAGS = st.text(alphabet="DSRMPOTHwqhoUCBVKXNA#YZbsepgnd'<>-,;:().iuv", max_size=14)


@given(TAGS)
def test_a_rule_replaces_nothing_but_the_letters_it_names(tags: str):
    for letters, pattern, letter in _RULES:
        replaced = pattern.sub(letter, tags)
        assert len(replaced) == len(tags)
        assert {before for before, after in zip(tags, replaced, strict=True) if before != after} <= set(letters)


@given(TAGS)
def test_rules_that_are_passed_over_would_change_nothing(tags: str):
    expected = tags
    for _, pattern, letter in _RULES:
        expected = pattern.sub(letter, expected)
    assert settle(tags) == expected


@pytest.mark.parametrize(
    ("tags", "settled"), [("DvO", "DnO"), ("RuDn", "RsDn"), ("TvDn", "TbDn"), ("iDn", "DDn"), ("nZ", "nZ")]
)
def test_nouns_and_verbs_are_told_apart(tags: str, settled: str):
    assert settle(tags) == settled
