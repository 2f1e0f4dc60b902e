"""What a word is that may be noun as well as verb: decided by its neighbours, as rules over the tags of a sentence."""

import re

# What a word is, settled by its neighbours, rule by rule: one of the letters named first, in one of the contexts,
# becomes the letter named last. In a context "_" is the word, between what stands before it (of one length, "^" the
# beginning of the sentence) and what stands after it ("$" its end).
_CONTEXTS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("o", ("Z_Z",), "Z"),  # "a CNN/ORC poll"
    ("M", ("^_[nZ]",), "Z"),  # "US President Ann Lee"
    ("b", ("i_A?e",), "n"),  # "each side said", but "some say they"
    ("i", ("_A?(?:[bs]|[vu][Rh])",), "R"),  # "Some say they", "another argues the", but "many reports of"
    ("v", ("i[nZ]_H", "i[nZ]A_H", "^i[nZ]_P[DS]", ",i[nZ]_P[DS]"), "b"),  # "some tenants fear that"
    ("u", (",C_T", ",CA_T"), "s"),  # "…, but now plans to"
    ("i", ("_",), "D"),
    ("S", ("_(?:[HR,.;TqUPO)>]|$)",), "M"),  # "told her that", "told her she"
    ("h", ("_[NBVX']",), "R"),  # "there was", "there's", but "an official there said"
    ("h", ("_",), "A"),
    ("u", ("D[nZv]_P[nZ]{1,3}H[DSR]",), "s"),  # "the team reports in Nature that the rift"
    ("H", ("[OP]_[nZvu]",), "D"),  # "of that review"
    ("u", ("_H[AN]{0,2}[BVKXseb]",), "n"),  # "the states that have not voted"
    ("'", ("[RwqH]_",), "B"),  # "he's said", "that's why"
    ("vubs", ("[DSO'P]_(?:[^DSMRH<:]|$)",), "n"),  # "the claim of", "his calls", "in reports"
    ("vu", ("#_(?:[^DSMRH<:]|$)",), "n"),  # "two calls"
    ("vubs", ("[DS']_",), "n"),  # "the claim that", "Trump's call"
    ("u", ("D[nZ]_H", "D[nZ]n_H", "[DS]nv_[HT<:]", "DZv_[HT]"), "s"),  # "the poll shows that"
    ("vu", (">D[nZ]_(?:[.,]|$)", ">D[nZ]{2}_(?:[.,]|$)"), "e"),  # "“…,” the e-mail read."
    ("vu", ("[DS][nZ#]_(?:[,.OPCT)H;>]|$)",), "n"),  # "a tax plan"
    ("u", ("H_A?[XBV]",), "n"),  # "that rates would"
    ("u", ("[es]H_P", "[es][nZM]H_P"), "n"),  # "told tenants that worries about"
    ("u", ("w_b",), "n"),  # "who witnesses say"
    ("u", ("[RwH]_", "[RwH]A_"), "s"),  # "he claims", "who claims"
    ("u", ("Z_P",), "s"),  # "Trump calls for"
    ("vb", ("oT_",), "n"),  # "according to exit polls"
    ("u", ("[nZ)>]A_[DSMRHqwT<:Z#PO]",), "s"),  # "Clinton also lacks the"
    ("u", ("[nZ)>,]_(?:[DSMRHqwT<:Z#]|A[DSMRHqwT<Z]|,<|A?[,.])",), "s"),  # "Clinton claims the"
    ("u", ("_",), "n"),
    ("v", ("[,>][nZ]_(?:[.,]|$)", "[,>][nZD][nZ]_(?:[.,]|$)"), "b"),  # "…, internal e-mails show."
    ("v", ("[TXRKNwq]_", "TA_", "XA_", "[XKV]N_", "[XK]NA_", "RA_"), "b"),  # "to plan", "they plan"
    ("v", ("D[nZ]_R[VBXKse]",), "n"),  # "a pitch document it had seen"
    ("U", ("V_[ep]",), "A"),  # "has since conceded"
    ("v", ("[nZ]A_[DSMRHT<#]",), "b"),  # "crews really need to"
    ("v", ("[nZD>]_[PA]H",), "b"),  # "critics point out that"
    ("v", ("[nZD>]_(?:[DSMRHqwT<:]|A[DSMRHqwT<]|,<)",), "b"),  # "officials plan to"
    ("b", ("Z_n{1,2},?Z",), "n"),  # "Clinton press secretary Ann Lee"
    ("s", ("[PO]n_(?:[.,;)]|$)",), "n"),  # "with faulty locks"
    ("b", ("Z_A?[eBVXK]", "DZ_[PO,.]"), "n"),  # "the Sanders campaign said", "an AFP tally"
    ("b", ("Z_H[AN]{0,2}e",), "n"),  # "an Audit Scotland report that found"
    ("X", ("e_Z[,Z]",), "Z"),  # "said Will Lee, a baker"
    ("b", ("[#D]Z_n",), "n"),  # "one Trump campaign source"
    ("b", ("#_n{1,3}A?[eBVXKs]",), "n"),  # "Two harbour officials told"
    ("b", ("^_n{0,2}[nZ]{1,3}[eBVXKs]", "[nZ]_'"), "n"),  # "Campaign aides said"
    ("s", ("oT[nZ]_", "oT[nZ]{2}_", "oT[nZ]{3}_"), "n"),  # "according to court records"
    ("epd", ("^_n{1,2}Z{1,3}[eBVXKs]",), "n"),  # "Retired surgeon Ben Lee said"
    ("b", (",_n{1,2}[es](?:[.,;]|$)",), "n"),  # "…, campaign officials said."
    ("b", ("[Z']_n{1,2},Z",), "n"),  # "the House press secretary, Ann Lee, said"
    ("b", ("_X",), "n"),  # "says strike will go ahead"
    ("v", ("Xn_[DSMRHT<Z]",), "b"),  # "would likely support the"
    ("v", ("_",), "n"),
    ("n", ("X_b",), "A"),  # "would likely point out"
    ("ep", ("[DSO']_[nZ]",), "n"),  # "the proposed law"
    ("epd", ("[DS]A_[nZ]",), "n"),  # "the newly elected mayor"
    ("gd", ("[DSO']_[nZ]",), "n"),  # "his leading rival"
    ("g", ("[S']_", "[DS]A_n"), "n"),  # "his hearing"
)


def settle(tags: str) -> str:
    """The same tags with noun-or-verb words decided by their neighbours; as long as before."""
    present = set(tags)  # few sentences hold what most of the rules are about
    for letters, pattern, letter in _RULES:
        if not present.isdisjoint(letters):
            tags = pattern.sub(letter, tags)
            present.add(letter)
    return tags


def _pattern(letters: str, contexts: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a rule. It begins with the letters themselves, since `re` looks for these much faster."""
    sides = (context.split("_") for context in contexts)
    return re.compile(f"[{letters}](?:{'|'.join(f'(?<={before}.)(?={after})' for before, after in sides)})")


_RULES = tuple((letters, _pattern(letters, contexts), letter) for letters, contexts, letter in _CONTEXTS)
