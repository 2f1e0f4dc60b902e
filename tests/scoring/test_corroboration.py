"""Several sources for one claim: when they count as one claim, and what a second one adds."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attribution.lexicons.loading import load
from attribution.marked import parse
from attribution.model.attribution import Attribution, Cue, CueClass, Stance
from attribution.model.source import Mention, Proximity, Source, SourceStatus
from attribution.model.span import Span
from attribution.scoring.corroboration import CONTESTED, ClaimGroup, Voice, corroborated, same_claims
from attribution.scoring.points import replay, strength
from attribution.scoring.table import load_table

TABLE = load_table()


def voice(
    index: int,
    content: Span,
    source: str,
    *,
    status: SourceStatus = SourceStatus.NAMED_ROLE,
    lemma: str = "say",
    relay: tuple[str, ...] = (),
    affiliation: Span | None = None,
) -> Voice:
    proximity = Proximity.SECOND_HAND if relay else Proximity.UNSTATED
    where = Span(content.start, content.start + 1)
    said = Mention(index, where, where, status, proximity, relay_chain=relay, source=source)
    attribution = Attribution(index, Cue((where,), lemma, CueClass.SPEECH, "that"), where, (content,), "hand")
    described = Source(source, source, status, (where,), (index,), affiliation=affiliation)
    return Voice(attribution, said, described, strength(said, Stance.ASSERTED, TABLE))


def groups(text: str, *lemmas: str, same: bool = False) -> tuple[ClaimGroup, ...]:
    marked = parse(text)
    voices = [
        voice(index, span, "S1" if same else f"S{index}", lemma=lemma)
        for index, (span, lemma) in enumerate(zip(marked.labelled("c"), lemmas, strict=True))
    ]
    return same_claims(voices, marked.text, load())


def test_contents_that_share_most_stems_are_one_claim() -> None:
    text = "[[c|the bridge was closed on Monday after cracks]]. [[c|cracks closed the bridge on Monday]]."
    assert len(groups(text, "say", "say")) == 1


def test_contents_that_share_little_are_two_claims() -> None:
    text = "[[c|the bridge was closed on Monday after cracks]]. [[c|the ferry will run on Monday]]."
    assert len(groups(text, "say", "say")) == 2


@pytest.mark.parametrize("lemma", ["confirm", "echo"])
def test_a_source_that_confirms_joins_the_claim_before(lemma: str) -> None:
    assert len(groups("[[c|the bridge was closed]]. [[c|the account]].", "say", lemma)) == 1


def test_a_source_that_says_the_same_joins_the_claim_before() -> None:
    assert len(groups("[[c|the bridge was closed]]. [[c|he had heard the same]].", "say", "say")) == 1


def test_one_source_that_repeats_itself_makes_two_claims() -> None:
    text = "[[c|the bridge was closed on Monday]]. [[c|the bridge was closed on Monday]]."
    assert len(groups(text, "say", "say", same=True)) == 2


def test_a_denial_adds_nothing_and_marks_the_claim_as_contested() -> None:
    first, second = groups("[[c|the bridge was closed]]. [[c|any closure]].", "say", "deny")
    assert [item.code for item in first.contested] == [CONTESTED]
    assert not second.contested


def test_an_independent_source_closes_three_tenths_of_its_strength() -> None:
    strongest, steps = corroborated(ClaimGroup((voice(0, Span(0, 5), "S1"), voice(1, Span(6, 9), "S2"))), TABLE, "")
    assert strongest.attribution.index == 0
    assert steps[-1].result == pytest.approx(75 + 25 * 0.75 * 0.30)


def test_colleagues_and_sources_of_one_outlet_count_half() -> None:
    text = "bank bank"
    first = voice(0, Span(0, 4), "S1", affiliation=Span(0, 4))
    second = voice(1, Span(5, 9), "S2", affiliation=Span(5, 9))
    _, steps = corroborated(ClaimGroup((first, second)), TABLE, text)
    assert steps[-1].result == pytest.approx(75 + 25 * 0.75 * 0.15)


def test_unnamed_people_together_stay_below_a_name() -> None:
    voices = tuple(voice(n, Span(n, n + 1), f"S{n}", status=SourceStatus.ROLE_UNNAMED) for n in range(12))
    _, steps = corroborated(ClaimGroup(voices), TABLE, "")
    assert steps[-1].result == 64


def test_one_outlet_cannot_carry_a_claim_beyond_its_cap_but_never_weakens_the_strongest() -> None:
    relayed = tuple(voice(n, Span(n, n + 1), f"S{n}", relay=("X",)) for n in range(3))
    alone = relayed[0].points
    _, steps = corroborated(ClaimGroup(relayed), TABLE, "")
    assert steps[-1].result == max(70, alone)


STATUSES = st.sampled_from(SourceStatus)
RELAYS = st.sampled_from([(), ("A",), ("B",)])


@given(st.lists(st.tuples(STATUSES, RELAYS), min_size=2, max_size=6))
def test_another_source_for_the_same_claim_never_lowers_it(
    described: list[tuple[SourceStatus, tuple[str, ...]]],
) -> None:
    voices = [voice(n, Span(n, n + 1), f"S{n}", status=s, relay=r) for n, (s, r) in enumerate(described)]
    fewer = corroborated(ClaimGroup(tuple(voices[:-1])), TABLE, "")[1]
    more = corroborated(ClaimGroup(tuple(voices)), TABLE, "")[1]
    assert more[-1].result >= fewer[-1].result
    assert replay(more) == more[-1].result


def test_nltk_is_not_imported_for_claims_that_cannot_be_alike() -> None:
    code = (
        "import sys; from tests.scoring.test_corroboration import groups;"
        "groups('[[c|the bridge was closed]]. [[c|ferries may sail]].', 'say', 'say');"
        "sys.exit('nltk' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
