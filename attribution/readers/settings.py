"""What a newsroom says about its files that their markup does not."""

from attrs import frozen


@frozen
class Settings:
    """How files with markup are read.

    `body` names the element of a page that holds the article, and `skip` elements that are no part of it, each as
    ".class", "#id", "name", "[data-name]" or "[data-name=value]". `captions` says if captions of
    pictures are read.
    """

    body: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    captions: bool = False


DEFAULT = Settings()
"""What holds where nobody says otherwise."""
