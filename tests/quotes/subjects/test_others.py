"""What else than organizations a content is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from extract.quotes.assemble import quotes_in
from extract.quotes.subjects.others import About
from extract.record.choices import ABOUT
from tests.docs.pages import annotated
from tests.marked_texts import make_attribution
from tests.watch_lists import watch_lists

TEXT = (
    "Karl Moen met Ada Brunn in the United States. Ada Brunn said Moen and Norvik Bank would leave the U.S. "
    "for Ostervik, and that Germans and German Germans, Moen too, like the Germany Council."
)
FOUND = {
    "Karl Moen": "PERSON",
    "Ada Brunn": "PERSON",
    "Moen": "PERSON",
    "Norvik Bank": "ORG",
    "United States": "GPE",
    "U.S.": "LOC",
    "Ostervik": "LOC",
    "Germans": "NORP",
    "German": "NORP",
    "Germany Council": "ORG",
}
CONTENT = TEXT.partition("said ")[2].rstrip(".")


def about(
    asked: Sequence[About], text: str = TEXT, content: str = CONTENT, found: Mapping[str, str] = FOUND
) -> list[tuple[str, str, list[str], str]]:
    item = make_attribution(text, content, cue="said", source="Ada Brunn")
    annotations = annotated(text, entities=found, attributions=[item])
    [quote] = quotes_in(annotations, about=asked)
    return [
        (part.name, part.kind, [span.of(text) for span in part.mentions], part.how)
        for part in quote.organizations
    ]


def test_organizations_alone_are_the_default() -> None:
    item = make_attribution(TEXT, CONTENT, cue="said", source="Ada Brunn")
    annotations = annotated(TEXT, entities=FOUND, attributions=[item])
    [quote] = quotes_in(annotations)
    assert [part.name for part in quote.organizations] == ["Norvik Bank", "Germany Council"]


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        ("people", [("Karl Moen", "person", ["Moen", "Moen"], "alias")]),
        (
            "places",
            [("United States", "place", ["U.S."], "alias"), ("Ostervik", "place", ["Ostervik"], "named")],
        ),
        ("nationalities", [("Germans", "nationality", ["Germans", "German", "Germans"], "named")]),
    ],
)
def test_each_kind_has_one_name_an_article(
    asked: About, parts: list[tuple[str, str, list[str], str]]
) -> None:
    assert about([asked]) == parts


def test_all_come_in_the_order_of_their_first_mention() -> None:
    assert [name for name, *_ in about(ABOUT)] == [
        "Karl Moen",
        "Norvik Bank",
        "United States",
        "Ostervik",
        "Germans",
        "Germany Council",
    ]


def test_the_speaker_is_not_what_she_speaks_of() -> None:
    text = "Ada Brunn and Karl Moen said Ada Brunn knew Karl Moen and Jan Holt."
    item = make_attribution(
        text, "Ada Brunn knew Karl Moen and Jan Holt", cue="said", source="Ada Brunn and Karl Moen"
    )
    found = dict.fromkeys(["Ada Brunn", "Karl Moen", "Jan Holt"], "PERSON")
    annotations = annotated(text, entities=found, attributions=[item])
    [quote] = quotes_in(annotations, about=["people"])
    assert quote.speaker.kind == "group"
    assert [part.name for part in quote.organizations] == ["Jan Holt"]


def test_a_place_in_the_name_of_an_organization_is_none() -> None:
    text = "Ada Brunn said the U.S. State Department met."
    found = {"Ada Brunn": "PERSON", "U.S.": "LOC", "State Department": "ORG"}
    got = about(["organizations", "places"], text, "the U.S. State Department met", found)
    assert [(name, kind) for name, kind, *_ in got] == [("U.S. State Department", "organization")]


def test_people_have_the_ids_of_the_list() -> None:
    text = "Ada Brunn said Zoe Lindqvist left Ostervik."
    item = make_attribution(text, "Zoe Lindqvist left Ostervik", cue="said", source="Ada Brunn")
    annotations = annotated(text, entities={"Ada Brunn": "PERSON", "Ostervik": "LOC"}, attributions=[item])
    lists = watch_lists(people=["p1: Zoë Lindqvist"])
    [quote] = quotes_in(annotations, lists=lists, about=ABOUT)
    assert [(part.name, part.id, part.kind) for part in quote.organizations] == [
        ("Zoë Lindqvist", "p1", "person"),
        ("Ostervik", None, "place"),
    ]
