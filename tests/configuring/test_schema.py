"""The schema of configuration files says what the reader of such files says."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from attribution.configuring.keys import KEYS
from attribution.configuring.schema import configuration_schema
from attribution.configuring.template import template
from attribution.rules.catalogue import catalogue

ROOT = Path(__file__).parent.parent.parent
SCHEMA = configuration_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
PAGES = ("docs/reference/configuration.md", "docs/how-to/configure.md")


def uncommented() -> str:
    """The template with every example in force."""
    return re.sub(r"^#(?! )", "", template(), flags=re.MULTILINE)


def examples() -> list[Any]:
    """Each block of TOML in the documentation."""
    return [
        pytest.param(block, id=f"{page}-{number}")
        for page in PAGES
        for number, block in enumerate(
            re.findall(r"```toml\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL), start=1
        )
    ]


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_has_every_key_and_every_option_with_its_meaning() -> None:
    assert {name: found["description"] for name, found in SCHEMA["properties"].items()} == {
        name: key.meaning for name, key in KEYS.items()
    }
    for code, rule in catalogue().items():
        properties = SCHEMA["properties"]["rules"]["properties"][code]["properties"]
        assert set(properties) == {"severity", "enabled", *(option.name for option in rule.page.options)}
        for option in rule.page.options:
            Draft202012Validator(properties[option.name]).validate(
                list(option.default) if isinstance(option.default, tuple) else option.default
            )


@pytest.mark.parametrize("text", [template(), uncommented()], ids=["as it is", "with everything set"])
def test_the_template_is_valid(text: str) -> None:
    VALIDATOR.validate(tomllib.loads(text))


def test_every_key_stands_in_the_template() -> None:
    assert set(tomllib.loads(uncommented())) == set(KEYS)


@pytest.mark.parametrize("text", examples())
def test_the_examples_of_the_documentation_are_valid(text: str) -> None:
    VALIDATOR.validate(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        'profiles = "wire"',
        'profile = "wires"',
        'select = "ANON"',
        'own_outlet = ""',
        "require_reason = 1",
        "[rules.ANON1O1]",
        '[rules.ANON101]\nseverity = "fatal"',
        "[rules.ANON101]\nmax_share = 0.5",
        '[rules.ANON111]\nmax_share = "half"',
        '[parties.northland]\nadversaries = ["southland"]',
        '[[phrase]]\ncode = "house-1"\nmessage = "No."\nphrases = ["a"]',
        '[[phrase]]\ncode = "HOUSE1"\nmessage = "No."',
        '[[phrase]]\ncode = "HOUSE1"\nmessage = "No."\nphrases = ["a"]\npattern = "a"',
    ],
)
def test_a_fault_is_a_fault_to_the_schema_too(text: str) -> None:
    with pytest.raises(ValidationError):
        VALIDATOR.validate(tomllib.loads(text))
