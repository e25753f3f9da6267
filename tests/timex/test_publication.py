"""When an article was published, and what says so."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from extract.article import Article
from extract.readers import read_articles
from extract.readers.article.file_name_date import NamePattern
from extract.timex.publication import are_far_apart, with_date_of_text

AUTO = NamePattern("auto")


def origin(
    folder: Path,
    *,
    name: str = "a.txt",
    sidecar: str | None = None,
    option: str | None = None,
    pattern: NamePattern | None = AUTO,
) -> tuple[str | None, str | None, bool]:
    """Date, origin and conflict of an article of that name."""
    path = folder / name
    path.write_text("It rained.", encoding="utf-8")
    if sidecar is not None:
        path.with_name(f"{path.stem}.meta.json").write_text(json.dumps({"published": sidecar}))
    [article] = read_articles([path], published=option, date_from_name=pattern)
    assert isinstance(article, Article)
    return article.published, article.published_from, article.published_conflict


def test_metadata_go_before_the_name_and_the_name_before_the_option(tmp_path: Path) -> None:
    day, name = "2017-04-05", "2017-04-06_a.txt"
    assert origin(tmp_path, option="2017") == ("2017", "option", False)
    assert origin(tmp_path, name=name, option="2017") == ("2017-04-06", "file_name", False)
    assert origin(tmp_path, name=name, sidecar=day, option="2017") == (day, "sidecar", False)


def test_names_count_only_where_asked(tmp_path: Path) -> None:
    assert origin(tmp_path, name="2017-04-06.txt", pattern=None) == (None, None, False)


def test_a_name_far_from_the_metadata_is_a_conflict(tmp_path: Path) -> None:
    assert origin(tmp_path, name="2017-04-06.txt", sidecar="2016-04-06")[1:] == ("sidecar", True)
    assert origin(tmp_path, name="2017-04-07.txt", sidecar="2017")[1:] == ("sidecar", False)


def test_lines_have_dates_of_their_own_or_that_of_their_file(tmp_path: Path) -> None:
    path = tmp_path / "2017-04-06.jsonl"
    path.write_text('{"text": "x", "published": "2017-04-05"}\n{"text": "y"}\n', encoding="utf-8")
    found = [item for item in read_articles([path], date_from_name=AUTO) if isinstance(item, Article)]
    assert [(item.published, item.published_from) for item in found] == [
        ("2017-04-05", "field"),
        ("2017-04-06", "file_name"),
    ]


def test_folders_with_the_date_count_inside_the_folder_given(tmp_path: Path) -> None:
    path = tmp_path / "2016-01-01/2017/04/06/a.txt"
    path.parent.mkdir(parents=True)
    path.write_text("It rained.", encoding="utf-8")
    for given, day in ((tmp_path / "2016-01-01", "2017-04-06"), (path, None)):
        [article] = read_articles([given], date_from_name=AUTO)
        assert isinstance(article, Article)
        assert article.published == day


def test_the_text_counts_where_nothing_else_does(make_article: Callable[..., Article]) -> None:
    dated = with_date_of_text(make_article("x"), "2017-04-06")
    assert (dated.published, dated.published_from) == ("2017-04-06", "text")
    stated = make_article("x", published="2016")
    assert with_date_of_text(stated, "2017-04-06") == stated


@pytest.mark.parametrize("day", [None, "XXXX-04-06"])
def test_a_text_without_a_whole_date_says_nothing(
    make_article: Callable[..., Article], day: str | None
) -> None:
    assert with_date_of_text(make_article("x"), day).published is None


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("2017-04-06", "2017-04-16", False),
        ("2017-04-06", "2017-04-17", True),
        ("2017-04-17", "2017-04-06", True),
        ("2017-04", "2017-05-10", False),
        ("2016", "2017-04-06", True),
        ("XXXX-04-06", "2017-09-01", False),
        ("2017-04-06", None, False),
    ],
)
def test_far_apart_is_more_than_ten_days(one: str, other: str | None, far: bool) -> None:
    assert are_far_apart(one, other) is far
