"""How many independent origins stand behind an article."""

import pytest

from attribution import audit
from attribution.renderers.summary import summarize


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        pytest.param("Mayor Ada Lind said the pier had sunk. Farmer Tom Reed said it had not.", 2, id="two people"),
        pytest.param(
            "Mayor Ada Lind said the pier had sunk. She said it was old. Lind said so twice.", 1, id="one person"
        ),
        pytest.param(
            "Two officials told Reuters that the pier had sunk. An engineer told Reuters that it was old.",
            1,
            id="one outlet",
        ),
        pytest.param(
            "An official told Reuters that the pier had sunk. An engineer told Bloomberg that it was old.",
            2,
            id="two outlets",
        ),
        pytest.param(
            "The Pentagon said the pier had sunk. Pentagon spokesman Ray Cole said it was old.", 1, id="one institution"
        ),
        pytest.param(
            "Mayor Ada Lind said the pier had sunk. A spokesman for the port authority declined to comment.",
            1,
            id="no answer is no origin",
        ),
        pytest.param("The pier is said to have sunk. It was reported to be old.", 0, id="nobody"),
        pytest.param("Rain fell on the pier.", 0, id="nothing attributed"),
    ],
)
def test_sources_of_one_outlet_or_body_are_one_origin(text: str, origins: int) -> None:
    assert summarize(audit(text)).independent_origins == origins
