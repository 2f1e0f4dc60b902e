"""`attribution evaluate`: how well reports agree with what annotators found."""

import argparse
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from attribution.cli.terminal import complain, write
from attribution.errors import ReadError
from attribution.version import VERSION

if TYPE_CHECKING:
    from attribution.evaluation.evaluating import Evaluation
    from attribution.evaluation.labelled import GoldArticle, Prediction
    from attribution.evaluation.selection import Selection

Item = TypeVar("Item")

# How many names a warning gives before it only counts.
_NAMED = 3


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declares the subcommand."""
    parser = commands.add_parser(
        "evaluate", help="measure reports against what annotators found in the same articles", allow_abbrev=False
    )
    parser.add_argument(
        "gold",
        metavar="GOLD",
        help="JSON Lines (.jsonl, .jsonl.gz), a folder with brat's .ann beside .txt, or Label Studio's export (.json)",
    )
    parser.add_argument(
        "reports",
        metavar="REPORTS",
        nargs="?",
        help="what `attribution report` wrote as json, jsonl or spans, or - (standard input); "
        "without it the texts of the gold are read and this library is measured",
    )
    _add_what_counts(parser)
    parser.add_argument("--format", choices=("plain", "json"), default="plain", help="how to write it (default: plain)")
    parser.add_argument("--errors", metavar="FILE", help="write what is missed, spurious or wrong to this file")
    parser.add_argument(
        "--bootstrap", type=_whole_number, metavar="N", default=0, help="intervals from N samples of the articles"
    )
    parser.add_argument("--seed", type=_whole_number, metavar="N", default=1, help="of the samples (default: 1)")
    parser.add_argument(
        "--agreement", metavar="GOLD", help="what a second annotator found: also say how far the two agree"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Prints the measures; 2 when any input cannot be used, which standard error says line by line."""
    from attribution.evaluation.gold import read_gold
    from attribution.evaluation.selection import suited

    failures: list[ReadError] = []
    gold = _usable(read_gold(arguments.gold), failures)
    second = _usable(read_gold(arguments.agreement), failures) if arguments.agreement else []
    if failures:
        return 2
    selection = _selection(arguments, suited(gold))
    predictions = _usable(_predictions(arguments, gold, selection), failures)
    if failures:
        return 2
    _measure(arguments, gold, second, predictions, selection)
    return 0


def _add_what_counts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--scope",
        choices=("all", "reported"),
        default="all",
        help="reported: beliefs, hopes, votes and the like are neither missed nor wrong (default: all)",
    )
    parser.add_argument("--ignore-punctuation", action="store_true", help="leave punctuation out of every span")
    parser.add_argument(
        "--all-classes",
        action=argparse.BooleanOptionalAction,
        help="measure beliefs, intentions and the other classes too (default: unless the gold has none)",
    )
    parser.add_argument(
        "--top-level",
        action=argparse.BooleanOptionalAction,
        help="leave out attributions inside others (default: unless the gold has some)",
    )


def _whole_number(value: str) -> int:
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(f"must be a whole number from 0 on, not {value!r}")
    return int(value)


def _usable(items: Iterable[Item | ReadError], failures: list[ReadError]) -> list[Item]:
    """The items that could be read; what could not is said on standard error and added to `failures`."""
    usable: list[Item] = []
    for item in items:
        if isinstance(item, ReadError):
            failures.append(item)
            complain(str(item))
        else:
            usable.append(item)
    return usable


def _selection(arguments: argparse.Namespace, suited: "Selection") -> "Selection":
    """What the command line asks for, and what suits the gold where it asks for nothing."""
    from attrs import evolve

    asked = {name: getattr(arguments, name) for name in ("all_classes", "top_level")}
    return evolve(suited, **{name: value for name, value in asked.items() if value is not None})


def _predictions(
    arguments: argparse.Namespace, gold: "Sequence[GoldArticle]", selection: "Selection"
) -> "Iterator[Prediction | ReadError]":
    from attribution.evaluation.predictions import predict, read_predictions

    if arguments.reports is None:
        return predict(gold, selection)
    return read_predictions(arguments.reports, gold, selection)


def _measure(
    arguments: argparse.Namespace,
    gold: "Sequence[GoldArticle]",
    second: "Sequence[GoldArticle]",
    predictions: "Sequence[Prediction]",
    selection: "Selection",
) -> None:
    from attribution.evaluation.agreement import agree
    from attribution.evaluation.comparing import Yardstick
    from attribution.evaluation.evaluating import evaluate
    from attribution.evaluation.json_results import render_results_json
    from attribution.evaluation.report import Results, render_results
    from attribution.evaluation.scope import Scope

    yardstick = Yardstick(Scope(arguments.scope), arguments.ignore_punctuation)
    results = Results(
        gold=arguments.gold,
        measured=arguments.reports or f"attribution {VERSION}",
        selection=selection,
        yardstick=yardstick,
        evaluation=evaluate(gold, predictions, yardstick),
        samples=arguments.bootstrap,
        seed=arguments.seed,
        second_gold=arguments.agreement or "",
        agreement=agree(gold, second, yardstick) if second else None,
    )
    _warn(results.evaluation.missing, "no report; counted as found empty")
    if results.agreement:
        _warn(results.agreement.alone, "labelled by one annotator only; left out of their agreement")
    if arguments.errors:
        write(_errors(results.evaluation, arguments.format), arguments.errors)
    render = render_results_json if arguments.format == "json" else render_results
    write([render(results) + "\n"], None)


def _warn(names: Sequence[str], problem: str) -> None:
    if names:
        some = ", ".join(map(repr, names[:_NAMED])) + (", …" if len(names) > _NAMED else "")
        complain(f"warning: {len(names)} of the articles ({some}): {problem}")


def _errors(evaluation: "Evaluation", format: str) -> Iterator[str]:
    from attribution.evaluation.faults import fault_json, fault_text, faults
    from attribution.text.lines import Lines

    yield ""  # opens the file, so that an old list does not stay where there is nothing to list
    separator = ""
    for comparison in evaluation.comparisons:
        text = comparison.article.text
        lines = Lines.of(text)
        for fault in faults(comparison):
            if format == "json":
                yield fault_json(fault, text) + "\n"
            else:
                yield separator + fault_text(fault, text, lines) + "\n"
                separator = "\n"
