"""The passages of whole articles, in reading order."""

from __future__ import annotations

from extract.pipeline.network.attribution import Attribution
from extract.quotes.entities.mentions import cast_of
from extract.quotes.entities.watchlist import WatchLists
from extract.quotes.passages.article_passages import passages_of
from extract.quotes.passages.passage import Passage
from tests.docs.pages import annotated
from tests.marked_texts import make_attribution

NAMES = {"Ada Brunn": "PERSON", "Jan Holt": "PERSON"}


def passages(text: str, *attributions: Attribution) -> list[Passage]:
    annotations = annotated(text, entities=NAMES, attributions=attributions)
    return passages_of(annotations, cast_of(annotations, WatchLists()))


def contents(text: str, *attributions: Attribution) -> list[list[str]]:
    return [[span.of(text) for span in passage.content] for passage in passages(text, *attributions)]


def test_attributed_turned_and_nested_passages_stand_in_reading_order() -> None:
    text = (
        "Ada Brunn said that Jan Holt had told her that the pier was lost.\n\n"
        "BRUNN: Who pays for the new pier?\n\nHOLT: The town pays for it.\n\n"
        "BRUNN: And when does it pay?\n\nHOLT: It pays in May, of course.\n\n"
    )
    first = make_attribution(
        text, "that Jan Holt had told her that the pier was lost", cue="said", source="Ada Brunn"
    )
    found = passages(text, first)
    assert [passage.content for passage in found] == sorted(passage.content for passage in found)
    assert [passage.nested for passage in found[:2]] == [False, True]
    assert [span.of(text) for span in found[1].content] == ["the pier was lost"]
    assert "The town pays for it." in [passage.content[0].of(text) for passage in found[2:]]


def test_boilerplate_has_no_passages() -> None:
    text = "Norvik Bank met.\n\n© Ada Brunn/NVA\n\nIt rained in Ostervik for days and days."
    assert contents(text, make_attribution(text, "Ada Brunn/NVA", cue="©")) == []


def test_a_content_ends_before_a_heading_that_is_not_its_own() -> None:
    text = (
        "“The pier is lost,” Ada Brunn said. “The piles are rotten.”\n\nWhat comes next\n\nIt closes in "
        "spring, and ships go to Velden.\n"
    )
    item = make_attribution(
        text,
        "“The pier is lost,”",
        "“The piles are rotten.”\n\nWhat comes next\n\nIt closes",
        cue="said",
        source="Ada Brunn",
    )
    assert contents(text, item) == [["The pier is lost", "The piles are rotten"]]
