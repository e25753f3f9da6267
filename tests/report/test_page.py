"""The page in a browser: what a reader does, what a hostile article cannot do, what is exported."""

from __future__ import annotations

import csv
import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from extract.article import Article
from extract.cli import main
from extract.gold import read_gold
from extract.record import FLAT_COLUMNS, Record, flat_rows
from extract.report import build_report, find_run
from extract.train.gold_rows import read_gold_rows
from extract.train.problems import Problems
from tests.report.made import record, write_articles, write_run

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed: pip install 'extract-news[dev]'"
)
expect = playwright.expect

pytestmark = pytest.mark.browser

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Nothing that a browser does of its own accord, and no sandbox, which containers have not.
_OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

HARBOUR = Article(
    id="harbour.txt",
    path="in/harbour.txt",
    title="Harbour to close",
    published="2031-03-04",
    publisher="The Lowland Review",
    text=(
        "ROM, 4 March.\n\n“It is closed 🚢 for good,” Ada Brunn said of Norvik Bank on Monday.\n\n"
        "The union warned that ships would leave. Nobody said why.\n\n"
        "“We never promised anything,” Jan Holt told reporters."
    ),
)
BANK = Article(
    id="bank.txt",
    path="in/bank.txt",
    title="Bank stays calm",
    published="2031-06-10",
    text=(
        "Norvik Bank is safe, Zoë Lindqvist said. “Nothing to see,” she said. “Yes,” she added. "
        "“Yes,” she repeated."
    ),
)
CLOSED = record(
    HARBOUR,
    "It is closed 🚢 for good",
    speaker="Ada Brunn",
    about={"Norvik Bank": "Norvik Bank"},
    said="2031-03-03",
    flags=("year_inferred",),
)
LEAVE = record(
    HARBOUR,
    "ships would leave",
    speaker=None,
    mention="The union",
    cue="warned",
    form="indirect",
    confidence=0.4,
)
PROMISED = record(HARBOUR, "We never promised anything", speaker="Jan Holt", cue="told", said="2031-03-04")
SAFE = record(
    BANK,
    "Norvik Bank is safe",
    speaker="Zoë Lindqvist",
    about={"Norvik Bank": "Norvik Bank"},
    form="indirect",
    said="2031-06",
)
NOTHING = record(BANK, "Nothing to see", speaker="Zoë Lindqvist", mention="she", confidence=0.7)
RECORDS = [CLOSED, LEAVE, PROMISED, SAFE, NOTHING]


class Pages:
    """Opens pages; `wrong` is what they asked for, or complained of, that they should not."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.wrong: list[str] = []
        self._browser = browser
        self._folder = folder
        self._contexts: list[Any] = []

    def open(
        self,
        articles: list[Article] | None = None,
        records: list[Record] | None = None,
        *,
        fragment: str = "view=quotes",
        script: str = "",
        **options: Any,
    ) -> Any:
        """The page of such a run in a window of its own. script: runs before the page's."""
        folder = self._folder / f"run-{len(self._contexts)}"
        write_articles(folder / "in", [HARBOUR, BANK] if articles is None else articles)
        run = write_run(folder / "out", records or RECORDS, inputs=["in"])
        path = run / "report.html"
        path.write_text(build_report(find_run(run), title="Spring").html, encoding="utf-8")
        context = self._browser.new_context(**{"viewport": {"width": 1440, "height": 900}} | options)
        self._contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: self.wrong.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda request: self._check(request.url, path))
        page.on("dialog", self._dismiss)
        page.goto(f"{path.as_uri()}#{fragment}")
        return page

    def close(self) -> None:
        """Close all windows."""
        for context in self._contexts:
            context.close()

    def _check(self, url: str, path: Path) -> None:
        if url.partition("#")[0] != path.as_uri() and not url.startswith(("blob:", "about:")):
            self.wrong.append(url)

    def _dismiss(self, dialog: Any) -> None:
        self.wrong.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Chromium without a window. Skips where there is none."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        pytest.skip(f"no browser: none of {', '.join(_BROWSERS)} is installed")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found, args=list(_OPTIONS))
        yield started
        started.close()


