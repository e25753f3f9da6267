"""The page in a browser: where decisions are kept, and how they go elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.score.gold import read_gold
from tests.report.pages import CLOSED, HARBOUR, NOTHING, Pages, downloaded, expect, review_three

pytestmark = pytest.mark.browser


def test_decisions_are_saved_and_loaded(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    review_three(page)
    page.get_by_role("button", name="Review").first.click()
    saved = downloaded(page, "Save decisions", tmp_path)
    other = pages.open()
    other.get_by_role("button", name="Review").first.click()
    other.get_by_label("File of decisions").set_input_files(saved)
    expect(other.get_by_role("dialog")).to_contain_text("1 accepted, 1 corrected, 1 rejected")
    broken = tmp_path / "broken.json"
    broken.write_text('{"form": "extract review", "decisions": {"q1": {"verdict": "perhaps"}}, "added": {}}')
    other.get_by_label("File of decisions").set_input_files(broken)
    expect(other.get_by_role("alert")).to_contain_text("broken.json: this is not a file of decisions")


def test_decisions_on_records_that_are_not_here_are_told_of_and_not_counted(
    pages: Pages, tmp_path: Path
) -> None:
    page = pages.open()
    review_three(page)
    page.get_by_role("button", name="Review").first.click()
    saved = downloaded(page, "Save decisions", tmp_path)
    other = pages.open(records=[CLOSED, NOTHING])
    other.get_by_role("button", name="Review").first.click()
    other.get_by_label("File of decisions").set_input_files(saved)
    expect(other.get_by_role("dialog")).to_contain_text("1 accepted, 0 corrected, 0 rejected of 2 quotes")
    expect(other.get_by_role("alert")).to_contain_text(
        "2 decisions of 3 on records that are not in this page"
    )


def test_decisions_beyond_the_text_are_told_of_and_not_in_the_gold(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    review_three(page)
    page.get_by_role("button", name="Review").first.click()
    kept = json.loads(downloaded(page, "Save decisions", tmp_path).read_text("utf-8"))
    [corrected] = [one["correction"] for one in kept["decisions"].values() if "correction" in one]
    corrected["content"] = [[0, 1_000_000]]
    added = {"article": HARBOUR.id, "quote": corrected}
    longer = tmp_path / "longer.json"
    longer.write_text(json.dumps(kept | {"added": {"n1": added}}), encoding="utf-8")
    page.get_by_label("File of decisions").set_input_files(longer)
    expect(page.get_by_role("dialog")).to_contain_text("2 decisions left out: made on a longer text")
    [article] = read_gold(downloaded(page, "Export gold", tmp_path))
    assert sum(not quote.optional for quote in article.quotes) == 1


def test_pages_of_other_records_keep_their_own_decisions(pages: Pages) -> None:
    page = pages.open()
    page.keyboard.press("j")
    page.keyboard.press("a")
    other = page.context.new_page()
    other.goto(pages.write(records=[CLOSED, NOTHING]).as_uri() + "#view=quotes")
    expect(other.locator("tr.accepted")).to_have_count(0)
    other.keyboard.press("j")
    other.keyboard.press("r")
    page.reload()
    expect(page.locator("tr.accepted")).to_have_count(1)
    expect(page.locator("tr.rejected")).to_have_count(0)


def test_a_full_store_is_told_of(pages: Pages, tmp_path: Path) -> None:
    full = 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }'
    page = pages.open(script=full)
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator(".message")).to_contain_text("This browser’s store is full")
    page.get_by_role("button", name="Review").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("save them before you close the page")
    saved = downloaded(page, "Save decisions", tmp_path)
    assert json.loads(saved.read_text("utf-8"))["decisions"] == {CLOSED.record_id: {"verdict": "accepted"}}


def test_review_works_where_the_browser_keeps_nothing(pages: Pages, tmp_path: Path) -> None:
    denied = 'get() { throw new DOMException("no", "SecurityError"); }'
    blocked = f'Object.defineProperty(window, "localStorage", {{ {denied} }})'
    page = pages.open(script=blocked)
    review_three(page)
    expect(page.get_by_role("status").last).to_contain_text("This browser keeps nothing for this page")
    page.get_by_role("button", name="Review").first.click()
    assert len(read_gold(downloaded(page, "Export gold", tmp_path))) == 1


def test_windows_with_the_same_page_share_their_decisions(pages: Pages) -> None:
    page = pages.open()
    other = page.context.new_page()
    other.goto(page.url)
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(other.locator("tr.accepted")).to_have_count(1)
    other.keyboard.press("j")
    other.keyboard.press("j")
    other.keyboard.press("r")
    expect(page.locator("tr.accepted, tr.rejected")).to_have_count(2)
