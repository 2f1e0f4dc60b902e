"""An evaluation as JSON, with full precision."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from attrs import asdict

from attribution.evaluation.agreement import Agreement
from attribution.evaluation.measures import ClassCounts, Counts, KindCounts, Measure
from attribution.evaluation.report import COMPARISONS, Results
from attribution.evaluation.scope import ContentKind
from attribution.model.attribution import CueClass

SCHEMA = "attribution-evaluation/1"

Json = dict[str, Any]
Key = TypeVar("Key")
Value = TypeVar("Value")


def render_results_json(results: Results) -> str:
    """The results as one JSON object, without a line break at its end."""
    return json.dumps(results_to_dict(results), indent=2, allow_nan=False)


def results_to_dict(results: Results) -> Json:
    """The results as dictionaries, lists, strings and numbers."""
    evaluation = results.evaluation
    bootstrap = {
        "samples": results.samples,
        "seed": results.seed,
        "intervals": {name: [interval.low, interval.high] for name, interval in results.intervals.items()},
    }
    return {
        "schema": SCHEMA,
        "gold": results.gold,
        "measured": results.measured,
        "scope": results.yardstick.scope,
        "all_classes": results.selection.all_classes,
        "top_level": results.selection.top_level,
        "ignore_punctuation": results.yardstick.ignore_punctuation,
        "articles": len(evaluation.comparisons),
        "missing": list(evaluation.missing),
        **_counts(evaluation.counts),
        "content_kinds": _in_order(ContentKind, _kind, evaluation.counts.kinds),
        "cue_classes": _in_order(CueClass, _class, evaluation.counts.classes),
        "bootstrap": bootstrap if results.intervals else None,
        "agreement": _agreement(results.second_gold, results.agreement) if results.agreement else None,
    }


def _counts(counts: Counts) -> Json:
    return {
        "roles": {
            role: {name: _measure(getattr(measures, name)) for name in COMPARISONS}
            for role, measures in counts.roles.items()
        },
        "attribution": _measure(counts.attribution),
        "relation": _measure(counts.relation),
        "relation_strict": _measure(counts.strict),
        "given_match": {
            "matched": counts.match.pairs,
            "source_accuracy": counts.source_accuracy,
            "source_accuracy_when_gold_has_one": counts.sourced_accuracy,
            "content_token_f1": counts.content_f1,
            "content_token_f1_mean": counts.content_f1_mean,
        },
    }


def _in_order(keys: Iterable[Key], convert: Callable[[Value], Json], values: Mapping[Key, Value]) -> Json:
    return {str(key): convert(values[key]) for key in keys if key in values}


def _measure(measure: Measure) -> Json:
    return {
        "precision": measure.precision,
        "recall": measure.recall,
        "f1": measure.f1,
        "gold": measure.gold,
        "predicted": measure.predicted,
    }


def _kind(counts: KindCounts) -> Json:
    return {
        "gold": counts.gold,
        "predicted": counts.predicted,
        "precision": counts.precision,
        "recall": counts.recall,
        "source_accuracy": counts.source_accuracy,
        "relation_recall": counts.relation_recall,
    }


def _class(counts: ClassCounts) -> Json:
    return {
        "predicted": counts.predicted,
        "precision": counts.precision,
        "source_accuracy": counts.source_accuracy,
        "relation_precision": counts.relation_precision,
    }


def _agreement(second_gold: str, agreement: Agreement) -> Json:
    return {
        "gold": second_gold,
        "articles": len(agreement.evaluation.comparisons),
        "alone": list(agreement.alone),
        "tokens": {
            **{role: asdict(found) for role, found in agreement.roles.items()},
            "all_roles": asdict(agreement.all_roles),
        },
        **_counts(agreement.evaluation.counts),
    }
