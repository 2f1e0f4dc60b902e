"""Work in other processes, some of which die."""

import os
import signal
import time

import pytest

from attribution.archiving.engines import dask
from attribution.archiving.engines.dask import DaskEngine
from attribution.archiving.engines.local import LocalEngine
from attribution.errors import ArchiveError, ConfigError, WorkerError
from tests.archiving.inline import article, contents, mapped, write_lines


def doubled(number):
    """Twice the number; some end the process, or are at fault."""
    if number == 66:
        os._exit(1)
    if number == 13:
        raise ConfigError(["13 is no good"])
    return 2 * number


def slow(_):
    """Nothing, in a while."""
    time.sleep(60)


def test_a_process_that_dies_takes_no_other_task_with_it():
    with LocalEngine(2) as engine:
        for number in (1, 66, 2, 3):
            engine.start(number, doubled, number)
        found = dict(engine.finished() for _ in range(4))
        assert isinstance(found.pop(66), WorkerError)
        assert found == {1: 2, 2: 4, 3: 6}
        with pytest.raises(WorkerError):
            engine.alone(doubled, 66)
        assert engine.alone(doubled, 5) == 10
        engine.start(7, doubled, 7)
        assert engine.finished() == (7, 14)
        engine.start(13, doubled, 13)
        with pytest.raises(ConfigError):
            engine.finished()


def test_an_exception_stops_what_is_under_way_at_once():
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt), LocalEngine(1) as engine:
        engine.start(0, slow, 0)
        engine.start(1, slow, 1)
        raise KeyboardInterrupt
    assert time.monotonic() - started < 30


@pytest.fixture
def wire(tmp_path):
    """An archive of twelve articles, and its tables from this process."""
    path = write_lines(tmp_path / "wire.jsonl", map(article, range(12)))
    mapped(path, output=tmp_path / "here", shard_documents=2)
    return path, contents(tmp_path / "here")


def test_processes_of_this_machine_give_the_same_bytes_as_one(wire, tmp_path):
    path, expected = wire
    mapped(path, output=tmp_path / "local", engine=LocalEngine(2), shard_documents=2)
    assert contents(tmp_path / "local") == expected


class KillingEngine(DaskEngine):
    """Kills a worker as soon as the first task is done."""

    killed = 0

    def finished(self):
        found = super().finished()
        if not self.killed:
            workers = self.client.run(os.getpid)
            self.killed = next(iter(workers.values()))
            os.kill(self.killed, signal.SIGKILL)
        return found


def test_a_dask_cluster_that_loses_a_worker_gives_the_same_bytes(wire, tmp_path):
    pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    path, expected = wire
    engine = KillingEngine(None, 2)
    mapped(path, output=tmp_path / "dask", engine=engine, shard_documents=2)
    assert engine.killed
    assert contents(tmp_path / "dask") == expected


def test_a_cluster_that_runs_already_is_used_and_left_running(wire, tmp_path):
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    configured = pytest.importorskip("dask.config").set({"distributed.scheduler.allowed-failures": 0})
    path, expected = wire
    options = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    with configured, distributed.LocalCluster(processes=True, host="127.0.0.1", **options) as cluster:
        with DaskEngine(cluster.scheduler_address, 1) as engine:
            engine.start(66, doubled, 66)
            key, error = engine.finished()
            assert (key, type(error)) == (66, WorkerError)
        mapped(path, output=tmp_path / "dask", engine=DaskEngine(cluster.scheduler_address, 1), shard_documents=2)
        assert len(cluster.workers) == 1
    assert contents(tmp_path / "dask") == expected


def test_a_cluster_without_workers_is_given_up(monkeypatch):
    distributed = pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    monkeypatch.setattr(dask, "_GLANCE", 0.05)
    options = {"threads_per_worker": 1, "dashboard_address": None, "silence_logs": 50}
    cluster = distributed.LocalCluster(n_workers=1, processes=False, **options)
    with cluster, DaskEngine(cluster.scheduler_address, 1) as engine:
        engine.client.retire_workers(close_workers=True)
        monkeypatch.setattr(dask, "_PATIENCE", 0.2)
        engine.start(1, doubled, 1)
        with pytest.raises(ArchiveError, match="the Dask cluster has lost all its workers"):
            engine.finished()


def test_a_scheduler_that_does_not_answer_is_an_error(monkeypatch):
    pytest.importorskip("distributed", reason="the extra 'dask' is not installed")
    monkeypatch.setattr(dask, "_ANSWER", 0.3)
    with pytest.raises(ArchiveError, match=r"the Dask scheduler tcp://127\.0\.0\.1:9 cannot be used"):
        DaskEngine("tcp://127.0.0.1:9", 1).__enter__()
    with pytest.raises(ArchiveError, match="the Dask scheduler nonsense cannot be used"):
        DaskEngine("nonsense", 1).__enter__()
