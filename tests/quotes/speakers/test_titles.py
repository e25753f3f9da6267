"""Titles beside a name: before it, behind it, across a comma, in a predicate."""

from __future__ import annotations

import pytest

from extract import load
from extract.quotes.speakers.titles import Titles
from tests.marked_texts import make_index


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Harrow Bay board member Bo Ek spoke.", "Harrow Bay board member"),
        ("Secretary of State Bo Ek spoke.", "Secretary of State"),
        ("He is the brother of President Bo Ek.", "President"),
        ("A daughter of former Senator Bo Ek spoke.", "former Senator"),
        ("“No,” said archaeologist Dr Bo Ek.", "archaeologist"),
        ("“No,” said government spokesman Bo Ek.", "government spokesman"),
        ("In Devonport and Mr Bo Ek spoke.", None),
        ("Mr. Bo Ek spoke.", None),
        ("Bo Ek, whose side meet Eastmoor next, spoke.", None),
        ("Bo Ek, a surgeon who led the team, spoke.", "surgeon"),
        ("Bo Ek, a University of Oslo law professor, spoke.", "University of Oslo law professor"),
        ("Bo Ek, speaking to Norvik TV after the senator left, said no.", None),
        ("Bo Ek, wrote on Twitter.", None),
        ("At 10:57 pm Bo Ek spoke.", None),
        ("Bo Ek, M.D., Ph.D., chief medical officer of Norvik, spoke.", "chief medical officer of Norvik"),
        ("Bo Ek, 48, a staff accountant, spoke.", "staff accountant"),
        ("Bo Ek (D), MD, the mayor, spoke.", "mayor"),
        ("Bo Ek, as director of the trust, spoke.", "director of the trust"),
        ("Asked whether he would be mayor in 2030, Bo Ek said no.", None),
        ("Acting mayor, Bo Ek, said no.", "Acting mayor"),
        ("Energy Secretary Bo Ek came.\n\nSECRETARY Bo Ek: No.", "Energy Secretary"),
        ("Its chairman, Bo Ek, said no.", "chairman"),
        ("“No,” said Bo Ek, editor of Norvik.example.", "editor of Norvik.example"),
        ("Bo Ek, head of the U.S. Board, said no.", "head of the U.S. Board"),
        ("The trust’s chief executive, Bo Ek, said no.", "chief executive"),
        (
            "The secretary general of ICE (Inland Council of Ecology), Bo Ek, said no.",
            "secretary general of ICE",
        ),
        ("On Tuesday, Bo Ek said no.", None),
        ("For her part, the director of customs, Bo Ek, said no.", "director of customs"),
        ("This came after Chairman of the Board, Bo Ek, said no.", "Chairman of the Board"),
        ("She also thanked his wife, Bo Ek, and left.", None),
        ("But the mayor, Bo Ek, said no.", "mayor"),
        ("“No,” said its general secretary, Bo Ek.", "general secretary"),
        ("Chief Minister Smt Bo Ek spoke.", "Chief Minister"),
        ("Shri Bo Ek spoke.", None),
        ("Shri Bo Ek, MLA, spoke.", "MLA"),
        (
            "The National President of the Oil Forum (OF), Chief Bo Ek, spoke.",
            "National President of the Oil Forum",
        ),
        ("The Command’s Public Relations Officer, DSP Bo Ek, spoke.", "Command’s Public Relations Officer"),
        ("Chief Bo Ek spoke.", "Chief"),
        ("The company, Bo Ek said, is broke.", None),
        ("Bo Ek is a surgeon at Westmere Hospital.", "surgeon at Westmere Hospital"),
        ("Bo Ek is tired of it.", None),
        ("Rt Hon. Bo Ek, the works minister, said no.", "works minister"),
        ("Works Minister Datuk Seri Bo Ek said no.", "Works Minister"),
        ("Engr. Bo Ek, FNSE, head of the works (HW), said no.", "head of the works"),
        ("The blaze began. Det Ch Insp Bo Ek said no.", "Det Ch Insp"),
        ("It was the Harbour Police SP Bo Ek who said no.", "Harbour Police SP"),
        ("Bo Ek, seated beside the mayor, said no.", None),
        ("Bo Ek, reading a letter from the governor, said no.", None),
        ("Bo Ek, no friend of the mayor, said no.", None),
        ("Bo Ek, on behalf of her boss, said no.", None),
        ("Bo Ek, a child on her arm, said no.", None),
        ("Bo Ek, himself a former miner, said no.", "former miner"),
        ("Bo Ek, retired miner, said no.", "retired miner"),
        ("Bo Ek is the only candidate.", None),
        ("Bo Ek was the first minister to leave.", None),
    ],
)
def test_a_title_stands_beside_the_name(text: str, title: str | None) -> None:
    index = make_index(text, people=["Bo Ek"])
    [name] = index.people
    found = Titles(index).of(name.mentions[-1].span, name)
    assert (found.of(text) if found else None) == title


@pytest.mark.model
@pytest.mark.parametrize(
    "verb",
    "said announced predicted alleged stressed acknowledged testified admitted complained groaned".split(),
)
def test_title_and_affiliation_are_read_behind_any_verb(verb: str) -> None:
    text = f'Norvik Bank opened a branch. "We are pleased," {verb} the Norvik Bank spokeswoman, Jane Roe.'
    [record] = load().records(text)
    assert record.speaker.name == "Jane Roe"
    assert record.speaker.title == "Norvik Bank spokeswoman"
    assert record.speaker.affiliation == "Norvik Bank"
