"""The wheel that users install: its metadata, its command and its data files."""

import subprocess
import sys
import zipfile
from configparser import ConfigParser
from email.message import Message
from email.parser import Parser
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

from attribution.version import VERSION

ROOT = Path(__file__).parent.parent
SHIPPED = (".py", ".toml", ".json", ".typed", ".jinja", ".css", ".js")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """A wheel built from a copy of the sources, so that no earlier build can leave anything in it."""
    copy = tmp_path_factory.mktemp("source") / "project"
    copytree(ROOT, copy, ignore=ignore_patterns(".*", "build", "dist", "*.egg-info", "__pycache__", "tests", "seeds"))
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "--wheel-dir", copy / "dist", copy]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    (path,) = (copy / "dist").glob("*.whl")
    return zipfile.ZipFile(path)


def part(wheel: zipfile.ZipFile, name: str) -> str:
    """The text of a file in the wheel's `.dist-info`."""
    (found,) = [entry for entry in wheel.namelist() if entry.endswith(f".dist-info/{name}")]
    return wheel.read(found).decode("utf-8")


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> Message:
    return Parser().parsestr(part(wheel, "METADATA"))


def test_name_version_licence_and_python(metadata: Message):
    assert (metadata["Name"], metadata["Version"]) == ("attribution-audit", VERSION)
    assert (metadata["License-Expression"] or metadata["License"]) == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"


def test_it_needs_nltk_regex_and_attrs_and_nothing_else(metadata: Message):
    needed = [line for line in metadata.get_all("Requires-Dist", []) if "extra ==" not in line]
    assert sorted(line.split(">")[0].strip() for line in needed) == ["attrs", "nltk", "regex"]


def test_there_are_extras_for_tests_development_and_documentation(metadata: Message):
    assert {"test", "dev", "docs"} <= set(metadata.get_all("Provides-Extra", []))


def test_the_readme_is_its_description(metadata: Message):
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert str(metadata.get_payload()).strip() == (ROOT / "README.md").read_text(encoding="utf-8").strip()


def test_the_command_is_called_attribution(wheel: zipfile.ZipFile):
    entry_points = ConfigParser()
    entry_points.read_string(part(wheel, "entry_points.txt"))
    assert dict(entry_points["console_scripts"]) == {"attribution": "attribution.cli.main:main"}


def test_every_module_and_data_file_is_in_it(wheel: zipfile.ZipFile):
    sources = [path for path in (ROOT / "attribution").rglob("*") if path.suffix in SHIPPED]
    expected = {path.relative_to(ROOT).as_posix() for path in sources}
    assert {"attribution/py.typed", "attribution/renderers/report.schema.json"} <= expected
    assert expected == {name for name in wheel.namelist() if not name.split("/")[0].endswith(".dist-info")}


def test_the_licence_is_in_it(wheel: zipfile.ZipFile):
    assert any(name.endswith("/LICENSE") for name in wheel.namelist())
