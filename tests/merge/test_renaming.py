"""Records with the canonical names."""

from __future__ import annotations

import copy

from extract.merge.census import Kind
from extract.merge.renaming import Renaming
from extract.merge.table import Decision
from tests.merge.made import Fields, organization, record


def decision(name: str, canonical: str, *only_in: str, kind: Kind = "organization") -> Decision:
    return Decision(kind=kind, name=name, canonical=canonical, only_in=only_in, line=2)


def test_names_are_replaced_and_nothing_else() -> None:
    fields = record("a", "A. Brunn", mention="she", about=["NHU", "Norvik Bank"])
    before = copy.deepcopy(fields)
    assert Renaming(
        [decision("A. Brunn", "Ada Brunn", kind="person"), decision("NHU", "Nordic Union")]
    ).apply(fields)
    assert (fields["speaker"]["name"], fields["speaker"]["mention"]["text"]) == ("Ada Brunn", "she")
    assert [part["name"] for part in fields["organizations"]] == ["Nordic Union", "Norvik Bank"]
    assert fields["organizations"][0]["mentions"][0]["text"] == "NHU"
    fields["speaker"]["name"], fields["organizations"][0]["name"] = "A. Brunn", "NHU"
    assert fields == before


def test_a_record_without_such_names_is_unchanged() -> None:
    fields = record("a", "Ada Brunn", about=["Norvik Bank"])
    before = copy.deepcopy(fields)
    assert not Renaming([decision("Ada Brunn", "Somebody")]).apply(fields)
    assert fields == before


def test_merges_of_merges_end_at_the_last_name() -> None:
    renaming = Renaming([decision("NHU", "Nordic Union"), decision("Nordic Union", "Nordic Harbour Union")])
    assert renaming.name("organization", "NHU", "a") == "Nordic Harbour Union"


def test_some_merges_hold_in_some_articles_only() -> None:
    renaming = Renaming([decision("NHU", "Nordic Union", "a"), decision("NHU", "Norvik Health Unit")])
    assert renaming.name("organization", "NHU", "a") == "Nordic Union"
    assert renaming.name("organization", "NHU", "b") == "Norvik Health Unit"
    assert renaming.name("person", "NHU", "a") == "NHU"
    assert renaming.met == {("organization", "NHU")}


def test_organizations_that_become_one_are_listed_once() -> None:
    about: list[str | Fields] = [
        organization("NHU", "NHU", how="alias"),
        "Norvik Bank",
        organization("Nordic Union", "Nordic Union", "NU"),
    ]
    fields = record("a", about=about)
    Renaming([decision("NHU", "Nordic Union")]).apply(fields)
    first, second = fields["organizations"]
    assert (first["name"], second["name"]) == ("Nordic Union", "Norvik Bank")
    assert [mention["text"] for mention in first["mentions"]] == ["NHU", "Nordic Union", "NU"]


def test_two_ids_stay_two_entries() -> None:
    fields = record("a", about=[organization("NHU", id="1"), organization("Nordic Union", id="2")])
    Renaming([decision("NHU", "Nordic Union")]).apply(fields)
    assert [part["id"] for part in fields["organizations"]] == ["1", "2"]


def test_the_names_of_joint_speakers_are_replaced_too() -> None:
    fields = record("a", "A. Brunn and Otto Moen", kind="group")
    fields["speaker"]["members"] = [{"name": "A. Brunn", "id": None}, {"name": "Otto Moen", "id": None}]
    Renaming([decision("A. Brunn", "Ada Brunn", kind="person")]).apply(fields)
    assert fields["speaker"]["name"] == "Ada Brunn and Otto Moen"
    assert [member["name"] for member in fields["speaker"]["members"]] == ["Ada Brunn", "Otto Moen"]
