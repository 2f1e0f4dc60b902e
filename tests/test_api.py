"""The eight public names, and what importing them costs."""

import subprocess
import sys

import pytest
from attrs import has

import attribution
from attribution import AttributionError, Config, Report, analyze, audit, read, render, rule
from attribution.model.document import Article
from attribution.model.report import Analysis

TEXT = "The bridge will close in May, Ada Lind, the county engineer, said on Monday.\nShe gave no date for repairs."


def test_the_public_names_are_these_eight():
    names = ["AttributionError", "Config", "Report", "analyze", "audit", "read", "render", "rule"]
    assert sorted(attribution.__all__) == names
    assert [AttributionError, Config, Report, analyze, audit, read, render, rule] == [
        getattr(attribution, name) for name in names
    ]
    assert set(names) <= set(dir(attribution))


def test_a_name_that_does_not_exist_is_an_attribute_error_that_lists_those_there_are():
    with pytest.raises(AttributeError, match="no attribute 'extract'; public names: AttributionError, Config"):
        _ = attribution.extract


def test_audit_gives_a_typed_and_frozen_report():
    report = audit(TEXT)
    assert isinstance(report, Report)
    assert has(Report)
    with pytest.raises(AttributeError):
        report.version = "2"
    assert report.analysis.sources[0].name == "Ada Lind"
    assert report.version == attribution.__version__


def test_analyze_gives_what_the_report_holds():
    analysis = analyze(TEXT)
    assert isinstance(analysis, Analysis)
    assert analysis == audit(TEXT).analysis


def test_an_article_keeps_its_name_and_publisher():
    article = Article(TEXT, name="bridge", publisher="County Post", published="2024-05-01")
    assert audit(article).analysis.document.article == article


def test_read_and_render_work_together(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert "Ada Lind" in render(audit(read(path)))


def test_the_own_outlet_is_part_of_the_report():
    assert audit(TEXT, config=Config(own_outlet="County Post")).policy.own_outlet == "County Post"


def test_an_unknown_policy_is_an_error_of_the_library():
    with pytest.raises(AttributionError, match="no policy is called 'house'"):
        audit(TEXT, config=Config(policy="house"))


def modules_after(statement):
    """The modules that are loaded in a fresh interpreter after a statement."""
    program = f"import sys\n{statement}\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_package_loads_next_to_nothing():
    before, after = modules_after(""), modules_after("import attribution")
    assert not {"nltk", "regex", "attr", "tomllib"} & (after - before)
    assert {name for name in after if name.startswith("attribution")} == {"attribution", "attribution.version"}


def test_asking_for_the_version_on_the_command_line_loads_no_stage():
    statement = "import attribution.cli.main"
    loaded = {name.split(".")[1] for name in modules_after(statement) if name.startswith("attribution.")}
    assert not loaded & {"text", "cues", "extraction", "sources", "scoring", "rules", "pipeline", "renderers"}
    assert "nltk" not in modules_after(statement)
