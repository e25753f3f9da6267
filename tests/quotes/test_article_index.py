"""The index of an article: who and what stands where, and what is said of a name beside it."""

from __future__ import annotations

import pytest

from extract.layout.spans import CharSpan
from extract.quotes.article_index import ArticleIndex
from tests.marked_texts import make_index, span_of

TEXT = (
    "Ada Brunn of Norvik Bank met Jan Holt. “The bank is safe,” she said in Ostervik."
    "\n\nHolt was not so sure."
)


@pytest.fixture(scope="module")
def index() -> ArticleIndex:
    return make_index(
        TEXT,
        people=["Ada Brunn", "Jan Holt", "Holt"],
        organizations=["Norvik Bank"],
        places=["Ostervik"],
        quoted=["The bank is safe"],
    )


def test_a_place_in_the_text_has_its_sentence_and_paragraph(index: ArticleIndex) -> None:
    at = span_of(TEXT, "she").start
    assert (index.sentence_number(at), index.paragraph_number(at)) == (1, 0)
    assert index.sentence(at).of(TEXT) == "“The bank is safe,” she said in Ostervik."
    assert index.paragraph_number(span_of(TEXT, "sure").start) == 1


def test_white_space_belongs_to_the_sentence_before_it(index: ArticleIndex) -> None:
    assert index.sentence_number(TEXT.index("\n\n")) == 1


def test_mentions_inside_a_span_come_in_order(index: ArticleIndex) -> None:
    found = index.people_in(index.sentences[0])
    assert [(mention.text, name.canonical) for mention, name in found] == [
        ("Ada Brunn", "Ada Brunn"),
        ("Jan Holt", "Jan Holt"),
    ]
    assert [m.text for m, _ in index.organizations_in(index.sentences[0])] == ["Norvik Bank"]


def test_a_mention_cut_by_the_span_is_not_inside(index: ArticleIndex) -> None:
    assert index.people_in(CharSpan(0, 5)) == []
    assert index.people_in(CharSpan(2, 40))[0][0].text == "Jan Holt"


def test_words_of_others_are_quoted(index: ArticleIndex) -> None:
    assert index.is_quoted(span_of(TEXT, "bank is"))
    assert not index.is_quoted(span_of(TEXT, "safe,”"))
    assert not index.is_quoted(span_of(TEXT, "Holt"))


def test_a_span_inside_a_long_quotation_with_short_ones_in_it_is_quoted() -> None:
    text = "Holt said: “They call us ‘the slow bank’ in town.”"
    index = make_index(text, quoted=["They call us ‘the slow bank’ in town", "the slow bank"])
    assert index.is_quoted(span_of(text, "in town"))


def test_places_are_found_by_span(index: ArticleIndex) -> None:
    assert index.has_place(index.sentences[1])
    assert not index.has_place(index.sentences[0])


def test_an_empty_text_has_an_empty_index() -> None:
    index = make_index("")
    assert index.sentence(0) == CharSpan(0, 0)
    assert index.people_in(CharSpan(0, 0)) == []


def test_the_latest_organizations_come_first_and_once() -> None:
    text = "Norvik Bank met Halvorsen Foods. Norvik Bank sued Port Selby Lines. Halvorsen Foods left."
    index = make_index(text, organizations=["Norvik Bank", "Halvorsen Foods", "Port Selby Lines"])

    def latest(at: int, most: int) -> list[str]:
        return [name.canonical for name in index.latest_organizations(at, most)]

    assert latest(len(text), 9) == ["Halvorsen Foods", "Port Selby Lines", "Norvik Bank"]
    assert latest(len(text), 2) == ["Halvorsen Foods", "Port Selby Lines"]
    assert latest(text.index("sued"), 9) == ["Norvik Bank", "Halvorsen Foods"]
    assert latest(text.index("Foods"), 9) == ["Norvik Bank"]
    assert latest(0, 9) == []
