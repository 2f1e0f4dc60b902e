import re
from pathlib import Path

import pytest

from attribution import Config, audit
from attribution.evaluation.brat import attributions_of
from attribution.evaluation.brat_lines import parse_annotations
from attribution.model.document import Article
from attribution.renderers.annotations.brat import annotation_conf, render_brat
from attribution.renderers.spans import parts_of
from tests.hand_built import TEXT, empty_report, report

SEEDS = sorted(Path(__file__).parents[3].joinpath("seeds").glob("*.txt"))

ODD = (
    "“The dam\u00a0is 😀 safe,” Ida Moss\tsaid.\r\n\r\n"
    "Reuters reported,\r\nciting two aides, that\r\nit “will hold”.\r\n"
    "“First paragraph of hers.\r\n\r\n“And the second,” she said, “goes on.”"
)


def read_back(text, lines):
    return [(each.source, each.cue, each.content) for each in attributions_of(parse_annotations(lines, "a.ann", text))]


def written(found, **options):
    parts = sorted(parts_of(found, **options), key=lambda each: min(each.cue))
    return [tuple(tuple(sorted(spans)) for spans in (each.source, each.cue, each.content)) for each in parts]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
@pytest.mark.parametrize("options", [{}, {"all_classes": True}, {"all_classes": True, "top_level": True}], ids=str)
def test_what_is_written_is_read_back_as_the_same_spans(path, options):
    found = audit(Article(path.read_text(encoding="utf-8"), name=path.name))
    assert read_back(found.analysis.document.text, render_brat(found, **options)) == written(found, **options)


def test_odd_characters_and_line_ends_do_not_move_anything():
    found = audit(ODD)
    assert written(found), "there is something to write"
    assert read_back(ODD, render_brat(found)) == written(found)


def test_an_event_has_its_parts_its_attributes_and_a_note_on_its_source():
    lines = render_brat(report()).split("\n")
    assert lines == [
        "T1\tSource 0 18\tTwo dam inspectors",
        f"T2\tContent {TEXT.index('that the wall')} {TEXT.index('. They')}\tthat the wall had cracked",
        "T3\tAttribution 19 23\ttold",
        "E1\tAttribution:T3 Source:T1 Content:T2",
        "A1\tClass E1 speech",
        "A2\tStatus E1 role_unnamed",
        "A3\tProximity E1 second_hand",
        "#1\tAnnotatorNotes E1\tS1 two dam inspectors",
    ]


def test_names_of_lines_are_used_once():
    lines = render_brat(audit(Path(SEEDS[0]).read_text(encoding="utf-8")), all_classes=True).split("\n")
    names = [line.split("\t")[0] for line in lines]
    assert len(names) == len(set(names))


def test_every_value_of_an_attribute_is_declared():
    declared = dict(re.findall(r"^(\w+)\tArg:Attribution, Value:(\S+)$", annotation_conf(), re.MULTILINE))
    for path in SEEDS:
        lines = render_brat(audit(path.read_text(encoding="utf-8")), all_classes=True)
        for name, value in re.findall(r"^A\d+\t(\w+) E\d+ (\w+)$", lines, re.MULTILINE):
            assert value in declared[name].split("|")


def test_nothing_found_is_nothing_written():
    assert render_brat(audit("Rain fell.", config=Config())) == render_brat(empty_report("")) == ""
