"""From an annotated text to its quotes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from extract.pipeline.network.attribution import Attribution
from extract.quotes.assemble import quotes_in
from extract.quotes.quote import Quote
from tests.docs.pages import annotated
from tests.marked_texts import make_attribution, span_of

NAMES = {
    "Ada Brunn": "PERSON",
    "Brunn": "PERSON",
    "Jan Holt": "PERSON",
    "Norvik Bank": "ORG",
    "Ostervik": "LOC",
}


def quotes(
    text: str,
    *attributions: Attribution,
    published: str | None = None,
    entities: Mapping[str, str] = NAMES,
) -> list[Quote]:
    return quotes_in(annotated(text, entities=entities, attributions=attributions, published=published))


def texts(text: str, quote: Quote) -> list[str]:
    return [span.of(text) for span in quote.content]


TEXT = (
    "OSTERVIK, April 6. /NVA/. Norvik Bank met its owners in a small hotel.\n\n"
    "“Norvik Bank is safe,” its chairwoman Ada Brunn said on Tuesday."
)


@pytest.fixture
def quote() -> Quote:
    item = make_attribution(TEXT, "“Norvik Bank is safe,”", cue="said", source="its chairwoman Ada Brunn")
    [only] = quotes(TEXT, item, published="2017-04-06")
    return only


def test_a_quote_has_content_cue_type_and_act(quote: Quote) -> None:
    assert texts(TEXT, quote) == ["Norvik Bank is safe"]
    assert quote.cue is not None
    assert quote.cue.of(TEXT) == "said"
    assert (quote.type, quote.act) == ("direct", "statement")


def test_it_has_its_speaker_and_what_it_is_about(quote: Quote) -> None:
    assert (quote.speaker.name, quote.speaker.kind) == ("Ada Brunn", "person")
    assert quote.speaker.mention is not None
    assert quote.speaker.mention.of(TEXT) == "its chairwoman Ada Brunn"
    [organization] = quote.organizations
    assert (organization.name, organization.how) == ("Norvik Bank", "named")


def test_it_has_the_day_of_its_cue(quote: Quote) -> None:
    assert quote.said is not None
    assert (quote.said.date, quote.said.basis) == ("2017-04-04", "cue")
    assert quote.said.span is not None
    assert "Tuesday" in quote.said.span.of(TEXT)
    assert [timex.edtf for timex in quote.dates] == ["2017-04-04"]


def test_confidence_is_that_of_the_attribution(quote: Quote) -> None:
    assert quote.quote_confidence == 0.9
    assert quote.speaker_confidence == pytest.approx(0.8 * 0.97, abs=0.001)


def test_an_article_without_attributions_has_no_quotes() -> None:
    assert quotes("Norvik Bank met in Ostervik. It rained.") == []
    assert quotes("") == []


def test_paraphrase_is_indirect_and_quoted_words_make_it_mixed() -> None:
    text = "Ada Brunn said Norvik Bank was safe. Jan Holt said the bank was “a pile of sand” in May."
    plain = make_attribution(text, "Norvik Bank was safe", cue="said", source="Ada Brunn")
    mixed = make_attribution(text, "the bank was “a pile of sand” in May", cue="said", source="Jan Holt")
    assert [quote.type for quote in quotes(text, plain, mixed)] == ["indirect", "mixed"]


def test_a_belief_is_an_attitude() -> None:
    text = "Ada Brunn believes that Norvik Bank is safe."
    [quote] = quotes(text, make_attribution(text, "Norvik Bank is safe", cue="believes", source="Ada Brunn"))
    assert quote.act == "attitude"


def test_quotes_come_in_reading_order_and_pronouns_look_back() -> None:
    text = "“It is safe,” Ada Brunn said. Then she rose.\n\n“Nobody will lose a penny,” she said."
    first = make_attribution(text, "It is safe", cue="said", source="Ada Brunn")
    second = Attribution(
        source=(span_of(text, "she"),),
        cue=(span_of(text, "said", 1),),
        content=(span_of(text, "Nobody will lose a penny"),),
        confidence=0.9,
        source_confidence=0.9,
    )
    found = quotes(text, second, first)
    assert [texts(text, quote) for quote in found] == [["It is safe"], ["Nobody will lose a penny"]]
    assert [quote.speaker.name for quote in found] == ["Ada Brunn", "Ada Brunn"]


def test_photo_credits_are_no_quotes() -> None:
    text = "Norvik Bank met.\n\n© Ada Brunn/NVA\n\nIt rained in Ostervik for days and days."
    credit = make_attribution(text, "Ada Brunn/NVA", cue="©")
    assert quotes(text, credit) == []


def test_a_dateline_is_no_content() -> None:
    text = "OSTERVIK, April 6. /NVA/. Ada Brunn said so."
    assert quotes(text, make_attribution(text, "OSTERVIK, April 6", cue="said", source="Ada Brunn")) == []


def test_a_heading_is_not_the_content_of_a_cue_in_the_body() -> None:
    text = "Bank is safe for now\n\nAda Brunn said so on a rainy day in Ostervik."
    item = make_attribution(text, "Bank is safe for now", cue="said", source="Ada Brunn")
    assert quotes(text, item) == []


def test_a_content_that_runs_into_a_heading_ends_before_it() -> None:
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
    [quote] = quotes(text, item)
    assert [span.of(text) for span in quote.content] == ["The pier is lost", "The piles are rotten"]


def test_a_heading_keeps_what_it_reports_itself() -> None:
    text = "Ada Brunn: Norvik Bank is safe for now\n\nIt rained in Ostervik for days and days."
    item = make_attribution(text, "Norvik Bank is safe for now", cue=":", source="Ada Brunn")
    [quote] = quotes(text, item)
    assert (quote.speaker.name, quote.act) == ("Ada Brunn", "statement")


def test_said_falls_back_on_the_dateline() -> None:
    text = TEXT.replace(" on Tuesday", "")
    item = make_attribution(text, "Norvik Bank is safe", cue="said", source="Ada Brunn")
    [quote] = quotes(text, item, published="2017-04-07")
    assert quote.said is not None
    assert (quote.said.date, quote.said.basis) == ("2017-04-06", "dateline")


def test_a_date_inside_a_quotation_dates_what_is_reported_there() -> None:
    text = "“Norvik Bank told us on Tuesday that it was safe,” Ada Brunn said."
    inner = make_attribution(text, "it was safe", cue="told us", source="Norvik Bank")
    outer = make_attribution(
        text, "“Norvik Bank told us on Tuesday that it was safe,”", cue="said", source="Ada Brunn"
    )
    found = {
        texts(text, quote)[-1]: quote.said for quote in quotes(text, outer, inner, published="2017-04-06")
    }
    said = [one.date for one in found.values() if one is not None]
    assert sorted(said) == ["2017-04-04", "2017-04-06"]


def test_a_file_name_far_from_the_metadata_is_flagged() -> None:
    item = make_attribution(TEXT, "“Norvik Bank is safe,”", cue="said", source="its chairwoman Ada Brunn")
    found = annotated(TEXT, attributions=[item], published="2017-04-06")
    [quote] = quotes_in(replace(found, article=replace(found.article, published_conflict=True)))
    assert quote.flags == ("date_conflict",)


def test_a_stray_mark_at_a_content_is_flagged() -> None:
    text = 'The 6" plate broke. Ada Brunn said it was “old and thin.'
    item = make_attribution(text, "it was “old and thin", cue="said", source="Ada Brunn")
    [quote] = quotes(text, item)
    assert set(quote.flags) & {"unpaired_mark", "unclosed_quotation"}


def test_flags_are_sorted_and_each_once() -> None:
    text = "OSTERVIK, April 6. /NVA/. Ada Brunn said it was “old.\n\n“It was thin,” she said."
    item = make_attribution(text, "it was “old", cue="said", source="Ada Brunn")
    for quote in quotes(text, item):
        assert list(quote.flags) == sorted(set(quote.flags))


def test_names_taken_for_people_that_begin_a_company_name_are_the_company() -> None:
    text = "Halvorsen Foods grew. Halvorsen said it would hire."
    item = Attribution(
        source=(span_of(text, "Halvorsen", 1),),
        cue=(span_of(text, "said"),),
        content=(span_of(text, "it would hire"),),
        confidence=0.9,
        source_confidence=0.9,
    )
    entities = {"Halvorsen Foods": "ORG", "Halvorsen": "PERSON"}
    [quote] = quotes(text, item, entities=entities)
    assert (quote.speaker.name, quote.speaker.kind) == ("Halvorsen Foods", "organization")


def test_labels_of_other_pipelines_are_understood() -> None:
    text = "Ada Brunn of Ostervik said Norvik Bank was safe."
    item = make_attribution(text, "Norvik Bank was safe", cue="said", source="Ada Brunn")
    [quote] = quotes(text, item, entities={"Ada Brunn": "PER", "Norvik Bank": "ORG", "Ostervik": "GPE"})
    assert quote.speaker.name == "Ada Brunn"
    assert [organization.name for organization in quote.organizations] == ["Norvik Bank"]
