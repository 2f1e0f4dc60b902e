"""Which configuration file holds, what several of them say together, and every fault at once."""

from pathlib import Path

import pytest

from attribution.configuring.files import nearest
from attribution.configuring.project import Overrides, project_of
from attribution.errors import ConfigError
from attribution.rules.settings import settings


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes files below the working folder; folders are made as needed."""
    monkeypatch.chdir(tmp_path)

    def files(**texts: str) -> Path:
        for name, text in texts.items():
            path = tmp_path / name.replace("__", "/").replace("_toml", ".toml")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        nearest.cache_clear()
        return tmp_path

    return files


def codes(folder: Path, overrides: Overrides | None = None) -> set[str]:
    return {setting.rule.code for setting in settings(project_of(folder, overrides or Overrides()).config)}


def test_the_nearest_file_wins(write) -> None:
    root = write(attribution_toml='own_outlet = "Post"', desk__attribution_toml='own_outlet = "Star"', desk__in__x="")
    assert project_of(root / "desk" / "in", Overrides()).config.own_outlet == "Star"
    assert project_of(root, Overrides()).config.own_outlet == "Post"


def test_pyproject_counts_when_it_has_our_table(write) -> None:
    root = write(pyproject_toml='[tool.attribution]\nown_outlet = "Post"', in__pyproject_toml="[tool.ruff]")
    assert project_of(root / "in", Overrides()).config.own_outlet == "Post"


def test_without_a_file_the_defaults_hold(write) -> None:
    root = write(in__x="")
    project = project_of(root / "in", Overrides(isolated=True))
    assert (project.file, project.config.policy, project.require_reason) == (None, "default", False)


def test_a_file_adds_to_the_one_that_it_extends(write) -> None:
    root = write(
        house_toml='profile = "wire"\nignore = ["WORD501"]\n[rules.ANON111]\nmax_share = 0.3\nmin_attributions = 9',
        attribution_toml='extend = "house.toml"\nignore = ["WORD503"]\n[rules.ANON111]\nmax_share = 0.4',
    )
    config = project_of(root, Overrides()).config
    assert (config.policy, config.ignore) == ("wire", ("WORD501", "WORD503"))
    assert config.rules == {"ANON111": {"max_share": 0.4, "min_attributions": 9}}


def test_a_circle_of_files_is_a_fault(write) -> None:
    root = write(attribution_toml='extend = "b.toml"', b_toml='extend = "attribution.toml"')
    with pytest.raises(ConfigError, match=r"b\.toml: extend: attribution\.toml leads back to itself"):
        project_of(root, Overrides())


def test_ten_faults_are_ten_lines(write) -> None:
    root = write(
        attribution_toml="""
own_outlets = "Post"
profile = "wires"
select = "ANON"
extend_select = ["ANON9"]
ignore = ["RELAYS"]
lexicons = ["nowhere"]
require_reason = "yes"
[rules.ANON1O1]
severity = "error"
[rules.ANON111]
max_share = "half"
[[phrase]]
code = "house-1"
message = "Not in our paper."
pattern = "(unclosed"
"""
    )
    with pytest.raises(ConfigError) as caught:
        project_of(root, Overrides())
    assert caught.value.faults == (
        "attribution.toml: own_outlets: no such key; did you mean own_outlet?",
        "attribution.toml: select: expected a list of strings, not 'ANON'",
        "attribution.toml: require_reason: expected true or false, not 'yes'",
        f"attribution.toml: lexicons: {(root / 'nowhere').as_posix()} is no folder",
        "attribution.toml: profile: no policy is called 'wires'; did you mean wire?",
        "attribution.toml: rules.ANON1O1: no rule has this code; did you mean ANON101?",
        "attribution.toml: extend_select: no rule or family answers to 'ANON9'; did you mean ANON?",
        "attribution.toml: ignore: no rule or family answers to 'RELAYS'; did you mean RELAY?",
        "attribution.toml: phrase house-1.code: expected capital letters and a number, as in HOUSE001, not 'house-1'",
        "attribution.toml: phrase house-1.pattern: not a regular expression: missing ) at position 9",
        "attribution.toml: rules.ANON111.max_share: expected a number, not 'half'",
    )


@pytest.mark.parametrize("text", ["own_outlet = ", "\xff"], ids=["broken", "not a table"])
def test_a_file_that_is_no_toml_is_a_fault(write, text) -> None:
    with pytest.raises(ConfigError, match=r"attribution\.toml: not valid TOML"):
        project_of(write(attribution_toml=text), Overrides())


def test_the_command_line_has_the_last_word(write) -> None:
    root = write(attribution_toml='profile = "strict"\nown_outlet = "Post"\nselect = ["anonymity"]')
    said = Overrides(profile="wire", own_outlet="Star", select=("RELAY401",))
    config = project_of(root, said).config
    assert (config.policy, config.own_outlet, codes(root, said)) == ("wire", "Star", {"RELAY401"})


def test_files_can_be_spared_rules(write) -> None:
    root = write(attribution_toml='[per_file_ignores]\n"opinion/**" = ["ATTR", "WORD501"]\n"*.wire.txt" = ["RELAY"]')
    project = project_of(root, Overrides())
    assert project.config_for(str(root / "opinion" / "a.txt")).ignore == ("ATTR", "WORD501")
    assert project.config_for(str(root / "news" / "b.wire.txt")).ignore == ("RELAY",)
    assert project.config_for(str(root / "news" / "b.txt")) is project.config


def test_parties_and_well_known_people_join_the_word_lists(write) -> None:
    root = write(
        attribution_toml='well_known = ["Ada Lind"]\n'
        '[parties.northland]\nwords = ["Northland"]\nadversaries = ["southland"]'
    )
    known, party = project_of(root, Overrides()).config.words
    assert (known.lexicon, known.phrases) == ("well_known", ("Ada Lind",))
    assert (party.lexicon, party.group, party.values) == (
        "belligerents",
        "northland",
        (("adversaries", ("southland",)),),
    )
