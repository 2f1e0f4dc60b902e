from attribution import audit
from attribution.renderers.html.cards import cards
from tests.hand_built import report

TEXT = (
    "Ada Lind, the mayor, said on Monday that the Harbour Board had warned that the pier was unsafe.\n"
    "Two port officials told Reuters on condition of anonymity that it would shut because they feared for their jobs.\n"
    "It was reported that a crane had sunk.\n"
)


def facts(card):
    return dict(card.facts)


def test_a_card_says_who_how_known_how_near_on_what_terms_and_where():
    (card,) = cards(report().analysis)
    assert (card.id, card.label, card.voice) == ("S1", "two dam inspectors", "unnamed")
    assert facts(card) == {
        "Known by": ("role, no name",),
        "Role": ("dam inspectors",),
        "How many": ("2",),
        "How near": ("second-hand via Harbour Post",),
        "Terms": ("anonymity granted",),
        "Reason": ("no reason given",),
    }
    assert [(place.target, place.paragraph, place.words) for place in card.places] == [
        ("a0", 1, "Two dam inspectors … told")
    ]


def test_the_reason_for_anonymity_is_said():
    found = {card.label: facts(card) for card in cards(audit(TEXT).analysis)}
    (officials,) = [told for label, told in found.items() if "port officials" in label]
    assert officials["Reason"] == ("fear for the job",)


def test_a_source_inside_another_ones_words_is_said_not_to_count():
    found = {card.label: facts(card) for card in cards(audit(TEXT).analysis)}
    (board,) = [told for label, told in found.items() if "Board" in label]
    assert board["Counted"] == ("no: it speaks only inside another's words",)
    assert all("Counted" not in told for label, told in found.items() if "Board" not in label)


def test_what_nobody_said_has_a_card_at_the_end():
    *_, last = cards(audit(TEXT).analysis)
    assert (last.id, last.label) == (None, "Nobody named")
    assert ["reported" in place.words for place in last.places] == [True]


def test_every_attribution_that_tells_where_information_came_from_has_one_place():
    analysis = audit(TEXT).analysis
    targets = [place.target for card in cards(analysis) for place in card.places]
    assert sorted(targets) == sorted(f"a{item.index}" for item in analysis.attributions if item.audited)
