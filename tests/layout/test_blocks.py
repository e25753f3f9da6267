"""The layout of an article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.blocks import Layout, find_layout
from extract.layout.dateline import Dateline
from extract.layout.spans import CharSpan
from tests.growth import assert_linear

BODY = "The council of Marrow Bay voted on the new harbour wall after six hours of debate."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in find_layout(text, title).blocks]


def dateline(text: str) -> Dateline:
    found = find_layout(text).dateline
    assert found is not None
    return found


def parts(text: str) -> tuple[str | None, str | None, str | None]:
    found = dateline(text)
    return _of(found.place, text), _of(found.date, text), _of(found.agency, text)


def _of(span: CharSpan | None, text: str) -> str | None:
    return None if span is None else span.of(text)


def test_headline_byline_date_and_body_are_told_apart() -> None:
    text = f"Harbour wall divides Marrow Bay\n\nBy Edda Brunn\n\nPublished: 6 April 2017 10:22\n\n{BODY}"
    assert kinds(text) == [
        ("title", "Harbour wall divides Marrow Bay"),
        ("byline", "By Edda Brunn"),
        ("dateline", "Published: 6 April 2017 10:22"),
        ("body", BODY),
    ]
    assert parts(text) == (None, "6 April 2017", None)


def test_stated_title_matches_whatever_its_punctuation() -> None:
    text = f"Mayor: town needs a ‘proper wall’ now.\n\n{BODY}"
    assert kinds(text, "Mayor: Town needs a 'proper wall' now")[0][0] == "title"
    assert kinds(text)[0][0] == "body"


def test_stated_title_in_two_lines() -> None:
    text = f"Council votes for harbour wall;\nMayor speaks of a long night.\n\n{BODY}"
    found = kinds(text, "Council votes for harbour wall; Mayor speaks of a long night")
    assert [kind for kind, _ in found] == ["title", "title", "body"]


def test_article_without_a_headline_begins_with_its_body() -> None:
    assert [kind for kind, _ in kinds(f"{BODY}\n\n{BODY}")] == ["body", "body"]
    assert kinds("Three words only") == [("body", "Three words only")]


@pytest.mark.parametrize(
    ("head", "place", "date", "agency"),
    [
        ("OSTBURG, April 6. /NVA/. ", "OSTBURG", "April 6", "NVA"),
        ("LINDFORD, March 12 (Veritas) -- ", "LINDFORD", "March 12", "Veritas"),
        ("AMBERTON, N.Y. (AP) -- ", "AMBERTON, N.Y.", None, "AP"),
        ("AMBERTON, N.J. _ ", "AMBERTON, N.J.", None, None),
        ("OSTBURG (Reuters) - ", "OSTBURG", None, "Reuters"),
        ("Port Linden (AFP) – ", "Port Linden", None, "AFP"),
        ("OSTBURG — ", "OSTBURG", None, None),
        ("KARSALA, Eastern Province — ", "KARSALA, Eastern Province", None, None),
        ("Karsala, 5 May 2015 – ", "Karsala", "5 May 2015", None),
        ("(Karsala, June 3, 2016) – ", "Karsala", "June 3, 2016", None),
        ("KARSALA (May 6, 2021) — ", "KARSALA", "May 6, 2021", None),
        ("PORT LINDEN, Friday 8 February 2019 – ", "PORT LINDEN", "Friday 8 February 2019", None),
        ("PORT LINDEN, July 24: ", "PORT LINDEN", "July 24", None),
        ("VELDEN CITY, Dec 24, 2025 / 14:20 pm (CNB).- ", "VELDEN CITY", "Dec 24, 2025", "CNB"),
        ("ST. ORRIN, Minn., Jan. 5, 2016 /PRNewswire/ -- ", "ST. ORRIN, Minn.", "Jan. 5, 2016", "PRNewswire"),
        ("AMBERTON--(Marketwired - Jan 5, 2016) - ", "AMBERTON", "Jan 5, 2016", "Marketwired"),
        ("Thursday, May 7, 2015 ", None, "Thursday, May 7, 2015", None),
        ("May 7, 2015 — ", None, "May 7, 2015", None),
    ],
)
def test_dateline_at_the_head_of_the_body(
    head: str, place: str | None, date: str | None, agency: str | None
) -> None:
    text = f"Harbour wall divides the town\n\n{head}{BODY}"
    assert parts(text) == (place, date, agency)
    assert dateline(text).span.of(text) == head.strip()
    assert find_layout(text).blocks[1].kind == "body"


@pytest.mark.parametrize(
    ("line", "place", "date", "agency"),
    [
        ("Thursday, May 7, 2015", None, "Thursday, May 7, 2015", None),
        ("LONDON, 5 May 2016", "LONDON", "5 May 2016", None),
        ("OSTBURG 1996-08-30", "OSTBURG", "1996-08-30", None),
        ("AMBERTON, N.Y. (AP) --", "AMBERTON, N.Y.", None, "AP"),
        ("KARSALA, August 21 (Veritas) --", "KARSALA", "August 21", "Veritas"),
        ("Updated: May 7, 2015 at 4:30 p.m.", None, "May 7, 2015", None),
    ],
)
def test_dateline_on_a_line_of_its_own(
    line: str, place: str | None, date: str | None, agency: str | None
) -> None:
    text = f"{line}\n\n{BODY}"
    assert kinds(text)[0] == ("dateline", line)
    assert parts(text) == (place, date, agency)


def test_place_in_the_body_and_date_above_it_make_one_dateline() -> None:
    assert parts(f"Wall divides town\n\nMay 7, 2015\n\nOSTBURG (AP) — {BODY}") == (
        "OSTBURG",
        "May 7, 2015",
        "AP",
    )


@pytest.mark.parametrize(
    "opening",
    [
        "NATO — The alliance, that is — has no view on harbour walls in the north.",
        "Rivera – Chair of the harbour board – said that the wall would come.",
        "The house -- which stood empty -- burned down on Friday night.",
        "May 7, 2015 was the day on which the wall fell.",
        "QUESTION: Is the wall safe?",
        "On Tuesday, May 5, the council met.",
    ],
)
def test_no_dateline_where_a_dash_or_a_date_belongs_to_the_sentence(opening: str) -> None:
    assert find_layout(f"Harbour wall divides town\n\n{opening}\n\n{BODY}").dateline is None


@pytest.mark.parametrize(
    "line",
    [
        "© Mira Okonjo/NVA",
        "Image: Harbour Board.",
        "The wall in winter. Image: Mira Okonjo.",
        "(AP Photo/Mira Okonjo)",
        "Mira Okonjo/Getty Images",
        "File photo",
        "FULL TEXT.",
        "###",
        "-ENDS-",
        "Copyright 2016 Harbour Press. All rights reserved.",
        "Follow Edda Brunn on Twitter @eddabrunn.",
        "Sign up here for our morning newsletter",
        "Read more: Council votes on wall",
        "For more information, contact the harbour office at 555-010-4477.",
        "Media contact: Edda Brunn, +1 555 010 4477",
        '<tweet tweet-id="1"><tweet/>.',
        "* * *",
    ],
)
def test_boilerplate(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("boilerplate", line)


def test_links_run_up_to_the_next_real_paragraph() -> None:
    links = ["See also related news:", "Wall and town", "© Mira Okonjo/NVA", "Brunn: the wall “will stand”"]
    text = "\n\n".join([BODY, *links, f"The diplomat noted that {BODY}"])
    assert [kind for kind, _ in kinds(text)] == ["body", *["boilerplate"] * 4, "body"]


def test_contact_details_run_on_below_their_lead_in() -> None:
    lines = ["Media contact:", "Edda Brunn", "Harbour Board", "+1 555 010 4477", "edda@harbour.example"]
    text = "\n".join([BODY, *lines, BODY])
    assert [kind for kind, _ in kinds(text)] == ["body", *["boilerplate"] * 5, "body"]


@pytest.mark.parametrize(
    "paragraph",
    [
        '"Follow us on Sunday," the mayor said.',
        "“Read more: that is my advice,” Brunn told pupils.",
        "Share prices fell, and the board said so.",
        "Contact with the ship was lost on Friday.",
        "By winning the vote in Ostburg, Brunn took the lead.",
        "Compiled by the harbour board, the plan shows where water comes in.",
    ],
)
def test_sentence_that_only_begins_like_boilerplate_is_body(paragraph: str) -> None:
    assert kinds(f"{BODY}\n\n{paragraph}\n\n{BODY}")[1] == ("body", paragraph)


@pytest.mark.parametrize(
    "line",
    [
        "By Edda Brunn and Sam Okonjo",
        "By Edda Brunn, Staff Writer",
        "Edda Brunn, Staff Writer",
        "Edda Brunn, Harbour Correspondent",
        "(Reporting by Edda Brunn in Ostburg; editing by Sam Okonjo)",
        "Sam Okonjo contributed to this report.",
        "Edda Brunn reported from Ostburg, and Sam Okonjo from Karsala.",
    ],
)
def test_byline(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("byline", line)


def test_heading_stands_between_paragraphs_without_a_stop() -> None:
    text = f"{BODY}\n\nThe situation in the harbour\n\n{BODY}\n\n8:40 p.m.\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)] == ["body", "heading", "body", "heading", "body"]


def test_turns_of_a_transcript_are_body() -> None:
    turns = ["Q: Why now", "A: Because of the water", "SMITH: No", "Q: And then?", "A: Then nothing"]
    assert all(kind == "body" for kind, _ in kinds("\n".join([BODY, *turns]))[1:])


def test_name_below_a_bare_quotation_is_body_because_it_says_whose_it_is() -> None:
    text = f"{BODY}\n\n“We will build it twice if we must.”\n\nEdda Brunn, Chair of the Board\n\n{BODY}"
    assert kinds(text)[2] == ("body", "Edda Brunn, Chair of the Board")


def test_list_of_short_lines_is_no_row_of_headings() -> None:
    text = "\n".join([BODY, "North pier", "South pier", "Old dock", BODY])
    assert "heading" not in [kind for kind, _ in kinds(text)]


def test_one_line_a_paragraph() -> None:
    assert [kind for kind, _ in kinds(f"{BODY}\n{BODY}\n{BODY}")] == ["body"] * 3


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_hard_wrapped_lines_are_one_paragraph(newline: str) -> None:
    wrapped = newline.join(
        [
            "The council of Marrow Bay voted on the new harbour wall after six hours",
            "of debate, in which the mayor spoke twice and the engineer of the",
            "harbour board, who had drawn the wall, was not asked to speak at all,",
            "as she told reporters.",
        ]
    )
    text = f"{wrapped}{newline * 2}{wrapped}"
    assert [words for _, words in kinds(text)] == [wrapped, wrapped]


def test_line_broken_at_a_link_is_joined() -> None:
    text = "Editor’s note: the mayor regularly\nincites\nthe council against the board.\n\n" + BODY
    assert len(kinds(text)) == 2


@pytest.mark.parametrize("text", ["", " \n\r\n\t ", "\u2029"])
def test_text_without_words_has_no_blocks(text: str) -> None:
    assert find_layout(text) == Layout((), None)


@given(st.text(alphabet="Aé.😀 \t\n\r\u2028\u2029\x1c\x85“”\"':-/()19"))
def test_blocks_cover_all_but_white_space_in_order(text: str) -> None:
    spans = [block.span for block in find_layout(text).blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    covered = "".join(span.of(text) for span in spans)
    assert sorted("".join(covered.split())) == sorted("".join(text.split()))


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["word ", "Aa, ", '"', "(", "A ", "\n", "- "])
def test_long_line_takes_linear_time(piece: str) -> None:
    assert_linear(find_layout, piece, 2_000_000)


def test_a_caption_that_reports_words_is_no_boilerplate() -> None:
    says = "Ada Brunn, who said the roof leaked, with her son in Velden. Photo: Jan Holt"
    shows = "Ada Brunn with her son in Velden. Photo: Jan Holt"
    assert [kind for kind, _ in kinds(f"{BODY}\n\n{says}\n\n{shows}\n\n{BODY}")] == [
        "body",
        "body",
        "boilerplate",
        "body",
    ]
