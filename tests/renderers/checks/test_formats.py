"""Each format, read by those who consume it: marks, letters outside the basic plane, text that means to break out."""

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest
from attrs import evolve
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from attribution import audit
from attribution.cli.check import FORMATS as OFFERED
from attribution.config import Config, Phrase
from attribution.model.document import Article
from attribution.model.report import Report
from attribution.renderers.checks.formats import FORMATS

HOUSE = Phrase(
    "HOUSE001", 'Say “who”, <not> "what"; 100% & more\nplease, =1+1.', phrases=("sources",), replacement="people"
)
TEXT = "🙂 Zoë: 𝔄ll quiet.\n🙂🙂 Sources said the pier had sunk, é, two\u2028sources said on Monday.\n"
NAME = "désk/a, b%.txt"


def reports(name: str = NAME, text: str = TEXT) -> list[Report]:
    """An article with findings of a house rule alone, and one without any."""
    config = Config(phrases=(HOUSE,), select=("HOUSE001",))
    return [
        audit(Article(text, name=name), config=config),
        audit(Article("Rain fell.", name="calm.txt"), config=config),
    ]


def written(format: str, given: list[Report] | None = None) -> str:
    return "".join(FORMATS[format](reports() if given is None else given))


def test_the_command_offers_every_format() -> None:
    assert tuple(FORMATS) == OFFERED


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_takes_any_text_and_no_report(format: str) -> None:
    odd = reports("x\x00\ud800]]>.txt", "Sources \ud800\x00\x1b[31m sources said so.")
    assert isinstance(written(format, odd), str)
    assert written(format, []) == written(format, [])


def test_concise_counts_code_points() -> None:
    first, second = written("concise").splitlines()
    assert first.startswith(f"{NAME}:2:4: HOUSE001 Say “who”") and second.startswith(f"{NAME}:2:43: HOUSE001")


def test_grouped_names_each_file_once() -> None:
    lines = written("grouped").splitlines()
    assert lines[0] == NAME and len(lines) == 3
    assert lines[1].split()[:3] == ["2:4", "warning", "HOUSE001"] and lines[1].endswith("“Sources”")


def test_json_and_json_lines_hold_the_same_records() -> None:
    records = json.loads(written("json"))
    assert records == [json.loads(line) for line in written("jsonl").splitlines()]
    first = records[0]
    assert TEXT[first["start"] : first["end"]] == "Sources" == first["words"]
    assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (2, 4, 2, 11)
    assert first["fix"]["edits"] == [{"start": first["start"], "end": first["end"], "replacement": "people"}]
    assert json.loads(written("json", [])) == []


def test_csv_is_read_back_and_starts_no_formula() -> None:
    given = [
        evolve(report, findings=tuple(evolve(item, message="=HYPERLINK(1)") for item in report.findings))
        for report in reports()
    ]
    rows = list(csv.DictReader(io.StringIO(written("csv", given), newline="")))
    assert [row["message"] for row in rows] == ["'=HYPERLINK(1)"] * 2
    assert (rows[0]["path"], rows[0]["words"], rows[0]["column"]) == (NAME, "Sources", "4")


def test_sarif_is_what_its_model_reads() -> None:
    log = Sarif.model_validate_json(written("sarif"))
    run = log.runs[0]
    assert (log.version, run.tool.driver.name) == ("2.1.0", "attribution")
    raw = json.loads(written("sarif"))["runs"][0]
    assert raw["columnKind"] == "unicodeCodePoints"
    result = raw["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "d%C3%A9sk/a%2C%20b%25.txt"
    assert place["region"] == {
        "startLine": 2,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 11,
        "charOffset": 21,
        "charLength": 7,
    }
    assert re.fullmatch(r"[0-9a-f]{16}", result["partialFingerprints"]["paragraphWords/v1"])
    assert raw["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "HOUSE001"
    replacement = result["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement["insertedContent"]["text"] == "people"


def test_sarif_says_of_our_rules_what_they_look_for() -> None:
    report = audit(Article("Sources said the pier had sunk.", name="a.txt"), config=Config(select=("ANON103",)))
    (rule,) = json.loads(written("sarif", [report]))["runs"][0]["tool"]["driver"]["rules"]
    assert rule["name"] == "bare-source" and rule["defaultConfiguration"]["enabled"]
    assert rule["help"]["markdown"].startswith("# ANON103 bare-source\n")
    assert rule["shortDescription"]["text"] and "anonymity" in rule["properties"]["tags"]


COMMAND = re.compile(r"::(?P<level>error|warning|notice) (?P<properties>[^:\n]*)::(?P<message>[^\n]*)")


def test_github_reads_each_line_as_a_command() -> None:
    """Unescaped as the runner does it (actions/toolkit, command.ts)."""
    first = COMMAND.fullmatch(written("github").splitlines()[0])
    assert first is not None
    pairs = dict(pair.split("=", 1) for pair in first["properties"].split(","))
    unescape = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
    plain = re.sub("|".join(unescape), lambda match: unescape[match[0]], pairs["file"])
    assert (plain, pairs["line"], pairs["col"], pairs["endColumn"]) == (NAME, "2", "6", "13")
    assert "%0Aplease" in first["message"] and "100%25" in first["message"]


GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string"},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}
"""What GitLab's documentation of code quality reports asks for."""


def test_gitlab_gets_what_its_documentation_asks_for() -> None:
    items = json.loads(written("gitlab"))
    jsonschema.validate(items, GITLAB)
    assert len({item["fingerprint"] for item in items}) == 2
    assert items[0]["location"]["path"] == NAME


POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {"line": {"type": "integer"}, "column": {"type": "integer"}},
}
RANGE = {"type": "object", "required": ["start"], "properties": {"start": POSITION, "end": POSITION}}
RDJSON = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["message", "location"],
                "properties": {
                    "message": {"type": "string"},
                    "location": {"type": "object", "required": ["path"], "properties": {"range": RANGE}},
                    "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
                    "code": {"type": "object", "required": ["value"]},
                    "suggestions": {
                        "type": "array",
                        "items": {"type": "object", "required": ["range", "text"], "properties": {"range": RANGE}},
                    },
                },
            },
        },
    },
}
"""reviewdog's DiagnosticResult, from its protocol definition."""


def test_reviewdog_counts_bytes() -> None:
    result = json.loads(written("rdjson"))
    jsonschema.validate(result, RDJSON)
    line = TEXT.split("\n")[1].encode()
    for diagnostic in result["diagnostics"]:
        place = diagnostic["location"]["range"]
        found = line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode()
        assert found.lower() == "sources" and diagnostic["suggestions"][0]["text"] == "people"


def test_junit_is_what_its_parser_reads(tmp_path: Path) -> None:
    path = tmp_path / "junit.xml"
    path.write_text(written("junit"), encoding="utf-8")
    suites = list(JUnitXml.fromfile(str(path)))
    assert [(suite.name, suite.tests, suite.failures) for suite in suites] == [(NAME, 2, 2), ("calm.txt", 1, 0)]
    (failure,) = next(iter(suites[0])).result
    assert failure.type == "warning" and "“Sources”" in failure.text


def test_checkstyle_is_xml_that_holds_every_character() -> None:
    tree = ElementTree.fromstring(written("checkstyle").encode())
    (file,) = tree.findall("file")
    first = file.findall("error")[0]
    assert (tree.tag, file.get("name"), first.get("line"), first.get("column")) == ("checkstyle", NAME, "2", "4")
    assert first.get("message") == HOUSE.message and first.get("source") == "attribution.HOUSE001"
