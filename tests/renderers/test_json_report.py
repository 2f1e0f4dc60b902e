import json
import re
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from attribution.model.attribution import CueClass, Stance
from attribution.model.finding import Severity
from attribution.model.score import Grade, Operation, UnitKind
from attribution.model.source import AnonymityTerms, Confidence, Detail, Proximity, ReasonKind, SourceStatus
from attribution.renderers.json_report import render_json, report_to_dict
from tests.hand_built import TEXT, empty_report, report

SCHEMA = json.loads(files("attribution.renderers").joinpath("report.schema.json").read_text(encoding="utf-8"))

KEYS = {
    "attribution": "index paragraph depth parent class shape source cue content carried addressee when venue negated "
    "stance status proximity relay_chain count details source_id points evidence",
    "source": "id label status anonymous relay_chain name role affiliation characterization terms reason_kind count "
    "details mentions attributions confidence",
    "grant": "start end text terms reason reason_kind source_id",
    "paragraph": "index start end points grade units",
    "unit": "kind attribution start end points steps",
    "step": "feature operation value result span",
    "summary": "attributions sources independent_origins by_status by_proximity unnamed_share second_hand relayed_by "
    "anonymous_sources anonymous_with_reason scored_paragraphs unattributed_hard_sentences findings",
    "finding": "code name severity paragraph start end text message source_id related fix fingerprint",
}


def strict(schema: Any) -> Any:
    """The same schema, with every key that it does not describe forbidden."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    return {"additionalProperties": False, **closed} if isinstance(schema.get("properties"), dict) else closed


def example(name: str) -> dict[str, Any]:
    data = report_to_dict(report())
    first = {
        "attribution": data["attributions"],
        "source": data["sources"],
        "grant": data["grants"],
        "paragraph": data["paragraphs"],
        "unit": data["paragraphs"][0]["units"],
        "step": data["paragraphs"][0]["units"][0]["steps"],
        "summary": [data["summary"]],
        "finding": data["findings"],
    }
    return first[name][0]


def test_the_schema_is_a_valid_one():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("made", [report(), empty_report("Rain fell.\n\nIt was cold."), empty_report("")])
def test_a_report_fits_the_schema_and_has_no_key_outside_it(made):
    Draft202012Validator(strict(SCHEMA)).validate(json.loads(render_json(made)))


def test_the_top_keys_come_in_the_order_of_the_contract():
    expected = "schema tool policy article attributions sources grants paragraphs score summary findings"
    assert list(report_to_dict(report())) == expected.split()


@pytest.mark.parametrize("name", KEYS)
def test_the_keys_of_an_object_come_in_the_order_of_the_contract_and_ours_after_them(name):
    expected = KEYS[name].split()
    assert list(example(name))[: len(expected)] == expected


@pytest.mark.parametrize(
    ("definition", "kind"),
    [
        ("class", CueClass),
        ("stance", Stance),
        ("status", SourceStatus),
        ("proximity", Proximity),
        ("detail", Detail),
        ("terms", AnonymityTerms),
        ("reason_kind", ReasonKind),
        ("confidence", Confidence),
        ("severity", Severity),
        ("grade", Grade),
    ],
)
def test_the_schema_lists_every_value_of_an_enumeration(definition, kind):
    assert SCHEMA["$defs"][definition]["enum"] == [str(value) for value in kind]


def test_the_schema_lists_every_operation_and_kind_of_unit():
    assert SCHEMA["$defs"]["step"]["properties"]["operation"]["enum"] == list(Operation)
    assert SCHEMA["$defs"]["unit"]["properties"]["kind"]["enum"] == list(UnitKind)


def test_every_span_has_the_words_it_covers():
    found = re.findall(
        r'\{"start": (\d+), "end": (\d+), "text": "((?:[^"\\]|\\.)*)"', render_json(report(), indent=None)
    )
    assert len(found) > 10
    assert all(TEXT[int(start) : int(end)] == json.loads(f'"{text}"') for start, end, text in found)


def test_the_audit_classes_alone_enter_the_summary():
    summary = example("summary")
    assert (summary["attributions"], summary["sources"], summary["by_status"]) == (1, 1, {"role_unnamed": 1})
    assert (summary["unnamed_share"], summary["second_hand"], summary["relayed_by"]) == (1, 1, {"Harbour Post": 1})
    assert (summary["anonymous_sources"], summary["anonymous_with_reason"]) == (1, 0)
    assert (summary["scored_paragraphs"], summary["unattributed_hard_sentences"]) == (2, 1)
    assert summary["findings"] == {"error": 0, "warning": 1, "info": 1}


def test_points_keep_their_precision_and_whole_ones_have_no_decimals():
    text = render_json(report(), indent=None)
    assert '"points": 24.64' in text
    assert '"value": 40, "result": 40' in text


def test_half_a_surrogate_pair_is_escaped_and_other_letters_are_not():
    text = render_json(empty_report("", name="café \ud800"))
    assert '"name": "café \\ud800"' in text
    assert json.loads(text)["article"]["name"] == "café \ud800"


def test_one_line_is_one_line_whatever_the_name_holds():
    assert "\n" not in render_json(empty_report("a\nb", name="a\nb"), indent=None)
