import pytest
from attrs import evolve

from attribution.errors import ConfigError
from attribution.evaluation.agreement import agree, coefficients
from attribution.evaluation.comparing import Yardstick
from attribution.evaluation.labelled import Role
from attribution.evaluation.scope import Scope
from attribution.model.span import Span
from tests.evaluation.marked_gold import article

FIRST = article("[[source|Ida]] [[cue|said]] [[content|rents rise]] in towns.")
SECOND = article("[[source|Ida]] [[cue|said]] [[content|rents rise in towns]].")


def test_coefficients_by_hand():
    # Alike on 3 of 4; by chance (1·2 + 3·2) / 16 = 1/2. Krippendorff: 1 − 7 · 2 / (2 · 3 · 5) = 8/15.
    found = coefficients(["x", "", "", ""], ["x", "x", "", ""])
    assert (found.tokens, found.observed) == (4, 0.75)
    assert found.kappa == pytest.approx(1 / 2)
    assert found.alpha == pytest.approx(8 / 15)


def test_worse_than_chance_is_negative():
    found = coefficients(["x", ""], ["", "x"])
    assert (found.observed, found.kappa) == (0, -1)


@pytest.mark.parametrize("labels", [[], ["", ""], ["x", "x", "x"]])
def test_one_label_for_everything_is_agreement(labels):
    assert coefficients(labels, labels).kappa == coefficients(labels, labels).alpha == 1


def test_labels_of_tokens_role_by_role():
    # Tokens: Ida said rents rise in towns . – the second annotator labels two more of the seven as content.
    found = agree([FIRST], [SECOND])
    assert (found.roles[Role.SOURCE].kappa, found.roles[Role.CUE].alpha) == (1, 1)
    content = found.roles[Role.CONTENT]
    assert (content.tokens, content.observed) == (7, pytest.approx(5 / 7))
    # By chance (2·4 + 5·3) / 49 = 23/49: (35 − 23) / (49 − 23).
    assert content.kappa == pytest.approx(12 / 26)
    assert found.all_roles.observed == pytest.approx(5 / 7)


def test_attributions_are_compared_with_the_first_annotator_as_gold():
    counts = agree([FIRST], [SECOND]).evaluation.counts
    assert (counts.relation.f1, counts.strict.f1) == (1, 0)
    assert counts.roles[Role.CONTENT].token.precision == 1 / 2


def test_articles_that_only_one_annotator_has_are_left_out():
    found = agree([FIRST, evolve(FIRST, name="b")], [evolve(SECOND, name="c"), SECOND])
    assert (found.alone, found.evaluation.counts.attribution.gold) == (("b", "c"), 1)


def test_regions_that_either_ignores_do_not_count():
    found = agree([FIRST], [evolve(SECOND, ignore=(Span(19, 27),))])
    assert (found.roles[Role.CONTENT].tokens, found.roles[Role.CONTENT].kappa) == (5, 1)


def test_scope_and_punctuation_hold_for_agreement_too():
    first = article("[[source|Ida]] [[cue|hoped]] [[content|so]].")
    second = article("Ida hoped so.")
    reported = agree([first], [second], Yardstick(Scope.REPORTED, ignore_punctuation=True))
    assert (reported.roles[Role.CUE].tokens, reported.roles[Role.CUE].kappa) == (3, 1)
    assert agree([first], [second]).roles[Role.CUE].kappa < 1


def test_annotators_without_a_common_article_cannot_agree():
    with pytest.raises(ConfigError, match="share no article by name; there are 'a' and 'b'"):
        agree([FIRST], [evolve(FIRST, name="b")])
    with pytest.raises(ConfigError, match="different texts for 'a'"):
        agree([FIRST], [evolve(FIRST, text=FIRST.text + " ")])
