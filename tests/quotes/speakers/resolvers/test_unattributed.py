"""Speakers of quotations beside which no source stands."""

from __future__ import annotations

from typing import Any

from extract.quotes.passages.passage import Passage
from extract.quotes.quote import QuoteType, Speaker
from extract.quotes.speakers.antecedents import antecedents_of
from extract.quotes.speakers.resolve import SpeakerResolver
from tests.marked_texts import make_index, span_of
from tests.quotes.speakers.turns import speaker

PEOPLE = ("Ada Brunn", "Jan Holt")


def last(
    text: str, *turns: tuple[str | None, str, QuoteType], cue: str | None = None, **marked: Any
) -> Speaker:
    """The speaker of the last of some (source, content, type); cue: of that one."""
    quoted = [content for _, content, kind in turns if kind == "direct"]
    index = make_index(text, people=PEOPLE, quoted=quoted, **marked)
    antecedents = antecedents_of(index)
    resolver = SpeakerResolver(index, antecedents)
    found = None
    for source, words, kind in turns:
        content = span_of(text, words)
        passage = Passage(
            content=(content,),
            source=span_of(text, source) if source else None,
            cue=span_of(text, cue) if cue and words == turns[-1][1] else None,
            confidence=0.9,
            source_confidence=0.9,
        )
        found = resolver.resolve(passage, content, kind)
        antecedents.history.add(found)
    assert found is not None
    return found.speaker


def test_a_paragraph_goes_on_with_whose_statement_ended_the_one_before() -> None:
    text = "Ada Brunn said the pier was lost.\n\n“The piles are rotten.”"
    found = last(
        text, ("Ada Brunn", "the pier was lost", "indirect"), (None, "The piles are rotten", "direct")
    )
    assert (found.mention, found.name) == (None, "Ada Brunn")


def test_not_with_who_was_reported_in_its_middle() -> None:
    text = "Ada Brunn said the pier was lost. The sea rose. Boats sank.\n\n“The piles are rotten.”"
    found = last(
        text, ("Ada Brunn", "the pier was lost", "indirect"), (None, "The piles are rotten", "indirect")
    )
    assert found.reason == "no_source"


def test_it_belongs_to_the_one_person_the_paragraph_before_is_about() -> None:
    text = "It rained.\n\nAda Brunn runs a shop on the pier.\n\n“We lost all of it.”"
    assert last(text, (None, "We lost all of it", "direct")).name == "Ada Brunn"


def test_not_to_one_of_two() -> None:
    text = "It rained.\n\nAda Brunn and Jan Holt run a shop on the pier.\n\n“We lost all of it.”"
    assert last(text, (None, "We lost all of it", "direct")).reason == "no_source"


def test_a_comma_at_its_end_points_to_the_name_behind() -> None:
    text = "Jan Holt cried. “We lost all of it,” shopkeeper Ada Brunn, who runs it, added."
    found = last(text, (None, "We lost all of it", "direct"))
    assert found.name == "Ada Brunn"
    assert found.mention == span_of(text, "Ada Brunn")


def test_who_was_not_known_is_not_known_again() -> None:
    text = "“No,” an official said.\n\n“Never.”"
    found = last(text, ("an official", "No", "direct"), (None, "Never", "direct"))
    assert (found.name, found.reason) == ("an official", "unnamed_source")


def test_it_belongs_to_who_reacts_right_before_it_and_not_to_the_speaker_before() -> None:
    text = "“The pier stands,” Ada Brunn said.\n\nJan Holt was blunt. “The piles are rotten.”"
    found = last(text, ("Ada Brunn", "The pier stands", "direct"), (None, "The piles are rotten", "direct"))
    assert (found.mention, found.name) == (None, "Jan Holt")


def test_without_anybody_before_it_belongs_to_whom_the_next_paragraph_brings_in() -> None:
    text = "“The piles are rotten.”\n\nJan Holt, a diver, looked at the sea."
    assert last(text, (None, "The piles are rotten", "direct")).name == "Jan Holt"


def test_a_passive_cue_names_nobody() -> None:
    text = "Ada Brunn said the pier was lost. It was feared that boats sank."
    turns: list[tuple[str | None, str, QuoteType]] = [
        ("Ada Brunn", "the pier was lost", "indirect"),
        (None, "boats sank", "indirect"),
    ]
    assert last(text, *turns, cue="was feared that").reason == "no_source"
    assert last(text, *turns).name == "Ada Brunn"


def test_a_quotation_without_source_has_the_speaker_before_it() -> None:
    text = "“No,” Ada Brunn said. “Never.”"
    found = speaker(text, ("Ada Brunn", "No"), (None, "Never"))
    assert (found.name, found.mention) == ("Ada Brunn", None)


def test_also_in_the_next_paragraph_when_it_stands_in_marks() -> None:
    text = "“No,” Ada Brunn said.\n\n“Never.”"
    assert speaker(text, ("Ada Brunn", "No"), (None, "Never")).name == "Ada Brunn"
    assert speaker(text, ("Ada Brunn", "No"), (None, "Never"), quoted=False).name is None


def test_but_not_two_paragraphs_on() -> None:
    found = speaker("“No,” Ada Brunn said.\n\nIt rained.\n\n“Never.”", ("Ada Brunn", "No"), (None, "Never"))
    assert (found.name, found.kind, found.reason) == (None, "unknown", "no_source")


def test_several_who_spoke_together_go_on_together() -> None:
    text = "“No,” Ada Brunn and Jan Holt said. “Never.”"
    found = speaker(text, ("Ada Brunn and Jan Holt", "No"), (None, "Never"))
    assert (found.mention, found.full_name, found.kind) == (None, "Ada Brunn and Jan Holt", "group")
