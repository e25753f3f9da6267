"""HTML pages to articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.article import Article, Failure
from extract.readers import read_articles
from tests.readers.documents import PAGE

NO_ARTICLE = (
    '<html><body><nav><a href="/">Home</a></nav><ul><li>Sport</li><li>Weather</li></ul></body></html>'
)

Read = Callable[..., Article | Failure]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """`read(page)` gives what a file of these bytes is read as."""

    def read_page(page: bytes | str, *, name: str = "page.html") -> Article | Failure:
        path = tmp_path / name
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
        [found] = read_articles([path])
        return found

    return read_page


def test_the_article_of_a_page_has_its_text_title_day_site_and_author(read: Read) -> None:
    found = read(PAGE.format(charset="utf-8"))
    assert isinstance(found, Article)
    assert (found.id, found.title) == ("page.html", "Harbour strike ends")
    assert (found.published, found.published_from) == ("2031-04-06", "field")
    assert (found.publisher, found.author) == ("The Quay Post", "Ada Quill")
    paragraphs = found.text.split("\n\n")
    assert paragraphs[-2].startswith("“We got what we asked for – every crown of it,” said Märta Lindqvist")
    assert not any("Privacy" in one or "Weather" in one for one in paragraphs)


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("windows-1252", "cp1252"),
        ("macintosh", "mac_roman"),
        ("utf-8", "utf-8"),
        ("utf-8", "utf-16"),
        ("utf-16", "utf-8"),
        ("iso-8859-1", "utf-8"),
        ("no-such-thing", "utf-8"),
    ],
)
def test_the_encoding_is_that_which_the_page_declares_where_it_can_be(
    read: Read, declared: str, encoding: str
) -> None:
    found = read(PAGE.format(charset=declared).encode(encoding), name="page.htm")
    assert isinstance(found, Article)
    assert "“We got what we asked for – every crown of it,” said Märta Lindqvist" in found.text


def test_a_page_with_an_xml_declaration_is_read(read: Read) -> None:
    page = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + PAGE.replace('<meta charset="{charset}">', "")
    found = read(page.encode("cp1252"), name="page.xhtml")
    assert isinstance(found, Article)
    assert "Märta" in found.text


def test_the_article_of_a_page_that_is_laid_out_by_tables_has_its_paragraphs(read: Read) -> None:
    sentence = (
        "ships left the port of Norrhamn on Tuesday, and no one at the office knew the reason why they had."
    )
    paragraphs = [
        f"The {number} {sentence} So it was said." for number in ("first", "second", "third", "last")
    ]
    menu = '<td><a href="1">Home</a><br><a href="2">Sport</a></td>'
    found = read(
        f"<html><body><table><tr>{menu}<td>{'<br><br>'.join(paragraphs)}</td></tr></table></body></html>"
    )
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == paragraphs


def test_a_table_of_figures_stays_one(read: Read) -> None:
    rows = "".join(f"<tr><td>Port {number}</td><td>{number * 7}</td></tr>" for number in range(5))
    found = read(PAGE.format(charset="utf-8").replace("<p>Nordvik", f"<table>{rows}</table><p>Nordvik"))
    assert isinstance(found, Article)
    assert "| Port 3 | 21 |" in found.text


def test_pictures_within_a_page_are_no_part_of_its_size(read: Read) -> None:
    picture = '<p><img src="data:image/png;base64,' + "A" * 21_000_000 + '"></p><p>“We got'
    found = read(PAGE.format(charset="utf-8").replace("<p>“We got", picture))
    assert isinstance(found, Article)
    assert "every crown" in found.text


def test_what_lies_beside_a_page_counts_more_than_what_it_says(read: Read, tmp_path: Path) -> None:
    (tmp_path / "page.meta.json").write_text('{"published": "2031-04-05", "publisher": "Post"}')
    found = read(PAGE.format(charset="utf-8"))
    assert isinstance(found, Article)
    assert (found.published, found.published_from) == ("2031-04-05", "sidecar")
    assert (found.title, found.publisher) == ("Harbour strike ends", "Post")


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (NO_ARTICLE, "there is no article in this page"),
        ("", "there is no text in it"),
        ("<!-- -->", "there is no article in this page"),
        ("<p>" * 5000, "there is no article in this page"),
        (b"%PDF-1.7", "PDF"),
        (b"<html>\0\xff\xfe\0\0", "binary"),
        ("<p>It rained.</p>" * 2_000_000, "the page is longer than 20 MB; save its text as .txt"),
    ],
    ids=["menu", "empty", "comment", "deep", "pdf", "binary", "long"],
)
def test_what_is_no_article_is_a_failure_that_says_what_to_do(
    read: Read, page: bytes | str, message: str
) -> None:
    found = read(page)
    assert isinstance(found, Failure)
    assert (found.stage, found.kind) == ("read", "ArticleError")
    assert message in found.message


def test_a_page_that_breaks_off_is_read_up_to_there(read: Read) -> None:
    page = PAGE.format(charset="utf-8")
    found = read(page[: page.index("said Märta")])
    assert isinstance(found, Article)
    assert "every crown of it" in found.text


def test_blank_space_costs_time_that_grows_with_its_length(read: Read) -> None:
    found = read(PAGE.format(charset="utf-8").replace("<p>“We got", " " * 500_000 + "<p>“We got"))
    assert isinstance(found, Article)
