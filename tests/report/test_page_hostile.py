"""The page in a browser: articles that are made to do harm are text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.article import Article
from extract.report import build_report, find_run
from extract.score.gold import read_gold
from tests.report.made import record
from tests.report.pages import Pages, downloaded, expect, marked

pytestmark = pytest.mark.browser

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
    "red; } * { display: none; background: url(https://a.invalid/) } {",
    "=cmd|' /C calc'!A0",
    "unbroken" * 70,
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
        assert marked(pane.locator(".passage"), "content") == words.replace("\u2028\u2029", "")
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


def test_title_and_run_are_text(pages: Pages) -> None:
    path = pages.write()
    words = "</title></script><script>alert(1)</script><!-- \u2028 \udcff \u202e \0\x07"
    facts = {
        "model": words,
        "started": words,
        "inputs": [{"input": "/" + "a" * 5000}, {"input": "\0"}, {}, 7],
    }
    (path.parent / "run.json").write_text(json.dumps(facts))
    made = build_report(find_run(path.parent), title=words, articles=[str(path.parent.parent / "in")])
    assert build_report(find_run(path.parent), title=words).missing == 2
    path.write_text(made.html, encoding="utf-8")
    page = pages.visit(path)
    expect(page.get_by_role("heading", level=1)).to_have_js_property("textContent", words)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("</script><script>alert(1)</script>")
    assert page.title().startswith("</title></script>")


def test_a_megabyte_in_one_paragraph_can_be_read(pages: Pages, tmp_path: Path) -> None:
    words = "x" * 50_000
    text = f"{'before ' * 75_000}“{words},” Ada Brunn said. {'y' * 50_000} {'behind ' * 60_000}"
    article = Article(id="long.txt", path="long.txt", text=text, title="t" * 20_000)
    page = pages.open([article], [record(article, words, speaker="Ada Brunn")])
    page.keyboard.press("j")
    expect(page.locator(".passage mark")).to_be_in_viewport()
    page.keyboard.press("w")
    expect(page.locator(".passage mark")).to_be_in_viewport()
    page.keyboard.press("c")
    expect(page.get_by_role("form").locator("mark")).to_have_count(1)
    # Nothing but the pane scrolls.
    assert page.evaluate("[scrollY, document.documentElement.scrollHeight <= innerHeight]") == [0, True]


def test_policy_lets_nothing_in_or_out(pages: Pages) -> None:
    page = pages.open()
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    tried = page.evaluate(
        """async () => {
          const blocked = [];
          addEventListener("securitypolicyviolation", (event) => blocked.push(event.effectiveDirective));
          await fetch("https://a.invalid/").catch(() => {});
          const image = document.body.appendChild(document.createElement("img"));
          image.src = "https://a.invalid/x.png";
          const button = document.body.appendChild(document.createElement("button"));
          button.setAttribute("style", "color: red");
          await new Promise((done) => setTimeout(done, 100));
          return blocked.sort();
        }"""
    )
    assert tried == ["connect-src", "img-src", "style-src-attr"]
    pages.wrong.clear()


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
