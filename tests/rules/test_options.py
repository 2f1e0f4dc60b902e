"""What a rule's options are: each with a meaning, and values that are checked."""

import pytest
from attrs import frozen

from attribution.errors import RuleError
from attribution.rules.options import checked_options, declared_options


@frozen
class Options:
    """`lookahead`: how many paragraphs
    may follow.

    `heads`: nouns to leave alone.
    """

    lookahead: int | None = 2
    heads: tuple[str, ...] = ()


@frozen
class Silent:
    """What may be set."""

    window: int = 1


@frozen
class Stale:
    """`window`: how many sentences.

    `depth`: how deep.
    """

    window: int = 1


def test_every_option_has_a_kind_a_default_and_a_meaning() -> None:
    lookahead, heads = declared_options("TEST1", Options)
    assert (lookahead.kind, lookahead.default) == ("an integer or nothing", 2)
    assert lookahead.meaning == "how many paragraphs may follow"
    assert (heads.kind, heads.meaning) == ("a list of strings", "nouns to leave alone")


@pytest.mark.parametrize(("options", "odd"), [(Silent, "window"), (Stale, "depth")])
def test_an_option_without_a_meaning_or_a_meaning_without_an_option_is_refused(options: type, odd: str) -> None:
    with pytest.raises(RuleError, match=f"TEST1: its options' docstring .* look at {odd}"):
        declared_options("TEST1", options)


def test_every_fault_in_given_options_is_listed() -> None:
    checked = checked_options(Options, {"lookahead": "two", "heads": "police", "depth": 1}, "rules.TEST1")
    assert checked.faults == (
        "rules.TEST1.lookahead: expected an integer or nothing, not 'two'",
        "rules.TEST1.heads: expected a list of strings, not 'police'",
        "rules.TEST1.depth: no such option; there is heads, lookahead",
    )
    assert checked.options == Options()
