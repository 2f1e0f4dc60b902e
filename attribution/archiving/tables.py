"""The tables that an archive becomes: their columns, of what type, and what stands in them."""

from enum import StrEnum

from attrs import frozen


class ColumnType(StrEnum):
    """What a column holds; every column may also hold nothing."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    STRINGS = "list of strings"
    INTEGERS = "list of integers"


@frozen
class Column:
    """A column of a table."""

    name: str
    type: ColumnType
    meaning: str


@frozen
class Table:
    """A table; its rows are in order of `document`, then as they stand in the text."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


def _columns(*lines: tuple[str, ColumnType, str]) -> tuple[Column, ...]:
    return tuple(Column(*line) for line in lines)


_S, _I, _N, _B = ColumnType.STRING, ColumnType.INTEGER, ColumnType.NUMBER, ColumnType.BOOLEAN
_SS, _II = ColumnType.STRINGS, ColumnType.INTEGERS

_KEY = (
    ("document", _I, "number of the document in the archive, from 0; the key that joins the tables"),
    ("id", _S, "its id in the archive"),
)

DOCUMENTS = Table(
    "documents",
    "one row a document that was read",
    _columns(
        *_KEY,
        ("place", _S, "where it stands: file, and line, row or record from 1"),
        ("publisher", _S, "its publisher"),
        ("published", _S, "its date, as the archive gives it"),
        ("month", _S, 'the month of that date, as "2026-03"; null where it tells none'),
        ("sha256", _S, "SHA-256 of its text in UTF-8"),
        ("characters", _I, "code points of its text"),
        ("words", _I, "words of its text"),
        ("paragraphs", _I, "paragraphs that are not blank"),
        ("attributions", _I, "attributions that count: outermost ones of the audit classes"),
        ("sources", _I, "sources behind them"),
        ("independent_origins", _I, "the same with sources of one outlet or body folded together"),
        ("unnamed", _I, "attributions to people without a name, groups included"),
        ("relayed", _I, "attributions that came through an outlet or another person"),
        ("anonymous_sources", _I, "sources that are people without a name"),
        ("anonymous_with_reason", _I, "those of them for whom a reason is given"),
        ("scored_paragraphs", _I, "paragraphs that hold something that needs a source"),
        ("unattributed_hard_sentences", _I, "sentences that need a source and have none"),
        ("points", _N, "points of the document, 0-100; null where nothing needs a source"),
        ("grade", _S, "its grade, A to F"),
        ("caps", _SS, "names of the caps that hold its points down"),
        ("errors", _I, "findings of severity error"),
        ("warnings", _I, "findings of severity warning"),
        ("infos", _I, "findings for information"),
    ),
)
ATTRIBUTIONS = Table(
    "attributions",
    "one row an attribution, of all classes, nested ones too",
    _columns(
        *_KEY,
        ("index", _I, "its number in the document, from 0"),
        ("paragraph", _I, "number of the paragraph, from 1"),
        ("counted", _B, "whether it counts: of an audit class, and inside no other that does"),
        ("depth", _I, "0, or how deep it is inside others"),
        ("parent", _I, "index of the attribution whose content holds it"),
        ("class", _S, "class of the cue: speech, evidence, hearsay, nonresponse …"),
        ("shape", _S, "shape of the sentence that was recognised"),
        ("cue", _S, "words of the cue; its pieces with “ … ” between them"),
        ("cue_start", _I, "where its first piece starts, in code points"),
        ("cue_end", _I, "where its first piece ends"),
        ("lemma", _S, "its head word"),
        ("negated", _B, "whether it is denied"),
        ("source", _S, "words of the source; null where the text names none"),
        ("source_start", _I, "where they start"),
        ("source_end", _I, "where they end"),
        ("content", _SS, "what is attributed, in its pieces"),
        ("content_starts", _II, "where each piece starts"),
        ("content_ends", _II, "where each piece ends"),
        ("addressee", _S, "who was told"),
        ("when", _S, "when it was said"),
        ("venue", _S, "where, or in what, it was said"),
        ("stance", _S, "asserted, belief, belief_modal or hedged"),
        ("status", _S, "how the source is known to the reader: named, role_unnamed …"),
        ("proximity", _S, "how near the article stands to it: first_hand, second_hand …"),
        ("relay_chain", _SS, "outlets between source and reader, nearest to the reader first"),
        ("details", _SS, "what is told of the source that helps to weigh it"),
        ("count_least", _I, "how many people speak, at least"),
        ("count_most", _I, "and at most; null where the text sets no bound"),
        ("source_id", _S, "the source in the table of sources"),
        ("points", _N, "points, 0-100; null for classes that are not scored"),
    ),
)
SOURCES = Table(
    "sources",
    "one row a source of a document",
    _columns(
        *_KEY,
        ("source_id", _S, "S1, S2 … in order of appearance"),
        ("label", _S, "what a report calls it"),
        ("counted", _B, "whether an attribution that counts is its"),
        ("status", _S, "how it is known to the reader"),
        ("anonymous", _B, "whether people speak who are not named"),
        ("name", _S, "the fullest name that the text gives"),
        ("role", _S, "words of its role"),
        ("affiliation", _S, "words of the body it speaks for"),
        ("relay_chain", _SS, "outlets between it and the reader"),
        ("terms", _S, "on what terms it spoke"),
        ("reason_kind", _S, "the reason given for anonymity; none where there is none"),
        ("count_least", _I, "how many people it is, at least"),
        ("count_most", _I, "and at most; null where the text sets no bound"),
        ("details", _SS, "what is told of it that helps to weigh it"),
        ("attributions", _II, "indices of its attributions"),
        ("confidence", _S, "how sure it is that its mentions are one source: high, medium or low"),
    ),
)
PARAGRAPHS = Table(
    "paragraphs",
    "one row a paragraph",
    _columns(
        *_KEY,
        ("paragraph", _I, "its number, from 1"),
        ("start", _I, "where it starts, in code points"),
        ("end", _I, "where it ends"),
        ("heading", _B, "whether it reads as a headline or a label"),
        ("points", _N, "points, 0-100; null where nothing in it needs a source"),
        ("grade", _S, "its grade, A to F"),
        ("attributed", _I, "claims that are attributed"),
        ("hard", _I, "sentences that need a source and have none"),
        ("soft", _I, "sentences without a source that hardly need one"),
    ),
)
FINDINGS = Table(
    "findings",
    "one row a finding of a rule",
    _columns(
        *_KEY,
        ("code", _S, "the rule's code"),
        ("name", _S, "its name"),
        ("severity", _S, "error, warning or info"),
        ("paragraph", _I, "number of the paragraph, from 1"),
        ("start", _I, "where its words start, in code points"),
        ("end", _I, "where they end"),
        ("text", _S, "its words"),
        ("message", _S, "what it says"),
        ("source_id", _S, "the source that it is about"),
        ("fingerprint", _S, "stays the same while text elsewhere changes"),
    ),
)

TABLES = (DOCUMENTS, ATTRIBUTIONS, SOURCES, PARAGRAPHS, FINDINGS)
"""Every table, in the order in which documentation lists them."""
