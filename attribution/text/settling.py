"""What a word is that may be noun as well as verb: decided by its neighbours, as rules over the tags of a sentence."""

import re

# What a word is, settled by its neighbours. Each rule replaces one of the letters named first by another one.
_RULES: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("oM", re.compile(r"(?<=Z)o(?=Z)|^M(?=[nZ])"), "Z"),  # "a CNN/ORC poll", "US President Ann Lee"
    ("b", re.compile(r"(?<=i)b(?=A?e)"), "n"),  # "each side said", but "some say they"
    ("i", re.compile(r"i(?=A?(?:[bs]|[vu][Rh]))"), "R"),  # "Some say they", "another argues the", but "many reports of"
    (
        "v",
        re.compile(r"(?<=i[nZ])v(?=H)|(?<=i[nZ]A)v(?=H)|(?<=^i[nZ])v(?=P[DS])|(?<=,i[nZ])v(?=P[DS])"),
        "b",
    ),  # "some tenants fear that"
    ("u", re.compile(r"(?<=,C)u(?=T)|(?<=,CA)u(?=T)"), "s"),  # "…, but now plans to"
    ("i", re.compile(r"i"), "D"),
    ("S", re.compile(r"S(?=[HR,.;TqUPO)>]|$)"), "M"),  # "told her that", "told her she"
    ("h", re.compile(r"h(?=[NBVX'])"), "R"),  # "there was", "there's", but "an official there said"
    ("h", re.compile(r"h"), "A"),
    ("u", re.compile(r"(?<=D[nZv])u(?=P[nZ]{1,3}H[DSR])"), "s"),  # "the team reports in Nature that the rift"
    ("H", re.compile(r"(?<=[OP])H(?=[nZvu])"), "D"),  # "of that review"
    ("u", re.compile(r"u(?=H[AN]{0,2}[BVKXseb])"), "n"),  # "the states that have not voted"
    ("'", re.compile(r"(?<=[RwqH])'"), "B"),  # "he's said", "that's why"
    (
        "vubs",
        re.compile(r"(?<=[DSO'P])[vubs](?=[^DSMRH<:]|$)|(?<=#)[vu](?=[^DSMRH<:]|$)"),
        "n",
    ),  # "the claim of", "his calls", "in reports"
    ("vubs", re.compile(r"(?<=[DS'])[vubs]"), "n"),  # "the claim that", "Trump's call"
    (
        "u",
        re.compile(r"(?<=D[nZ])u(?=H)|(?<=D[nZ]n)u(?=H)|(?<=[DS]nv)u(?=[HT<:])|(?<=DZv)u(?=[HT])"),
        "s",
    ),  # "the poll shows that"
    ("vu", re.compile(r"(?<=>D[nZ])[vu](?=[.,]|$)|(?<=>D[nZ]{2})[vu](?=[.,]|$)"), "e"),  # "“…,” the e-mail read."
    ("vu", re.compile(r"(?<=[DS][nZ#])[vu](?=[,.OPCT)H;>]|$)"), "n"),  # "a tax plan"
    ("u", re.compile(r"(?<=H)u(?=A?[XBV])"), "n"),  # "that rates would"
    ("u", re.compile(r"(?<=[es]H)u(?=P)|(?<=[es][nZM]H)u(?=P)"), "n"),  # "told tenants that worries about"
    ("u", re.compile(r"(?<=w)u(?=b)"), "n"),  # "who witnesses say"
    ("u", re.compile(r"(?<=[RwH])u|(?<=[RwH]A)u"), "s"),  # "he claims", "who claims"
    ("u", re.compile(r"(?<=Z)u(?=P)"), "s"),  # "Trump calls for"
    ("vb", re.compile(r"(?<=oT)[vb]"), "n"),  # "according to exit polls"
    ("u", re.compile(r"(?<=[nZ)>]A)u(?=[DSMRHqwT<:Z#PO])"), "s"),  # "Clinton also lacks the"
    ("u", re.compile(r"(?<=[nZ)>,])u(?=[DSMRHqwT<:Z#]|A[DSMRHqwT<Z]|,<|A?[,.])"), "s"),  # "Clinton claims the"
    ("u", re.compile(r"u"), "n"),
    ("v", re.compile(r"(?<=[,>][nZ])v(?=[.,]|$)|(?<=[,>][nZD][nZ])v(?=[.,]|$)"), "b"),  # "…, internal e-mails show."
    (
        "v",
        re.compile(r"(?<=[TXRKNwq])v|(?<=TA)v|(?<=XA)v|(?<=[XKV]N)v|(?<=[XK]NA)v|(?<=RA)v"),
        "b",
    ),  # "to plan", "they plan"
    ("v", re.compile(r"(?<=D[nZ])v(?=R[VBXKse])"), "n"),  # "a pitch document it had seen"
    ("U", re.compile(r"(?<=V)U(?=[ep])"), "A"),  # "has since conceded"
    ("v", re.compile(r"(?<=[nZ]A)v(?=[DSMRHT<#])"), "b"),  # "crews really need to"
    ("v", re.compile(r"(?<=[nZD>])v(?=[PA]H)"), "b"),  # "critics point out that"
    ("v", re.compile(r"(?<=[nZD>])v(?=[DSMRHqwT<:]|A[DSMRHqwT<]|,<)"), "b"),  # "officials plan to"
    ("b", re.compile(r"(?<=Z)b(?=n{1,2},?Z)"), "n"),  # "Clinton press secretary Ann Lee"
    ("s", re.compile(r"(?<=[PO]n)s(?=[.,;)]|$)"), "n"),  # "with faulty locks"
    ("b", re.compile(r"(?<=Z)b(?=A?[eBVXK])|(?<=DZ)b(?=[PO,.])"), "n"),  # "the Sanders campaign said", "an AFP tally"
    ("X", re.compile(r"(?<=e)X(?=Z[,Z])"), "Z"),  # "said Will Lee, a baker"
    ("b", re.compile(r"(?<=[#D]Z)b(?=n)"), "n"),  # "one Trump campaign source"
    ("b", re.compile(r"(?<=#)b(?=n{1,3}A?[eBVXKs])"), "n"),  # "Two harbour officials told"
    ("b", re.compile(r"^b(?=n{0,2}[nZ]{1,3}[eBVXKs])|(?<=[nZ])b(?=')"), "n"),  # "Campaign aides said"
    ("s", re.compile(r"(?<=oT[nZ])s|(?<=oT[nZ]{2})s|(?<=oT[nZ]{3})s"), "n"),  # "according to court records"
    ("epd", re.compile(r"^[epd](?=n{1,2}Z{1,3}[eBVXKs])"), "n"),  # "Retired surgeon Ben Lee said"
    ("b", re.compile(r"(?<=,)b(?=n{1,2}[es](?:[.,;]|$))"), "n"),  # "…, campaign officials said."
    ("b", re.compile(r"(?<=[Z'])b(?=n{1,2},Z)"), "n"),  # "the House press secretary, Ann Lee, said"
    ("b", re.compile(r"b(?=X)"), "n"),  # "says strike will go ahead"
    ("v", re.compile(r"v"), "n"),
    ("epd", re.compile(r"(?<=[DSO'])[ep](?=[nZ])|(?<=[DS]A)[epd](?=[nZ])"), "n"),  # "the proposed law"
    ("gd", re.compile(r"(?<=[DSO'])[gd](?=[nZ])|(?<=[S'])g|(?<=[DS]A)g(?=n)"), "n"),  # "his leading rival"
)


def settle(tags: str) -> str:
    """The same tags with noun-or-verb words decided by their neighbours; as long as before."""
    present = set(tags)  # few sentences hold what most of the rules are about
    for letters, pattern, letter in _RULES:
        if not present.isdisjoint(letters):
            tags = pattern.sub(letter, tags)
            present.add(letter)
    return tags
