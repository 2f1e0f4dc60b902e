from attribution.comparing.comparing import compare
from attribution.model.document import Article
from attribution.renderers.comparisons.plain import render_comparison

OLD = Article(
    "Bridge\n\nAda Lind, the county engineer, said that the bridge would close.\n\nRolf Tann said it was safe.\n",
    "old.txt",
)
NEW = Article("Bridge\n\nRolf Tann said it was safe.\n\nThe bridge will close.\n", "new.txt")


def test_a_change_shows_both_lines_with_their_numbers():
    lines = render_comparison(compare(OLD, NEW)).splitlines()
    at = lines.index(
        "new.txt:5:1 DIFF701 Attributed to Ada Lind before, and to nobody now.",
    )
    assert lines[at + 1 : at + 5] == [
        "  was     3 | Ada Lind, the county engineer, said that the bridge would close.",
        "            |                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  now     5 | The bridge will close.",
        "            | ^^^^^^^^^^^^^^^^^^^^^^",
    ]


def test_the_head_gives_the_figures_of_both_sides():
    head = render_comparison(compare(OLD, NEW)).splitlines()[:2]
    assert head == [
        "old.txt → new.txt",
        "grade B (71) → B (65), attributions 2 → 1, sources 2 → 1, independent origins 2 → 1, findings 0 → 0",
    ]


def test_what_is_gone_with_its_paragraph_stands_in_the_old_version():
    text = render_comparison(compare(OLD, Article("Bridge\n\nRolf Tann said it was safe.\n", "new.txt")))
    assert "old.txt:3:37 DIFF709 Gone with what it said: an attribution to Ada Lind." in text
    assert "\n  now     – |" in text


def test_nothing_that_a_terminal_acts_on_is_printed():
    text = render_comparison(compare("The \x1b[2J bridge will close, Ada Lind said.", "The \x1b[2J bridge will close."))
    assert "\x1b" not in text
    assert "\x1b[" in render_comparison(compare(OLD, NEW), color=True)


def test_long_lines_are_cut_around_the_words():
    old = f"{'Rain fell on the valley and on the hills. ' * 20}The bridge will close, Ada Lind said."
    text = render_comparison(compare(old, old.replace(", Ada Lind said", "")), width=60)
    assert all(len(line) <= 60 for line in text.splitlines() if "|" in line)
