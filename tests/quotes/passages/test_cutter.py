"""Attributions cut to the quotes that a reader would count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.layout.paragraphs import paragraph_spans
from extract.layout.quotation_marks.quotations import find_quotations, trim_quotation
from extract.layout.spans import CharSpan
from extract.pipeline.network.attribution import Attribution
from extract.quotes.passages.cutter import PassageCutter
from extract.quotes.passages.passage import Passage
from tests.marked_texts import make_attribution, span_of


def cut(text: str, *attributions: Attribution) -> list[Passage]:
    paragraphs = paragraph_spans(text)
    return PassageCutter(text, paragraphs, find_quotations(text, paragraphs)).cut(attributions)


def contents(text: str, *attributions: Attribution) -> list[list[str]]:
    return [[span.of(text) for span in passage.content] for passage in cut(text, *attributions)]


def test_outer_marks_and_the_comma_are_left_out() -> None:
    text = "“We will not sell the bank,” Ada Brunn said."
    whole = make_attribution(text, "“We will not sell the bank,”", cue="said", source="Ada Brunn")
    assert contents(text, whole) == [["We will not sell the bank"]]


def test_a_leading_that_is_left_out() -> None:
    text = "Ada Brunn said that the bank was safe."
    item = make_attribution(text, "that the bank was safe", cue="said", source="Ada Brunn")
    assert contents(text, item) == [["the bank was safe"]]


def test_a_leading_that_which_is_the_subject_stays() -> None:
    text = "Ada Brunn said that is not so."
    item = make_attribution(text, "that is not so", cue="said", source="Ada Brunn")
    assert contents(text, item) == [["that is not so"]]


def test_a_quotation_interrupted_by_its_cue_has_two_contents() -> None:
    text = "“We will appeal,” Rivera said. “The ruling is wrong.”"
    item = make_attribution(text, "We will appeal", "The ruling is wrong", cue="said", source="Rivera")
    [passage] = cut(text, item)
    assert [span.of(text) for span in passage.content] == ["We will appeal", "The ruling is wrong"]
    assert passage.cue is not None
    assert passage.cue.of(text) == "said"


@pytest.mark.parametrize(
    ("words", "cue"),
    [
        ("said:", "said"),
        ("said last", "said"),
        ("said in a", "said"),
        ("according to", "according to"),
        (":", ":"),
    ],
)
def test_a_cue_ends_with_its_own_last_word(words: str, cue: str) -> None:
    text = f"Ada Brunn {words} month it was late."
    [passage] = cut(text, make_attribution(text, "it was late", cue=words, source="Ada Brunn"))
    assert passage.cue is not None
    assert passage.cue.of(text) == cue


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        (
            "Early studies, she says, suggest that it came from the sea.",
            ["Early studies", "suggest that it came from the sea"],
            ["Early studies", "suggest that it came from the sea"],
        ),
        (
            "For now, she says, the bank is as safe as any other.",
            ["For now", "the bank is as safe as any other"],
            ["the bank is as safe as any other"],
        ),
    ],
)
def test_a_short_piece_in_front_of_the_cue_stays_where_it_is_the_subject(
    text: str, pieces: list[str], expected: list[str]
) -> None:
    item = make_attribution(text, *pieces, cue="says", source="she")
    assert contents(text, item) == [expected]


def test_an_attribution_of_marks_alone_is_no_passage() -> None:
    text = "Ada Brunn said “”. It was late."
    assert contents(text, make_attribution(text, "“”", cue="said", source="Ada Brunn")) == []


def test_a_content_that_covers_most_of_a_quotation_is_all_of_it() -> None:
    text = "“We will not sell the bank in May,” Ada Brunn said."
    item = make_attribution(text, "We will not sell the bank", cue="said", source="Ada Brunn")
    assert contents(text, item) == [["We will not sell the bank in May"]]


def test_a_content_that_spills_into_a_quotation_ends_before_it() -> None:
    text = "The bank is safe, Ada Brunn said. “Nobody asked us about it then.” Holt left."
    item = make_attribution(text, "The bank is safe", cue="said", source="Ada Brunn")
    assert contents(text, item) == [["The bank is safe"]]


def test_an_unclosed_quotation_over_two_paragraphs_is_one_passage() -> None:
    text = "“We will appeal the ruling,” Rivera said. “It is wrong.\n\n“We have time.”"
    item = make_attribution(
        text, "We will appeal the ruling", "It is wrong", "We have time", cue="said", source="Rivera"
    )
    assert contents(text, item) == [["We will appeal the ruling", "It is wrong", "We have time"]]


def test_what_continues_an_open_quotation_joins_it_without_a_cue_of_its_own() -> None:
    text = "Rivera said: “We will appeal the ruling.\n\n“We have time.\n\n“We have money.”"
    first = make_attribution(text, "We will appeal the ruling", cue="said", source="Rivera")
    second, third = make_attribution(text, "We have time"), make_attribution(text, "We have money")
    assert contents(text, first, second, third) == [
        ["We will appeal the ruling", "We have time", "We have money"]
    ]


@pytest.mark.parametrize(("source", "joined"), [("she", True), ("Holt", False)])
def test_a_pronoun_with_a_cue_goes_on_with_an_open_quotation(source: str, joined: bool) -> None:
    text = f"Rivera said: “We will appeal the ruling.\n\n“We have time,” {source} added."
    first = make_attribution(text, "We will appeal the ruling", cue="said", source="Rivera")
    second = make_attribution(text, "We have time", cue="added", source=source)
    parts = [["We will appeal the ruling", "We have time"]]
    assert contents(text, first, second) == (parts if joined else [[part] for part in parts[0]])


def test_an_unquoted_scrap_in_front_of_the_source_is_no_content() -> None:
    text = "Its duty manager Carol Finch says: “We were full.”"
    item = make_attribution(text, "Its duty manager", "We were full", cue="says", source="Carol Finch")
    assert contents(text, item) == [["We were full"]]


def test_the_cue_stays_in_its_paragraph() -> None:
    text = "“We will appeal the ruling,” Rivera said.\n\n“We have all the time we need.”"
    item = make_attribution(
        text, "We will appeal the ruling", "We have all the time we need", cue="said", source="Rivera"
    )
    assert [passage.cue is not None for passage in cut(text, item)] == [True, False]


def test_a_paragraph_with_a_quotation_of_its_own_is_a_new_passage_without_cue() -> None:
    text = "“We will appeal the ruling,” Rivera said on Monday.\n\n“We have all the time we need.”"
    item = make_attribution(
        text, "We will appeal the ruling", "We have all the time we need", cue="said", source="Rivera"
    )
    first, second = cut(text, item)
    assert first.source is not None
    assert first.source.of(text) == "Rivera"
    assert (second.cue, second.source) == (None, None)
    assert [span.of(text) for span in second.content] == ["We have all the time we need"]


def test_paraphrase_without_a_cue_is_no_passage() -> None:
    text = "The bank is safe.\n\nNobody knows who said so."
    assert cut(text, make_attribution(text, "The bank is safe")) == []


def test_a_quotation_without_a_cue_is_one() -> None:
    text = "“The bank is safe and will stay so.”"
    assert contents(text, make_attribution(text, "The bank is safe and will stay so")) == [
        ["The bank is safe and will stay so"]
    ]


def test_a_quotation_behind_a_finished_paraphrase_is_a_passage_of_its_own() -> None:
    text = "Ada Brunn said the bank was safe. “We have never been so sure.”"
    item = make_attribution(
        text, "the bank was safe", "We have never been so sure", cue="said", source="Ada Brunn"
    )
    assert contents(text, item) == [["the bank was safe"], ["We have never been so sure"]]


def test_a_scrap_beside_a_longer_content_is_left_out() -> None:
    text = "But then, Ada Brunn said, the bank was safe for years to come."
    item = make_attribution(text, "But then", "the bank was safe for years to come", cue="said")
    assert contents(text, item) == [["the bank was safe for years to come"]]


def test_marks_without_words_are_no_passage() -> None:
    text = "“—” said Ada Brunn."
    assert cut(text, make_attribution(text, "“—”", cue="said", source="Ada Brunn")) == []


def test_passages_come_in_reading_order() -> None:
    text = "The bank was safe, Brunn said. Holt said it was not."
    second = make_attribution(text, "it was not", cue="said", source="Holt")
    first = make_attribution(text, "The bank was safe", cue="said", source="Brunn")
    assert contents(text, second, first) == [["The bank was safe"], ["it was not"]]


def in_parts(text: str, content: str, cue: str, *source: str) -> str | None:
    item = make_attribution(text, content, cue=cue)
    [passage] = cut(text, replace(item, source=tuple(span_of(text, part) for part in source)))
    return passage.source.of(text) if passage.source else None


def test_parts_of_a_source_with_a_few_words_between_are_one() -> None:
    text = "Permanent representative of Norland to the Union Ada Brunn sees no progress."
    source = in_parts(text, "no progress", "sees", "Permanent representative of", "Ada Brunn")
    assert source == "Permanent representative of Norland to the Union Ada Brunn"


def test_of_distant_parts_the_source_is_the_one_nearest_to_the_cue() -> None:
    text = (
        "Ada Brunn said it was odd that, when even the most patient inspectors in the whole of the North"
        " had asked, nobody came."
    )
    source = in_parts(text, "nobody came", "said", "Ada Brunn", "inspectors in the whole of the North")
    assert source == "Ada Brunn"


def test_the_source_is_the_one_in_the_paragraph_of_the_cue() -> None:
    text = "The Harbour Council\n\nHolt said it was not safe."
    item = Attribution(
        source=(CharSpan(0, text.index(" said")),),
        cue=(CharSpan(text.index("said"), text.index(" it")),),
        content=(CharSpan(text.index("it was"), len(text) - 1),),
        confidence=0.5,
        source_confidence=0.5,
    )
    [passage] = cut(text, item)
    assert passage.source is not None
    assert passage.source.of(text) == "Holt"


def test_a_paraphrase_split_by_its_cue_has_two_contents() -> None:
    text = "The bank of Norvik, Ada Brunn told the court, had been safe for many years."
    item = make_attribution(
        text, "The bank of Norvik", "had been safe for many years", cue="told the court", source="Ada Brunn"
    )
    [passage] = cut(text, item)
    assert [span.of(text) for span in passage.content] == [
        "The bank of Norvik",
        "had been safe for many years",
    ]


def test_quoted_parts_of_one_sentence_with_one_cue_are_one_passage() -> None:
    text = "Ada Brunn called the bank “sound”, its rival “a joke” and the ruling “a shame for us all”."
    item = make_attribution(
        text, "the bank “sound”", "its rival “a joke”", "the ruling “a shame for us all”", cue="called"
    )
    [passage] = cut(text, item)
    assert len(passage.content) == 3


def test_two_quotations_around_a_source_and_a_third_behind_it_are_one_passage() -> None:
    text = "“We will appeal,” said Rivera, “and we will win. Believe me.” “It is a matter of time.”"
    item = make_attribution(
        text,
        "We will appeal",
        "and we will win. Believe me",
        "It is a matter of time",
        cue="said",
        source="Rivera",
    )
    assert contents(text, item) == [
        ["We will appeal", "and we will win. Believe me", "It is a matter of time"]
    ]


def test_a_quotation_alone_behind_an_attributed_sentence_has_no_cue_and_no_source() -> None:
    text = "Ada Brunn said the bank was safe. “We have never been so sure.”"
    first = make_attribution(text, "the bank was safe", cue="said", source="Ada Brunn")
    alone = make_attribution(text, "We have never been so sure")
    passages = cut(text, first, alone)
    assert [(p.cue is None, p.source is None) for p in passages] == [(False, False), (True, True)]


def test_a_cue_without_a_source_keeps_its_content() -> None:
    text = "The bank was reported to be safe for now."
    [passage] = cut(text, make_attribution(text, "to be safe for now", cue="reported"))
    assert passage.source is None
    assert passage.cue is not None


def test_a_missing_closing_mark_does_not_reach_over_the_cue() -> None:
    text = "“We will not sell the bank, Ada Brunn said on Monday."
    item = make_attribution(text, "We will not sell the bank", cue="said", source="Ada Brunn")
    assert contents(text, item) == [["We will not sell the bank"]]


def test_a_missing_opening_mark_leaves_the_content_as_it_was_found() -> None:
    text = "We will not sell the bank,” Ada Brunn said on Monday."
    item = make_attribution(text, "We will not sell the bank,”", cue="said", source="Ada Brunn")
    assert contents(text, item) == [["We will not sell the bank"]]


@pytest.mark.parametrize(
    "marks", ["“”", '""', "‘’", "''", "«»", "»«", "„“", "„”", "「」", ["``", "''"], ["“ ", " ”"]]
)
def test_marks_of_every_kind_bound_a_content(marks: Sequence[str]) -> None:
    text = f"Ada Brunn said: {marks[0]}We won’t sell the bank’s shares.{marks[1]} Nobody asked."
    item = make_attribution(text, "sell the bank’s shares", cue="said", source="Ada Brunn")
    assert contents(text, item) == [["We won’t sell the bank’s shares"]]


_WORDS = [
    "“",
    "”",
    "‘",
    "’",
    '"',
    "'",
    "\n\n",
    "\n",
    " ",
    ", ",
    ". ",
    "that ",
    "bank ",
    "safe",
    "said ",
    "– ",
    "é",
]


@st.composite
def _attributed(draw: st.DrawFn) -> tuple[str, list[Attribution]]:
    text = "".join(draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40)))
    bounds = sorted(draw(st.sets(st.integers(0, len(text)), max_size=16)))
    spans = [CharSpan(*pair) for pair in zip(bounds[::2], bounds[1::2], strict=False)]
    roles = draw(st.lists(st.sampled_from("scxx"), min_size=len(spans), max_size=len(spans)))
    groups: dict[int, dict[str, list[CharSpan]]] = {}
    for span, role in zip(spans, roles, strict=True):
        group = groups.setdefault(draw(st.integers(0, 2)), {"s": [], "c": [], "x": []})
        group[role].append(span)
    return text, [
        Attribution(
            source=tuple(group["s"]),
            cue=tuple(group["c"]),
            content=tuple(group["x"]),
            confidence=0.5,
            source_confidence=0.5,
        )
        for group in groups.values()
        if group["x"]
    ]


def _within_reach(text: str, item: Attribution, span: CharSpan) -> bool:
    """Whether a content lies in what the attribution found and the quotations that this touches."""
    low, high = min(item.content).start, max(part.end for part in item.content)
    for quotation in find_quotations(text, paragraph_spans(text)).paired:
        if any(quotation.outer.overlaps(part) for part in item.content):
            low, high = min(low, quotation.outer.start), max(high, quotation.outer.end)
    return CharSpan(low, high).holds(span)


@given(_attributed())
def test_contents_ascend_and_never_overlap(case: tuple[str, Sequence[Attribution]]) -> None:
    text, attributions = case
    for passage in cut(text, *attributions):
        assert all(
            left.end <= right.start for left, right in zip(passage.content, passage.content[1:], strict=False)
        )
        assert all(span.end <= len(text) and len(span) for span in passage.content)


@given(_attributed())
def test_contents_lie_within_reach_of_their_attribution(case: tuple[str, Sequence[Attribution]]) -> None:
    text, attributions = case
    for item in attributions:
        for passage in cut(text, item):
            assert all(_within_reach(text, item, span) for span in passage.content)


@given(_attributed())
def test_contents_are_trimmed(case: tuple[str, Sequence[Attribution]]) -> None:
    text, attributions = case
    for passage in cut(text, *attributions):
        for span in passage.content:
            assert span.of(text) == span.of(text).strip()
            assert span.of(text)[-1] != ","


@given(_attributed())
def test_source_and_cue_are_the_attributions_own(case: tuple[str, Sequence[Attribution]]) -> None:
    text, attributions = case
    for item in attributions:
        passages = cut(text, item)
        assert sum(passage.cue is not None for passage in passages) <= 1
        for passage in passages:
            assert passage.cue is None or passage.cue in item.cue
            if passage.source is not None:
                first, last = (
                    CharSpan(passage.source.start, passage.source.start + 1),
                    CharSpan(passage.source.end - 1, passage.source.end),
                )
                assert all(any(part.holds(end) for part in item.source) for end in (first, last))


def test_trimming_again_changes_nothing() -> None:
    text = "“We will ‘never’ sell,” – said Ada Brunn."
    [passage] = cut(text, make_attribution(text, "“We will ‘never’ sell,” –", cue="said"))
    [span] = passage.content
    assert trim_quotation(text, span) == span


def test_a_quotation_behind_the_reaction_of_another_is_a_quote_of_its_own() -> None:
    text = "“The bank is safe,” Ada Brunn said. Jan Holt disagreed. “It is not.” He left."
    item = make_attribution(text, "“The bank is safe,”", "“It is not.”", cue="said", source="Ada Brunn")
    first, second = cut(text, item)
    assert [span.of(text) for span in second.content] == ["It is not"]
    assert first.source is not None
    assert second.source is None


def test_a_body_and_who_signs_its_statement_are_one_source() -> None:
    text = "The union, in a statement signed by its head, Ada Brunn, said no boat would sail."
    item = make_attribution(text, "no boat would sail", cue="said")
    item = replace(item, source=(span_of(text, "The union"), span_of(text, "its head, Ada Brunn,")))
    [passage] = cut(text, item)
    assert passage.source is not None
    assert passage.source.of(text) == "The union, in a statement signed by its head, Ada Brunn,"


@pytest.mark.parametrize(
    ("text", "content", "found"),
    [
        ("ADA BRUNN SAID THAT THE BANK WAS SAFE.", "THAT THE BANK WAS SAFE", "THE BANK WAS SAFE"),
        ("Ada Brunn says that number is wrong.", "that number is wrong", "that number is wrong"),
        ("It said that “the bank is safe”.", "that “the bank is safe”", "the bank is safe"),
    ],
)
def test_that_goes_where_it_leads_to_a_clause(text: str, content: str, found: str) -> None:
    assert contents(text, make_attribution(text, content, cue=text.split()[-2])) == [[found]]


def test_pieces_with_a_comma_between_are_one() -> None:
    text = "In addition to the pier, the bank will buy the shore, Ada Brunn said."
    item = make_attribution(
        text, "In addition to the pier", "the bank will buy the shore", cue="said", source="Ada Brunn"
    )
    assert contents(text, item) == [["In addition to the pier, the bank will buy the shore"]]


def test_a_place_with_its_dash_in_front_is_none_of_them() -> None:
    text = "ORLE - Two boats sank near the old pier, Ada Brunn said."
    item = make_attribution(
        text, "ORLE -", "Two boats sank near the old pier", cue="said", source="Ada Brunn"
    )
    assert contents(text, item) == [["Two boats sank near the old pier"]]
