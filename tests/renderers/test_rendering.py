import pytest

from attribution.errors import ConfigError
from attribution.renderers.rendering import RENDERERS, render
from tests.hand_built import empty_report, report


@pytest.mark.parametrize("format", RENDERERS)
def test_every_format_renders_any_report_the_same_twice(format):
    assert render(report(), format) == render(report(), format)
    assert isinstance(render(empty_report("\ud800\x00\u202e"), format), str)


def test_plain_is_what_is_rendered_unless_told_otherwise():
    assert render(report()) == render(report(), "plain")


def test_an_unknown_format_is_an_error_that_names_those_there_are():
    with pytest.raises(ConfigError, match="'xml' is not known; accepted are plain, json, jsonl, spans, findings"):
        render(report(), "xml")


def test_every_unknown_option_is_listed_with_those_there_are():
    with pytest.raises(ConfigError) as caught:
        render(report(), "plain", colour=True, widht=3)
    assert caught.value.faults == (
        "plain.colour: no such option; accepted are width, color",
        "plain.widht: no such option; accepted are width, color",
    )
