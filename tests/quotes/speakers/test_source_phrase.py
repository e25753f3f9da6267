"""The phrase that a quote is attributed to, completed."""

from __future__ import annotations

import pytest

from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.source_phrase import completed_source
from tests.marked_texts import make_index, span_of


def completed(index: ArticleIndex, source: str | None, cue: str | None = None) -> str | None:
    text = index.text
    found = completed_source(
        index, span_of(text, source) if source else None, span_of(text, cue) if cue else None
    )
    return None if found is None else found.of(text)


def test_a_source_that_ends_in_a_comma_goes_on_to_the_name() -> None:
    index = make_index(text := "Its chairman, Ada Brunn, said no.", people=["Ada Brunn"])
    assert completed(index, text[:13]) == "Its chairman, Ada Brunn"


def test_who_is_the_name_before_it() -> None:
    index = make_index("Ada Brunn, who said no, left.", people=["Ada Brunn"])
    assert completed(index, "who") == "Ada Brunn"


def test_who_without_a_name_before_it_is_the_phrase_that_opens_the_sentence() -> None:
    assert completed(make_index("A senior official, who said no, left."), "who") == "A senior official"


def test_who_with_nothing_before_it_stays() -> None:
    assert completed(make_index("Who said no?"), "Who") == "Who"


def test_a_second_cue_has_the_subject_of_the_first() -> None:
    index = make_index("Ada Brunn took the floor and said no.", people=["Ada Brunn"])
    assert completed(index, None, "said") == "Ada Brunn"


@pytest.mark.parametrize(
    ("text", "cue", "subject"),
    [
        ("“We won,” announced the Harbour Council.", "announced", "the Harbour Council"),
        ("“We won,” proudly announced Ada Brunn, who was late.", "announced", "Ada Brunn"),
        ("“We won,” was announced the next day.", "was announced", None),
        ("“We won,” announced on Monday.", "announced", None),
        ("We won, announced the council.", "announced", None),
    ],
)
def test_the_subject_of_a_cue_behind_a_quotation_may_follow_it(
    text: str, cue: str, subject: str | None
) -> None:
    assert completed(make_index(text, quoted=["We won"]), None, cue) == subject


def test_the_subject_is_not_sought_in_the_words_of_others() -> None:
    text = "“Ada Brunn must go,” they sang and said no."
    assert (
        completed(make_index(text, people=["Ada Brunn"], quoted=["Ada Brunn must go"]), None, "said") is None
    )


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("Norvik Bank today announced a merger.", "Norvik Bank today", "Norvik Bank"),
        ("Chief engineer Ada Brunn said no.", "Chief engineer", "Chief engineer Ada Brunn"),
        ("Sen. Ada Brunn said no.", "Sen.", "Sen. Ada Brunn"),
        ("A friend of Ada Brunn said no.", "A friend of Ada", "A friend of Ada Brunn"),
        ("The mayor met Ada Brunn and said no.", "The mayor", "The mayor"),
    ],
)
def test_a_source_holds_whole_names_and_no_date(text: str, source: str, whole: str) -> None:
    index = make_index(
        text,
        people=["Ada Brunn"] if "Ada" in text else [],
        organizations=["Norvik Bank"] if "Norvik" in text else [],
    )
    assert completed(index, source) == whole


def test_without_source_and_conjunction_there_is_no_source() -> None:
    index = make_index("Ada Brunn left. Said to be safe.", people=["Ada Brunn"])
    assert completed(index, None, "Said") is None
    assert completed(index, None) is None


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("It was backed by Labour MP Ada Brunn, who said no.", "who", "said"),
        ("Labour MP Ada Brunn took the floor and said no.", None, "said"),
    ],
)
def test_a_party_in_the_title_of_a_person_is_no_source(text: str, source: str | None, cue: str) -> None:
    index = make_index(text, people=["Ada Brunn"], organizations=["Labour"])
    assert completed(index, source, cue) == "Ada Brunn"


def test_who_is_the_person_beside_it_and_no_organization() -> None:
    text = "The Harbour Council backed Jan Holt and Ada Brunn, who said no."
    index = make_index(text, people=["Ada Brunn", "Jan Holt"], organizations=["Harbour Council"])
    assert completed(index, "who", "said") == "Ada Brunn"


def test_an_apposition_begins_with_its_name() -> None:
    text = "Norvik Foods Inc. (NYSE: NVK), a maker of cakes, today announced a merger."
    index = make_index(text, organizations=["Norvik Foods Inc."])
    whole = "Norvik Foods Inc. (NYSE: NVK), a maker of cakes"
    assert completed(index, "a maker of cakes", "announced") == whole


def test_a_source_behind_a_clause_is_no_apposition() -> None:
    text = "The cakes came from Norvik Foods, a baker said."
    index = make_index(text, organizations=["Norvik Foods"])
    assert completed(index, "a baker", "said") == "a baker"
