"""The dates of an article's passages."""

from __future__ import annotations

from extract.quotes.assemble import read_passages
from extract.quotes.said.quote_dates import QuoteDates
from tests.docs.pages import annotated
from tests.marked_texts import make_attribution

TEXT = (
    "“The pier closed on Monday,” Ada Brunn said on Tuesday. It rained on Wednesday.\n\n"
    "Jan Holt said it would open in May."
)


def test_a_passage_is_dated_by_its_attribution_and_not_by_what_it_tells() -> None:
    first = make_attribution(TEXT, "“The pier closed on Monday,”", cue="said", source="Ada Brunn")
    second = make_attribution(TEXT, "it would open in May", cue="said it", source="Jan Holt")
    annotations = annotated(TEXT, attributions=[first, second], published="2017-04-06")
    reading = read_passages(annotations)
    dates = QuoteDates(annotations, reading.index)
    said = [dates.said(passage) for passage in reading.passages]
    assert [(item.date, item.basis) for item in said if item] == [
        ("2017-04-04", "cue"),
        ("2017-04-06", "published"),
    ]
    beside = [[timex.span.of(TEXT) for timex in dates.beside(passage)] for passage in reading.passages]
    assert beside == [["Monday", "Tuesday"], ["May"]]
