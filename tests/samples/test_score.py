"""How well the program reads the sample articles: no figure falls below its floor."""

from __future__ import annotations

import pytest

from extract.article import Article
from extract.pipeline.load import annotate, load_pipeline
from extract.quotes.assemble import quotes_in
from extract.record.from_quote import to_record
from extract.record.record import Provenance
from extract.record.views import RecordView
from extract.score import score
from extract.score.figures import by_type
from extract.score.gold import read_gold
from tests.repository import SAMPLES

FLOORS = {
    "quotes": 0.89,
    "direct": 0.95,
    "speaker": 0.88,
    "organizations": 0.83,
    "said": 0.95,
    "records": 0.72,
}

GOLD = SAMPLES / "gold.jsonl"
PROVENANCE = Provenance(extract="0.1.0", model="en_news_lg-0.3.0")


@pytest.fixture(scope="module")
def figures() -> dict[str, float]:
    gold = read_gold(GOLD)
    articles = [Article(id=g.id, text=g.text, path=g.id, title=g.title, published=g.published) for g in gold]
    records = [
        RecordView.model_validate(to_record(found.article, quote, provenance=PROVENANCE))
        for found in annotate(load_pipeline(), articles)
        for quote in quotes_in(found)
        if quote.act != "other"
    ]
    found = by_type(score(gold, records).verdicts)
    return {
        "quotes": found["all"].quotes.f1,
        "direct": found["direct"].quotes.f1,
        "speaker": found["all"].speaker,
        "organizations": found["all"].organizations.f1,
        "said": found["all"].said,
        "records": found["all"].records.f1,
    }


@pytest.mark.model
@pytest.mark.parametrize("figure", FLOORS)
def test_no_figure_falls_below_its_floor(figures: dict[str, float], figure: str) -> None:
    assert figures[figure] >= FLOORS[figure], figures
