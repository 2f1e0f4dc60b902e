import pytest

from attribution.evaluation.scope import ContentKind, content_kind, reports_words
from attribution.evaluation.tokens import TokenizedText
from attribution.model.span import Span


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“We lost,”", "direct"),
        ('"We lost."', "direct"),
        ("''We lost''", "direct"),
        ("that rents “rise” now", "mixed"),
        ("rents rise", "indirect"),
        ("“We lost. And so on", "direct"),
        ("we lost.” And so on", "mixed"),
        ("rents “rise", "mixed"),
        ("“Rents”, “wages”", "direct"),
        ("‘We lost’", "indirect"),
        ("", "none"),
    ],
)
def test_the_kind_of_a_content_follows_from_its_quotation_marks(content, kind):
    assert content_kind((Span(0, len(content)),) if content else (), content) is ContentKind(kind)


def test_pieces_of_a_content_are_read_together():
    text = "“Stay,” he said, “or go.”"
    assert content_kind((Span(0, 7), Span(17, 25)), text) is ContentKind.DIRECT


@pytest.mark.parametrize(
    ("cue", "kind", "reports"),
    [
        ("said", "indirect", True),
        ("SAID", "indirect", True),
        ("has repeatedly denied", "indirect", True),
        ("According to", "none", True),
        (":", "indirect", True),
        ("showed", "indirect", True),
        ("hoped", "indirect", False),
        ("endorsed", "none", False),
        ("of", "indirect", False),
        ("hoped", "mixed", True),
        ("", "direct", True),
    ],
)
def test_what_quotes_or_has_a_reporting_word_in_its_cue_reports_words(cue, kind, reports):
    text = TokenizedText.of(cue)
    assert reports_words(ContentKind(kind), frozenset(range(len(text.words))), text.words) is reports
