"""Sentences of news text."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.blocks import find_layout
from extract.pipeline.components.sentences import SentenceSplitter, make_sentences
from tests.growth import assert_linear


@pytest.fixture(scope="module")
def splitter() -> SentenceSplitter:
    return SentenceSplitter("extract_sentences")


def sentences(splitter: SentenceSplitter, text: str) -> list[str]:
    return [sentence.text.strip() for sentence in splitter(spacy.blank("en").make_doc(text)).sents]


@pytest.mark.parametrize(
    "expected",
    [
        ["The U.S. Senate met.", "Sen. Ada Roe of the U.S. said no.", "She left the U.S.", "The end."],
        ["Gov. J. P. Doe met Lt. Col. Ann Roe at 5 p.m. on Jan. 5 in Boston, Mass.", "He left."],
        ["Acme Corp. Chief Ada Roe sold it to Brunn Inc.", "The board agreed.", "No. 5 won."],
        ["“A wall is a wall”, – he said .", "– “So be it.”"],
        ["“Stop!” Smith said.", '"Why?" he asked.', '"Because."', "She left."],
        ["He said, “Go.”", "“Yes.”", "(This is so.)", "[And that.]"],
        ["``I have no pattern yet, '' said Roe.", "``It is.''", "She left."],
        ["It grew by 3.5 percent to $1.2 million...and then fell.", "Why?!", "Nobody knows…", "Yes."],
    ],
)
def test_sentences_of_a_paragraph(splitter: SentenceSplitter, expected: list[str]) -> None:
    assert sentences(splitter, " ".join(expected)) == expected


def test_block_begins_a_sentence(splitter: SentenceSplitter) -> None:
    text = "Wall divides town\n\nThe council of the town of Ostburg voted\n\n“So be it,” he said."
    assert sentences(splitter, text) == text.split("\n\n")


def test_dateline_is_a_sentence_of_its_own(splitter: SentenceSplitter) -> None:
    text = "OSTBURG, April 6. /NVA/. The council of the town voted."
    assert sentences(splitter, text) == ["OSTBURG, April 6. /NVA/.", "The council of the town voted."]


def test_own_final_punctuation() -> None:
    splitter = make_sentences(spacy.blank("en"), "extract_sentences", ["!"])
    assert sentences(splitter, "One. Two! Three.") == ["One. Two!", "Three."]


def test_empty_doc(splitter: SentenceSplitter) -> None:
    assert sentences(splitter, "") == []


@given(st.text(alphabet="aB. ?!”“\"'\n–(", max_size=60))
def test_sentences_cover_every_token(text: str) -> None:
    nlp = spacy.blank("en")
    doc = make_sentences(nlp, "extract_sentences", None)(nlp.make_doc(text))
    assert sum(len(sentence) for sentence in doc.sents) == len(doc)


@pytest.mark.slow
@pytest.mark.parametrize("piece", [".", ". (", ".)", '."', "A. ", "?! "])
def test_starts_are_found_in_linear_time(splitter: SentenceSplitter, piece: str) -> None:
    assert_linear(lambda text: splitter.sentence_starts(text, find_layout(text)), piece, 200_000)


def test_a_text_without_full_stops_is_cut_between_words(splitter: SentenceSplitter) -> None:
    text = "It rained on Tuesday and " * 400
    parts = [sentence.text for sentence in splitter(spacy.blank("en").make_doc(text)).sents]
    assert len(parts) == 5
    assert all(len(part) <= 2010 and not part[0].isspace() for part in parts)
    assert sentences(splitter, "x" * 9000) == ["x" * 9000]
