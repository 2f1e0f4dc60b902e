"""Pages and pieces of pages as newsrooms have them, each with the paragraphs that a reader of it sees."""

from attrs import frozen


@frozen
class Page:
    """A page: what it tries, its HTML, and its paragraphs."""

    label: str
    html: str
    paragraphs: tuple[str, ...]


WHOLE = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>Pier closes | Harbour Post</title>
  <style>p { color: red }</style>
  <script>if (1 < 2) { document.write("<p>Officials said so.</p>"); }</script>
</head>
<body>
  <header><h1 class="logo">Harbour Post</h1><nav><ul><li><a href="/">Home</a></li></ul></nav></header>
  <main>
    <article>
      <header>
        <h1>Pier closes <em>after</em> storm</h1>
        <p class="byline">By <a href="/lee">Jo Lee</a></p>
      </header>
      <p>The pier will stay shut until May,
         said <a href="/lind">Ada
         Lind</a>, the county engineer.</p>
      <figure><img src="pier.jpg" alt="The pier"><figcaption>The pier on Monday. Photo: B. Holm</figcaption></figure>
      <p>Two port officials told <cite>Reuters</cite> that the crane had <b><i>failed</i></b>.</p>
      <aside><p>Read more about the pier.</p></aside>
      <footer><p>Tags: pier, port</p></footer>
    </article>
    <section class="comments"><p>First!</p></section>
  </main>
  <footer><p>© Harbour Post</p></footer>
