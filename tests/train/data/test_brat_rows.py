"""Brat's names and attributions as training rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError
from extract.train.data.brat import read_brat
from extract.train.data.problems import Problems
from tests.train.annotated import TEXT, standoff, words_of, write_brat

brat_rows: Any = pytest.importorskip("extract.train.data.brat_rows", exc_type=ImportError)

Marked = Iterable[tuple[str, str]]
Make = Callable[..., Any]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """`make(marked, lines)` is the row of TEXT with these annotations; problems are raised."""

    def call(marked: Marked, others: Iterable[str] = (), **options: Any) -> Any:
        problems = Problems()
        file = read_brat(write_brat(tmp_path, "a", TEXT, standoff(TEXT, marked, others)), problems)
        assert file is not None
        row = brat_rows.brat_row(file, problems, **options)
        problems.check()
        return row

    return call


def attributions(row: Any) -> list[dict[str, list[str]]]:
    return [{role: words_of(row.text, spans) for role, spans in item.items()} for item in row.attributions]


SAID = [("Source", "Ines Corvo"), ("Cue", "said"), ("Content", "The harbor of Port Selby stays shut")]
FOUND = {
    "source": ["Ines Corvo"],
    "cue": ["said"],
    "content": ["The harbor of Port Selby stays shut"],
}


def test_relations_join_a_cue_with_source_and_content(make: Make) -> None:
    row = make(SAID, ["R1\tAttribution Arg1:T2 Arg2:T1", "R2\tAttribution Arg1:T2 Arg2:T3"])
    assert attributions(row) == [FOUND]


def test_relations_may_point_the_other_way_and_have_any_name(make: Make) -> None:
    row = make(SAID, ["R1\tSpeaker-Of Arg1:T1 Arg2:T2", "R2\tsaid_by From:T3 To:T2"])
    assert attributions(row) == [FOUND]


def test_types_are_read_in_any_case_and_by_their_other_names(make: Make) -> None:
    marked = [("SPEAKER", "Ines Corvo"), ("cue", "said"), ("Quote", "The harbor of Port Selby stays shut")]
    row = make(marked, ["R1\tA Arg1:T2 Arg2:T1", "R2\tA Arg1:T2 Arg2:T3"])
    assert attributions(row) == [FOUND]


def test_an_event_has_its_cue_as_trigger(make: Make) -> None:
    marked = [
        ("PERSON", "Ines Corvo"),
        ("Attribution", "said"),
        ("Content", "The harbor of Port Selby stays shut"),
    ]
    row = make(marked, ["E1\tAttribution:T2 Source:T1 Content1:T3"])
    assert attributions(row) == [FOUND]
    assert [label for *_, label in row.entities] == ["PERSON"]


@pytest.mark.parametrize("line", ["Attribution Arg1:T2 Arg2:T1", "Of Cue:T2 Source:T1"])
def test_a_name_is_a_source_where_the_relation_says_so(make: Make, line: str) -> None:
    row = make([("PERSON", "Ines Corvo"), *SAID[1:]], [f"R1\t{line}", "R2\tA Arg1:T2 Arg2:T3"])
    assert attributions(row) == [FOUND]


def test_a_relation_of_another_kind_is_passed_over(make: Make) -> None:
    row = make(
        [("PERSON", "Ines Corvo"), *SAID[1:], ("ORG", "Nordkai Shipping")],
        ["R1\tPlace Arg1:T2 Arg2:T1", "R2\tA Arg1:T2 Arg2:T3", "R3\tSays-For Arg1:T1 Arg2:T4"],
    )
    assert attributions(row) == [FOUND | {"source": []}]


def test_an_event_of_another_kind_is_passed_over(make: Make) -> None:
    row = make([("PERSON", "Ines Corvo"), ("Closing", "shut")], ["E1\tClosing:T2 Agent:T1"])
    assert row.attributions is None


def test_a_content_in_pieces_has_its_marks_and_stays_in_pieces(make: Make) -> None:
    marked = [
        ("Source", "the harbor master"),
        ("Cue", "told"),
        ("Content", "We found cracks in the east wall...and nobody sails before they are closed"),
    ]
    row = make(marked, ["R1\tA Arg1:T2 Arg2:T1", "R2\tA Arg1:T2 Arg2:T3"])
    assert attributions(row)[0]["content"] == [
        "“We found cracks in the east wall,”",
        "“and nobody sails before they are closed.”",
    ]


def test_that_is_part_of_a_content_and_not_of_a_cue(make: Make) -> None:
    for cue in ("announced", "announced that"):
        marked = [
            ("Source", "Nordkai Shipping"),
            ("Cue", cue),
            ("Content", "its ferries would go to Almsund"),
        ]
        row = make(marked, ["R1\tA Arg1:T2 Arg2:T1", "R2\tA Arg1:T2 Arg2:T3"])
        assert attributions(row) == [
            {
                "source": ["Nordkai Shipping"],
                "cue": ["announced"],
                "content": ["that its ferries would go to Almsund"],
            }
        ]


def test_a_cue_has_no_addressee(make: Make) -> None:
    marked = [("Cue", "told reporters"), ("Content", "We found cracks in the east wall")]
    assert attributions(make(marked, ["R1\tA Arg1:T1 Arg2:T2"]))[0]["cue"] == ["told"]


def test_a_content_without_a_cue_may_stand_alone_or_with_its_source(make: Make) -> None:
    marked = [
        ("Content", "stays shut"),
        ("Source", "Ines Corvo"),
        ("Content", "We found cracks in the east wall"),
    ]
    row = make(marked, ["R1\tA Arg1:T1 Arg2:T2"])
    assert attributions(row) == [
        {"source": ["Ines Corvo"], "cue": [], "content": ["stays shut"]},
        {"source": [], "cue": [], "content": ["“We found cracks in the east wall,”"]},
    ]


def test_the_pieces_of_a_cue_are_joined_by_a_relation(make: Make) -> None:
    marked = [("Cue", "told"), ("Cue", "reporters"), ("Content", "We found cracks in the east wall")]
    [found] = attributions(make(marked, ["R1\tA Arg1:T1 Arg2:T2", "R2\tA Arg1:T2 Arg2:T3"]))
    assert found["cue"] == ["told", "reporters"]


def test_what_stands_inside_a_content_is_not_learned(make: Make) -> None:
    whole = "Nordkai Shipping announced that its ferries would go to Almsund"
    marked = [
        *SAID[:2],
        ("Content", whole),
        ("Source", "Nordkai Shipping"),
        ("Cue", "announced"),
        ("Content", "its ferries would go to Almsund"),
    ]
    lines = [f"R{n}\tA Arg1:{cue} Arg2:{end}" for n, (cue, end) in enumerate(_JOINS)]
    row = make(marked, lines)
    assert attributions(row) == [FOUND | {"content": [whole]}]


_JOINS = [("T2", "T1"), ("T2", "T3"), ("T5", "T4"), ("T5", "T6")]


def test_an_article_with_names_alone_teaches_names_alone(make: Make) -> None:
    row = make([("PER", "Ines Corvo"), ("Organisation", "Nordkai Shipping"), ("GPE", "Almsund")])
    assert row.attributions is None
    assert [(row.text[s:e], label) for s, e, label in row.entities] == [
        ("Ines Corvo", "PERSON"),
        ("Nordkai Shipping", "ORG"),
        ("Almsund", "LOC"),
    ]


def test_an_article_with_attributions_alone_teaches_no_names(make: Make) -> None:
    row = make(SAID, ["R1\tA Arg1:T2 Arg2:T1", "R2\tA Arg1:T2 Arg2:T3"])
    assert row.entities is None


def test_a_name_in_pieces_is_not_known(make: Make) -> None:
    row = make([("ORG", "Nordkai...ferries"), ("PERSON", "Ines Corvo")])
    assert [label for *_, label in row.entities] == ["PERSON"]
    assert words_of(row.text, row.ignore) == ["Nordkai Shipping announced that its ferries"]


def test_an_article_without_annotation_is_none(make: Make) -> None:
    assert make([]) is None


@pytest.mark.parametrize(
    ("marked", "others", "message"),
    [
        ([("Topic", "storm")], [], "a.ann:1: the type 'Topic' of T1 is neither"),
        ([("ORG", "Port Selby"), ("LOC", "Selby")], [], "a.ann:2: the names T1 and T2 overlap"),
        (SAID, ["R1\tA Arg1:T2 Arg2:T3"], "a.ann:1: the source T1 belongs to nothing"),
        (SAID[:2], ["R1\tA Arg1:T2 Arg2:T1"], "a.ann:2: the cue T2 has no content"),
        (
            [("Cue", "said"), ("Content", "stays shut until Friday, Ines Corvo said")],
            ["R1\tA Arg1:T1 Arg2:T2"],
            "a.ann:2: T1 and T2 overlap",
        ),
        (
            [("Attribution", "said"), ("Attribution", "told")],
            ["E1\tAttribution:T2 Content:E2", "E2\tAttribution:T1"],
            "a.ann:3: the content E2 of E1 is an event",
        ),
    ],
)
def test_what_cannot_be_learned_is_a_problem(
    make: Make, marked: Marked, others: list[str], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        make(marked, others)


def test_types_to_ignore_are_left_out(make: Make) -> None:
    row = make([("Topic", "storm"), ("PERSON", "Ines Corvo")], ignored=["topic"])
    assert len(row.entities) == 1
