"""The documentation's site: `make docs` builds it without a warning, and it needs nothing but itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html

from extract.cli.main import main
from tests.report.conftest import browser
from tests.repository import ROOT

__all__ = ["browser"]

PACKAGES = ("furo", "myst_parser", "sphinx", "sphinx_click", "sphinx_copybutton")
# What a browser fetches by itself; `a` is left to the reader.
LOADED = (
    "//script/@src | //link[@rel='stylesheet' or contains(@rel, 'icon')]/@href | //img/@src | //iframe/@src"
)

MISSING = [package for package in PACKAGES if find_spec(package) is None]
pytestmark = [
    pytest.mark.skipif(
        bool(MISSING), reason=f"not installed: {', '.join(MISSING)}; pip install -e '.[docs]'"
    ),
    pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed"),
]


def make_docs(**variables: object) -> subprocess.CompletedProcess[str]:
    """`make docs` with variables of the Makefile, by the Python of the tests, whatever make runs them."""
    given = [f"{name}={value}" for name, value in variables.items()]
    of_make = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    return subprocess.run(
        ["make", "docs", f"SPHINX={sys.executable} -m sphinx", *given],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name not in of_make},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built site."""
    folder = tmp_path_factory.mktemp("site")
    built = make_docs(SITE=folder)
    assert built.returncode == 0, built.stderr
    return folder / "html"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[Path, html.HtmlElement]:
    """Every page of the site, parsed."""
    return {path: html.parse(path).getroot() for path in sorted(site.rglob("*.html"))}


def links(page: html.HtmlElement) -> Iterator[str]:
    """Links of a page to files, pages and places; not those to the web."""
    for link in page.xpath("//a/@href"):
        if not urlsplit(link).scheme:
            yield link


def test_every_page_of_docs_is_in_the_navigation(pages: dict[Path, html.HtmlElement], site: Path) -> None:
    listed = {
        (site / urldefrag(link).url).resolve()
        if urldefrag(link).url not in ("", "#")
        else site / "index.html"
        for link in pages[site / "index.html"].xpath("//div[@class='sidebar-tree']//a/@href")
    }
    for source in sorted((ROOT / "docs").rglob("*.md")):
        built = site / source.relative_to(ROOT / "docs").with_suffix(".html")
        assert built in listed | {site / "index.html"}, source


def test_every_link_leads_to_a_file_and_a_place_in_it(pages: dict[Path, html.HtmlElement]) -> None:
    places = {
        path.resolve(): {*page.xpath("//@id"), *page.xpath("//a/@name")} for path, page in pages.items()
    }
    for path, page in pages.items():
        for link in links(page):
            url, place = urldefrag(link)
            target = (path.parent / unquote(url)).resolve() if url else path.resolve()
            assert target.is_file(), f"{path.name}: {link}"
            assert not place or place in places[target], f"{path.name}: {link}"


def test_nothing_is_loaded_from_elsewhere(pages: dict[Path, html.HtmlElement], site: Path) -> None:
    for path, page in pages.items():
        for address in page.xpath(LOADED):
            assert not urlsplit(address).netloc, f"{path.name}: {address}"
            file = path.parent / urlsplit(address).path
            assert file.is_file() or address.startswith("data:"), f"{path.name}: {address}"
    for style in site.rglob("*.css"):
        text = style.read_text("utf-8")
        assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", text), style.name


def test_every_command_has_its_options_on_the_page(pages: dict[Path, html.HtmlElement], site: Path) -> None:
    page = pages[site / "commands.html"]
    for name, command in main.commands.items():
        [section] = page.xpath(f"//section[@id='extract-{name}']")
        text = section.text_content()
        assert all(param.opts[0] in text for param in command.params if param.param_type_name == "option")


def test_options_keep_their_two_dashes(pages: dict[Path, html.HtmlElement], site: Path) -> None:
    assert "| extract ... --list -" in " ".join(pages[site / "commands.html"].text_content().split())


def test_links_of_included_files_lead_to_pages(pages: dict[Path, html.HtmlElement], site: Path) -> None:
    assert "../design.html" in links(pages[site / "project/model-card.html"])
    assert "project/model-card.html" in links(pages[site / "train.html"])


def test_schemas_can_be_saved(site: Path) -> None:
    saved = {path.name for path in (site / "_downloads").rglob("*.json")}
    assert saved == {"record.schema.json", "table.schema.json"}


def test_search_works_from_disk(site: Path) -> None:
    index = (site / "searchindex.js").read_text("utf-8")
    assert index.startswith("Search.setIndex(")
    assert "datelin" in index


def test_a_broken_link_a_missing_anchor_and_an_unknown_name_are_errors(tmp_path: Path) -> None:
    page = [
        "# Page",
        "",
        "[gone](gone.md) [nowhere](#nowhere)",
        "",
        "```{eval-rst}",
        ":py:func:`extract.gone`",
        "```",
    ]
    (tmp_path / "index.md").write_text("\n".join(page), encoding="utf-8")
    built = make_docs(DOCS=tmp_path, SITE=tmp_path / "_build")
    assert built.returncode != 0
    for told in ("'gone.md'", "'nowhere'", "target not found: extract.gone"):
        assert told in built.stderr


@pytest.mark.browser
def test_a_browser_opens_pages_and_searches_without_a_network(browser: Any, site: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    for path in ("index.html", "commands.html", "project/model-card.html", "search.html?q=dateline"):
        page.goto(f"{site.as_uri()}/{path}")
    page.wait_for_selector("#search-results li a")
    page.close()
    assert all(address.startswith(("file:", "data:")) for address in asked)
    assert wrong == []


@pytest.mark.browser
@pytest.mark.parametrize("name", ["api", "howto/pandas", "record"])
def test_tables_and_code_leave_the_page_as_wide_as_a_telephone(browser: Any, site: Path, name: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto((site / f"{name}.html").as_uri(), wait_until="domcontentloaded")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()
