"""What an audit is measured beside: a tokenizer, a sentence splitter, a linter of prose, a bare regular expression."""

import re
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path

Tool = Callable[[str], object]


def tools() -> Mapping[str, Tool]:
    """The tools that are installed, by name; the others are named on standard error."""
    from nltk.tokenize.punkt import PunktSentenceTokenizer

    found: dict[str, Tool] = {
        "bare regular expression": re.compile(r"\w+|[^\w\s]").findall,
        "NLTK Punkt, untrained": PunktSentenceTokenizer().tokenize,
    }
    if _installed("spacy", "spaCy"):
        import spacy

        found["spaCy blank tokenizer"] = spacy.blank("en")
    if _installed("proselint"):
        found["proselint"] = _proselint()
    return found


def commands(article: Path) -> Mapping[str, Sequence[str]]:
    """The arguments to Python of whole processes, by name, each a start that is paid for a short article."""
    check = ["-m", "attribution", "check"]
    found: dict[str, Sequence[str]] = {
        "python": ["-c", "pass"],
        "import attribution": ["-c", "import attribution"],
        "attribution --version": ["-m", "attribution", "--version"],
        "attribution check --no-cache": [*check, "--no-cache", str(article)],
        "attribution check, kept": [*check, str(article)],
    }
    if _installed("proselint"):
        found["proselint check"] = ["-m", "proselint", "check", str(article)]
    return found


def _installed(module: str, name: str = "") -> bool:
    there = find_spec(module) is not None
    if not there:
        print(f"{name or module} is not installed: left out", file=sys.stderr)
    return there


@cache
def _proselint() -> Tool:
    from proselint.checks import __register__ as shipped
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(shipped)
    return lambda text: LintFile("article", text).lint()
