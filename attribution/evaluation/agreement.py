"""How far two annotators of the same articles agree: no program can be told right from wrong more surely."""

from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from attribution.errors import ConfigError
from attribution.evaluation.comparing import Comparison, Yardstick
from attribution.evaluation.evaluating import Evaluation, evaluate
from attribution.evaluation.labelled import GoldArticle, Prediction, Role
from attribution.evaluation.pairing import Row
from attribution.evaluation.tokens import Tokens

Labels = list[str]
"""What one annotator makes of each token, in order; "" for nothing."""


@frozen
class Coefficients:
    """Agreement on the labels of tokens: the part of tokens labelled alike, and how far that is beyond chance.

    `kappa` is Cohen's (1960) and `alpha` Krippendorff's (1980), both as NLTK computes them: 1 is perfect, 0 is chance.
    """

    tokens: int
    observed: float
    kappa: float
    alpha: float


@frozen(eq=False)
class Agreement:
    """Two annotators compared on the articles that both labelled.

    `roles` holds for each role whether a token has it, and `all_roles` which of the roles a token has. `evaluation` has
    the measures of the second annotator with the first one as gold; F1 is the same the other way round. `alone` names
    articles that only one of them labelled.
    """

    roles: Mapping[Role, Coefficients]
    all_roles: Coefficients
    evaluation: Evaluation
    alone: tuple[str, ...]


def agree(first: Sequence[GoldArticle], second: Sequence[GoldArticle], yardstick: Yardstick | None = None) -> Agreement:
    """The agreement of two annotators.

    Articles belong together by their names; what either wants ignored is left out. Raises `ConfigError` when they share
    no article, or when the text of one differs.
    """
    ours, theirs = ({article.name: article for article in each} for each in (first, second))
    shared = sorted(ours.keys() & theirs.keys())
    _check(shared, ours, theirs)
    articles = [evolve(ours[name], ignore=(*ours[name].ignore, *theirs[name].ignore)) for name in shared]
    predictions = [Prediction(name, theirs[name].attributions) for name in shared]
    evaluation = evaluate(articles, predictions, yardstick)
    labels = [_labels(comparison) for comparison in evaluation.comparisons]
    mine, others = ([label for each in labels for label in each[annotator]] for annotator in range(2))
    return Agreement(
        roles={role: coefficients(*(_only(role, each) for each in (mine, others))) for role in Role},
        all_roles=coefficients(mine, others),
        evaluation=evaluation,
        alone=tuple(sorted(ours.keys() ^ theirs.keys())),
    )


def coefficients(first: Sequence[str], second: Sequence[str]) -> Coefficients:
    """The agreement of two sequences of labels for the same tokens.

    >>> coefficients(["cue", "cue", "", ""], ["cue", "", "", ""]).kappa
    0.5
    """
    if len({*first, *second}) < 2:
        return Coefficients(len(first), 1.0, 1.0, 1.0)  # one label for all: nothing is left to chance
    from nltk.metrics.agreement import AnnotationTask

    labelled = enumerate(zip(first, second, strict=True))
    task = AnnotationTask(
        data=[(annotator, token, label) for token, pair in labelled for annotator, label in enumerate(pair)]
    )
    return Coefficients(len(first), task.avg_Ao(), task.kappa(), task.alpha())


def _check(shared: Sequence[str], first: Mapping[str, GoldArticle], second: Mapping[str, GoldArticle]) -> None:
    if not shared:
        some = [repr(min(each)) for each in (first, second) if each]
        raise ConfigError([f"agreement: the two share no article by name; there are {' and '.join(some)} for instance"])
    faults = [
        f"agreement: the two have different texts for {name!r}"
        for name in shared
        if first[name].text != second[name].text
    ]
    if faults:
        raise ConfigError(faults)


def _labels(comparison: Comparison) -> tuple[Labels, Labels]:
    """What each of the two annotators makes of every token that counts: the names of its roles, joined."""
    counted = [token for token in range(len(comparison.text.words)) if token not in comparison.left_out]
    return _roles_of(counted, comparison.gold), _roles_of(counted, comparison.predicted)


def _roles_of(tokens: Iterable[int], rows: Sequence[Row]) -> Labels:
    having: Mapping[Role, Tokens] = {role: frozenset().union(*(row.role(role) for row in rows)) for role in Role}
    return ["+".join(role for role in Role if token in having[role]) for token in tokens]


def _only(role: Role, labels: Labels) -> Labels:
    """The labels with every other role left out. No role's name is part of another's."""
    return [role.value if role in label else "" for label in labels]
