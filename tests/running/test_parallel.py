import os

import pytest

from attribution.errors import ConfigError, LexiconError, PatternError, ReadError, RuleError, WorkerError
from attribution.running import parallel
from attribution.running.parallel import Pending, in_order


def doubled(number):
    """Twice the number; some numbers are at fault."""
    if number == 13:
        raise PatternError("HOUSE013", 2.0)
    if number == 66:
        os._exit(1)
    return 2 * number


def process_of(_):
    """Which process did the work."""
    return os.getpid()


def pendings(numbers, weight=6_000):
    return [Pending(number, weight) for number in numbers]


@pytest.fixture(params=["fork", "spawn"])
def start(request, monkeypatch):
    """Each way in which processes start."""
    import multiprocessing

    if request.param not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {request.param} on this system")
    monkeypatch.setattr(parallel, "_context", lambda: multiprocessing.get_context(request.param))
    return request.param


def test_results_come_in_the_order_of_the_items(start):
    items = [item for number in range(100, 160) for item in (Pending(number, 6_000), f"kept {number}")]
    expected = [item for number in range(100, 160) for item in (2 * number, f"kept {number}")]
    assert list(in_order(doubled, items, 3)) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_error_comes_in_its_turn_behind_all_results_before_it(jobs):
    found = []
    with pytest.raises(PatternError) as caught:
        found.extend(in_order(doubled, pendings([*range(10, 20), *range(30, 60)]), jobs))
    assert (caught.value.code, caught.value.seconds) == ("HOUSE013", 2.0)
    found = []
    with pytest.raises(PatternError):
        for result in in_order(doubled, pendings(range(10, 20)), jobs):
            found.append(result)
    assert found == [20, 22, 24]


@pytest.mark.parametrize("jobs", [1, 2, None])
def test_what_the_items_raise_comes_behind_the_results_of_those_before(jobs):
    def items():
        yield from pendings(range(5))
        raise ConfigError(["rules.NOPE: no rule has this code"])

    found = []
    with pytest.raises(ConfigError, match="NOPE"):
        for result in in_order(doubled, items(), jobs):
            found.append(result)
    assert found == [0, 2, 4, 6, 8]


def test_a_process_that_dies_is_an_error_of_ours():
    with pytest.raises(WorkerError, match="--jobs 1"):
        list(in_order(doubled, pendings([1, 66, 2]), 2))


def test_no_process_is_started_for_little_work_or_none():
    assert set(in_order(process_of, pendings(range(20), weight=1_000), None)) == {os.getpid()}
    assert set(in_order(process_of, pendings(range(100, 300)), 1)) == {os.getpid()}
    assert list(in_order(process_of, ["kept"] * 10_000, None)) == ["kept"] * 10_000


def test_processes_are_started_for_much_work(monkeypatch):
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    assert len(set(in_order(process_of, pendings(range(100, 300)), None))) > 1


@pytest.mark.parametrize("jobs", [1, 2, None])
def test_only_a_bounded_number_of_items_is_read_ahead(jobs, monkeypatch):
    monkeypatch.setattr(parallel, "cores", lambda: 2)
    read = 0

    def items():
        nonlocal read
        for number in range(2_000):
            read += 1
            yield Pending(number + 100, 6_000)

    ahead = [read - done for done, _ in enumerate(in_order(doubled, items(), jobs))]
    assert max(ahead) <= 60


def test_what_needs_no_work_is_handed_on_at_once():
    read = 0

    def items():
        nonlocal read
        for _ in range(100):
            read += 1
            yield "kept"

    assert [read - done for done, _ in enumerate(in_order(doubled, items(), None))] == [1] * 100


def test_stopping_halfway_ends_the_processes():
    import multiprocessing

    results = in_order(doubled, pendings(range(100, 1_000)), 2)
    assert next(results) == 200
    assert next(results) == 202
    results.close()
    assert not multiprocessing.active_children()


@pytest.mark.parametrize(
    "error",
    [
        ConfigError(["one", "two"]),
        LexiconError("cues.toml", "say", "wrong"),
        RuleError("ANON101", "wrong"),
        PatternError("HOUSE001", 2.0),
        WorkerError(),
        ReadError("in.txt", "wrong"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_of_ours_travel_with_their_facts(error):
    import pickle

    arrived = pickle.loads(pickle.dumps(error))
    assert (type(arrived), str(arrived), vars(arrived)) == (type(error), str(error), vars(error))
