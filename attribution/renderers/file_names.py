"""Names of articles as names of files, for formats that write a file for each."""

import re
from pathlib import PurePosixPath

# What no file system of today minds; dots that lead out of a folder are taken care of apart.
_UNSAFE = re.compile(r"[^\w.\- ]")
_LONGEST = 120
_FOLDERS = re.compile(r"[/\\]")
_ENDINGS = frozenset({".txt", ".md", ".html", ".htm", ".docx", ".xml", ".json"})


def stem_of(name: str, taken: set[str]) -> str:
    """A relative path without ending for the name of an article, and none of those `taken`, to which it is added.

    Folders stay folders; what would lead out of the folder that is written to, or is no part of a file name, does not.
    No two are alike even where case makes no difference.

    >>> taken = set()
    >>> [stem_of(name, taken) for name in ("in/bridge.txt", "../etc/passwd", "in/Bridge.md", "a:7", "-")]
    ['in/bridge', 'etc/passwd', 'in/Bridge-2', 'a_7', '-']
    """
    wanted = stem = _stem(name)
    number = 1
    while stem.casefold() in taken:
        number += 1
        stem = f"{wanted}-{number}"
    taken.add(stem.casefold())
    return stem


def flat_stem_of(name: str, taken: set[str]) -> str:
    """The same for files that stand side by side: the folders of the name become part of it.

    >>> flat_stem_of("in/bridge.txt", {"index"})
    'in_bridge'
    """
    return stem_of(_FOLDERS.sub("_", name.strip("/.\\")), taken)


def _stem(name: str) -> str:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.suffix.lower() in _ENDINGS:
        path = path.with_suffix("")
    parts = (_UNSAFE.sub("_", part)[:_LONGEST].strip(" .") for part in path.parts)
    return "/".join(part for part in parts if part and part != "_") or "article"
