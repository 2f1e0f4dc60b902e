"""Files replaced whole or not at all."""

import os
import tempfile
from pathlib import Path

from attribution.errors import ReadError


def replace_text(path: str, text: str, *, marked: bool) -> None:
    """Writes `text` as UTF-8 in place of the file at `path`, behind a byte order mark if `marked`; the mode stays.

    Whoever reads the file meanwhile sees the old text or the new one, never a part. Raises `ReadError` when it cannot
    be written; then the old file is still there.
    """
    real = Path(os.path.realpath(path))
    try:
        mode = real.stat().st_mode
        handle, name = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    except OSError as error:
        raise ReadError(path, f"cannot be replaced: {error.strerror}") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8-sig" if marked else "utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode & 0o7777)
        Path(name).replace(real)
    except (OSError, UnicodeEncodeError) as error:
        Path(name).unlink(missing_ok=True)
        raise ReadError(path, f"cannot be replaced: {error}") from error
