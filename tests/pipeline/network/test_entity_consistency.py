"""One name, one label throughout an article."""

from __future__ import annotations

from extract.pipeline.network.entity_consistency import unify_labels
from extract.pipeline.network.viterbi import WordSpan

ORG, PERSON, DATE = range(3)
NAMES = (ORG, PERSON)


def labels(words: str, *spans: WordSpan) -> list[tuple[str, int]]:
    split = words.split()
    found = unify_labels(split, spans, NAMES, person=PERSON, organization=ORG)
    return [(" ".join(split[span.first : span.last + 1]), span.label) for span in found]


def test_a_form_that_is_clearly_one_label_gets_it_everywhere() -> None:
    spans = [WordSpan(0, 0, ORG, 0.9), WordSpan(2, 2, ORG, 0.9), WordSpan(4, 4, PERSON, 0.6)]
    assert labels("Norvik sold Norvik and Norvik", *spans) == [("Norvik", ORG)] * 3


def test_a_form_that_is_as_often_another_keeps_its_labels() -> None:
    spans = [WordSpan(0, 0, ORG, 0.9), WordSpan(2, 2, PERSON, 0.9)]
    assert labels("Holt and Holt", *spans) == [("Holt", ORG), ("Holt", PERSON)]


def test_a_name_of_several_words_is_found_where_it_was_passed_over() -> None:
    spans = [WordSpan(0, 1, ORG, 0.95)]
    assert labels("Norvik Bank sold what Norvik Bank had", *spans) == [("Norvik Bank", ORG)] * 2


def test_so_is_a_name_in_capitals() -> None:
    assert labels("NVA asked NVA", WordSpan(0, 0, ORG, 0.95)) == [("NVA", ORG)] * 2


def test_the_surname_of_someone_named_in_full_is_a_person() -> None:
    spans = [WordSpan(0, 1, PERSON, 0.9), WordSpan(3, 3, ORG, 0.9)]
    assert labels("Ada Brunn left. Brunn laughed", *spans)[1] == ("Brunn", PERSON)


def test_a_person_whose_name_begins_that_of_an_organization_is_the_organization() -> None:
    spans = [WordSpan(0, 1, ORG, 0.9), WordSpan(3, 3, PERSON, 0.9)]
    assert labels("Norvik Bank closed. Norvik apologized", *spans)[1] == ("Norvik", ORG)


def test_a_plain_word_is_not() -> None:
    assert labels("Apple grew an Apple", WordSpan(0, 0, ORG, 0.95)) == [("Apple", ORG)]


def test_nor_is_a_name_that_was_unsure_itself() -> None:
    assert labels("Norvik Bank sold Norvik Bank", WordSpan(0, 1, ORG, 0.5)) == [("Norvik Bank", ORG)]


def test_dates_keep_their_label_and_are_not_looked_for_elsewhere() -> None:
    assert labels("May Day is on May Day", WordSpan(0, 1, DATE, 0.99)) == [("May Day", DATE)]


def test_what_is_passed_over_never_lies_on_another_name() -> None:
    spans = [WordSpan(0, 1, ORG, 0.95), WordSpan(3, 5, PERSON, 0.95)]
    found = labels("Norvik Bank met Norvik Bank Holt", *spans)
    assert found == [("Norvik Bank", ORG), ("Norvik Bank Holt", PERSON)]


def test_spans_come_back_in_order() -> None:
    found = unify_labels(
        "Norvik Bank and Norvik Bank met Ada".split(),
        [WordSpan(0, 1, ORG, 0.95), WordSpan(6, 6, PERSON, 0.9)],
        NAMES,
        person=PERSON,
        organization=ORG,
    )
    assert [span.first for span in found] == [0, 3, 6]
