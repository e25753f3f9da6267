"""When the words were said."""

from __future__ import annotations

import re

import pytest

from extract.quotes.quote import Said
from extract.quotes.said.date import said_of
from extract.spans import CharSpan
from extract.timex import find_timexes
from extract.timex.anchor import Anchor

DATELINE = Anchor(date="2017-04-06", basis="dateline", span=None)


def said(marked: str, anchor: Anchor = DATELINE) -> Said | None:
    """`marked` holds the content in [...], the cue in <...> and the source in {...}."""
    spans: dict[str, list[CharSpan]] = {"[": [], "<": [], "{": []}
    text, opened = "", {"]": (0, ""), ">": (0, ""), "}": (0, "")}
    pairs = {"[": "]", "<": ">", "{": "}"}
    for char in marked:
        if char in pairs:
            opened[pairs[char]] = (len(text), char)
        elif char in opened:
            start, kind = opened[char]
            spans[kind].append(CharSpan(start, len(text)))
        else:
            text += char
    return said_of(
        text=text,
        sentences=[
            CharSpan(*match.span()) for match in re.finditer(r"\S(?:[^.?!\n]|\.(?=\w))*[.?!]?[”\"]?", text)
        ],
        content=spans["["],
        cue=next(iter(spans["<"]), None),
        source=next(iter(spans["{"]), None),
        timexes=find_timexes(text, anchor.date),
        anchor=anchor,
    )


def by(marked: str, anchor: Anchor = DATELINE) -> tuple[str, str] | None:
    found = said(marked, anchor)
    return (found.date, found.basis) if found else None


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        ("{Rivera} <said> on Tuesday that [the bridge is safe].", "2017-04-04"),
        ("{Rivera} <told> reporters Wednesday [the bridge is safe].", "2017-04-05"),
        ('"[The bridge is safe]," {Rivera} <told> the Velden Post on Tuesday.', "2017-04-04"),
        ("On Tuesday, {the ministry} <announced> [the closure of the bridge].", "2017-04-04"),
        ("{The ministry} on Monday <denied> [any delay].", "2017-04-03"),
        ("In speeches Friday, {Rivera} <said> [the bridge is safe].", "2017-03-31"),
        ("In an interview published Sunday, {Rivera} <said> [the bridge is safe].", "2017-04-02"),
        ("{A report released Monday} <said> [the bridge is safe].", "2017-04-03"),
        ("{Rivera} <said> in October [the bridge was safe].", "2016-10"),
        ("{Rivera} <wrote> in 2014 that [the bridge was safe].", "2014"),
        ("{Rivera} <said> Tuesday evening [the bridge was safe].", "2017-04-04"),
        ("Earlier Tuesday, {Rivera} <said> [the bridge was safe].", "2017-04-04"),
        ("Asked on Monday whether it would close, {Rivera} <said> [it is safe].", "2017-04-03"),
        ("As a candidate in 2012, {Rivera} <promised> [a new bridge].", "2012"),
        ("When the bridge opened in 1998, {Rivera} <said> [it would last].", "1998"),
        ("In her memoir, published in 2011, {Rivera} <wrote> that [it was safe].", "2011"),
        ("After Monday's council meeting, {Rivera} <said> [it is safe].", "2017-04-03"),
        ("{Rivera} <told> reporters after the match on Sunday [it was close].", "2017-04-02"),
        ("{Rivera} <said> in a letter to shareholders on Monday that [it is safe].", "2017-04-03"),
        ("{Rivera} <told> a crowd in Velden, Ohio, on Monday that [it is safe].", "2017-04-03"),
        ("[It is safe], <said> {Ann Rivera}, the mayor, on Monday.", "2017-04-03"),
        ("{A 2015 audit} <found> [the bridge was safe].", "2015"),
        ("{The report}, which was published on Monday, <said> [the bridge is safe].", "2017-04-03"),
    ],
)
def test_expression_in_the_attribution_dates_the_words(marked: str, date: str) -> None:
    assert by(marked) == (date, "cue")


def test_the_expression_is_the_span() -> None:
    found = said("{Rivera} <said> on Tuesday that [it is safe].")
    assert found is not None
    assert found.span == CharSpan(15, 22)


