"""Passages that the layout tells beside those that the model finds."""

from __future__ import annotations

from extract.layout.blocks import find_layout
from extract.layout.quotation_marks.quotations import find_quotations
from extract.quotes.passages.from_layout import with_layout_passages
from extract.quotes.passages.passage import Passage
from extract.spans import CharSpan

INTERVIEW = """\
Ten questions for Ada Brink

Ada Brink runs the lighthouse of Ness. She spoke to The Shore on Monday.

Q: Is it lonely?

A: No. My brother said that the sea talks.

Q: Do you listen?

A: I do, every night.
"""


def passages(found: list[Passage]) -> list[Passage]:
    layout = find_layout(INTERVIEW)
    quotations = find_quotations(INTERVIEW, layout.body())
    return with_layout_passages(INTERVIEW, found, layout, quotations, people=["Ada Brink"])


def span(words: str) -> CharSpan:
    return CharSpan(at := INTERVIEW.index(words), at + len(words))


def test_answers_are_direct_quotes_of_the_one_interviewed() -> None:
    answers = [passage for passage in passages([]) if passage.speaker == "Ada Brink"]
    assert [passage.content[0].of(INTERVIEW) for passage in answers] == [
        "No. My brother said that the sea talks.",
        "I do, every night.",
    ]
    assert {passage.type for passage in answers} == {"direct"}


def test_a_found_passage_that_is_the_turn_itself_goes() -> None:
    turn = Passage(
        content=(span("I do, every night"),), source=None, cue=None, confidence=0.5, source_confidence=0.0
    )
    assert turn not in passages([turn])


def test_what_the_speaker_reports_in_a_turn_stays() -> None:
    reported = Passage(
        content=(span("the sea talks"),),
        source=span("My brother"),
        cue=span("said"),
        confidence=0.9,
        source_confidence=0.9,
    )
    assert reported in passages([reported])


def test_a_name_taken_for_a_place_is_the_one_interviewed_where_no_person_is() -> None:
    layout = find_layout(INTERVIEW)
    quotations = find_quotations(INTERVIEW, layout.body())
    found = with_layout_passages(INTERVIEW, [], layout, quotations, people=[], others=["Ada Brink"])
    assert "Ada Brink" in {passage.speaker for passage in found}


def test_the_author_asks_where_the_text_names_no_one_and_does_not_answer() -> None:
    layout = find_layout(INTERVIEW)
    quotations = find_quotations(INTERVIEW, layout.body())
    for author, speakers in (("Bo Berg", {"Ada Brink", "Bo Berg"}), ("Ada Brink", {"Ada Brink", None})):
        found = with_layout_passages(INTERVIEW, [], layout, quotations, people=["Ada Brink"], author=author)
        assert {passage.speaker for passage in found} == speakers


TRANSCRIPT = """\
Transcript: The Morning Pier

ANCHOR: Good morning. With us is Senator Ada Brink of Ness. Will you vote for the bill?

BRINK: I will not. The Dockers Alliance has told me it would cost jobs.

ANCHOR: The Tide Institute calls the figure wrong.

BRINK: Look, I said that this would happen.

ANCHOR: Thank you, Senator.
"""


def laid_out(text: str, found: list[Passage], people: list[str]) -> list[Passage]:
    layout = find_layout(text)
    return with_layout_passages(text, found, layout, find_quotations(text, layout.body()), people=people)


def test_a_label_that_is_a_surname_of_the_article_is_that_person() -> None:
    found = laid_out(TRANSCRIPT, [], ["Ada Brink"])
    assert [passage.speaker for passage in found] == [None, "Ada Brink", None, "Ada Brink", None]


def test_a_label_that_says_i_names_a_person_though_nobody_else_does() -> None:
    assert laid_out(TRANSCRIPT, [], [])[1].speaker == "BRINK"
    assert laid_out(TRANSCRIPT, [], ["Ada Brink", "Jan Brink"])[1].speaker is None


def test_what_a_speaker_reports_is_without_the_sentences_in_front() -> None:
    def at(words: str) -> CharSpan:
        return CharSpan(start := TRANSCRIPT.index(words), start + len(words))

    reported = Passage(
        content=(at("I will not"), at("it would cost jobs")),
        source=at("The Dockers Alliance"),
        cue=at("has told"),
        confidence=0.9,
        source_confidence=0.9,
    )
    found = laid_out(TRANSCRIPT, [reported], ["Ada Brink"])
    assert [passage.content for passage in found if passage.cue is not None] == [(at("it would cost jobs"),)]
