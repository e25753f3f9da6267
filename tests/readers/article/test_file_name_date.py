"""The date in a file's name."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import ArticleError, InputError
from extract.readers.article.file_name_date import NamePattern


@pytest.mark.parametrize(
    ("path", "edtf"),
    [
        ("2017-04-06.txt", "2017-04-06"),
        ("2017-04-06_bridge.txt", "2017-04-06"),
        ("velden-post_20170406.txt", "2017-04-06"),
        ("2017_04_06-17.txt", "2017-04-06"),
        ("2017.04.06.txt", "2017-04-06"),
        ("20170406T1030.txt", "2017-04-06"),
        ("post20170406103000.txt", "2017-04-06"),
        ("201704061030_bridge.txt", "2017-04-06"),
        ("2017/04/06/bridge.txt", "2017-04-06"),
        ("2016-01-01/2017-04-06.txt", "2017-04-06"),
        ("2017-04-06/20170406.txt", "2017-04-06"),
        ("bridge.txt", None),
        ("1234567.txt", None),
        ("120170406.txt", None),
        ("201704061.txt", None),
        ("20170230.txt", None),
        ("20171301.txt", None),
        ("06-04-2017.txt", None),
        ("2017-04.txt", None),
        ("2017-04-01_2017-04-06.txt", None),
        ("30170406.txt", None),
    ],
)
def test_auto_is_the_only_day_in_the_name_else_in_the_path(path: str, edtf: str | None) -> None:
    pattern = NamePattern("auto")
    assert pattern.date_in(path) == edtf
    assert pattern.fits(path) == (edtf is not None)


@pytest.mark.parametrize(
    ("pattern", "path", "edtf"),
    [
        ("%Y-%m-%d_*", "in/2017-04-06_bridge.txt", "2017-04-06"),
        ("%Y-%m-%d_*", "2017-4-6_bridge.txt", "2017-04-06"),
        ("%Y%m%d", "20170406.txt", "2017-04-06"),
        ("%Y%m%d.txt", "20170406.txt", "2017-04-06"),
        ("*_%d%b%y", "post_06Apr17.txt", "2017-04-06"),
        ("%d %B %Y*", "6 april 2017 bridge.txt", "2017-04-06"),
        ("*%y%m%d", "post981231.txt", "1998-12-31"),
        ("%m-%d-%Y", "04-06-2017.txt", "2017-04-06"),
        ("%Y-%m", "2017-04.jsonl.gz", "2017-04"),
        ("%Y_?", "2017_b.txt", "2017"),
        ("%Y/%m/*", "post/2017/04/bridge.txt", "2017-04"),
        ("100%%_%Y", "100%_2017.txt", "2017"),
        ("%Y-%m-%d", "2017-04-06_bridge.txt", None),
        ("%Y.%m", "2017-04.txt", None),
        ("%Y/%m/*", "04/bridge.txt", None),
    ],
)
def test_a_pattern_is_for_the_whole_name(pattern: str, path: str, edtf: str | None) -> None:
    assert NamePattern(pattern).date_in(path) == edtf


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("bridge_*", "names no year; write one such as '%Y-%m-%d_*', or 'auto'"),
        ("%Y_%d", "names no month"),
        ("%Y_%H", "has the code '%H'; the codes are %Y, %y, %m, %B, %b, %d"),
        ("%Y_%", "has the code '%'"),
        ("%Y_%y", "two codes for the year"),
    ],
)
def test_a_pattern_that_cannot_be_is_refused_at_once(pattern: str, message: str) -> None:
    with pytest.raises(InputError) as error:
        NamePattern(pattern)
    assert message in str(error.value)
    assert repr(pattern) in str(error.value)


@pytest.mark.parametrize("name", ["2017-02-30_a.txt", "2017-13-01_a.txt", "0000-01-01_a.txt"])
def test_a_name_that_fits_and_is_no_day_is_an_error_that_names_it(name: str) -> None:
    pattern = NamePattern("%Y-%m-%d_*")
    assert pattern.fits(name)
    with pytest.raises(ArticleError, match=f"the file name {name!r} gives no date"):
        pattern.date_in(name)


def test_a_month_that_is_none_is_an_error() -> None:
    with pytest.raises(ArticleError, match="no such month"):
        NamePattern("%d%b%Y").date_in("06Avr2017.txt")


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_written_by_a_pattern_is_read_by_it(day: date) -> None:
    for pattern in ("%Y-%m-%d", "%d%b%Y", "%B %d, %Y", "%Y%m%d"):
        assert NamePattern(f"x_{pattern}_*").date_in(f"x_{day.strftime(pattern)}_y.txt") == day.isoformat()


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_name_and_no_pattern_raises_anything_else(pattern: str, path: str) -> None:
    NamePattern("auto").date_in(path)
    with suppress(InputError, ArticleError):
        NamePattern(f"%Y{pattern}").date_in(path)


@pytest.mark.parametrize(
    "name", ["2017-04-06.html", "2017-04-06.docx", "2017-04-06.eml.gz", "2017-04-06.tar.gz"]
)
def test_a_pattern_needs_no_extension(name: str) -> None:
    assert NamePattern("%Y-%m-%d").date_in(name) == "2017-04-06"