@pytest.mark.parametrize(
    "marked",
    [
        "{Rivera} <said> [the bridge was closed on Tuesday].",
        '"[We closed it on Tuesday]," {Rivera} <said>.',
        "{Rivera, who was elected in 2014}, <said> [the bridge is safe].",
        "{A man arrested on Monday} <said> [the bridge is safe].",
        "The bridge fell last fall. {Rivera} <said> [it was old].",
        "{The ministry} <has said> [the bridge is safe].",
        "Following the crash on Monday, {Rivera} <said> [the bridge is safe].",
        "After Monday's crash, {Rivera} <said> [the bridge is safe].",
        "Of the 2014 crash, {Rivera} <said> [the bridge was old].",
        "On the 2014 crash, {Rivera} <said> [the bridge was old].",
        "For 2016, {Rivera} <said> [the port expects a loss].",
        "{Rivera} <said> the plan to widen the bridge on Monday [was old].",
        "{Rivera}, recently elected, <said> [the bridge is safe].",
        "{Rivera} <said> [for two years the bridge was safe].",
        "In two weeks, {Rivera} <said>, [the bridge will open].",
        "{The mayor recently elected} <said> [the bridge is safe].",
        "{Rivera}, who had warned of it in 2014, <said> [the bridge is safe].",
    ],
)
def test_dates_of_other_events_do_not_date_the_words(marked: str) -> None:
    assert by(marked) == ("2017-04-06", "dateline")


@pytest.mark.parametrize(
    "marked",
    [
        "{The fund} <had warned> that [growth would slow].",
        "{Rivera} had earlier <said> [the bridge was safe].",
        "{Rivera}, earlier <said> that [the bridge was safe].",
        "Earlier, {the minister} <has informed> that [the bridge was safe].",
        "In an earlier interview, {Rivera} <said> [the bridge was safe].",
        "{Rivera} <said> recently that [the bridge was safe].",
        "Recently, {Rivera} <said> [the bridge was safe].",
        "{Rivera} <has long argued> that [the bridge is safe].",
        "{Rivera} has repeatedly <said> [the bridge is safe].",
        "{The port} <initially said> [the bridge was safe].",
        "[The bridge was safe], {Rivera} <said> at the time.",
        "As previously reported, {the port} <said> [the bridge was safe].",
        "For years, {Rivera} <has said> [the bridge is safe].",
        "In recent months, {Rivera} <has said> [the bridge is safe].",
        "{Rivera} <has said> over the past few weeks that [the bridge is safe].",
    ],
)
def test_words_of_an_unstated_other_time_have_no_date(marked: str) -> None:
    assert said(marked) is None


def test_pluperfect_with_a_date_has_that_date() -> None:
    assert by("On Monday, {Rivera} <had warned> that [growth would slow].") == ("2017-04-03", "cue")


@pytest.mark.parametrize(
    "marked",
    [
        "Rivera said Tuesday the bridge was safe. {He} <said> [it was new].",
        "Rivera spoke to reporters on Tuesday. [The bridge is safe], {Rivera} <said>.",
        "The council held a news conference on Tuesday. It was full. At the conference, {Ito} <said> [no].",
        "[The bridge is safe], {Rivera} <said>. He made the remarks at a rally on Tuesday.",
        "[The bridge is safe], {the report} <said>. It was published on Tuesday.",
        "The port issued a statement on Tuesday. {The statement} <said> [the bridge is safe].",
        "Rivera met reporters on Tuesday. [The bridge is safe], {she} <said>.",
        "Rivera testified before the council on Tuesday. Under questioning, {she} <said> [it is safe].",
    ],
)
def test_neighbouring_sentence_about_the_same_occasion_dates_the_words(marked: str) -> None:
    assert by(marked) == ("2017-04-04", "cue")


