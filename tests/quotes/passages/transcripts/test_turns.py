"""Turns of transcripts and interviews, and who answers and asks in them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.blocks import find_layout
from extract.quotes.passages.transcripts.interview import interviewee, interviewer
from extract.quotes.passages.transcripts.turns import Turn, find_turns
from tests.growth import assert_linear


def turns_of(text: str) -> tuple[Turn, ...]:
    return find_turns(text, find_layout(text).blocks)


def spoken(text: str) -> list[tuple[str | None, list[str]]]:
    """(label, contents) of each turn."""
    return [
        (turn.speaker.of(text) if turn.speaker else None, [span.of(text) for span in turn.content])
        for turn in turns_of(text)
    ]


HEARING = """Transcript of the hearing on the Orle ferry

CHAIRMAN VOSS: The committee will come to order. Ms. Adair, did you see the log?

MS. ADAIR: I saw it in May.

(Laughter.)

CHAIRMAN VOSS: And what did you do?

MS. ADAIR: (Laughs.) I filed it.

Adair then left the room.

DR. KEEL: May I add something? [inaudible]

The hearing was adjourned at noon. Paula Adair has run the ferry since 2011.
"""

TALK = """"Bread has a memory": a talk with the baker Lena Orsic

By Paul Wirth

Lena Orsic has baked in Orle for 30 years. She spoke to the Orle Courier on Friday.

Q: You began in a cellar. Why?

A: I had no money for a shop.

Nobody in our street had any.

Q: Would you do it again?

A: I would, with a window.

