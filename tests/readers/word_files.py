"""Word documents for tests, made with python-docx and, for what it does not write, with XML of their own."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest

docx = pytest.importorskip("docx")

from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls  # noqa: E402

STORY = (
    ("Heading 1", ["Dam to close"]),
    ("Normal", ["The dam ", "will", " close & stay shut, some offi", "cials told Reuters on condition of anonymity."]),
    ("Quote", ["“It’s over,” Ida Moss, the county engineer, said."]),
    ("List Bullet", ["More than 4,000 people were killed in 1931."]),
)


def saved(document: Any) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def story(*, change: Callable[[Any], None] = lambda document: None) -> bytes:
    """A document of four paragraphs, the words of some cut into runs, and what `change` does to it."""
    document = docx.Document()
    for style, runs in STORY:
        paragraph = document.add_paragraph(style=style)
        for number, words in enumerate(runs):
            paragraph.add_run(words).italic = number % 2 == 1
    change(document)
    return saved(document)


def with_xml(paragraph: Any, xml: str) -> None:
    """Adds elements, written with the prefix `w`, to a paragraph."""
    for element in parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"):
        paragraph._p.append(element)


def with_members(data: bytes, members: Mapping[str, str | bytes | None]) -> bytes:
    """The zipped file with these members in place of its own; `None` leaves one out."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            if content is not None:
                new.writestr(name, content)
    return written.getvalue()


def notes(*texts: str) -> str:
    """A part of footnotes, each of one run, behind the two that Word has for lines."""
    xml = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(texts, start=1)
    )
    line = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>___</w:t></w:r></w:p></w:footnote>'
    return f"<w:footnotes {nsdecls('w')}>{line}{xml}</w:footnotes>"
