"""Cues beside quotations that the network left without one."""

from __future__ import annotations

import pytest

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.repairs.beside_quotations import with_cues_beside_quotations
from tests.marked_texts import make_attribution


def repaired(text: str, *items: Attribution) -> list[tuple[str | None, str | None, str]]:
    """Source, cue and first content of each attribution."""
    found = with_cues_beside_quotations(text, items, find_quotations(text, paragraph_spans(text)))
    return [
        (
            item.source[0].of(text) if item.source else None,
            item.cue[0].of(text) if item.cue else None,
            item.content[0].of(text),
        )
        for item in found
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“We lost it all,” groaned the shopkeeper, Ada Brunn.", "the shopkeeper, Ada Brunn", "groaned"),
        ("“We lost it all,” griped Ada Brunn.", "Ada Brunn", "griped"),
        ("“We lost it all,” chortled the mayor of Westmere.", "the mayor of Westmere", "chortled"),
        ("“We lost it all,” chortled the mayor on Monday.", "the mayor", "chortled"),
        (
            "“We lost it all,” blurted the Norvik Bank spokeswoman, Ada Brunn. They left.",
            "the Norvik Bank spokeswoman, Ada Brunn",
            "blurted",
        ),
        ("“We lost it all,” tittered Mr. Brunn. They left.", "Mr. Brunn", "tittered"),
        ("“We lost it all”, she mumbled.", "she", "mumbled"),
        ("“We lost it all,” snapped rival skipper Ada Brunn.", "rival skipper Ada Brunn", "snapped"),
        ("“We lost it all,” Ada Brunn, a shopkeeper, later snapped.", "Ada Brunn", "snapped"),
        ("It was late. Ada Brunn retorted: “We lost it all.”", "Ada Brunn", "retorted"),
    ],
)
def test_the_verb_and_the_subject_beside_a_quotation_are_its_cue_and_source(
    text: str, source: str, cue: str
) -> None:
    [(found_source, found_cue, content)] = repaired(text)
    assert (found_source, found_cue) == (source, cue)
    assert content.startswith("“We lost it all")


def test_a_quotation_that_was_found_without_a_cue_gets_it() -> None:
    text = "“We lost it all,” griped Ada Brunn."
    item = make_attribution(text, "“We lost it all,”")
    assert repaired(text, item) == [("Ada Brunn", "griped", "“We lost it all,”")]


@pytest.mark.parametrize(
    "text",
    [
        "“We lost it all,” opened the season.",
        "“We lost it all,” read the sign.",
        "“Vertigo,” noted the critic, is a film.",
        "“We lost it all.” Ada Brunn laughed.",
        "“We lost it all,” closed Ada Brunn.",
        "The play “We Lost It All” moved Ada Brunn.",
    ],
)
def test_no_cue_without_a_comma_a_verb_that_takes_a_quotation_and_one_who_speaks(text: str) -> None:
    assert repaired(text) == []


def test_what_the_network_found_stays() -> None:
    text = "“We lost it all,” said Holt, griped Ada Brunn."
    item = make_attribution(text, "“We lost it all,”", cue="said", source="Holt")
    assert repaired(text, item) == [("Holt", "said", "“We lost it all,”")]


def test_the_subject_of_another_cue_is_none_of_the_quotation() -> None:
    text = "“We lost it all,” Holt mumbled that it rained."
    item = make_attribution(text, "it rained", cue="mumbled", source="Holt")
    assert repaired(text, item) == [("Holt", "mumbled", "it rained")]


def test_a_later_half_with_a_verb_of_its_own_is_of_its_own_speaker() -> None:
    text = "“We won!” beamed Holt. “Nonsense,” snapped Ada Brunn."
    item = make_attribution(text, "“We won!”", "“Nonsense,”", cue="beamed", source="Holt")
    assert repaired(text, item) == [("Holt", "beamed", "“We won!”"), ("Ada Brunn", "snapped", "“Nonsense,”")]


def test_a_later_half_without_one_stays() -> None:
    text = "“We won!” beamed Holt. “It is ours,” on Monday."
    item = make_attribution(text, "“We won!”", "“It is ours,”", cue="beamed", source="Holt")
    assert repaired(text, item) == [("Holt", "beamed", "“We won!”")]
