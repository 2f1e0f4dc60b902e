"""An article that tries to be more than text, for tests of whatever shows it on a page."""

from attribution import audit
from attribution.model.document import Article
from attribution.model.report import Report

TEXT = "\n\n".join(
    [
        'Two <script>window.ran = "text"</script> officials told Reuters that "<img src=x onerror=window.ran=1>" fell.',
        "</p></div></section></main><style>body{display:none}</style><h1>Taken over</h1> said Ada Lind, a minister.",
        "“&lt;b&gt; &amp; {{ 7 * 7 }} {% raw %} <!-- --> ]]> <![CDATA[”, Ada Lind said on Monday.",
        'A source" onmouseover="window.ran=2 said javascript:window.ran=3 and http://elsewhere.example/x were safe.',
        "A \u202egnp.exe\u202c man told the \u2066Harbour\u2069 Post that \u200fשלום עולם\u200f closed; مرحبا said he.",
        "Half a pair \ud800 and \udfff, a \x00 and a \x1b[2J, \ufeff and \uffff, said the officials.",
        "Z\u0351\u0352\u0357\u035b\u0363\u0364\u0365\u0366\u0367\u0368\u0369\u036a" * 12 + " said the mayor.",
        "Sources said " + "unbroken" * 200 + " fell, according to " + "a" * 400 + ".",
        "</textarea></title></script><iframe src=https://elsewhere.example></iframe><svg onload=window.ran=4> said.",
    ]
)
NAME = "in/<b onclick=window.ran=5>'\"&\u202e\x00\ud800.txt"


def report() -> Report:
    """The report of the article, under a name and a publisher that are no better."""
    article = Article(TEXT, name=NAME, publisher='<script>window.ran="publisher"</script>', published="\u202e<i>")
    return audit(article)
