"""The page in a browser: what a reader sees and does in it."""

from __future__ import annotations

import pytest

from tests.report.pages import (
    CLOSED,
    HARBOUR,
    LEAVE,
    NOTHING,
    PROMISED,
    RECORDS,
    SAFE,
    Pages,
    expect,
    expect_quotes,
    expect_shown,
    facet,
    marked,
    plain,
)

pytestmark = pytest.mark.browser


def test_table_lists_every_quote(pages: Pages) -> None:
    page = pages.open()
    expect_quotes(page, *(made.quote.text for made in RECORDS))
    expect_shown(page, "5 quotes")
    row = page.get_by_role("row").nth(1)
    expect(row).to_contain_text("2031-03-03")
    expect(row).to_contain_text("Ada Brunn")
    # Of no said date, the day of publication, in brackets.
    expect(page.get_by_role("row").nth(2)).to_contain_text("(2031-03-04)")


def test_search_looks_in_quotes_names_and_titles(pages: Pages) -> None:
    page = pages.open()
    expected = {
        "closed": [CLOSED],
        "ZOE": [SAFE, NOTHING],
        "norvik safe": [SAFE],
        '"never promised"': [PROMISED],
        '"promised never"': [],
        "bank calm nothing": [NOTHING],
    }
    page.keyboard.press("/")
    for query, found in expected.items():
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(query)
        expect_quotes(page, *(made.quote.text for made in found))


def test_filters_narrow_each_other_and_count(pages: Pages) -> None:
    page = pages.open()
    facet(page, "Type").get_by_label("indirect").check()
    expect_quotes(page, "ships would leave", "Norvik Bank is safe")
    # What the filter's own choices would give does not change; what those of others would, does.
    expect(facet(page, "Type").locator("label", has_text="direct")).to_have_count(2)
    expect(facet(page, "Speaker")).not_to_contain_text("Ada Brunn")
    facet(page, "Speaker").get_by_label("(no name)").check()
    expect_quotes(page, "ships would leave")
    expect_shown(page, "1 of 5 quotes")
    page.get_by_role("button", name="Remove the filter Type: indirect").click()
    expect_quotes(page, "ships would leave")
    page.get_by_role("button", name="Clear all").first.click()
    expect_shown(page, "5 quotes")


def test_days_keep_what_may_have_been_said_then(pages: Pages) -> None:
    page = pages.open()
    expected = {
        ("2031-03-04", ""): [LEAVE, PROMISED, SAFE, NOTHING],
        ("2031-06-20", ""): [SAFE],
        ("", "2031-03-03"): [CLOSED],
        ("2031-03-04", "2031-06-01"): [LEAVE, PROMISED, SAFE],
    }
    for (first, last), found in expected.items():
        page.get_by_label("From", exact=True).fill(first)
        page.get_by_label("To", exact=True).fill(last)
        expect_quotes(page, *(made.quote.text for made in found))


def test_confidence_is_at_least(pages: Pages) -> None:
    page = pages.open()
    facet(page, "Confidence").get_by_label("Quote").fill("70")
    expect_quotes(page, *(made.quote.text for made in (CLOSED, PROMISED, SAFE, NOTHING)))
    facet(page, "Confidence").get_by_label("Quote").fill("75")
    expect_quotes(page, *(made.quote.text for made in (CLOSED, PROMISED, SAFE)))


def test_columns_sort_up_and_down_with_the_missing_last(pages: Pages) -> None:
    page = pages.open()
    head = page.get_by_role("columnheader", name="Speaker")
    head.get_by_role("button").click()
    up = ["It is closed 🚢 for good", "We never promised anything", "Norvik Bank is safe", "Nothing to see"]
    expect_quotes(page, *up, "ships would leave")
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(page.locator("td.words").first).to_have_text("Nothing to see")
    expect(page.locator("td.words").last).to_have_text("ships would leave")
    head.get_by_role("button").click()
    expect_quotes(page, *(made.quote.text for made in RECORDS))


def test_address_holds_filters_order_and_the_open_quote(pages: Pages) -> None:
    page = pages.open()
    facet(page, "About").get_by_label("Norvik Bank").check()
    page.get_by_role("columnheader", name="Said").get_by_role("button").click()
    page.get_by_role("link", name="Norvik Bank is safe").click()
    address = page.url
    page.get_by_role("button", name="Clear all").first.click()
    page.keyboard.press("Escape")
    page.goto("about:blank")
    page.goto(address)
    expect_quotes(page, "It is closed 🚢 for good", "Norvik Bank is safe")
    expect(page.get_by_role("complementary", name="Quote")).to_contain_text("Zoë Lindqvist")
    page.go_back()


def test_quote_opens_in_its_paragraph_with_everything_marked(pages: Pages) -> None:
    page = pages.open()
    page.get_by_role("link", name="It is closed").click()
    pane = page.get_by_role("complementary", name="Quote")
    expect(pane.get_by_role("heading", level=2)).to_have_text("Ada Brunn")
    passage = pane.locator(".passage")
    expect(passage.locator("p")).to_have_count(1)
    found = {look: marked(passage, look) for look in ("content", "mention", "cue", "organization")}
    assert found == {
        "content": "It is closed 🚢 for good",
        "mention": "Ada Brunn",
        "cue": "said",
        "organization": "Norvik Bank",
    }
    pane.get_by_role("button", name="Whole article").click()
    assert plain(passage) == HARBOUR.text.replace("\n\n", "")


def test_keys_go_from_quote_to_quote(pages: Pages) -> None:
    page = pages.open()
    where = page.locator(".where")
    page.keyboard.press("j")
    expect(where).to_have_text("1 of 5")
    for _ in range(6):
        page.keyboard.press("j")
    expect(where).to_have_text("5 of 5")
    page.keyboard.press("k")
    expect(where).to_have_text("4 of 5")
    page.keyboard.press("Escape")
    expect(page.get_by_role("complementary", name="Quote")).to_have_count(0)


def test_keys_of_one_letter_can_be_turned_off(pages: Pages) -> None:
    page = pages.open()
    page.keyboard.press("?")
    page.get_by_label("Keys of one letter do something").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.get_by_role("complementary", name="Quote")).to_have_count(0)


def test_charts_are_tables_too(pages: Pages) -> None:
    page = pages.open(fragment="")
    panel = page.get_by_role("region", name="Who speaks most")
    panel.get_by_text("As a table").click()
    rows = [row.split("\t") for row in panel.locator("tbody tr").all_inner_texts()]
    assert rows == [["Zoë Lindqvist", "2"], ["Ada Brunn", "1"], ["Jan Holt", "1"]]


def test_table_is_walked_with_the_keyboard_alone(pages: Pages) -> None:
    page = pages.open()
    page.get_by_role("link", name="It is closed").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="ships would leave")).to_be_focused()
    page.keyboard.press("End")
    expect(page.get_by_role("link", name="Nothing to see")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".where")).to_have_text("5 of 5")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Nothing to see")).to_be_focused()
