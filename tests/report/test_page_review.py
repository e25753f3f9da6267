"""The page in a browser: the review, and what is taken out of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extract.article import Article
from extract.cli.main import main
from extract.record.record import Record
from extract.score.gold import read_gold
from extract.train.data.gold import read_gold_rows
from extract.train.data.problems import Problems
from tests.report.made import record
from tests.report.pages import (
    CLOSED,
    HARBOUR,
    Pages,
    downloaded,
    expect,
    expect_quotes,
    expect_shown,
    facet,
    review_three,
)

pytestmark = pytest.mark.browser

TWICE = Article(
    id="twice.txt",
    path="twice.txt",
    text="🚢 “Yes,” Ada Brunn said. It rained.\n\n“Yes,” Ada Brunn said again.",
)


def test_bars_and_cells_filter(pages: Pages) -> None:
    page = pages.open(fragment="")
    page.get_by_role("link", name="Zoë Lindqvist: 2").click()
    expect_shown(page, "2 of 5 quotes")
    page.get_by_role("link", name="Zoë Lindqvist: 2").click()
    expect_shown(page, "5 quotes")
    page.get_by_role("link", name="week of 2031-03-03, direct: 2").click()
    expect_shown(page, "3 of 5 quotes")
    page.get_by_role("button", name="Clear all").first.click()
    page.get_by_role("link", name="Ada Brunn on Norvik Bank: 1").click()
    expect_quotes(page, "It is closed 🚢 for good")


def test_review_is_exported_as_gold(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    review_three(page)
    page.get_by_role("button", name="Review").first.click()
    expect(page.get_by_role("dialog")).to_contain_text("1 accepted, 1 corrected, 1 rejected of 5 quotes")
    path = downloaded(page, "Export gold", tmp_path)
    assert path.name == "Spring.gold.jsonl"
    [article] = read_gold(path)
    assert (article.id, article.text, article.published) == ("harbour.txt", HARBOUR.text, "2031-03-04")
    accepted, corrected = article.quotes
    assert accepted.content == ("It is closed 🚢 for good",)
    assert (accepted.speaker.name, accepted.speaker.mention, accepted.cue) == (
        "Ada Brunn",
        "Ada Brunn",
        "said",
    )
    assert (accepted.organizations, accepted.said, accepted.said_basis) == (
        ("Norvik Bank",), "2031-03-03", "cue"
    )  # fmt: skip
    assert (accepted.type, accepted.act, accepted.optional) == ("direct", "statement", False)
    assert corrected.content == ("never promised anything",)
    assert (corrected.speaker.name, corrected.said, corrected.type) == ("Jan B. Holt", "2031-03", "mixed")
    assert corrected.organizations == ("Harbour Union", "Norvik Bank")
    assert [[span.of(article.text) for span in spans] for spans in article.contents] == [
        ["It is closed 🚢 for good"],
        ["never promised anything"],
    ]


def test_gold_is_read_by_score_and_train(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    review_three(page)
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.get_by_role("button", name="Review").first.click()
    gold = downloaded(page, "Export gold", tmp_path)
    problems = Problems()
    assert len(read_gold_rows(gold, problems)) == 2
    assert len(problems) == 0
    result = CliRunner().invoke(main, ["score", str(gold), str(tmp_path / "run-0/out")])
    assert result.exit_code == 0, result.output
    # One accepted in each article, one corrected, one undecided, which is optional; one rejected is extra.
    assert "gold:    2 articles, 3 quotes, and 1 optional" in result.stdout
    assert "records: 5" in result.stdout
    figures = next(line for line in result.stdout.splitlines() if line.startswith("all"))
    assert figures.split()[-3:] == ["3", "1", "0"]


def test_gold_tells_which_of_the_same_words_are_meant(pages: Pages, tmp_path: Path) -> None:
    places = [match.start() for match in re.finditer("Yes", TWICE.text)]
    page = pages.open([TWICE], [_moved(record(TWICE, "Yes", speaker="Ada Brunn"), place) for place in places])
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("a")
    page.get_by_role("button", name="Review").first.click()
    gold = downloaded(page, "Export gold", tmp_path)
    [article] = read_gold(gold)
    assert [span.start for spans in article.contents for span in spans] == places
    result = CliRunner().invoke(main, ["score", str(gold), str(tmp_path / "run-0/out")])
    assert result.exit_code == 0, result.output
    figures = next(line for line in result.stdout.splitlines() if line.startswith("all"))
    assert figures.split()[-3:] == ["2", "0", "0"]
    [row] = read_gold_rows(gold, Problems())
    learned = [row.text[start:end] for part in row.attributions or () for start, end in part["content"]]
    assert learned == ["“Yes,”", "“Yes,”"]


def _moved(made: Record, start: int) -> Record:
    """The same record of the same words elsewhere."""
    fields = made.model_dump()
    fields["record_id"] = f"q{start:013x}"
    words = fields["quote"]["text"]
    fields["quote"]["spans"] = [{"start": start, "end": start + len(words), "text": words}]
    return Record.model_validate(fields)


def test_missed_quote_is_added_from_the_text(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    page.get_by_role("link", name="We never promised").click()
    page.keyboard.press("w")
    select(page, "Nobody said why")
    page.keyboard.press("n")
    form = page.get_by_role("form", name="A quote that was missed")
    form.get_by_label("Speaker", exact=True).fill("Ada Brunn")
    form.get_by_label("Type").select_option("mixed")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("region", name="Quotes that you added")).to_contain_text("Nobody said why")
    page.get_by_role("button", name="Review").first.click()
    [article] = read_gold(downloaded(page, "Export gold", tmp_path))
    sure = [quote for quote in article.quotes if not quote.optional]
    assert [(quote.content, quote.speaker.name, quote.type) for quote in sure] == [
        (("Nobody said why",), "Ada Brunn", "mixed")
    ]
    assert len(article.quotes) == 4


def test_decisions_last_and_can_be_undone(pages: Pages) -> None:
    page = pages.open()
    review_three(page)
    page.reload()
    facet(page, "Review").get_by_label("Not reviewed").check()
    expect_quotes(page, "Norvik Bank is safe", "Nothing to see")
    page.get_by_role("button", name="Clear all").first.click()
    expect_shown(page, "5 quotes")
    page.keyboard.press("j")
    page.keyboard.press("u")
    expect(page.locator("tr.corrected")).to_have_count(1)
    page.keyboard.press("a")
    expect(page.locator("tr.accepted")).to_have_count(2)
    page.keyboard.press("u")
    expect(page.locator("tr.accepted")).to_have_count(1)


def test_corrections_are_in_the_table(pages: Pages) -> None:
    page = pages.open()
    review_three(page)
    row = page.locator("tr.corrected")
    for words in ("Jan B. Holt", "Harbour Union · Norvik Bank", "2031-03", "mixed"):
        expect(row).to_contain_text(words)
    expect(page.get_by_role("heading", level=2, name="Jan B. Holt")).to_be_visible()


def test_review_goes_on_behind_what_leaves_the_list(pages: Pages) -> None:
    page = pages.open(fragment="view=quotes&review=open")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("c")
    page.get_by_role("form").get_by_role("button", name="Save").click()
    expect(page.locator(".where")).to_have_text("Not among the quotes shown")
    page.keyboard.press("j")
    expect(page.locator("tr.current")).to_contain_text("We never promised")
    page.keyboard.press("Escape")
    page.keyboard.press("k")
    expect(page.locator("tr.current")).to_contain_text("It is closed")


def test_a_date_that_is_none_is_not_saved(pages: Pages) -> None:
    page = pages.open()
    page.keyboard.press("j")
    page.keyboard.press("c")
    form = page.get_by_role("form", name="Correct the record")
    form.get_by_label("Said", exact=True).fill("last Monday")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("Said is last Monday; write YYYY-MM-DD")


@pytest.mark.parametrize(("state", "words"), [("gone", "was not found"), ("changed", "has changed")])
def test_quote_without_its_article_stands_alone(pages: Pages, state: str, words: str) -> None:
    there = [] if state == "gone" else [Article(id=HARBOUR.id, path=HARBOUR.path, text="Another text.")]
    page = pages.open(there, [CLOSED])
    page.keyboard.press("j")
    pane = page.get_by_role("complementary", name="Quote")
    expect(pane.locator("blockquote")).to_have_text("It is closed 🚢 for good")
    expect(pane).to_contain_text(words)
    page.keyboard.press("a")
    page.get_by_role("button", name="Review").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(
        "1 decision left out: the articles are not in this page"
    )


def select(page: Any, words: str) -> None:
    """Select `words` in the passage, as with the pointer."""
    expect(page.locator(".passage")).to_contain_text(words)
    page.evaluate(
        """(words) => {
          const part = [...document.querySelectorAll(".passage [data-from]")]
            .find((one) => one.textContent.includes(words));
          const start = part.textContent.indexOf(words);
          getSelection().setBaseAndExtent(part.firstChild, start, part.firstChild, start + words.length);
        }""",
        words,
    )


def test_extents_are_corrected_word_by_word_letter_by_letter_and_by_selection(
    pages: Pages, tmp_path: Path
) -> None:
    page = pages.open()
    page.get_by_role("link", name="We never promised").click()
    page.keyboard.press("c")
    form = page.get_by_role("form", name="Correct the record")
    content = form.locator("mark [data-from]")
    form.get_by_role("button", name="End earlier").click()
    assert "".join(content.all_text_contents()) == "We never promised"
    form.get_by_label("by letter").check()
    form.get_by_role("button", name="End earlier").click()
    form.get_by_role("button", name="Begin earlier").click()
    assert "".join(content.all_text_contents()) == "“We never promise"
    select(page, "We never")
    form.get_by_role("button", name="Use what is selected").click()
    assert "".join(content.all_text_contents()) == "We never"
    select(page, "anything")
    form.get_by_role("button", name="Add it as a part").click()
    select(page, "told")
    form.get_by_role("button", name="Add it as a part").click()
    form.get_by_role("button", name="Remove the part").click()
    form.get_by_role("button", name="Save").click()
    expect(page.locator("tr.corrected")).to_have_count(1)
    page.get_by_role("button", name="Review").first.click()
    [article] = read_gold(downloaded(page, "Export gold", tmp_path))
    [corrected] = [quote for quote in article.quotes if not quote.optional]
    assert corrected.content == ("We never", "anything")
