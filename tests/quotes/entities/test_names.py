"""Names: what a mention is called, and which mentions mean the same one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.spans import CharSpan
from extract.lexicon.tokens import fold
from extract.quotes.entities.names import Name, NameMention, distinct, numbered
from extract.quotes.entities.organizations import (
    cluster_organizations,
    misread_people,
    organization_mentions,
    with_country,
)
from extract.quotes.entities.people import cluster_people, with_family_name
from extract.quotes.entities.person_mentions import person_mention
from tests.marked_texts import make_index, span_of, spans_of


def whole(text: str) -> CharSpan:
    return CharSpan(0, len(text))


def person(text: str) -> str | None:
    mention = person_mention(text, whole(text))
    return mention.text if mention else None


def people(text: str, *names: str) -> list[tuple[str, list[str]]]:
    mentions = [person_mention(text, span) for span in spans_of(text, names)]
    return as_texts(cluster_people(mention for mention in mentions if mention is not None))


def organizations(text: str, *names: str) -> list[tuple[str, list[str]]]:
    mentions = [m for span in spans_of(text, names) for m in organization_mentions(text, span)]
    return as_texts(cluster_organizations(text, mentions))


def as_texts(names: Sequence[Name]) -> list[tuple[str, list[str]]]:
    return [(name.canonical, [mention.text for mention in name.mentions]) for name in names]


@pytest.mark.parametrize(
    ("word", "folded"), [("Zoë", "zoe"), ("U.S.", "us"), ("Brunn's", "brunn"), ("ŁÓDŹ", "łodz"), ("", "")]
)
def test_words_are_compared_without_case_accents_points_and_possessive(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ada Brunn", "Ada Brunn"),
        ("Dr. Ada Brunn", "Ada Brunn"),
        ("Deputy Prime Minister Ada Brunn", "Ada Brunn"),
        ("Ada Brunn’s", "Ada Brunn"),
        ("Ada Brunn.", "Ada Brunn"),
        ("Carl Brunn Jr.", "Carl Brunn Jr."),
        ("Ada Brunn KC", "Ada Brunn"),
        ("Ada Brunn, Ph.D.", "Ada Brunn"),
        ("Md Brunn", "Md Brunn"),
        ("Ada\nBrunn", "Ada Brunn"),
        ("Mr. Brunn", "Brunn"),
        ("Mr.", None),
        ("—", None),
    ],
)
def test_a_person_is_named_without_honorifics(written: str, name: str | None) -> None:
    assert person(written) == name


def test_a_mention_spans_the_name_alone() -> None:
    text = "Senator Ada Brunn's bill"
    mention = person_mention(text, span_of(text, "Senator Ada Brunn's"))
    assert mention is not None
    assert mention.span.of(text) == "Ada Brunn"
    assert mention.words == ("ada", "brunn")


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("the Norvik Bank", ["Norvik Bank"]),
        ("The Norvik Bank", ["Norvik Bank"]),
        ("The Guardian", ["The Guardian"]),
        ("Norvik Bank's", ["Norvik Bank"]),
        ("Halvorsen Foods Inc.", ["Halvorsen Foods Inc."]),
        ("European Grid Agency (EGA)", ["European Grid Agency", "EGA"]),
        ("European Grid Agency (EGA", ["European Grid Agency", "EGA"]),
        ("“”", []),
    ],
)
def test_an_organization_is_named_without_article_and_bracket(written: str, names: list[str]) -> None:
    assert [mention.text for mention in organization_mentions(written, whole(written))] == names


def test_a_surname_goes_to_the_full_name() -> None:
    assert people("Ada Brunn spoke. Brunn left.", "Ada Brunn", "Brunn") == [
        ("Ada Brunn", ["Ada Brunn", "Brunn"])
    ]


def test_a_surname_before_its_full_name_goes_there_too() -> None:
    assert people("Brunn spoke. Ada Brunn left.", "Ada Brunn", "Brunn") == [
        ("Ada Brunn", ["Brunn", "Ada Brunn"])
    ]


def test_a_middle_initial_makes_no_second_person() -> None:
    [(canonical, _)] = people("Ada M. Brunn met us. Ada Brunn left.", "Ada M. Brunn", "Ada Brunn")
    assert canonical == "Ada M. Brunn"


def test_two_people_of_one_surname_stay_two() -> None:
    found = people("Ada Brunn met Olaf Brunn.", "Ada Brunn", "Olaf Brunn")
    assert [canonical for canonical, _ in found] == ["Ada Brunn", "Olaf Brunn"]


def test_a_shared_surname_means_the_one_named_last() -> None:
    text = "Ada Brunn spoke. Brunn sat down. Olaf Brunn rose. Brunn left."
    assert people(text, "Ada Brunn", "Olaf Brunn", "Brunn") == [
        ("Ada Brunn", ["Ada Brunn", "Brunn"]),
        ("Olaf Brunn", ["Olaf Brunn", "Brunn"]),
    ]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("Bo Lie and his sister Tuva Lie came. Mr. Lie left.", "Bo Lie"),
        ("Bo Lie and his sister Tuva Lie came. Ms. Lie left.", "Tuva Lie"),
        ("Anna Lie came with Peter Lie. Mrs. Lie left.", "Anna Lie"),
        ("Jordan Lie came, then Mr. Lie left.", "Jordan Lie"),
        ("Anna Lie came, then Mr. Lie left.", "Lie"),
        ("John Lie met his brother Peter Lie. Mr. Lie left.", "Lie"),
        ("John Lie met Peter Lie. The day after the meeting, John Lie spoke. Mr. Lie left.", "John Lie"),
    ],
)
def test_an_honorific_and_a_shared_surname(text: str, whose: str) -> None:
    index = make_index(
        text, people=["Bo Lie", "John Lie", "Tuva Lie", "Anna Lie", "Peter Lie", "Jordan Lie", "Lie"]
    )
    assert index.people_in(CharSpan(text.rindex("Lie"), len(text)))[0][1].canonical == whose


def test_a_family_name_in_front_that_stands_alone_elsewhere_is_part_of_the_name() -> None:
    text = "Officer Lim Wei Shan spoke. Lim left with Ada Brunn."
    mentions = [person_mention(text, span) for span in spans_of(text, ["Wei Shan", "Ada Brunn"])]
    alone = person_mention(text, span_of(text, "Lim", 1))
    found = with_family_name(text, [mention for mention in [*mentions, alone] if mention is not None])
    assert [mention.text for mention in found] == ["Lim Wei Shan", "Ada Brunn", "Lim"]


def test_father_and_son_are_two() -> None:
    found = people("Carl Brunn Jr. met Carl Brunn Sr. in town.", "Carl Brunn Jr.", "Carl Brunn Sr.")
    assert len(found) == 2


def test_a_first_name_goes_to_the_full_name() -> None:
    assert people("Ada Brunn, 9, sings. Ada likes it.", "Ada Brunn", "Ada") == [
        ("Ada Brunn", ["Ada Brunn", "Ada"])
    ]


def test_unlike_names_are_different_people() -> None:
    assert len(people("Ada Brunn met Jan Holt and Okonjo.", "Ada Brunn", "Jan Holt", "Okonjo")) == 3


def test_canonical_is_not_the_one_in_capitals() -> None:
    [(canonical, _)] = people("ADA BRUNN\n\nAda Brunn spoke.", "ADA BRUNN", "Ada Brunn")
    assert canonical == "Ada Brunn"


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "The European Grid Coordination Agency (EGCA) met. EGCA said no."
    [(canonical, mentions)] = organizations(text, "European Grid Coordination Agency (EGCA)", "EGCA")
    assert canonical == "European Grid Coordination Agency"
    assert mentions == ["European Grid Coordination Agency", "EGCA", "EGCA"]


def test_an_acronym_in_brackets_need_not_be_the_initials() -> None:
    text = "Osterviks Jernbaner (ORAIL) met. ORAIL said no."
    [(canonical, _)] = organizations(text, "Osterviks Jernbaner", "ORAIL")
    assert canonical == "Osterviks Jernbaner"


def test_an_acronym_joins_the_name_with_its_initials() -> None:
    text = "The Bureau of Harbour Safety met. BHS said no."
    assert len(organizations(text, "Bureau of Harbour Safety", "BHS")) == 1


def test_an_acronym_is_the_name_with_its_initials_and_not_one_that_it_begins() -> None:
    text = "The Bureau of Harbour Safety met. The BHS Line stopped. BHS said no."
    found = organizations(text, "Bureau of Harbour Safety", "BHS Line", "BHS")
    assert sorted(canonical for canonical, _ in found) == ["BHS Line", "Bureau of Harbour Safety"]


def test_a_ticker_is_no_part_of_a_name() -> None:
    [(canonical, _)] = organizations("Norvik Metals NORM.OL fell.", "Norvik Metals NORM.OL")
    assert canonical == "Norvik Metals"


def test_legal_endings_make_no_second_company() -> None:
    text = "Halvorsen Foods Inc. grew. Halvorsen Foods hired."
    [(canonical, _)] = organizations(text, "Halvorsen Foods Inc.", "Halvorsen Foods")
    assert canonical == "Halvorsen Foods Inc."


def test_a_short_form_joins_the_one_longer_name_that_begins_with_it() -> None:
    text = "Halvorsen Foods grew. Halvorsen hired."
    assert len(organizations(text, "Halvorsen Foods", "Halvorsen")) == 1


def test_a_short_form_of_two_companies_joins_neither() -> None:
    text = "Halvorsen Foods sued Halvorsen Shipyards. Halvorsen won."
    found = organizations(text, "Halvorsen Foods", "Halvorsen Shipyards", "Halvorsen")
    assert [canonical for canonical, _ in found] == ["Halvorsen Foods", "Halvorsen Shipyards", "Halvorsen"]


def test_a_first_word_that_many_names_share_stands_for_none() -> None:
    text = "National Dairy Board met. National won the cup."
    assert len(organizations(text, "National Dairy Board", "National")) == 2


def test_a_noun_with_a_capital_is_the_body_that_has_it_in_its_name() -> None:
    text = "The Harbour Council met. The Council said no."
    [(canonical, _)] = organizations(text, "Harbour Council", "Council")
    assert canonical == "Harbour Council"


def test_a_complete_name_takes_its_short_form_from_a_longer_one() -> None:
    text = "Norvik Motor Credit Co. lends. Norvik Motor Co. builds. Norvik grew."
    found = organizations(text, "Norvik Motor Credit Co.", "Norvik Motor Co.", "Norvik")
    assert found[1] == ("Norvik Motor Co.", ["Norvik Motor Co.", "Norvik"])


def test_a_noun_with_a_capital_that_two_bodies_have_in_their_names_is_no_name() -> None:
    text = "The Harbour Council met the Dairy Council. The Council slept."
    found = organizations(text, "Harbour Council", "Dairy Council", "Council")
    assert [canonical for canonical, _ in found] == ["Harbour Council", "Dairy Council"]


def test_an_acronym_may_have_the_initial_of_the_legal_form() -> None:
    text = "Norvik Motor Acceptance Corp. lends. NMAC grew."
    assert len(organizations(text, "Norvik Motor Acceptance Corp.", "NMAC")) == 1


def test_a_name_that_goes_on_where_it_comes_later_is_another() -> None:
    text = "Norvik grew. Its Norvik Northern Region lost."
    assert len(organizations(text, "Norvik Northern Region", "Norvik")) == 2
    text = "The Norvik Northern Bank met. Norvik grew."
    assert len(organizations(text, "Norvik Northern Bank", "Norvik")) == 1


def test_a_public_body_takes_the_place_right_before_it() -> None:
    text = "The Ostrian Defense Ministry met. Ostria had a bank. Ostrian Norvik lost."
    places = spans_of(text, ["Ostrian"])
    ministry, norvik = (
        organization_mentions(text, span_of(text, w))[0] for w in ("Defense Ministry", "Norvik")
    )
    assert with_country(text, ministry, places).text == "Ostrian Defense Ministry"
    assert with_country(text, norvik, places).text == "Norvik"


def test_a_one_word_person_that_begins_a_company_name_is_the_company() -> None:
    text = "Halvorsen Foods grew. Halvorsen hired. Ada Brunn left. Brunn Bank lost. Brunn won."
    persons = [
        person_mention(text, span_of(text, words, n)) for words, n in (("Halvorsen", 1), ("Ada Brunn", 0))
    ]
    short = person_mention(text, span_of(text, "Brunn", 2))
    bodies = [organization_mentions(text, span_of(text, w))[0] for w in ("Halvorsen Foods", "Brunn Bank")]
    mentions = [mention for mention in (*persons, short) if mention is not None]
    assert [mention.text for mention in misread_people(mentions, bodies)] == ["Halvorsen"]


@given(
    st.lists(st.sampled_from("Ada Brunn Olaf Jr. Dr. O’Neil de la Cruz Ann-Marie É. '".split()), max_size=9)
)
def test_every_mention_is_in_one_name_and_spans_its_words(words: list[str]) -> None:
    text = " ".join(words)
    starts = [sum(len(word) + 1 for word in words[:k]) for k in range(len(words))]
    spans = [CharSpan(start, min(len(text), start + 9)) for start in starts[::2]]
    mentions = [mention for span in spans if (mention := person_mention(text, span))]
    held = [mention for name in cluster_people(mentions) for mention in name.mentions]
    assert sorted(held, key=_place) == sorted(mentions, key=_place)
    assert all(mention.span.of(text).split() == mention.text.split() for mention in mentions)
    assert all(name.canonical in {m.text for m in name.mentions} for name in cluster_people(mentions))


def _place(mention: NameMention) -> CharSpan:
    return mention.span


def test_a_nickname_is_the_same_person() -> None:
    text = "Chuck Brunn spoke. Charles E. Brunn left. Jan Brunn came. Robert Holt met Bob Holt."
    found = people(text, "Chuck Brunn", "Charles E. Brunn", "Jan Brunn", "Robert Holt", "Bob Holt")
    assert found == [
        ("Charles E. Brunn", ["Chuck Brunn", "Charles E. Brunn"]),
        ("Jan Brunn", ["Jan Brunn"]),
        ("Robert Holt", ["Robert Holt", "Bob Holt"]),
    ]


@given(st.permutations(["Norvik Bank", "Norvik", "NB", "Norvik Bank AS", "Harbour Council", "the Council"]))
def test_organizations_do_not_depend_on_the_order_of_the_list(order: list[str]) -> None:
    text = "Norvik Bank AS, Norvik Bank, Norvik, NB and the Council of the Harbour Council"
    mentions = [m for words in order for m in organization_mentions(text, span_of(text, words))]
    shuffled = as_texts(cluster_organizations(text, mentions))
    assert shuffled == as_texts(cluster_organizations(text, sorted(mentions, key=_place)))


def test_each_name_of_an_article_has_a_number_of_its_own() -> None:
    index = make_index(
        "Bo Ek left Norvik. Ada Brunn came.", people=["Bo Ek", "Ada Brunn"], organizations=["Norvik"]
    )
    assert [(name.number, name.canonical) for name in (*index.people, *index.organizations)] == [
        (0, "Bo Ek"),
        (1, "Ada Brunn"),
        (2, "Norvik"),
    ]


def test_distinct_names_keep_their_order() -> None:
    index = make_index("Bo Ek met Ada Brunn and Bo Ek.", people=["Bo Ek", "Ada Brunn"])
    ek, brunn = index.people
    assert distinct([brunn, ek, brunn]) == [brunn, ek]
    assert numbered([brunn])[0].number == 0


@pytest.mark.parametrize(
    ("text", "names", "canonical"),
    [
        (
            "Norvik Bay Ltd owns Norvik Bay Airlines. Norvik Bay said no.",
            ["Norvik Bay Ltd", "Norvik Bay Airlines", "Norvik Bay"],
            {"Norvik Bay Ltd", "Norvik Bay Airlines"},
        ),
        (
            "Norvik Motors of Velden Ltd met. NM Velden left.",
            ["Norvik Motors of Velden Ltd", "NM Velden"],
            {"Norvik Motors of Velden Ltd"},
        ),
        (
            "The United Harbour Workers union met. UHW left.",
            ["United Harbour Workers union", "UHW"],
            {"United Harbour Workers union"},
        ),
        ("Norvik-Moen met. NM left.", ["Norvik-Moen", "NM"], {"Norvik-Moen"}),
        (
            "Norvik Motors Credit Corp. met. NMCC left.",
            ["Norvik Motors Credit Corp.", "NMCC"],
            {"Norvik Motors Credit Corp."},
        ),
    ],
)
def test_forms_of_one_company_join_and_those_of_its_units_do_not(
    text: str, names: list[str], canonical: set[str]
) -> None:
    assert {name for name, _ in organizations(text, *names)} == canonical
