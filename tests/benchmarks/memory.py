"""Prints how much memory audits hold: bytes a character of the longest document, and over more and more documents.

    python -m tests.benchmarks.memory [CHARACTERS] [DOCUMENTS]

Each figure is the most that a process of its own held, less what it held when it had audited a short article. The first
table doubles one document up to CHARACTERS (1,000,000 unless told); the second reads up to DOCUMENTS (400 unless told)
different articles of 5,000 characters, one after another, and should be flat.
"""

import sys

from tests.benchmarks import processes
from tests.benchmarks.hostile import varied_prose

MOST_BYTES = 25
_SHORT = 5_000


def main() -> None:
    """Print both tables."""
    if sys.argv[1:2] == ["--within"]:
        audit_all(int(sys.argv[2]), int(sys.argv[3]))
        return
    characters = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    documents = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    start = _held(_SHORT, 1)
    print(f"a process that has audited one short article: {start / 1e6:.1f} MB")
    for share in (4, 2, 1):
        held = _held(characters // share, 1) - start
        print(
            f"{characters // share:>10,} characters {held / 1e6:8.1f} MB  {held * share / characters:7.1f} bytes each"
        )
    print(f"bar: {MOST_BYTES} bytes each")
    for share in (4, 2, 1):
        held = _held(_SHORT, documents // share) - start
        print(f"{documents // share:>10,} documents  {held / 1e6:8.1f} MB")


def audit_all(characters: int, documents: int) -> None:
    """Audit so many different documents of so many characters each, and keep nothing of them."""
    from attribution import audit, render

    for number in range(documents):
        render(audit(varied_prose(characters, number)), "json")


def _held(characters: int, documents: int) -> int:
    return processes.run(["-m", "tests.benchmarks.memory", "--within", str(characters), str(documents)]).bytes


if __name__ == "__main__":
    main()
