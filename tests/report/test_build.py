"""The page as a file: what stands in it, and that it is the same for the same run."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from extract.article import Article
from extract.errors import InputError
from extract.record.flat import FLAT_COLUMNS
from extract.report import build_report, find_run
from extract.report.embed import source_hash
from tests.report.made import record, write_articles, write_run
from tests.repository import ROOT

TEXT = "ROM, 4 March.\n\n“We 🚢 will <b>appeal</b>,” Ada Brunn of Norvik Bank said.\n\nOn & on.</script>"
ARTICLE = Article(
    id="a.txt", path="a.txt", text=TEXT, title="<i>Appeal</i>", published="2031-03-04", publisher="The & Post"
)
RECORD = record(
    ARTICLE,
    "We 🚢 will <b>appeal</b>",
    speaker="Ada Brunn",
    about={"Norvik Bank": "Norvik Bank"},
    said="2031-03",
)


class Elements(HTMLParser):
    """The elements of a page: tags with their attributes, and what stands in scripts and styles by id."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.contents: dict[str, str] = {}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open = (dict(attrs).get("id") or tag) if tag in ("script", "style", "title") else ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self.contents[self._open] = self.contents.get(self._open, "") + data

    def handle_endtag(self, tag: str) -> None:
        self._open = ""


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """The run of one article."""
    write_articles(tmp_path / "in", [ARTICLE])
    return write_run(tmp_path / "out", [RECORD], inputs=["in"])


def block(page: Elements, number: int = 0) -> Any:
    return json.loads(gzip.decompress(base64.b64decode(page.contents[f"block-{number}"])))


def test_page_holds_the_index_and_the_passages(run: Path) -> None:
    report = build_report(find_run(run))
    assert (report.quotes, report.articles, report.missing, report.differing) == (1, 1, 0, 0)
    page = Elements(report.html)
    index = json.loads(page.contents["index"])
    quotes, words = index["quotes"], index["words"]
    assert quotes["quote"] == ["We 🚢 will <b>appeal</b>"]
    assert words[quotes["speaker"][0]] == "Ada Brunn"
    assert [index["organizations"][code] for code in quotes["organizations"][0]] == [
        ["Norvik Bank", None, "organization"]
    ]
    assert index["said"] == [["2031-03", "2031-03-01", "2031-03-31", "cue"]]
    assert index["articles"]["published_days"] == [["2031-03-04", "2031-03-04"]]
    [passage] = block(page)
    assert passage["text"] == TEXT
    assert [TEXT[start:end] for start, end in passage["paragraphs"]] == TEXT.split("\n\n")
    details = passage["quotes"][RECORD.record_id]
    assert [TEXT[start:end] for start, end in details["content"]] == ["We 🚢 will <b>appeal</b>"]
    assert TEXT[slice(*details["mention"])] == "Ada Brunn"


def test_nothing_of_an_article_is_markup(run: Path) -> None:
    page = Elements(build_report(find_run(run), title="<script>alert(1)</script>").html)
    assert {tag for tag, _ in page.tags} == {
        "html", "head", "meta", "title", "style", "body", "div", "noscript", "script"
    }  # fmt: skip
    assert page.contents["title"].startswith("<script>alert(1)</script>")
    assert [attributes for tag, attributes in page.tags if tag == "script" and "type" not in attributes] == [
        {}
    ]


