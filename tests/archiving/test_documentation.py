"""The reference lists the tables as they are. `pytest --update-golden` rewrites it."""

import re
from pathlib import Path

from attribution.archiving.sourcing import SOURCING
from attribution.archiving.tables import TABLES

PAGE = Path(__file__).parent.parent.parent / "docs" / "reference" / "archive.md"
BLOCK = re.compile(r"(?<=<!-- tables -->\n).*(?=<!-- end of tables -->)", re.DOTALL)


def described() -> str:
    """Each table as Markdown."""
    parts = []
    for table in (*TABLES, SOURCING):
        rows = "".join(f"| `{column.name}` | {column.type} | {column.meaning} |\n" for column in table.columns)
        head = "| column | type | what it holds |\n|---|---|---|\n"
        parts.append(f"### {table.name}\n\n{table.meaning.capitalize()}.\n\n{head}{rows}")
    return "\n" + "\n".join(parts) + "\n"


def test_the_reference_lists_every_table_and_column(request):
    text = PAGE.read_text(encoding="utf-8")
    expected = BLOCK.sub(lambda found: described(), text)
    if request.config.getoption("--update-golden"):
        PAGE.write_text(expected, encoding="utf-8")
    assert BLOCK.search(text)
    assert PAGE.read_text(encoding="utf-8") == expected
