"""Title, day of publication, publisher and author."""

from __future__ import annotations

import pytest

from extract.errors import ArticleError
from extract.readers.article.metadata import Metadata, parse_metadata
from extract.timex.publication import parse_published


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("2017-04-06", "2017-04-06"),
        ("2017-04", "2017-04"),
        ("2017", "2017"),
        (" 2017-04-06 ", "2017-04-06"),
        ("2017-04-06T23:30:00-05:00", "2017-04-06"),
        ("2017-04-06 08:00", "2017-04-06"),
        ("2016-02-29", "2016-02-29"),
        ("April 6, 2017", "2017-04-06"),
        ("6 Sept. 2017", "2017-09-06"),
        ("Thu, 06 Apr 2017 23:30:00 GMT", "2017-04-06"),
    ],
)
def test_published_keeps_its_precision(written: str, edtf: str) -> None:
    assert parse_published(written) == edtf


@pytest.mark.parametrize(
    "written",
    [
        "06/04/2017",
        "yesterday",
        "April 6",
        "31 April 2017",
        "2017-4-6",
        "2017-13",
        "2017-02-29",
        "0000",
        "20170406",
        "2017-04T10:00",
        "٢٠١٧",
    ],
)
def test_published_that_is_no_date_is_refused_with_advice(written: str) -> None:
    with pytest.raises(ArticleError, match=r"'published' is .*; write YYYY-MM-DD"):
        parse_published(written)


def test_an_article_in_place_of_a_date_is_refused_at_once_and_not_told_in_full() -> None:
    with pytest.raises(ArticleError) as refused:
        parse_published("On 6 April 2017 it rained. " * 10_000)
    assert len(str(refused.value)) < 300


def test_blank_and_missing_metadata_are_none() -> None:
    assert parse_metadata({"title": " ", "publisher": None, "published": ""}) == Metadata()


def test_a_title_that_is_no_string_is_refused() -> None:
    with pytest.raises(ArticleError, match="'title' is 5"):
        parse_metadata({"title": 5})


@pytest.mark.parametrize(
    ("stated", "author"),
    [
        (" Ada  Quill ", "Ada Quill"),
        (["Ada Quill", "Bo Berg", "Ada Quill"], "Ada Quill; Bo Berg"),
        ({"@type": "Person", "name": "Ada Quill"}, "Ada Quill"),
        ([{"name": "Ada Quill"}, {"name": "Bo Berg"}], "Ada Quill; Bo Berg"),
        (17, "17"),
        (17.0, "17"),
        ([None, "Ada Quill", {"name": None}], "Ada Quill"),
        ([], None),
        ("", None),
        (None, None),
    ],
)
def test_an_author_is_a_name_or_several_however_they_are_stated(stated: object, author: str | None) -> None:
    assert parse_metadata({"author": stated}).author == author


@pytest.mark.parametrize("stated", [True, {"id": 5}, [["Ada Quill"]], b"\x89", "\ud83d"])
def test_an_author_that_is_no_name_is_refused(stated: object) -> None:
    with pytest.raises(ArticleError, match="'author'"):
        parse_metadata({"author": stated})
