from itertools import product

import pytest

from tests.renderers.html.browser.conftest import WIDTHS
from tests.renderers.html.seeds import SEEDS

EVERY = [*SEEDS, "hostile"]
FIRST = next(iter(SEEDS))
# Where the focus is, in words: the region, and what is focused.
FOCUS = """(() => {
  const one = document.activeElement;
  const region = one.closest(".skip, .masthead, .filters, .row, .card");
  const what = one.matches(".mention") ? "mention" : one.tagName;
  return region ? [region.className.split(" ")[0], region.id, what] : [one.tagName, "", what];
})()"""


@pytest.mark.parametrize(
    ("name", "width"), [*((name, "desktop") for name in EVERY), *product((FIRST, "hostile"), ("tablet", "phone"))]
)
def test_it_stays_quiet_and_in_its_place(pages, opened, name, width):
    with opened(pages[name], width) as seen:
        seen.page.mouse.wheel(0, 4000)
        seen.page.wait_for_timeout(100)
        assert seen.console == []
        assert seen.requests == [pages[name].as_uri()]
        assert seen.value("window.shifts") == 0
        assert seen.value("document.documentElement.scrollWidth") <= WIDTHS[width][0]


def test_a_shift_of_the_layout_would_be_seen(pages, opened):
    with opened(pages[FIRST]) as seen:
        seen.page.wait_for_timeout(100)
        seen.value("document.body.insertAdjacentHTML('afterbegin', '<p>A late banner</p>'.repeat(20))")
        seen.page.wait_for_function("window.shifts > 0", timeout=5000)


