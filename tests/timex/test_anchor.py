"""Which day the words of an article hang on."""

from __future__ import annotations

import pytest

from extract.layout.dateline import Dateline
from extract.spans import CharSpan
from extract.timex.anchor import Anchor, day_of_text, find_anchor


def as_date(text: str, date: str) -> Dateline:
    """A dateline whose date is the words `date`."""
    start = text.index(date)
    span = CharSpan(start, start + len(date))
    return Dateline(span=CharSpan(0, span.end), place=None, date=span, agency=None)


def anchor_of(body: str, *, published: str | None = None, date: str = "April 6") -> Anchor:
    text = f"VELDEN, {date}. /XYZ/. {body}"
    return find_anchor(text, as_date(text, date), published=published)


def day(text: str, dateline: Dateline | None) -> str | None:
    return day_of_text(text, find_anchor(text, dateline))


def test_dateline_comes_before_publication() -> None:
    anchor = anchor_of("The bridge was closed.", published="2017-04-07")
    assert (anchor.date, anchor.basis, anchor.flags) == ("2017-04-06", "dateline", ())
    assert anchor.span == CharSpan(8, 15)


def test_without_a_dateline_publication_is_the_anchor() -> None:
    assert find_anchor("The bridge was closed.", None, published="2017-04") == Anchor(
        date="2017-04", basis="published"
    )


def test_without_both_there_is_no_anchor() -> None:
    assert find_anchor("The bridge was closed.", None) == Anchor(date=None, basis=None)


def test_dateline_of_december_belongs_to_the_year_before_publication_in_january() -> None:
    anchor = anchor_of("The bridge was closed.", published="2017-01-02", date="Dec. 30")
    assert anchor.date == "2016-12-30"


def test_weekday_as_dateline_is_the_one_before_publication() -> None:
    anchor = anchor_of("The bridge was closed.", published="2017-04-07", date="Thursday")
    assert anchor.date == "2017-04-06"


def test_year_stays_unknown_where_the_text_names_only_history() -> None:
    anchor = anchor_of("The bridge, built in 1931 and repaired in 2009, was closed.")
    assert (anchor.date, anchor.flags) == ("XXXX-04-06", ())


def test_year_is_inferred_from_what_the_text_says_of_its_present() -> None:
    anchor = anchor_of("The bridge, built in 1931, was closed. So far in 2017, two bridges have closed.")
    assert (anchor.date, anchor.flags) == ("2017-04-06", ("year_inferred",))


def test_year_is_inferred_from_a_full_date_shortly_before() -> None:
    assert anchor_of("The strike that began on 3 March 2015 is over.").date == "2015-04-06"
    assert anchor_of("The strike that began on 30 November 2015 is over.").date == "2016-04-06"


def test_weekday_that_falls_otherwise_refutes_a_year() -> None:
    text = "So far in 2017, two bridges have closed. The third did on {}, April 5."
    assert anchor_of(text.format("Wednesday")).date == "2017-04-06"
    assert anchor_of(text.format("Monday")).date == "XXXX-04-06"


def test_two_years_tied_to_the_present_infer_none() -> None:
    assert anchor_of("So far in 2016, one closed. So far in 2017, two have.").date == "2017-04-06"
    assert anchor_of("The plan for the year 2018 stands. 2017 marks its start.").date == "XXXX-04-06"


def test_dateline_far_from_publication_is_flagged() -> None:
    anchor = anchor_of("The bridge was closed.", published="2017-09-01", date="April 6, 2016")
    assert (anchor.date, anchor.flags) == ("2016-04-06", ("date_conflict",))


def test_date_line_alone_or_opening_the_first_paragraph_counts_as_dateline() -> None:
    alone = "Bridge closed\n\nThursday, May 7, 2015\n\nThe bridge was closed."
    opening = "Bridge closed\n\nThursday, May 7, 2015 On Tuesday, the bridge was closed."
    for text in (alone, opening):
        anchor = find_anchor(text, None)
        assert (anchor.date, anchor.basis) == ("2015-05-07", "dateline")
        assert anchor.span is not None
        assert anchor.span.of(text) == "Thursday, May 7, 2015"


