import io

from attribution.cli.progress import Gauge, Progress


class Terminal(io.StringIO):
    """A stream that is a terminal, or is not."""

    def __init__(self, is_terminal=True):
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self):
        return self.is_terminal


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def __call__(self):
        return self.now


def shown(times, *, is_terminal=True):
    """What is on the stream when an article is done at each of the times."""
    clock, stream = Clock(), Terminal(is_terminal)
    progress = Progress(stream, clock)
    for seconds in times:
        clock.now = 100.0 + seconds
        progress.advance()
    progress.clear()
    return stream.getvalue()


def test_a_short_run_shows_nothing():
    assert shown([0.1, 0.5, 0.99]) == ""


def test_a_long_run_counts_and_cleans_up():
    assert shown([0.5, 1.0, 2.0]) == "\r\x1b[K2 articles, 2 a second\r\x1b[K3 articles, 2 a second\r\x1b[K"


def test_the_line_changes_no_more_than_ten_times_a_second():
    assert shown([1 + number / 1000 for number in range(1_000)]).count("second") == 10


def test_nothing_is_shown_in_a_pipe():
    assert shown([5.0, 9.0], is_terminal=False) == ""


def test_the_line_is_gone_before_anything_else_is_written():
    clock, stream = Clock(), Terminal()
    progress = Progress(stream, clock)

    def pieces():
        for number in range(2):
            clock.now += 2
            progress.advance()
            yield f"piece {number}\n"

    for piece in progress.around(pieces()):
        stream.write(piece)
    assert stream.getvalue() == (
        "\r\x1b[K1 article, 0 a second\r\x1b[Kpiece 0\n\r\x1b[K2 articles, 0 a second\r\x1b[Kpiece 1\n"
    )


def gauged(steps, *, is_terminal=True):
    """The lines of a bar after each step: seconds, documents, and the share that is done."""
    clock, stream = Clock(), Terminal(is_terminal)
    gauge = Gauge(stream, clock)
    gauge.start()
    for seconds, documents, share in steps:
        clock.now = 100.0 + seconds
        gauge.advance_to(documents, share)
    gauge.clear()
    return stream.getvalue().split("\r\x1b[K")[1:-1]


def test_a_bar_tells_how_much_is_done_and_how_long_the_rest_takes():
    assert gauged([(10, 500, 0.25), (4_000, 600, 0.5)]) == [
        "░░░░░░░░░░░░░░░░░░░░   0%",
        "█████░░░░░░░░░░░░░░░  25% 500 documents, 50 a second, 0:30 left",
        "██████████░░░░░░░░░░  50% 1,100 documents, 0 a second, 1:06:40 left",
    ]


def test_what_an_earlier_run_has_done_makes_this_one_no_quicker():
    assert gauged([(0, 0, 0.1), (0, 0, 0.5), (10, 100, 0.75)])[-1] == (
        "███████████████░░░░░  75% 100 documents, 10 a second, 0:10 left"
    )


def test_no_bar_is_shown_in_a_pipe():
    assert gauged([(10, 500, 0.25)], is_terminal=False) == []
