"""Heads of source phrases."""

from __future__ import annotations

import pytest

from extract.quotes.speakers.heads import (
    head_phrase,
    heads_of,
    kind_of,
    opening_organization,
    organizations_of,
    without_participle,
)
from extract.spans import CharSpan
from tests.marked_texts import make_index, span_of


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


def test_an_occasion_is_no_part_of_the_head() -> None:
    text = "the county boss during a burial at Soy"
    assert head_phrase(make_index(text), CharSpan(0, len(text))).of(text) == "the county boss"


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


def test_a_person_whose_report_speaks_does_not() -> None:
    assert heads("The Holt report, written by Ada Brunn,", ["Holt", "Ada Brunn"]) == []


def test_a_report_written_by_somebody_does_not_speak_for_whoever_it_is_called_after() -> None:
    text = "The Norvik report, written by Ada Brunn, said no."
    index = make_index(text, organizations=["Norvik"])
    assert organizations_of(index, span_of(text, "The Norvik report")) == []


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


def test_two_organizations_speak_together() -> None:
    text = "Norvik (NVK) and the Harbour Board said no."
    index = make_index(text, organizations=["Norvik", "Harbour Board"])
    found = organizations_of(index, span_of(text, "Norvik (NVK) and the Harbour Board"))
    assert [name.canonical for name in found] == ["Norvik", "Harbour Board"]


@pytest.mark.parametrize(
    ("source", "opens"),
    [
        ("The Harbour Board, in a statement signed by Ada Brunn,", True),
        ("The Harbour Board chief, Ada Brunn,", False),
        ("The Harbour Board", False),
    ],
)
def test_an_organization_opens_a_source_that_goes_on_with_its_person(source: str, opens: bool) -> None:
    index = make_index(f"{source} said no.", people=["Ada Brunn"], organizations=["Harbour Board"])
    assert (opening_organization(index, CharSpan(0, len(source))) is not None) is opens


def test_a_phrase_ends_before_its_participle() -> None:
    assert list(without_participle(["astronomers", "led"])) == ["astronomers"]
    assert list(without_participle(["the", "united", "front"])) == ["the", "united", "front"]