def test_published_line_counts_as_dateline() -> None:
    assert find_anchor("Bridge closed\nPublished: 7 May 2015\n\nIt was closed.", None).date == "2015-05-07"


@pytest.mark.parametrize(
    "line",
    [
        "Published: 7 May 2015",
        "Published on Thursday, May 7, 2015 at 3:04 PM",
        "Posted at 10:22, 7 May 2015",
        "By Ann Reed | Published May 7, 2015 10:22 a.m.",
        "Last updated: 9 May 2015\nFirst published: Thu 7 May 2015",
        "Date: 2015-05-07T10:22:00Z",
        "Originally published Thu., May 7, 2015",
        "Office of the Mayor      FOR IMMEDIATE RELEASE: May 7, 2015",
        "MAY 7, 2015",
    ],
)
def test_a_line_that_says_when_it_was_published_is_found(line: str) -> None:
    text = f"Bridge closed\n\n{line}\n\nVELDEN (XYZ) – It was closed."
    assert find_anchor(text, None).date == "2015-05-07"
    assert day(text, None) == "2015-05-07"


@pytest.mark.parametrize(("date", "day"), [("Wednesday", "2015-05-06"), ("May 6", "2015-05-06")])
def test_a_dateline_without_a_year_hangs_on_the_line_that_has_one(date: str, day: str) -> None:
    anchor = anchor_of("It was closed.\n\nPublished: 7 May 2015", date=date)
    assert (anchor.date, anchor.basis, anchor.flags) == (day, "dateline", ())


def test_a_dateline_far_from_the_line_that_says_when_is_flagged() -> None:
    anchor = anchor_of("It was closed.\n\nPublished: 7 May 2017", date="May 6, 2015")
    assert (anchor.date, anchor.flags) == ("2015-05-06", ("date_conflict",))


def test_date_of_the_update_counts_where_there_is_no_other() -> None:
    assert find_anchor("Bridge closed\nUpdated: 7 May 2015\n\nIt was.", None).date == "2015-05-07"


def test_publication_goes_before_the_update_also_where_that_is_the_dateline() -> None:
    text = "Updated: 9 May 2015\nPublished: 7 May 2015\n\nIt was closed yesterday."
    assert find_anchor(text, as_date(text, "9 May 2015")).date == "2015-05-07"


def test_the_day_on_which_a_page_was_looked_at_is_not_its_date() -> None:
    text = "Today: July 24, 2015\n\nBridge closed\nMay 7, 2015\nIt was closed yesterday."
    assert find_anchor(text, as_date(text, "July 24, 2015")).date == "2015-05-07"


def test_a_letter_below_the_article_has_a_date_of_its_own() -> None:
    prose = "The mayor asked for a new bridge in a letter that she read aloud to the council. " * 4
    text = f"Mayor asks for bridge\n\n{prose}\n\n{prose}\n\nMay 7, 2015\nMr. Holt,\nwe need a bridge."
    assert find_anchor(text, None, published="2015-09-01").date == "2015-09-01"


def test_the_day_of_publication_is_that_of_its_line_before_that_of_the_dateline() -> None:
    text = "VELDEN, May 6, 2015 (XYZ) – It was closed.\n\nPublished: 7 May 2015"
    assert day(text, as_date(text, "May 6, 2015")) == "2015-05-07"
    assert day("VELDEN, May 6 (XYZ) – It was.", as_date("VELDEN, May 6 (XYZ)", "May 6")) == "XXXX-05-06"
    assert day("It was closed on May 6, 2015.", None) is None


def test_date_in_the_body_is_no_date_line() -> None:
    assert find_anchor("The bridge was closed on May 7, 2015 by the council.", None).date is None
