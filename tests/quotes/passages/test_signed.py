"""Signed quotations."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.blocks import find_layout
from extract.layout.quotation_marks.quotations import find_quotations
from extract.quotes.passages.signed import Signed, find_signed
from tests.growth import assert_linear

WORDS = "“The old mill will grind again, and we will all eat.”"
INNER = "The old mill will grind again, and we will all eat"


def signed_of(text: str) -> tuple[Signed, ...]:
    blocks = find_layout(text).blocks
    return find_signed(text, blocks, find_quotations(text, [block.span for block in blocks]))


def signers(text: str) -> list[tuple[str, str | None]]:
    return [
        (found.source.of(text), found.title.of(text) if found.title else None) for found in signed_of(text)
    ]


@pytest.mark.parametrize(
    ("signature", "source", "title"),
    [
        ("— Ida Moor, chief executive", "Ida Moor", "chief executive"),
        ("- Ida Moor, CEO of Orle Mills.", "Ida Moor", "CEO of Orle Mills"),
        ("– Dr. Ida Moor (Orle Mills)", "Ida Moor", "Orle Mills"),
        ("--Ida Moor", "Ida Moor", None),
        ("~ Ida Moor, 1994", "Ida Moor", None),
        (
            "― Ida van der Moor, Chair of the Board, Orle Mills",
            "Ida van der Moor",
            "Chair of the Board, Orle Mills",
        ),
        ("- U.S. Senator Ida Moor (D-Orle)", "Ida Moor", "U.S. Senator"),
        ("— Ida Moor (@idamoor) May 5, 2016", "Ida Moor", None),
        ("— Resident of Orle", "Resident of Orle", None),
        ("(Ida Moor, head miller)", "Ida Moor", "head miller"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_signature_behind_a_quotation(signature: str, source: str, title: str | None, gap: str) -> None:
    text = (
        f"Orle gets its mill back\n\nThe mill closed in 1990.\n\n{WORDS}{gap}{signature}\n\nIt opens in June."
    )
    assert signers(text) == [(source, title)]
    assert [span.of(text) for found in signed_of(text) for span in found.content] == [INNER]


def test_signature_without_a_dash_must_be_a_line_of_name_and_role() -> None:
    assert signers(f"{WORDS}\n\nIda Moor, head miller at Orle\n\nIt opens.") == [
        ("Ida Moor", "head miller at Orle")
    ]
    assert signers(f"{WORDS}\n\nIda Moor, a miller, opened the door.") == []
    assert signers(f"{WORDS}\n\nContact: Ida Moor, spokeswoman, 555 0100") == []


@pytest.mark.parametrize(
    ("lead_in", "source", "title"),
    [
        ("Ida Moor, chief executive of Orle Mills:", "Ida Moor", "chief executive of Orle Mills"),
        ("From the Chair of the Board:", "the Chair of the Board", None),
        ("Statement of Sen. Ida Moor on the old mill:", "Ida Moor", "Sen."),
        ("Mayor Ida Moor:", "Ida Moor", "Mayor"),
    ],
)
@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_lead_in_of_a_quotation(lead_in: str, source: str, title: str | None, gap: str) -> None:
    assert signers(f"The mill closed in 1990.\n\n{lead_in}{gap}{WORDS}") == [(source, title)]


def test_signature_wins_over_the_lead_in() -> None:
    assert signers(f"From the Chair of the Board:\n\n{WORDS}\n\n— Ida Moor") == [("Ida Moor", None)]


def test_quotation_over_several_paragraphs_has_a_content_each() -> None:
    text = "“We begin again in June.\n\n“We end in May.” — Ida Moor, miller"
    [found] = signed_of(text)
    assert [span.of(text) for span in found.content] == ["We begin again in June", "We end in May"]


def test_post_needs_no_quotation_marks() -> None:
    text = "The miller replied.\n\nThe wheel turns again! https://t.co/x1 — Ida Moor (@idamoor) May 5, 2016"
    [found] = signed_of(text)
    assert found.source.of(text) == "Ida Moor"
    assert [span.of(text) for span in found.content] == ["The wheel turns again!"]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS} – he said.",
        f"{WORDS} – said Ida Moor.",
        f"{WORDS} – Ida Moor said on Monday.",
        f"{WORDS} — May 5, 2016",
        f"{WORDS} — Monday",
        f"{WORDS} – “We will see.”",
        f"{WORDS} - Reuters",
        f"{WORDS}\n\n— Reporting by Ida Moor",
        f"{WORDS}\n\nBy Ida Moor, staff writer",
        f"{WORDS}\n\n- New Mill Rules\n\n- Old Mill Rules",
        f"{WORDS} - Springfield, IL",
        f"{WORDS} (Orle Courier, 5/6/05)",
        "“Gone With the Old Mill” — Ida Moor",
        f"She added: {WORDS}",
        f"Now, a miller wants more: {WORDS}",
        f"On Friday, the mayor put it so: {WORDS}",
        f"Key Quote:\n\n{WORDS}",
        f"She called it “a start” — Ida Moor, miller\n\n{WORDS}",
        "Ida Moor, miller",
        "",
    ],
)
def test_no_signature(text: str) -> None:
    assert signers(text) == []


PIECES = [
    "“",
    "”",
    '"',
    "\n\n",
    "— ",
    "- ",
    "Ida Moor",
    ", miller",
    "we will all eat now",
    "From the chair:",
    " ",
    "(@ida)",
    "é😀",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80))
def test_contents_are_ascending_and_apart_from_their_source(text: str) -> None:
    found = signed_of(text)
    contents = [span for signed in found for span in signed.content]
    assert all(0 <= span.start < span.end <= len(text) for span in contents)
    assert all(a.end <= b.start for a, b in pairwise(contents))
    for signed in found:
        assert len(signed.source)
        assert not any(signed.source.overlaps(span) for span in signed.content)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["“We all eat now.” — Ida Moor\n\n", "“We eat.\n\n", "Ida Moor: “", "— Ida (@a) "]
)
def test_takes_linear_time(piece: str) -> None:
    def work(text: str) -> None:
        blocks = find_layout(text).blocks
        find_signed(text, blocks, find_quotations(text, [block.span for block in blocks]))

    assert_linear(work, piece, 100_000)
