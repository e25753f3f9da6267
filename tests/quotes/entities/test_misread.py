"""Names that the network labels wrongly."""

from __future__ import annotations

import pytest

from extract.layout.blocks import find_layout
from extract.pipeline.entity import Entity
from extract.quotes.entities.misread import without_misread
from tests.marked_texts import spans_of


def labels(text: str, **marked: str) -> dict[str, str]:
    """The label of each marked name behind the correction; _ in a name is a space."""
    given = {name.replace("_", " "): label for name, label in marked.items()}
    entities = [Entity(span, given[span.of(text)]) for span in spans_of(text, given)]
    found = without_misread(text, entities, find_layout(text).dateline)
    return {entity.span.of(text): entity.label for entity in found}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Velden branch of the bank never made money.", "GPE"),
        ("It closed its old Velden plant. She lives in Velden.", "GPE"),
        ("The Velden factory in Oslo was shut.", "ORG"),
        ("The Velden office was shut. Velden makes boats.", "ORG"),
        ("The Velden board met.", "ORG"),
    ],
)
def test_a_town_in_front_of_a_plant_is_no_organization(text: str, label: str) -> None:
    assert labels(text, Velden="ORG") == {"Velden": label}


def test_the_city_of_a_dateline_is_no_organization_and_no_person() -> None:
    text = "Velden (Reuters) - Velden is calm, Ada Brunn said.\n"
    assert labels(text, Velden="PERSON", Ada_Brunn="PERSON") == {"Velden": "GPE", "Ada Brunn": "PERSON"}


def test_a_body_in_a_dateline_stays_one() -> None:
    text = "HARBOUR COUNCIL (Reuters) - The Harbour Council met.\n"
    assert labels(text, Harbour_Council="ORG") == {"Harbour Council": "ORG"}


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Brevik announced its trial had failed.", "Brevik", "ORG"),
        ("Mr Brevik announced its trial had failed.", "Brevik", "PERSON"),
        ("Brevik announced her trial had failed.", "Brevik", "PERSON"),
        ("Olav Brevik said its trial had failed.", "Olav Brevik", "PERSON"),
        ("Moen & Sons said the trial had failed.", "Moen & Sons", "ORG"),
        ("Moen Motors said the trial had failed.", "Moen Motors", "ORG"),
    ],
)
def test_a_name_that_speaks_of_its_things_is_no_person(text: str, name: str, label: str) -> None:
    [found] = without_misread(text, [Entity(spans_of(text, [name])[0], "PERSON")], None)
    assert found.label == label


@pytest.mark.parametrize(
    ("text", "label"),
    [("Ada Brunn has headed the Velden Centre.", "ORG"), ("Ada Brunn went to the Velden Centre.", "LOC")],
)
def test_what_somebody_heads_is_an_organization(text: str, label: str) -> None:
    assert labels(text, Velden_Centre="LOC") == {"Velden Centre": label}


def test_a_full_name_of_somebody_called_by_its_end_is_a_person() -> None:
    text = "Anna Moen came. Moen said no. Norvik Moen came."
    assert labels(text, Anna_Moen="ORG", Moen="PERSON", Norvik_Moen="ORG") == {
        "Anna Moen": "PERSON",
        "Moen": "PERSON",
        "Norvik Moen": "ORG",
    }
