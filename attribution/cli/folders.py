"""Output of several files: a folder that is filled, and in which nothing else is touched."""

import os
import re
from collections.abc import Iterable
from pathlib import Path

from attribution.errors import ReadError
from attribution.fixing.files import replace_text

_SURROGATE = re.compile("[\ud800-\udfff]")


def names_folder(output: str | None) -> bool:
    """Whether output goes to a folder: to one that is there, or to a name that ends as those of folders do.

    >>> names_folder("pages/"), names_folder("page.html"), names_folder(None)
    (True, False, False)
    """
    return output is not None and (output.endswith(("/", os.sep)) or Path(output).is_dir())


def write_folder(files: Iterable[tuple[str, str]], folder: str) -> None:
    """Writes each file, a path within the folder and a text, whole or not at all, as soon as it is there.

    Lone surrogates, which no file can hold, become one replacement character each, so that offsets stay true. Raises
    `ReadError` when the folder or a file cannot be written.
    """
    root = Path(folder)
    for name, text in files:
        path = root / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise ReadError(folder, f"cannot be made a folder: {error.strerror}") from error
        replace_text(str(path), _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text), name=path.as_posix())
