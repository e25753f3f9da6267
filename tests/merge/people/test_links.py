"""Which names of people are merged, and which are left to a person."""

from __future__ import annotations

import pytest

from tests.merge.made import Fields, doubtful, merges, organization, record, sure


def test_accents_and_capitals_do_not_count() -> None:
    assert sure([record("a", "José Marín"), record("b", "JOSE MARIN")]) == {"JOSE MARIN": "José Marín"}


def test_a_surname_alone_is_never_merged() -> None:
    same: Fields = {
        "title": "Harbour Minister",
        "affiliation": "Norvik Council",
        "words": "We will build it all again soon.",
    }
    records = [record("a", "Brunn", **same), record("b", "Ada Brunn", **same), record("c", "BRUNN", **same)]
    assert merges(records) == []


def test_a_middle_name_needs_a_second_piece_of_evidence() -> None:
    names = ("Ada Marie Brunn", "Ada Brunn")
    assert doubtful([record("a", names[0]), record("b", names[1])]) == {"Ada Brunn": "Ada Marie Brunn"}
    records = [record("a", names[0], title="Minister"), record("b", names[1], title="the former minister")]
    assert sure(records) == {"Ada Brunn": "Ada Marie Brunn"}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ada M. Brunn", "Ada Brunn"), ("Ada M Brunn", "Ada Brunn"), ("Ada M. Brunn", "Ada Marie Brunn")],
)
def test_a_middle_initial_needs_none(one: str, other: str) -> None:
    records = [record("a", one), record("b", other)]
    [merge] = merges(records)
    assert (merge.accept, merge.rule, merge.evidence) == (True, "middle", "the same but for an initial")
    assert merges([*records, record("c", "Ada Brunn Jr.")])[0].accept is False


@pytest.mark.parametrize(
    ("here", "there", "evidence"),
    [
        ({"title": "goalkeeper"}, {"title": "harbour minister"}, "but their titles differ"),
        (
            {"affiliation": "Norvik Rovers"},
            {"affiliation": "Norvik Council"},
            "but their affiliations differ",
        ),
        ({"mention": "he"}, {"mention": "she"}, None),
    ],
)
def test_an_initial_is_too_little_where_anything_differs(
    here: Fields, there: Fields, evidence: str | None
) -> None:
    found = merges([record("a", "Ada M. Brunn", **here), record("b", "Ada Brunn", **there)])
    assert not any(merge.accept for merge in found)
    assert all(merge.evidence.endswith(evidence or "") for merge in found)
    assert len(found) == (evidence is not None)


def test_a_suffix_is_no_initial() -> None:
    records = [record("a", "Ada M. Brunn Jr."), record("b", "Ada M. Brunn")]
    assert doubtful(records) == {"Ada M. Brunn": "Ada M. Brunn Jr."}


@pytest.mark.parametrize(
    ("one", "other", "evidence"),
    [
        ({"affiliation": "Norvik Bank"}, {"affiliation": "the Norvik Bank"}, "both of Norvik Bank"),
        ({"title": "Harbour Minister"}, {"title": "Harbour Minister"}, "both 'Harbour Minister'"),
        (
            {"words": "We will build it all again soon."},
            {"words": "We will build it all again, soon"},
            "the same quotation in a and b",
        ),
    ],
)
def test_initials_are_merged_on_affiliation_office_or_words(
    one: Fields, other: Fields, evidence: str
) -> None:
    [merge] = merges([record("a", "A. Brunn", **one), record("b", "Ada Brunn", **other)])
    assert (merge.name, merge.canonical, merge.accept) == ("A. Brunn", "Ada Brunn", True)
    assert merge.evidence == evidence


def test_initials_are_not_merged_on_a_common_title_or_subject() -> None:
    hint: Fields = {"title": "spokesman", "about": ["Norvik Bank"]}
    records = [record("a", "A. Brunn", **hint), record("b", "Ada Brunn", **hint)]
    assert sure(records) == {}
    assert doubtful(records) == {"A. Brunn": "Ada Brunn"}


def test_initials_that_fit_two_people_are_doubtful_at_best() -> None:
    bank: Fields = {"affiliation": "Norvik Bank"}
    records = [record("a", "A. Brunn", **bank), record("b", "Ada Brunn", **bank), record("c", "Alf Brunn")]
    assert sure(records) == {}
    [merge] = [m for m in merges(records) if m.canonical == "Ada Brunn"]
    assert "it may also be Alf Brunn" in merge.evidence


