"""Numbers in a text, with their approximator, their unit and what they count."""

from attribution.lexicons.loading import Lexicons
from attribution.model.document import Figure


def find_figures(text: str, lexicons: Lexicons) -> tuple[Figure, ...]:
    """The figures of `text`, in order of position."""
    return ()
