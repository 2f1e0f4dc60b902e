"""How near an article stands to its sources, and through which outlets."""

import pytest
from attrs import evolve

from attribution.lexicons.loading import load
from attribution.marked import parse
from attribution.model.source import Detail, Proximity, SourceStatus
from attribution.model.span import Span
from attribution.sources.events import share_events, told_by_members, told_to_us
from attribution.sources.outlets import desk_of, find_outlet
from attribution.sources.recounting import recounted
from attribution.sources.relays import Relay, relay_of
from attribution.sources.scenes import circumstances_of
from tests.case_files import load_cases, parameters
from tests.marked_attributions import attribution_of, config_of, cue_of, document_of

LEXICONS = load()
KEYS = ("status", "own", "class", "proximity", "chain", "details")


def relay_in(document, attribution, status=SourceStatus.NAMED_ROLE, own=None, parent=None):
    found = circumstances_of(document, attribution, LEXICONS)
    desk = desk_of(document.text, config_of(own), LEXICONS)
    return relay_of(document, attribution, status, found, desk, LEXICONS, parent)


def relay(case):
    return relay_in(
        document_of(case.marked, LEXICONS),
        attribution_of(case.marked, case.keys.get("class", "speech")),
        SourceStatus(case.keys.get("status", "named_role")),
        case.keys.get("own"),
    )


@pytest.mark.parametrize("case", parameters(load_cases("relays", KEYS)))
def test_relays_are_as_given(case):
    found = relay(case)
    assert found.proximity is Proximity(case.keys["proximity"])
    assert list(found.chain) == case.keys.get("chain", [])
    assert found.details == tuple(Detail(detail) for detail in case.keys.get("details", []))


def nested(text, parent):
    marked = parse(text)
    return relay_in(document_of(marked, LEXICONS), attribution_of(marked, parent=0), parent=parent)


def test_words_within_an_outlets_report_come_through_it():
    parent = Relay(("Reuters",), Proximity.SECOND_HAND)
    found = nested("Reuters reported that [[source|the king]] [[cue|said]] [[content|no]].", parent)
    assert (found.chain, found.proximity) == (("Reuters",), Proximity.SECOND_HAND)


def test_a_person_recounting_another_is_third_hand():
    parent = Relay((), Proximity.UNSTATED)
    found = nested("According to both, [[source|Mr. Brand]] [[cue|called]] [[content|it “no problem”]].", parent)
    assert found.proximity is Proximity.THIRD_HAND


def test_what_the_article_concedes_itself_is_no_persons_news():
    parent = Relay((), Proximity.UNSTATED)
    text = "Though [[source|the Greens]] [[cue|boast of]] [[content|new members]], the vote is close, Mr. Brand said."
    assert nested(text, parent).proximity is Proximity.UNSTATED


def test_a_persons_own_inner_words_stay_as_near_as_the_outer_ones():
    parent = Relay((), Proximity.FIRST_HAND)
    found = nested("She told us that [[source|she]] [[cue|said]] [[content|no]].", parent)
    assert found.proximity is Proximity.FIRST_HAND


def talk(*lines, cls="speech"):
    """Attributions of one source, one a line, the later ones of class `cls`, and what `share_events` makes of them."""
    marked = parse("\n".join(lines))
    cues, sources = marked.labelled("cue"), marked.labelled("source")
    attributions = [
        evolve(
            attribution_of(marked),
            index=i,
            cue=cue_of(marked.text, (cue,), cls if i else "speech"),
            source=source,
            content=(),
        )
        for i, (cue, source) in enumerate(zip(cues, sources, strict=True))
    ]
    document = document_of(marked, LEXICONS)
    relays = [relay_in(document, each) for each in attributions]
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
    assert talk(first, *"AB", "[[source|Groth]] [[cue|said]] so.")[1] is Proximity.SECOND_HAND
    assert talk(first, *"ABC", "[[source|Groth]] [[cue|said]] so.")[1] is Proximity.UNSTATED