</body>
</html>
"""

PAGES = (
    Page(
        "a whole page with navigation, caption, aside and footers",
        WHOLE,
        (
            "Pier closes after storm",
            "By Jo Lee",
            "The pier will stay shut until May, said Ada Lind, the county engineer.",
            "Two port officials told Reuters that the crane had failed.",
        ),
    ),
    Page(
        "a piece from a content management system",
        "<h2>What we know</h2>\n<p>The dam held, officials said.</p>\n\n<p>Nobody was hurt, said Mayor Tove Rask.</p>",
        ("What we know", "The dam held, officials said.", "Nobody was hurt, said Mayor Tove Rask."),
    ),
    Page(
        "references, named, numbered, without semicolons, unknown and doubled",
        "<p>R&amp;D &mdash; &quot;no&quot;, said &#x41;da&#32;Lind&hellip; &copy 2025 &unknown; AT&T "
        "&amp;amp; &#128578;</p>",
        ('R&D — "no", said Ada Lind… © 2025 &unknown; AT&T &amp; 🙂',),
    ),
    Page(
        "white space of every kind, carriage returns and tabs among it",
        "<p>\r\n\tOne official\r\n\t\tsaid&nbsp;so  on <b>\r\nMonday </b> .\r\n</p>\r\n<p>\tTwo said no.\r\n</p>",
        ("One official said\xa0so on Monday .", "Two said no."),
    ),
    Page(
        "inline markup within words and across sentences",
        "<p>The <b>O</b>fficials <i>said the dam held. Nobody</i> was hu<!-- a comment -->rt, <span>they"
        "</span> said.</p>",
        ("The Officials said the dam held. Nobody was hurt, they said.",),
    ),
    Page(
        "soft hyphens and break opportunities, which nobody sees",
        "<p>The spokes&shy;woman said the under\xadtaking had col<wbr>lapsed.</p>",
        ("The spokeswoman said the undertaking had collapsed.",),
    ),
    Page(
        "tags that nobody closed",
        "<p>One said no.<p>Another said yes, <b>loudly.<p>A third, Ada Lind, said nothing.</b><ul><li>One<li>Two</ul>",
        ("One said no.", "Another said yes, loudly.", "A third, Ada Lind, said nothing.", "One", "Two"),
    ),
    Page(
        "block quotation, quotation marks and a pull-quote",
        "<p>The ministry said in a statement:</p><blockquote><p>We regret it.</p></blockquote>"
        "<p>She called it <q>a <q>final</q> offer</q>, he said.</p><div class='left pullquote'>"
        "<p>A final offer</p></div>",
        ("The ministry said in a statement:", "We regret it.", "She called it “a ‘final’ offer”, he said."),
    ),
    Page(
        "line breaks: one is a space, two end a paragraph",
        "<div>The mayor resigned,<br>her office said.<br><br>Nobody<br/>  <br />\nfollowed, officials said.</div>",
        ("The mayor resigned, her office said.", "Nobody", "followed, officials said."),
    ),
    Page(
        "lists and tables",
        "<p>Figures by the county:</p><ul><li>Some 4,000 homes, said Lind</li><li><p>No roads</p></li></ul>"
        "<table><caption>Losses</caption><tr><th>Town<td>Homes<tr><th>Vik<td>400</table><p>It said so.</p>",
        (
            "Figures by the county:",
            "Some 4,000 homes, said Lind",
            "No roads",
            "Losses",
            "Town",
            "Homes",
            "Vik",
            "400",
            "It said so.",
        ),
    ),
    Page(
        "code, forms, hidden and struck words are left out",
        "<p>He said <del>no</del><ins>yes</ins><s>, maybe</s>.</p><pre><code>print('she said')</code></pre>"
        "<form><p>Subscribe, said we.</p><button>Go</button><textarea><p>x</textarea></form>"
        "<p hidden>Hidden, she said.</p><p aria-hidden=true>Ads</p><p>She said it<sup><a href='#fn1'>1</a></sup> on "
        "the 10<sup>th</sup>.</p>",
        ("He said yes.", "Subscribe, said we.", "She said it on the 10th."),
    ),
    Page(
        "wire copy set as it came",
        "<html><body><pre>HARBOUR (Wire) -- The pier sank,\nofficials said on Monday.\n\nNobody was hurt,\nthey said.\n"
        "</pre></body></html>",
        ("HARBOUR (Wire) -- The pier sank, officials said on Monday.", "Nobody was hurt, they said."),
    ),
    Page(
        "letters beyond the first plane, and marks that combine",
        "<p>🙂 The <b>𝔐ayor</b> said “na\u0308ive” 👩\u200d🚒 crews 🏴 were &#x1F692; late.</p><p>She said so 🙂.</p>",
        ("🙂 The 𝔐ayor said “na\u0308ive” 👩\u200d🚒 crews 🏴 were 🚒 late.", "She said so 🙂."),
    ),
    Page(
        "a page laid out in tables, in capitals",
        "<HTML><BODY BGCOLOR=white><TABLE><TR><TD><A HREF=/>Home</A><TD><H1>Dam holds</H1><P>The dam held, said "
        "Ada Lind.<P>Two officials said it would.<P>It was built in 1902, the county said.</TABLE></BODY></HTML>",
        (
            "Dam holds",
            "The dam held, said Ada Lind.",
            "Two officials said it would.",
            "It was built in 1902, the county said.",
        ),
    ),
    Page(
        "a headline outside the body that schema.org names",
        "<body><div class=top><h1>Dam holds</h1><p>Share this page</p></div><div itemprop='articleBody'><p>The dam "
        "held, said Ada Lind.</p><div class=ad><p>Buy now</p></div></div><div><p>Other news.</p></div></body>",
        ("Dam holds", "The dam held, said Ada Lind.", "Buy now"),
    ),
    Page(
        "directives of this linter as comments",
        "<!-- attribution: ignore-file[ATTR215] one\n page --><p>One official said so.</p>\n<div>\n"
        "<!-- attribution: ignore[ANON101] known --><p>Two <!-- attribution: off -->said no.</p></div>",
        (
            "<!-- attribution: ignore-file[ATTR215] one page -->",
            "One official said so.",
            "<!-- attribution: ignore[ANON101] known -->",
            "Two said no.",
        ),
    ),
    Page(
        "stray signs and broken tags",
        '<p>5 < 6 & 7 > 3, said &# Lind; he paid <3 and x&lt;y.</p><p>2 said <b class="x>no</b>.</p>"> ok</p></nope>',
        ("5 < 6 & 7 > 3, said &# Lind; he paid <3 and x<y.", "2 said ok"),
    ),
)