@pytest.fixture
def pages(browser: Any, tmp_path: Path) -> Iterator[Pages]:
    """At the end, nothing may have gone wrong in any of them, and nothing been asked for."""
    made = Pages(browser, tmp_path)
    yield made
    made.close()
    assert made.wrong == []


def quotes(page: Any) -> list[str]:
    """The quotes that the table shows, in order."""
    return [words.strip() for words in page.locator("td.words").all_inner_texts()]


def shown(page: Any) -> str:
    return str(page.locator(".shown").inner_text())


def facet(page: Any, legend: str) -> Any:
    return page.locator("fieldset", has=page.locator("legend", has_text=re.compile(f"^{legend}$")))


def downloaded(page: Any, button: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / str(started.value.suggested_filename)
    started.value.save_as(path)
    return path


def test_table_lists_every_quote(pages: Pages) -> None:
    page = pages.open()
    assert quotes(page) == [made.quote.text for made in RECORDS]
    assert shown(page) == "5 quotes"
    row = page.get_by_role("row").nth(1)
    assert "2031-03-03" in row.inner_text()
    assert "Ada Brunn" in row.inner_text()
    # Of no said date, the day of publication, in brackets.
    assert "(2031-03-04)" in page.get_by_role("row").nth(2).inner_text()


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
        assert quotes(page) == [made.quote.text for made in found], query


def test_filters_narrow_each_other_and_count(pages: Pages) -> None:
    page = pages.open()
    facet(page, "Type").get_by_label("indirect").check()
    assert quotes(page) == ["ships would leave", "Norvik Bank is safe"]
    # What the filter's own choices would give does not change; what those of others would, does.
    assert facet(page, "Type").locator("label", has_text="direct").count() == 2
    assert "Ada Brunn" not in facet(page, "Speaker").inner_text()
    facet(page, "Speaker").get_by_label("(no name)").check()
    assert quotes(page) == ["ships would leave"]
    assert shown(page) == "1 of 5 quotes"
    page.get_by_role("button", name="Remove the filter Type: indirect").click()
    assert quotes(page) == ["ships would leave"]
    page.get_by_role("button", name="Clear all").first.click()
    assert shown(page) == "5 quotes"


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
        assert quotes(page) == [made.quote.text for made in found], (first, last)


def test_confidence_is_at_least(pages: Pages) -> None:
    page = pages.open()
    facet(page, "Confidence").get_by_label("Quote").fill("70")
    assert quotes(page) == [made.quote.text for made in (CLOSED, PROMISED, SAFE, NOTHING)]
    facet(page, "Confidence").get_by_label("Quote").fill("75")
    assert quotes(page) == [made.quote.text for made in (CLOSED, PROMISED, SAFE)]


def test_columns_sort_up_and_down_with_the_missing_last(pages: Pages) -> None:
    page = pages.open()
    head = page.get_by_role("columnheader", name="Speaker")
    head.get_by_role("button").click()
    up = ["It is closed 🚢 for good", "We never promised anything", "Norvik Bank is safe", "Nothing to see"]
    assert quotes(page) == [*up, "ships would leave"]
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    assert quotes(page)[0] == "Nothing to see"
    assert quotes(page)[-1] == "ships would leave"
    head.get_by_role("button").click()
    assert quotes(page) == [made.quote.text for made in RECORDS]


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
    assert quotes(page) == ["It is closed 🚢 for good", "Norvik Bank is safe"]
    expect(page.get_by_role("complementary", name="Quote")).to_contain_text("Zoë Lindqvist")
    page.go_back()


def test_quote_opens_in_its_paragraph_with_everything_marked(pages: Pages) -> None:
    page = pages.open()
    page.get_by_role("link", name="It is closed").click()
    pane = page.get_by_role("complementary", name="Quote")
    expect(pane.get_by_role("heading", level=2)).to_have_text("Ada Brunn")
    passage = pane.locator(".passage")
    expect(passage.locator("p")).to_have_count(1)
    marked = {look: _marked(passage, look) for look in ("content", "mention", "cue", "organization")}
    assert marked == {
        "content": "It is closed 🚢 for good",
        "mention": "Ada Brunn",
        "cue": "said",
        "organization": "Norvik Bank",
    }
    pane.get_by_role("button", name="Whole article").click()
    assert _plain(passage) == HARBOUR.text.replace("\n\n", "")


def _marked(passage: Any, look: str) -> str:
    return "".join(passage.locator(f".{look} [data-from]").all_text_contents())


def _plain(passage: Any) -> str:
    return "".join(passage.locator("[data-from]").all_text_contents())


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


def test_bars_and_cells_filter(pages: Pages) -> None:
    page = pages.open(fragment="")
    page.get_by_role("link", name="Zoë Lindqvist: 2").click()
    assert shown(page) == "2 of 5 quotes"
    page.get_by_role("link", name="Zoë Lindqvist: 2").click()
    assert shown(page) == "5 quotes"
    page.get_by_role("link", name="2031-03, direct: 2").click()
    assert shown(page) == "3 of 5 quotes"
    page.get_by_role("button", name="Clear all").first.click()
    page.get_by_role("link", name="Ada Brunn on Norvik Bank: 1").click()
    assert quotes(page) == ["It is closed 🚢 for good"]


def test_charts_are_tables_too(pages: Pages) -> None:
    page = pages.open(fragment="")
    panel = page.get_by_role("region", name="Who speaks most")
    panel.get_by_text("As a table").click()
    rows = [row.split("\t") for row in panel.locator("tbody tr").all_inner_texts()]
    assert rows == [["Zoë Lindqvist", "2"], ["Ada Brunn", "1"], ["Jan Holt", "1"]]


def review_three(page: Any) -> None:
    """Accept the first, reject the second, correct the third quote."""
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.keyboard.press("r")
    expect(page.locator(".where")).to_have_text("3 of 5")
    page.keyboard.press("c")
    form = page.get_by_role("form", name="Correct the record")
    form.get_by_label("Speaker", exact=True).fill("Jan B. Holt")
    form.get_by_label("Organizations, one a line").fill("Harbour Union\nNorvik Bank")
    form.get_by_label("Said", exact=True).fill("2031-03")
    form.get_by_label("Type").select_option("mixed")
    form.get_by_role("button", name="Begin later").click()
    page.keyboard.press("Control+Enter")
    expect(form).to_have_count(0)


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


def test_missed_quote_is_added_from_the_text(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    page.get_by_role("link", name="We never promised").click()
    page.keyboard.press("w")
    page.evaluate(
        """() => {
          const part = [...document.querySelectorAll(".passage [data-from]")]
            .find((one) => one.textContent.includes("Nobody said why"));
          const start = part.textContent.indexOf("Nobody");
          getSelection().setBaseAndExtent(part.firstChild, start, part.firstChild, start + 15);
        }"""
    )
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
    assert quotes(page) == ["Norvik Bank is safe", "Nothing to see"]
    page.get_by_role("button", name="Clear all").first.click()
    page.keyboard.press("j")
    page.keyboard.press("u")
    assert page.locator("tr.corrected").count() == 1
    page.keyboard.press("a")
    assert page.locator("tr.accepted").count() == 2
    page.keyboard.press("u")
    assert page.locator("tr.accepted").count() == 1


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


def test_review_works_where_the_browser_keeps_nothing(pages: Pages, tmp_path: Path) -> None:
    denied = 'get() { throw new DOMException("no", "SecurityError"); }'
    blocked = f'Object.defineProperty(window, "localStorage", {{ {denied} }})'
    page = pages.open(script=blocked)
    review_three(page)
    expect(page.get_by_role("status").last).to_contain_text("The browser keeps nothing here")
    page.get_by_role("button", name="Review").first.click()
    assert len(read_gold(downloaded(page, "Export gold", tmp_path))) == 1


def test_a_date_that_is_none_is_not_saved(pages: Pages) -> None:
    page = pages.open()
    page.keyboard.press("j")
    page.keyboard.press("c")
    form = page.get_by_role("form", name="Correct the record")
    form.get_by_label("Said", exact=True).fill("last Monday")
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_role("alert")).to_contain_text("Said is last Monday; write YYYY-MM-DD")


def test_words_that_stand_earlier_too_are_counted(pages: Pages) -> None:
    second = BANK.text.rindex("Yes")
    late = record(BANK, "Yes", speaker="Zoë Lindqvist", mention="she", cue="said")
    moved = late.model_dump()
    moved["quote"]["spans"] = [{"start": second, "end": second + 3, "text": "Yes"}]
    page = pages.open(records=[Record.model_validate(moved)])
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.get_by_role("button", name="Review").first.click()
    expect(page.get_by_role("dialog")).to_contain_text(
        "1 quote whose words also stand earlier in the article"
    )


def test_download_has_the_rows_of_records_csv(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    page.get_by_role("columnheader", name="Speaker").get_by_role("button").click()
    page.get_by_role("button", name="Download").click()
    text = downloaded(page, "CSV", tmp_path).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert list(rows[0]) == [*FLAT_COLUMNS, "review"]
    order = [CLOSED, PROMISED, SAFE, NOTHING, LEAVE]
    flat = [row for made in order for row in flat_rows(made)]
    assert rows == [
        {name: _cell(getattr(row, name)) for name in FLAT_COLUMNS} | {"review": "open"} for row in flat
    ]


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def test_download_holds_what_is_shown_with_corrections(pages: Pages, tmp_path: Path) -> None:
    page = pages.open()
    review_three(page)
    facet(page, "Type").get_by_label(re.compile("^direct")).check()
    page.get_by_role("button", name="Download").click()
    text = downloaded(page, "CSV", tmp_path).read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [(row["review"], row["speaker"], row["organization"]) for row in rows] == [
        ("accepted", "Ada Brunn", "Norvik Bank"),
        ("corrected", "Jan B. Holt", "Harbour Union"),
        ("corrected", "Jan B. Holt", "Norvik Bank"),
        ("open", "Zoë Lindqvist", ""),
    ]
    assert rows[1]["quote"] == "never promised anything"
    assert HARBOUR.text[int(rows[1]["start"]) : int(rows[1]["end"])] == "never promised anything"


def test_download_for_excel_holds_no_formula(pages: Pages, tmp_path: Path) -> None:
    text = '“=HYPERLINK("http://a")” and “+1” and “-1, yes” and “@SUM” and “fine”, Ada Brunn said.'
    article = Article(id="=1.txt", path="=1.txt", text=text, title="=cmd|' /C calc'!A0")
    words = ['=HYPERLINK("http://a")', "+1", "-1, yes", "@SUM", "fine"]
    page = pages.open([article], [record(article, part, speaker="Ada Brunn") for part in words])
    page.get_by_role("button", name="Download").click()
    data = downloaded(page, "CSV for Excel", tmp_path).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row["quote"] for row in rows] == [*(f"'{part}" for part in words[:4]), "fine"]
    assert all(row["title"].startswith("'=") and row["article_id"].startswith("'=") for row in rows)


HOSTILE = (
    "<script>window.hurt = 1; alert(1)</script>",
    "</script><script>alert(2)</script>",
    "<img src=x onerror=alert(3)>",
    "<svg onload=alert(4)><a xlink:href=javascript:alert(5)>",
    "javascript:alert(6)",
    "{{constructor.constructor('alert(7)')()}}",
    "<!-- <style>*{display:none}</style> -->",
    "&lt;b&gt; &amp;#60;",
    "\u202eright to left\u202c \u2066isolated\u2069 \u200b\u2028\u2029\ufeff",
    "עברית مرحبا e\u0301 👩\u200d👩\u200d👧 𝔘𝔫𝔦",
    "__proto__ constructor toString",
)


def test_hostile_article_is_text_and_runs_nothing(pages: Pages, tmp_path: Path) -> None:
    articles, records = [], []
    for number, words in enumerate(HOSTILE):
        text = f"“{words}” {words} said about {words}."
        name = f"{number}.txt"
        article = Article(id=name, path=name, text=text, title=words, published="2031-03-04", publisher=words)
        articles.append(article)
        records.append(record(article, words, speaker=words, about={words: words}, said="2031-03-04"))
    page = pages.open(articles, records, fragment="")
    page.get_by_role("region", name="Who speaks about whom").get_by_text("As a table").click()
    page.get_by_label("Coloured by").select_option("organization")
    page.keyboard.press("2")
    for words in HOSTILE:
        page.keyboard.press("j")
        pane = page.get_by_role("complementary", name="Quote")
        expect(pane.get_by_role("heading", level=2)).to_have_js_property("textContent", words)
        expect(pane.locator(".passage")).to_be_visible()
        # U+2029 ends a paragraph, which is shown as one.
        assert _marked(pane.locator(".passage"), "content") == words.replace("\u2028\u2029", "")
        page.keyboard.press("w")
        page.keyboard.press("w")
    page.keyboard.press("c")
    expect(page.get_by_role("form", name="Correct the record")).to_be_visible()
    page.keyboard.press("Control+Enter")
    assert page.evaluate("window.hurt") is None
    assert page.locator("td.words a").evaluate_all(
        "(links) => links.map((link) => link.textContent)"
    ) == list(HOSTILE)
    outside = "script:not([type]), img, iframe, object, embed, [onerror], [onload], a[href^=javascript]"
    assert page.locator(outside).count() == 1, "the page's own script and nothing else"
    page.get_by_role("button", name="Review").first.click()
    [gold] = read_gold(downloaded(page, "Export gold", tmp_path))
    assert gold.text == articles[-1].text


def test_policy_stops_scripts_that_get_in(pages: Pages) -> None:
    page = pages.open()
    stopped = page.evaluate(
        """() => {
          const tried = [];
          try { document.body.innerHTML = "<b>x</b>"; } catch (error) { tried.push(error.name); }
          try { document.createElement("script").text = "1"; } catch (error) { tried.push(error.name); }
          return tried;
        }"""
    )
    assert stopped == ["TypeError", "TypeError"]
    assert all("TrustedHTML" in message or "TrustedScript" in message for message in pages.wrong)
    pages.wrong.clear()


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
    assert page.get_by_role("row").count() == 6
    page.get_by_role("button", name="Filters").click()
    facet(page, "Type").get_by_label("indirect").check()
    page.get_by_role("button", name="Close the filters").click()
    page.get_by_role("link", name="ships would leave").click()
    expect(page.get_by_role("heading", level=2, name="(no name)")).to_be_focused()
    page.get_by_role("button", name="Close", exact=True).click()
    assert quotes(page) == ["ships would leave", "Norvik Bank is safe"]


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_keeps_the_rules_for_accessible_content(pages: Pages, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    page = pages.open(fragment="", color_scheme=scheme, bypass_csp=True)

    def broken() -> list[str]:
        found = axe.run(page, options={"runOnly": rules}).response["violations"]
        return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]

    assert broken() == []
    page.keyboard.press("2")
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.locator(".message").evaluate("(message) => message.remove()")
    assert broken() == []
    page.keyboard.press("c")
    expect(page.get_by_role("form")).to_be_visible()
    assert broken() == []
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert broken() == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert broken() == []