def test_a_lead_shares_the_public_event_told_after_it():
    lead = "[[source|Groth]] [[cue|warned]] of a shortage."
    assert talk(lead, "[[source|She]] [[cue|told]] a news briefing so.") == [Proximity.PUBLIC] * 2
    assert talk(lead, "[[source|She]] [[cue|told]] Le Monde so.") == [Proximity.UNSTATED, Proximity.SECOND_HAND]


def test_a_refusal_shares_the_event():
    first = "[[source|Groth]] [[cue|told]] reporters the pit would close."
    marked = talk(first, "[[source|She]] [[cue|declined]] to give a date.", cls="nonresponse")
    assert marked == [Proximity.PUBLIC] * 2


def test_a_request_for_comment_is_an_occasion_of_its_own():
    first = "[[source|Groth]] [[cue|told]] reporters the pit would close."
    asked = talk(first, "[[source|She]] [[cue|declined to comment]].", cls="nonresponse")
    assert asked == [Proximity.PUBLIC, Proximity.UNSTATED]


def test_a_letter_and_a_relay_reach_less_far_than_a_speech():
    said = "[[source|Groth]] [[cue|said]] so."
    assert talk("[[source|Groth]] [[cue|said]] in a speech the pit would close.", *"ABCD", said)[1] is Proximity.PUBLIC
    assert talk("[[source|Groth]] [[cue|said]] in a letter the pit would close.", *"AB", said)[1] is Proximity.PUBLIC
    assert (
        talk("[[source|Groth]] [[cue|said]] in a letter the pit would close.", *"ABCD", said)[1] is Proximity.UNSTATED
    )


def told_above(above, said):
    marked = parse(f"{above}\n{said}")
    return relay_in(document_of(marked, LEXICONS), attribution_of(marked)).proximity


SAID = "“[[content|We are tired]],” [[source|Groth]] [[cue|said]]."


def test_the_paragraph_before_tells_the_occasion():
    assert told_above("Mayor Groth took to the stage at noon.", SAID) is Proximity.PUBLIC
    assert told_above("Mayor Groth met the miners at a rally.", SAID) is Proximity.PUBLIC


def test_an_occasion_of_someone_else_is_none():
    assert told_above("Bishop Ulm met the miners at a rally.", SAID) is Proximity.UNSTATED


def test_a_paper_that_was_read_is_no_occasion():
    assert told_above("Mayor Groth saw no proof in the report.", SAID) is Proximity.UNSTATED


def recounting(text, inner_source="S2", inner_status=SourceStatus.NAMED, **changes):
    marked = parse(text)
    spans = {name: marked.labelled(name) for name in ("source", "cue", "content")}
    outer = evolve(
        attribution_of(parse("[[source|A]] [[cue|said]] [[content|b]].")),
        index=0,
        source=spans["source"][0],
        cue=cue_of(marked.text, (spans["cue"][0],)),
        content=(spans["content"][0],),
    )
    inner_cue = evolve(cue_of(marked.text, (spans["cue"][1],)), **changes)
    inner = evolve(
        outer, index=1, parent=0, depth=1, source=spans["source"][1], cue=inner_cue, content=(spans["content"][1],)
    )
    relays = [Relay((), Proximity.UNSTATED)] * 2
    document = document_of(marked, LEXICONS)
    statuses = [SourceStatus.NAMED_ROLE, inner_status]
    return recounted(document, [outer, inner], relays, ["S1", inner_source], statuses)[0].proximity


RECOUNTED = (
    "[[source|Oduya]] [[cue|said]] [[content|[[source|Kern]] [[cue|assured]] them [[content|nobody would go]]]]."
)


def test_who_only_recounts_anothers_words_is_third_hand():
    assert recounting(RECOUNTED) is Proximity.THIRD_HAND


def test_a_noun_for_what_another_said_recounts_nothing():
    noun = (
        "[[source|Oduya]] [[cue|said]] [[content|[[source|Kern's]] [[cue|promise]] [[content|that nobody would go]]]]."
    )
    assert recounting(noun) is Proximity.UNSTATED