@pytest.mark.parametrize(
    "marked",
    [
        "The bridge fell on Tuesday. {Rivera} <said> [it was old].",
        "Rivera was arrested on Tuesday. {He} <said> [it was wrong].",
        "{Rivera} <said> [the bridge is safe]. She was elected on Tuesday.",
        "Rivera had said on Tuesday it was safe. {He} <said> [it was not].",
        "Rivera said on Monday it was safe.\n\nThe bridge fell on Tuesday. {Rivera} <said> [it was old].",
        "Rivera said in 2014 the bridge was safe. {He} now <says> [it is not].",
        "Rivera said in 2014 the bridge was safe. {He} <told> the Velden Post [it is not].",
        "Rivera said in 2014 the bridge was safe.\n\n{Rivera} <said> [it is not].",
    ],
)
def test_another_occasion_does_not_date_the_words(marked: str) -> None:
    assert by(marked) == ("2017-04-06", "dateline")


def test_what_was_said_long_ago_goes_on_in_its_paragraph() -> None:
    marked = "Rivera said in 2014 the bridge was safe. {He} <added> that [it was new]."
    assert by(marked) == ("2014", "cue")


@pytest.mark.parametrize(
    ("marked", "date", "words"),
    [
        (
            "Between Monday and Wednesday, {Rivera} <told> three papers [it is safe].",
            "2017-04-03/2017-04-05",
            20,
        ),
        ("{A survey conducted March 20-25} <found> [it is safe].", "2017-03-20/2017-03-25", 11),
        ("{A survey conducted from March 2 to March 9} <found> [it is safe].", "2017-03-02/2017-03-09", 18),
        ("Since 2014, {critics} <have said> [it is unsafe].", "2014/2017-04-06", 4),
    ],
)
def test_a_range_is_an_interval(marked: str, date: str, words: int) -> None:
    found = said(marked)
    assert found is not None
    assert (found.date, found.basis) == (date, "cue")
    assert found.span is not None
    assert len(found.span) == words


def test_a_day_that_is_set_for_something_is_not_when_it_was_said() -> None:
    marked = "The judge set May 7 for the hearing and {Rivera} <said> [the bridge was safe]."
    assert by(marked) == ("2017-04-06", "dateline")


@pytest.mark.parametrize(
    ("marked", "date"),
    [
        ("On Saturday, {Rivera} <vowed> [to close the bridge].", "2017-04-01"),
        ("In June, {Rivera} <vowed> [to close the bridge].", "2016-06"),
        ("On June 3, {Rivera} <vowed> [to close the bridge].", "2016-06-03"),
    ],
)
def test_what_was_said_on_a_bare_day_was_said_on_the_one_before(marked: str, date: str) -> None:
    assert by(marked) == (date, "cue")


def test_in_an_article_of_an_unknown_year_days_stay_in_it() -> None:
    anchor = Anchor(date="XXXX-04-06", basis="dateline")
    assert by("{Rivera} <said> on April 3 that [it is safe].", anchor) == ("XXXX-04-03", "cue")


def test_another_speaker_of_another_day_does_not_date_the_words() -> None:
    marked = "Rivera said Tuesday the bridge was safe. {Ito} <said> [it was not]."
    assert by(marked) == ("2017-04-06", "dateline")


def test_without_an_expression_the_anchor_dates_the_words() -> None:
    published = Anchor(date="2017-04-06", basis="published")
    assert by("{Rivera} <said> [the bridge is safe].", published) == ("2017-04-06", "published")
    assert by("{Rivera} <said> [the bridge is safe].", Anchor(date="XXXX-04-06", basis="dateline")) == (
        "XXXX-04-06",
        "dateline",
    )
    assert said("{Rivera} <said> [the bridge is safe].", Anchor(date=None, basis=None)) is None


def test_words_without_cue_and_source_have_the_date_of_the_article() -> None:
    assert by("“[The bridge is safe].”") == ("2017-04-06", "dateline")


def test_a_week_is_the_month_that_holds_it_or_its_days() -> None:
    in_october = Anchor(date="2016-10-05", basis="published")
    assert by("{Rivera} <said> this week that [it is safe].", in_october) == ("2016-10", "cue")
    assert by("{Rivera} <said> last week that [it is safe].") == ("2017-03-27/2017-04-02", "cue")


def test_nothing_is_said_after_the_day_of_the_article() -> None:
    assert by("{Rivera} <said> in June 2018 [the bridge will open].") == ("2017-04-06", "dateline")