@pytest.mark.parametrize(("name", "color_scheme"), [*((name, "light") for name in EVERY), (FIRST, "dark")])
def test_axe_finds_nothing_serious(pages, opened, name, color_scheme):
    with opened(pages[name], color_scheme=color_scheme) as seen:
        seen.value("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert seen.harmful() == []


@pytest.mark.parametrize("color_scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_on_a_phone_nor_in_what_is_lit_or_faded(pages, opened, color_scheme):
    with opened(pages[FIRST], "phone", color_scheme=color_scheme, reduced_motion="reduce") as seen:
        seen.all("#a0").focus()
        assert seen.all(".lit").count() > 3
        assert seen.harmful() == []
        seen.all("#only").select_option("S2")
        assert seen.all(".faded").count() > 3
        assert seen.harmful() == []


@pytest.mark.parametrize("name", SEEDS)
def test_a_mention_lights_up_its_source_everywhere(pages, opened, name):
    with opened(pages[name]) as seen:
        mention = seen.all("a.mention").first
        source = mention.get_attribute("data-s")
        for act in (mention.focus, mention.hover):
            act()
            everywhere = seen.all(f'[data-s~="{source}"], [data-about="{source}"]')
            assert everywhere.count() >= 3
            assert everywhere.and_(seen.all(".lit")).count() == everywhere.count()
            assert seen.all(f"#{source}.lit").count() == 1
            others = seen.all(f'.card:not(#{source}), .mention:not([data-s="{source}"])')
            assert others.and_(seen.all(".lit")).count() == 0
            seen.page.keyboard.press("Escape")
            assert seen.all(".lit").count() == 0


def test_a_claim_lights_up_its_innermost_source(pages, opened):
    with opened(pages["court-ferry-inquest"]) as seen:
        inner = seen.all('.content.inner[data-s*=" "]').first
        inside, outside = str(inner.get_attribute("data-s")).split()[:2]
        inner.hover()
        assert seen.all(f"#{inside}.lit").count() == 1
        assert seen.all(f"#{outside}.lit").count() == 0


def test_a_finding_lights_up_its_words(pages, opened):
    with opened(pages[FIRST]) as seen:
        for number in (1, 6, 15):
            seen.all(f'.note[data-f="{number}"] summary').focus()
            words = seen.all(f'.m[data-f~="{number}"]')
            assert words.count() >= 1
            assert seen.all(f'.m.lit[data-f~="{number}"]').count() == words.count()
            assert seen.all(".note.lit").count() == 1


def test_findings_are_filtered_by_severity(pages, opened):
    with opened(pages[FIRST]) as seen:
        total, warnings = seen.all(".note").count(), seen.all(".note.warning").count()
        assert 0 < warnings < total
        seen.all("input[value=info]").uncheck()
        assert seen.all(".note:visible").count() == warnings
        assert seen.all("#shown").text_content() == f"{warnings} of {total} findings shown"
        underlined = "getComputedStyle(document.querySelector('.f-info:not(.f-warning)')).textDecorationLine"
        assert seen.value(underlined) == "none"
        seen.all("input[value=info]").check()
        assert seen.all(".note:visible").count() == total
        assert seen.value(underlined) == "underline"


def test_findings_and_words_are_filtered_by_source(pages, opened):
    with opened(pages[FIRST]) as seen:
        seen.all("#only").select_option("S2")
        about = seen.all('.note[data-about="S2"]').count()
        assert about > 0
        assert seen.all(".note:visible").count() == about
        assert seen.all(".card.faded").count() == seen.all(".card").count() - 1
        assert seen.all('.mention.faded[data-s="S2"]').count() == 0
        marked = seen.value("document.querySelectorAll('.m.content:not([data-s~=S2])').length")
        assert seen.all(".m.content.faded").count() == marked
        seen.all("#only").select_option("")
        assert seen.all(".faded").count() == 0


def test_the_arithmetic_opens_with_a_click_and_with_enter(pages, opened):
    with opened(pages[FIRST]) as seen:
        working = seen.all("#p1 details.working")
        total = working.locator(".mean")
        assert not total.is_visible()
        working.locator("summary").click()
        assert total.is_visible()
        assert total.text_content() == "One claim: 28.1 points."
        working.locator("summary").press("Enter")
        assert not total.is_visible()
        working.locator("summary").press("Enter")
        assert total.is_visible()


def test_all_workings_open_and_close_at_once(pages, opened):
    with opened(pages[FIRST]) as seen:
        every = seen.all("details.working").count()
        seen.all("#workings").click()
        assert seen.all("details.working[open]").count() == every
        seen.all("#workings").click()
        assert seen.all("details.working[open]").count() == 0


def test_the_keyboard_goes_from_the_filters_through_the_article_to_the_sources(pages, opened):
    with opened(pages[FIRST]) as seen:
        steps = []
        for _ in range(200):
            seen.page.keyboard.press("Tab")
            step = tuple(seen.value(FOCUS))
            if step[0] == "BODY":
                break
            steps.append(step)
        regions = [region for region, _, _ in steps]
        assert list(dict.fromkeys(regions)) == ["skip", "filters", "row", "card"] == collapsed(regions)
        paragraphs = [int(name[1:]) for region, name, _ in steps if region == "row"]
        assert paragraphs == sorted(paragraphs)
        assert [what for _, name, what in steps if name == "p1"] == ["mention", "SUMMARY", *["SUMMARY"] * 5]
        cards = [name for region, name, _ in steps if region == "card"]
        assert cards == [card for card in dict.fromkeys(cards) for _ in seen.all(f"#{card} a").all()]


def collapsed(words):
    """The words without repeats of a neighbour."""
    return [word for place, word in enumerate(words) if place == 0 or words[place - 1] != word]


def test_the_skip_link_leads_to_the_article(pages, opened):
    with opened(pages[FIRST]) as seen:
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        seen.page.keyboard.press("Tab")
        assert seen.value("document.activeElement.id") == "a0"


def test_a_mention_leads_to_its_card_and_back(pages, opened):
    with opened(pages[FIRST], "phone") as seen:
        seen.all("#a0").click()
        assert seen.value("location.hash") == "#S1"
        seen.all("#S1 .places a").last.click()
        target = seen.value("location.hash")
        assert seen.value(f"document.querySelector('{target}').getBoundingClientRect().top") < WIDTHS["phone"][1]


def test_without_a_script_it_is_read_all_the_same(pages, opened):
    with opened(pages[FIRST], java_script_enabled=False) as seen:
        assert seen.all(".text").count() == seen.all(".text:visible").count() > 5
        assert seen.all(".card:visible").count() == seen.all(".card").count()
        assert seen.all(".note:visible").count() == seen.all(".note").count()
        assert not seen.all(".filters").is_visible()
        seen.all("#p1 details.working summary").click()
        assert seen.all("#p1 .mean").is_visible()


def test_on_paper_there_are_the_words_and_no_controls(pages, opened):
    with opened(pages[FIRST], color_scheme="dark") as seen:
        seen.page.emulate_media(media="print")
        assert not seen.all(".filters").is_visible()
        assert seen.all(".note:visible").count() == seen.all(".note").count()
        assert seen.value("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert seen.page.pdf().startswith(b"%PDF")


def test_a_hostile_article_stays_text(pages, opened):
    with opened(pages["hostile"]) as seen:
        seen.page.mouse.move(300, 500)
        for mention in seen.all("a.mention").all():
            mention.hover()
        assert seen.value("window.ran") is None
        assert seen.value("document.scripts.length") == 1
        assert seen.value("document.querySelectorAll('.text :not(a, span)').length") == 0
        assert "<script>window.ran" in str(seen.all(".text").first.text_content())
        assert seen.all("footer").is_visible()
        assert seen.console == []


def test_even_markup_of_an_article_could_run_nothing(pages, opened):
    """The second line of defence: were the escaping to fail, the policy would still hold."""
    with opened(pages["hostile"]) as seen:
        seen.value(
            """document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.ran = 1">'
            + '<img src="https://elsewhere.example/x.png"><a id="click" href="javascript:window.ran = 2">x</a>')"""
        )
        seen.value("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 3'}))")
        seen.all("#click").click()
        seen.page.wait_for_timeout(100)
        assert seen.value("window.ran") is None
        assert seen.loaded == [pages["hostile"].as_uri()]
        assert sum("Content Security Policy" in line for line in seen.console) >= 3