def test_a_noun_far_from_its_owner_recounts_nothing_either():
    noun = (
        "[[source|Oduya]] [[cue|said]] [[content|[[source|Kern's bold]] [[cue|claim]] [[content|that all would go]]]]."
    )
    assert recounting(noun, entry="cues_nouns/claim") is Proximity.UNSTATED


def test_ones_own_former_words_are_not_recounted():
    assert recounting(RECOUNTED, inner_source="S1") is Proximity.UNSTATED


def test_what_a_body_did_not_say_is_no_recounting():
    assert recounting(RECOUNTED, negated=True) is Proximity.UNSTATED
    assert recounting(RECOUNTED, inner_status=SourceStatus.INSTITUTION) is Proximity.UNSTATED


def test_anothers_words_within_ones_own_are_no_recounting():
    mixed = (
        "[[source|Oduya]] [[cue|said]] [[content|[[source|Kern]] [[cue|promised]] [[content|work]],"
        " and that frightened everybody who had lived through the last strike]]."
    )
    assert recounting(mixed) is Proximity.UNSTATED


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
    found = relay_in(document, attribution_of(marked), SourceStatus.NAMED, "İ")
    assert found.proximity in Proximity


def members(*lines, proximity=Proximity.FIRST_HAND):
    """One attribution a line; the first one's relay is given, and what the others make of it."""
    marked = parse("\n".join(lines))
    cues, sources = marked.labelled("cue"), marked.labelled("source")
    attributions = [
        evolve(attribution_of(marked), index=i, cue=cue_of(marked.text, (cue,)), source=source, content=())
        for i, (cue, source) in enumerate(zip(cues, sources, strict=True))
    ]
    relays = [Relay((), proximity, stated=True), *[Relay((), Proximity.UNSTATED)] * (len(cues) - 1)]
    found = told_by_members(document_of(marked, LEXICONS), attributions, relays)
    return [each.proximity for each in found[1:]]


TOLD = "[[source|Two pilots]] [[cue|told]] this newspaper the runway was cracked."


def test_members_of_a_group_spoke_where_it_spoke():
    line = "“It is worse,” [[cue|said]] [[source|one]]. [[source|The other]] [[cue|said]] so too."
    assert members(TOLD, line) == [Proximity.FIRST_HAND] * 2
    assert members(TOLD, line, proximity=Proximity.SECOND_HAND) == [Proximity.SECOND_HAND] * 2


def test_someone_else_is_no_member():
    assert members(TOLD, "[[source|A mechanic]] [[cue|said]] so.") == [Proximity.UNSTATED]
    line = "[[source|A mechanic]] [[cue|said]] so. [[source|Another]] [[cue|said]] no."
    assert members(TOLD, line) == [Proximity.UNSTATED] * 2


def test_a_single_informant_has_no_members():
    told = "[[source|A pilot]] [[cue|told]] this newspaper the runway was cracked."
    assert members(told, "[[source|One]] [[cue|said]] so.") == [Proximity.UNSTATED]


@pytest.mark.parametrize(
    ("gap", "who", "proximity"),
    [(" ", "S2", Proximity.THIRD_HAND), (" ", "S1", Proximity.UNSTATED), ("\n", "S2", Proximity.UNSTATED)],
)
def test_the_one_recounted_goes_on_in_the_same_paragraph(gap, who, proximity):
    marked = parse(RECOUNTED + gap + "[[source|She]] [[cue|added]] [[content|that the pit would stay]].")
    spans = [marked.labelled(name) for name in ("source", "cue", "content")]
    attributions = [
        evolve(
            attribution_of(marked),
            index=index,
            source=source,
            cue=cue_of(marked.text, (cue,)),
            content=(content,),
            parent=0 if index == 1 else None,
            depth=int(index == 1),
        )
        for index, (source, cue, content) in enumerate(zip(*spans, strict=True))
    ]
    relays = [Relay((), Proximity.UNSTATED)] * 3
    statuses = [SourceStatus.NAMED_ROLE] * 3
    found = recounted(document_of(marked, LEXICONS), attributions, relays, ["S1", "S2", who], statuses)
    assert found[2].proximity is proximity
