"""How an answer that was not given is told, beside what `tests/cases/extraction/nonresponse.toml` holds."""

import pytest

from attribution import analyze


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The bank declined to comment.", "decline"),
        ("The bank refused to say who paid.", "refuse"),
        ("The bank has not responded.", "respond"),
        ("The bank did not reply to questions.", "reply"),
        ("The bank didn’t return calls.", "return"),
        ("The owner could not be reached for comment.", "reach"),
    ],
)
def test_the_lemma_is_that_of_the_verb(text: str, lemma: str) -> None:
    assert [item.cue.lemma for item in analyze(text).attributions] == [lemma]
