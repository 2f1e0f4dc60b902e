"""Files replaced whole or not at all."""

import os
from pathlib import Path

from attribution.errors import ReadError
from attribution.model.original import Original


def replace_text(path: str, text: str, *, like: Original | None = None, name: str = "") -> None:
    """Writes `text` in place of the file at `path`, as UTF-8 or in the encoding of what it was `like`; see below.

    Raises `ReadError`, which calls the file `name`, when it cannot be written; then the old file is still there.
    """
    try:
        data = (like or Original("")).encoded(text)
    except UnicodeEncodeError as error:
        raise ReadError(name or path, f"cannot be written: {error}") from error
    replace_bytes(path, data, name=name)


def replace_bytes(path: str, data: bytes, *, name: str = "") -> None:
    """Writes `data` in place of the file at `path`; its mode stays.

    Whoever reads the file meanwhile sees what was there or what is, never a part. A file that is not there is made.
    Raises `ReadError`, which calls the file `name`, when it cannot be written; then the old file is still there.
    """
    import tempfile

    real = Path(os.path.realpath(path))
    made = not real.exists()
    try:
        if made:
            real.touch()  # with the mode that new files get here
        mode = real.stat().st_mode
        handle, temporary = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    except OSError as error:
        raise ReadError(name or path, f"cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(mode & 0o7777)
        Path(temporary).replace(real)
    except OSError as error:
        Path(temporary).unlink(missing_ok=True)
        if made:
            real.unlink(missing_ok=True)
        raise ReadError(name or path, f"cannot be written: {error}") from error
