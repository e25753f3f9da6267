"""The phrase that a quote is attributed to, taken apart."""

from __future__ import annotations

import pytest

from extract.quotes.article_index import ArticleIndex
from extract.quotes.speakers.source_phrase import (
    FullerPhrases,
    completed_source,
    head_phrase,
    heads_of,
    kind_of,
    organizations_of,
)
from extract.spans import CharSpan
from tests.scenes import make_index, span_of


def completed(index: ArticleIndex, source: str | None, cue: str | None = None) -> str | None:
    text = index.text
    found = completed_source(
        index, span_of(text, source) if source else None, span_of(text, cue) if cue else None
    )
    return None if found is None else found.of(text)


def heads(source: str, people: list[str], **marked: list[str]) -> list[str]:
    text = f"{source} said no."
    index = make_index(text, people=people, **marked)
    return [mention.text for mention, _ in heads_of(index, CharSpan(0, len(source)))]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Ada Brunn and Jan Holt", ["Ada Brunn", "Jan Holt"]),
        ("Ada Brunn, Jan Holt and Bo Ek", ["Ada Brunn", "Jan Holt", "Bo Ek"]),
        ("Ada Brunn, head of the union, and Bo Ek", ["Ada Brunn", "Bo Ek"]),
        ("Ada Brunn (EFF) and Jan Holt (DA)", ["Ada Brunn", "Jan Holt"]),
        ("Ada Brunn, Jan Holt and other members", ["Ada Brunn", "Jan Holt"]),
        ("Ada Brunn, a Holt spokeswoman,", ["Ada Brunn"]),
        ("Ada Brunn, a spokeswoman for Jan Holt,", ["Ada Brunn"]),
        ("Ada Brunn, head of a union that left and endorsed Bo Ek,", ["Ada Brunn"]),
        ("Judge Jan Holt, Ada Brunn, who is 40,", ["Ada Brunn"]),
    ],
)
def test_several_speak_together_only_where_they_are_joined(source: str, expected: list[str]) -> None:
    assert heads(source, ["Ada Brunn", "Jan Holt", "Holt", "Bo Ek"]) == expected


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
    ("source", "head"),
    [
        ("the minister who met them", "the minister"),
        ("Ada Brunn, director of the bank", "Ada Brunn"),
        ("the report, which came in May", "the report"),
        ("Holt, Brunn and Okonjo", "Holt, Brunn and Okonjo"),
        ("a senior official", "a senior official"),
    ],
)
def test_head_is_what_stands_before_comma_and_relative_clause(source: str, head: str) -> None:
    text = f"{source} said no."
    assert head_phrase(make_index(text), CharSpan(0, len(source))).of(text) == head


def test_a_name_with_its_title_heads_the_source() -> None:
    assert heads("Finance Minister Ada Brunn", ["Ada Brunn"]) == ["Ada Brunn"]


def test_joined_names_are_all_heads() -> None:
    names = ["Ada Brunn", "Jan Holt", "Mira Okonjo"]
    assert heads("Ada Brunn, Jan Holt and the teacher Mira Okonjo", names) == names


@pytest.mark.parametrize(
    "source",
    [
        "a lawyer for Ada Brunn",
        "Ada Brunn’s wife",
        "Ada Brunn's wife",
        "an Ada Brunn spokesman",
        "the minister who met Ada Brunn",
        "two friends of Ada Brunn",
    ],
)
def test_a_person_only_mentioned_is_no_head(source: str) -> None:
    assert heads(source, ["Ada Brunn"]) == []


def test_a_name_behind_a_place_in_the_title_is_a_head() -> None:
    found = heads("the mayor of Ostburg Ada Brunn", ["Ada Brunn"], places=["Ostburg"])
    assert found == ["Ada Brunn"]


def test_a_name_behind_an_organization_in_the_title_is_a_head() -> None:
    source = "the head of Norvik Bank Ada Brunn"
    assert heads(source, ["Ada Brunn"], organizations=["Norvik Bank"]) == ["Ada Brunn"]


@pytest.mark.parametrize(
    ("phrase", "head", "kind"),
    [
        ("the report", "report", "document"),
        ("three officials", "officials", "group"),
        ("police", "police", "group"),
        ("a senior official", "official", "person"),
        ("the bank", "bank", "organization"),
        ("Moscow", "moscow", "organization"),
        ("a voice", "voice", "unknown"),
    ],
)
def test_kind_follows_the_head(phrase: str, head: str, kind: str) -> None:
    index = make_index(f"{phrase} said no.", places=["Moscow"])
    assert kind_of(index, head, CharSpan(0, len(phrase))) == kind


def test_a_group_gets_its_fullest_earlier_phrase() -> None:
    text = "The three foreign ministers met. Later the ministers said no."
    index = make_index(text)
    found = FullerPhrases(index).of(span_of(text, "the ministers"), "ministers", proper=False)
    assert found == "three foreign ministers"


def test_an_organization_gets_one_with_a_name_in_it() -> None:
    text = "The new Norvik government met, and the old government left. Later the government said no."
    index = make_index(text)
    found = FullerPhrases(index).of(span_of(text, "the government"), "government", proper=True)
    assert found == "new Norvik government"


def test_a_phrase_over_small_words_is_no_fuller_one() -> None:
    text = "The letter to the ministers came. Then the ministers said no."
    assert (
        FullerPhrases(make_index(text)).of(span_of(text, "the ministers", 1), "ministers", proper=False)
        is None
    )


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


def test_a_person_whose_report_speaks_does_not() -> None:
    assert heads("The Holt report, written by Ada Brunn,", ["Holt", "Ada Brunn"]) == []


def test_a_report_written_by_somebody_does_not_speak_for_whoever_it_is_called_after() -> None:
    text = "The Norvik report, written by Ada Brunn, said no."
    index = make_index(text, organizations=["Norvik"])
    assert organizations_of(index, span_of(text, "The Norvik report")) == []


def test_an_occasion_is_no_part_of_the_head() -> None:
    text = "the county boss during a burial at Soy"
    assert head_phrase(make_index(text), CharSpan(0, len(text))).of(text) == "the county boss"
