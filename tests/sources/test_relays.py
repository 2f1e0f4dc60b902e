"""How near an article stands to its sources, and through which outlets."""

import pytest
from attrs import evolve

from attribution.lexicons.loading import load
from attribution.marked import parse
from attribution.model.source import Detail, Proximity, SourceStatus
from attribution.model.span import Span
from attribution.sources.events import share_events, told_to_us
from attribution.sources.relays import Relay, find_outlet, relay_of
from tests.case_files import load_cases, parameters
from tests.marked_attributions import attribution_of, config_of, cue_of, document_of

LEXICONS = load()
KEYS = ("status", "own", "class", "proximity", "chain", "details")


def relay(case):
    return relay_of(
        document_of(case.marked, LEXICONS),
        attribution_of(case.marked, case.keys.get("class", "speech")),
        SourceStatus(case.keys.get("status", "named_role")),
        LEXICONS,
        config_of(case.keys.get("own")),
    )


@pytest.mark.parametrize("case", parameters(load_cases("relays", KEYS)))
def test_relays_are_as_given(case):
    found = relay(case)
    assert found.proximity is Proximity(case.keys["proximity"])
    assert list(found.chain) == case.keys.get("chain", [])
    assert found.details == tuple(Detail(detail) for detail in case.keys.get("details", []))


def nested(text, parent):
    marked = parse(text)
    attribution = attribution_of(marked, parent=0)
    status = SourceStatus.NAMED_ROLE
    return relay_of(document_of(marked, LEXICONS), attribution, status, LEXICONS, config_of(None), parent)


def test_words_within_an_outlets_report_come_through_it():
    parent = Relay(("Reuters",), Proximity.SECOND_HAND)
    found = nested("Reuters reported that [[source|the king]] [[cue|said]] [[content|no]].", parent)
    assert (found.chain, found.proximity) == (("Reuters",), Proximity.SECOND_HAND)


def test_a_person_recounting_another_is_third_hand():
    parent = Relay((), Proximity.UNSTATED)
    found = nested("According to both, [[source|Mr. Brand]] [[cue|called]] [[content|it “no problem”]].", parent)
    assert found.proximity is Proximity.THIRD_HAND


def test_a_persons_own_inner_words_stay_as_near_as_the_outer_ones():
    parent = Relay((), Proximity.FIRST_HAND)
    found = nested("She told us that [[source|she]] [[cue|said]] [[content|no]].", parent)
    assert found.proximity is Proximity.FIRST_HAND


def talk(*lines):
    """Attributions of one source, one a line, and what `share_events` makes of them."""
    marked = parse("\n".join(lines))
    cues, sources = marked.labelled("cue"), marked.labelled("source")
    attributions = [
        evolve(attribution_of(marked), index=i, cue=cue_of(marked.text, (cue,)), source=source, content=())
        for i, (cue, source) in enumerate(zip(cues, sources, strict=True))
    ]
    document = document_of(marked, LEXICONS)
    status = SourceStatus.NAMED_ROLE
    relays = [relay_of(document, each, status, LEXICONS, config_of(None)) for each in attributions]
    return [each.proximity for each in share_events(document, attributions, relays, ["S1"] * len(relays), LEXICONS)]


def test_later_words_share_the_event():
    first = "[[source|Groth]] [[cue|told]] Le Monde the pit would close."
    assert talk(first, "“It is empty,” [[source|he]] [[cue|said]].") == [Proximity.SECOND_HAND] * 2


def test_earlier_words_of_the_same_paragraph_share_it():
    line = "“No,” [[source|he]] [[cue|said]]. “Never,” [[source|he]] [[cue|told]] reporters."
    assert talk(line) == [Proximity.PUBLIC] * 2


@pytest.mark.parametrize(
    "later",
    ["[[source|Groth]] [[cue|has said]] it was safe.", "[[source|Groth]] [[cue|said]] in August it was safe."],
)
def test_another_tense_or_time_is_another_event(later):
    first = "[[source|Groth]] [[cue|told]] Le Monde the pit would close."
    assert talk(first, later) == [Proximity.SECOND_HAND, Proximity.UNSTATED]


def test_an_event_does_not_reach_far():
    first = "[[source|Groth]] [[cue|told]] Le Monde the pit would close."
    assert talk(first, "A.", "B.", "C.", "[[source|Groth]] [[cue|said]] so.")[1] is Proximity.UNSTATED


def test_terms_make_plain_words_first_hand_unless_an_outlet_relays_them():
    plain, relayed = Relay((), Proximity.UNSTATED), Relay(("Reuters",), Proximity.SECOND_HAND)
    found = told_to_us([plain, plain, relayed, plain], ["S1", "S2", "S2", "S3"], {"S1", "S2"})
    assert [each.proximity for each in found] == [
        Proximity.FIRST_HAND,
        Proximity.UNSTATED,
        Proximity.SECOND_HAND,
        Proximity.UNSTATED,
    ]


def test_short_forms_need_a_full_name_before():
    text = "She told the Post. The Denver Post had asked."
    assert find_outlet(text, Span(9, 17), LEXICONS) is None
    text = "The Denver Post had asked. She told the Post."
    assert find_outlet(text, Span(36, 44), LEXICONS) == "The Denver Post"


@pytest.mark.parametrize("text", ["", "\ud800 told \x00", "İstanbul told İ", "told the " * 50])
def test_odd_texts_do_no_harm(text):
    marked = parse(f"[[source|She]] [[cue|told]] {text} [[content|that]]")
    document = document_of(marked, LEXICONS)
    found = relay_of(document, attribution_of(marked), SourceStatus.NAMED, LEXICONS, config_of("İ"))
    assert found.proximity in Proximity
