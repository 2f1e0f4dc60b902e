"""Whole processes, measured: processor time and the most memory they held."""

import os
import subprocess
import sys
from collections.abc import Sequence

from attrs import frozen

_KILOBYTE = 1024 if sys.platform != "darwin" else 1


@frozen
class Cost:
    """What a process took: seconds of processor time, and the most bytes it held at once."""

    seconds: float
    bytes: int


def run(arguments: Sequence[str]) -> Cost:
    """What `python ARGUMENTS…` costs from its start to its end, its own compiled modules being there already."""
    # Without compiled modules, a start measures Python's compiler and nothing else.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, *arguments]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    assert child.stderr is not None
    said = child.stderr.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):  # a linter that objects to something ends with 1
        raise RuntimeError(f"{' '.join(command)} ended with {child.returncode}: {said.decode(errors='replace')}")
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * _KILOBYTE)