def test_a_name_without_its_middle_name_fits_none_of_two() -> None:
    records = [record("a", "Ada K. Brunn"), record("b", "Ada M. Brunn"), record("c", "Ada Brunn")]
    assert sure(records) == {}


def test_a_nickname_is_merged_where_both_speak_of_the_same() -> None:
    records = [
        record("a", "Rob Moen", about=["Norvik Bank"]),
        record("b", "Robert Moen", about=["NORVIK BANK"]),
    ]
    assert sure(records)["Rob Moen"] == "Robert Moen"


def test_a_nickname_is_merged_where_the_same_other_person_speaks() -> None:
    records = [record(article, "Ada Brunn") for article in "ab"]
    records += [record("a", "Rob Moen", number=1), record("b", "Robert Moen", number=1)]
    assert sure(records) == {"Rob Moen": "Robert Moen"}


def test_two_first_names_are_two_people_whatever_else_is_the_same() -> None:
    same: Fields = {
        "title": "Harbour Minister",
        "affiliation": "Norvik Bank",
        "words": "We will build it all again soon.",
    }
    assert merges([record("a", "Ada Brunn", **same), record("b", "Eva Brunn", **same)]) == []


def test_another_spelling_needs_more_than_a_hint() -> None:
    records = [record("a", "Muhammad Rashidi"), record("b", "Mohammed Rashidi")]
    assert sure(records) == {}
    assert len(doubtful(records)) == 1
    same: Fields = {"affiliation": "Norvik Bank"}
    assert len(sure([record("a", "Muhammad Rashidi", **same), record("b", "Mohammed Rashidi", **same)])) == 1


def test_he_and_she_are_two_people() -> None:
    same: Fields = {"affiliation": "Norvik Bank"}
    records = [
        record("a", "Chris Moen", mention="he", **same),
        record("b", "Christine Moen", mention="she", **same),
    ]
    assert sure(records) == {}


def test_one_office_many_years_apart_may_be_two_peoples() -> None:
    records = [record("a", "Otto Moen", title="President"), record("b", "Otto W. Moen", title="President")]
    for fields, published in zip(records, ("1987-03", "2006-11-02"), strict=True):
        fields["article"]["published"] = published
    assert sure(records) == {}
    [merge] = merges(records)
    assert merge.evidence == "both 'President'; but their articles are 19 years apart"


def test_other_offices_elsewhere_speak_against_one_person() -> None:
    records = [
        record("a", "José Marín", title="goalkeeper", affiliation="Norvik Rovers"),
        record("b", "Jose Marin", title="harbour minister", affiliation="Norvik Council"),
    ]
    assert sure(records) == {}
    [merge] = merges(records)
    assert merge.evidence.endswith("but one is of Norvik Council, one of Norvik Rovers")


def test_one_name_of_two_people_is_listed_with_its_articles() -> None:
    records = [
        record("a", "Ada Brunn", title="goalkeeper", affiliation="Norvik Rovers"),
        record("b", "Ada Brunn", title="harbour minister", affiliation="Norvik Council"),
        record("c", "Ada Brunn", title="minister", affiliation="Norvik Council"),
        record("d", "Ada Brunn"),
    ]
    [merge] = merges(records)
    assert (merge.rule, merge.accept, merge.only_in) == ("namesakes", False, ("a",))
    assert merge.evidence == "here of Norvik Rovers, elsewhere of Norvik Council"


def test_affiliations_are_the_same_under_any_name_of_the_organization() -> None:
    records = [
        record("a", "A. Brunn", affiliation="NHU"),
        record("b", "Ada Brunn", affiliation="Nordic Harbour Union"),
        record("c", about=[organization("Nordic Harbour Union", "NHU", how="alias")]),
        record("d", about=["NHU"]),
    ]
    assert sure(records)["A. Brunn"] == "Ada Brunn"


def test_merges_are_the_same_in_any_order() -> None:
    records = [
        record("a", "A. Brunn", affiliation="NHU"),
        record("b", "Ada Brunn", affiliation="NHU", about=["NHU", "Norvik Bank"]),
        record("c", "Ada M. Brunn", affiliation="NHU", about=["NORVIK BANK"]),
        record("d", "Rob Moen", about=["Norvik Bank Inc"]),
        record("e", "Robert Moen", about=["Norvik Bank"]),
        record("f", about=[organization("Nordic Harbour Union", "NHU", how="alias")]),
    ]
    assert merges(records) == merges(records[::-1]) == merges(records[3:] + records[:3])
    assert len(sure(records)) > 3
