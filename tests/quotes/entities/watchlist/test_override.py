"""The entities of an article with those of the lists."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.pipeline.entity import Entity
from extract.spans import CharSpan
from tests.marked_texts import span_of, spans_of
from tests.watch_lists import watch_lists

LISTS = watch_lists(
    organizations=[
        "o1: Norvik Bank | Norvik",
        "o2: Bank of Ostervik",
        "o3: Morgan Halm",
        "o4: Kestrel",
        "o5: Brunn",
        "o6: Jan Moen",
    ],
    people=["p1: Ada Brunn", "p2: Lula", "p3: Jan Moen"],
)


def entities(text: str, found: Mapping[str, str]) -> list[tuple[str, str]]:
    given = [Entity(span, found[span.of(text)]) for span in spans_of(text, found)]
    return [(entity.span.of(text), entity.label) for entity in LISTS.entities(text, given)[0]]


@pytest.mark.parametrize(
    ("text", "found", "named"),
    [
        ("They met at Norvik Bank.", {}, [("Norvik Bank", "ORG")]),
        ("They met at Norvik Bank.", {"Norvik Bank": "ORG"}, [("Norvik Bank", "ORG")]),
        ("They met the Norvik Bank.", {"the Norvik Bank": "ORG"}, [("the Norvik Bank", "ORG")]),
        ("It met Norvik Bank Ltd.", {"Norvik Bank Ltd.": "ORG"}, [("Norvik Bank Ltd.", "ORG")]),
        ("They met at Norvik Stadium.", {"Norvik Stadium": "FAC"}, [("Norvik Stadium", "FAC")]),
        ("The Bank of Ostervik fell.", {"Ostervik": "LOC"}, [("Bank of Ostervik", "ORG")]),
        ("The Bank of Ostervik fell.", {"Bank": "ORG", "Ostervik": "LOC"}, [("Bank of Ostervik", "ORG")]),
        ("He sued Morgan Halm.", {"Morgan Halm": "PERSON"}, [("Morgan Halm", "ORG")]),
        ("He sued Kestrel in May.", {"Kestrel": "PERSON"}, [("Kestrel", "ORG")]),
        ("He sued Kestrel in May.", {"Kestrel": "PRODUCT"}, [("Kestrel", "ORG")]),
        ("Kestrel prices fell in May.", {}, []),
        ("Kestrel prices fell, and Kestrel said so.", {}, [("Kestrel", "ORG"), ("Kestrel", "ORG")]),
        ("He saw Dr. Ada Brunn.", {"Dr. Ada Brunn": "PERSON"}, [("Dr. Ada Brunn", "PERSON")]),
        ("He saw Ada Brunn there.", {"Ada": "PERSON"}, [("Ada Brunn", "PERSON")]),
        ("He saw Ada Brunn there.", {"Ada Brunn": "ORG"}, [("Ada Brunn", "PERSON")]),
        ("He saw Lula in spring.", {"Lula": "LOC"}, [("Lula", "LOC")]),
    ],
)
def test_names_of_lists_are_found_and_have_their_kind(
    text: str, found: Mapping[str, str], named: list[tuple[str, str]]
) -> None:
    assert entities(text, found) == named


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("They flew to Kestrel in the spring.", "LOC"),
        ("They met in Kestrel in the spring.", "FAC"),
        ("They asked Kestrel in the spring.", "FAC"),
        ("They left when Kestrel said it would fall.", "LOC"),
    ],
)
def test_a_place_is_an_organization_where_it_acts(text: str, label: str) -> None:
    becomes = "asked" in text or "said" in text
    assert entities(text, {"Kestrel": label}) == [("Kestrel", "ORG" if becomes else label)]


def test_the_surname_of_a_person_is_no_organization() -> None:
    text = "Ada Brunn left. The town thanked Brunn in May."
    assert entities(text, {"Ada Brunn": "PERSON", "Brunn": "PERSON"}) == [
        ("Ada Brunn", "PERSON"),
        ("Brunn", "PERSON"),
    ]
    assert entities(text, {"Ada Brunn": "PERSON"}) == [("Ada Brunn", "PERSON")]


def test_a_name_on_both_lists_is_what_the_model_says_or_disputed() -> None:
    text = "They asked Jan Moen in May."
    for label in ("PERSON", "ORG"):
        assert entities(text, {"Jan Moen": label}) == [("Jan Moen", label)]
    assert LISTS.entities(text, []) == ([], [span_of(text, "Jan Moen")])


def test_where_the_lists_do_not_count_nothing_is_found() -> None:
    text = "KESTREL, April 6. They asked Kestrel in May."
    found, _ = LISTS.entities(text, [], apart=span_of(text, "KESTREL, April 6."))
    assert [entity.span for entity in found] == [span_of(text, "Kestrel")]


def test_without_lists_entities_stay_as_they_are() -> None:
    given = [Entity(span_of("Ada", "Ada"), "PERSON")]
    assert watch_lists().entities("Ada", given) == (given, [])


@given(
    st.lists(
        st.sampled_from(
            ["Norvik", "Bank", "Ada", "Brunn", "Jan", "Moen", "of", "the", "é́", "\n\n", ".", "’s"]
        )
    ),
    st.lists(
        st.tuples(st.integers(0, 12), st.integers(0, 3), st.sampled_from(["ORG", "PERSON", "LOC", "DATE"]))
    ),
)
def test_entities_are_in_the_text_in_order_and_apart(
    words: list[str], marked: list[tuple[int, int, str]]
) -> None:
    text = " ".join(words)
    ends = [len(" ".join(words[: n + 1])) for n in range(len(words))]
    given: list[Entity] = []
    for first, more, label in sorted(marked):
        if first + more < len(words):
            span = CharSpan(ends[first] - len(words[first]), ends[first + more])
            if not given or given[-1].span.end <= span.start:
                given.append(Entity(span, label))
    found, _ = LISTS.entities(text, given)
    at = 0
    for entity in found:
        assert at <= entity.span.start < entity.span.end <= len(text)
        at = entity.span.end
