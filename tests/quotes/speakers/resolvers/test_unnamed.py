"""Speakers without a name."""

from __future__ import annotations

import pytest

from tests.quotes.speakers.turns import speaker


def test_its_spokesman_is_a_person_without_a_name() -> None:
    found = speaker("A Norvik Bank spokesman said no.", ("A Norvik Bank spokesman", "no"), quoted=False)
    assert (found.kind, found.reason) == ("person", "unnamed_source")
    assert found.name == "A Norvik Bank spokesman"


def test_an_unnamed_source_keeps_its_description() -> None:
    text = "A senior Harbour official with knowledge of it said no."
    found = speaker(text, ("A senior Harbour official with knowledge of it", "no"), quoted=False)
    assert found.name == "A senior Harbour official with knowledge of it"
    assert (found.kind, found.reason) == ("person", "unnamed_source")


def test_a_group_loses_its_article() -> None:
    found = speaker("The ministers said no.", ("The ministers", "no"), quoted=False)
    assert (found.name, found.kind) == ("ministers", "group")


def test_a_capital_speaks_as_an_organization() -> None:
    found = speaker("Moscow said no.", ("Moscow", "no"), places=["Moscow"], quoted=False)
    assert (found.name, found.kind) == ("Moscow", "organization")


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("Astronomers led by Holt of Norvik Bank", "Astronomers led by Holt of Norvik Bank", "group"),
        ("People familiar with the talks", "People familiar with the talks", "group"),
        ("A statement issued by Norvik Bank", "Norvik Bank", "organization"),
        ("New research published in Velden", "New research published in Velden", "document"),
        ("A letter seen by Norvik Bank", "A letter seen by Norvik Bank", "document"),
    ],
)
def test_a_phrase_is_what_stands_before_its_participle(source: str, name: str, kind: str) -> None:
    found = speaker(f"{source} said the sea rose.", (source, "the sea rose"), quoted=False)
    assert (found.name, found.kind) == (name, kind)


def test_the_ministers_have_the_fullest_description_of_them() -> None:
    found = speaker(
        "The three foreign ministers met. The ministers said no.", ("The ministers", "no"), quoted=False
    )
    assert (found.name, found.kind) == ("three foreign ministers", "group")


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("A ministerial source", "The source", "A ministerial source"),
        ("Harbour sources", "The sources", "Harbour sources"),
        ("Harbour sources", "Sources", "Harbour sources"),
        ("A person close to the talks", "The person", "A person close to the talks"),
        ("A ministerial source", "Another source", "Another source"),
        ("A ministerial source", "A source", "A source"),
        ("A ministerial source", "The official", "official"),
        ("A source", "The source", "source"),
    ],
)
def test_a_source_is_called_as_when_it_spoke_first(first: str, second: str, name: str) -> None:
    text = f"{first} said no. {second} said it again."
    assert speaker(text, (first, "no"), (second, "it again"), quoted=False).name == name


@pytest.mark.parametrize(
    ("source", "affiliation"),
    [
        ("A Norvik Bank spokeswoman", "Norvik Bank"),
        ("A lawyer for Norvik Bank", "Norvik Bank"),
        ("A critic of Norvik Bank", None),
    ],
)
def test_somebody_without_a_name_works_for_the_organization_of_the_phrase(
    source: str, affiliation: str | None
) -> None:
    found = speaker(text := f"{source} said no.", (source, "no"), quoted=False)
    assert (found.affiliation.of(text) if found.affiliation else None) == affiliation
