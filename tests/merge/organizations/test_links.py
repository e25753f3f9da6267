"""Which names of organizations are merged, and which are left to a person."""

from __future__ import annotations

from tests.merge.made import Fields, doubtful, merges, organization, record, sure

NHU = "Nordic Harbour Union"


def short(article: str, name: str, mention: str) -> Fields:
    """A record in which a short form stands for a fuller name."""
    return record(article, about=[organization(name, mention, how="alias")])


def test_case_article_and_legal_form_do_not_count() -> None:
    found = sure(
        [record("a", about=["Norvik Bank"]), record("b", about=["the NORVIK BANK", "Norvik Bank Ltd."])]
    )
    assert found == {"Norvik Bank": "Norvik Bank Ltd.", "the NORVIK BANK": "Norvik Bank Ltd."}


def test_speakers_that_are_organizations_are_merged_with_those_spoken_of() -> None:
    records = [record("a", "Norvik Bank Inc", kind="organization"), record("b", about=["Norvik Bank"])]
    assert sure(records) == {"Norvik Bank": "Norvik Bank Inc"}


def test_a_public_body_that_names_no_country_is_another_in_every_article() -> None:
    records = [record("a", about=["Foreign Ministry"]), record("b", about=["the foreign ministry"])]
    assert merges([*records, record("c", about=["Ministry of Foreign Affairs"])]) == []


def test_a_department_in_another_order_is_the_same_where_the_batch_knows_of_one() -> None:
    records = [record("a", about=["Department of Justice"]), record("b", about=["the Justice Department"])]
    assert sure(records) == {"the Justice Department": "Department of Justice"}
    [merge] = merges(records)
    assert (merge.rule, merge.evidence) == ("spelling", "the same but for the order of its words")
    national = record("c", about=["Norvik Department of Justice"])
    assert sure([*records, national]) == {"the Justice Department": "Department of Justice"}
    joined = record("d", about=["NHU and Justice Department"])
    assert "the Justice Department" in sure([*records, national, joined])
    another = record("e", about=["Osterland Justice Department"])
    assert merges([*records, national, another]) == []
    many = [record(f"other {number}", about=["Justice Department"]) for number in range(8)]
    assert sure([*records, national, another, *many])["Justice Department"] == "Department of Justice"


def test_dotted_letters_are_the_acronym() -> None:
    records = [record("a", about=["the N.H.U."]), record("b", about=["NHU"]), record("c", about=["N. H. U."])]
    assert len(set(sure(records).values())) == 1
    assert len(sure(records)) == 2


def test_legal_forms_of_two_countries_are_doubtful() -> None:
    records = [record("a", about=["Halvorsen Foods AG"]), record("b", about=["Halvorsen Foods Inc"])]
    assert sure(records) == {}
    assert doubtful(records) == {"Halvorsen Foods Inc": "Halvorsen Foods AG"}


def test_an_acronym_spelled_out_in_another_article_is_merged() -> None:
    records = [record("a", about=["NHU"]), short("b", NHU, "NHU")]
    [merge] = merges(records)
    assert (merge.name, merge.canonical, merge.accept, merge.rule) == ("NHU", NHU, True, "acronym")
    assert merge.evidence == "spelled out in b"


def test_in_a_large_batch_one_article_is_not_enough_unless_another_tells_the_same_story() -> None:
    others = [record(f"other {number}", about=["Norvik Bank"]) for number in range(100)]
    records = [*others, record("a", about=["NHU"]), short("b", NHU, "NHU")]
    assert sure(records) == {}
    assert doubtful(records) == {"NHU": NHU}
    assert sure([*records, short("c", NHU, "NHU")]) == {"NHU": NHU}
    story = [record(article, "Ada Brunn", number=1) for article in "ab"]
    assert sure(records + story) == {"NHU": NHU}


def test_an_acronym_in_brackets_is_spelled_out() -> None:
    assert sure([record("a", about=["NHU"]), record("b", about=[f"{NHU} (NHU)"])]) == {"NHU": f"{NHU} (NHU)"}


