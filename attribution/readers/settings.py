"""What a newsroom says about its files that their markup does not."""

from attrs import frozen


@frozen
class Settings:
    """How files with markup are read.

    `body` names the element of a page that holds the article, `skip` elements that are no part of it and `captions`
    those that caption something: each as ".class", "#id" or "[data-name]" or "[data-name=value]".
    """

    body: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()


DEFAULT = Settings()
"""What holds where nobody says otherwise."""