def test_page_loads_nothing(run: Path) -> None:
    html = build_report(find_run(run)).html
    for tag, attributes in Elements(html).tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base")
        assert not {"src", "href"} & attributes.keys()
    style = re.search("<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_policy_names_the_script_and_the_styles(run: Path) -> None:
    page = Elements(build_report(find_run(run)).html)
    [allowed] = [
        attributes["content"]
        for tag, attributes in page.tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert allowed is not None
    assert f"script-src {source_hash(page.contents['script'])};" in allowed
    assert source_hash(page.contents["style"]) in allowed


def test_quote_stands_alone_without_its_article(run: Path, tmp_path: Path) -> None:
    (tmp_path / "in/a.txt").unlink()
    report = build_report(find_run(run))
    assert (report.missing, report.differing) == (1, 0)
    page = Elements(report.html)
    assert json.loads(page.contents["index"])["articles"]["text"] == ["missing"]
    [passage] = block(page)
    assert passage["text"] is None
    [content] = passage["quotes"][RECORD.record_id]["content"]
    assert content == [
        *_place(RECORD.quote.spans[0].start, RECORD.quote.spans[0].end),
        "We 🚢 will <b>appeal</b>",
    ]


def _place(start: int, end: int) -> tuple[int, int]:
    return start, end


def test_quotes_only_leaves_the_texts_out(run: Path) -> None:
    report = build_report(find_run(run), texts=False)
    assert (report.missing, report.differing) == (0, 0)
    page = Elements(report.html)
    assert json.loads(page.contents["index"])["articles"]["text"] == ["left_out"]
    assert "On & on" not in json.dumps(block(page))


def test_long_articles_are_split_into_blocks(tmp_path: Path) -> None:
    articles = [
        Article(id=f"{number}.txt", path=f"{number}.txt", text="“Yes,” Ada Brunn said. " + "Long. " * 9000)
        for number in range(9)
    ]
    write_articles(tmp_path / "in", articles)
    records = [record(article, "Yes", speaker="Ada Brunn") for article in articles]
    run = write_run(tmp_path / "out", records, inputs=["in"])
    page = Elements(build_report(find_run(run)).html)
    index = json.loads(page.contents["index"])["articles"]
    assert index["block"] == [0, 0, 0, 0, 1, 1, 1, 1, 2]
    assert index["slot"] == [0, 1, 2, 3, 0, 1, 2, 3, 0]
    assert block(page, 1)[2]["text"] == articles[6].text


def test_same_run_gives_the_same_page(run: Path) -> None:
    assert build_report(find_run(run)).html == build_report(find_run(run)).html


def test_key_of_what_the_browser_keeps_hangs_on_the_records_alone(run: Path, tmp_path: Path) -> None:
    def key(folder: Path) -> str:
        page = Elements(build_report(find_run(folder), title=folder.name).html)
        return str(json.loads(page.contents["index"])["run"]["key"])

    other = record(ARTICLE, "Ada Brunn", speaker="Ada Brunn")
    assert key(write_run(tmp_path / "same", [RECORD])) == key(run)
    assert key(write_run(tmp_path / "more", [RECORD, other])) != key(run)


def test_records_of_later_versions_are_read(run: Path) -> None:
    fields = json.loads((run / "records.jsonl").read_text("utf-8"))
    fields |= {"schema_version": "9.0", "mood": "calm"}
    (run / "records.jsonl").write_text(json.dumps(fields) + "\n", encoding="utf-8")
    assert build_report(find_run(run)).quotes == 1


def test_empty_records_are_an_error(tmp_path: Path) -> None:
    run = write_run(tmp_path, [])
    with pytest.raises(InputError, match=r"records\.jsonl: there is no record in it"):
        build_report(find_run(run))


def test_merged_records_must_be_there(run: Path) -> None:
    with pytest.raises(
        InputError, match=r"records\.merged\.jsonl does not exist; write it with `extract merge`"
    ):
        find_run(run, merged=True)
    with pytest.raises(InputError, match="is a file of records"):
        find_run(run / "records.jsonl", merged=True)


def test_merged_records_are_shown_where_asked_for(run: Path) -> None:
    fields = json.loads((run / "records.jsonl").read_text("utf-8"))
    fields["speaker"]["name"] = "Ada B. Brunn"
    with gzip.open(run / "records.merged.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps(fields))
    page = Elements(build_report(find_run(run, merged=True)).html)
    assert "Ada B. Brunn" in json.loads(page.contents["index"])["words"]


@pytest.fixture
def frontend() -> Path:
    """The folder of the page's sources."""
    folder = ROOT / "frontend"
    if not folder.is_dir():
        pytest.skip("the page's sources are not in this copy")
    return folder


def test_columns_of_a_download_are_those_of_records_csv(frontend: Path) -> None:
    source = (frontend / "src/csv.ts").read_text("utf-8")
    [listed] = re.findall(r"^const COLUMNS = \[(.*?)\]", source, re.MULTILINE | re.DOTALL)
    assert re.findall(r'"(\w+)"', listed) == [*FLAT_COLUMNS, "review"]


def test_assets_are_built_from_the_sources(frontend: Path) -> None:
    digest = hashlib.sha256()
    parts = [frontend / name for name in ("build.mjs", "package-lock.json", "package.json")]
    for path in [*parts, *sorted((frontend / "src").iterdir())]:
        digest.update(f"{path.relative_to(frontend).as_posix()}\n".encode() + path.read_bytes())
    built = json.loads((files("extract.report") / "assets/build.json").read_text("utf-8"))
    assert built["sources"] == digest.hexdigest(), "run `npm ci && npm run build` in frontend/"


def test_licences_of_all_libraries_are_in_the_page(run: Path) -> None:
    licences = json.loads(Elements(build_report(find_run(run)).html).contents["licences"])
    for name in ("@observablehq/plot", "@tanstack/virtual-core", "preact", "d3-scale", "d3-shape"):
        assert re.search(rf"^{name} \d", licences, re.MULTILINE)
    assert not re.search(r"GPL|Non-?Commercial", licences)
