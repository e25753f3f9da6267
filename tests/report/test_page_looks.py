"""The page in a browser: how it fits windows, readers and paper."""

from __future__ import annotations

from typing import Any

import pytest

from extract.article import Article
from tests.report.made import record
from tests.report.pages import Pages, expect, expect_quotes, facet

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LONG = Article(
    id="long.txt",
    path="long.txt",
    text="\n\n".join(f"“Word number {number} stands,” Ada Brunn said." for number in range(90)),
)
MANY = [record(LONG, f"Word number {number} stands", speaker="Ada Brunn") for number in range(90)]


def test_theme_follows_the_system_until_it_is_switched(pages: Pages) -> None:
    page = pages.open(color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Switch to light colours").click()
    assert page.evaluate(paper) != dark
    page.reload()
    assert page.evaluate(paper) != dark
    page.get_by_role("button", name="Switch to dark colours").click()
    assert page.evaluate(paper) == dark


def test_narrow_page_shows_cards_and_hides_the_filters(pages: Pages) -> None:
    page = pages.open(viewport={"width": 390, "height": 780})
    expect(page.get_by_role("complementary", name="Filters")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.get_by_role("row")).to_have_count(6)
    page.get_by_role("button", name="Filters").click()
    facet(page, "Type").get_by_label("indirect").check()
    page.get_by_role("button", name="Show 2 quotes").click()
    page.get_by_role("link", name="ships would leave").click()
    expect(page.get_by_role("heading", level=2, name="(no name)")).to_be_focused()
    page.get_by_role("button", name="Close", exact=True).click()
    expect_quotes(page, "ships would leave", "Norvik Bank is safe")


@pytest.mark.parametrize("width", [320, 390, 768, 1024, 1280, 1440, 1920])
def test_quotes_have_room_at_every_width(pages: Pages, width: int) -> None:
    page = pages.open(viewport={"width": width, "height": 800})
    for _ in range(2):
        box = page.locator("td.words").first.bounding_box()
        assert box is not None
        assert box["width"] >= 200
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("j")
        if width <= 760:
            break
    for button in page.locator(".verdicts button").all():
        place = button.bounding_box()
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= width


def test_filters_are_a_drawer_where_there_is_little_room(pages: Pages) -> None:
    page = pages.open(viewport={"width": 900, "height": 800})
    opener = page.get_by_role("button", name="Filters", exact=True)
    opener.click()
    expect(page.get_by_role("button", name="Close the filters")).to_be_focused()
    for part in ("main", "header"):
        expect(page.locator(part)).to_have_js_property("inert", True)
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Filters")).to_have_count(0)
    expect(opener).to_be_focused()
    page.set_viewport_size({"width": 1300, "height": 800})
    expect(page.get_by_role("complementary", name="Filters")).to_be_visible()
    expect(page.locator("main")).to_have_js_property("inert", False)


def test_what_an_open_quote_covers_is_out_of_reach(pages: Pages) -> None:
    page = pages.open(viewport={"width": 390, "height": 800})
    page.keyboard.press("j")
    expect(page.locator("main")).to_have_js_property("inert", True)
    page.keyboard.press("Escape")
    expect(page.locator("main")).to_have_js_property("inert", False)


def test_cards_are_sorted_by_a_choice(pages: Pages) -> None:
    page = pages.open(viewport={"width": 390, "height": 800})
    page.get_by_label("Sorted by").select_option("speaker")
    expect(page.locator("td.words").first).to_have_text("It is closed 🚢 for good")
    page.get_by_role("button", name="ascending").click()
    expect(page.locator("td.words").first).to_have_text("Nothing to see")


def test_list_begins_anew_with_other_filters_and_comes_back_with_them(pages: Pages) -> None:
    page = pages.open([LONG], MANY)
    top = "document.querySelector('.frame').scrollTop"
    page.locator(".frame").evaluate("(frame) => frame.scrollTo(0, 2000)")
    expect(page.get_by_text("Word number 40 stands")).to_be_visible()
    facet(page, "Type").get_by_label("direct").check()
    expect(page.get_by_text("Word number 0 stands")).to_be_visible()
    assert page.evaluate(top) == 0
    page.go_back()
    expect(page.get_by_text("Word number 40 stands")).to_be_visible()
    assert page.evaluate(top) == 2000


def test_overview_is_where_it_was_left(pages: Pages) -> None:
    page = pages.open(fragment="", viewport={"width": 1280, "height": 500})
    cell = page.get_by_role("link", name="Ada Brunn on Norvik Bank: 1")
    cell.scroll_into_view_if_needed()
    before = page.evaluate("document.querySelector('.board').scrollTop")
    assert before > 100
    cell.click()
    page.go_back()
    expect(cell).to_be_in_viewport()
    assert page.evaluate("document.querySelector('.board').scrollTop") == before


def test_list_is_printed_whole(pages: Pages) -> None:
    page = pages.open([LONG], MANY)
    assert page.get_by_role("row").count() < 60
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.get_by_role("row")).to_have_count(91)
    assert page.locator("main").evaluate("(main) => main.clientHeight") > 2000
    for part in ("#filters", ".search", ".tools"):
        expect(page.locator(part)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("row").nth(80)).to_have_count(0)


def test_open_quote_is_printed_alone(pages: Pages) -> None:
    page = pages.open()
    page.keyboard.press("j")
    expect(page.locator(".passage")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".passage")).to_be_visible()
    for part in ("main", ".verdicts"):
        expect(page.locator(part)).to_be_hidden()


def test_what_colours_say_is_said_without_them_too(pages: Pages) -> None:
    page = pages.open(forced_colors="active")
    page.keyboard.press("j")
    expect(page.locator(".passage mark").first).to_be_visible()
    style = "(part, name) => getComputedStyle(part)[name]"
    assert page.locator(".passage mark").first.evaluate(style, "backgroundColor") != "rgb(255, 255, 255)"
    page.keyboard.press("a")
    page.keyboard.press("k")
    pressed = page.locator('.verdicts [aria-pressed="true"]')
    assert pressed.evaluate(style, "outlineStyle") == "solid"


def broken(page: Any) -> list[str]:
    """What axe finds against the rules for accessible content."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page.locator(".message").evaluate("(message) => message.style.display = 'none'")
    found = axe.run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


@pytest.mark.parametrize(
    ("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 320), ("dark", 768)]
)
def test_page_keeps_the_rules_for_accessible_content(pages: Pages, scheme: str, width: int) -> None:
    page = pages.open(
        fragment="", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800}
    )
    page.wait_for_selector(".drawn svg")
    for table in page.get_by_text("As a table").all():
        table.click()
    assert broken(page) == []
    page.keyboard.press("2")
    assert broken(page) == []
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("r")
    page.keyboard.press("k")
    expect(page.locator(".passage")).to_be_visible()
    assert broken(page) == []
    page.keyboard.press("w")
    page.keyboard.press("c")
    expect(page.get_by_role("form")).to_be_visible()
    page.get_by_label("Said", exact=True).fill("soon")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert broken(page) == []
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert broken(page) == []
    page.keyboard.press("Escape")
    for button in ("Review", "Download"):
        page.get_by_role("button", name=button).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        assert broken(page) == []
        page.keyboard.press("Escape")
    if width < 1100:
        page.get_by_role("button", name="Filters", exact=True).click()
        assert broken(page) == []
        page.keyboard.press("Escape")
    page.get_by_label("Search quotes").fill("nowhere")
    expect(page.get_by_text("No quote fits.")).to_be_visible()
    assert broken(page) == []
