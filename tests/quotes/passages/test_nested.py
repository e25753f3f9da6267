"""Quotes inside a quote, told from the reporting clause that begins it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations
from extract.layout.spans import CharSpan
from extract.quotes.passages.nested import with_nested
from extract.quotes.passages.passage import Passage
from tests.marked_texts import sentence_spans, span_of

HEAD = "Ilse Moen met Brunn and Holt.\n\n"


def passage_of(text: str, *content: str, cue: str | None = None, source: str | None = None) -> Passage:
    return Passage(
        content=tuple(span_of(text, words) for words in content),
        source=None if source is None else span_of(text, source),
        cue=None if cue is None else span_of(text, cue),
        confidence=0.8,
        source_confidence=0.8,
    )


def nested(text: str, *passages: Passage) -> list[Passage]:
    quotations = find_quotations(text, paragraph_spans(text))
    found = with_nested(text, passages, quotations, sentence_spans(text))
    assert [passage for passage in found if passage in passages] == list(passages)
    return [passage for passage in found if passage not in passages]


def triples(sentence: str, content: str) -> list[tuple[str, str, str]]:
    """Source, cue and content of what is found in the content of one sentence."""
    text = HEAD + sentence
    out = []
    for passage in nested(text, passage_of(text, content)):
        assert passage.source is not None
        assert passage.cue is not None
        out.append((passage.source.of(text), passage.cue.of(text), passage.content[0].of(text)))
    return out


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Moen had told him that the ferry was unsafe", ("Moen", "told", "the ferry was unsafe")),
        ("Ilse Moen, the pilot, told us in May that it sank again", ("Ilse Moen", "told", "it sank again")),
        ("Brunn has warned that “nobody is safe” there", ("Brunn", "warned", "“nobody is safe” there")),
        ("its owner, Norvik Lines, said the engine was new", ("Norvik Lines", "said", "the engine was new")),
        ("pilot Ilse Moen as saying that it leaks badly", ("pilot Ilse Moen", "as saying", "it leaks badly")),
        ("Moen as saying the ferry “must go”", ("Moen", "as saying", "the ferry “must go”")),
        ("the minister as saying that it leaks badly", ("the minister", "as saying", "it leaks badly")),
        ("Norvik Lines says it will appeal", ("Norvik Lines", "says", "it will appeal")),
        ("Ada Brunn said to us that it would close", ("Ada Brunn", "said", "it would close")),
        ("Brunn wrote to Holt: “Do not look.”", ("Brunn", "wrote", "Do not look")),
        ("the Ferry Board had in May pledged to mend it", ("the Ferry Board", "pledged", "to mend it")),
        ("the ministry told the Board in May that all is well", ("the ministry", "told", "all is well")),
        ("our Rui Falk used to say that a quay is a promise", ("our Rui Falk", "say", "a quay is a promise")),
        ("in 2019, Holt told reporters that it was safe", ("Holt", "told", "it was safe")),
    ],
)  # fmt: skip
def test_what_a_named_source_is_reported_to_have_said(content: str, expected: tuple[str, str, str]) -> None:
    assert triples(f"The paper says {content}.", content) == [expected]


def test_single_marks_inside_double_ones_bound_the_inner_quote() -> None:
    content = "My friend Ada Brunn said: ‘We will never sell,’ and she was right"
    found = triples(f"“{content},” Holt said.", content)
    assert found == [("My friend Ada Brunn", "said", "We will never sell")]


def test_each_sentence_of_a_quotation_may_report_words_of_another() -> None:
    content = "Moen told us that it leaks badly. We waited. Brunn said it would not sink."
    assert [cue for _, cue, _ in triples(f"“{content}”, Holt said.", content)] == ["told", "said"]


@pytest.mark.parametrize(
    "content",
    [
        "they had told him that the ferry was unsafe",
        "somebody said that the ferry was unsafe",
        "Police said the road was open",
        "Brunn never said that the berth was free",
        "Brunn would tell them that the berth was free",
        "the letter from Moen said nothing about it",
        "Moen was told by doctors that he must rest",
        "the plan that Moen announced is dead",
        "what Moen said that day was wrong",
        "Norvik Lines believes that the ruling is wrong",
        "Holt claimed a loss of nine million crowns",
        "Moen said so",
    ],
)
def test_no_quote_without_a_named_source_that_said_so(content: str) -> None:
    assert triples(f"The paper says {content}.", content) == []


def test_what_was_found_already_is_not_found_again() -> None:
    text = "Holt said that Moen had told him that the ferry was unsafe."
    outer = passage_of(text, "Moen had told him that the ferry was unsafe", cue="said", source="Holt")
    inner = passage_of(text, "the ferry was unsafe", cue="told", source="Moen")
    assert nested(text, outer, inner) == []


def test_the_inner_quote_is_less_sure_and_known_as_nested() -> None:
    text = HEAD + "Holt said that Moen had told him that the ferry was unsafe."
    [inner] = nested(text, passage_of(text, "Moen had told him that the ferry was unsafe"))
    assert inner.nested
    assert inner.confidence < 0.8


@given(
    st.lists(st.sampled_from([*"“”‘’'\".,: ", "Moen ", "said ", "that ", "told ", "him ", "it is ", "\n\n"]))
)
def test_inner_contents_lie_in_the_outer_one(parts: list[str]) -> None:
    text = "".join(parts)
    whole = Passage(
        content=(CharSpan(0, len(text)),), source=None, cue=None, confidence=1.0, source_confidence=1.0
    )
    for inner in nested(text, whole) if text.strip() else ():
        assert all(whole.content[0].holds(span) and len(span) for span in inner.content)


def test_a_colon_leads_from_the_clause_to_its_quotation() -> None:
    text = HEAD + "The report quotes Ilse Moen, a pilot, as saying: “The ferry is unsafe.”"
    passage = passage_of(text, "Ilse Moen, a pilot, as saying:", "The ferry is unsafe")
    [inner] = nested(text, passage)
    assert inner.source is not None
    assert (inner.source.of(text), inner.content[0].of(text)) == ("Ilse Moen", "The ferry is unsafe")
