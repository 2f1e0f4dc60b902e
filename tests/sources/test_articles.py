"""Whole small articles: whom each source is, as a reader of the summary would want it told."""

import pytest

from attribution import analyze
from attribution.model.report import Analysis
from attribution.model.source import Source
from attribution.model.span import Span
from tests.case_files import Case, load_cases, parameters

CASES = [case for case in load_cases("sources") if case.file.startswith("articles")]


@pytest.mark.parametrize("case", parameters(CASES))
def test_the_sources_of_an_article_are_described(case: Case) -> None:
    analysis = analyze(case.text)
    labels = sorted({label for label, _ in case.marked.spans if len(label) == 1})
    found = {label: _source(analysis, case.marked.labelled(label)) for label in labels}
    assert len({source.id for source in found.values()}) == len(labels), "sources of different letters are one"
    told = {label: _told(case, label, source) for label, source in found.items()}
    assert told == {label: _expected(case, label) for label in labels}


def _source(analysis: Analysis, mentions: tuple[Span, ...]) -> Source:
    """The one source of these mentions."""
    ids = []
    for span in mentions:
        at = [i for i, each in enumerate(analysis.attributions) if each.source and each.source.overlaps(span)]
        assert at, f"no attribution to {span.of(analysis.document.text)!r}"
        ids.append(analysis.mentions[at[0]].source)
    assert len(set(ids)) == 1, f"mentions of one source are several: {ids}"
    return next(source for source in analysis.sources if source.id == ids[0])


def _told(case: Case, label: str, source: Source) -> dict[str, object]:
    optional = case.marked.labelled(f"{label}-optional")
    told: dict[str, object] = {
        "role": source.role and source.role.of(case.text),
        "affiliation": source.affiliation and source.affiliation.of(case.text),
        "character": [span.of(case.text) for span in source.characterization if span not in optional],
    }
    if label in case.keys.get("names", {}):
        told["name"] = source.name or ""
    return told


def _expected(case: Case, label: str) -> dict[str, object]:
    """What the marks and the keys of a case say of the source with this letter."""
    expected: dict[str, object] = {}
    for part in ("role", "affiliation"):
        marked = next((span.of(case.text) for span in case.marked.labelled(f"{label}-{part}")), None)
        expected[part] = case.keys.get(f"{part}s", {}).get(label, marked)
    expected["character"] = [span.of(case.text) for span in case.marked.labelled(f"{label}-character")]
    if label in case.keys.get("names", {}):
        expected["name"] = case.keys["names"][label]
    return expected