Her third shop opens in June.
"""


def test_turns_of_a_hearing_keep_their_full_stops_and_leave_out_stage_directions() -> None:
    assert spoken(HEARING) == [
        ("CHAIRMAN VOSS", ["The committee will come to order. Ms. Adair, did you see the log?"]),
        ("MS. ADAIR", ["I saw it in May."]),
        ("CHAIRMAN VOSS", ["And what did you do?"]),
        ("MS. ADAIR", ["I filed it."]),
        ("DR. KEEL", ["May I add something?"]),
    ]
    assert {turn.role for turn in turns_of(HEARING)} == {"name"}


def test_answer_runs_on_to_the_next_question_and_never_into_the_closing_lines() -> None:
    assert spoken(TALK) == [
        ("Q", ["You began in a cellar. Why?"]),
        ("A", ["I had no money for a shop.", "Nobody in our street had any."]),
        ("Q", ["Would you do it again?"]),
        ("A", ["I would, with a window."]),
    ]
    assert [turn.role for turn in turns_of(TALK)] == ["question", "answer", "question", "answer"]


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("Q.", "A.", ("Q", "A")),
        ("Q1:", "A1:", ("Q1", "A1")),
        ("Question:", "Answer:", ("Question", "Answer")),
        ("**Q:**", "**A:**", ("Q", "A")),
        ("The Courier:", "Lena Orsic:", ("The Courier", "Lena Orsic")),
        ("COURIER:", "ORSIC:", ("COURIER", "ORSIC")),
        ("OC:", "LO:", ("OC", "LO")),
        ("MARTA BLOOM, HOST:", "LENA ORSIC (R-Orle):", ("MARTA BLOOM", "LENA ORSIC")),
    ],
)
def test_labels_in_many_styles(first: str, second: str, labels: tuple[str, str]) -> None:
    text = (
        "Talk\n\nWe met Lena Orsic of the Orle Courier and Marta Bloom for an interview, as Orsic says.\n\n"
        f"{first} Why do you bake?\n\n{second} I like the smell.\n\n{first} Will you stop?\n\n{second} Never."
    )
    assert [label for label, _ in spoken(text)] == [*labels, *labels]
    assert spoken(text)[1][1] == ["I like the smell."]


def test_label_on_a_line_of_its_own() -> None:
    text = "MR. VOSS:\n\nDid you see it?\n\nMS. ADAIR:\n\nI did.\n\nMR. VOSS:\n\nThank you."
    assert spoken(text) == [
        ("MR. VOSS", ["Did you see it?"]),
        ("MS. ADAIR", ["I did."]),
        ("MR. VOSS", ["Thank you."]),
    ]


def test_quotation_marks_around_a_turn_are_no_content() -> None:
    text = "MR. VOSS: “Did you see it?”\n\nMS. ADAIR: “I did.”\n\nMR. VOSS: “When did you?”"
    assert [contents for _, contents in spoken(text)] == [["Did you see it?"], ["I did"], ["When did you?"]]


def test_narration_between_turns_belongs_to_nobody() -> None:
    text = (
        "MR. VOSS: Did you see it?\n\nMS. ADAIR: I did.\n\nAdair then left the room for an hour.\n\n"
        "The room was cold, “colder than the ferry,” a clerk said.\n\nMR. VOSS: Are you back?"
    )
    assert [contents for _, contents in spoken(text)] == [["Did you see it?"], ["I did."], ["Are you back?"]]


def test_questions_and_answers_without_labels_must_alternate_three_times() -> None:
    head = "An interview with Lena Orsic\n\nLena Orsic bakes in Orle. We spoke to her on Friday.\n\n"
    pairs = [
        "When did you begin?\n\nI began at 16.",
        "What did your father say?\n\nHe told me to sleep more.",
        "Would you do it again?\n\nI would.",
    ]
    assert spoken(head + "\n\n".join(pairs[:2])) == []
    assert spoken(head + "\n\n".join(pairs)) == [
        (None, [part]) for pair in pairs for part in pair.split("\n\n")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "WHO: The mayor\n\nWHAT: A walk, and you are invited\n\nWHEN: Monday\n\nWHO: The council",
        "Note: We added a photo.\n\nUpdate: We changed it.\n\nNote: Do you like it?",
        "Community: Orle\n\nProgram Area: Fire\n\nCommunity: Stell\n\nProgram Area: Water",
        "MYTH: You can skip it.\n\nFACT: You cannot.\n\nMYTH: We pay.\n\nFACT: You pay.",
        "MOSCOW: The mayor resigned.\n\nPARIS: “I stay,” the mayor said.\n\nMOSCOW: He left.",
        "What happened: A dam broke.\n\nWhy it matters: Water.\n\nWhat happened: It rained.",
        "10:15: The train leaves.\n\n10:40: We arrive.\n\n10:15: You wait.",
        "A. The ferry sank.\n\nB. The ferry stayed.\n\nC. You tell us.",
        "Q: How do I register?\n\nA: Online.\n\nQ: Where do I vote?\n\nA: At the town hall.",
        "Sanders: He lost Orle.\n\nClinton: She won Stell.\n\nSanders: He won Karst.",
        "What is rain?\n\nWater that falls.\n\nWhat is snow?\n\nIce.\n\nWhy is it cold?\n\nNobody knows.",
        "Ines Roe: “We are glad.”",
        "",
    ],
)
def test_no_turns(text: str) -> None:
    assert turns_of(text) == ()


def test_interviewee_and_interviewer() -> None:
    people = ["Paul Wirth", "Lena Orsic", "Ida Moor"]
    assert interviewee(TALK, turns_of(TALK), people) == "Lena Orsic"
    assert interviewer(TALK, turns_of(TALK), people) == "Paul Wirth"
    assert interviewer(TALK, turns_of(TALK), []) == "Paul Wirth"
    assert interviewee(TALK, (), people) is None


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Iva Sand spoke to Karl Ott in Orle.", "Iva Sand"),
        ("We sat down with Karl Ott. Iva Sand, his rival, was abroad.", "Karl Ott"),
        ("President Karl Ott and Ott's plans worry many, Iva Sand tells the Courier.", "Iva Sand"),
        ("Nobody is named here.", None),
    ],
)
def test_interviewee_by_the_words_around_the_name(head: str, expected: str | None) -> None:
    text = f"Five questions\n\n{head}\n\nQ: Are you well?\n\nA: I am.\n\nQ: Will you stay?\n\nA: I will."
    assert interviewee(text, turns_of(text), ["Karl Ott", "Iva Sand"]) == expected


PIECES = [
    "Q: ",
    "A: ",
    "\n\n",
    "MR. VOSS: ",
    "ORSIC: ",
    "I did.",
    "Did you?",
    "“",
    '"',
    "(Laughs.)",
    "é😀 ",
    "[",
    " ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80))
def test_contents_are_ascending_and_hold_words(text: str) -> None:
    contents = [span for turn in turns_of(text) for span in turn.content]
    assert all(span.of(text).strip() and 0 <= span.start < span.end <= len(text) for span in contents)
    assert all(a.end <= b.start for a, b in pairwise(contents))
    for turn in turns_of(text):
        assert turn.content
        assert turn.speaker is None or turn.speaker.end <= turn.content[0].start


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["Q: Did you?\n\nA: I did.\n\n", "MR. VOSS: (", "Is it you?\n\nI am.\n\n", "“A ", "A" * 5]
)
def test_takes_linear_time(piece: str) -> None:
    assert_linear(lambda text: find_turns(text, find_layout(text).blocks), piece, 200_000)


def test_labels_in_capitals_that_come_back_and_say_i_need_no_other_mention() -> None:
    text = "ANNA ROE: I was there.\n\nTIM DORN: Me too.\n\nANNA ROE: They told us so.\n\nTIM DORN: We left."
    assert [label for label, _ in spoken(text)] == ["ANNA ROE", "TIM DORN", "ANNA ROE", "TIM DORN"]