def test_initials_alone_are_doubtful() -> None:
    records = [record("a", about=["NHU"]), record("b", about=[NHU])]
    assert sure(records) == {}
    assert doubtful(records) == {"NHU": NHU}


def test_initials_are_enough_where_the_same_person_speaks_of_both() -> None:
    records = [record("a", "Ada Brunn", about=["NHU"]), record("b", "Ada Brunn", about=[NHU])]
    assert sure(records) == {"NHU": NHU}


def test_letters_that_do_not_fit_are_no_acronym() -> None:
    assert merges([record("a", about=["SAFF"]), short("b", NHU, "SAFF")]) == []


def test_an_acronym_spelled_out_in_two_ways_is_doubtful() -> None:
    records = [record("a", about=["NHU"]), short("b", NHU, "NHU"), short("c", "Norvik Health Unit", "NHU")]
    assert sure(records) == {}
    assert set(doubtful(records)) == {"NHU"}


def test_an_acronym_of_two_is_merged_in_the_articles_that_tell_which() -> None:
    records = [
        record("a", "Ada Brunn", about=["NHU"]),
        record("b", "Ada Brunn", about=[organization(NHU, "NHU", how="alias")]),
        short("c", "Norvik Health Unit", "NHU"),
        record("d", about=["NHU"]),
    ]
    first, second = sorted(merges(records), key=lambda merge: not merge.accept)
    assert (first.canonical, first.only_in, first.articles) == (NHU, ("a",), 1)
    assert (second.accept, second.only_in) == (False, ("d",))


def test_a_short_form_is_merged_with_the_one_fuller_name() -> None:
    records = [record("a", about=["Halvorsen"]), *(short(x, "Halvorsen Foods", "Halvorsen") for x in "bc")]
    assert sure(records) == {"Halvorsen": "Halvorsen Foods"}


def test_a_short_form_heard_more_often_is_a_name_of_its_own() -> None:
    records = [record(x, about=["Halvorsen"]) for x in "abc"]
    records += [short(x, "Halvorsen Shipyards", "Halvorsen") for x in "de"]
    assert sure(records) == {}
    assert doubtful(records) == {"Halvorsen": "Halvorsen Shipyards"}


def test_a_short_form_of_two_is_doubtful() -> None:
    records = [record("a", about=["Halvorsen"]), *(short(x, "Halvorsen Foods", "Halvorsen") for x in "bc")]
    records.append(record("d", about=["Halvorsen Hotels"]))
    assert sure(records) == {}
    assert doubtful(records) == {"Halvorsen": "Halvorsen Foods"}


def test_names_that_one_article_tells_apart_are_two() -> None:
    records = [record("a", about=["Halvorsen", "Halvorsen Foods"])]
    records += [short(x, "Halvorsen Foods", "Halvorsen") for x in "bc"]
    assert sure(records) == {}


def test_a_common_noun_is_short_for_nothing() -> None:
    records = [record("a", about=["Council"]), *(short(x, "Council of Norvik", "Council") for x in "bc")]
    assert merges(records) == []


def test_one_id_of_a_watch_list_is_one_name() -> None:
    records = [
        record("a", about=[organization("Norvik Bank", id="17")]),
        record("b", about=[organization("The Old Lady of Norvik", id="17")]),
    ]
    assert len(sure(records)) == 1


def test_two_ids_of_a_watch_list_are_never_merged() -> None:
    records = [
        record("a", about=[organization("Norvik Bank", id="17")]),
        record("b", about=[organization("Norvik Bank Inc", id="18")]),
        record("c", about=["NORVIK BANK"]),
    ]
    assert len(set(sure(records).values())) == 1
    assert {"Norvik Bank", "Norvik Bank Inc"}.isdisjoint(sure(records))


def test_other_things_in_the_list_are_left_alone() -> None:
    place = organization("Norvik") | {"kind": "place"}
    assert merges([record("a", about=[place]), record("b", about=["NORVIK"])]) == []


def test_the_canonical_name_is_no_possessive_and_no_misprint() -> None:
    assert sure([record("a", about=["Norvik's"]), record("b", about=["Norvik"])]) == {"Norvik's": "Norvik"}
