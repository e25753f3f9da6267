"""Opens report pages in a browser, and finds its way in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from extract.article import Article
from extract.record.record import Record
from extract.report import build_report, find_run
from tests.report.made import record, write_articles, write_run

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
        self._written = 0

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
        return self.visit(self.write(articles, records), fragment=fragment, script=script, **options)

    def visit(self, path: Path, *, fragment: str = "view=quotes", script: str = "", **options: Any) -> Any:
        """The page in a file, in a window of its own."""
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

    def write(self, articles: list[Article] | None = None, records: list[Record] | None = None) -> Path:
        """The file of such a page."""
        folder = self._folder / f"run-{self._written}"
        self._written += 1
        write_articles(folder / "in", [HARBOUR, BANK] if articles is None else articles)
        run = write_run(folder / "out", records or RECORDS, inputs=["in"])
        path = run / "report.html"
        path.write_text(build_report(find_run(run), title="Spring").html, encoding="utf-8")
        return path

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


def expect(locator: Any) -> Any:
    """What must become true of `locator` within seconds."""
    from playwright.sync_api import expect as expected

    return expected(locator)


def expect_quotes(page: Any, *words: str) -> None:
    """Wait until the table shows these quotes, in this order. The page draws its lists a frame later."""
    expect(page.locator("td.words")).to_have_text(list(words))


def expect_shown(page: Any, words: str) -> None:
    """Wait until the page says how many quotes it shows."""
    expect(page.locator(".shown")).to_have_text(words)


def facet(page: Any, legend: str) -> Any:
    return page.locator("fieldset", has=page.locator("legend", has_text=re.compile(f"^{legend}$")))


def downloaded(page: Any, button: str, folder: Path) -> Path:
    with page.expect_download() as started:
        page.get_by_role("button", name=button, exact=True).click()
    path = folder / str(started.value.suggested_filename)
    started.value.save_as(path)
    return path


def marked(passage: Any, look: str) -> str:
    return "".join(passage.locator(f".{look} [data-from]").all_text_contents())


def plain(passage: Any) -> str:
    return "".join(passage.locator("[data-from]").all_text_contents())


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
