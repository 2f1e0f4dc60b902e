"""Prints how much memory audits hold: bytes a character of the longest document, and over more and more documents.

    python -m tests.benchmarks.memory [CHARACTERS] [DOCUMENTS]

Each figure is the most that a process of its own held, less what it held when it had audited a short article. The first
table doubles one document up to CHARACTERS (1,000,000 unless told), audited alone and rendered to JSON as well, whose
text is several times as long as the article's; the second reads up to DOCUMENTS (400 unless told) different articles of
5,000 characters, one after another, and should be flat.
"""

import sys

from tests.benchmarks import processes
from tests.benchmarks.hostile import varied_prose

MOST_BYTES = 25
_SHORT = 5_000


def main() -> None:
    """Print both tables."""
    if sys.argv[1:2] == ["--within"]:
        audit_all(int(sys.argv[2]), int(sys.argv[3]), rendered=sys.argv[4] == "rendered")
        return
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    start = _held(_SHORT, 1, "rendered")
    print(f"a process that has audited one short article: {start / 1e6:.1f} MB")
    print(f"bytes for each character, of which an audit may take {MOST_BYTES}:")
    for length in (characters // 4, characters // 2, characters):
        audited, rendered = ((_held(length, 1, what) - start) / length for what in ("audited", "rendered"))
        print(f"{length:>10,} characters {audited:8.1f} audited {rendered:8.1f} rendered to JSON too")
    for number in (documents // 4, documents // 2, documents):
        print(f"{number:>10,} documents  {(_held(_SHORT, number, 'rendered') - start) / 1e6:8.1f} MB")


def audit_all(characters: int, documents: int, *, rendered: bool) -> None:
    """Audit so many different documents of so many characters each, and keep nothing of them."""
    from attribution import audit, render

    for number in range(documents):
        report = audit(varied_prose(characters, number))
        if rendered:
            render(report, "json")


def _held(characters: int, documents: int, what: str) -> int:
    return processes.run(["-m", "tests.benchmarks.memory", "--within", str(characters), str(documents), what]).bytes


if __name__ == "__main__":
    main()
