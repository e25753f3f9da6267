"""Names of articles by the lists: whole articles, with entities and attributions made by hand."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from extract.quotes.assemble import quotes_in
from extract.quotes.entities.watchlist import WatchLists
from extract.quotes.quote import Quote
from tests.docs.pages import annotated
from tests.marked_texts import make_attribution
from tests.watch_lists import watch_lists


def quote(text: str, lists: WatchLists, found: Mapping[str, str], *, source: str, content: str) -> Quote:
    item = make_attribution(text, content, cue="said", source=source)
    [only] = quotes_in(annotated(text, entities=found, attributions=[item]), lists=lists)
    return only


def about(text: str, lists: WatchLists, *organizations: str) -> list[tuple[str, str | None]]:
    """Names and ids of what the text says; its frame is "Ada Brunn said" before it."""
    before, _, said = text.rpartition("the deal hurt")
    framed = f"{before}Ada Brunn said the deal hurt{said}"
    found = {"Ada Brunn": "PERSON", **dict.fromkeys(organizations, "ORG")}
    content = f"the deal hurt{said}".rstrip(".")
    got = quote(framed, lists, found, source="Ada Brunn", content=content)
    return [(part.name, part.id) for part in got.organizations]


def speaker(text: str, lists: WatchLists, *people: str, source: str) -> tuple[str | None, str | None]:
    got = quote(text, lists, dict.fromkeys(people, "PERSON"), source=source, content="it was late")
    return got.speaker.name, got.speaker.id


BANKS = watch_lists(["o1: Norvik Bank plc | NB | Fjord Money", "o2: Northern Defence Union | NDU"])


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("the deal hurt Norvik Bank.", "Norvik Bank"),
        ("the deal hurt NORVIK BANK.", "NORVIK BANK"),
        ("the deal hurt the Norvik Bank’s owners.", "Norvik Bank"),
        ("the deal hurt NB.", "NB"),
        ("the deal hurt Norvik Bank Ltd. in May.", "Norvik Bank Ltd."),
    ],
)
def test_an_organization_has_name_and_id_of_the_list(text: str, named: str) -> None:
    assert about(text, BANKS, named) == [("Norvik Bank plc", "o1")]
    assert about(text, BANKS) == [("Norvik Bank plc", "o1")]


def test_one_that_is_on_no_list_stays() -> None:
    assert about("the deal hurt Halm Foods.", BANKS, "Halm Foods") == [("Halm Foods", None)]


def test_any_form_of_the_article_counts() -> None:
    text = "It was the Norvik Savings Bank (FM) again. the deal hurt Norvik Savings Bank."
    lists = watch_lists(["o1: Fjord Money | FM"])
    assert about(text, lists, "Norvik Savings Bank", "FM") == [("Fjord Money", "o1")]


def test_an_acronym_that_the_article_spells_out_is_not_that_of_another_name() -> None:
    text = "The National Dairy Union (NDU) met. the deal hurt the NDU."
    assert about(text, BANKS, "National Dairy Union", "NDU") == [("National Dairy Union", None)]
    same = "The Northern Defense Union (NDU) met. the deal hurt the NDU."
    assert about(same, BANKS, "Northern Defense Union", "NDU") == [("Northern Defence Union", "o2")]


def test_a_short_form_with_an_entry_of_its_own_is_that_entry() -> None:
    text = "The Kestrel Harbour Council met. the deal hurt Kestrel."
    named = ("Kestrel Harbour Council", "Kestrel")
    assert about(text, watch_lists(["o1: Kestrel"]), *named) == [("Kestrel", "o1")]
    both = watch_lists(["o1: Kestrel", "o2: Kestrel Harbour Council"])
    assert about(text, both, *named) == [("Kestrel", "o1")]
    other = watch_lists(["o1: Kestrel Bank | Kestrel"])
    assert about(text, other, *named) == [("Kestrel Harbour Council", None)]
    tails = "The Kestrel Group met. the deal hurt the Kestrel Group."
    assert about(tails, watch_lists(["o1: Kestrel"]), "Kestrel Group", "Kestrel") == [("Kestrel Group", None)]


def test_two_names_of_one_entry_are_one_organization() -> None:
    text = "the deal hurt Norvik Bank and Fjord Money."
    assert about(text, BANKS, "Norvik Bank", "Fjord Money") == [("Norvik Bank plc", "o1")]


HALMS = watch_lists(["o1: Halm Ltd", "o2: Halm Inc."])


def test_a_name_that_fits_two_entries_is_reported_and_not_guessed() -> None:
    text = "Ada Brunn said the deal hurt Halm in May."
    found = {"Ada Brunn": "PERSON", "Halm": "ORG"}
    got = quote(text, HALMS, found, source="Ada Brunn", content="the deal hurt Halm in May")
    assert [(part.name, part.id) for part in got.organizations] == [("Halm", None)]
    assert got.flags == ("ambiguous_watch_list",)


def test_a_speaker_that_fits_two_entries_is_reported() -> None:
    got = quote("Halm said it was late.", HALMS, {"Halm": "ORG"}, source="Halm", content="it was late")
    assert (got.speaker.name, got.speaker.id, got.flags) == ("Halm", None, ("ambiguous_watch_list",))


def test_a_name_on_both_lists_is_reported() -> None:
    lists = watch_lists(["o1: Jan Moen"], ["p1: Jan Moen"])
    text = "Ada Brunn said the deal hurt Jan Moen."
    got = quote(text, lists, {"Ada Brunn": "PERSON"}, source="Ada Brunn", content="the deal hurt Jan Moen")
    assert got.flags == ("ambiguous_watch_list",)


def test_the_flag_is_only_where_the_name_is() -> None:
    text = "Halm fell. Ada Brunn said it was late."
    got = quote(
        text, HALMS, {"Ada Brunn": "PERSON", "Halm": "ORG"}, source="Ada Brunn", content="it was late"
    )
    assert got.flags == ()


LINDQVIST = ("Zoë Lindqvist", "p1")
FULL_AND_SHORT = ["Zoë Lindqvist", "Lindqvist"]
PEOPLE = watch_lists(people=["p1: Zoë Lindqvist", "p2: Moen, Karl | Kalle", "p3: Ada Brunn | Brunn"])


@pytest.mark.parametrize(
    ("text", "people", "source", "named"),
    [
        ("Zoe Lindqvist said it was late.", ["Zoe Lindqvist"], "Zoe Lindqvist", LINDQVIST),
        ("Dr. Zoë Lindqvist said it was late.", ["Zoë Lindqvist"], "Dr. Zoë Lindqvist", LINDQVIST),
        ("Karl Moen said it was late.", ["Karl Moen"], "Karl Moen", ("Moen, Karl", "p2")),
        ("Kalle said it was late.", ["Kalle"], "Kalle", ("Moen, Karl", "p2")),
        ("Lindqvist said it was late.", ["Lindqvist"], "Lindqvist", ("Lindqvist", None)),
        ("Brunn said it was late.", ["Brunn"], "Brunn", ("Ada Brunn", "p3")),
        ("Jan Brunn said it was late.", ["Jan Brunn"], "Jan Brunn", ("Jan Brunn", None)),
        ("Jan Brunn left. Brunn said it was late.", ["Jan Brunn", "Brunn"], "Brunn", ("Jan Brunn", None)),
        ("Zoë Lindqvist left. Then she said it was late.", ["Zoë Lindqvist"], "she", LINDQVIST),
        ("Zoë Lindqvist left. Lindqvist said it was late.", FULL_AND_SHORT, "Lindqvist", LINDQVIST),
    ],
)
def test_a_speaker_has_name_and_id_of_the_list(
    text: str, people: list[str], source: str, named: tuple[str, str | None]
) -> None:
    assert speaker(text, PEOPLE, *people, source=source) == named


@pytest.mark.parametrize(
    ("named", "entry"),
    [
        ("Karl T. Holt", "p1"),
        ("Karl Holt", "p1"),
        ("Ada Moen", "p2"),
        ("Ada B. Moen", "p2"),
        ("Ada C. Moen", None),
        ("Ada B.C. Moen", None),
        ("Jan de Brunn", None),
    ],
)
def test_a_middle_initial_may_be_missing_on_one_side(named: str, entry: str | None) -> None:
    lists = watch_lists(people=["p1: Karl Holt", "p2: Ada B. Moen", "p3: Jan Brunn"])
    assert speaker(f"{named} said it was late.", lists, named, source=named)[1] == entry


def test_a_name_without_the_initials_of_two_entries_is_ambiguous() -> None:
    lists = watch_lists(people=["p1: Ada B. Moen", "p2: Ada C. Moen"])
    got = quote(
        "Ada Moen said it was late.", lists, {"Ada Moen": "PERSON"}, source="Ada Moen", content="it was late"
    )
    assert (got.speaker.id, got.flags) == (None, ("ambiguous_watch_list",))


def test_a_speaker_that_the_model_did_not_find_is_found() -> None:
    assert speaker("Zoë Lindqvist said it was late.", PEOPLE, source="Zoë Lindqvist") == (
        "Zoë Lindqvist",
        "p1",
    )


def test_an_organization_that_speaks_has_the_id_of_the_organizations() -> None:
    got = quote("NB said it was late.", BANKS, {"NB": "ORG"}, source="NB", content="it was late")
    assert (got.speaker.name, got.speaker.kind, got.speaker.id) == ("Norvik Bank plc", "organization", "o1")


def test_a_description_is_no_name_of_the_list() -> None:
    lists = watch_lists(["o1: Police"])
    got = quote("The police said it was late.", lists, {}, source="The police", content="it was late")
    assert (got.speaker.name, got.speaker.id) == ("police", None)


def test_joint_speakers_have_their_names_and_ids_one_by_one() -> None:
    text = "Zoe Lindqvist, Jan Holt and Karl Moen said it was late."
    people = dict.fromkeys(["Zoe Lindqvist", "Jan Holt", "Karl Moen"], "PERSON")
    got = quote(text, PEOPLE, people, source="Zoe Lindqvist, Jan Holt and Karl Moen", content="it was late")
    assert (got.speaker.full_name, got.speaker.id) == ("Zoë Lindqvist, Jan Holt and Moen, Karl", None)
    assert [(member.name, member.id) for member in got.speaker.members] == [
        ("Zoë Lindqvist", "p1"),
        ("Jan Holt", None),
        ("Moen, Karl", "p2"),
    ]


def test_titles_stay_slices_of_the_article() -> None:
    text = "Chairwoman Zoe Lindqvist of Norvik Bank said it was late."
    found = {"Zoe Lindqvist": "PERSON", "Norvik Bank": "ORG"}
    got = quote(text, PEOPLE, found, source="Chairwoman Zoe Lindqvist of Norvik Bank", content="it was late")
    assert got.speaker.title is not None
    assert got.speaker.title.of(text) == "Chairwoman"


def test_similar_names_count_only_when_asked_for() -> None:
    text, rows = "Katrin Halvorsson said it was late.", ["p1: Katrin Halvorsen", "p2: Karl Moen"]
    source = "Katrin Halvorsson"
    assert speaker(text, watch_lists(people=rows), source, source=source) == (source, None)
    assert speaker(text, watch_lists(people=rows, fuzzy=90), source, source=source) == (
        "Katrin Halvorsen",
        "p1",
    )
    two = watch_lists(people=[*rows, "p3: Katrin Halvorssen"], fuzzy=90)
    assert speaker(text, two, source, source=source) == (source, None)
