"""What a worker of our own cluster does as it starts: interruptions are for the process that began the run."""

import signal


def dask_setup(worker: object) -> None:
    """Has this process ignore interruptions; Dask calls it in each worker by this name."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
