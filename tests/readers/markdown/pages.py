"""Markdown files as newsrooms keep them in git, each with the paragraphs that a reader of them sees."""

# ruff: noqa: E501  (a file is easier to see when its lines stand as they are)

from tests.readers.html.pages import Page

PAGES = (
    Page(
        "YAML front matter, links and emphasis",
        "---\ntitle: Pier shut after storm\noutlet: Harbour Post\ndate: 2025-03-02\ntags: [pier, port]\n---\n\n"
        "The pier will stay **shut** until *May*, said [Ada Lind](https://x.example/lind 'her page'), the\n"
        "county engineer.\n\nTwo port officials told <https://reuters.example> that __the *crane*__ had failed.\n",
        (
            "Pier shut after storm",
            "The pier will stay shut until May, said Ada Lind, the county engineer.",
            "Two port officials told https://reuters.example that the crane had failed.",
        ),
    ),
    Page(
        "TOML front matter, and a headline of its own",
        '+++\ntitle = "Pier & port"\npublisher = "Harbour Post"\ndate = 2025-03-02\n+++\n# The pier *closes*\n\nShe said so.\n',
        ("The pier closes", "She said so."),
    ),
    Page(
        "headings of both kinds, rules and hard line breaks",
        "Pier shut\n=========\n\nThe mayor resigned,  \nher office said.\\\nNobody followed.\n\nWhat next\n---\n\n***\n\n### Later ###\nNothing.\n",
        ("Pier shut", "The mayor resigned, her office said. Nobody followed.", "What next", "Later", "Nothing."),
    ),
    Page(
        "block quotations, nested, and lists",
        "The ministry said:\n\n> We *regret*\n> it. We\nwill pay.\n>\n> > Said twice.\n\n- One official\n  said no\n- Two said yes\n\n"
        "  They did.\n\n1. First\n2. Second\n   - Third\n",
        (
            "The ministry said:",
            "We regret it. We will pay.",
            "Said twice.",
            "One official said no",
            "Two said yes",
            "They did.",
            "First",
            "Second",
            "Third",
        ),
    ),
    Page(
        "footnotes and references to links",
        "She said so.[^1] The [report][r] says [otherwise], and [nothing].\n\n[^1]: In an interview on Monday, said **Lee**.\n\n"
        "[r]: https://x.example 'Report'\n[otherwise]: <https://y.example>\n\nIt ends.\n",
        (
            "She said so. The report says otherwise, and [nothing].",
            "It ends.",
            "In an interview on Monday, said Lee.",
        ),
    ),
    Page(
        "a table",
        "| Town | *Homes* |\n|---|---:|\n| Vik | 400, said Lind |\n| Nes \\| Ost | `12` |\n\nIt said so.\n",
        ("Town", "Homes", "Vik", "400, said Lind", "Nes | Ost", "12", "It said so."),
    ),
    Page(
        "code is left out, words in backquotes are not",
        "She ran `check  it` and ``a ` b``.\n\n```python\nprint('he said')\n```\n\n    indented, he said\n\n~~~\n> said\n~~~\nDone.\n",
        ("She ran check it and a ` b.", "Done."),
    ),
    Page(
        "escapes, references and signs that mean nothing",
        "5 \\* 6 \\_is\\_ R&amp;D, AT&T &copy; &#8212; &nope; 2 * 3 * 4, snake_case_name, \\[no\\](x) 🙂 na\u0308ive\u00a0x\n",
        ("5 * 6 _is_ R&D, AT&T © — &nope; 2 * 3 * 4, snake_case_name, [no](x) 🙂 na\u0308ive\u00a0x",),
    ),
    Page(
        "carriage returns and tabs",
        "---\r\ntitle: Pier shut\r\n---\r\n\r\nOne official\r\n\tsaid **so\r\non** Monday.\r\n\r\n> Quoted\r\n> words.\r\n\r\n* Item,\r\n  she said\r\n",
        ("Pier shut", "One official said so on Monday.", "Quoted words.", "Item, she said"),
    ),
    Page(
        "HTML among Markdown",
        "She <em>said</em> so,<br>he <!-- a comment -->said.\n\n<figure>\n<img src=x>\n<figcaption>The &amp; pier</figcaption>\n"
        "</figure>\n\n<script>\nsaid()\n</script>\n\n> <div>\n> quoted <b>said</b>\n> </div>\n\n~~Struck, he said.~~ Kept.\n",
        ("She said so, he said.", "The & pier", "quoted said", "Kept."),
    ),
    Page(
        "directives of this linter as comments",
        "<!-- attribution: ignore-file[ATTR215] one\npage -->\n\n<!-- attribution: ignore[ANON101] known -->\nTwo said no.\n",
        (
            "<!-- attribution: ignore-file[ATTR215] one page -->",
            "<!-- attribution: ignore[ANON101] known -->",
            "Two said no.",
        ),
    ),
    Page(
        "a rule at the top, and pictures",
        '---\n\n![The pier](pier.jpg "said") She said [![no](x.png)](y) so.\n\n---\n\nIt ends.\n',
        ("She said so.", "It ends."),
    ),
)
