"""A hook of MkDocs: the page of changes, from the changelog and from the fragments that are not released yet."""

import runpy
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parent.parent
PAGE = "changes.md"


def on_files(files: Files, config: Any) -> Files:
    """Adds the page to the files of the site."""
    files.append(File.generated(config, PAGE, content=page()))
    return files


def page() -> str:
    """The changelog, with what waits in docs/changes/ as its first section."""
    tool = runpy.run_path(str(ROOT / ".ci" / "changelog"))
    waiting = tool["fragments"](ROOT / "docs" / "changes")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    head, mark, rest = changelog.partition(tool["MARK"])
    return f"{head}{mark}\n{tool['section']('Not released yet', waiting) if waiting else ''}{rest}"
