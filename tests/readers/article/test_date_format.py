"""Days as a table writes them."""

from __future__ import annotations

import pytest

from extract.errors import InputError
from extract.readers import Fields
from extract.readers.article.date_format import parse_date


@pytest.mark.parametrize(
    ("pattern", "written", "edtf"),
    [
        ("%d/%m/%Y", "06/04/2017", "2017-04-06"),
        ("%m/%d/%Y", "4/6/2017", "2017-04-06"),
        ("%d.%m.%y", "6.4.17", "2017-04-06"),
        ("%Y%m%d", "20170406", "2017-04-06"),
        ("%m/%Y", "04/2017", "2017-04"),
        ("%Y.", "2017.", "2017"),
        ("%d/%m/%Y", " 06/04/2017 23:15:00 ", "2017-04-06"),
        ("%d/%m/%Y %H.%M", "06/04/2017 23.15", "2017-04-06"),
        ("%d/%m/%Y", "31/02/2017", None),
        ("%d/%m/%Y", "2017-04-06", None),
    ],
)
def test_a_day_is_read_as_the_pattern_says(pattern: str, written: str, edtf: str | None) -> None:
    assert parse_date(pattern, written) == edtf


@pytest.mark.parametrize(
    ("pattern", "problem"), [("%d/%m", "no year"), ("%d.%Y", "no month"), ("%Q", "bad directive"), ("", "no")]
)
def test_a_pattern_that_cannot_hold_a_day_is_refused(pattern: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        Fields(date_format=pattern)
