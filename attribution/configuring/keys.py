"""Every key a configuration file may have: what it holds and what it means.

The schema, the template and the checks all come from this table.
"""

from collections.abc import Mapping
from enum import StrEnum

from attrs import frozen


class Kind(StrEnum):
    """What a key holds."""

    TEXT = "a string"
    TEXTS = "a list of strings"
    FLAG = "true or false"
    PATTERNS = "a table of lists of strings"
    RULES = "a table with a table for each rule"
    PARTIES = "a table with a table for each party"
    PHRASES = "an array of tables"


@frozen
class Key:
    """One key: what it holds, what it means, and how it is written."""

    name: str
    kind: Kind
    meaning: str
    example: str


KEYS: Mapping[str, Key] = {
    key.name: key
    for key in (
        Key("extend", Kind.TEXT, "another configuration file that this one adds to", 'extend = "../newsroom.toml"'),
        Key("profile", Kind.TEXT, "the policy to start from: default, strict, wire or relay", 'profile = "wire"'),
        Key(
            "own_outlet",
            Kind.TEXT,
            "whose articles these are: what was told to it is first-hand",
            'own_outlet = "Harbour Post"',
        ),
        Key("own_outlet_aliases", Kind.TEXTS, "what else the outlet is called", 'own_outlet_aliases = ["the Post"]'),
        Key("select", Kind.TEXTS, "the rules that look, in place of the profile's", 'select = ["ANON", "RELAY401"]'),
        Key("extend_select", Kind.TEXTS, "rules that look besides them", 'extend_select = ["QUOT305"]'),
        Key("ignore", Kind.TEXTS, "rules that do not look", 'ignore = ["WORD501"]'),
        Key(
            "per_file_ignores",
            Kind.PATTERNS,
            "rules that do not look at some files",
            'per_file_ignores = { "opinion/**" = ["ATTR"] }',
        ),
        Key(
            "rules",
            Kind.RULES,
            "severity, options and `enabled` of single rules",
            '[rules.ANON111]\nmax_share = 0.4\nseverity = "error"',
        ),
        Key(
            "phrase",
            Kind.PHRASES,
            "rules of your own",
            '[[phrase]]\ncode = "HOUSE001"\nphrases = ["sources close to"]\n'
            'message = "House style wants the institution."',
        ),
        Key("lexicons", Kind.TEXTS, "folders with word lists of your own", 'lexicons = ["words"]'),
        Key("well_known", Kind.TEXTS, "people whom your readers know without being told", 'well_known = ["Ada Lind"]'),
        Key(
            "parties",
            Kind.PARTIES,
            "parties to a conflict or a lawsuit, with the words that name them",
            '[parties.northland]\nwords = ["Northland", "Gen. Brandt"]\nadversaries = ["southland"]',
        ),
        Key(
            "baseline",
            Kind.TEXT,
            "the file of findings that are accepted for now",
            'baseline = "attribution-baseline.json"',
        ),
        Key("html_body", Kind.TEXTS, "the element of a page that holds the article", 'html_body = [".story-text"]'),
        Key("html_skip", Kind.TEXTS, "elements that are no part of it", 'html_skip = [".newsletter", "[data-ad]"]'),
        Key("html_captions", Kind.FLAG, "whether captions of pictures are read", "html_captions = true"),
        Key("require_reason", Kind.FLAG, "whether a suppression must say why", "require_reason = true"),
    )
}
"""The keys, in the order of a template."""

PHRASE_KEYS: Mapping[str, Kind] = {
    "code": Kind.TEXT,
    "message": Kind.TEXT,
    "phrases": Kind.TEXTS,
    "pattern": Kind.TEXT,
    "name": Kind.TEXT,
    "severity": Kind.TEXT,
    "replacement": Kind.TEXT,
    "quotations": Kind.FLAG,
}
"""The keys of one `[[phrase]]`."""

PARTY_KEYS: Mapping[str, Kind] = {"words": Kind.TEXTS, "adversaries": Kind.TEXTS}
"""The keys of one `[parties.NAME]`."""
