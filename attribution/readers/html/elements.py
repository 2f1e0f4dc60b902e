"""What the elements of HTML are to an article."""

from collections.abc import Mapping

from attribution.model.document import ParagraphKind


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Elements that begin and end a line; all others stand in a line of words.
BLOCKS = _names(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main "
    "menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead title tr ul"
)

# Elements without an end tag.
VOID = _names("area base br col embed hr img input link meta param source track wbr")

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

# Elements that hold nothing of an article wherever they stand: code, controls, pictures, what is beside the text, what
# was struck out, and how Chinese or Japanese signs are pronounced.
SKIPPED = _names(
    "applet aside audio button canvas datalist del dialog embed footer frameset head iframe input "
    "map math menu meter nav noembed noframes noscript object optgroup option output progress rp rt s script "
    "search select source strike style svg template textarea title track video"
)

# It holds headline and byline inside an article, and the outlet's name and menus elsewhere.
HEADER = "header"

SKIPPED_ROLES = _names(
    "banner complementary contentinfo doc-endnotes doc-noteref doc-pullquote menu menubar navigation search toolbar"
)

# What paragraphs inside these are, the nearest one deciding.
KINDS: Mapping[str, ParagraphKind] = {
    **dict.fromkeys(HEADINGS, ParagraphKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), ParagraphKind.ITEM),
    **dict.fromkeys(("td", "th", "caption"), ParagraphKind.CELL),
    "blockquote": ParagraphKind.BLOCK_QUOTATION,
    "figcaption": ParagraphKind.CAPTION,
}

# Classes that mark a pull-quote, which says a second time what the article says, in most systems for publishing.
PULL_QUOTES = frozenset(("pullquote", "pull-quote", "wp-block-pullquote", "c-pullquote", "article-pullquote"))

# A start tag of the first set ends an element of the second that is open, unless one of the third stands between.
_TABLE = frozenset(("table",))
_ROWS = frozenset(("thead", "tbody", "tfoot"))
_CELLS = frozenset(("td", "th"))
_ROW = frozenset(("tr",))
_ENDED_BY_START: tuple[tuple[frozenset[str], frozenset[str], frozenset[str]], ...] = (
    (frozenset(("li",)), frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir"))),
    (frozenset(("dt", "dd")), frozenset(("dt", "dd")), frozenset(("dl",))),
    (_ROWS, _ROWS, _TABLE),
    (_ROW, _ROW, _TABLE | _ROWS),
    (_CELLS, _CELLS, _TABLE | _ROW),
    (frozenset(("option", "optgroup")), frozenset(("option",)), frozenset(("select", "datalist"))),
)
ENDED_BY_START: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (ended, bounds) for names, ended, bounds in _ENDED_BY_START for name in names
}

# Whatever begins a line ends a `<p>` that is open, unless one of these stands between.
P_BOUNDS = _names("button caption html marquee object table td template th")
